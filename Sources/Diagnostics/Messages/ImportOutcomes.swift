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
    package static let noRecords = Bilingual(
        ru: ", не записи, но остались на месте ({1}): {2}", en: ", no records, kept where they were ({1}): {2}")
    package static let titles = Bilingual(
        ru: ", над шапкой, не в таблице ({1}): {2}", en: ", above the heads, not in the table ({1}): {2}")
    package static let unread = Bilingual(ru: ", сроки не поняты ({1}): {2}", en: ", terms not understood ({1}): {2}")
    package static let plain = Bilingual(
        ru: " — обычная таблица: такой у этого вида нет", en: " - a plain table: the kind has none like it")
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
    package static let rowsOfTables = Bilingual(ru: "строки таблиц", en: "rows of tables")
}
