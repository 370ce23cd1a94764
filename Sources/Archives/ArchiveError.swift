/// Why an archive could not be read or written.
package struct ArchiveError: Error, Hashable, Sendable {
    /// The file as it was named; empty for bytes in memory.
    package let path: String
    /// libzip's own words, in English.
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
