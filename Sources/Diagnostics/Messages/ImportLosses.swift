/// What of a file did not come into a material, or came otherwise.
package enum ImportLoss {
    package static let comment = Bilingual(ru: "примечание не перенесено", en: "a comment was left out")
    package static let deletion = Bilingual(
        ru: "удалённое в режиме правки не перенесено", en: "text deleted with tracked changes was left out")
    package static let textBox = Bilingual(ru: "надпись не перенесена", en: "a text box was left out")
    package static let boxedText = Bilingual(
        ru: "надпись стала обычным текстом", en: "a text box became running text")
    package static let header = Bilingual(ru: "верхний колонтитул не перенесён", en: "a page header was left out")
    package static let footer = Bilingual(ru: "нижний колонтитул не перенесён", en: "a page footer was left out")
    package static let footnote = Bilingual(ru: "сноска не перенесена", en: "a note was left out")
    package static let picture = Bilingual(ru: "рисунок не перенесён", en: "a picture was left out")
    package static let outerPicture = Bilingual(
        ru: "рисунок лежит не в файле, а по адресу, и не перенесён: вставьте его файлом",
        en: "a picture that lies elsewhere was left out: put it in as a file")
    package static let chart = Bilingual(ru: "диаграмма не перенесена", en: "a chart was left out")
    package static let smartArt = Bilingual(ru: "схема SmartArt не перенесена", en: "a SmartArt drawing was left out")
    package static let shape = Bilingual(ru: "фигура не перенесена", en: "a shape was left out")
    package static let embedded = Bilingual(
        ru: "вложенный объект не перенесён", en: "an embedded object was left out")
    package static let colour = Bilingual(
        ru: "цвет не перенесён, текст остался", en: "a colour was left out, its text stays")
    package static let hiddenText = Bilingual(
        ru: "скрытый текст стал виден: проверьте, можно ли его показывать", en: "hidden text is visible now: check it")
    package static let nestedTable = Bilingual(
        ru: "таблица внутри ячейки стала текстом", en: "a table within a cell became text")
    package static let formula = Bilingual(
        ru: "формула стала строкой кода", en: "a formula became a line of code")
    package static let text = Bilingual(ru: "текст не перенесён", en: "a text was left out")
    package static let slideNotes = Bilingual(
        ru: "заметки к слайду не перенесены", en: "the notes of a slide were left out")
    package static let hiddenSlide = Bilingual(ru: "скрытый слайд", en: "a hidden slide")
    package static let media = Bilingual(ru: "видео или звук не перенесены", en: "video or sound was left out")
    package static let animation = Bilingual(ru: "анимация не перенесена", en: "an animation was left out")
    package static let link = Bilingual(
        ru: "ссылка не перенесена, её текст остался: такие адреса не публикуются",
        en: "a link was left out, its text stays: such addresses are not published")
    package static let hiddenSheet = Bilingual(ru: "скрыт, не перенесён", en: "is hidden and was left out")
    package static let otherSheet = Bilingual(
        ru: "не перенесён: взят только лист «{1}»", en: "was left out: the sheet \"{1}\" was taken")
    package static let hiddenRow = Bilingual(ru: "скрыта, не перенесена", en: "is hidden and was left out")
    package static let hiddenColumn = Bilingual(ru: "скрыт, не перенесён", en: "is hidden and was left out")
    package static let shownHidden = Bilingual(
        ru: "было скрыто, а на сайте это увидят все: проверьте", en: "was hidden and is visible to all now: check it")
    package static let mergedCells = Bilingual(
        ru: "объединённые ячейки разделены, текст остался в первой",
        en: "merged cells were parted: the first has the text")
    package static let filledCells = Bilingual(
        ru: "объединённые ячейки разделены и заполнены одним текстом", en: "merged cells were parted and filled")
    package static let noResult = Bilingual(
        ru: "у формулы нет значения: откройте файл в Excel, сохраните его и загрузите снова",
        en: "a formula has no result: open the file in Excel, save it and import it again")
    package static let formulaError = Bilingual(
        ru: "в ячейке ошибка формулы", en: "a cell holds a formula's error")
    package static let titleRow = Bilingual(
        ru: "строка над шапкой таблицы стала текстом над таблицей",
        en: "a row above the heads became text above the table")
    package static let namingRow = Bilingual(
        ru: "строка над шапкой таблицы прочитана как название",
        en: "a row above the heads was read as the title")
    package static let sheetDrawing = Bilingual(
        ru: "рисунок, диаграмма или надпись поверх ячеек не перенесены", en: "a drawing over the cells was left out")
    package static let serialDay = Bilingual(
        ru: "число в столбце сроков прочитано как день", en: "a number in a column of terms was read as a day")
    package static let renamedColumn = Bilingual(
        ru: "столбец назван так, как его знает этот вид", en: "a column was named as its kind knows it")
    package static let unknownColumn = Bilingual(
        ru: "столбца «{1}» у таблицы сайта нет: на странице он останется, в выгрузку данных не попадёт",
        en: "the table of the site has no column \"{1}\": the page keeps it, the data files do not")
    package static let rowNumbers = Bilingual(
        ru: "столбец «{1}»: номера строк остаются на странице, в выгрузку данных не идут",
        en: "the column \"{1}\": numbers of rows stay on the page and go into no data file")
    package static let groupHead = Bilingual(
        ru:
            "шапка из двух строк стала одной: над несколькими столбцами стояло «{1}». Если это год, впишите его в графу «Год» "
            + "или в название столбца",
        en:
            "two rows of heads became one: \"{1}\" stood over several columns. If it is a year, write it into a column or into "
            + "the names of these")
    package static let turnedYears = Bilingual(
        ru: "столбцы «{1}» стали строками: у каждого показателя теперь своя строка на каждый год",
        en: "the columns \"{1}\" became rows: one for each indicator and year")
    package static let columnNumbers = Bilingual(
        ru: "строка с номерами столбцов не перенесена: столбцы теперь другие",
        en: "a row with numbers of columns was left out: the columns are others now")
    package static let addedHeading = Bilingual(
        ru: "над таблицей добавлен заголовок «{1}»", en: "the heading \"{1}\" was added above the table")
    package static let insertion = Bilingual(
        ru: "вставленное в режиме правки принято", en: "text inserted with tracked changes was accepted")
    package static let typedList = Bilingual(
        ru: "строки со значками стали списком", en: "lines with signs became a list")
    package static let layoutTable = Bilingual(
        ru: "таблица из одной ячейки или одного столбца стала текстом", en: "a table of one column became text")
    package static let style = Bilingual(
        ru: "жирная строка стала заголовком", en: "a bold line became a heading")
    package static let fieldValue = Bilingual(
        ru: "такого значения в списке нет, строка осталась в тексте",
        en: "no list has this value: the line stays in the text")
}

/// Places in files of office programs.
package enum ImportPlace {
    package static let paragraph = Bilingual(ru: "абзац {1}", en: "paragraph {1}")
    package static let paragraphUnder = Bilingual(ru: "абзац {1}, раздел «{2}»", en: "paragraph {1}, \"{2}\"")
    package static let section = Bilingual(ru: "раздел «{1}»", en: "section \"{1}\"")
    package static let slide = Bilingual(ru: "слайд {1}", en: "slide {1}")
    package static let cell = Bilingual(ru: "лист «{1}», ячейка {2}", en: "sheet \"{1}\", cell {2}")
    package static let sheetRow = Bilingual(ru: "лист «{1}», строка {2}", en: "sheet \"{1}\", row {2}")
    package static let sheetColumn = Bilingual(ru: "лист «{1}», столбец {2}", en: "sheet \"{1}\", column {2}")
    package static let sheet = Bilingual(ru: "лист «{1}»", en: "sheet \"{1}\"")
    package static let table = Bilingual(ru: "таблица {1}, строка {2}", en: "table {1}, row {2}")
    package static let wholeTable = Bilingual(ru: "таблица {1}", en: "table {1}")
    package static let page = Bilingual(ru: "поля страницы", en: "the margins of pages")
    package static let document = Bilingual(ru: "файл", en: "the file")
}
