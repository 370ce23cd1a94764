import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@testable import Importing

/// The scripts of the page on which readers write what they send in, held against the program that takes it.
///
/// They run in Node, which the tests of the search need too (Debian package `nodejs`).
@Suite struct SharingScriptTests {
    private func shown(_ markdown: String) -> String {
        let file = SourceFile(path: "x.md", text: markdown + "\n")
        return PlainText.body(MarkdownParser.parse(file: file).document)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Text

    private static let nasty = [
        "# не заголовок", "## Цель", "- - -", "---", "===", "***", "* * *", "> знак", "    код", "```", "~~~",
        "2024. Год",
        "<script>alert(1)</script>", "<b>тег</b> &lt; &#60;", "[скобки](javascript:alert(1))", "![x](y.png)",
        "[[ссылка]]",
        "[^1]", "[^1]: сноска", "[x]: http://x", "a | b", "|---|", "*звёзды* **и** _черты_ __ещё__", "~~нет~~",
        "a\\b \\*",
        "строка\\", "`код` ``", "+ плюс", ": двоеточие", "[!ВАЖНО]", "$x$ {y} %z%", "кавычки \"раз\" 'два'",
        "a_b_c и _c_",
        "https://example.org/a_b?x=1&y=2", "15) пункт", "1.без пробела", "&amp;copy; &copy;", "\u{1F600} эмодзи",
    ]

    @Test func whatIsTypedArrivesAsItWasTyped() throws {
        let got = try ShareScripts.answers(Self.nasty.map { ["do": "markdown", "text": $0] })
        for (text, markdown) in zip(Self.nasty, got) {
            let markdown = markdown as? String ?? ""
            let expected = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            // A point of a list is one.
            let isPoint = expected.hasPrefix("- ") || expected.hasPrefix("* ") || expected.hasPrefix("15) ")
            let bare = isPoint ? expected.drop { $0 != " " }.dropFirst() : expected[...]
            #expect(shown(markdown) == bare, "\(text) became \(markdown)")
        }
    }

    /// Texts of nasty pieces, put together at random with a seed of their own.
    @Test func anyTextArrivesAsItWasTyped() throws {
        var seed = UInt64(20_240_101)
        func next(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        let pieces =
            Self.nasty + ["слово", "*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "\\", "~", "#", "|", "-", "1."]
        let texts = (0..<400).map { _ in
            (0...next(6)).map { _ in pieces[next(pieces.count)] }.joined(separator: [" ", "", "\n", "\n\n"][next(4)])
        }
        let got = try ShareScripts.answers(texts.map { ["do": "markdown", "text": $0] })
        // Marks of lists may go: which lines are points is another test.
        func bare(_ text: String) -> String {
            text.split(separator: "\n").map { line in
                let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let rest = line.drop { "-–•*·▪0123456789.)".contains($0) }
                return rest.hasPrefix(" ") || rest.isEmpty ? String(rest) : line
            }.joined(separator: " ").filter { !$0.isWhitespace }
        }
        for (text, markdown) in zip(texts, got) {
            let markdown = markdown as? String ?? ""
            let parsed = MarkdownParser.parse(file: SourceFile(path: "x.md", text: markdown + "\n"))
            let lines = PlainText.body(parsed.document)
            #expect(bare(lines).count <= text.count, "\(text.debugDescription) became \(markdown.debugDescription)")
            let (left, right) = (
                bare(lines).filter { !"-–•*·▪0123456789.)".contains($0) },
                text.filter { !$0.isWhitespace && !"-–•*·▪0123456789.)".contains($0) }
            )
            #expect(left == right, "\(text.debugDescription) became \(markdown.debugDescription)")
        }
    }

    @Test func linesThatBeginAsPointsAreLists() throws {
        let texts = [
            "Взять:\n- мел\n- доску", "1. раз\n2. два\nещё о нём", "• раз\n• два", "3) три\n4) четыре",
            "1. раз\n1. опять",
            "раз\nдва\n\nтри", "- раз\n\n1. два",
        ]
        let got = try ShareScripts.answers(texts.map { ["do": "markdown", "text": $0] }) as? [String]
        #expect(
            got == [
                "Взять:\n\n- мел\n- доску", "1. раз\n2. два\n    ещё о нём", "- раз\n- два", "3. три\n4. четыре",
                "1. раз\n\n1\\. опять", "раз\nдва\n\nтри", "- раз\n\n1. два",
            ])
    }

    @Test func namesOfFilesAreThoseOfTheProgram() throws {
        let texts = [
            "Квест-игра «Найди критерий»", "Щучий ключ, 2-й этап", "Объём", "Ёлка й\u{306}", "ЙЦУКЕН", "---",
            "Фото (1)",
            String(repeating: "слово ", count: 40), "naïve Café", "мягкий\u{AD}перенос",
        ]
        let got = try ShareScripts.answers(texts.map { ["do": "slug", "text": $0] }) as? [String]
        #expect(got == texts.map { Address.shortSlug(of: $0, limit: 60) })
    }

    // MARK: People

    @Test func whatLooksPersonalIsWhatTheProgramFinds() throws {
        struct Case: Decodable {
            let text: String
            let found: [String]
        }
        let data = try Data(contentsOf: ShareScripts.root.appendingPathComponent("Tests/Fixtures/privacy.json"))
        let cases = try JSONDecoder().decode([Case].self, from: data)
        var json = JSONWriter()
        PrivacyTable.write(to: &json)
        let rules = try JSONSerialization.jsonObject(with: Data(json.bytes))
        let got = try ShareScripts.answers(cases.map { ["do": "people", "rules": rules, "text": $0.text] })
        for (one, found) in zip(cases, got) {
            #expect(found as? [String] == one.found, "the script: \(one.text)")
            let file = SourceFile(path: "a.md", text: one.text)
            let own = PrivacyScanner.findings(in: file.bytes).map { "\(Self.sort($0.kind)) \(file.text($0.range))" }
            #expect(own == one.found, "the program: \(one.text)")
        }
    }

    private static func sort(_ kind: PrivacyScanner.Finding.Kind) -> String {
        switch kind {
        case .insuranceNumber: "insurance"
        case .passport: "passport"
        case .mobilePhone: "phone"
        case .mail: "mail"
        case .child: "child"
        }
    }

    @Test func somebodyWhoWritesIsWarnedOfMore() throws {
        var json = JSONWriter()
        PrivacyTable.write(to: &json)
        let rules = try JSONSerialization.jsonObject(with: Data(json.bytes))
        let texts = [
            "Дата рождения: 12.03.2010", "12 марта 2010 г. р.", "ученик Петров придумал", "ученица Мария Иванова",
            "ученики Ашинского района", "Ученик 2023 года",
        ]
        let got = try ShareScripts.answers(texts.map { ["do": "people", "rules": rules, "text": $0] }) as? [[String]]
        #expect(
            got == [
                ["birth Дата рождения: 12.03.2010"], ["birth 12 марта 2010 г. р."], ["child Петров"],
                ["child Мария Иванова"], [], [],
            ])
    }
}
