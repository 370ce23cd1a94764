extension DiagnosticCode {
    /// Codes of files, front matter, vocabularies, kinds and materials.
    package static let catalogCodes: [DiagnosticCode] =
        fileCodes + yamlCodes + yamlValueCodes + valueCodes + schemaCodes + pastEntryCodes + historyCodes
        + identityCodes + tableCodes
        + termCodes

    /// Files as such.
    package static let fileCodes =
        [
            hugeFile, emptyFile, badEncoding, badUTF8, controlCharacter, directionMark, unseenCharacter, byteOrderMark,
            carriageReturns,
            unreadableFile,
            symlinkOutside, symlinkDangling, strayFile, damagedPicture,
        ] + fileNameCodes

    package static let hugeFile = DiagnosticCode(
        "huge-file", .error, ru: "файл слишком велик: {1} МБ при допустимых {2}",
        en: "the file is too large: {1} MB of {2} allowed",
        remedyRu: "разделите материал на части, таблицы вынесите в CSV", remedyEn: "split the material")
    package static let emptyFile = DiagnosticCode(
        "empty-file", .error, ru: "файл пуст", en: "the file is empty",
        remedyRu: "удалите файл или начните его шапкой с полем title между строками «---»",
        remedyEn: "remove it or write a front matter")
    package static let badEncoding = DiagnosticCode(
        "bad-encoding", .error, ru: "файл сохранён в кодировке {1}, нужна UTF-8",
        en: "the file is in {1}, UTF-8 is needed",
        remedyRu: "выберите «Сохранить как…» и кодировку UTF-8, в Excel — тип файла «CSV UTF-8»",
        remedyEn: "save it as UTF-8, in Excel as CSV UTF-8")
    package static let badUTF8 = DiagnosticCode(
        "bad-utf8", .error, ru: "здесь текст повреждён: это не UTF-8", en: "this is not UTF-8",
        remedyRu: "наберите слово заново и сохраните файл в UTF-8", remedyEn: "type the word again and save as UTF-8")
    package static let controlCharacter = DiagnosticCode(
        "control-character", .error,
        ru: "здесь стоит невидимый управляющий знак U+{1}: на странице его быть не может (в файле таких: {2})",
        en: "an invisible control character U+{1}, which no page may hold (in this file: {2})",
        remedyRu: "удалите его: такие знаки попадают в текст из презентаций и PDF",
        remedyEn: "remove it: such characters come along from slides and PDF files")
    package static let directionMark = DiagnosticCode(
        "direction-mark", .warning,
        ru: "здесь стоит невидимый знак U+{1}: он меняет порядок букв на странице (в файле таких: {2})",
        en: "an invisible character U+{1} turns the order of letters around (in this file: {2})",
        remedyRu: "удалите его вместе с соседними буквами и наберите их заново",
        remedyEn: "delete it together with the letters beside it and type these again")
    package static let unseenCharacter = DiagnosticCode(
        "unseen-character", .warning,
        ru:
            "здесь стоит знак U+{1}, которого не видно: слово с ним — другое слово, хотя выглядит так же (в файле таких: {2})",
        en: "a character U+{1} that nobody sees: a word with it is another one and looks the same (in this file: {2})",
        remedyRu: "удалите его вместе с соседними буквами и наберите их заново",
        remedyEn: "delete it together with the letters beside it and type these again")
    package static let byteOrderMark = DiagnosticCode(
        "byte-order-mark", .warning, ru: "в начале файла стоит невидимая метка порядка байтов (BOM)",
        en: "the file begins with a byte order mark",
        remedyRu: "сохраните файл в «UTF-8 без BOM»", remedyEn: "save as UTF-8 without BOM")
    package static let carriageReturns = DiagnosticCode(
        "carriage-returns", .hint, ru: "концы строк в файле — Windows (CRLF); на сайте это ничего не меняет",
        en: "the file has Windows line ends (CRLF)",
        remedyRu: "можно оставить; Блокнот иначе не умеет, а в VS Code и Notepad++ выберите концы строк LF",
        remedyEn: "it may stay; an editor for programmers can use LF line ends")
    package static let unreadableFile = DiagnosticCode(
        "unreadable-file", .error, ru: "файл не читается: {1}", en: "cannot read the file: {1}")
    package static let symlinkOutside = DiagnosticCode(
        "symlink-outside", .error, ru: "ссылка файловой системы ведёт за пределы папки content",
        en: "the symbolic link leaves content/",
        remedyRu: "замените её самим файлом", remedyEn: "put the file itself there")
    package static let symlinkDangling = DiagnosticCode(
        "symlink-dangling", .error, ru: "ссылка файловой системы ведёт на файл, которого нет",
        en: "the symbolic link leads to no file",
        remedyRu: "удалите её или положите на её место сам файл", remedyEn: "remove it, or put the file in its place")
    package static let damagedPicture = DiagnosticCode(
        "damaged-picture", .warning, ru: "картинка повреждена или это не картинка: размер не читается",
        en: "the picture is damaged or no picture: it tells no size",
        remedyRu: "откройте её в программе просмотра и сохраните заново",
        remedyEn: "open it in a viewer and save it anew")
    package static let strayFile = DiagnosticCode(
        "stray-file", .hint, ru: "файл лежит в content, но ни один материал на него не ссылается",
        en: "no material refers to this file",
        remedyRu: "сошлитесь на него из материала, добавьте в attachments или удалите",
        remedyEn: "link to it, list it in attachments, or remove it")

    /// The form of a front matter.
    package static let yamlCodes = [brokenYAML, yamlAnchor, duplicateKey, missingFrontMatter, unterminatedFrontMatter]

    package static let brokenYAML = DiagnosticCode(
        "broken-yaml", .error, ru: "запись не читается: {1}", en: "the YAML does not parse: {1}")
    package static let yamlAnchor = DiagnosticCode(
        "yaml-anchor", .error, ru: "значение начинается знаком & или *, а он здесь служебный",
        en: "YAML anchors and aliases are not allowed",
        remedyRu: "возьмите значение в кавычки",
        remedyEn: "quote the value if the sign belongs to it")
    package static let duplicateKey = DiagnosticCode(
        "duplicate-key", .error, ru: "поле «{1}» записано дважды", en: "the key \"{1}\" stands twice",
        remedyRu: "оставьте одну из строк", remedyEn: "keep one")
    package static let missingFrontMatter = DiagnosticCode(
        "missing-front-matter", .error, ru: "у материала нет шапки", en: "the material has no front matter",
        remedyRu: "начните файл строкой «---», затем поля (title: …), затем снова «---»",
        remedyEn: "begin with ---, fields, ---")
    package static let unterminatedFrontMatter = DiagnosticCode(
        "unterminated-front-matter", .error, ru: "шапка не закончена: нет второй строки «---»",
        en: "the front matter has no closing ---",
        remedyRu: "поставьте «---» на отдельной строке после последнего поля", remedyEn: "add --- after the last field")

    /// Fields and their values.
    package static let valueCodes = [
        unknownField, missingTitle, missingField, unknownValue, unknownChoice, otherKind, ambiguousValue, wrongType,
        unknownKind, missingKind, unknownReference, unknownTitle,
        ambiguousReference, doubledValue, joinedValues, absentOwnWords, longSummary, unclearDraft, emptyField,
        missingSummary, emptySummary, noValue,
    ]

    package static let unclearDraft = DiagnosticCode(
        "unclear-draft", .warning, ru: "поле draft не сказано: материал пока считается черновиком и не публикуется",
        en: "the field draft says nothing: the material is taken for a draft and not published",
        remedyRu: "напишите «draft: да» или уберите строку, чтобы опубликовать",
        remedyEn: "write draft: yes, or remove the line to publish")
    package static let emptyField = DiagnosticCode(
        "empty-field", .warning, ru: "поле «{1}» пусто", en: "the field \"{1}\" is empty",
        remedyRu: "впишите значение после двоеточия; чего нет в источнике, о том пишут «нет в источнике»",
        remedyEn: "write the value behind the colon; «нет в источнике» where the source has none")
    package static let emptySummary = DiagnosticCode(
        "empty-summary", .warning, ru: "не сказано, о чём материал: поле «{1}» пусто",
        en: "the field \"{1}\" is empty",
        remedyRu: "впишите после двоеточия одну-две фразы о материале",
        remedyEn: "write a sentence or two about the material behind the colon")
    package static let missingSummary = DiagnosticCode(
        "missing-summary", .warning, ru: "не сказано, о чём материал: нет поля «{1}»",
        en: "the field \"{1}\" is missing",
        remedyRu: "добавьте строку «summary: …» с одной-двумя фразами о материале",
        remedyEn: "add a line summary: … with a sentence or two about the material")

    package static let absentOwnWords = DiagnosticCode(
        "absent-own-words", .warning, ru: "«нет в источнике» не подходит полю «{1}»: его пишет сам редактор",
        en: "«нет в источнике» does not fit \"{1}\", which editors write themselves",
        remedyRu: "скажите своими словами, о чём материал: хватит одной фразы",
        remedyEn: "say in your own words what the material is about")
    package static let longSummary = DiagnosticCode(
        "long-summary", .warning, ru: "поле «{1}» — {2} знаков: карточки и списки станут длиннее самих материалов",
        en: "the field \"{1}\" has {2} characters: cards and lists become longer than the materials",
        remedyRu: "оставьте одну-две фразы, до {3} знаков; остальное перенесите в текст",
        remedyEn: "leave a sentence or two, up to {3} characters, and move the rest into the text")

    package static let unknownField = DiagnosticCode(
        "unknown-field", .warning, ru: "неизвестное поле «{1}»", en: "unknown field \"{1}\"",
        remedyRu: "исправьте название или уберите строку", remedyEn: "correct the name or remove the line")
    package static let missingTitle = DiagnosticCode(
        "missing-title", .error, ru: "нет названия (поле title)", en: "no title",
        remedyRu: "добавьте в шапку строку «title: …»", remedyEn: "add a line title: …")
    package static let missingField = DiagnosticCode(
        "missing-field", .warning, ru: "не заполнено поле «{1}» ({2})", en: "the field \"{1}\" ({2}) is missing",
        remedyRu: "добавьте строку «{2}: …» или «{2}: нет в источнике»",
        remedyEn: "add a line {2}: … or {2}: нет в источнике")
    package static let unknownValue = DiagnosticCode(
        "unknown-value", .error, ru: "в списке «{2}» нет значения «{1}»", en: "the list \"{2}\" has no value \"{1}\"",
        remedyRu: "выберите название из списка; если оно новое, допишите в конец {3} строку «{4}»",
        remedyEn: "choose a name of the list; if it is new, add to the end of {3} the line {4}")
    /// The same of a list that editors do not add to.
    package static let unknownPlace = DiagnosticCode(
        unknownValue.name, unknownValue.severity, ru: unknownValue.message.ru, en: unknownValue.message.en,
        remedyRu: "выберите название из списка; сам список, {3}, дополняет тот, кто отвечает за альбом",
        remedyEn: "choose a name of the list; whoever keeps the album adds to {3}")
    /// The same of a region that the site had.
    package static let leftRegion = DiagnosticCode(
        unknownValue.name, unknownValue.severity,
        ru: "региона «{1}» на сайте больше нет: раньше он здесь был", en: "the region \"{1}\" has left the site",
        remedyRu:
            "уберите его из поля; в таблицах его муниципалитеты и организации остаются простым текстом — проверьте их",
        remedyEn: "take it out of the field; in tables its municipalities and organisations are but text: see them")
    package static let unknownChoice = DiagnosticCode(
        "unknown-choice", .error, ru: "«{1}» не подходит полю «{2}»", en: "\"{1}\" does not fit \"{2}\"",
        remedyRu: "выберите одно из названных; новые добавляют в content/kinds",
        remedyEn: "choose one of those named; new ones are added in content/kinds")
    package static let otherKind = DiagnosticCode(
        "other-kind", .error, ru: "«{1}» — это {2}, а здесь нужен материал другого вида: {3}",
        en: "\"{1}\" is of the kind {2}, and {3} is needed here",
        remedyRu: "назовите материал нужного вида или перенесите ссылку в другое поле",
        remedyEn: "name a material of that kind, or use another field")
    package static let ambiguousValue = DiagnosticCode(
        "ambiguous-value", .error, ru: "«{1}» подходит к нескольким значениям списка «{2}»",
        en: "\"{1}\" fits several entries of \"{2}\"",
        remedyRu: "напишите полное название одного из них", remedyEn: "write the full name of one")
    package static let wrongType = DiagnosticCode(
        "wrong-type", .error, ru: "в поле «{1}» ожидается {2}", en: "the field \"{1}\" takes: {2}")
    package static let unknownKind = DiagnosticCode(
        "unknown-kind", .error, ru: "неизвестен вид материала «{1}»", en: "unknown kind \"{1}\"",
        remedyRu: "исправьте поле kind или уберите его: тогда вид определит папка",
        remedyEn: "correct the field or remove it: the folder then tells the kind")
    package static let missingKind = DiagnosticCode(
        "missing-kind", .error, ru: "вид материала не указан, а папка «{1}» не принадлежит ни одному виду",
        en: "no kind is given, and the folder \"{1}\" belongs to none",
        remedyRu: "переложите файл в папку вида (practices, documents…) или добавьте в шапку строку «kind: …»",
        remedyEn: "move the file to the folder of a kind or add a line kind: …")
    package static let unknownReference = DiagnosticCode(
        "unknown-reference", .error, ru: "материал «{1}» не найден", en: "no material \"{1}\"",
        remedyRu: "материал называют по имени файла, без папки и без .md, или полным названием; если файл "
            + "переименован, впишите в его поле aliases прежнее имя: «aliases: [{1}]»",
        remedyEn: "a material is named by its file without folder and .md, or by its full title; if the file was "
            + "renamed, add its former name to its field aliases: aliases: [{1}]")
    package static let unknownTitle = DiagnosticCode(
        "unknown-title", .error, ru: "материала с названием «{1}» нет", en: "no material has the title \"{1}\"",
        remedyRu: "спишите название с материала, из поля title, или назовите материал по имени файла, "
            + "без папки и без .md",
        remedyEn: "copy the title from the material, or name it by its file without folder and .md")

    /// What is told of a name that no material has: a name of a file may be a former one, a title is no name of a file.
    package static func unknownMaterial(named name: String) -> DiagnosticCode {
        let isFileName = name.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
        return isFileName ? .unknownReference : .unknownTitle
    }

    package static let ambiguousReference = DiagnosticCode(
        "ambiguous-reference", .error, ru: "«{1}» подходит к нескольким материалам",
        en: "\"{1}\" fits several materials",
        remedyRu: "напишите путь целиком", remedyEn: "write the whole path")
    package static let doubledValue = DiagnosticCode(
        "doubled-value", .warning, ru: "«{1}» названо дважды", en: "\"{1}\" stands twice", remedyRu: "оставьте одно",
        remedyEn: "keep one")

    package static let joinedValues = DiagnosticCode(
        "joined-values", .error, ru: "несколько значений записаны одной строкой: «{1}»",
        en: "several values stand in one text: \"{1}\"",
        remedyRu: "перечислите их через запятую в одних квадратных скобках: [{2}]",
        remedyEn: "list them with commas within one pair of brackets: [{2}]")

    /// Vocabularies and kinds.
    package static let schemaCodes = [
        brokenVocabulary, brokenKind, duplicateEntry, doubledName, sharedTile, missingSchema,
    ]

    package static let brokenVocabulary = DiagnosticCode(
        "broken-vocabulary", .error, ru: "словарь не разобран: {1}", en: "the vocabulary is broken: {1}")
    package static let brokenKind = DiagnosticCode(
        "broken-kind", .error, ru: "описание вида не разобрано: {1}", en: "the kind is broken: {1}")
    package static let duplicateEntry = DiagnosticCode(
        "duplicate-entry", .error, ru: "запись «{1}» стоит в словаре дважды",
        en: "the entry \"{1}\" stands twice in the vocabulary",
        remedyRu: "удалите вторую запись или дайте ей другой id",
        remedyEn: "remove the second one or give it an id of its own")
    package static let doubledName = DiagnosticCode(
        "doubled-name", .hint,
        ru: "название «{1}» подходит к нескольким записям словаря: в материалах оно будет неоднозначным",
        en: "the name \"{1}\" fits several entries",
        remedyRu: "уберите это название из aliases или short одной из записей",
        remedyEn: "remove the name from aliases or short of one of them")
    package static let sharedTile = DiagnosticCode(
        "shared-tile", .error,
        ru: "в клетке [{1}, {2}] карты стоят двое: «{3}» и «{4}»",
        en: "two stand in the cell [{1}, {2}] of the map: \"{3}\" and \"{4}\"",
        remedyRu: "дайте одной из записей свободную клетку — столбец и строку — или уберите у неё tile",
        remedyEn: "give one of them a free cell, column and row, or remove its tile")
    package static let missingSchema = DiagnosticCode(
        "missing-schema", .error, ru: "нет папки {1}: без неё сайт не собрать", en: "there is no folder {1}")

    /// Ids and addresses.
    package static let identityCodes = [
        duplicateID, collidingAddress, reservedAddress, sameTitle, sameDocument, ambiguousCitation,
    ]

    package static let sameTitle = DiagnosticCode(
        "same-title", .warning, ru: "так же называется ещё один материал этого вида: «{1}»",
        en: "another material of this kind has the same title: \"{1}\"",
        remedyRu: "уточните название, чтобы читатель их различал, или удалите лишний файл",
        remedyEn: "make the title say what differs, or remove one of the files")

    package static let sameDocument = DiagnosticCode(
        "same-document", .warning, ru: "документ с этим номером, днём и ведомством уже есть: «{1}»",
        en: "a document of this number, day and office is there already: \"{1}\"",
        remedyRu:
            "сверьте оба с бумагой: у неверного исправьте номер и дату, лишний уберите; до тех пор тексты не ссылаются ни "
            + "на один",
        remedyEn:
            "hold both against the paper: correct the wrong one or remove what is superfluous; till then texts link to "
            + "neither")

    package static let ambiguousCitation = DiagnosticCode(
        "ambiguous-citation", .warning, ru: "«{1}» — так можно назвать несколько документов: {2}; ссылка не поставлена",
        en: "\"{1}\" may be several documents: {2}; it became no link",
        remedyRu: "назовите ведомство полностью или сошлитесь прямо: [[имя документа]]",
        remedyEn: "name the office in full, or link to one: [[name of the document]]")

    package static let duplicateID = DiagnosticCode(
        "duplicate-id", .error, ru: "идентификатор «{1}» уже занят", en: "the id \"{1}\" is taken",
        remedyRu: "переименуйте файл или измените поле id", remedyEn: "rename the file or change the id")
    package static let collidingAddress = DiagnosticCode(
        "colliding-address", .error, ru: "адрес «{1}» получается у двух файлов",
        en: "two files get the address \"{1}\"",
        remedyRu: "переименуйте один из файлов", remedyEn: "rename one of the files")
    package static let reservedAddress = DiagnosticCode(
        "reserved-address", .error, ru: "адрес «{1}» занят страницей сайта",
        en: "the address \"{1}\" belongs to a page of the site",
        remedyRu: "переименуйте файл", remedyEn: "rename the file")

    /// Record tables and sections.
    package static let tableCodes = [
        unknownTable, tableWithoutHeading, emptyTable, hugeTable, cellCount, csvQuote, unknownColumn, missingColumn,
        missingCell, badNumber, missingTable, missingSection, noRows,
    ]

    package static let noRows = DiagnosticCode(
        "no-rows", .warning, ru: "в таблице «{1}» нет ни одной заполненной строки",
        en: "no row of the table \"{1}\" is filled in",
        remedyRu: "заполните строки под шапкой или уберите таблицу вместе с заголовком",
        remedyEn: "fill in its rows, or remove the table with its heading")

    package static let unknownTable = DiagnosticCode(
        "unknown-table", .error, ru: "таблицы «{1}» у вида «{2}» нет", en: "the kind \"{2}\" has no table \"{1}\"",
        remedyRu: "напишите название таблицы, как в справочнике полей: events: файл.csv",
        remedyEn: "name a table of the kind: events: file.csv")
    package static let tableWithoutHeading = DiagnosticCode(
        "table-without-heading", .warning,
        ru: "в тексте нет заголовка «{1}»: таблица из файла встанет в конце страницы",
        en: "the text has no heading \"{1}\": the table of the file stands at the end",
        remedyRu: "добавьте строку «## {1}» туда, где таблице быть", remedyEn: "add ## {1} where the table belongs")
    package static let emptyTable = DiagnosticCode(
        "empty-table", .error, ru: "в файле нет таблицы", en: "there is no table in the file",
        remedyRu: "первая строка — названия столбцов, дальше по строке на запись",
        remedyEn: "the first line holds the heads, each further one a record")
    package static let hugeTable = DiagnosticCode(
        "huge-table", .error, ru: "таблица слишком велика: больше {1} {2}",
        en: "the table is too large: more than {1} {2}",
        remedyRu: "разделите её на несколько файлов", remedyEn: "make several files of it")
    package static let cellCount = DiagnosticCode(
        "cell-count", .warning,
        ru: "ячеек в строке — {1}, а столбцов — {2}: лишние не показаны и не выгружены, остальные взяты по порядку",
        en: "the row has {1} cells, the table {2} columns: the surplus is left out, the others are taken in order",
        remedyRu: "значение, в котором есть «{3}», возьмите в кавычки \"…\"; недостающий столбец назовите в шапке",
        remedyEn: "quote a value that holds \"{3}\", or name the missing column in the head")
    package static let csvQuote = DiagnosticCode(
        "csv-quote", .error, ru: "кавычка стоит не на месте: {1}", en: "a quotation mark out of place: {1}",
        remedyRu: "значение берут в кавычки целиком, кавычку внутри него пишут дважды: \"Школа \"\"Лидер\"\"\"",
        remedyEn: "quote the whole value, and double the marks in it: \"School \"\"Leader\"\"\"")
    package static let unknownColumn = DiagnosticCode(
        "unknown-column", .warning,
        ru:
            "столбца «{1}» нет у таблицы «{2}»: читатели увидят его и получат в файлах таблицы, но отборы и сравнения о нём не знают",
        en:
            "the table \"{2}\" has no column \"{1}\": it is shown and stands in the files of the table, but no filter and no comparison knows it",
        remedyRu:
            "исправьте название столбца или оставьте как есть; кто настраивает сайт, может дописать в вид таблицы «other-columns: да»: тогда об этом не говорят",
        remedyEn: "correct the head of the column; a table of whose kind says `other-columns: yes` keeps any")
    package static let missingColumn = DiagnosticCode(
        "missing-column", .warning, ru: "в таблице «{2}» нет столбца «{1}»",
        en: "the table \"{2}\" lacks the column \"{1}\"",
        remedyRu: "добавьте столбец с этим названием; ячейки без данных оставьте пустыми",
        remedyEn: "add a column of this name; its cells may stay empty")
    package static let missingCell = DiagnosticCode(
        "missing-cell", .warning, ru: "не заполнена ячейка «{1}»", en: "the cell \"{1}\" is empty",
        remedyRu: "заполните или напишите «нет в источнике»", remedyEn: "fill it in or write «нет в источнике»")
    package static let badNumber = DiagnosticCode(
        "bad-number", .error, ru: "«{1}» — не число", en: "\"{1}\" is not a number",
        remedyRu: "пишите 1234, 12,5 или −1", remedyEn: "write 1234, 12.5 or −1")
    package static let missingTable = DiagnosticCode(
        "missing-table", .warning, ru: "нет таблицы под заголовком «{1}»",
        en: "there is no table under the heading \"{1}\"",
        remedyRu: "добавьте под него таблицу — строки с чертой | — или уберите заголовок",
        remedyEn: "put a table of lines with | under it, or remove the heading")
    package static let missingSection = DiagnosticCode(
        "missing-section", .warning, ru: "нет раздела «{1}»", en: "there is no section \"{1}\"",
        remedyRu: "добавьте заголовок «## {1}» и текст под ним", remedyEn: "add a heading ## {1} and a text below")
}
