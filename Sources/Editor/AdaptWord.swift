import Diagnostics
import Languages

/// Words about a new material that is made of another one.
enum AdaptWord: Worded {
    case adapt, title, about, place, placeUnset, years, yearsAbout, keepYears, later, open, left, unsaved, gone, opened
    case mentions, moreMentions

    var wording: Bilingual {
        switch self {
        case .adapt: Bilingual(ru: "Адаптировать", en: "Adapt")
        case .title: Bilingual(ru: "Адаптировать: {1}", en: "Adapt: {1}")
        case .about:
            Bilingual(
                ru:
                    "Откроется форма нового материала с текстом и строками этого. Образец не меняется; новый материал назовёт его в поле «{1}», и оба будут ссылаться друг на друга.",
                en:
                    "A form of a new material opens, with the text and the rows of this one. The model stays as it is; the new material names it in the field \"{1}\", and each leads to the other."
            )
        case .place: Bilingual(ru: "Для кого", en: "For whom")
        case .placeUnset: Bilingual(ru: "впишу в форме", en: "to be written in the form")
        case .years: Bilingual(ru: "Сроки", en: "Terms")
        case .yearsAbout:
            Bilingual(
                ru: "В таблицах образца названы годы: {1}.", en: "The tables of the model name the years {1}.")
        case .keepYears: Bilingual(ru: "оставить как в образце", en: "as in the model")
        case .later: Bilingual(ru: "позже на {1}: {2}", en: "later by {1}: {2}")
        case .open: Bilingual(ru: "Открыть форму", en: "Open the form")
        case .left:
            Bilingual(
                ru: "Не переносится, потому что принадлежит самому образцу: {1}.",
                en: "Not taken over, since it belongs to the model alone: {1}.")
        case .unsaved:
            Bilingual(
                ru:
                    "В форме образца есть несохранённое: в новый материал попадёт то, что сохранено.",
                en: "The form of the model holds what is not saved: the new material takes what is.")
        case .gone:
            Bilingual(
                ru: "Этот материал не предназначен для адаптации: у его вида нет ключа adaptable.",
                en: "This material is not there to be adapted: its kind lacks the key adaptable.")
        case .opened:
            Bilingual(
                ru: "Взято из «{1}». Впишите даты, место и ответственных — их в образце оставили.",
                en: "Taken from \"{1}\". Write dates, the place and who is responsible: these were left behind.")
        case .mentions:
            Bilingual(
                ru: "Место образца ещё названо — поправьте: {1}.",
                en: "The place of the model is still named; mend it: {1}.")
        case .moreMentions:
            Bilingual(
                ru: "Место образца ещё названо — поправьте: {1}; и ещё мест: {2}.",
                en: "The place of the model is still named; mend it: {1}; and {2} more.")
        }
    }
}
