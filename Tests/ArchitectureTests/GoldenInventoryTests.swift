import Foundation
import TestSupport
import Testing

/// Golden files are counted, since a test that compares what is there cannot miss what is gone.
@Suite struct GoldenInventoryTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Files that say what is right, as sorted paths below `Tests/`: all of `Golden/` but the sites that cases build.
    private static func goldenFiles() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: tests.path).filter { path in
            let parts = path.split(separator: "/")
            guard parts.count > 2, parts[1] == "Golden", !parts.contains("site") else { return false }
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: tests.appendingPathComponent(path).path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }

    @Test func noGoldenFileComesOrGoesUnseen() throws {
        let list = try Self.goldenFiles().map { $0 + "\n" }.joined()
        try Golden.expect(list, matchesFile: Self.tests.appendingPathComponent("golden-files.txt").path)
    }

    @Test func everyGoldenFileBesideATestIsNamedInOne() throws {
        var texts = ""
        for path in try FileManager.default.subpathsOfDirectory(atPath: Self.tests.path) where path.hasSuffix(".swift")
        {
            texts += try String(contentsOf: Self.tests.appendingPathComponent(path), encoding: .utf8)
        }
        let beside = try Self.goldenFiles().filter { $0.split(separator: "/").count == 3 }
        #expect(!beside.isEmpty)
        let unnamed = beside.filter { !texts.contains("matches: \"\($0.split(separator: "/")[2])\"") }
        #expect(unnamed.isEmpty, "no test produces \(unnamed)")
    }
}
