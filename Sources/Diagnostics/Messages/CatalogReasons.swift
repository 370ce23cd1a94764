extension DiagnosticCode {
    /// The same code with its last place filled by a reason, which is worded in both languages too.
    ///
    /// `brokenKind.because(SchemaReason.unknownType)` says «описание вида не разобрано: неизвестный тип поля «{1}»»;
    /// the places of the reason count on from those that are left of the code's own.
    package func because(_ reason: Bilingual) -> DiagnosticCode {
        let last = "{\([1, 2, 3].last { message.ru.contains("{\($0)}") } ?? 1)}"
        return DiagnosticCode(
            name, severity, ru: message.ru.replacing(last, with: reason.ru),
            en: message.en.replacing(last, with: reason.en),
            remedyRu: remedy.ru, remedyEn: remedy.en)
    }
}

/// What can be wrong with the form of vocabularies, kinds and settings.
package enum SchemaReason {
    package static let empty = Bilingual(ru: "файл пуст", en: "the file is empty")
    package static let noText = Bilingual(ru: "в «{1}» должен стоять текст", en: "\"{1}\" takes a text")
    package static let noTexts = Bilingual(ru: "в «{1}» должны стоять тексты", en: "\"{1}\" takes texts")
    package static let noNumber = Bilingual(ru: "в «{1}» должно стоять целое число", en: "\"{1}\" takes a whole number")
    package static let noFlag = Bilingual(ru: "в «{1}» должно стоять «да» или «нет»", en: "\"{1}\" takes yes or no")
    package static let badCounts = Bilingual(
        ru: "checks — сколько проверок сделано, хотя бы одна; failed — сколько из них не пройдено",
        en: "checks says how many checks were made, one at least, failed how many of them failed")
    package static let missing = Bilingual(ru: "не хватает «{1}»", en: "\"{1}\" is missing")
    package static let noPairs = Bilingual(
        ru: "здесь должны стоять пары «ключ: значение»", en: "pairs of a key and a value belong here")
    package static let noEntries = Bilingual(
        ru: "записи (entries) должны стоять списком, каждая с «- »", en: "entries is a list, each with \"- \"")
    package static let badIdentifier = Bilingual(
        ru: "«{1}» не годится в идентификаторы: нужны строчные латинские буквы, цифры и дефис",
        en: "\"{1}\" is no identifier: lower-case Latin letters, digits and hyphens are needed")
    package static let longIdentifier = Bilingual(
        ru: "идентификатор длиннее ста знаков, и файла с таким именем не будет: «{1}»",
        en: "the identifier has more than a hundred characters, and no file can have such a name: \"{1}\"")
    package static let badTile = Bilingual(
        ru: "tile — это два числа: [столбец, строка]", en: "tile is two numbers: [column, row]")
    package static let badValidity = Bilingual(ru: "срок «{1}» не понят", en: "the term \"{1}\" is not understood")
    package static let badFormerName = Bilingual(
        ru: "прежнее название — это текст или {name: …, from: …, to: …}",
        en: "a former name is a text or {name: …, from: …, to: …}")
    package static let noFields = Bilingual(
        ru: "поля записывают парами «идентификатор: {label: …, type: …}»",
        en: "fields are pairs: id: {label: …, type: …}")
    package static let unknownType = Bilingual(ru: "неизвестный тип поля «{1}»", en: "unknown type of field \"{1}\"")
    package static let noChoices = Bilingual(
        ru: "у поля с выбором не названы choices", en: "the field lacks its choices")
    package static let allOfNoList = Bilingual(
        ru: "all стоит у столбца таблицы, в котором перечисляют записи словаря (type: references)",
        en: "all belongs to a column of a table that lists entries of a vocabulary (type: references)")
    package static let unknownTarget = Bilingual(
        ru: "поле «{1}» ссылается на «{2}», а такого словаря или вида нет",
        en: "the field \"{1}\" refers to \"{2}\", which is no vocabulary and no kind")
    package static let doubledKind = Bilingual(ru: "вид «{1}» описан дважды", en: "the kind \"{1}\" is defined twice")
    package static let doubledFolder = Bilingual(
        ru: "папка «{1}» уже у вида «{2}»", en: "the folder \"{1}\" belongs to the kind \"{2}\"")
    package static let noHeading = Bilingual(
        ru: "у таблицы «{1}» не назван заголовок (heading)", en: "the table \"{1}\" has no heading")
    package static let unknownKey = Bilingual(
        ru: "строки названы по столбцу «{1}», а такого у таблицы нет", en: "the key \"{1}\" is no column of the table")
    package static let unknownNewColumn = Bilingual(
        ru: "в new назван столбец «{1}», а у таблицы такого нет",
        en: "new names the column \"{1}\", which the table lacks")
    package static let unknownBeginning = Bilingual(
        ru: "в new названо поле «{1}», а у вида такого нет", en: "new names the field \"{1}\", which the kind lacks")
    package static let unknownNewTable = Bilingual(
        ru: "в new-table названа таблица «{1}», а у вида такой нет",
        en: "new-table names the table \"{1}\", which the kind lacks")
    package static let unknownExample = Bilingual(
        ru: "в examples назван пример для поля «{1}», а у вида такого нет",
        en: "examples names the field \"{1}\", which the kind lacks")
    package static let unfitForSharing = Bilingual(
        ru:
            "поле «{1}» нельзя спросить у того, кто присылает материал: в нём называют материалы, файлы или место в книге",
        en: "the field \"{1}\" cannot be asked of a sender: it takes materials, files or a place in a book")
    package static let unknownSharedSection = Bilingual(
        ru: "в sharing назван раздел «{1}», которого у вида нет",
        en: "sharing names a section \"{1}\" that the kind lacks")
    package static let unknownSharedTable = Bilingual(
        ru: "таблицы «{1}» у вида нет", en: "the kind has no table \"{1}\"")
    package static let unknownWanted = Bilingual(
        ru: "в словаре поля «{2}» нет записи «{1}»", en: "the vocabulary of the field \"{2}\" has no entry \"{1}\"")
    package static let unknownNumbering = Bilingual(
        ru: "столбца чисел «{1}» у таблицы нет", en: "the table has no column of numbers \"{1}\"")
    package static let unknownRole = Bilingual(ru: "поля «{1}» у вида нет", en: "the kind has no field \"{1}\"")
    package static let unknownState = Bilingual(
        ru: "состояния «{1}» нет среди значений поля", en: "\"{1}\" is no choice of the field")
    package static let unknownCoverage = Bilingual(
        ru: "coverage — одно из слов: {2}; «{1}» среди них нет", en: "coverage is one of {2}, and not \"{1}\"")
    package static let unknownSort = Bilingual(
        ru: "sorts говорит программам, что такое записи этого type: одно из слов {2}; «{1}» среди них нет",
        en: "sorts tells programs what entries of a type are: one of {2}, and not \"{1}\"")
    package static let unusedSheetKey = Bilingual(
        ru: "«{1}» говорит о листе, который заполняют, а в views такого вида нет",
        en: "\"{1}\" tells of a sheet that is filled in, and views names none")
    package static let noSheetEntries = Bilingual(
        ru: "у рабочего листа нет полей: перечислите их в entries",
        en: "a worksheet without fields: list them under entries")
    package static let doubledSheet = Bilingual(
        ru: "таблица — либо score-sheet, либо worksheet", en: "a table is a score-sheet or a worksheet, not both")
    package static let doubledDone = Bilingual(
        ru: "строку решает одно поле, «{1}» — второе с done",
        en: "one entry settles a row, \"{1}\" is a second with done")
    package static let unknownPointColumn = Bilingual(
        ru: "в points назван столбец «{1}», а подходящего столбца у таблицы нет",
        en: "points names the column \"{1}\", and the table has none that fits")
    package static let unknownParentKind = Bilingual(
        ru: "вид продолжает «{1}» (extends), а такого вида нет: впишите id вида, от которого берёте поля и таблицы",
        en: "the kind extends \"{1}\", which is no kind: write the id of the kind whose fields and tables it takes over"
    )
    package static let kindRing = Bilingual(
        ru: "виды продолжают друг друга по кругу: {1}; уберите extends у одного из них",
        en: "kinds extend each other in a ring: {1}; remove extends from one of them")
    package static let abstractTarget = Bilingual(
        ru:
            "поле «{1}» ссылается на «{2}», а материалов этого вида не бывает (abstract): назовите вид с материалами или any",
        en: "the field \"{1}\" refers to \"{2}\", an abstract kind without materials: name a kind that has some, or any"
    )
    package static let unknownForm = Bilingual(
        ru: "form — одно из слов: {2}; «{1}» среди них нет", en: "form is one of {2}, and not \"{1}\"")
    package static let unknownMeasure = Bilingual(
        ru: "столбца «{1}» у таблицы нет", en: "the table has no column \"{1}\"")
    package static let unknownBetter = Bilingual(
        ru:
            "better — higher, lower или столбец выбора с одними этими choices; «{1}» не подходит",
        en: "better is higher, lower or a column of choices of these alone, and not \"{1}\"")
    package static let otherFormKey = Bilingual(
        ru: "«{1}» бывает только у таблицы с form: {2}", en: "\"{1}\" belongs to a table of form: {2} alone")
    package static let unknownView = Bilingual(ru: "неизвестный вид таблицы «{1}»", en: "unknown view \"{1}\"")
}

/// What a field takes, where something else stands.
package struct FieldExpectation: Sendable {
    fileprivate let what: Bilingual
    fileprivate let remedy: Bilingual

    package static let texts = FieldExpectation(
        what: Bilingual(ru: "список текстов", en: "a list of texts"),
        remedy: Bilingual(
            ru: "перечислите значения в квадратных скобках через запятую: [первое, второе]",
            en: "list the values in brackets: [first, second]"))
    package static let text = FieldExpectation(
        what: Bilingual(ru: "текст в одну строку", en: "a text in one line"),
        remedy: Bilingual(
            ru: "напишите значение обычным текстом сразу после двоеточия, без скобок",
            en: "write the value behind the colon as a plain text, without brackets"))
    package static let one = FieldExpectation(
        what: Bilingual(ru: "одно значение, а не список", en: "one value and no list"),
        remedy: Bilingual(
            ru: "оставьте одно значение, без скобок и запятых", en: "keep one value, without brackets and commas"))
    package static let flag = FieldExpectation(
        what: Bilingual(ru: "«да» или «нет»", en: "yes or no"),
        remedy: Bilingual(ru: "напишите «да» или «нет» или уберите строку", en: "write yes or no, or remove the line"))
    package static let tableFiles = FieldExpectation(
        what: Bilingual(
            ru: "таблица и её файл: {events: meropriiatiia.csv}", en: "a table and its file: {events: events.csv}"),
        remedy: Bilingual(
            ru: "напишите в фигурных скобках имя таблицы, двоеточие и имя её файла",
            en: "write in braces the name of the table, a colon and the name of its file"))
    package static let fileName = FieldExpectation(
        what: Bilingual(ru: "имя файла CSV", en: "the name of a CSV file"),
        remedy: Bilingual(
            ru: "напишите после двоеточия имя файла, который лежит рядом с материалом: meropriiatiia.csv",
            en: "write behind the colon the name of a file beside the material: events.csv"))
    package static let identifier = FieldExpectation(
        what: Bilingual(
            ru: "имя из латинских букв, цифр, дефисов и «/»", en: "Latin letters, digits, hyphens and /"),
        remedy: Bilingual(
            ru: "наберите его латиницей, без пробелов, или уберите строку: имя даст файл",
            en: "type it in Latin letters without spaces, or remove the line: the file gives the name"))
}

extension DiagnosticCode {
    /// The same code that says what a field takes, and how to write it.
    package func expecting(_ expectation: FieldExpectation) -> DiagnosticCode {
        let code = because(expectation.what)
        return DiagnosticCode(
            name, severity, ru: code.message.ru, en: code.message.en, remedyRu: expectation.remedy.ru,
            remedyEn: expectation.remedy.en)
    }
}

/// What is wrong with a quotation mark in a CSV file.
package enum CSVReason {
    package static let open = Bilingual(ru: "открыта и не закрыта", en: "opened and never closed")
    package static let behind = Bilingual(
        ru: "после закрывающей кавычки стоит ещё текст", en: "text stands behind the closing one")
}

/// Which form a table of indicators has, where a column is of the other one.
package enum TableReason {
    package static let valueInNumbering = Bilingual(
        ru: "«{2}» — таблица номеров: в строке показатель и его номера; из таблицы значений «{3}» здесь {1}",
        en:
            "\"{2}\" is a table of numbers: a row is an indicator with its numbers; of the table of values \"{3}\" are {1}"
    )
    package static let numberInValues = Bilingual(
        ru: "«{2}» — таблица значений: в строке план и факт за год; из таблицы номеров «{3}» здесь {1}",
        en:
            "\"{2}\" is a table of values: a row is what was planned and reached in a year; of the table of numbers \"{3}\" are {1}"
    )
}

/// What a table has too many of.
package enum TableExtent {
    package static let columns = Bilingual(ru: "столбцов", en: "columns")
    package static let rows = Bilingual(ru: "строк", en: "rows")
}

/// What an editor did where YAML does not parse.
package enum YAMLReason {
    package static let colon = Bilingual(
        ru: "лишнее двоеточие; текст с двоеточием внутри возьмите в кавычки",
        en: "a colon too many; quote a text that holds one")
    package static let noColon = Bilingual(
        ru: "после названия поля нет двоеточия с пробелом", en: "no colon and space behind the field's name")
    package static let looseText = Bilingual(
        ru: "строка не начата названием поля; если это продолжение, допишите её к строке выше",
        en: "the line begins with no field; if it goes on with the one above, write it there")
    package static let behindQuote = Bilingual(
        ru: "после закрывающей кавычки остался текст; возьмите в кавычки всё значение",
        en: "text is left behind the closing quote; quote the whole value")
    package static let noKey = Bilingual(
        ru: "здесь ожидалось следующее поле; проверьте кавычки и отступ",
        en: "a field belongs here; check quotes and indentation")
    package static let nestedQuotes = Bilingual(
        ru: "кавычки внутри кавычек; внутренние замените на «ёлочки»", en: "quotes within quotes; use other ones inside"
    )
    package static let unevenItems = Bilingual(
        ru: "пункты списка стоят с разным отступом", en: "the items of the list are indented unevenly")
    package static let openList = Bilingual(
        ru: "в списке здесь или строкой выше не хватает запятой или скобки ]",
        en: "a comma or ] is missing here or in the line above")
    package static let openPairs = Bilingual(
        ru: "здесь или строкой выше не хватает запятой или скобки }",
        en: "a comma or } is missing here or in the line above")
    package static let noValue = Bilingual(
        ru: "в списке лишняя запятая или не хватает значения", en: "a comma too many in the list, or a value is missing"
    )
    package static let openEnd = Bilingual(
        ru: "не закрыты кавычки или скобка", en: "quotes or a bracket are not closed")
    package static let openQuotes = Bilingual(
        ru: "кавычки не закрыты до конца шапки", en: "the quotes are not closed before the end")
    package static let sign = Bilingual(
        ru: "с этого знака значение начинаться не может; возьмите его в кавычки",
        en: "no value begins with this sign; quote it")
    package static let tag = Bilingual(
        ru: "с восклицательного знака значение начинаться не может; возьмите его в кавычки",
        en: "no value begins with an exclamation mark; quote it")
    package static let tabulator = Bilingual(
        ru: "отступ сделан табуляцией; замените её пробелами", en: "the indentation is a tab; use spaces")
    package static let misplacedItem = Bilingual(
        ru: "пункт списка начинают с новой строки; если дефис значит, что значения нет, уберите всю строку",
        en: "an item begins on a new line; where the hyphen means that there is no value, remove the line")
    package static let question = Bilingual(
        ru: "вопросительный знак в начале; возьмите значение в кавычки",
        en: "a question mark at the beginning; quote the value")
    package static let block = Bilingual(
        ru: "после | и > текст начинают с новой строки; или возьмите значение в кавычки",
        en: "behind | and > the text begins on a new line; or quote the value")
    package static let backslash = Bilingual(
        ru: "обратная косая черта в двойных кавычках; возьмите текст в одинарные кавычки",
        en: "a backslash in double quotes; use single ones")
    package static let control = Bilingual(
        ru: "в тексте стоит невидимый управляющий знак; удалите его", en: "an invisible control character; remove it")
    package static let escapedControl = Bilingual(
        ru: "обратная косая черта в двойных кавычках задаёт невидимый управляющий знак; сотрите её с буквами за ней",
        en: "a backslash in double quotes spells an invisible control character; remove it with the letters behind it")
    package static let secondDocument = Bilingual(
        ru: "лишняя черта «---» или «...» внутри файла", en: "a line of --- or ... within the file")
    package static let trailing = Bilingual(
        ru: "лишний текст после конца; проверьте скобки и отступ первой строки",
        en: "text behind the end; check brackets and the first line's indentation")
    package static let directive = Bilingual(
        ru: "со знака % строка начинаться не может; возьмите значение в кавычки",
        en: "no line begins with %; quote the value")
    package static let nesting = Bilingual(
        ru: "слишком много вложенных скобок или списков", en: "brackets or lists are nested too deep")
    package static let noFieldName = Bilingual(
        ru: "слева от двоеточия должно стоять название поля", en: "the name of a field belongs before the colon")
    package static let noPairs = Bilingual(
        ru: "каждая строка должна быть вида «поле: значение»", en: "each line has the form field: value")
    package static let other = Bilingual(
        ru: "проверьте кавычки, двоеточия и отступы ({1})", en: "check quotes, colons and indentation ({1})")
}
