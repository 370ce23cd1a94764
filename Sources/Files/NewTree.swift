import Glibc

/// Writes a whole tree of new files at once, into a folder that holds nothing of their names.
///
/// Where the folder is not there yet, everything is written into a hidden folder beside it, which then takes its name in
/// one system call: a program that is killed before leaves nothing under that name. A folder that is there may be
/// somebody's working folder and is not replaced: the hidden folder stands in it, and what it holds is moved up, the file named
/// last the last. The next call sweeps what a killed one has left.
package enum NewTree {
    private static let hiddenName = ".album-new"

    /// What keeps a new tree from beginning in a folder.
    package enum Obstacle: Sendable, Hashable {
        /// A name that the tree has as well.
        case overwritten(String)
        /// Something that shows that the folder is used for another thing.
        case other(String)
    }

    /// Beside what a new tree may begin.
    package enum Company: Sendable {
        /// What people gather before they begin: lists, documents, pictures, and what systems hide.
        case papers
        /// Anything that has another name.
        case anything
    }

    /// The first by name that stands in the way; nothing where there is no such folder, either.
    ///
    /// - Parameter tops: the names at the top of the tree.
    package static func obstacle(
        in folder: String, to tops: Set<String>, beside company: Company
    ) throws(FileError) -> Obstacle? {
        let names = try names(in: folder) ?? []
        for name in names.sorted() where name != hiddenName {
            if tops.contains(name) { return .overwritten(name) }
            if company == .papers, !isPaper(name, in: folder) { return .other(name) }
        }
        return nil
    }

    private static func isPaper(_ name: String, in folder: String) -> Bool {
        if name.hasPrefix(".") || ["thumbs.db", "desktop.ini"].contains(name.lowercased()) { return true }
        var status = stat()
        guard let dot = name.lastIndex(of: "."), lstat(folder + "/" + name, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return false }
        return papers.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let papers: Set<String> = [
        "txt", "csv", "tsv", "xlsx", "xls", "ods", "docx", "doc", "odt", "rtf", "pptx", "ppt", "odp", "pdf", "jpg",
        "jpeg", "png", "gif", "webp", "svg", "heic", "tif", "tiff",
    ]

    /// Writes all of them, or none.
    ///
    /// - Parameters:
    ///   - files: bytes by path.
    ///   - last: the file that makes the tree what it is.
    package static func write(
        _ files: [(path: SitePath, bytes: [UInt8])], to folder: String, last: SitePath
    ) throws(FileError) {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let tops = Set(files.compactMap { $0.path.components.first.map { String($0) } })
        guard try obstacle(in: folder, to: tops, beside: .anything) == nil else {
            throw FileError(.write, folder, .foreignFolder)
        }
        let isThere = try names(in: folder) != nil
        let hidden = isThere ? folder + "/" + hiddenName : beside(folder)
        try sweep(hidden)
        do throws(FileError) {
            if !isThere { try makeFolders(of: folder) }
            for (path, bytes) in files { try write(bytes, to: hidden + "/" + path.text) }
            if isThere {
                try moveUp(files.map(\.path), from: hidden, to: folder, last: last)
            } else if rename(hidden, folder) != 0 {
                throw .last(.replace, folder)
            }
        } catch {
            // What went wrong is told; what cannot be swept either waits for the next call.
            do throws(FileError) { try sweep(hidden) } catch {}
            throw error
        }
    }

    /// `parent/.name.album-new`.
    private static func beside(_ folder: String) -> String {
        guard let slash = folder.lastIndex(of: "/") else { return ".\(folder)\(hiddenName)" }
        return folder[...slash] + ".\(folder[folder.index(after: slash)...])\(hiddenName)"
    }

    private static func moveUp(
        _ paths: [SitePath], from hidden: String, to folder: String, last: SitePath
    ) throws(FileError) {
        let tops = Set(paths.compactMap { $0.components.first.map { String($0) } })
        let order = tops.subtracting([last.text]).sorted() + (tops.contains(last.text) ? [last.text] : [])
        var moved: [String] = []
        for top in order {
            guard rename(hidden + "/" + top, folder + "/" + top) == 0 else {
                let error = FileError.last(.replace, folder + "/" + top)
                for name in moved { rename(folder + "/" + name, hidden + "/" + name) }
                throw error
            }
            moved.append(top)
        }
        guard rmdir(hidden) == 0 else { throw .last(.remove, hidden) }
    }

    // MARK: Single files

    private static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try makeFolders(of: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .last(.write, path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last(.write, path)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// All folders that a path names before its last part.
    private static func makeFolders(of path: String) throws(FileError) {
        var index = path.startIndex
        while let slash = path[index...].firstIndex(of: "/") {
            index = path.index(after: slash)
            let folder = String(path[..<slash])
            guard !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST else { continue }
            throw .last(.createFolder, folder)
        }
    }

    /// Removes a folder of ours with all it holds; one that is not there is no fault.
    private static func sweep(_ folder: String) throws(FileError) {
        guard let names = try names(in: folder) else { return }
        for name in names {
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0 else { throw .last(.remove, path) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try sweep(path)
            } else if unlink(path) != 0 {
                throw .last(.remove, path)
            }
        }
        guard rmdir(folder) == 0 else { throw .last(.remove, folder) }
    }

    /// The names in a folder; nothing where there is none.
    private static func names(in folder: String) throws(FileError) -> [String]? {
        guard let handle = opendir(folder) else {
            if errno == ENOENT { return nil }
            if errno == ENOTDIR { throw FileError(.list, folder, .notAFolder) }
            throw .last(.list, folder)
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let found = readdir(handle) {
            let name = withUnsafePointer(to: &found.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
