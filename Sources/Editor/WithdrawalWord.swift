import Diagnostics
import Languages

/// Words about what readers are told of a material that leaves the site.
enum WithdrawalWord: Worded {
    case ifWithdrawn, naming, andOthers, reason, aboutReason, successor, aboutSuccessor, noSuccessor

    var wording: Bilingual {
        switch self {
        case .ifWithdrawn:
            Bilingual(
                ru: "Что сказать читателю, если снимаете с сайта", en: "What to tell readers when you take it off")
        case .naming:
            Bilingual(
                ru: "На него ссылаются: {1}. У этих ссылок встанет «снято с публикации».",
                en: "It is linked to by {1}. These links will say that it was withdrawn.")
        case .andOthers: Bilingual(ru: " и ещё {1}", en: " and {1} more")
        case .reason: Bilingual(ru: "Почему материал снят", en: "Why it was withdrawn")
        case .aboutReason:
            Bilingual(
                ru:
                    "Одно предложение на странице «Снято с публикации», которая встанет по этому адресу. Можно оставить пустым. Например: Положение отменено.",
                en:
                    "A sentence on the page \"Withdrawn\" that will stand at this address. May be left empty. For example: The regulation was repealed."
            )
        case .successor: Bilingual(ru: "Что читать вместо него", en: "What to read instead")
        case .aboutSuccessor:
            Bilingual(
                ru: "Материал этого сайта: с той же страницы на него будет ссылка. Можно оставить пустым.",
                en: "A material of this site: the same page will lead to it. May be left empty.")
        case .noSuccessor:
            Bilingual(
                ru: "Читать вместо него «{1}» нельзя: такого опубликованного материала нет. Выберите его из списка.",
                en: "“{1}” cannot be read instead: there is no such published material. Choose it from the list.")
        }
    }
}
