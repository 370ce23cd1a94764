import Diagnostics
import Testing

@testable import Catalog

/// A node with all that it holds, as a text.
private func shown(_ node: YAMLNode) -> String {
    let value =
        switch node.value {
        case .scalar(let text, let isPlain): "\(isPlain ? "plain" : "quoted") <\(text)>"
        case .sequence(let items): "[" + items.map(shown).joined(separator: "; ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "<\($0.key)> \($0.keyRange): \(shown($0.value))" }.joined(separator: "; ") + "}"
        }
    return "\(node.range) \(value)"
}

@Suite struct PlainYAMLTests {
    private func plain(_ text: String) -> YAMLNode? {
        let file = SourceFile(path: "a.md", text: "---\n" + text + "---\nТекст")
        return PlainYAML.read(file, part: 4..<4 + text.utf8.count)
    }

    private func byLibrary(_ text: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: "a.md", text: "---\n" + text + "---\nТекст")
        return YAMLReader.readByLibrary(file, part: 4..<4 + text.utf8.count)
    }

    @Test(arguments: [
        "title: Квест «Город»\n", "title: \"Квест: игра\"\ndate: 2019-12-16\n", "a: 'один # два'   \nb:   слово \n",
        "a: [\"Знание\", Учитель. Школьная команда,  '5' ]\nb: []\n", "a:\n  - один\n  - \"два: три\"\nb: x:y\n",
        "a:\n- один\n-  два-три\n", "source:  \n    - 004, раздел «2017»\n",
    ])
    func aPlainFrontMatterIsReadAsTheLibraryReadsIt(text: String) throws {
        let node = try #require(plain(text))
        let other = byLibrary(text)
        #expect(try shown(node) == shown(#require(other.root)))
        #expect(other.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "", "\n", "title: a", "title:\n", "title: a: b\n", "title: a #b\n", "title:a\n", "a: b\na: c\n", "a: |\n  b\n",
        "a: \"b\\n\"\n", "a: 'b''c'\n", "a: b\n  c\n", "a: &b c\n", "a: {b: c}\n", "a: [b: c]\n", "a: [b, ]\n",
        "a: [b\n]\n", "a: [b] c\n", "a: \"b\" c\n", "a:\n  - b\n - c\n", "a:\n  - b: c\n", "a:\tb\n", "# a\n", "- a\n",
        "null: a\n", "a: b\u{2028}c\n", "a:\n  - [b]\n", "a: [[b]]\n", "Название: а\n", "a: - b\n", "? a\n",
    ])
    func whatIsNotAsPlainIsLeftToTheLibrary(text: String) {
        #expect(plain(text) == nil)
    }

    @Test func whateverIsReadIsReadAsTheLibraryReadsIt() {
        let pieces = [
            "a", "key", "б", "Слово", ":", ": ", " ", "  ", "\n", "\n", "\n- ", "\n  - ", "[", "]", ", ", ",", "\"",
            "'", "#",
            " #", "-", "—", "«», ", "5", "2019-12-16", "\\", "?", "!", "&", "*", "|", ">", "%", "@", "`", "{", "}", "~",
            "null", "\u{A0}", "\u{AD}", "…", "№ 5", ".", "(", ")", "/", "_", "a: b\n", "b: \"в\"\n", "c: [г, \"д\"]\n",
            "d:\n  - е\n  - 'ж'\n", "---\n", "...\n", "<<", "=", "+", "$", ";", "title: ", "summary: \"",
        ]
        var random = SystemRandomNumberGenerator()
        var read = 0
        for _ in 0..<20_000 {
            var text = ""
            for key in ["k", "l", "m"].prefix(Int.random(in: 1...3, using: &random)) {
                if Int.random(in: 0..<8, using: &random) > 0 { text += key + ": " }
                let count = Int.random(in: 1...4, using: &random)
                text += (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\n"
            }
            guard let node = plain(text) else { continue }
            read += 1
            let other = byLibrary(text)
            #expect(other.root.map(shown) == shown(node), "\(text.debugDescription)")
            #expect(other.diagnostics.isEmpty, "\(text.debugDescription)")
        }
        // Some 1,050 of them on average, and by chance at times fewer than 1,000.
        #expect(read > 500)
    }
}
