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
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The answers to requests, in their order, as JSON.
    private func answers(_ requests: [[String: Any]]) throws -> [Any] {
        let folder = try TemporaryFolder()
        let lines = try requests.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        try folder.write(lines.joined(separator: "\n"), to: "requests")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "node", Self.root.appendingPathComponent("Tests/Fixtures/share-harness.js").path,
            Self.root.appendingPathComponent("themes/album/assets/js").path,
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
        let got = try answers(Self.nasty.map { ["do": "markdown", "text": $0] })
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
        let got = try answers(texts.map { ["do": "markdown", "text": $0] })
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
        let got = try answers(texts.map { ["do": "markdown", "text": $0] }) as? [String]
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
        let got = try answers(texts.map { ["do": "slug", "text": $0] }) as? [String]
        #expect(got == texts.map { Address.shortSlug(of: $0, limit: 60) })
    }

    // MARK: People

    @Test func whatLooksPersonalIsWhatTheProgramFinds() throws {
        struct Case: Decodable {
            let text: String
            let found: [String]
        }
        let data = try Data(contentsOf: Self.root.appendingPathComponent("Tests/Fixtures/privacy.json"))
        let cases = try JSONDecoder().decode([Case].self, from: data)
        var json = JSONWriter()
        PrivacyTable.write(to: &json)
        let rules = try JSONSerialization.jsonObject(with: Data(json.bytes))
        let got = try answers(cases.map { ["do": "people", "rules": rules, "text": $0.text] })
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
        let got = try answers(texts.map { ["do": "people", "rules": rules, "text": $0] }) as? [[String]]
        #expect(
            got == [
                ["birth Дата рождения: 12.03.2010"], ["birth 12 марта 2010 г. р."], ["child Петров"],
                ["child Мария Иванова"], [], [],
            ])
    }

    // MARK: Pictures

    private static let exif: [UInt8] =
        Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [
            0, 42, 0, 0, 0, 8, 0, 2, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
        ]
        + [
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4E, 0, 0, 0, 0, 0, 0,
            0,
        ]

    private func cleaned(_ bytes: [UInt8], _ sort: String) throws -> [UInt8]? {
        let got = try answers([["do": "cleaned", "sort": sort, "bytes": Data(bytes).base64EncodedString()]])
        return (got[0] as? String).flatMap { Data(base64Encoded: $0) }.map { Array($0) }
    }

    @Test func aPhotographKeepsItsPictureAndHowItWasHeld() throws {
        let segment: [UInt8] = [0xFF, 0xE1, 0, UInt8(Self.exif.count + 2)] + Self.exif
        let comment: [UInt8] = [0xFF, 0xFE, 0, 6] + Array("дом".utf8.prefix(4))
        let picture: [UInt8] = [
            0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA, 0, 4, 1, 2, 7, 0xFF, 0, 8, 0xFF, 0xD0, 9, 0xFF, 0xD9,
        ]
        let second: [UInt8] = [0xFF, 0xD8] + segment + [0xFF, 0xD9]
        let got = try #require(try cleaned([0xFF, 0xD8] + segment + comment + picture + second, "jpg"))
        #expect(PicturePosition.removed(from: got) == nil)
        #expect(got.suffix(picture.count).elementsEqual(picture), "\(got)")
        // Orientation 6 stays: 0112 SHORT 1.
        #expect(got.firstRange(of: [1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6] as [UInt8]) != nil)
        #expect(got.count == 2 + 36 + picture.count)
    }

    @Test func aCutPhotographIsTold() throws {
        #expect(try cleaned([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1], "jpg") == nil)
    }

    @Test func otherPicturesLoseWhatTheyTellToo() throws {
        func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(data.count)] + Array(type.utf8) + data + [0, 0, 0, 0]
        }
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let shown = chunk("IHDR", [1]) + chunk("IDAT", [2])
        let png = head + shown + chunk("eXIf", [9]) + chunk("tEXt", [9]) + chunk("IEND", []) + [7, 7]
        #expect(try cleaned(png, "png") == head + shown + chunk("IEND", []))
        let riff = Array("RIFF".utf8), webp = Array("WEBP".utf8)
        let image = Array("VP8 ".utf8) + [2, 0, 0, 0, 5, 6]
        let told = Array("EXIF".utf8) + [1, 0, 0, 0, 9, 0]
        #expect(
            try cleaned(riff + [22, 0, 0, 0] + webp + image + told, "webp") == riff + [14, 0, 0, 0] + webp + image)
    }
}
