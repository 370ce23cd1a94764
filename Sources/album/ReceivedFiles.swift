import ArgumentParser
import Diagnostics
import Files
import Importing
import OfficeFiles

#if canImport(Glibc)
    import Glibc
#endif

/// What was named on the command line of `album receive`: files, and folders with the files of a letter.
struct ReceivedFiles {
    /// A file that may be taken, or why not.
    struct Item {
        /// As a person named it.
        let name: String
        let parcel: Result<SharedParcel, ImportFailure>
    }

    private(set) var items: [Item] = []
    /// Names in folders that are neither taken nor named by a text.
    private(set) var others: [String] = []

    private static let mostFiles = 200

    /// Reads all of them; what does not exist is a fault of usage.
    init(_ names: [String]) throws {
        for name in names {
            if Self.isFolder(name) { try addFolder(name) } else { try addFile(name) }
        }
    }

    private static func isFolder(_ name: String) -> Bool {
        var status = stat()
        return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private mutating func addFile(_ name: String) throws {
        let bytes = try GivenFile.read(name, limit: SharedParcel.largestFile)
        items.append(
            Item(name: name, parcel: Result { () throws(ImportFailure) in try SharedParcel(bytes, named: name) }))
    }

    private mutating func addFolder(_ name: String) throws {
        let folder = try DiskFileSystem(root: name)
        let files = try folder.list().entries.filter { $0.kind == .file }
        let parcels = files.filter { Self.isParcel($0) }
        guard !parcels.isEmpty else {
            throw ValidationError("в папке «\(name)» нет файлов .md и .zip")
        }
        guard parcels.count <= Self.mostFiles else {
            throw ValidationError("в папке «\(name)» больше \(Self.mostFiles) файлов .md и .zip: примите их частями")
        }
        var used: Set<SitePath> = []
        for file in parcels {
            let shown = "\(name)/\(file.path)"
            guard file.path.pathExtension.lowercased() == "md" else {
                try addFile(shown)
                continue
            }
            let text = try GivenFile.read(shown, limit: SharedParcel.largestFile)
            let beside = files.filter { other in
                other.path.parent == file.path.parent && !Self.isParcel(other)
                    && text.firstRange(of: Array(other.path.name.utf8)) != nil
            }
            used.formUnion(beside.map(\.path))
            let contents = try beside.prefix(60).map { other in
                (other.path.name, try GivenFile.read("\(name)/\(other.path)", limit: SharedParcel.largestFile))
            }
            items.append(
                Item(
                    name: shown,
                    parcel: Result { () throws(ImportFailure) in try SharedParcel(text: text, beside: contents) }))
        }
        others += files.filter { !Self.isParcel($0) && !used.contains($0.path) }.map { "\(name)/\($0.path)" }
    }

    private static func isParcel(_ file: FileEntry) -> Bool {
        ["md", "zip"].contains(file.path.pathExtension.lowercased())
    }
}
