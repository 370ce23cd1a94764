import Testing

@testable import Search

/// Where in a page the words of a query stand: its own text, a row of a table, a file.
@Suite struct SnippetTests {
    private func passage(_ text: String, _ words: String...) -> (text: String, file: String?)? {
        let terms = TermSequences(words.map { [Array($0.utf8)] })
        guard case .passage(let parts, let file) = Snippet.of(Array(text.utf8), matching: terms) else { return nil }
        return (parts.map(\.text).joined(), file)
    }

    private static let filler = String(repeating: "слово за словом ", count: 20)

    @Test func aRowOfATableIsShownWholeAndAlone() {
        let rows = "Срок\tЧто\n12 марта\tСеминар для Аши\n14 марта\tСлёт в Миассе"
        let found = passage(Self.filler + "\n" + rows + "\n" + Self.filler, "семинар")
        #expect(found?.text == "12 марта · Семинар для Аши")
        #expect(found?.file == nil)
    }

    @Test func aLongRowIsCutWithinItself() {
        let row = Self.filler + "\tСеминар\t" + Self.filler
        let found = passage("Начало\n" + row + "\nКонец", "семинар")
        #expect(found?.text.hasPrefix("… ") == true && found?.text.hasSuffix(" …") == true)
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
}
