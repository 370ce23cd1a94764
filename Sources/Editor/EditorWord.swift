import Diagnostics
import Languages

/// A word of the editing pages, in each language.
protocol Worded {
    var wording: Bilingual { get }
}

extension Worded {
    /// In a language, with `{1}` … replaced.
    func text(_ language: Language, _ arguments: String...) -> String { wording.text(language, arguments) }
}

/// Words that stand on the editing pages.
enum EditorWord: Worded {
    case editing, allMaterials, asReaders, isDraft, onDisk, save, saveDraft, forget, seen, moreFields, unset, yes, no
    case needed, text, aboutText, tools, perhaps, aboutTerms, aboutDates, oneALine, newMaterial, choose, kept, conflict
    case refused, unreadable, noSite, notThere, elsewhere, unsafe, noTitle, whole, saveWhole, history, back, noHistory

    var wording: Bilingual {
        switch self {
        case .editing: Bilingual(ru: "правка", en: "editing")
        case .allMaterials: Bilingual(ru: "Все материалы", en: "All materials")
        case .asReaders: Bilingual(ru: "Как видят читатели", en: "As readers see it")
        case .isDraft: Bilingual(ru: "черновик, читатели его не видят", en: "a draft, which readers do not see")
        case .onDisk: Bilingual(ru: "Что сейчас в файле", en: "What is in the file now")
        case .save: Bilingual(ru: "Готово: сохранить и показать", en: "Done: save and show")
        case .saveDraft: Bilingual(ru: "Сохранить черновик", en: "Save as a draft")
        case .forget: Bilingual(ru: "Забыть набранное", en: "Forget what was typed")
        case .seen: Bilingual(ru: "Так увидят читатели", en: "What readers will see")
        case .moreFields: Bilingual(ru: "Остальные поля", en: "Further fields")
        case .unset: Bilingual(ru: "не сказано", en: "not said")
        case .yes: Bilingual(ru: "да", en: "yes")
        case .no: Bilingual(ru: "нет", en: "no")
        case .needed: Bilingual(ru: "нужно", en: "needed")
        case .text: Bilingual(ru: "Текст", en: "Text")
        case .aboutText:
            Bilingual(
                ru:
                    "Абзацы разделяет пустая строка. Разделы, списки, ссылки, таблицы и картинки ставят кнопки; из Word и Excel можно просто вставить. Таблицы под текстом правятся как в Excel.",
                en:
                    "A blank line parts paragraphs. Buttons put in sections, lists, links, tables and pictures; text of Word and Excel may simply be pasted. Tables below are edited as in a spreadsheet."
            )
        case .tools: Bilingual(ru: "Оформление", en: "Formatting")
        case .perhaps: Bilingual(ru: "возможно:", en: "perhaps:")
        case .aboutTerms:
            Bilingual(
                ru: "Например: 15.10.2024, октябрь 2024, II квартал 2024, 2024/25 учебный год.",
                en: "For example: 15.10.2024, 2024.")
        case .aboutDates: Bilingual(ru: "Например: 15.10.2024.", en: "For example: 15.10.2024.")
        case .oneALine: Bilingual(ru: "Каждое значение — на своей строке.", en: "Each value has a line of its own.")
        case .newMaterial: Bilingual(ru: "Новый материал", en: "A new material")
        case .choose: Bilingual(ru: "Что будем писать?", en: "What is it to be?")
        case .kept:
            Bilingual(
                ru: "Показано то, что было набрано и не сохранено. Кнопка «Забыть набранное» вернёт текст из файла.",
                en: "This was typed and not saved. \"Forget what was typed\" brings the file's text back.")
        case .conflict:
            Bilingual(
                ru:
                    "Пока вы писали, файл изменил кто-то другой. Ничего не записано: ниже оба текста. Перенесите нужное и сохраните ещё раз — тогда останется ваш текст.",
                en:
                    "Somebody else has changed the file meanwhile. Nothing was written; both texts are below. Saving once more keeps yours."
            )
        case .refused:
            Bilingual(
                ru: "Не сохранено: исправьте отмеченное красным или сохраните как черновик.",
                en: "Not saved: correct what is marked red, or save as a draft.")
        case .unreadable:
            Bilingual(
                ru: "Шапку этого файла прочитать нельзя, поэтому он показан целиком, как есть.",
                en: "The front matter of this file cannot be read, so the file is shown whole.")
        case .noSite:
            Bilingual(
                ru: "Сайт сейчас не собрать: исправьте ошибки в album.yml, списках или видах.",
                en: "The site cannot be made now.")
        case .notThere: Bilingual(ru: "Такого материала нет.", en: "There is no such material.")
        case .elsewhere:
            Bilingual(
                ru: "Ошибок в других материалах из-за этой правки: {1}.",
                en: "Errors in other materials because of this edit: {1}.")
        case .unsafe:
            Bilingual(
                ru: "Значение поля «{1}» так записать нельзя: изменилось бы другое поле. Ничего не записано.",
                en: "The field \"{1}\" cannot be written so.")
        case .noTitle:
            Bilingual(
                ru: "Дайте материалу название: из него получится имя файла.",
                en: "Give the material a title: its file is named by it.")
        case .whole: Bilingual(ru: "Файл целиком", en: "The whole file")
        case .saveWhole: Bilingual(ru: "Сохранить", en: "Save")
        case .history: Bilingual(ru: "прежние тексты", en: "earlier texts")
        case .back:
            Bilingual(ru: "Вернуть текст, каким он был до этого сохранения", en: "Bring back the text before this save")
        case .noHistory:
            Bilingual(ru: "Здесь ещё ничего не сохраняли.", en: "Nothing was saved here yet.")
        }
    }
}
