import Foundation
import TestSupport
import Testing

/// The inputs that failed for people who tried the product: `cases/` in the folder `shared` beside the repository.
///
/// Absent in a plain clone; tests that read it then say so and do nothing.
enum SharedCases {
    /// The repository's own folder.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let root: URL? = {
        let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/cases")
        if FileManager.default.fileExists(atPath: folder.path) { return folder }
        print("skipped: no ../shared/cases beside this clone, so the reported inputs are not tried")
        return nil
    }()

    /// Names of the cases of one collection, sorted; empty without `shared`.
    static func names(of collection: String) -> [String] {
        guard let root else { return [] }
        let folder = root.appendingPathComponent(collection)
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return found.filter { $0.first?.isNumber == true }.sorted()
    }

    static func folder(_ collection: String, _ name: String) throws -> URL {
        try #require(root).appendingPathComponent(collection).appendingPathComponent(name)
    }

    /// Copies what is below `source` over `destination`, file by file; `keeping` leaves files that are there.
    static func lay(_ source: URL, over destination: URL, keeping: Bool = false) throws {
        let files = FileManager.default
        for name in try files.subpathsOfDirectory(atPath: source.path).sorted() {
            let (from, to) = (source.appendingPathComponent(name), destination.appendingPathComponent(name))
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: from.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            try files.createDirectory(at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
            if files.fileExists(atPath: to.path) {
                if keeping { continue }
                try files.removeItem(at: to)
            }
            try files.copyItem(at: from, to: to)
            // What is shared may be read-only; a test edits its copy.
            try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: to.path)
        }
    }

    /// What the project's own site is made of, copied into `site`: a name each, or none for all but `public`.
    static func layOwn(_ names: [String], into site: URL) throws {
        for name in names {
            let source = repository.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder)
            let target = site.appendingPathComponent(name)
            if isFolder.boolValue {
                try lay(source, over: target, keeping: true)
            } else {
                try FileManager.default.copyItem(at: source, to: target)
            }
        }
    }
}

/// One line of `album check --format json`.
struct ToldProblem: Decodable, CustomStringConvertible {
    let severity: String
    let code: String
    let message: String
    let remedy: String?
    let path: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let candidates: [String]?
    let related: [Place]?

    var place: Place { Place(path: path, line: line, column: column, endLine: endLine, endColumn: endColumn) }

    struct Place: Decodable {
        let path: String
        let line: Int?
        let column: Int?
        let endLine: Int?
        let endColumn: Int?

        /// The text of its file with a candidate in the place; absent where it points at no place.
        func replaced(by candidate: String, in text: String) -> String? {
            guard let line, let column, let endLine, let endColumn, line == endLine else { return nil }
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard line <= lines.count else { return nil }
            var scalars = Array(lines[line - 1].unicodeScalars)
            guard column - 1 <= endColumn - 1, endColumn - 1 <= scalars.count else { return nil }
            scalars.replaceSubrange(column - 1..<endColumn - 1, with: candidate.unicodeScalars)
            lines[line - 1] = String(String.UnicodeScalarView(scalars))
            return lines.joined(separator: "\n")
        }
    }

    var description: String {
        "\(path):\(line.map(String.init) ?? "-"):\(column.map(String.init) ?? "-") \(code): \(message) | \(remedy ?? "")"
    }

    /// All that `check` says of a site.
    static func all(in site: TemporaryFolder) throws -> [ToldProblem] {
        let run = try withExtendedLifetime(site) {
            try Program.run(["check", "--format", "json", "--root", site.path], in: "/")
        }
        #expect([0, 1].contains(run.status) || (run.status == 2 && !run.output.isEmpty), "\(run.messages)")
        return try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(ToldProblem.self, from: Data($0.utf8))
        }
    }
}
