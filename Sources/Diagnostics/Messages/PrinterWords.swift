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
    static func label(_ severity: Severity) -> Wording {
        switch severity {
        case .error: Wording(ru: "ошибка", en: "error")
        case .warning: Wording(ru: "предупреждение", en: "warning")
        case .hint: Wording(ru: "подсказка", en: "hint")
        }
    }

    static let candidates = Wording(ru: "возможно: {1}", en: "perhaps: {1}")
    static let remedy = Wording(ru: "как исправить: {1}", en: "how to mend it: {1}")
    static let related = Wording(ru: "см. также: {1}", en: "see also: {1}")
    static let tableRow = Wording(ru: "строка таблицы: {1}", en: "row of the table: {1}")
    static let suppressed = Wording(ru: "… и ещё {1} [{2}]", en: "… and {1} more [{2}]")
}
