import Diagnostics
import Testing

/// What a form says is said to somebody who has never seen a file of a material.
@Suite struct FormWordingTests {
    /// Words of those who write programs and files; an argument of a message may hold them, its wording may not.
    private static let refused = [
        "YAML", "front matter", "alias", "privacy-allow", "---", "|", "\\", "title:", "summary:", "title …",
        "поле title", "поле date", "поле id", "поле draft", "поля title", "content", ".md", "CSV", "UTF", "HTML",
        "Markdown", "CRLF", "U+", "##", "[[", "](", "![", "[^", "квадратн", "угловы", "id ", "Excel сохранил", "#",
        "attachments", "kinds", "якор", "идентификатор", "draft", "строку «{", "> ",
    ]

    private static var shown: [DiagnosticCode] {
        DiagnosticCode.all.filter { !DiagnosticCode.unknownToForms.contains($0) }
    }

    @Test(arguments: shown)
    func aFormSpeaksOfFieldsAndNotOfFiles(code: DiagnosticCode) {
        for text in [code.formMessage.ru, code.formRemedy.ru] {
            // A table has a head that everybody calls so; a file's is nobody's.
            #expect(!text.contains(/шапк[а-я]*(?! таблиц)(?![а-я])/), "\(code.name): \(text)")
            for word in Self.refused { #expect(!text.contains(word), "\(code.name): \(text)") }
        }
    }

    @Test(arguments: DiagnosticCode.all)
    func aFormsWordingHasBothLanguagesAndNoPlacesOfItsOwn(code: DiagnosticCode) {
        let (message, remedy) = (code.formMessage, code.formRemedy)
        #expect(message.ru.isEmpty == message.en.isEmpty && remedy.ru.isEmpty == remedy.en.isEmpty)
        #expect(Self.places(message.ru) == Self.places(message.en))
        #expect(Self.places(remedy.ru) == Self.places(remedy.en))
        let known = Self.places(code.message.ru + code.remedy.ru)
        #expect(Self.places(message.ru + remedy.ru).isSubset(of: known), "\(code.name)")
        for text in [message.ru, message.en, remedy.ru, remedy.en] {
            #expect(!text.hasSuffix(".") && !text.contains("\n"), "\(code.name): \(text)")
        }
    }

    private static func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[0-9]+\}/).map { String($0.0) })
    }
}
