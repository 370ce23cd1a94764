import Diagnostics
import Languages

/// Words of the page on which a draft is put into a material that is there.
enum JoinWord: Worded {
    case seemsNewer, broughtFor, seemsNewerOfDraft, compare, title, about, kindOfNewer, kindOfBrought, take, isNew,
        before
    case staying, homeless, nothingNew, join, toForm, aboutButtons, openDraft, openMaterial, unsavedDraft
    case unsavedMaterial, changed, refused, notTaken, gone, textHeading, intro, lineIsSeen, aboutLine, stillWanted,
        aboutSameTitle
    case listedNewer, listedBrought

    var wording: Bilingual {
        switch self {
        case .seemsNewer:
            Bilingual(
                ru: "Похоже на новую версию опубликованного материала «{1}».",
                en: "This looks like a newer version of the published material \"{1}\".")
        case .seemsNewerOfDraft:
            Bilingual(
                ru: "Похоже на новую версию другого черновика — «{1}».",
                en: "This looks like a newer version of another draft, \"{1}\".")
        case .broughtFor:
            Bilingual(
                ru: "Это текст к материалу «{1}»: так сказано в первой строке.",
                en: "This is a text for \"{1}\", as its first line says.")
        case .compare: Bilingual(ru: "Сравнить и внести туда", en: "Compare, and put it there")
        case .title: Bilingual(ru: "Внести в материал «{1}»", en: "Put into \"{1}\"")
        case .kindOfNewer:
            Bilingual(
                ru: "Из черновика «{1}»: похоже на новую версию.",
                en: "From the draft \"{1}\", which looks like a newer version.")
        case .kindOfBrought:
            Bilingual(
                ru: "Из черновика «{1}»: это текст к материалу.", en: "From the draft \"{1}\", a text for the material."
            )
        case .about:
            Bilingual(
                ru:
                    "Отмеченное ниже попадёт в материал: снимите отметку с того, чего вносить не надо, и поставьте её там, где нужно. Адрес материала и ссылки на него останутся прежними, а его текст до этого — в «прежних текстах».",
                en:
                    "What is ticked below goes into the material: untick what is not wanted, and tick what is. The material keeps its address and all links to it; its text until now is kept among the earlier texts."
            )
        case .take: Bilingual(ru: "Внести: {1}", en: "Take: {1}")
        case .isNew: Bilingual(ru: "в материале этого ещё нет", en: "the material does not have it yet")
        case .before:
            Bilingual(
                ru: "Что уйдёт, зачёркнуто; что появится, выделено.",
                en: "What goes is struck out, what comes is marked.")
        case .staying:
            Bilingual(
                ru: "В черновике нет, в материале останется как есть: {1}.",
                en: "Not in the draft; stays in the material as it is: {1}.")
        case .homeless:
            Bilingual(
                ru: "Такого поля у материала нет, это не вносится: {1}.",
                en: "The material has no such field; this is not taken: {1}.")
        case .nothingNew:
            Bilingual(
                ru: "В черновике нет ничего, чего не было бы в материале. Его можно удалить в его форме.",
                en: "The draft has nothing that the material has not. It can be removed in its form.")
        case .join: Bilingual(ru: "Внести и убрать черновик", en: "Put in, and remove the draft")
        case .toForm: Bilingual(ru: "Внести в форму, чтобы поправить", en: "Put into the form, to edit it first")
        case .aboutButtons:
            Bilingual(
                ru:
                    "Первая кнопка сохраняет материал сразу, а черновик уносит в «Удалённые черновики»: оттуда его можно вернуть. Вторая ничего не сохраняет: отмеченное окажется в форме материала, а черновик останется.",
                en:
                    "The first button saves the material at once and moves the draft to the removed ones, from where it can be had back. The second saves nothing: what is ticked stands in the form of the material, and the draft stays."
            )
        case .openDraft: Bilingual(ru: "Открыть черновик", en: "Open the draft")
        case .openMaterial: Bilingual(ru: "Открыть материал", en: "Open the material")
        case .unsavedDraft:
            Bilingual(
                ru: "В форме черновика есть несохранённое. Сначала сохраните его или нажмите там «Забыть набранное».",
                en: "The form of the draft holds what is not saved. Save it, or forget it there.")
        case .unsavedMaterial:
            Bilingual(
                ru: "В форме материала есть несохранённое. Сначала сохраните его или нажмите там «Забыть набранное».",
                en: "The form of the material holds what is not saved. Save it, or forget it there.")
        case .changed:
            Bilingual(
                ru: "Пока вы смотрели, один из текстов изменился. Ничего не внесено: посмотрите ещё раз.",
                en: "One of the texts has changed meanwhile. Nothing was taken: look again.")
        case .refused:
            Bilingual(
                ru: "Не внесено: появились бы ошибки. Внесите в форму и поправьте там — или снимите отметку.",
                en: "Not taken: there would be errors. Put it into the form and correct it there, or untick it.")
        case .notTaken: Bilingual(ru: "Ничего не отмечено: вносить нечего.", en: "Nothing is ticked.")
        case .gone:
            Bilingual(
                ru: "Не видно материала, в который это можно внести: его переименовали или удалили.",
                en: "There is no material to put this into.")
        case .stillWanted:
            Bilingual(
                ru:
                    "Проверьте потом в форме материала поле «{1}»: сейчас там «{2}», и по нему альбом просит этот текст у читателей.",
                en:
                    "Look at the field \"{1}\" of the material afterwards: it says \"{2}\", by which readers are asked for the text."
            )
        case .aboutSameTitle:
            Bilingual(
                ru: "Если это его новая версия, внесите её туда: ссылка вверху страницы",
                en: "Where this is its newer version, put it there: the link is at the top")
        case .listedNewer:
            Bilingual(ru: "похоже на новую версию: «{1}»", en: "looks like a newer version of \"{1}\"")
        case .listedBrought: Bilingual(ru: "текст к материалу «{1}»", en: "a text for \"{1}\"")
        case .textHeading: Bilingual(ru: "Текст", en: "Text")
        case .intro: Bilingual(ru: "начало текста", en: "the beginning of the text")
        case .lineIsSeen:
            Bilingual(
                ru: "Первая строка «{1}» написана для вас, а не для читателей: на сайте её увидят все.",
                en: "The first line \"{1}\" is meant for you: readers would see it.")
        case .aboutLine:
            Bilingual(
                ru: "Внесите текст в тот материал (ссылка вверху страницы) или уберите эту строку.",
                en: "Put the text into that material (by the link at the top), or remove the line.")
        }
    }
}
