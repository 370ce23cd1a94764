import Files

/// What goes into an archive of a built site: its files, the two pages that say where to begin, a manifest of them all.
///
/// The manifest of the folder is no part of it: a copy is checked against what it was handed out with.
struct PackedTree {
    /// Bytes that stand in no file of the site.
    let added: [SitePath: [UInt8]]
    let manifest: Manifest
    let manifestBytes: [UInt8]

    /// - Parameter built: the manifest of the folder, which has been checked against it.
    init(_ files: DiskFileSystem, _ built: Manifest) throws(PackagingError) {
        let home = try reporting { () throws(FileError) in
            try built.byPath[SitePath(literal: "index.html")] == nil ? [] : files.read(SitePath(literal: "index.html"))
        }
        let carried = CompressedTwins.withoutThem(built).filter { !OnlineFiles.contain($0.path.text) }
        let own = Set(carried.map(\.path))
        let page = EntryPages.page(of: home)
        let added = Dictionary(
            uniqueKeysWithValues: EntryPages.paths.filter { !home.isEmpty && !own.contains($0) }.map { ($0, page) })
        let entries = added.map { path, bytes in
            Manifest.Entry(path: path, byteCount: bytes.count, digest: SHA256.digest(bytes))
        }
        manifest = Manifest(carried + entries, state: built.state)
        manifestBytes = manifest.bytes
        self.added = added
        let faults = PackedNames.faults(manifest.entries.map(\.path)) { $0.pathExtension == "html" }
        guard faults.isEmpty else { throw .unfitNames(path: files.root, faults) }
    }
}
