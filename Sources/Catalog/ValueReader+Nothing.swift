import Diagnostics
import Languages

/// What is said of words that say that there is no value.
extension ValueReader {
    /// «нет», «не указано», «--»: as people fill in a form.
    private static let words: Set<String> = [
        "нет", "не указано", "не указан", "не указана", "не указаны", "не определено", "не определен", "не определена",
        "не установлено", "не заполнено", "отсутствует", "нет данных", "нет сведений", "неизвестно", "не известно",
        "не выбрано", "не применимо", "неприменимо", "пусто", "n/a", "н/д", "none", "no", "null", "-", "--", "---",
    ]

    private static let longestWord = words.map(\.utf8.count).max() ?? 0

    /// Whether a text says that there is no value, where it names none; then it is told.
    mutating func reportedNothing(_ item: Item, _ field: FieldDefinition) -> Bool {
        let text = NameFolding.fold(item.text)
        guard text.utf8.count <= Self.longestWord, Self.words.contains(text),
            takesNone(of: item.text, folded: text, field.type)
        else { return false }
        report(.noValue, [field.label, item.text], item.range)
        return true
    }

    /// Whether a type has no value of that name.
    private func takesNone(of text: String, folded: String, _ type: FieldType) -> Bool {
        switch type {
        case .number, .share, .date, .period, .list: true
        case .choice(let choices): !choices.contains { $0.id == text || NameFolding.fold($0.label) == folded }
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            schema.vocabulary(id).map { schema.vocabularies[$0].resolve(text) == .none } ?? false
        default: false
        }
    }
}
