import Foundation
import TestSupport
import Testing

/// The scripts of the page on which readers write what they send in, asked from tests: they run in Node (Debian package
/// `nodejs`).
enum ShareScripts {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The answers to requests, in their order, as JSON.
    static func answers(_ requests: [[String: Any]]) throws -> [Any] {
        let folder = try TemporaryFolder()
        let lines = try requests.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        try folder.write(lines.joined(separator: "\n"), to: "requests")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "node", root.appendingPathComponent("Tests/Fixtures/share-harness.js").path,
            root.appendingPathComponent("themes/album/assets/js").path,
        ]
        process.standardInput = FileHandle(forReadingAtPath: folder.path("requests"))
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
        }
    }
}
