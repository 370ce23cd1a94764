import Languages
import Testing

@testable import Diagnostics

@Suite struct SpreadsheetRowTests {
    private func row(of part: String, in text: String, path: String = "content/a.csv") -> Int? {
        let file = SourceFile(path: path, text: text)
        return file.bytes.firstRange(of: Array(part.utf8)).flatMap {
            SpreadsheetRow.number(of: $0.lowerBound, in: file)
        }
    }

    @Test(arguments: [
        ("а;б\nв;X\n", 2), ("а;б\n\"в\nг\";д\nX", 3), ("а;\"б \"\"в\nг\"\"\"\nX", 2), ("а;6\" трубка\nб;X", 2),
        ("sep=;\nа;X", 1), ("\"X\n\"", 1), ("а,\"б\n\n\",X", 1),
    ])
    func lineEndsWithinACellBeginNoRow(text: String, expected: Int) {
        #expect(row(of: "X", in: text) == expected)
    }

    @Test func aRowIsToldWhereItIsNotTheLine() {
        #expect(row(of: "X", in: "а\nX", path: "content/a.md") == nil)
        let file = SourceFile(path: "content/a.csv", text: "а;б\n\"в\nг\";д\nж;з\n")
        let code = DiagnosticCode("x", .hint, ru: "плохо", en: "bad")
        func told(_ range: Range<Int>, _ language: Language = .ru) -> String {
            DiagnosticPrinter(language: language).text(Diagnostic(code, at: SourceLocation(file, range)))
        }
        let last = file.bytes.count - 6..<file.bytes.count - 4
        #expect(told(last).contains("content/a.csv:4:1: ") && told(last).contains("\n        строка таблицы: 3\n"))
        #expect(told(last, .en).contains("row of the table: 3"))
        #expect(!told(0..<2).contains("строка таблицы"))
    }
}
