import Files

/// A site whose files are made when they are asked for; from any thread.
package protocol PreviewedSite: Sendable {
    /// The bytes of the file at `path`; nothing when the site has none.
    func bytes(at path: SitePath) throws(FileError) -> [UInt8]?

    /// Whether the site has a file below `path`, as below the root.
    func hasFolder(_ path: SitePath) throws(FileError) -> Bool

    /// Whether the file's name changes with its bytes, so that browsers may keep it.
    func isNamedByContent(_ path: SitePath) -> Bool
}
