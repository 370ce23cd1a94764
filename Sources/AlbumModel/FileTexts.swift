/// The words of files that pages offer for download, by their paths below `content/`.
package struct FileTexts: Sendable {
    /// Of the text of each file that is searched.
    package let stamps: [String: UInt64]
    private let read: @Sendable (String) -> String?

    /// - Parameter read: gives the text of a path that has a stamp, from any thread.
    package init(stamps: [String: UInt64] = [:], read: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.stamps = stamps
        self.read = read
    }

    /// The text of a file; nothing where it is not searched.
    func text(_ path: String) -> String? { stamps[path] == nil ? nil : read(path) }
}
