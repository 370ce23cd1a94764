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
                let rest = line.drop { "-–—•*·▪◦●○■□‣0123456789.)".contains($0) }
                return rest.hasPrefix(" ") || rest.isEmpty ? String(rest) : line
            }.joined(separator: " ").filter { !$0.isWhitespace }
        }
        for (text, markdown) in zip(texts, got) {
            let markdown = markdown as? String ?? ""
            let parsed = MarkdownParser.parse(file: SourceFile(path: "x.md", text: markdown + "\n"))
            let lines = PlainText.body(parsed.document)
            #expect(bare(lines).count <= text.count, "\(text.debugDescription) became \(markdown.debugDescription)")
            let (left, right) = (
                bare(lines).filter { !"-–—•*·▪◦●○■□‣0123456789.)".contains($0) },
                text.filter { !$0.isWhitespace && !"-–—•*·▪◦●○■□‣0123456789.)".contains($0) }
            )
            #expect(left == right, "\(text.debugDescription) became \(markdown.debugDescription)")
        }
    }

    @Test func linesThatBeginAsPointsAreLists() throws {
        let cases = [
            ("Взять:\n- мел\n- доску", "Взять:\n\n- мел\n- доску"),
            ("1. раз\n2. два\nещё о нём", "1. раз\n2. два\\\n    ещё о нём"), ("• раз\n•\tдва", "- раз\n- два"),
            ("— раз\n    — внутри\n— два", "- раз\n  - внутри\n- два"),
            ("3) три\n4) четыре", "3. три\n4. четыре"), ("1. раз\n1. опять", "1. раз\n\n1\\. опять"),
            ("1. раз\n2. два\nКонец.", "1. раз\n2. два\n\nКонец."), ("- раз\n\n1. два", "- раз\n\n1. два"),
        ]
        let got = try ShareScripts.answers(cases.map { ["do": "markdown", "text": $0.0] }) as? [String]
        #expect(got == cases.map(\.1))
    }

    @Test func linesStayLinesAndTabsAreTables() throws {
        let cases = [
            ("раз\nдва\n\nтри", "раз\\\nдва\n\nтри"),
            ("https://example.org/a\nдва", "https://example.org/a  \nдва"),
            ("Класс\tУроков\t\n7А\t3|4\nконец", "| Класс | Уроков |\n|---|---|\n| 7А | 3\\|4 |\n\nконец"),
            ("один\tряд", "один ряд"), ("1.\tраз\n2.\tдва", "1. раз\n2. два"),
            ("1.\tраз\tмарт\n2.\tдва\tмай", "| 1. | раз | март |\n|---|---|---|\n| 2. | два | май |"),
        ]
        let got = try ShareScripts.answers(cases.map { ["do": "markdown", "text": $0.0] }) as? [String]
        #expect(got == cases.map(\.1))
    }

    // MARK: Rows

    private static let columns = [["Мероприятие", "Событие"], ["Участники"], ["Сроки", "Срок исполнения"]]

    private func placed(_ text: String, from: Int = 0) throws -> [String: Any]? {
        try ShareScripts.answers([["do": "placed", "text": text, "columns": Self.columns, "from": from]])[0]
            as? [String: Any]
    }

    @Test func rowsWithHeadsFindTheirColumns() throws {
        let got = try #require(
            try placed(
                "План на год\n№ п/п\tСрок исполнения\tсобытие\tБюджет\n1\tмарт\tСеминар\t100\n\t\t\t\n2\tмай\tИтоги\t"))
        #expect(got["rows"] as? [[String]] == [["Семинар", "", "март"], ["Итоги", "", "май"]])
        #expect(got["hasHead"] as? Bool == true && got["above"] as? Int == 1 && got["lost"] as? [String] == ["Бюджет"])
    }

    @Test func rowsWithoutHeadsGoToTheRight() throws {
        let counted = try #require(try placed("1\tСеминар\tучителя\n2\tИтоги\tвсе"))
        #expect(counted["rows"] as? [[String]] == [["Семинар", "учителя", ""], ["Итоги", "все", ""]])
        let right = try #require(try placed("учителя\tмарт\tлишнее", from: 1))
        #expect(right["rows"] as? [[String]] == [["", "учителя", "март"]])
        #expect(right["hasHead"] as? Bool == false && right["lost"] as? [String] == ["лишнее"])
    }

    @Test func cellsInQuotesMayHoldLineEnds() throws {
        let got = try ShareScripts.answers([["do": "lines", "text": "а\t\"б\r\nв \"\"г\"\"\"\r\n\"Радуга\" и\tд\r\n"]])
        #expect(got[0] as? [[String]] == [["а", "б\r\nв \"г\""], ["\"Радуга\" и", "д"]])
    }

    // MARK: Terms

    /// What the form doubts the program doubts too, and the other way round.
    @Test func termsAreDoubtedAsTheProgramDoubtsThem() throws {
        let plain = [
            "15.10.2024", "15 октября 2024", "октябрь", "I квартал", "март–май", "с 1 по 3 марта",
            "2024/25 учебный год",
            "в течение года", "постоянно", "ежемесячно", "раз в месяц", "по мере необходимости", "по средам",
            "весна 2025",
            "1 полугодие", "сен.24", "29 февраля 2024", "до 5 числа", "—", "15.10",
        ]
        let doubtful = ["через неделю", "скоро", "31 февраля 2024", "32.13.2024", "2023-02-29", "31.04.2024"]
        let got = try ShareScripts.answers((plain + doubtful).map { ["do": "doubt", "text": $0] }) as? [String]
        #expect(got == plain.map { _ in "" } + ["term", "term", "day", "day", "day", "day"])
        for text in plain where text != "—" {
            #expect(Period.parse(text, year: 2024).problem == nil, "the program: \(text)")
        }
        for text in doubtful { #expect(Period.parse(text, year: 2024).problem != nil, "the program: \(text)") }
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
        case .birth: "birth"
        }
    }

    @Test func somebodyWhoWritesIsWarnedOfMore() throws {
        var json = JSONWriter()
        PrivacyTable.write(to: &json)
        let rules = try JSONSerialization.jsonObject(with: Data(json.bytes))
        let texts = [
            "Дата рождения: 12.03.2010", "12 марта 2010 г. р.", "ученик Петров придумал", "ученица Мария Иванова",
            "ученики Ашинского района", "Ученик 2023 года", "12.05.2012 появилась на свет", "ДР: 12/05/2012",
            "Методисты и др. 12.05.2012",
        ]
        let got = try ShareScripts.answers(texts.map { ["do": "people", "rules": rules, "text": $0] }) as? [[String]]
        #expect(
            got == [
                ["birth Дата рождения: 12.03.2010"], ["birth 12 марта 2010 г. р."], ["child Петров"],
                ["child Мария Иванова"], [], [], ["birth 12.05.2012 появилась на свет"], ["birth ДР: 12/05/2012"], [],
            ])
    }
}
