extension DiagnosticCode {
    /// Wordings of what stands in tables, which a form shows as cells.
    static let tableWordings = [
        Worded(
            noRows, "заполните строки таблицы или уберите её вместе с заголовком",
            "fill in its rows, or remove the table with its heading"),
        Worded(
            titleRows, "удалите её, если это название таблицы: оно стоит в заголовке раздела",
            "delete it where it is the title of the table, which the heading tells",
            ru: "над строкой с названиями столбцов стоит ещё одна: таблица прочитана без неё",
            en: "another row stands above the heads: the table was read without it"),
        Worded(
            emptyBelowFilled,
            "если ячейки были объединены, впишите значение и сюда; если сведений нет — «нет в источнике»",
            "where the cells were merged, write the value here too; or «нет в источнике»"),
        Worded(
            brokenDelimiter, "уберите эти строки и вставьте таблицу заново",
            "delete these lines and put the table in anew",
            ru: "таблица не получилась: её верхняя строка повреждена", en: "no table: its first line is damaged"),
        Worded(
            tableWithoutDelimiter, "уберите эти строки и вставьте таблицу заново",
            "delete these lines and put the table in anew",
            ru: "таблица не получилась: под её верхней строкой нет черты",
            en: "no table: no rule under the head"),
        Worded(
            tableWithoutHead, "впишите над ней строку с названиями столбцов", "write the heads above it",
            ru: "таблица не получилась: у неё нет строки с названиями столбцов", en: "no table: it has no head"),
        Worded(
            pastedTable, "сотрите их, скопируйте таблицу ещё раз и вставьте в ячейку таблицы ниже",
            "delete them, copy the table again and paste it into a cell of the table below",
            ru: "эти строки похожи на таблицу, но читатель увидит их сплошным текстом",
            en: "these lines look like a table and are shown as a text"),
        Worded(
            nestedTable, "поставьте перед ней пустую строку и заголовок «{2}»",
            "put an empty line and the heading {2} before it",
            ru: "таблица «{1}» оказалась внутри списка или цитаты: в календарь и списки она не попадёт",
            en: "the table \"{1}\" stands inside a list or a quote: it is no data"),
        Worded(
            tableUnderOtherHeading, "поставьте прямо над таблицей заголовок «{1}»",
            "put the heading {1} right above the table"),
        Worded(
            tableTwice, "уберите таблицу из текста", "remove the table from the text",
            ru: "таблица «{1}» есть и в тексте, и в приложенном файле: читатель увидит её дважды",
            en: "the table \"{1}\" stands in the text and in a file"),
        Worded(
            tablesDiffer, "решите, какая верна, и уберите другую", "decide which is right and remove the other"),
        Worded(
            tableWithoutHeading, "добавьте раздел «{1}» там, где таблице быть", "add the section {1} where it belongs"),
        Worded(
            missingTable, "добавьте под него таблицу или уберите заголовок",
            "put a table under it, or remove the heading"),
        Worded(
            secondHead, "оставьте одну строку с названиями столбцов; срок пишите в одном столбце: «1–15 мая 2024»",
            "keep one line with a name for each column; write a term in one column"),
        Worded(
            namelessColumn, "впишите название столбца в верхнюю строку таблицы", "write its name into the first line"),
        Worded(
            mergedCells, "впишите значения в ячейки этой строки; если сведений нет — «нет в источнике»",
            "fill in the cells of this row, or write «нет в источнике»",
            ru: "у строки «{1}» заполнена одна ячейка: объединённые ячейки после вставки пусты",
            en: "the row \"{1}\" has one cell: merged cells are empty"),
        Worded(
            missingCells, "проверьте, не пропущена ли ячейка", "look for a cell that was left out",
            ru: "в строке таблицы ячеек — {1}, а столбцов — {2}: последние останутся пустыми",
            en: "the row has {1} cells, the table {2} columns"),
        Worded(
            surplusCell, "добавьте таблице столбец или уберите лишнее", "add a column, or remove the surplus"),
        Worded(
            cellCount, "проверьте эту строку: в ней лишние или пропущенные ячейки", "look at the cells of this row"),
        Worded(
            textInTable, "поставьте перед этой строкой пустую", "put an empty line before it"),
        Worded(
            csvQuote, "исправьте приложенный файл таблицы", "correct the file of the table",
            ru: "в файле таблицы кавычка стоит не на месте: {1}", en: "a quotation mark out of place: {1}"),
        Worded(
            emptyTable, "приложите файл, где первая строка — названия столбцов",
            "give a file that begins with the heads"),
        Worded(
            unknownTable, "спросите того, кто настраивает сайт", "ask who looks after the site"),
        Worded(
            narrowColumn, "впишите значение", "write the value"),
        Worded(mergeMarker, "выберите верный текст и сотрите другой", "keep the right text and delete the other"),
        Worded(
            footerRow, "удалите эту строку; нужное примечание напишите под таблицей",
            "delete the row; write a note below the table"),
    ]
}
