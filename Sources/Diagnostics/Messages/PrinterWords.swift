/// The printers' own words, beside the codes of the areas.
enum PrinterWords {
    static let errors = CountedNoun(
        one: "ошибка", few: "ошибки", many: "ошибок", english: "error", englishPlural: "errors")
    static let warnings = CountedNoun(
        one: "предупреждение", few: "предупреждения", many: "предупреждений", english: "warning",
        englishPlural: "warnings")
    static let hints = CountedNoun(
        one: "подсказка", few: "подсказки", many: "подсказок", english: "hint", englishPlural: "hints")

    /// What stands between the place and the message.
    static func label(_ severity: Severity) -> Bilingual {
        switch severity {
        case .error: Bilingual(ru: "ошибка", en: "error")
        case .warning: Bilingual(ru: "предупреждение", en: "warning")
        case .hint: Bilingual(ru: "подсказка", en: "hint")
        }
    }

    /// The same where it is about a material that is not published.
    static func label(_ diagnostic: Diagnostic) -> Bilingual {
        let label = label(diagnostic.severity)
        return diagnostic.isOfDraft ? Bilingual(ru: label.ru + " в черновике", en: label.en + " in a draft") : label
    }

    /// `{1}` is what was counted in drafts.
    static let ofDrafts = Bilingual(
        ru: "в черновиках — {1} (публикации не мешает)", en: "in drafts: {1} (no hindrance to publication)")

    static let candidates = Bilingual(ru: "возможно: {1}", en: "perhaps: {1}")
    static let remedy = Bilingual(ru: "как исправить: {1}", en: "how to mend it: {1}")
    static let related = Bilingual(ru: "см. также: {1}", en: "see also: {1}")
    static let tableRow = Bilingual(ru: "строка таблицы: {1}", en: "row of the table: {1}")
    static let suppressed = Bilingual(ru: "… и ещё {1} [{2}]", en: "… and {1} more [{2}]")
}
