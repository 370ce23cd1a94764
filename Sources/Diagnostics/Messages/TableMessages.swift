extension DiagnosticCode {
    /// Codes of what is lost on the way from an editor's program: headings, tables and columns that became none, rows
    /// that are no records, files of another sort.
    package static let lossCodes: [DiagnosticCode] = sectionLossCodes + tableLossCodes + rowLossCodes + fileLossCodes

    /// Sections.
    package static let sectionLossCodes = [
        nearHeading, sunkenParagraph, headingMark, misnamedSection, emptySection, emptyOptionalSection, doubledSection,
    ]

    package static let nearHeading = DiagnosticCode(
        "near-heading", .warning, ru: "«{1}» похоже на заголовок, но им не стало",
        en: "\"{1}\" looks like a heading and is none",
        remedyRu: "напишите отдельной строкой, с самого начала строки: «## {2}»",
        remedyEn: "write it on a line of its own, from the line's beginning: ## {2}")
    package static let sunkenParagraph = DiagnosticCode(
        "sunken-paragraph", .hint, ru: "абзац «{1} …» сдвинут вправо и стал частью пункта списка над ним",
        en: "the paragraph \"{1} …\" is indented and belongs to the item above it",
        remedyRu:
            "если он не о пункте, уберите пробелы в начале его строк, а если с него начинается раздел, ещё и поставьте над ним «## {2}»",
        remedyEn:
            "remove the spaces before its lines where it is not about the item; put ## {2} above where it begins a section"
    )
    package static let headingMark = DiagnosticCode(
        "heading-mark", .hint, ru: "раздел «{2}» узнан по заголовку «{1}»",
        en: "the section \"{2}\" was known by the heading \"{1}\"",
        remedyRu: "уберите знак в конце: «## {2}»", remedyEn: "take the mark off its end: ## {2}")
    package static let misnamedSection = DiagnosticCode(
        "misnamed-section", .warning, ru: "нет раздела «{2}», а есть «{1}»",
        en: "there is no section \"{2}\", but \"{1}\"",
        remedyRu: "переименуйте заголовок: «## {2}»", remedyEn: "rename the heading: ## {2}")
    package static let emptySection = DiagnosticCode(
        "empty-section", .warning, ru: "под заголовком «{1}» ничего нет",
        en: "nothing stands under the heading \"{1}\"",
        remedyRu: "напишите под ним текст; чего нет в источнике, о том так и скажите: «Нет в источнике.»",
        remedyEn: "write a text under it; say so where the source has none")
    package static let emptyOptionalSection = DiagnosticCode(
        "empty-optional-section", .warning, ru: "под заголовком «{1}» ничего нет, а читатель его увидит",
        en: "nothing stands under the heading \"{1}\", which readers see",
        remedyRu: "напишите под ним текст или уберите заголовок", remedyEn: "write a text under it, or remove it")
    package static let doubledSection = DiagnosticCode(
        "doubled-section", .warning, ru: "раздел «{1}» уже есть выше", en: "the section \"{1}\" stands above already",
        remedyRu: "перенесите текст в первый раздел или дайте этому заголовку другое название",
        remedyEn: "move the text to the first one or give this heading another name")

    /// Tables.
    package static let tableLossCodes = [
        brokenDelimiter, tableWithoutDelimiter, tableWithoutHead, tornTable, pastedTable, pressedTable, nestedTable,
        tableUnderOtherHeading, foreignColumns, termInTwoColumns, doubledColumn, nearColumn, otherForm, tableTwice,
        tablesDiffer,
    ]

    package static let brokenDelimiter = DiagnosticCode(
        "broken-delimiter", .warning, ru: "таблица не получилась: под шапкой из {1} столбцов стоит «{2}»",
        en: "no table: under a head of {1} columns stands \"{2}\"",
        remedyRu: "замените эту строку на «{3}»", remedyEn: "replace the line by {3}")
    package static let tableWithoutDelimiter = DiagnosticCode(
        "table-without-delimiter", .warning, ru: "таблица не получилась: под шапкой нет строки с дефисами",
        en: "no table: no line of hyphens under the head",
        remedyRu: "под этой строкой добавьте строку «{1}»", remedyEn: "add a line below this one: {1}")
    package static let tableWithoutHead = DiagnosticCode(
        "table-without-head", .warning, ru: "таблица не получилась: над строкой с дефисами нет шапки",
        en: "no table: no head above the line of hyphens",
        remedyRu: "сразу над этой строкой, без пустой строки, напишите названия столбцов: «{1}»",
        remedyEn: "write the heads on the line above: {1}")
    package static let tornTable = DiagnosticCode(
        "torn-table", .warning, ru: "пустая строка разорвала таблицу: строки отсюда в неё не вошли",
        en: "an empty line tears the table: the rows from here do not belong to it",
        remedyRu: "уберите пустую строку перед этой строкой", remedyEn: "remove the empty line above")
    package static let pastedTable = DiagnosticCode(
        "pasted-table", .warning, ru: "строки с табуляцией — не таблица: ячейки слились в один текст",
        en: "lines with tabs are no table: the cells run together",
        remedyRu:
            "отделите ячейки чертой: «| … | … |», а под первой строкой добавьте «| --- | --- |»; или сохраните таблицу в CSV и назовите файл в шапке материала, в поле tables",
        remedyEn:
            "part the cells by bars: | … | … |, and add | --- | --- | below the first line; or save the table as CSV")
    package static let pressedTable = DiagnosticCode(
        "pressed-table", .warning, ru: "таблица прижата к строке над ней и попала внутрь пункта списка или цитаты",
        en: "no empty line above the table: it stands inside an item or a quote",
        remedyRu: "отделите таблицу пустой строкой: поставьте её перед этой строкой",
        remedyEn: "put an empty line before this one")
    package static let nestedTable = DiagnosticCode(
        "nested-table", .warning, ru: "таблица «{1}» стоит внутри пункта списка или цитаты: в данные она не попала",
        en: "the table \"{1}\" stands inside an item or a quote: it is no data",
        remedyRu:
            "поставьте перед ней пустую строку, а в начале её строк уберите пробелы и «>»; над ней нужен заголовок «## {2}»",
        remedyEn:
            "put an empty line before it and take spaces and > off the beginning of its lines; it needs the heading ## {2}"
    )
    package static let termInTwoColumns = DiagnosticCode(
        "term-in-two-columns", .warning,
        ru: "столбцы «{1}» и «{2}» — две половины одного срока: в данные они не попадут",
        en: "the columns \"{1}\" and \"{2}\" are halves of one term: they are no data",
        remedyRu: "соедините их в один столбец «{3}»: «01.05.2024 – 15.05.2024»",
        remedyEn: "join them in one column \"{3}\": 01.05.2024 – 15.05.2024")
    package static let tableUnderOtherHeading = DiagnosticCode(
        "table-under-other-heading", .warning,
        ru: "таблица «{2}» стоит не под заголовком «{1}»: в данные она не попала",
        en: "the table \"{2}\" does not stand under the heading \"{1}\": it is no data",
        remedyRu:
            "прямо над таблицей вставьте строку «## {1}» и пустую строку; прежний заголовок, если под ним больше ничего нет, уберите",
        remedyEn:
            "put a line ## {1} and an empty line right above the table; remove the other heading if nothing else is below"
    )
    package static let foreignColumns = DiagnosticCode(
        "foreign-columns", .warning, ru: "в таблице «{1}» не узнан ни один столбец: в данные она не попадёт",
        en: "no column of the table \"{1}\" is known: it is no data",
        remedyRu: "назовите столбцы так: {2}", remedyEn: "name the columns so: {2}")
    /// Said with a ``TableReason``.
    package static let otherForm = DiagnosticCode(
        "other-form", .warning, ru: "{1}", en: "{1}",
        remedyRu:
            "если вся таблица такая, назовите её заголовок «{3}»; если нет — перенесите туда то, что из неё",
        remedyEn:
            "if the whole table is of that form, call its heading \"{3}\"; else move what is of that one there"
    )
    package static let doubledColumn = DiagnosticCode(
        "doubled-column", .warning,
        ru: "столбец «{1}» — второй столбец «{2}»: читатели увидят его, но понят будет только первый",
        en: "the column \"{1}\" is \"{2}\" a second time: it is shown, and only the first is understood",
        remedyRu: "соедините оба столбца в один или назовите этот иначе",
        remedyEn: "join both columns or give this one another name")
    package static let nearColumn = DiagnosticCode(
        "near-column", .hint, ru: "столбец «{1}» понят как «{2}»", en: "the column \"{1}\" is taken for \"{2}\"",
        remedyRu: "назовите его «{2}»", remedyEn: "name it \"{2}\"")
    package static let tableTwice = DiagnosticCode(
        "table-twice", .warning,
        ru: "таблица «{1}» есть и в тексте, и в файле, с теми же строками: на странице и в данных она стоит дважды",
        en: "the table \"{1}\" stands in the text and in a file, with the same rows: page and data have it twice",
        remedyRu: "оставьте что-то одно: уберите таблицу из текста или строку с файлом из шапки",
        remedyEn: "keep one of them")
    package static let tablesDiffer = DiagnosticCode(
        "tables-differ", .warning,
        ru:
            "таблица «{1}» есть и в тексте, и в файле, и они расходятся: первое различие — «{2}»; в данные попали строки обеих",
        en:
            "the table \"{1}\" stands in the text and in a file, and they differ, first in \"{2}\": the rows of both are data",
        remedyRu:
            "решите, какая верна, перенесите в неё недостающее, а другую уберите: таблицу из текста или строку с файлом из шапки",
        remedyEn: "decide which is right, move what it lacks there and remove the other")

    /// Rows and cells.
    package static let rowLossCodes = [
        titleRows, titleYear, noRecord, secondHead, namelessColumn, footerRow, mergedCells, emptyBelowFilled,
        missingCells,
        textInTable, commasInList, countDiffers,
        spreadsheetError, narrowColumn, shareWithoutSign,
    ]

    package static let titleRows = DiagnosticCode(
        "title-rows", .hint, ru: "строка {1} — не шапка; шапка в строке {2}",
        en: "line {1} is no head; the head is in line {2}",
        remedyRu: "таблица прочитана со строки {2}; строки над шапкой можно удалить",
        remedyEn: "the table was read from line {2} on; the lines above may be deleted")
    package static let titleYear = DiagnosticCode(
        "title-year", .warning, ru: "над шапкой таблицы назван {1} год, а время материала — {2}",
        en: "above the head of the table stands the year {1}, and the time of the material is {2}",
        remedyRu: "проверьте, тот ли это файл; исправьте год над шапкой или время материала в поле period или date",
        remedyEn: "look whether it is the right file; correct that year, or the time of the material: period or date")
    package static let noRecord = DiagnosticCode(
        "no-record", .hint,
        ru: "строки, которые делят таблицу, нумеруют столбцы или подводят итог, в данные не попали: {1}",
        en: "rows that part the table, number its columns or sum it up are no data: {1}",
        remedyRu:
            "на странице они есть; если это запись, заполните её ячейки, а название с «Итого» или «Всего» начните иначе; если заголовок части — поставьте в его конце двоеточие; если лишнее — удалите строку",
        remedyEn:
            "they are shown; where it is a record, fill in its cells and let no word of a sum begin its name; end a title with a colon; or delete the row"
    )
    package static let secondHead = DiagnosticCode(
        "second-head", .warning, ru: "шапка таблицы в две строки: {1} — не запись, и столбцы под ними не узнаны",
        en: "the head has two lines: {1} is no record, and the columns below are not known",
        remedyRu: "оставьте одну строку шапки, в ней — название каждого столбца; срок пишите в одном: «1–15 мая 2024»",
        remedyEn: "keep one line with a name for each column; write a term in one column")
    package static let namelessColumn = DiagnosticCode(
        "nameless-column", .warning,
        ru: "у столбца {1} нет названия: читатели увидят его значения, но отборы и сравнения о них не знают",
        en: "the column {1} has no head: its values are shown, and no filter and no comparison knows them",
        remedyRu: "впишите его в шапку; если ячейки шапки были объединены, соедините столбцы в один: «1–15 мая 2024»",
        remedyEn: "write its name into the head; where cells of the head were merged, join the columns")
    package static let footerRow = DiagnosticCode(
        "footer-row", .warning,
        ru:
            "«{1}» — подпись или примечание документа, а не строка таблицы: читателю его видно, в данные оно не попадёт",
        en: "\"{1}\" is a signature or a note of a paper and no row of the table: readers see it, it is no data",
        remedyRu: "удалите эту строку; нужное примечание напишите под таблицей, после пустой строки",
        remedyEn: "delete the row; write a note below the table, after an empty line")
    package static let emptyBelowFilled = DiagnosticCode(
        "empty-below-filled", .hint, ru: "пусто под заполненной ячейкой, а почти везде заполнено: {1}",
        en: "empty below a filled cell, and filled nearly everywhere: {1}",
        remedyRu:
            "если ячейки были объединены, Excel сохранил значение только в верхней: впишите его и сюда; чего нет — «нет в источнике»",
        remedyEn: "Excel keeps the value of merged cells in the first alone: write it here too, or «нет в источнике»")
    package static let mergedCells = DiagnosticCode(
        "merged-cells", .warning,
        ru: "у строки «{1}» заполнена одна ячейка: объединённые ячейки Excel сохранил пустыми",
        en: "the row \"{1}\" has one cell: Excel leaves merged cells empty",
        remedyRu: "впишите значения в ячейки этой строки; чего нет — «нет в источнике»",
        remedyEn: "fill in the cells of this row, or write «нет в источнике»")
    package static let missingCells = DiagnosticCode(
        "missing-cells", .warning, ru: "в строке таблицы ячеек — {1}, а столбцов — {2}: последние ячейки пусты",
        en: "the row has {1} cells, the table {2} columns: the last cells are empty",
        remedyRu: "проверьте, не пропущена ли ячейка; пустые в конце строки допишите: «{3}»",
        remedyEn: "look for a cell left out; add the empty ones at the end: {3}")
    package static let textInTable = DiagnosticCode(
        "text-in-table", .warning, ru: "«{1}» стоит прямо под таблицей и стало её строкой",
        en: "\"{1}\" stands right under the table and became a row of it",
        remedyRu: "поставьте перед этой строкой пустую; если это строка таблицы, разделите её ячейки чертой «|»",
        remedyEn: "put an empty line before it; part its cells by bars where it is a row")
    package static let commasInList = DiagnosticCode(
        "commas-in-list", .hint, ru: "«{1}» в столбце «{2}» — одно название: знак «{4}» названий не разделяет",
        en: "\"{1}\" in the column \"{2}\" is one name: the mark {4} parts no names",
        remedyRu: "если их несколько, разделите точкой с запятой: «{3}»",
        remedyEn: "part them by semicolons where they are several: {3}")
    package static let countDiffers = DiagnosticCode(
        "count-differs", .hint, ru: "«{1}» не сходится с таблицей: выше этой строки записей — {2}",
        en: "\"{1}\" does not agree with the table: {2} records stand above it",
        remedyRu: "исправьте число в этой строке или впишите пропущенные строки таблицы",
        remedyEn: "correct the number in this row, or add the rows that are missing")
    package static let spreadsheetError = DiagnosticCode(
        "spreadsheet-error", .error, ru: "«{1}» — ошибка формулы из Excel, а не значение",
        en: "\"{1}\" is an error of a formula and no value",
        remedyRu: "впишите значение или «нет в источнике»", remedyEn: "write the value or «нет в источнике»")
    package static let narrowColumn = DiagnosticCode(
        "narrow-column", .error, ru: "вместо значения стоит «{1}»: столбец в Excel был слишком узок",
        en: "\"{1}\" stands for a value: the column in Excel was too narrow",
        remedyRu: "расширьте столбец в книге Excel и сохраните CSV заново или впишите значение здесь",
        remedyEn: "widen the column in Excel and save the CSV again, or write the value here")
    package static let shareWithoutSign = DiagnosticCode(
        "share-without-sign", .warning, ru: "доля «{1}» без знака %, а в столбце «{2}» стоят проценты",
        en: "the share \"{1}\" lacks its %, and the column \"{2}\" holds per cents",
        remedyRu: "напишите «{3}», а если это меньше процента — «{1}%»",
        remedyEn: "write {3}, or {1}% where it is less than one per cent")

    /// Files.
    package static let fileLossCodes = [mergeMarker, notText, notCSV]

    package static let mergeMarker = DiagnosticCode(
        "merge-marker", .error, ru: "в файле остались две версии текста: их правили одновременно",
        en: "two versions of the text are left in the file: both were edited at a time",
        remedyRu: "выберите верную версию, уберите другую и строки «<<<<<<<», «=======», «>>>>>>>»",
        remedyEn: "keep the right version, remove the other and the lines <<<<<<<, ======= and >>>>>>>")
    package static let notText = DiagnosticCode(
        "not-text", .error, ru: "это не текст, а {1}", en: "this is no text, but {1}",
        remedyRu:
            "откройте файл в его программе, скопируйте текст в новый файл .md, а этот приложите к материалу или уберите из папки content",
        remedyEn: "open it in its program and copy the text to a new file .md")
    package static let notCSV = DiagnosticCode(
        "not-csv", .error, ru: "«{1}» — не CSV, а {2}", en: "\"{1}\" is no CSV, but {2}",
        remedyRu:
            "откройте файл в его программе, «Сохранить как» → тип «CSV UTF-8», назовите здесь новый файл, а старый уберите из папки content",
        remedyEn:
            "open it in its program, save it as CSV UTF-8, name the new file here and remove the old one from content")
}

/// What a file is that is no text.
package enum FileSort {
    package static let excelBook = Bilingual(ru: "книга Excel (XLSX)", en: "an Excel book (XLSX)")
    package static let wordDocument = Bilingual(ru: "документ Word (DOCX)", en: "a Word document (DOCX)")
    package static let presentation = Bilingual(ru: "презентация PowerPoint (PPTX)", en: "a presentation (PPTX)")
    package static let openSpreadsheet = Bilingual(ru: "таблица OpenDocument (ODS)", en: "a spreadsheet (ODS)")
    package static let openText = Bilingual(ru: "документ OpenDocument (ODT)", en: "an OpenDocument text (ODT)")
    package static let archive = Bilingual(ru: "архив ZIP", en: "a ZIP archive")
    package static let oldOffice = Bilingual(
        ru: "файл старого Office (DOC или XLS)", en: "a file of an old Office (DOC or XLS)")
    package static let pdf = Bilingual(ru: "документ PDF", en: "a PDF document")
    package static let richText = Bilingual(ru: "документ RTF", en: "an RTF document")
}
