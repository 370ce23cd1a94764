import Diagnostics
import TestSupport
import Testing

@testable import AlbumMarkdown

private func read(_ text: String) -> ParsedMarkdown {
    MarkdownParser.parse(file: SourceFile(path: "content/a.md", text: text))
}

@Suite struct BrokenTableTests {
    @Test(
        arguments: [
            ("| а | б |\n⟦|—|—|⟧\n| 1 | 2 |\n", "broken-delimiter"),
            ("| а | б |\n⟦| – | –– |⟧\n| 1 | 2 |\n", "broken-delimiter"),
            ("| а | б |\n⟦|---|⟧\n| 1 | 2 |\n", "broken-delimiter"),
            ("| а | б |\n⟦|---|---|---|⟧\n| 1 | 2 |\n", "broken-delimiter"),
            ("а | б\n⟦— | —⟧\n1 | 2\n", "broken-delimiter"),
            ("> | а | б |\n> ⟦|—|—|⟧\n> | 1 | 2 |\n", "broken-delimiter"),
            ("| а | б |\n⟦|===|===|⟧\n| 1 | 2 |\n", "broken-delimiter"),
            ("⟦| а | б |⟧\n| 1 | 2 |\n", "table-without-delimiter"),
            ("⟦| а | б |⟧\n", "table-without-delimiter"), ("⟦а | б | в⟧\n1 | 2 | 3\n", "table-without-delimiter"),
            ("Текст.\n⟦| а | б |⟧\n| 1 | 2 |\n", "table-without-delimiter"),
            ("⟦|---|---|⟧\n| 1 | 2 |\n", "table-without-head"),
            ("| а | б |\n|---|---|\n| 1 | 2 |\n\n⟦| 3 | 4 |⟧\n| 5 | 6 |\n", "torn-table"),
            ("⟦Имя\tСрок⟧\nФорум\tмай\n", "pasted-table"), ("⟦Имя Срок\t⟧\nФорум май\t\n", "pasted-table"),
        ])
    func linesThatBecameNoTableAreToldAtTheCause(marked: String, code: String) {
        let text = MarkedText(marked)
        let found = read(text.text).diagnostics
        #expect(found.map(\.code.name) == [code])
        #expect(found.first?.location.range == text.ranges[0])
    }

    @Test func aHeadTornFromItsTableIsToldOnce() {
        #expect(read("| а | б |\n\n|---|---|\n| 1 | 2 |\n").diagnostics.map(\.code.name) == ["table-without-delimiter"])
    }

    @Test(arguments: [
        "| а | б |\n|—|—|\n| 1 | 2 |\n", "| а | б |\n| --- |\n| 1 | 2 |\n", "а | б | в\n--- | –\n1 | 2 | 3\n",
    ])
    func theLineThatIsAdvisedMakesATable(text: String) {
        let broken = read(text)
        guard let found = broken.diagnostics.first, let range = found.location.range, found.arguments.count == 3
        else {
            Issue.record("nothing is told")
            return
        }
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(range, with: found.arguments[2].utf8)
        let mended = read(String(decoding: bytes, as: UTF8.self))
        #expect(
            mended.diagnostics.isEmpty
                && mended.document.nodes.contains { if case .table = $0.kind { true } else { false } })
    }

    @Test func theLineThatIsToBeAddedMakesATable() {
        let found = read("| а | б |\n| 1 | 2 |\n").diagnostics
        #expect(read("| а | б |\n\(found[0].arguments[0])\n| 1 | 2 |\n").diagnostics.isEmpty)
    }

    @Test(arguments: [
        "| а | б |\n|---|---|\n| 1 | 2 |\n", "а | б\n--- | ---\n1 | 2\n", "Черта `|` и ещё `|` в строке\nи `a|b`.\n",
        "[[a|б]]\nи [[в|г]]\n",
        "Школа | район\n", "```\n| а | б |\n```\n", "| а |\n|---|\n| 1 |\n\nТекст.\n", "1.\tПервый\n2.\tВторой\n",
        "а || б\n",
        "Абзац\nс чертой | внутри\n", "Модуль |x| меньше |y|\n", "## Заголовок\n", "1.1\tПервый\n\n1.2\tВторой\n",
        "- пункт | с чертой\n- пункт\n",
    ])
    func whatIsRightIsNotTold(text: String) {
        #expect(read(text).diagnostics.isEmpty, "\(read(text).diagnostics.map(\.code.name))")
    }

    @Test func anyLinesOfBarsAreReadInBounds() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let text = String(
                (0..<Int.random(in: 0..<50)).map { _ in "|-—\t\n а>:".randomElement(using: &random) ?? " " })
            let file = SourceFile(path: "a.md", text: text)
            for found in MarkdownParser.parse(file: file).diagnostics {
                #expect((found.location.range?.upperBound ?? 0) <= file.bytes.count, "\(text.debugDescription)")
            }
        }
    }
}
