import Files

/// Pages and files that were withdrawn and that an edition of before still has: shown again, it would bring them back.
///
/// What was withdrawn when a site was built stands in its ``EditionFile``.
package enum ReturningPages {
    /// What an edition has of what was withdrawn since, sorted.
    ///
    /// - Parameter withdrawn: places of all that is withdrawn today.
    static func find(
        in manifest: Manifest, of files: DiskFileSystem, withdrawn: Set<SitePath>
    ) throws(FileError) -> [SitePath] {
        if withdrawn.isEmpty { return [] }
        let known = try self.withdrawn(by: files)
        return manifest.entries.map(\.path).filter { withdrawn.contains($0) && !known.contains($0) }
    }

    /// What a built site says that was withdrawn; empty where nothing was.
    static func withdrawn(by files: DiskFileSystem) throws(FileError) -> Set<SitePath> {
        Set(try EditionFile.read(files).withdrawn.compactMap { try? SitePath($0) })
    }
}
