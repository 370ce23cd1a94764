import Diagnostics
import TestSupport
import Testing

private let unknown = DiagnosticCode(
    "unknown-value", .error, ru: "нет направления «{1}»", en: "no direction “{1}”",
    remedyRu: "выберите из {2}", remedyEn: "choose from {2}")
private let html = DiagnosticCode("raw-html", .warning, ru: "HTML показан как есть: {1}", en: "raw HTML: {1}")
private let named = DiagnosticCode(
    "named-in-text", .hint, ru: "назван только в тексте: {1}", en: "in the text only: {1}")

private func printed(_ marked: String, _ code: DiagnosticCode = html) -> String {
    let locations = MarkedText(marked).locations("a.md")
    return DiagnosticPrinter(language: .ru).text(Diagnostic(code, ["x"], at: locations[0]))
}

@Suite struct DiagnosticPrinterTests {
    @Test func aDiagnosticShowsPlaceLineCaretCandidatesRemedyAndRelatedPlaces() {
        let text = MarkedText("---\ntitle: Квест\ndirections: [⟦Муниципальная грппа⟧]\n⟦---⟧\n")
        let places = text.locations("content/practices/kvest.md")
        let diagnostic = Diagnostic(
            unknown, ["Муниципальная грппа", "directions.yml"], at: places[0],
            candidates: ["Муниципальная группа", "Муниципальный методист"],
            related: [places[1], SourceLocation(path: "content/vocabularies")])
        #expect(
            DiagnosticPrinter(language: .ru).text(diagnostic) == """
                content/practices/kvest.md:3:14: ошибка: нет направления «Муниципальная грппа» [unknown-value]
                    3 | directions: [Муниципальная грппа]
                      |              ^~~~~~~~~~~~~~~~~~~
                        возможно: Муниципальная группа, Муниципальный методист
                        как исправить: выберите из directions.yml
                        см. также: content/practices/kvest.md:4:1
                        см. также: content/vocabularies

                """)
        #expect(
            DiagnosticPrinter(language: .en).text(diagnostic).contains("how to mend it: choose from directions.yml"))
    }

    @Test func aDiagnosticWithoutPlaceNamesTheFileAlone() {
        let diagnostic = Diagnostic(unknown, ["x", "y"], at: SourceLocation(path: "content/a.md"))
        #expect(
            DiagnosticPrinter(language: .en).text(diagnostic) == """
                content/a.md: error: no direction “x” [unknown-value]
                    how to mend it: choose from y

                """)
    }

    @Test func theCaretStandsUnderThePlaceBehindTabsAndWideText() {
        #expect(printed("\t日本 ⟦жук⟧").hasSuffix("    1 |     日本 жук\n      |          ^~~\n"))
        #expect(printed("и\u{306} ⟦ab⟧").hasSuffix("      |   ^~\n"))
    }

    @Test func anEmptyPlaceGetsACaretAtTheEndToo() {
        #expect(printed("abc⟦⟧").hasSuffix("    1 | abc\n      |    ^\n"))
        #expect(printed("abc\n⟦⟧").hasSuffix("    2 | \n      | ^\n"))
    }

    @Test func aPlaceOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        #expect(printed("ab ⟦cd\nef⟧").hasSuffix("    1 | ab cd\n      |    ^~\n"))
    }

    @Test func aLongLineIsCutAroundThePlace() {
        let filler = String(repeating: "ы", count: 1000)
        let lines = printed(filler + "⟦жук⟧" + filler).split(separator: "\n")
        #expect(lines[0].hasPrefix("a.md:1:1001: "))
        #expect(lines[1].hasPrefix("    1 | …ыы") && lines[1].hasSuffix("ы…") && lines[1].unicodeScalars.count < 140)
        let caret = lines[2].unicodeScalars.firstIndex(of: "^")!
        let distance = lines[2].unicodeScalars.distance(from: lines[2].unicodeScalars.startIndex, to: caret)
        #expect(Array(lines[1].unicodeScalars)[distance] == "ж")
    }

    @Test func aValueThatIsAWholeFileIsNotPrinted() {
        let values = [String(repeating: "слово ", count: 100_000), String(repeating: "а", count: 2000)]
        let diagnostic = Diagnostic(unknown, values, at: SourceLocation(path: "a.md"))
        #expect(diagnostic.arguments[0].hasSuffix("…") && diagnostic.arguments[0].count == 1001)
        #expect(diagnostic.arguments[1] == values[1])
        #expect(DiagnosticPrinter(language: .ru).text(diagnostic).count < 4000)
    }

    @Test func aFileCannotSteerTheTerminal() {
        let text = printed("a\u{1B}[31m⟦b⟧")
        #expect(!text.unicodeScalars.contains("\u{1B}"))
        #expect(text.contains("a\u{FFFD}[31mb"))
    }

    @Test func aReportIsSortedLimitedByCodeAndSummedUp() {
        let file = SourceFile(path: "b.md", text: "one two")
        var diagnostics = (0..<25).map { Diagnostic(html, ["\($0)"], at: SourceLocation(file, 4..<7)) }
        diagnostics.append(Diagnostic(unknown, ["a", "b"], at: SourceLocation(path: "a.md")))
        let report = DiagnosticPrinter(language: .ru).report(diagnostics)
        #expect(report.hasPrefix("a.md: ошибка"))
        #expect(report.split(separator: "\n").count { $0.hasPrefix("b.md:1:5: предупреждение") } == 20)
        #expect(report.hasSuffix("… и ещё 5 [raw-html]\n1 ошибка, 25 предупреждений\n"))
        #expect(report == DiagnosticPrinter(language: .ru).report(diagnostics.reversed()))
        #expect(DiagnosticPrinter(language: .ru).report([]) == "")
    }

    @Test func coloursAreThereOnDemandOnly() {
        let diagnostic = Diagnostic(html, ["x"], at: SourceLocation(path: "a.md"))
        #expect(
            DiagnosticPrinter(language: .en, colour: true).text(diagnostic).contains("\u{1B}[1;33mwarning\u{1B}[0m"))
    }

    @Test func countsAgreeWithTheirNouns() {
        var counts = DiagnosticCounts()
        counts.errors = 2
        counts.warnings = 1
        #expect(counts.summary(.ru) == "2 ошибки, 1 предупреждение")
        counts.errors = 11
        counts.warnings = 0
        counts.hints = 22
        #expect(counts.summary(.ru) == "11 ошибок, 22 подсказки")
        #expect(counts.summary(.en) == "11 errors, 22 hints")
        #expect(DiagnosticCounts([Diagnostic(named, at: SourceLocation(path: "a"))]).hints == 1)
    }

    @Test(.timeLimit(.minutes(5))) func thousandsOfDiagnosticsInOneLineArePrintedInLinearTime() {
        let file = SourceFile(path: "a.md", bytes: [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000))
        let codes = (0..<400).map { DiagnosticCode("c\($0)", .warning, ru: "т", en: "t") }
        let diagnostics = (0..<8000).map {
            Diagnostic(codes[$0 % 400], at: SourceLocation(file, $0 * 250..<$0 * 250 + 5))
        }
        let clock = ContinuousClock()
        let duration = clock.measure { #expect(!DiagnosticPrinter(language: .ru).report(diagnostics).isEmpty) }
        #expect(duration < .seconds(20))
    }
}
