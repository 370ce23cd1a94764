import ArgumentParser
import Diagnostics
import Explaining
import Languages
import Mending

extension Language: ExpressibleByArgument {}

/// The command `album explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Объясняет сообщение: почему оно появилось, что делать, как было и как стало.",
        discussion: """
            Код стоит в конце сообщения, в квадратных скобках. Без кода — все коды по
            темам.

            Примеры:
              album explain near-heading
              album explain
            """)

    @Argument(help: ArgumentHelp("Код сообщения: near-heading.", valueName: "код"))
    var code: String?

    @Option(name: .long, help: "Язык: ru или en.")
    var language = Language.ru

    func run() throws {
        guard let code else { return Terminal.data(Explanation.list(language)) }
        // As it is copied out of a message.
        let name = String(code.lowercased().filter { $0 != "[" && $0 != "]" })
        guard let found = DiagnosticCode.all.first(where: { $0.name == name }) else {
            let near = NameSuggester(DiagnosticCode.all.map(\.name)).nearest(to: name)
            let hint = near.isEmpty ? "все коды: album explain" : "возможно: " + near.joined(separator: ", ")
            throw ValidationError("сообщения с кодом «\(Terminal.printable(code))» нет; \(hint)")
        }
        Terminal.data(Explanation(code: found, language: language).text)
    }
}

/// A diagnostic explained: what it says, why, what to do, an example before and after.
struct Explanation {
    let code: DiagnosticCode
    let language: Language

    private static let mostExamples = 3

    /// Paragraphs with a blank line between.
    var text: String {
        var parts = ["\(code.name) — \(weight)", word("Сообщение: ", "Message: ") + filled(code.message)]
        if let reason = Reason.reason(of: code.name) {
            parts.append(word("Почему: ", "Why: ") + reason.why.text(language))
        }
        if !code.remedy.text(language).isEmpty {
            parts.append(word("Что делать: ", "What to do: ") + filled(code.remedy))
        }
        if Fix.codes.contains(code.name) {
            parts.append(
                word("Где ответ один, исправит album fix --code ", "Where there is one answer: album fix --code ")
                    + code.name)
        }
        return (parts + examples).joined(separator: "\n\n") + "\n"
    }

    /// All codes that editors can cause, by group.
    static func list(_ language: Language) -> String {
        let codes = Dictionary(DiagnosticCode.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return Reason.all.map { reason in
            let lines = reason.codes.compactMap { codes[$0] }.map { code in
                "  " + code.name + "  " + Explanation(code: code, language: language).filled(code.message)
            }
            return ([reason.title.text(language)] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    private var examples: [String] {
        let made = Example.all.filter { $0.code == code.name }.prefix(Self.mostExamples).map { example in
            let (before, after) = example.excerpts
            return block(before, after, in: example.file.rawValue)
        }
        let told = Case.all.filter { $0.code == code.name }.prefix(Self.mostExamples - made.count).map {
            block(lines($0.before), lines($0.after), in: nil)
        }
        return made + told
    }

    private func lines(_ text: Bilingual) -> [String] {
        text.text(language).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func block(_ before: [String], _ after: [String], in path: String?) -> String {
        let place = path.map { " (\($0))" } ?? ""
        func indented(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? "" : "    " + $0 } }
        return
            ([word("Было", "Before") + place + ":"] + indented(before) + [word("Стало:", "After:")] + indented(after))
            .joined(separator: "\n")
    }

    private var weight: String {
        switch code.severity {
        case .error: word("ошибка: с ней сайт не публикуется", "error: nothing is published with it")
        case .warning: word("предупреждение: сайт публикуется, но не с --strict", "warning: --strict refuses it")
        case .hint: word("подсказка: ничему не мешает", "hint: hinders nothing")
        }
    }

    /// A wording with «…» where something will be named.
    private func filled(_ wording: Bilingual) -> String {
        wording.text(language).replacing(/\{[1-9]\}/, with: "…")
    }

    private func word(_ russian: String, _ english: String) -> String {
        language.hasRussianMessages ? russian : english
    }
}
