import Foundation

/// Comparison of a text with a file in the repository that says what is right.
///
/// `RECORD=1` in the environment rewrites the file and the test still fails, so that nobody records by accident:
/// read the change with `git diff`, then run again without it.
package enum Golden {
    /// Throws a ``GoldenDifference`` unless `actual` equals the file `name` beside the test, `Golden/<name>`.
    package static func expect(_ actual: String, matches name: String, test: String = #filePath) throws {
        let folder = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Golden")
        try expect(actual, matchesFile: folder.appendingPathComponent(name).path)
    }

    /// Throws a ``GoldenDifference`` unless `actual` equals the file at the absolute `path`.
    package static func expect(_ actual: String, matchesFile path: String) throws {
        let file = URL(fileURLWithPath: path)
        let expected = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        if let expected, expected.utf8.elementsEqual(actual.utf8) { return }
        guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
            throw GoldenDifference(file: file.lastPathComponent, expected: expected, actual: actual, isRecorded: false)
        }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        throw GoldenDifference(file: file.lastPathComponent, expected: expected, actual: actual, isRecorded: true)
    }
}

/// What differs from a golden file, with the first line that does.
package struct GoldenDifference: Error, CustomStringConvertible {
    let file: String
    /// Absent when there is no file yet.
    let expected: String?
    let actual: String
    let isRecorded: Bool

    package var description: String {
        if isRecorded { return "\(file): recorded; read the change and run again without RECORD" }
        guard let expected else { return "\(file): no such golden file; RECORD=1 writes it. Actual:\n\(actual)" }
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < left.count, line < right.count, left[line] == right[line] { line += 1 }
        let wanted = line < left.count ? String(left[line]) : "(the end)"
        let found = line < right.count ? String(right[line]) : "(the end)"
        return "\(file):\(line + 1): differs (RECORD=1 rewrites)\n  expected: \(wanted)\n  actual:   \(found)"
    }
}
