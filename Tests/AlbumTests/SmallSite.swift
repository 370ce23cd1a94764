import Foundation
import TestSupport
import Testing

/// The smallest site that builds: `Tests/Fixtures/small-site`.
enum SmallSite {
    private static let source = SharedCases.repository.appendingPathComponent("Tests/Fixtures/small-site")

    /// Copies it.
    static func lay(in folder: TemporaryFolder, at name: String = "site") throws {
        try SharedCases.lay(source, over: URL(fileURLWithPath: folder.path(name)))
    }
}
