import Diagnostics
import Languages

/// Words that the script of a text says: its tools, what is pasted, files and what is taken in.
enum TextWord: String, CaseIterable, Worded {
    case sample, section, subsection, bullets, numbers, bold, italic, link, table, undoText, redoText
    case tableBelow, notInTable, atHeading, atItem, atTable, atText, cancel, putIn
    case linkText, linkTo, linkHelp, linkFound, linkChosen, linkNowhere, linkRemove, linkIsFile, linkDraft
    case tableWhich, tablePlain, tableColumns, tableRows, tableHead, tableNames
    case chooseFile, fileNotTaken, fileTooLarge, askAlternative, helpAlternative, isOrnament, needAlternative, noSight
    case askFileTitle, needTitle, filesTitle, keepingFile, filesRefused, filesTold, kilobytes, megabytes, pictureUntold
    case closeTold, pasting, pasteTooLarge, pastedPlain, pastedNothing, pastedTold, toldPlaces, tableStands
    case takeDocument, takeInstead, aboutTaking, takingDocument, documentRefused, documentTaken, textStands,
        textStandsHelp
    case replaceText, appendText, appendAsText, addRowsTo, fieldsFilled, fieldKept, picturesKept
    case documentTakenRows, documentOffers, documentDetails, textChanged, textChangedHelp, takeAnew, offersLater,
        reportOf
    case rowsAdded, columnsAdded, rowsKept, rowsLeft, columnsLeft, aroundNotAdded

    var wording: Bilingual {
        switch self {
        case .sample: Bilingual(ru: "текст", en: "text")
        case .section: Bilingual(ru: "Раздел", en: "Section")
        case .subsection: Bilingual(ru: "Подраздел", en: "Subsection")
        case .bullets: Bilingual(ru: "Список", en: "List")
        case .numbers: Bilingual(ru: "Нумерация", en: "Numbers")
        case .bold: Bilingual(ru: "Жирный", en: "Bold")
        case .italic: Bilingual(ru: "Курсив", en: "Italic")
        case .link: Bilingual(ru: "Ссылка", en: "Link")
        case .table: Bilingual(ru: "Таблица", en: "Table")
        case .undoText: Bilingual(ru: "Отменить", en: "Undo")
        case .redoText: Bilingual(ru: "Вернуть", en: "Redo")
        case .cancel: Bilingual(ru: "Отмена", en: "Cancel")
        case .putIn: Bilingual(ru: "Вставить", en: "Put in")
        case .tableBelow, .notInTable, .atHeading, .atItem, .atTable, .atText: placeWording
        case .linkText, .linkTo, .linkHelp, .linkFound, .linkChosen, .linkNowhere, .linkRemove, .linkIsFile,
            .linkDraft, .tableWhich, .tablePlain, .tableColumns, .tableRows, .tableHead, .tableNames:
            askWording
        case .closeTold, .pasting, .pasteTooLarge, .pastedPlain, .pastedNothing, .pastedTold, .toldPlaces,
            .tableStands:
            pasteWording
        case .takeDocument, .takeInstead, .aboutTaking, .takingDocument, .documentRefused, .documentTaken, .textStands,
            .textStandsHelp, .replaceText, .appendText, .appendAsText, .addRowsTo, .fieldsFilled, .fieldKept,
            .picturesKept:
            documentWording
        case .documentTakenRows, .documentOffers, .documentDetails, .textChanged, .textChangedHelp, .takeAnew,
            .offersLater, .reportOf, .rowsAdded, .columnsAdded, .rowsKept, .rowsLeft, .columnsLeft, .aroundNotAdded:
            offerWording
        default: fileWording
        }
    }

    private var placeWording: Bilingual {
        switch self {
        case .notInTable:
            Bilingual(
                ru: "В таблице разделов и списков нет: поставьте курсор в текст вне её.",
                en: "A table has no headings or lists: put the caret into the text outside of it.")
        case .tableBelow:
            Bilingual(
                ru: "Таблица «{1}» (строк: {2}) правится ниже — перейти",
                en: "The table \"{1}\" (rows: {2}) is edited below — go there")
        case .atHeading: Bilingual(ru: "Сейчас: заголовок, уровень {1}", en: "Here: heading, level {1}")
        case .atItem: Bilingual(ru: "Сейчас: пункт списка", en: "Here: item of a list")
        case .atTable: Bilingual(ru: "Сейчас: строка таблицы", en: "Here: row of a table")
        default: Bilingual(ru: "Сейчас: обычный текст", en: "Here: plain text")
        }
    }

    private var askWording: Bilingual {
        switch self {
        case .linkText: Bilingual(ru: "Текст ссылки", en: "Text of the link")
        case .linkTo: Bilingual(ru: "Куда ведёт", en: "Where it leads")
        case .linkHelp:
            Bilingual(
                ru: "Адрес страницы (https://…), почта или слова из названия материала этого сайта.",
                en: "An address (https://…), e-mail, or words of the title of a material of this site.")
        case .linkFound: Bilingual(ru: "Нашлось материалов: {1}", en: "Materials found: {1}")
        case .linkChosen: Bilingual(ru: "Выбран материал «{1}»", en: "Chosen: \"{1}\"")
        case .linkNowhere:
            Bilingual(
                ru: "Это не адрес. Выберите материал из найденных или впишите адрес целиком: https://…",
                en: "This is no address. Choose one of the materials found, or give a whole address: https://…")
        case .linkIsFile:
            Bilingual(
                ru: "Это имя файла. Файл добавляют кнопкой «Файл или картинка»: ссылка на него появится сама.",
                en: "This is the name of a file. Add it by \"File or picture\": the link comes with it.")
        case .linkDraft: Bilingual(ru: "черновик, читателям не откроется", en: "a draft, not for readers yet")
        case .linkRemove: Bilingual(ru: "Убрать ссылку", en: "Remove the link")
        case .tableWhich: Bilingual(ru: "Какая таблица", en: "Which table")
        case .tablePlain: Bilingual(ru: "Простая, со своими столбцами", en: "A plain one with columns of its own")
        case .tableColumns: Bilingual(ru: "Столбцов", en: "Columns")
        case .tableNames:
            Bilingual(
                ru: "Названия столбцов (строки и столбцы можно добавить и потом)",
                en: "Names of the columns (rows and columns may be added later, too)")
        case .tableRows: Bilingual(ru: "Строк", en: "Rows")
        default: Bilingual(ru: "Столбец {1}", en: "Column {1}")
        }
    }

    private var fileWording: Bilingual {
        switch self {
        case .chooseFile: Bilingual(ru: "Файл или картинка", en: "File or picture")
        case .fileNotTaken:
            Bilingual(
                ru: "Файл «{1}» не принят: сервер не отвечает. Проверьте, что album serve работает, и повторите.",
                en:
                    "The file \"{1}\" was not taken: the server does not answer. See that album serve runs, and try again."
            )
        case .fileTooLarge:
            Bilingual(
                ru: "Файл «{1}» не принят: он больше 64 МБ. Уменьшите его или выложите на диск и поставьте ссылку.",
                en: "The file \"{1}\" was not taken: it has more than 64 MB. Make it smaller, or link to it elsewhere.")
        case .askAlternative: Bilingual(ru: "Что на картинке?", en: "What does the picture show?")
        case .helpAlternative:
            Bilingual(
                ru: "Это прочитают те, кто картинку не видит. Например: «Учителя за круглым столом».",
                en: "Those who do not see it will read this. For example: \"Teachers at a round table\".")
        case .isOrnament:
            Bilingual(
                ru: "Картинка — украшение: описывать нечего", en: "The picture is an ornament: nothing to describe")
        case .needAlternative:
            Bilingual(
                ru: "Напишите, что на картинке «{1}», или отметьте, что это украшение.",
                en: "Say what \"{1}\" shows, or mark it as an ornament.")
        case .noSight:
            Bilingual(ru: "Браузер этот вид картинок не показывает.", en: "The browser does not show such pictures.")
        case .askFileTitle:
            Bilingual(ru: "Как назвать ссылку на файл?", en: "What shall the link to the file be called?")
        case .needTitle: Bilingual(ru: "Назовите файл «{1}» словами.", en: "Give the file \"{1}\" a title.")
        case .filesTitle: Bilingual(ru: "Вставить файлы: {1}", en: "Put in files: {1}")
        case .keepingFile: Bilingual(ru: "Принимаю «{1}»…", en: "Taking \"{1}\"…")
        case .filesRefused: Bilingual(ru: "Не принято файлов: {1}", en: "Files not taken: {1}")
        case .filesTold: Bilingual(ru: "Файлы вставлены", en: "The files are put in")
        case .kilobytes: Bilingual(ru: "{1} КБ", en: "{1} KB")
        case .megabytes: Bilingual(ru: "{1} МБ", en: "{1} MB")
        default:
            Bilingual(
                ru: "Картинка {1} пришла без описания: впишите в скобки [ ], что на ней.",
                en: "The picture {1} came without words: write into its brackets [ ] what it shows.")
        }
    }

    private var pasteWording: Bilingual {
        switch self {
        case .closeTold: Bilingual(ru: "Понятно, закрыть", en: "Close")
        case .pasting: Bilingual(ru: "Переношу вставленное…", en: "Taking over what was pasted…")
        case .pasteTooLarge:
            Bilingual(
                ru: "Вставлены только слова: скопировано больше 16 МБ. Вставьте частями или загрузите файл целиком.",
                en: "Only the words were put in: more than 16 MB were copied. Paste parts, or take in the whole file.")
        case .pastedPlain: Bilingual(ru: "Вставлены только слова", en: "Only the words were put in")
        case .pastedNothing:
            Bilingual(ru: "Ничего, кроме слов, перенести не вышло.", en: "Nothing but words could be taken over.")
        case .pastedTold: Bilingual(ru: "Вставлено, но не всё как было:", en: "Put in, though not all as it was:")
        case .tableStands:
            Bilingual(
                ru: "таблица «{1}» в тексте уже есть: вставленная стоит обычной, перенесите её строки в первую",
                en: "there is a table \"{1}\" already: move the rows of the one that was put in")
        default: Bilingual(ru: "Где именно", en: "Where")
        }
    }

    private var documentWording: Bilingual {
        switch self {
        case .takeDocument: Bilingual(ru: "Загрузить из Word или Excel", en: "Take in from Word or Excel")
        case .takeInstead: Bilingual(ru: "Взять из файла текст", en: "Take the text out of the file")
        case .aboutTaking:
            Bilingual(
                ru:
                    "Word (.docx), Excel (.xlsx), PowerPoint (.pptx), ODT или HTML: заполнятся пустые поля, появятся текст и таблицы.",
                en:
                    "Word (.docx), Excel (.xlsx), PowerPoint (.pptx), ODT or HTML: empty fields are filled, text and tables appear."
            )
        case .takingDocument: Bilingual(ru: "Читаю «{1}»…", en: "Reading \"{1}\"…")
        case .documentRefused: Bilingual(ru: "Файл «{1}» не загружен", en: "The file \"{1}\" was not taken in")
        case .documentTaken:
            Bilingual(ru: "Загружено из «{1}»", en: "Taken in from \"{1}\"")
        case .textStands: Bilingual(ru: "Здесь уже есть текст", en: "There is a text already")
        case .textStandsHelp:
            Bilingual(
                ru: "Что сделать с текстом из файла? Заменённый текст можно вернуть кнопкой «Отменить».",
                en: "What is to be done with the text of the file? \"Undo\" brings a replaced text back.")
        case .replaceText: Bilingual(ru: "Заменить текст", en: "Replace the text")
        case .appendText: Bilingual(ru: "Добавить в конец", en: "Add at the end")
        case .appendAsText: Bilingual(ru: "Добавить в конец текстом", en: "Add at the end as a text")
        case .addRowsTo: Bilingual(ru: "Добавить строки в таблицу «{1}»", en: "Add the rows to the table \"{1}\"")
        case .fieldsFilled: Bilingual(ru: "Заполнены поля: {1}", en: "Filled fields: {1}")
        case .fieldKept:
            Bilingual(
                ru: "{1} в файле: «{2}»; оставлено ваше", en: "{1} in the file: \"{2}\"; yours stays")
        default:
            Bilingual(
                ru: "Картинок взято: {1}. На сайт они попадают вместе с материалом, когда он сохранён.",
                en: "Pictures taken: {1}. They come to the site with the material, once it is saved.")
        }
    }
    /// What else a document has, and what becomes of its rows.
    private var offerWording: Bilingual {
        switch self {
        case .documentTakenRows: Bilingual(ru: "Загружено из «{1}»: {2}", en: "Taken in from \"{1}\": {2}")
        case .documentOffers:
            Bilingual(ru: "Как ещё можно загрузить этот файл", en: "How else this file can be taken in")
        case .documentDetails: ImportOutcome.details
        case .textChanged: Bilingual(ru: "Текст после загрузки изменён", en: "The text was changed since")
        case .textChangedHelp:
            Bilingual(
                ru:
                    "Файл будет загружен заново, и правки, сделанные после загрузки, пропадут. Их можно вернуть кнопкой «Отменить» над текстом.",
                en:
                    "The file is taken in anew, and what was changed since is lost. \"Undo\" above the text brings it back."
            )
        case .takeAnew: Bilingual(ru: "Загрузить заново", en: "Take it in anew")
        case .offersLater:
            Bilingual(
                ru: "Чтобы взять из файла и другое ({1}), загрузите его ещё раз",
                en: "To have more of the file ({1}), take it in again")
        case .reportOf: Bilingual(ru: "Что было загружено из «{1}»", en: "What was taken in from \"{1}\"")
        case .rowsAdded:
            Bilingual(ru: "Добавлено в таблицу «{1}» строк: {2}", en: "Rows added to the table \"{1}\": {2}")
        case .columnsAdded: Bilingual(ru: "Добавлены столбцы: {1}", en: "Columns added: {1}")
        case .rowsKept:
            Bilingual(
                ru: "Добавлены и строки, которые не записи (в календарь и списки не попадут): {1}",
                en: "Added too, as rows that are no records (in no calendar and no list): {1}")
        case .rowsLeft:
            Bilingual(
                ru:
                    "Не добавлены строки, которые не записи (итоги, примечания): {1}. Чтобы добавить их, нажмите «Изменить…» над таблицей",
                en:
                    "Rows that are no records (totals, remarks) were not added: {1}. To have them, press \"Change…\" above the table"
            )
        case .columnsLeft:
            Bilingual(
                ru: "Не добавлены столбцы: {1}. Чтобы добавить их, нажмите «Изменить…» над таблицей",
                en: "Columns were not added: {1}. To have them, press \"Change…\" above the table")
        default:
            Bilingual(
                ru:
                    "Текст вокруг таблицы не добавлен: «{1}». Если он нужен, загрузите файл ещё раз и выберите «Добавить в конец текстом»",
                en:
                    "The text around the table was not added: \"{1}\". To have it, take the file again and add it as a text"
            )
        }
    }
}
