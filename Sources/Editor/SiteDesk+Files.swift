import Catalog
import Files
import Formats
import Importing
import Languages
import Preview
import SiteBuilder

// Pictures and attachments that are put beside a material.
extension SiteDesk {
    /// Takes a file that was put into a form: it waits in `.album-work/` under the name that it is to have beside the
    /// material.
    ///
    /// A save of what names it brings it to `content/` (``land(_:at:)``). A file of the same bytes is used as it is, and
    /// none is ever replaced.
    func keepFile(_ request: EditingRequest, _ bytes: [UInt8], _ site: SiteFiles) throws(FileError)
        -> SiteResponder.Answer
    {
        let query = FormData(encoded: Array(request.query.utf8))
        guard query["token"] == token else { return plain(403, .notThere) }
        guard let name = query["name"], let folder = folder(of: query["key"] ?? "", site) else {
            return plain(404, .notThere)
        }
        let file: TakenFile
        do {
            file = try conversions.withLock { _ throws(TakenFile.Refusal) in
                try TakenFile(bytes, named: name, title: query["title"] ?? "", PictureConverter.find())
            }
        } catch {
            return Self.told(422, error.told.text(language))
        }
        try work.sweepWaiting(at: DiskClock.second)
        guard let kept = try keep(file, in: folder) else {
            return Self.told(422, FileWord.crowded.text(language, [name]))
        }
        var json = JSONWriter()
        json.object { json in
            json.member("name", kept.name)
            json.member("isPicture", file.isPicture)
            json.member("said", file.notes.map { $0.text(language) }.joined(separator: " "))
        }
        return Self.json(200, json)
    }

    private static let mostOfOneName = 1_000

    /// Where it waits, or stands already; nothing where all names like it are taken.
    func keep(_ file: TakenFile, in folder: String) throws(FileError) -> SitePath? {
        try keep(file.bytes, stem: file.stem, ending: file.ending, in: folder)
    }

    /// The same for bytes under a name that addresses can have.
    func keep(_ bytes: [UInt8], stem: String, ending: String, in folder: String) throws(FileError) -> SitePath? {
        try saving.withLock { _ throws(FileError) -> SitePath? in
            for number in 1...Self.mostOfOneName {
                let name = number == 1 ? stem : "\(stem)-\(number)"
                let text = folder.isEmpty ? "\(name).\(ending)" : "\(folder)/\(name).\(ending)"
                guard let path = try? SitePath(text) else { return nil }
                let there = try there(text)
                if there == nil {
                    return try work.keepWaiting(bytes, at: text) ? path : nil
                }
                if there == bytes { return path }
            }
            return nil
        }
    }

    /// What is beside the materials at a path below `content/`, or waits to be.
    func there(_ path: String) throws(FileError) -> [UInt8]? {
        let place = try Self.path(of: path)
        if try root.entry(place) != nil { return try root.read(place) }
        return try work.waiting(at: path)?.bytes
    }

    // MARK: Saving

    /// Texts by their absolute paths, with the files that wait for them: a site is looked at as if all were saved.
    func unsaved(_ texts: [(path: String, bytes: [UInt8])]) throws(FileError) -> UnsavedFiles {
        var unsaved: [String: [UInt8]] = [:]
        for (path, bytes) in texts {
            for file in try work.waiting(for: bytes, at: path) {
                unsaved[root.absolutePath(try Self.path(of: file.path))] = file.bytes
            }
            unsaved[root.absolutePath(try Self.path(of: path))] = bytes
        }
        return UnsavedFiles(unsaved)
    }

    /// Brings the files that a text names, and that wait for it, to their places; the text is given back with the name
    /// that one has now whose own was taken meanwhile.
    ///
    /// To be called under ``saving``, just before the text is written, so that none names what is not there. A picture that
    /// a smaller one replaces is kept with the earlier texts.
    func land(_ bytes: [UInt8], at path: String) throws(FileError) -> [UInt8] {
        let content = try SourceFolder("content", of: root.root)
        var text = bytes
        for file in try work.waiting(for: bytes, at: path) {
            guard let place = try? SitePath(file.path) else { continue }
            let there = try content.read(place)
            if let there, there != file.bytes, file.room == .files {
                let free = try free(place)
                _ = try content.create(free, file.bytes)
                text = FileNameUse(place.name).renamed(to: free.name, in: text)
            } else if there != file.bytes {
                if let there { try work.keepReplaced(there, of: file.path) }
                try content.write(place, file.bytes)
            }
        }
        return text
    }

    /// Forgets that files waited which a text names: they are saved.
    func forgetLanded(_ bytes: [UInt8], at path: String) throws(FileError) {
        for file in try work.waiting(for: bytes, at: path) { try work.dropWaiting(at: file.path) }
    }

    /// A name like that of a file which is there, and that none has.
    private func free(_ place: SitePath) throws(FileError) -> SitePath {
        let dot = place.text.lastIndex(of: ".") ?? place.text.endIndex
        for number in 2...Self.mostOfOneName {
            let name = "\(place.text[..<dot])-\(number)\(place.text[dot...])"
            if let path = try? SitePath(name), try there(name) == nil { return path }
        }
        throw FileError(.write, place.text, .unusableName)
    }

    /// Where a material of a title would stand, below `content/`: no file is there yet, and none was before it was renamed.
    func freePath(_ title: String, _ kind: Kind) throws(FileError) -> String {
        let slug = Address.newID(of: title, limit: 60)
        let base = "\(kind.folder)/\(slug.isEmpty ? kind.id.rawValue : slug)"
        let former = state.withLock { $0.site }?.catalog.directory.formerAddresses ?? []
        var (path, number) = (base + ".md", 2)
        while true {
            let isFree = try root.entry(Self.path(of: path)) == nil
            if isFree, !former.contains(Address.page(ofPath: path).lowercased()) { return path }
            (path, number) = ("\(base)-\(number).md", number + 1)
        }
    }

    /// Where files of a material are: beside it.
    private func folder(of key: String, _ site: SiteFiles) -> String? {
        switch FormKey(key) {
        case .new(let kind): return site.catalog.schema.kind(kind).map { site.catalog.kinds[$0].folder }
        case .material(let path):
            guard let position = site.catalog.directory.position(ofPath: path) else { return nil }
            let path = site.catalog.materials[position].path
            return path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
    }

    static func told(_ status: Int, _ text: String) -> SiteResponder.Answer {
        var writer = JSONWriter()
        writer.object { $0.member("said", text) }
        return json(status, writer)
    }
}
