import Diagnostics
import Testing

@Suite struct MessageTests {
    @Test func everyCodeHasANameOfItsOwn() {
        let names = DiagnosticCode.all.map(\.name)
        let doubles = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(doubles.isEmpty)
        #expect(!names.isEmpty)
    }

    @Test(arguments: DiagnosticCode.all)
    func aCodesNameIsLowerCaseWordsWithHyphens(code: DiagnosticCode) {
        #expect(code.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    }

    @Test(arguments: DiagnosticCode.all)
    func aCodeIsWordedInBothLanguagesWithTheSamePlaces(code: DiagnosticCode) {
        #expect(!code.message.ru.isEmpty && !code.message.en.isEmpty)
        #expect(code.remedy.ru.isEmpty == code.remedy.en.isEmpty)
        #expect(placeholders(code.message.ru) == placeholders(code.message.en))
        #expect(placeholders(code.remedy.ru) == placeholders(code.remedy.en))
    }

    @Test(arguments: DiagnosticCode.all)
    func aMessageIsOneLineWithoutItsFullStop(code: DiagnosticCode) {
        for text in [code.message.ru, code.message.en, code.remedy.ru, code.remedy.en] {
            #expect(!text.contains("\n") && !text.hasSuffix(".") && !text.hasPrefix(" ") && !text.hasSuffix(" "))
        }
    }

    @Test func everyCodeThatIsDeclaredIsListed() {
        let listed = Set(DiagnosticCode.all.map(\.name))
        for source in SourceTree.sources where source.path.hasPrefix("Sources/Diagnostics/Messages/") {
            for match in source.text.matches(of: /DiagnosticCode\(\s*"([^"]+)"/) {
                #expect(
                    listed.contains(String(match.1)), "\(match.1) of \(source.path) is missing in DiagnosticCode.all")
            }
        }
    }

    /// `{1}`, `{2}` … of a wording.
    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[0-9]+\}/).map { String($0.0) })
    }
}
