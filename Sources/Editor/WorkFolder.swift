import Catalog
import Files
import Formats

/// What is kept of the work of editors beside `album.yml`, in `.album-work/`: what was typed and not saved, and the texts
/// that were replaced.
///
/// ```
/// .album-work/.gitignore                            so that no repository takes it
/// .album-work/typed/practices/kvest.md              the form as it was sent last
/// .album-work/base/practices/kvest.md               the file as it was when that form was made
/// .album-work/forgotten/practices/kvest.md          the same as typed, after somebody said to forget it
/// .album-work/history/practices/kvest.md/1700000000 the file as it was before a save, by seconds since 1970
/// .album-work/removed/1700000000/practices/kvest.md a draft that was removed, with its files
/// .album-work/unfinished/1700000000/practices/kvest.md what was typed in the form of that draft and not saved
/// .album-work/files/practices/foto.jpg              a file that was put into a form which is not saved yet
/// .album-work/smaller/practices/zal.jpg             a picture made smaller, to replace the one of that name by a save
/// .album-work/received/3f7a…                        what was sent in, by its SHA-256: when it came and what it became
/// .album-work/told/practices/kvest.md               what was told of the file that a material was taken from
/// .album-work/server                                the address of the program that shows the site, which holds this file
/// ```
package struct WorkFolder: Sendable {
    static let name = ".album-work"
    let root: String

    /// - Parameter root: the site's, absolute.
    package init(root: String) { self.root = root }

    func folder() throws(FileError) -> SourceFolder {
        let folder = try SourceFolder(Self.name, of: root)
        _ = try folder.create(SitePath(literal: ".gitignore"), Array("*\n".utf8))
        return folder
    }

    /// What forms hold that was typed and not saved, by their keys.
    func unsaved() throws(FileError) -> Set<FormKey> {
        Set(try files(below: SitePath(literal: "typed")).map { FormKey($0.path) })
    }

    /// The files of a room, by their paths below it.
    func files(below room: SitePath) throws(FileError) -> [(path: String, file: SitePath)] {
        guard let tree = try tree(), try tree.entry(room) != nil else { return [] }
        var (found, folders): ([(path: String, file: SitePath)], [SitePath]) = ([], [room])
        while let folder = folders.popLast() {
            for entry in try tree.list(folder).entries {
                switch entry.kind {
                case .file: found.append((String(entry.path.text.dropFirst(room.text.count + 1)), entry.path))
                case .folder: folders.append(entry.path)
                case .link, .other: break
                }
            }
        }
        return found
    }

    /// The folder as it is read; nothing where nobody has worked yet.
    func tree() throws(FileError) -> DiskFileSystem? {
        guard try SourceFolder(existing: Self.name, of: root) != nil else { return nil }
        return try DiskFileSystem(root: root + "/" + Self.name)
    }

    // MARK: History

    /// Keeps a text that is about to be replaced.
    func keepReplaced(_ bytes: [UInt8], of material: String) throws(FileError) {
        let folder = try folder()
        var second = DiskClock.second
        // Several saves of one second have times of their own.
        while let path = Self.path("history", "\(material)/\(second)"), try !folder.create(path, bytes) { second += 1 }
    }

    /// The times at which a material was saved, in seconds since 1970, the last one first.
    func saves(of material: String) throws(FileError) -> [Int] {
        guard let path = Self.path("history", material) else { return [] }
        guard let tree = try tree(), try tree.entry(path) != nil else { return [] }
        return try tree.list(path).entries.compactMap { Int($0.path.name) }.sorted(by: >)
    }

    /// The text that stood there before a save.
    func replaced(_ material: String, at second: Int) throws(FileError) -> [UInt8]? {
        guard let path = Self.path("history", "\(material)/\(second)") else { return nil }
        return try SourceFolder(existing: Self.name, of: root)?.read(path)
    }

    /// Forgets all earlier texts of a material.
    func wipeHistory(of material: String) throws(FileError) {
        let folder = try SourceFolder(existing: Self.name, of: root)
        for second in try saves(of: material) {
            if let path = Self.path("history", "\(material)/\(second)") { try folder?.remove(path) }
        }
        try forgetTold(material)
    }

    // MARK: Removed drafts

    /// Keeps a draft that is about to be removed, or a file alone.
    ///
    /// The draft's own file comes first, then others; paths are below `content/`.
    /// - Parameter key: that of the draft: what was typed in its form goes along.
    func keepRemoved(_ files: [(path: String, bytes: [UInt8])], _ key: FormKey?) throws(FileError) {
        let folder = try folder()
        var second = DiskClock.second
        while try removed(at: second) != nil { second += 1 }
        for (name, bytes) in files {
            if let path = Self.path("removed/\(second)", name) { try folder.write(path, bytes) }
        }
        if let key { try move(key, from: "typed", to: "unfinished/\(second)") }
    }

    /// When drafts and files were removed, in seconds since 1970, the last one first.
    func removals() throws(FileError) -> [Int] {
        let room = SitePath(literal: "removed")
        guard let tree = try tree(), try tree.entry(room) != nil else { return [] }
        var found: [Int] = []
        for entry in try tree.list(room).entries {
            if let second = Int(entry.path.name), try removed(at: second) != nil { found.append(second) }
        }
        return found.sorted(by: >)
    }

    /// What was removed at a time: the draft's own file first; nothing where there is nothing.
    func removed(at second: Int) throws(FileError) -> [(path: String, bytes: [UInt8])]? {
        guard let room = try? SitePath("removed/\(second)"), let tree = try tree() else { return nil }
        var files = try files(below: room).map { file throws(FileError) in
            (path: file.path, bytes: try tree.read(file.file))
        }
        if let own = files.firstIndex(where: { MaterialFileName.manner($0.path) != .other }) { files.swapAt(0, own) }
        return files.isEmpty ? nil : files
    }

    /// Brings back what was typed in the form of a draft that was removed, unless somebody has typed there since.
    func bringTyped(_ key: FormKey, ofRemoved second: Int) throws(FileError) {
        guard try typed(key) == nil else { return }
        try move(key, from: "unfinished/\(second)", to: "typed")
    }

    /// Forgets for good what was removed.
    func wipeRemoved(at second: Int) throws(FileError) {
        let folder = try SourceFolder(existing: Self.name, of: root)
        for (name, _) in try removed(at: second) ?? [] {
            for room in ["removed", "unfinished"] {
                if let path = Self.path("\(room)/\(second)", name) { try folder?.remove(path) }
            }
        }
    }

    // MARK: Server

    private static let server = SitePath(literal: "server")

    /// Lets other commands know where this program shows the site, as long as what comes back is kept; nothing where
    /// another one shows it already.
    package func announce(_ address: String) throws(FileError) -> HeldFile? {
        try folder().hold(Self.server, Array(address.utf8))
    }

    /// Where a running program shows the site: `http://127.0.0.1:8000`; nothing where none does.
    package func serverAddress() throws(FileError) -> String? {
        try SourceFolder(existing: Self.name, of: root)?.held(Self.server).map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Received

    /// What became of something that was sent in.
    package struct Received: Sendable, Hashable {
        /// Seconds since 1970.
        package let second: Int
        /// Of the draft, below `content/`, as it was called then.
        package let path: String
    }

    /// What became of something that was sent in, whatever happened to the draft since; nothing of what is new.
    package func received(_ digest: SHA256Digest) throws(FileError) -> Received? {
        guard let path = Self.path("received", digest.hexadecimal),
            let bytes = try SourceFolder(existing: Self.name, of: root)?.read(path)
        else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count == 2, let second = Int(lines[0]) else { return nil }
        return Received(second: second, path: lines[1])
    }

    /// Notes what became of something that was sent in; a later draft of the same takes the place of an earlier one.
    package func keepReceived(_ digest: SHA256Digest, as material: String) throws(FileError) {
        guard let path = Self.path("received", digest.hexadecimal) else { return }
        try folder().write(path, Array("\(DiskClock.second)\n\(material)\n".utf8))
    }

    static func path(_ folder: String, _ material: String) -> SitePath? {
        try? SitePath(folder + "/" + material)
    }
}
