import Diagnostics
import Languages

/// Words of what was typed and put aside, and of the way back.
enum AsideWord: Worded {
    case putAside, putAsideNamed, earlier, earlierNamed, beside, besideNamed, recall, recallInstead, askRecall, agree,
        lastOfAll

    var wording: Bilingual {
        switch self {
        case .putAside: Bilingual(ru: "Набранное убрано.", en: "What was typed was put aside.")
        case .putAsideNamed:
            Bilingual(ru: "Набранное убрано: «{1}».", en: "What was typed was put aside: \"{1}\".")
        case .earlier:
            Bilingual(
                ru: "Есть ещё набранное, которое было убрано из формы раньше.",
                en: "There is more that was typed, and put aside earlier.")
        case .earlierNamed:
            Bilingual(
                ru: "Есть ещё набранное, которое было убрано из формы раньше: «{1}».",
                en: "There is more that was typed, and put aside earlier: \"{1}\".")
        case .beside:
            Bilingual(
                ru: "Есть ещё набранное — в другой вкладке или здесь раньше.",
                en: "There is more that was typed: in another tab, or here before.")
        case .besideNamed:
            Bilingual(
                ru: "Есть ещё набранное — в другой вкладке или здесь раньше: «{1}».",
                en: "There is more that was typed: in another tab, or here before: \"{1}\".")
        case .recall: Bilingual(ru: "Вернуть набранное", en: "Bring it back")
        case .recallInstead:
            Bilingual(ru: "Вернуть его вместо нынешнего…", en: "Bring it back in place of what is there…")
        case .askRecall:
            Bilingual(
                ru:
                    "В форме окажется убранное раньше, а то, что в ней сейчас, уберётся. Оно не пропадёт: его можно будет вернуть той же кнопкой.",
                en:
                    "The form will hold what was put aside earlier, and what it holds now is put aside. It is not lost: the same button brings it back."
            )
        case .agree: Bilingual(ru: "Поменять местами", en: "Put one for the other")
        case .lastOfAll:
            Bilingual(
                ru: "То, что было убрано из формы до этого, вернуть будет уже нельзя.",
                en: "What was put aside before that can no longer be had back.")
        }
    }
}
