import Languages

/// How many problems of each weight a run found.
package struct DiagnosticCounts: Sendable, Hashable {
    package var errors = 0
    package var warnings = 0
    package var hints = 0

    package init() {}

    /// What is told of all that is published; what is told of drafts is left out.
    package init(_ diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics where !diagnostic.isOfDraft { count(diagnostic.severity) }
    }

    /// Adds one problem.
    package mutating func count(_ severity: Severity) {
        switch severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .hint: hints += 1
        }
    }

    package static func + (left: DiagnosticCounts, right: DiagnosticCounts) -> DiagnosticCounts {
        var sum = left
        sum.errors += right.errors
        sum.warnings += right.warnings
        sum.hints += right.hints
        return sum
    }

    package var isEmpty: Bool { self == DiagnosticCounts() }

    /// «2 ошибки, 1 предупреждение»: only what there is; empty when there is nothing.
    package func summary(_ language: Language) -> String {
        let parts = [
            (errors, PrinterWords.errors), (warnings, PrinterWords.warnings), (hints, PrinterWords.hints),
        ]
        return parts.filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1.form(for: $0.0, language))" }
            .joined(separator: ", ")
    }

    /// «2 ошибки; в черновиках — 1 ошибка (публикации не мешает)»: drafts apart from the rest.
    static func summary(_ diagnostics: some Sequence<Diagnostic>, _ language: Language) -> String {
        var drafts = DiagnosticCounts()
        for diagnostic in diagnostics where diagnostic.isOfDraft { drafts.count(diagnostic.severity) }
        let published = DiagnosticCounts(diagnostics).summary(language)
        guard !drafts.isEmpty else { return published }
        let ofDrafts = PrinterWords.ofDrafts.text(language, [drafts.summary(language)])
        return published.isEmpty ? ofDrafts : published + "; " + ofDrafts
    }
}

/// A counted noun: Russian needs three forms, English two.
package struct CountedNoun: Sendable {
    private let ru: PluralForms
    private let en: PluralForms

    /// `one`, `few` and `many` are Russian (1 ошибка, 2 ошибки, 5 ошибок).
    package init(one: String, few: String, many: String, english: String, englishPlural: String) {
        ru = PluralForms(one: one, few: few, many: many)
        en = PluralForms(one: english, few: englishPlural, many: englishPlural)
    }

    /// The form that stands after a count.
    package func form(for count: Int, _ language: Language) -> String {
        language.hasRussianMessages ? ru.form(for: count, .ru) : en.form(for: count, .en)
    }
}
