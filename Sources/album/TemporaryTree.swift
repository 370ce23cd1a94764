import Foundation

/// A folder of this run alone, among those of the machine that are temporary.
struct TemporaryTree {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("album-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Where something of a name stands in it, from the root of the disk.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// What cannot be removed the machine clears away by itself.
    func remove() { try? FileManager.default.removeItem(at: folder) }
}
