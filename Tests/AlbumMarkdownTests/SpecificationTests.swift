import AlbumMarkdown
import Foundation
import Testing

/// The examples of the specifications.
///
/// Their text is not part of the repository: `.ci/fetch-specs` fetches it.
@Suite struct SpecificationTests {
    @Test func everyExampleOfCommonMarkGivesTheSameHTML() throws {
        let examples = try Self.examples("commonmark.txt")
        #expect(examples.count == 652)
        #expect(Self.failures(examples, []) == [])
    }

    @Test func everyExampleOfCommonMarkGivesTheSameHTMLWithTablesTasksAndStrikethroughOn() throws {
        // None of them holds a table or a struck text; only `~` and `|` as themselves.
        let examples = try Self.examples("commonmark.txt")
        #expect(Self.failures(examples, [.tables, .tasks, .strikethrough]) == [])
    }

    @Test func everyExampleOfTheExtensionsOfGFMGivesTheSameHTML() throws {
        let examples = try Self.examples("gfm.txt").filter {
            ["table", "disabled", "strikethrough"].contains($0.label)
        }
        #expect(examples.count == 12)
        #expect(Self.failures(examples, [.tables, .tasks, .strikethrough]) == [])
    }

    struct Example {
        let number: Int
        /// What stands after `example`: the extension that the example needs.
        let label: String
        let markdown: String
        let html: String
    }

    struct MissingText: Error, CustomStringConvertible {
        let name: String
        var description: String { "Tests/Fixtures/cmark/\(name) is missing: run .ci/fetch-specs once" }
    }

    private static func failures(_ examples: [Example], _ extensions: MarkdownParser.Extensions) -> [String] {
        examples.compactMap { example in
            let result = html(read(example.markdown, extensions), .conformance)
            return result == example.html ? nil : "\(example.number): \(example.markdown)\n→ \(result)"
        }
    }

    /// Examples stand between fences of 32 backticks, Markdown and HTML apart by a line `.`; `→` is a tab.
    private static func examples(_ name: String) throws -> [Example] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        guard let text = try? String(contentsOf: folder.appending(path: "Fixtures/cmark/\(name)"), encoding: .utf8)
        else {
            throw MissingText(name: name)
        }
        let fence = String(repeating: "`", count: 32)
        var examples: [Example] = []
        var label: String?
        var parts = [""]
        for line in text.replacing("→", with: "\t").split(separator: "\n", omittingEmptySubsequences: false) {
            if label == nil, line.hasPrefix(fence + " example") {
                label = line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces)
                parts = [""]
            } else if let current = label, line == fence {
                examples.append(Example(number: examples.count + 1, label: current, markdown: parts[0], html: parts[1]))
                label = nil
            } else if line == ".", parts.count == 1 {
                parts.append("")
            } else {
                parts[parts.count - 1] += line + "\n"
            }
        }
        return examples
    }
}
