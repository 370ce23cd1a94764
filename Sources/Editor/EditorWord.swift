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
    case needed, wished, text, aboutText, tools, perhaps, aboutTerms, aboutDates, oneALine, newMaterial, choose, kept,
        conflict
    case refused, unreadable, noSite, notThere, elsewhere, unsafe, whole, saveWhole, history, noHistory
    case titleOfError, titleOfQuestion, isNew, isPublished, unpublish
    case askUnpublish, askForget, askForgetNew, forgetNew, hidePage, formWidth, askPublish, publishAnyway, keepWriting
    case mine, theirs, takeMine, takeTheirs, takeBoth, nothing, broughtTogether, unsettled, settledAlready,
        takenFromFile, aboutConflict, emptySections, cutSections, sectionsCut, emptyRow, twofold, aboutTwofold,
        aboutReach
    case example, findMaterial, notSaved, unsavedNew, noneFound, edit, savedAt, changedBy, wholeText
    case numberTaken, noNumber
    case entryPlace, entryMissing, entryTaken, entryAlike, entryUnsafe, entryFault
    case notFixed, fixWhole
    case broughtBack, broughtBackAt, wasDraftThen, wasShownThen, restarted, oldPage
    case atWords, refusedPublished, allMended
    case wasPublished, wasWithdrawn, alsoAsked, putOff, putOffNow, aboutPutOff, goOn, openPage
    case drafts, handbook, savedNow, draftSavedNow, titleFirst
    case today, yesterday, at, noChange, bringBack, olderText, refusedForOthers

    var wording: Bilingual {
        switch self {
        case .editing: Bilingual(ru: "правка", en: "editing")
        case .allMaterials: Bilingual(ru: "Все материалы", en: "All materials")
        case .asReaders: Bilingual(ru: "Открыть на сайте, с черновиками", en: "Open the site, with drafts")
        case .isDraft: Bilingual(ru: "черновик, читатели его не видят", en: "a draft, which readers do not see")
        case .titleFirst:
            Bilingual(
                ru: "Сначала назовите материал: из названия получится адрес его страницы, и потом он не меняется",
                en: "Name the material first: the address of its page is made of the title and stays")
        case .onDisk: Bilingual(ru: "Ваш текст и текст из файла", en: "Your text and that of the file")
        case .save: Bilingual(ru: "Готово: сохранить и показать", en: "Done: save and show")
        case .saveDraft: Bilingual(ru: "Сохранить черновик", en: "Save as a draft")
        case .forget: Bilingual(ru: "Забыть набранное", en: "Forget what was typed")
        case .seen: Bilingual(ru: "Как будет выглядеть", en: "What it will look like")
        case .moreFields: Bilingual(ru: "Остальные поля", en: "Further fields")
        case .unset: Bilingual(ru: "не сказано", en: "not said")
        case .yes: Bilingual(ru: "да", en: "yes")
        case .no: Bilingual(ru: "нет", en: "no")
        case .needed: Bilingual(ru: "нужно", en: "needed")
        case .wished: Bilingual(ru: "желательно", en: "wished for")
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
                ru: "Годятся день, месяц, квартал, год и учебный год: 15.10.2024, октябрь 2024, 2024/25 учебный год.",
                en: "A day, a month, a year: 15.10.2024, 2024.")
        case .aboutDates: Bilingual(ru: "День, месяц и год: 15.10.2024.", en: "Day, month and year: 15.10.2024.")
        case .oneALine: Bilingual(ru: "Каждое значение — на своей строке.", en: "Each value has a line of its own.")
        case .newMaterial: Bilingual(ru: "Новый материал", en: "A new material")
        case .choose: Bilingual(ru: "Что будем писать?", en: "What is it to be?")
        case .kept:
            Bilingual(
                ru: "Показано то, что было набрано раньше и ещё не сохранено: на сайте этого нет.",
                en: "This was typed earlier and not saved: the site does not have it.")
        case .conflict:
            Bilingual(
                ru:
                    "Пока вы писали, этот материал изменил кто-то другой. Ничего не записано и ничего не пропало: оба текста рядом. Выберите, что оставить там, где они спорят, и сохраните ещё раз.",
                en:
                    "Somebody else has changed the material meanwhile. Nothing was written and nothing is lost: both texts are side by side. Choose, and save again."
            )
        case .refused:
            Bilingual(
                ru: "Не сохранено: исправьте отмеченное или сохраните черновик",
                en: "Not saved: correct what is marked, or save a draft")
        case .refusedForOthers:
            Bilingual(
                ru: "Не сохранено: из-за этой правки появились бы ошибки в других материалах",
                en: "Not saved: other materials would have errors")
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
        case .whole: Bilingual(ru: "Файл целиком", en: "The whole file")
        case .saveWhole: Bilingual(ru: "Сохранить", en: "Save")
        case .history: Bilingual(ru: "прежние тексты", en: "earlier texts")
        case .notFixed:
            Bilingual(
                ru: "Само не исправляется: появилось бы другое замечание. Исправьте здесь сами.",
                en: "It cannot be mended without another fault: please correct it yourself.")
        case .fixWhole: Bilingual(ru: "Исправить то, у чего один ответ", en: "Mend what has one answer")
        case .titleOfError: Bilingual(ru: "Ошибка: ", en: "Error: ")
        case .titleOfQuestion: Bilingual(ru: "Проверьте: ", en: "Look again: ")
        case .isNew: Bilingual(ru: "новый материал, файла ещё нет", en: "new, without a file yet")
        case .isPublished: Bilingual(ru: "виден читателям", en: "seen by readers")
        case .unpublish: Bilingual(ru: "Убрать с сайта", en: "Take off the site")
        case .askUnpublish:
            Bilingual(
                ru:
                    "Материал сейчас виден читателям. Черновика они не увидят: страница исчезнет с сайта, пока вы снова не нажмёте «Готово»; по адресу, который уже публиковали, будет сказано, что она снята. Чтобы прежняя страница осталась, вернитесь и нажмите «Отложить».",
                en:
                    "Readers see this material now. As a draft it vanishes from the site until you press \"Done\" again; at an address that was published it will be said that it is withdrawn. To keep the former page, go back and press \"Go on later\"."
            )
        case .askForget:
            Bilingual(
                ru:
                    "Набранное после последнего сохранения уйдёт из формы, останется текст из файла. Вернуть его можно будет, пока не набрано другое.",
                en:
                    "What was typed since the last save leaves the form, which shows the file's text again. It can be had back until something else is typed."
            )
        case .askForgetNew:
            Bilingual(
                ru:
                    "Этот материал ещё ни разу не сохраняли. Из формы пропадёт всё набранное: поля, текст и таблицы.",
                en: "This material was never saved. All that was typed goes: fields, text and tables.")
        case .forgetNew: Bilingual(ru: "Очистить форму", en: "Clear the form")
        case .hidePage: Bilingual(ru: "Скрыть страницу", en: "Hide the page")
        case .formWidth: Bilingual(ru: "Ширина формы", en: "Width of the form")
        case .alsoAsked:
            Bilingual(
                ru: "Сохранить не мешает, но лучше поправить:",
                en: "This does not prevent saving, and had better be mended:")
        case .putOffNow: Bilingual(ru: "Отложить", en: "Go on later")
        case .aboutPutOff: Bilingual(ru: "На сайте останется прежний текст", en: "The page stays as it is")
        case .putOff:
            Bilingual(
                ru:
                    "Правки материала «{1}» отложены на этом компьютере. Читатели видят прежний текст, пока вы не нажмёте «Готово».",
                en:
                    "The edits of “{1}” are kept on this computer. Readers see the former text until you press \"Done\"."
            )
        case .openPage: Bilingual(ru: "Открыть страницу", en: "Open the page")
        case .goOn: Bilingual(ru: "Продолжить правку", en: "Go on")
        case .broughtBackAt:
            Bilingual(
                ru: "Возвращён {1} текст, каким он был до сохранения {2}",
                en: "Brought back {1}: the text as it was before the save {2}")
        case .wasDraftThen:
            Bilingual(
                ru: "Тогда это был черновик. Если вернуть этот текст, материал останется на сайте.",
                en: "It was a draft then. If this text is brought back the material stays on the site.")
        case .wasShownThen:
            Bilingual(
                ru: "Тогда материал был на сайте. Если вернуть этот текст, он останется черновиком.",
                en: "The material was on the site then. If this text is brought back it stays a draft.")
        case .broughtBack:
            Bilingual(
                ru: "Текст возвращён. Тот, что был до этого, — первый в списке ниже.",
                en: "The text is back. The one before is the first below.")
        case .restarted:
            Bilingual(
                ru:
                    "Пока страница была открыта, программу перезапустили. Ничего не записано и ничего не пропало: нажмите кнопку ещё раз.",
                en:
                    "The program was started anew while the page was open. Nothing is written and nothing lost: press the button again."
            )
        case .oldPage:
            Bilingual(
                ru: "Эта страница открыта до перезапуска программы: откройте её заново.",
                en: "This page is older than the program that runs: open it again.")
        case .atWords: Bilingual(ru: "строка «{1}»:", en: "the line \"{1}\":")
        case .refusedPublished:
            Bilingual(
                ru: "Не сохранено, на сайте прежний текст: исправьте отмеченное. Набранное не пропадёт.",
                en: "Not saved, the site has the earlier text: correct what is marked. What was typed is kept.")
        case .allMended:
            Bilingual(ru: "Отмеченное исправлено: можно сохранять", en: "What was marked is corrected: it can be saved")
        case .drafts: Bilingual(ru: "Черновики", en: "Drafts")
        case .handbook: Bilingual(ru: "Справочник редактора", en: "Handbook")
        case .savedNow: Bilingual(ru: "Сохранено {1}", en: "Saved {1}")
        case .draftSavedNow: Bilingual(ru: "Черновик сохранён {1}", en: "The draft was saved {1}")
        case .askPublish:
            Bilingual(
                ru: "Ещё не опубликовано: сначала посмотрите, что осталось",
                en: "Not published yet: look first at what is left")
        case .publishAnyway: Bilingual(ru: "Всё равно опубликовать", en: "Publish all the same")
        case .keepWriting: Bilingual(ru: "Вернуться к правке", en: "Go on writing")
        case .mine: Bilingual(ru: "У вас", en: "Yours")
        case .theirs: Bilingual(ru: "В файле", en: "In the file")
        case .takeMine: Bilingual(ru: "Взять моё", en: "Take mine")
        case .takeTheirs: Bilingual(ru: "Взять из файла", en: "Take the file's")
        case .takeBoth: Bilingual(ru: "Оставить оба", en: "Keep both")
        case .broughtTogether:
            Bilingual(
                ru:
                    "Пока вы писали, этот материал изменил кто-то другой, но в других местах. В форме теперь и ваши правки, и его. Ещё ничего не записано: проверьте и сохраните.",
                en:
                    "Somebody else has changed this material meanwhile, at other places. The form holds both. Nothing is written yet: look at it and save."
            )
        case .unsettled:
            Bilingual(
                ru: "Не сохранено: выберите, что оставить, в каждом отмеченном месте ниже.",
                en: "Not saved: choose what to keep at each place that is marked below.")
        case .settledAlready:
            Bilingual(ru: "Места разные: в форме и то, и другое.", en: "Different places: the form holds both.")
        case .takenFromFile:
            Bilingual(
                ru: "Здесь вы ничего не меняли: в форме то, что в файле.",
                en: "You changed nothing here: the file's stands.")
        case .nothing: Bilingual(ru: "пусто", en: "empty")
        case .aboutConflict:
            Bilingual(
                ru:
                    "Различия отмечены. Где вы и другой человек изменили одно и то же, выберите, что оставить: кнопка меняет только это поле.",
                en:
                    "Differences are marked. Where both have changed the same, choose what to keep: a button changes that field alone."
            )
        case .emptySections:
            Bilingual(
                ru: "Ничего не написано под заголовками: {1}. Читатели увидят одни заголовки",
                en: "Nothing is written below: {1}. Readers would see bare headings")
        case .cutSections: Bilingual(ru: "Убрать пустые разделы: {1}", en: "Remove empty sections: {1}")
        case .sectionsCut:
            Bilingual(
                ru: "Убраны из текста: {1}. Вернуть их можно кнопкой «Отменить» над текстом.",
                en: "Removed from the text: {1}. \"Undo\" above the text brings them back.")
        case .emptyRow: Bilingual(ru: "В таблице «{1}» пуста строка {2}", en: "Row {2} of \"{1}\" is empty")
        case .twofold:
            Bilingual(
                ru: "Здесь и в разделе «{1}» написано разное: читатель увидит и то, и другое",
                en: "This and the section \"{1}\" say different things: readers see both")
        case .aboutTwofold:
            Bilingual(
                ru:
                    "Читатель увидит это коротко, вверху страницы; раздел «{1}» в тексте — для подробностей, он не обязателен.",
                en: "Readers see this at the top of the page; the section \"{1}\" of the text is for details.")
        case .aboutReach:
            Bilingual(
                ru:
                    "Если муниципалитеты не названы, материал относится ко всем муниципалитетам региона, только когда здесь стоит {1}. Без уровня его не будет ни на одной их странице.",
                en:
                    "Where no municipalities are named, it is of all of the region only at one of these levels: {1}. Without a level it stands on the page of none."
            )
        case .example: Bilingual(ru: "Например: {1}", en: "For example: {1}")
        case .findMaterial: Bilingual(ru: "Найти материал", en: "Find a material")
        case .notSaved: Bilingual(ru: "есть несохранённое", en: "not all is saved")
        case .unsavedNew: Bilingual(ru: "Начато и не сохранено", en: "Begun and not saved")
        case .noneFound: Bilingual(ru: "Ничего не найдено", en: "Nothing found")
        case .edit: Bilingual(ru: "Править этот материал", en: "Edit this material")
        case .savedAt: Bilingual(ru: "Сохранено {1}", en: "Saved {1}")
        case .changedBy: Bilingual(ru: "Что изменилось при этом сохранении", en: "What this save has changed")
        case .wholeText: Bilingual(ru: "Посмотреть целиком, как было до этого", en: "See all as it was before")
        case .numberTaken:
            Bilingual(
                ru: "Этот номер у записи «{1}»: назовите свободный.",
                en: "\"{1}\" has this number: give one that is free.")
        case .noNumber: Bilingual(ru: "«{1}» — не номер: напишите число от 1.", en: "\"{1}\" is no number from 1 on.")
        case .entryPlace:
            Bilingual(ru: "«{1}» в списке нет: выберите из предложенного.", en: "The list has no \"{1}\".")
        case .entryMissing: Bilingual(ru: "Заполните: {1}.", en: "Fill in: {1}.")
        case .entryTaken:
            Bilingual(ru: "Такая запись в списке уже есть.", en: "The list has this entry already.")
        case .entryAlike:
            Bilingual(
                ru: "В списке уже есть похожее. Может быть, имеется в виду оно?",
                en: "The list has something alike. Is that what is meant?")
        case .entryUnsafe:
            Bilingual(
                ru:
                    "Список «{1}» так дополнить нельзя: его файл записан необычно. Ничего не изменено, попросите того, кто настраивает сайт.",
                en: "The list \"{1}\" cannot be added to so: its file is written unusually. Nothing was changed.")
        case .entryFault:
            Bilingual(
                ru: "Запись не добавлена: на сайте появилась бы ошибка — {1}.",
                en: "Not added: the site would have an error: {1}.")
        case .today: Bilingual(ru: "сегодня в {1}", en: "today at {1}")
        case .yesterday: Bilingual(ru: "вчера в {1}", en: "yesterday at {1}")
        case .at: Bilingual(ru: "{1} в {2}", en: "{1} at {2}")
        case .noChange: Bilingual(ru: "Слова те же: изменилась только запись.", en: "The words are the same.")
        case .wasPublished: Bilingual(ru: "Черновик опубликован.", en: "The draft was published.")
        case .wasWithdrawn:
            Bilingual(
                ru: "Материал убран с сайта, он снова черновик.",
                en: "The material left the site, and is a draft again.")
        case .bringBack: Bilingual(ru: "Вернуть этот текст", en: "Bring this text back")
        case .olderText:
            Bilingual(ru: "Текст до этого сохранения", en: "The text before this save")
        case .noHistory:
            Bilingual(ru: "Здесь ещё ничего не сохраняли.", en: "Nothing was saved here yet.")
        }
    }
}
