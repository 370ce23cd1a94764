import Diagnostics
import Languages

/// Words that the script of a grid says.
enum GridWord: String, CaseIterable, Worded {
    case addRow, undo, pastedRows, pastedHeads, pastedAbove, pastedLost

    var wording: Bilingual {
        switch self {
        case .addRow: Bilingual(ru: "Добавить строку", en: "Add a row")
        case .undo: Bilingual(ru: "Отменить (Ctrl+Z)", en: "Undo (Ctrl+Z)")
        case .pastedRows: Bilingual(ru: "Вставлено строк: {1}", en: "Rows put in: {1}")
        case .pastedHeads: Bilingual(ru: "строка названий: «{1}»", en: "heads: \"{1}\"")
        case .pastedAbove: Bilingual(ru: "пропущено строк над ней: {1}", en: "rows above it that were passed over: {1}")
        case .pastedLost:
            Bilingual(
                ru: "не вставлены столбцы, которых в этой таблице нет: «{1}»",
                en: "columns that this table has not, which were not put in: \"{1}\"")
        }
    }
}
