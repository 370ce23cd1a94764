import Foundation
import TestSupport
import Testing

/// The starter is this repository's own content with listed changes, so that the two cannot drift apart.
@Suite struct StarterContentTests {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A replacement with its reason.
    struct Change {
        var reason: String
        var old: [String] = []
        var new: [String] = []
    }

    /// `starter-changes.txt`, by path.
    static func changes() throws -> [(path: String, changes: [Change])] {
        let file = repository.appendingPathComponent("Tests/StartingTests/starter-changes.txt")
        var result: [(path: String, changes: [Change])] = []
        var (reason, isNew) = ("", true)
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let text = String(line.dropFirst(2))
            switch line.first {
            case "=":
                result.append((String(line.dropFirst(3)), []))
                (reason, isNew) = ("", true)
            case "-": (reason, isNew) = (String(line.dropFirst(3)), true)
            case "<":
                if isNew || result[result.count - 1].changes.last?.new.isEmpty == false {
                    result[result.count - 1].changes.append(Change(reason: reason))
                }
                result[result.count - 1].changes[result[result.count - 1].changes.count - 1].old.append(text)
                isNew = false
            case ">":
                result[result.count - 1].changes[result[result.count - 1].changes.count - 1].new.append(text)
            default: continue
            }
        }
        return result
    }

    @Test func eachFileIsThatOfTheRepositoryWithTheListedChanges() throws {
        for (path, changes) in try Self.changes() {
            var text = try String(contentsOf: Self.repository.appendingPathComponent(path), encoding: .utf8)
            for change in changes {
                #expect(!change.reason.isEmpty, "\(path): a change says why")
                let old = change.old.joined(separator: "\n") + (change.new.isEmpty ? "\n" : "")
                #expect(text.components(separatedBy: old).count == 2, "\(path) has not once: \(old)")
                text = text.replacingOccurrences(of: old, with: change.new.joined(separator: "\n"))
            }
            let file = Self.repository.appendingPathComponent("starter/\(path)")
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                try Data(text.utf8).write(to: file)
            }
            let actual = try String(contentsOf: file, encoding: .utf8)
            #expect(actual == text, "starter/\(path) differs from \(path) with its changes; RECORD=1 writes it")
        }
    }

    @Test func noKindAndNoPageForEditorsIsForgotten() throws {
        let named = Set(try Self.changes().map(\.path))
        for folder in ["content/kinds", "content/pages"] {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: Self.repository.appendingPathComponent(folder).path)
            for name in names where folder == "content/kinds" || name.hasPrefix("editors-") {
                #expect(named.contains("\(folder)/\(name)"), "the starter has no \(folder)/\(name)")
            }
        }
    }

    /// One sample of each kind whose materials are not written by the starter itself.
    @Test func eachKindHasASample() throws {
        let kinds = Self.repository.appendingPathComponent("starter/content/kinds")
        for name in try FileManager.default.contentsOfDirectory(atPath: kinds.path) {
            let text = try String(contentsOf: kinds.appendingPathComponent(name), encoding: .utf8)
            guard let folder = text.split(separator: "\n").first(where: { $0.hasPrefix("folder: ") })?.dropFirst(8)
            else { continue }
            let content = Self.repository.appendingPathComponent("starter/content")
            let own =
                (try? FileManager.default.contentsOfDirectory(
                    atPath: content.appendingPathComponent(String(folder)).path)) ?? []
            // A material says its kind where it stands among others.
            let pages = try FileManager.default.contentsOfDirectory(
                atPath: content.appendingPathComponent("pages").path)
            let named = try pages.filter { page in
                let text = try String(contentsOf: content.appendingPathComponent("pages/\(page)"), encoding: .utf8)
                return text.contains("\nkind: \(name.prefix { $0 != "." })\n")
            }
            #expect(!own.isEmpty || !named.isEmpty, "no sample of \(name)")
        }
    }
}
