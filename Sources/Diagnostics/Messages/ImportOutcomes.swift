import Languages

/// Words of the report on a file that was taken in.
package enum ImportOutcome {
    package static let rows: [Language: PluralForms] = [
        .ru: PluralForms(one: "строка", few: "строки", many: "строк"),
        .en: PluralForms(one: "row", few: "rows", many: "rows"),
    ]
    package static let terms: [Language: PluralForms] = [
        .ru: PluralForms(one: "срок", few: "срока", many: "сроков"),
        .en: PluralForms(one: "term", few: "terms", many: "terms"),
    ]
    package static let table = Bilingual(ru: "таблица «{1}»: {2}", en: "table \"{1}\": {2}")
    package static let yearlessCount = Bilingual(ru: ", {1} без года", en: ", {1} without a year")
    package static let unreadCount = Bilingual(ru: ", {1} не понято", en: ", {1} not understood")
    package static let titleOfStyle = Bilingual(
        ru: "название взято из абзаца со стилем «Название»", en: "the title is the paragraph with the style of titles")
    package static let titleOfHeading = Bilingual(
        ru: "название взято из первого заголовка", en: "the title is the first heading")
    package static let titleOfLines = Bilingual(
        ru: "название взято из первых строк: они набраны жирным и стоят по центру",
        en: "the title is what stands in bold and centred at the beginning")
    package static let titleOfBoldLine = Bilingual(
        ru: "название взято из первой строки: она набрана жирным", en: "the title is the first line, which is bold")
    package static let aboveTitle = Bilingual(
        ru: "над названием в файле стояло {1}: это осталось в начале текста, уберите, если читателю не нужно",
        en: "{1} stood above the title: it begins the text, remove it if no reader needs it")
    package static let titleOfFile = Bilingual(
        ru: "названия в файле не нашлось, взято имя файла: исправьте его в поле «Название»",
        en: "the file has no title, and its name was taken: correct it")
    package static let noRecords = Bilingual(
        ru: "строки-заголовки и итоги ({1}): {2} — стоят в таблице на своём месте, в календарь и списки не попадут",
        en: "sections and totals ({1}): {2} - kept in the table, in no calendar and no list")
    package static let yearless = Bilingual(
        ru: "у сроков нет года ({1}): {2} — допишите его, без года их нет в календаре",
        en: "terms without a year ({1}): {2} - add it, or no calendar has them")
    package static let unread = Bilingual(
        ru: "сроки не поняты ({1}): {2} — исправьте, иначе их нет в календаре",
        en: "terms not understood ({1}): {2} - correct them, or no calendar has them")
    package static let emptiedRows = Bilingual(
        ru: "; столбец «{1}» теперь пуст в строках: {2}", en: "; the column \"{1}\" is empty now in: {2}")
    package static let emptiedColumns = Bilingual(
        ru: "; теперь пусты столбцы этой строки: {1}", en: "; now empty in this row: {1}")

    package static let offerColumn = Bilingual(
        ru: "Взять и скрытый столбец {1} «{2}»", en: "Take the hidden column {1} too, \"{2}\"")
    package static let offerRows = Bilingual(
        ru: "Взять и скрытые строки листа «{2}» ({1})", en: "Take the hidden rows of the sheet \"{2}\" too ({1})")
    package static let offerSheet = Bilingual(ru: "Взять и лист «{1}»", en: "Take the sheet \"{1}\" too")
    package static let offerHiddenSheet = Bilingual(
        ru: "Взять и скрытый лист «{1}»", en: "Take the hidden sheet \"{1}\" too")
    package static let blocks: [Language: PluralForms] = [
        .ru: PluralForms(one: "блок", few: "блока", many: "блоков"),
        .en: PluralForms(one: "block", few: "blocks", many: "blocks"),
    ]
    package static let emptyCells: [Language: PluralForms] = [
        .ru: PluralForms(one: "пустая ячейка", few: "пустые ячейки", many: "пустых ячеек"),
        .en: PluralForms(one: "empty cell", few: "empty cells", many: "empty cells"),
    ]
    package static let offerMerged = Bilingual(
        ru: "Заполнить объединённые ячейки ({1}, {2})", en: "Fill merged cells ({1}, {2})")
    package static let offerYears = Bilingual(
        ru: "Развернуть таблицу: вместо столбцов по годам — строка на каждый год ({1})",
        en: "Turn the table over: a row for each year instead of columns ({1})")
    package static let offerWide = Bilingual(
        ru: "Оставить столбцы по годам, как в файле ({1})", en: "Keep the columns of years as in the file ({1})")
    package static let withOption = Bilingual(ru: "{1} — ключ {2}", en: "{1}: {2}")
    package static let details = Bilingual(
        ru: "Подробно: что было в файле и что перенесено", en: "In detail: what the file had and what came")
    package static let plain = Bilingual(
        ru: " — обычная таблица: по названиям столбцов в ней не узнана ни одна из таблиц этого вида",
        en: " - a plain table: its heads are those of no table of the kind")
    package static let misplaced = Bilingual(
        ru:
            "таблица стоит под заголовком «{1}», но столбца «{2}» в ней нет: назовите так тот из столбцов {3}, в котором это написано, или озаглавьте таблицу иначе",
        en:
            "the table stands below \"{1}\" and has no column \"{2}\": name that of {3} so which holds it, or change the heading"
    )
    package static let rowParts = Bilingual(
        ru: " (строк таблиц {1}, заголовков и итогов {2}, шапок и строк над ними {3})",
        en: " (rows of tables {1}, sections and totals {2}, heads and rows above them {3})")
    package static let count = Bilingual(ru: "{1}: в файле {2}, перенесено {3}", en: "{1}: {2} in the file, {3} taken")
    package static let lostOfThem = Bilingual(ru: ", осталось {1}", en: ", {1} left")
    package static let more = Bilingual(ru: "{1}: и ещё мест — {2}", en: "{1}: {2} more places")
    package static let wordsDiffer = Bilingual(
        ru: "слова не сходятся на {1}: сверьте материал с файлом",
        en: "words differ by {1}: compare the material with the file")

    package static let words = Bilingual(ru: "слова", en: "words")
    package static let tables = Bilingual(ru: "таблицы", en: "tables")
    package static let pictures = Bilingual(ru: "рисунки", en: "pictures")
    package static let footnotes = Bilingual(ru: "сноски", en: "notes")
    package static let comments = Bilingual(ru: "примечания", en: "comments")
    package static let insertions = Bilingual(ru: "вставки в режиме правки", en: "tracked insertions")
    package static let deletions = Bilingual(ru: "удаления в режиме правки", en: "tracked deletions")
    package static let colours = Bilingual(ru: "цветные места", en: "coloured places")
    package static let textBoxes = Bilingual(ru: "надписи", en: "text boxes")
    package static let margins = Bilingual(ru: "колонтитулы", en: "headers and footers")
    package static let charts = Bilingual(ru: "диаграммы и схемы", en: "charts and SmartArt")
    package static let objects = Bilingual(ru: "вложенные объекты", en: "embedded objects")
    package static let sheets = Bilingual(ru: "листы", en: "sheets")
    package static let rowsOfTables = Bilingual(ru: "строки с текстом", en: "rows with a text")
}
