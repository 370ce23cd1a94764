import Files
import Signatures

/// A copy of a site renewed by an update, in one step or not at all.
///
/// The new tree is made beside the copy from what the copy has and what the update brings, every byte checked against the
/// new manifest, and takes the copy's place by one exchange of names: killed at any moment, the copy is the old one or the
/// new one. It needs room for a second copy where the disk has no links (FAT).
package enum Update {
    /// What came of it.
    package enum Outcome: Sendable, Hashable {
        /// How many files the copy has, and how many came with the update.
        case renewed(fileCount: Int, broughtCount: Int)
        /// The copy has been that edition before.
        case hadItAlready
    }

    /// - Parameters:
    ///   - folder: the copy.
    ///   - archive: the update.
    ///   - key: whose signature the update must have; nothing: none is asked for.
    package static func apply(
        _ archive: String, to folder: String, signedBy key: PublicKey? = nil
    ) throws(PackagingError) -> Outcome {
        let update = try OpenedArchive(archive)
        let note = try UpdateNote(of: update)
        let signature = update.bytes(at: Manifest.signaturePath, atMost: 1 << 16)
        if let key {
            guard let signature else { throw .unsigned(path: archive) }
            _ = try CopySignature.verify(signature, of: update.manifestBytes, key, archive)
            guard let noted = update.bytes(at: UpdateNote.signaturePath, atMost: 1 << 16) else {
                throw .unsignedNote(path: archive)
            }
            _ = try CopySignature.verify(noted, of: note.bytes, key, archive)
        }
        try requireParent(of: folder)
        // First, since it brings back a copy that was lost between two names, and removes what a killed run left.
        let output = try transaction(folder)
        defer { output.abort() }
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: output.target) }
        let edition = SHA256.digest(try Verify.manifestBytes(of: files))
        if edition == note.to {
            // Its list of files alone does not say that they are there.
            let found = try Verify.folder(folder)
            guard found.isComplete else {
                throw .damaged(path: folder, (found.missing + found.changed).sorted())
            }
            return .hadItAlready
        }
        guard edition == note.from else { throw .otherEdition(path: folder) }
        let brought = try fill(output, from: update, files)
        _ = try reporting { () throws(FileError) in
            try output.commit(update.manifest.state, signature: signature)
        }
        return .renewed(fileCount: update.manifest.entries.count, broughtCount: brought)
    }

    /// A copy stands in a folder that is there: for one that is not nothing is made.
    private static func requireParent(of folder: String) throws(PackagingError) {
        var path = folder[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        do throws(FileError) {
            _ = try DiskFileSystem(root: parent)
        } catch {
            throw .file(FileError(error.operation, folder, error.cause))
        }
    }

    private static func transaction(_ folder: String) throws(PackagingError) -> OutputTransaction {
        do {
            return try OutputTransaction(replacing: folder)
        } catch {
            switch error.cause {
            case .foreignFolder: throw .noManifest(path: folder)
            case .foreignFile: throw .readersFile(path: error.path)
            default: throw .file(error)
            }
        }
    }

    /// How many files the update brought.
    private static func fill(
        _ output: OutputTransaction, from update: borrowing OpenedArchive, _ copy: DiskFileSystem
    ) throws(PackagingError) -> Int {
        var places: [SitePath: Int] = [:]
        for (index, entry) in update.reader.entries.enumerated() {
            if let path = update.sitePath(of: entry) { places[path] = index }
        }
        var damaged: [SitePath] = []
        var brought = 0
        for entry in update.manifest.entries {
            if let place = places[entry.path] {
                // A link, or a file with the rights of its owner, is none that a site has.
                guard update.reader.entries[place].isPlain,
                    let bytes = update.bytes(of: place, atMost: entry.byteCount),
                    bytes.count == entry.byteCount, SHA256.digest(bytes) == entry.digest
                else { throw .damaged(path: update.path, [entry.path]) }
                try reporting { () throws(FileError) in try output.write(entry.path, bytes) }
                brought += 1
            } else if try !isKept(entry, output, copy) {
                damaged.append(entry.path)
            }
        }
        guard damaged.isEmpty else { throw .damaged(path: copy.root, damaged) }
        return brought
    }

    /// Whether the copy has a file as the new edition lists it; then it is in the new tree.
    private static func isKept(
        _ entry: Manifest.Entry, _ output: OutputTransaction, _ copy: DiskFileSystem
    ) throws(PackagingError) -> Bool {
        try reporting { () throws(FileError) in
            // Never by the times of files alone: a copy has been unpacked, carried about, opened.
            guard try copy.entry(entry.path) != nil,
                try copy.digest(entry.path, byteCount: entry.byteCount) == entry.digest
            else { return false }
            if try output.takeOver(entry) { return true }
            try output.write(entry.path, try copy.read(entry.path))
            return true
        }
    }
}
