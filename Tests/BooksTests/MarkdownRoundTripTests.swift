import CCmark
import Foundation
import TestSupport
import Testing

@testable import Books

/// What is written as Markdown says the same when it is read by cmark, whatever signs the text has.
@Suite struct MarkdownRoundTripTests {
    @Test(arguments: 0..<20) func aTextReadAgainSaysTheSame(seed: UInt64) throws {
        var made = RandomPage(numbers: SeededNumbers(seed: seed))
        for _ in 0..<30 {
            let nodes = made.blocks(depth: 2)
            let markdown = MarkdownWriter { $0 }.text(HTMLTree(nodes))
            let read = try Self.read(markdown)
            let (found, wanted) = (Self.text(read), Self.text(nodes))
            if found != wanted { Issue.record("wanted: \(wanted)\nfound: \(found)\n\(markdown)") }
            let (counts, all) = (Self.names(read), Self.names(nodes))
            if counts != all { Issue.record("wanted: \(all)\nfound: \(counts)\n\(markdown)") }
        }
    }

    @Test(arguments: 0..<10) func aCellReadAgainSaysTheSame(seed: UInt64) throws {
        var made = RandomPage(numbers: SeededNumbers(seed: 1000 + seed))
        for _ in 0..<40 {
            let cells = (0..<3).map { _ in made.line() }
            let row = cells.map { HTMLTree.Node.element(HTMLTree.Element("td", [], $0)) }
            let table = HTMLTree([.element(HTMLTree.Element("table", [], [.element(HTMLTree.Element("tr", [], row))]))])
            let lines = MarkdownWriter { $0 }.text(table).split(separator: "\n")
            #expect(lines.count == 3)
            let found = Self.cells(of: String(try #require(lines.last)))
            #expect(found.count == 3, "\(lines)")
            for (cell, text) in zip(cells, found) {
                // Behind a letter it is a text within a line.
                let found = try Self.text(Self.read("x " + text))
                let wanted = ("x " + Self.text(cell)).trimmed
                if found != wanted { Issue.record("wanted: \(wanted)\nfound: \(found)\n\(text)") }
            }
        }
    }

    // MARK: Reading

    private static func read(_ markdown: String) throws -> [HTMLTree.Node] {
        let bytes = Array(markdown.utf8)
        let html = try #require(
            bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) {
                    cmark_markdown_to_html($0.baseAddress, buffer.count, CMARK_OPT_UNSAFE)
                }
            })
        defer { free(html) }
        return HTMLTree(parsing: String(cString: html).replacing("<!-- -->", with: "")).nodes
    }

    /// The cells of a row (GitHub Flavored Markdown, 4.10): a stroke behind a backslash is a letter.
    private static func cells(of row: String) -> [String] {
        var cells: [String] = [""]
        var isEscaped = false
        for letter in row {
            if letter == "|", !isEscaped {
                cells.append("")
            } else {
                if letter == "|" { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(letter)
            }
            isEscaped = letter == "\\" && !isEscaped
        }
        return cells.dropFirst().dropLast().map(\.trimmed)
    }

    private static let lines: Set<String> = ["p", "li", "blockquote", "pre", "br", "h2", "h3", "ul", "ol", "hr"]

    /// The words, with one blank between them.
    private static func text(_ nodes: [HTMLTree.Node]) -> String {
        func raw(_ nodes: [HTMLTree.Node]) -> String {
            nodes.map { node in
                switch node {
                case .text(let text): text
                case .element(let element):
                    lines.contains(element.name)
                        ? " " + raw(element.children) + " " : (element["alt"] ?? "") + raw(element.children)
                }
            }.joined()
        }
        return raw(nodes).split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
    }

    /// How many there are of each element that means something.
    private static func names(_ nodes: [HTMLTree.Node]) -> [String: Int] {
        let told: Set<String> = ["h2", "h3", "li", "pre", "blockquote", "hr", "a", "img", "sub"]
        return HTMLTree(nodes).elements.filter { told.contains($0.name) }.reduce(into: [:]) {
            $0[$1.name, default: 0] += 1
        }
    }
}

/// Pieces of pages with all the signs that mean something in Markdown.
private struct RandomPage {
    var numbers: SeededNumbers

    private static let signs = [
        "слово", "Дом", "x", "7", " ", " ", " ", "*", "**", "_", "`", "``", "~", "~~", "#", "-", "+", "1.", "2)", ">",
        "|", "[", "]", "(", ")", "!", "&", "&lt;", "&#42;", "<b>", "\\", "«а»", "№", "=", "---", ":", ":-", "\u{A0}",
        ".", "—", "^",
    ]

    private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

    /// Letters at both ends of what may not be without a text.
    private mutating func text() -> String {
        (0...below(6)).map { _ in Self.signs[below(Self.signs.count)] }.joined()
    }

    private func element(
        _ name: String, _ children: [HTMLTree.Node], _ attributes: [(name: String, value: String)] = []
    ) -> HTMLTree.Node { .element(HTMLTree.Element(name, attributes, children)) }

    mutating func line(depth: Int = 2) -> [HTMLTree.Node] {
        (0...below(4)).map { _ in
            switch depth == 0 ? 0 : below(10) {
            case 1: element("em", line(depth: depth - 1))
            case 2: element("strong", line(depth: depth - 1))
            case 3: element("code", [.text("к" + text() + "к")])
            // No link stands in another.
            case 4: element("a", [.text("к" + text() + "д")], [("href", "https://a.example/б (1).html?a=1&lt;")])
            case 5: element("span", line(depth: depth - 1))
            case 6: element("sub", [.text("к" + text())])
            case 7: element("img", [], [("src", "f.jpg"), ("alt", "к" + text())])
            case 8: element("br", [])
            default: .text(text())
            }
        }
    }

    mutating func blocks(depth: Int) -> [HTMLTree.Node] {
        (0...below(3)).map { _ in
            switch below(depth == 0 ? 3 : 8) {
            case 0: element("h2", [.text("Д")] + line())
            case 1: element("pre", [element("code", [.text("к\n  " + text() + "\n```\n" + text() + "\n")])])
            case 2, 3: element("p", [.text("а")] + line())
            case 4: element("p", [.text(text()), element("br", []), .text(text() + "а")])
            case 5: element("blockquote", [element("p", [.text("а")])] + blocks(depth: depth - 1))
            case 6: element("ul", items(depth), [])
            default: element("ol", items(depth), [("start", "\(1 + below(20))")])
            }
        }
    }

    private mutating func items(_ depth: Int) -> [HTMLTree.Node] {
        (0...below(3)).map { _ in
            element("li", (below(2) == 0 ? [.text("б")] + line() : []) + blocks(depth: depth - 1))
        }
    }
}
