extension DiagnosticCode {
    /// Wordings of what stands in texts: marks are named as they look, and buttons make them.
    static let textWordings: [Worded] = headingWordings + linkWordings + markWordings + chartWordings

    private static let headingWordings = [
        Worded(topHeading, "поставьте в эту строку курсор и нажмите «Раздел»", "put the cursor here and press Section"),
        Worded(
            skippedHeadingLevel, "поставьте в эту строку курсор и нажмите «Раздел» или «Подраздел»",
            "put the cursor here and press Section or Subsection",
            ru: "подзаголовок стоит глубже, чем раздел над ним", en: "the heading is deeper than the section above it"),
        Worded(
            emptyHeading, "напишите его или сотрите всю строку", "write it, or delete the line",
            ru: "заголовок без слов", en: "a heading without words"),
        Worded(
            nearHeading, "напишите «{2}» отдельной строкой и нажмите «Раздел»",
            "write {2} on a line of its own and press Section"),
        Worded(
            sunkenParagraph, "уберите пробелы в начале строки; если с неё начинается раздел «{2}», дайте ему заголовок",
            "remove the spaces before the line; give the section {2} its heading"),
        Worded(headingMark, "уберите знак в конце заголовка: «{2}»", "take the mark off its end: {2}"),
        Worded(misnamedSection, "назовите раздел «{2}»", "call the section {2}"),
        Worded(
            missingSection, "добавьте раздел «{1}» кнопкой «Раздел» и напишите под ним текст",
            "add the section {1} with its text"),
        Worded(
            emptySection, "напишите под ним текст; если сведений нет, так и скажите: «Нет в источнике.»",
            "write a text under it; say so where nobody knows"),
        Worded(
            underlinedText, "сотрите эту строку; если текст над ней — заголовок, нажмите для него «Раздел»",
            "delete this line; make a section of the text above where it is a heading"),
        Worded(headingAnchor, "сотрите «{1}»", "delete \"{1}\""),
    ]

    private static let linkWordings = [
        Worded(
            brokenLink, "сделайте ссылку заново кнопкой «Ссылка» или уберите её", "make the link anew, or remove it"),
        Worded(
            brokenAnchor, "сделайте ссылку заново: на ту страницу целиком", "link to that page as a whole",
            ru: "на странице «{1}» нет места, на которое ведёт ссылка («{2}»)",
            en: "the page \"{1}\" has no place \"{2}\""),
        Worded(
            linkOutside, "добавьте файл кнопкой «Файл или картинка»", "add the file to the material",
            ru: "ссылка «{1}» ведёт за пределы сайта", en: "the link \"{1}\" leaves the site"),
        Worded(
            unsafeAddress, "адрес в сети начинается с https://, почта — с mailto:",
            "an address begins with https:// or mailto:"),
        Worded(bareAddress, "допишите начало адреса: {2}", "write its beginning: {2}"),
        Worded(
            spacedAddress, "уберите из адреса пробелы или сделайте ссылку заново кнопкой «Ссылка»",
            "remove the spaces, or make the link anew"),
        Worded(
            localPath, "добавьте файл кнопкой «Файл или картинка» и сотрите этот путь",
            "add the file to the material and delete the path"),
        Worded(
            openWikiLink, "сотрите лишние скобки и сделайте ссылку кнопкой «Ссылка»", "make the link anew",
            ru: "ссылка на материал не закончена: читатель увидит скобки",
            en: "the link to a material is not finished: readers see brackets"),
        Worded(
            emptyWikiLink, "сделайте ссылку кнопкой «Ссылка» или сотрите скобки",
            "make the link, or delete the brackets",
            ru: "в ссылке нет материала: читатель увидит пустые скобки", en: "the link names no material"),
        Worded(
            partedLink, "уберите пробел перед круглой скобкой", "remove the space before the parenthesis",
            ru: "ссылка на «{1}» не получилась: в ней лишний пробел", en: "a space too many in the link to \"{1}\""),
        Worded(editLink, "скачайте документ и добавьте его кнопкой «Файл или картинка»", "add a copy of it here"),
        Worded(
            missingAlt, "напишите, что на ней изображено: это прочитают те, кто её не видит",
            "say what it shows, for those who do not see it"),
        Worded(
            remotePicture, "сохраните её и добавьте кнопкой «Файл или картинка»", "save it and add it here"),
        Worded(
            unknownFootnote, "напишите текст этой сноски в конце или уберите её знак",
            "write the note, or remove its mark"),
        Worded(
            unusedFootnote, "поставьте её знак в тексте или уберите сноску", "put its mark into the text, or remove it"),
        Worded(
            wordFootnote, "напишите пояснение прямо в тексте, в скобках, или уберите номер",
            "write the note into the text, in parentheses, or remove the number"),
        Worded(
            listInNote, "начните сноску словами, а список дайте в самом тексте", "begin it with words",
            ru: "у сноски «{1}» нет слов: список под ней в неё не вошёл", en: "the note {1} has no words"),
    ]

    private static let markWordings = [
        Worded(
            rawHTML, "сотрите это: оформление дают кнопки над текстом", "delete it: the buttons above give the looks",
            ru: "эти знаки читатель увидит буквами: {1}", en: "readers see this as letters: {1}"),
        Worded(
            foreignMark, "сотрите её", "delete it", ru: "«{1}» — пометка другой программы: читатель увидит её буквами",
            en: "\"{1}\" is a mark of another program and shown as letters"),
        Worded(
            openMark, "сотрите их, выделите нужные слова и нажмите «Жирный» или «Курсив»",
            "delete them, select the words and press Bold or Italic"),
        Worded(
            pastedList, "сотрите знаки «{1}», выделите строки и нажмите «Список»",
            "delete the signs {1}, select the lines and press List"),
        Worded(
            emptyAlert, "напишите текст пометки или сотрите её", "write its text, or delete it",
            ru: "у пометки нет текста", en: "a note without a text"),
        Worded(
            unseenBlank, "сотрите начало строки до первого слова и нажмите нужную кнопку над текстом",
            "delete the line's beginning and press the button again",
            ru: "оформление не получилось: у знака «{1}» стоит невидимый знак (таких строк: {2})",
            en: "an invisible sign beside \"{1}\" (lines: {2})"),
        Worded(
            swallowedSigns, "читатель увидит эти знаки, если написать так: «{2}»", "write \"{2}\"",
            ru: "часть знаков в «{1}» пропадёт: они похожи на оформление", en: "signs in \"{1}\" are lost"),
        Worded(
            leadingSign, "замените знак словом или начните строку другим", "write a word for it",
            ru: "знак «{1}» в начале строки пропадёт: «{2}»", en: "the sign \"{1}\" is lost: \"{2}\""),
        Worded(joinedLines, "поставьте перед ней пустую строку", "put an empty line before it"),
        Worded(
            indentedProse, "уберите пробелы в начале строки", "remove the spaces before the line",
            ru: "абзац сдвинут вправо, и читатель увидит его другим шрифтом",
            en: "the paragraph is indented and shown in another type"),
        Worded(
            openFence, "сотрите эту строку", "delete this line",
            ru: "строка «{1}» меняет весь текст под собой: он показан другим шрифтом",
            en: "the line \"{1}\" changes all text below it"),
        Worded(
            numberedLines, "поставьте пустую строку перед каждой строкой с номером", "put an empty line before each"),
        Worded(
            renumberedItem, "исправьте номер на «{2}»", "write {2}",
            ru: "пункт «{1}» на странице станет «{2}»: номера идут подряд", en: "the item \"{1}\" is shown as \"{2}\""),
        Worded(
            controlCharacter, "сотрите соседние буквы вместе с ним и наберите их заново",
            "delete it with the letters beside it and type these again",
            ru: "в тексте остался невидимый служебный знак (таких: {2}; {1})",
            en: "an invisible character is left in the text ({2}; {1})"),
        Worded(
            directionMark, "сотрите соседние буквы вместе с ним и наберите их заново",
            "delete it with the letters beside it and type these again",
            ru: "в тексте остался невидимый знак, он переставляет буквы (таких: {2}; {1})",
            en: "an invisible character turns letters around ({2}; {1})"),
        Worded(
            unseenCharacter, "сотрите соседние буквы вместе с ним и наберите их заново",
            "delete it with the letters beside it and type these again",
            ru: "в тексте остался знак, которого не видно; слово с ним — другое слово (таких: {2}; {1})",
            en: "a character that nobody sees is left in the text ({2}; {1})"),
    ]

    private static let chartWordings = [
        Worded(
            chartWithoutTable, "дайте таблицу: первый столбец — названия, остальные — числа",
            "give a table: names in the first column, numbers in the others"),
        Worded(chartWithoutTitle, "напишите, что она показывает", "say what it shows"),
        Worded(
            chartNumbersWithoutTable, "назовите таблицу, из которой взять числа", "name the table of the numbers"),
        Worded(chartWithTwoTables, "оставьте одну из таблиц", "keep one of them"),
        Worded(
            unknownChartTable, "назовите таблицу так, как называется раздел, где она стоит",
            "name the table as its section"),
        Worded(
            unknownChartColumn, "назовите столбец так, как он называется в таблице; годятся числа и доли",
            "name the column as in the table; numbers and shares will do"),
        Worded(unknownChartForm, "бывают столбцы, стопка и доли", "there are bars, stacked and share"),
    ]
}
