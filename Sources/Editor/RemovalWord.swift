import Diagnostics
import Languages

/// Words about drafts that are removed, brought back or wiped out.
enum RemovalWord: Worded {
    case delete, askDelete, removedIsPublished, removedIsTaken, removedDrafts, removedAt, wipe, aboutWipe, wipeNow
    case wipeHistory, aboutWipeHistory, draftRemoved, draftBack
    case strays, aboutStrays, removeStray, strayRemoved, strayBack

    var wording: Bilingual {
        switch self {
        case .delete: Bilingual(ru: "Удалить черновик", en: "Remove the draft")
        case .askDelete:
            Bilingual(
                ru:
                    "Черновик уйдёт из материалов вместе с картинками и файлами, которых больше нигде нет. Вернуть его вместе с набранным можно внизу страницы «Все материалы».",
                en:
                    "The draft leaves the materials, with pictures and files that nothing else shows. It can be had back with all that was typed below \"All materials\"."
            )
        case .removedIsPublished:
            Bilingual(
                ru: "Материал опубликован: сначала уберите его с сайта в черновики.",
                en: "It is published: take it off the site first.")
        case .removedIsTaken:
            Bilingual(
                ru: "Не возвращено: материал или файл с таким именем уже есть. Переименуйте его и попробуйте снова.",
                en: "Not brought back: a material or a file of that name is there. Rename it and try again.")
        case .removedDrafts: Bilingual(ru: "Удалённые черновики и файлы", en: "Removed drafts and files")
        case .removedAt: Bilingual(ru: "удалён {1}", en: "removed {1}")
        case .wipe: Bilingual(ru: "Стереть насовсем…", en: "Wipe out for good…")
        case .aboutWipe: Bilingual(ru: "Вернуть его будет нельзя.", en: "It cannot be had back then.")
        case .wipeNow: Bilingual(ru: "Стереть", en: "Wipe out")
        case .wipeHistory: Bilingual(ru: "Стереть прежние тексты…", en: "Wipe out earlier texts…")
        case .aboutWipeHistory:
            Bilingual(
                ru:
                    "В прежних текстах остаётся всё, что из материала убрали, — например, фамилии. Они хранятся только на этом компьютере. Стёртое вернуть нельзя.",
                en:
                    "Earlier texts hold what was taken out, names for example. They are on this computer only and cannot be had back."
            )
        case .draftRemoved:
            Bilingual(
                ru: "Черновик «{1}» удалён. Он ждёт внизу этой страницы: его можно вернуть.",
                en: "The draft “{1}” was removed. It waits at the end of this page and can be had back.")
        case .strays: Bilingual(ru: "Файлы, на которые никто не ссылается", en: "Files that nothing refers to")
        case .aboutStrays:
            Bilingual(
                ru:
                    "Они лежат рядом с материалами, а на сайт не попадают: их заменили или убрали из текста. Удалённый файл можно вернуть внизу этой страницы.",
                en:
                    "They lie beside the materials and come on no site: they were replaced, or taken out of a text. A removed file can be had back below."
            )
        case .removeStray: Bilingual(ru: "Удалить", en: "Remove")
        case .strayRemoved:
            Bilingual(
                ru: "Файл «{1}» удалён. Он ждёт внизу этой страницы: его можно вернуть.",
                en: "The file \"{1}\" was removed. It waits at the end of this page and can be had back.")
        case .strayBack: Bilingual(ru: "Файл «{1}» возвращён.", en: "The file \"{1}\" is back.")
        case .draftBack: Bilingual(ru: "Черновик «{1}» возвращён.", en: "The draft “{1}” is back.")
        }
    }
}
