import Testing

@testable import Search

/// Where in a page the words of a query stand: its own text, a row of a table, a file.
@Suite struct SnippetTests {
    private func passages(_ text: String, _ words: [String]) -> [(text: String, file: String?)] {
        let terms = TermSequences(words.map { [Array($0.utf8)] })
        guard case .passages(let found) = Snippet.of(Array(text.utf8), matching: terms) else { return [] }
        return found.map { ($0.parts.map(\.text).joined(), $0.file) }
    }

    private func passage(_ text: String, _ words: String...) -> (text: String, file: String?)? {
        passages(text, words).first
    }

    private static let filler = String(repeating: "слово за словом ", count: 20)

    @Test func aRowOfATableIsShownWholeAndAlone() {
        let rows = "Срок\tЧто\n12 марта\tСеминар для Аши\n14 марта\tСлёт в Миассе"
        let found = passage(Self.filler + "\n" + rows + "\n" + Self.filler, "семинар")
        #expect(found?.text == "12 марта · Семинар для Аши")
        #expect(found?.file == nil)
    }

    @Test func aLongRowIsCutWithinItself() {
        let row = "Слёт юных\t" + Self.filler + "\tСеминар\t" + Self.filler
        let found = passage("Начало\n" + row + "\nКонец", "семинар")
        // What it is a row of stands first.
        #expect(found?.text.hasPrefix("Слёт юных … ") == true && found?.text.hasSuffix(" …") == true, "\(found as Any)")
        #expect(found?.text.contains("Начало") == false)
    }

    @Test func aPassageOfAFileNamesIt() {
        let text =
            "Квест о числах." + SearchDocument.file(named: "Положение.docx", "Жюри решает.\n" + Self.filler)
            + SearchDocument.file(named: "Бланк.docx", "Подпись жюри и числа.")
        #expect(passage(text, "квест")! == ("Квест о числах", nil))
        #expect(passage(text, "жюри")!.file == "Положение.docx")
        #expect(passage(text, "жюри", "числ")! == ("Подпись жюри и числа", "Бланк.docx"))
    }

    @Test func aFileIsFoundByItsNameAlone() {
        let text = "Квест." + SearchDocument.file(named: "Положение.docx", "Жюри решает.")
        #expect(passage(text, "положен")! == ("Жюри решает", "Положение.docx"))
    }

    @Test func aFileThatHasWhatThePageLacksIsShownBehindIt() {
        let text = "Квест о числах." + SearchDocument.file(named: "Положение.docx", "Жюри решает о числах.")
        let found = passages(text, ["квест", "жюри"])
        #expect(found.map(\.text) == ["Квест о числах", "Жюри решает о числах"])
        #expect(found.map(\.file) == [nil, "Положение.docx"])
        // The page has all itself.
        #expect(passages(text, ["квест", "числ"]).count == 1)
    }

    @Test func ofPassagesWithAsManyWordsTheFirstWordOfTheQueryDecides() {
        #expect(passage("Здесь жюри.\nСлёт\tв школе", "слет", "жюр")?.text == "Слёт · в школе")
    }
}
