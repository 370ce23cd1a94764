import Diagnostics
import Languages

/// What places of a form are called in a sentence.
enum PlaceWord: Worded {
    case placeInField, placeInSection, placeInTable, placeInNameless, rowOfTable, headOfTable, cell, namelessCell
    case wordless, concerns, concernsAll, concernsAllBut, concernsNobody
    case concernsAllBySilence, concernsAllByRegion, concernsAllUnknown, concernsAllUnclear

    var wording: Bilingual {
        switch self {
        case .cell: Bilingual(ru: "{1}, строка {2}, «{3}»", en: "{1}, row {2}, \"{3}\"")
        case .placeInField: Bilingual(ru: "Поле «{1}»", en: "Field \"{1}\"")
        case .placeInSection: Bilingual(ru: "Раздел «{1}»", en: "Section \"{1}\"")
        case .placeInTable:
            Bilingual(ru: "Таблица «{1}», строка {2}, столбец «{3}»", en: "Table \"{1}\", row {2}, column \"{3}\"")
        case .rowOfTable: Bilingual(ru: "таблица «{1}», строка {2}", en: "table \"{1}\", row {2}")
        case .headOfTable: Bilingual(ru: "таблица «{1}», шапка", en: "table \"{1}\", heads")
        case .placeInNameless:
            Bilingual(ru: "Таблица «{1}», строка {2}, столбец {3}", en: "Table \"{1}\", row {2}, column {3}")
        case .namelessCell: Bilingual(ru: "{1}, строка {2}, столбец {3}", en: "{1}, row {2}, column {3}")
        case .concerns: Bilingual(ru: "касается: {1}", en: "concerns: {1}")
        case .concernsAll: Bilingual(ru: "касается всех {1}", en: "concerns all {1}")
        case .concernsAllBut: Bilingual(ru: "касается всех, кроме: {1}", en: "concerns all but: {1}")
        case .concernsAllBySilence:
            Bilingual(ru: "касается всех: места в ячейке нет", en: "concerns all: the cell names no place")
        case .concernsAllByRegion:
            Bilingual(
                ru: "касается всех: исполняет и ведомство или институт региона",
                en: "concerns all: an office or an institute of the region carries it out too")
        case .concernsAllUnknown:
            Bilingual(ru: "касается всех: нет в списке — {1}", en: "concerns all: not in the list — {1}")
        case .concernsAllUnclear:
            Bilingual(
                ru: "касается всех: чья строка, из слов не понять", en: "concerns all: its words do not say whose it is"
            )
        case .concernsNobody: Bilingual(ru: "не касается никого из списка: {1}", en: "concerns none of the list: {1}")
        case .wordless: Bilingual(ru: "без названия", en: "without a name")
        }
    }
}
