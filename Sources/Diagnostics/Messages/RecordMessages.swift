extension DiagnosticCode {
    /// Codes of what record tables and charts say: sums, numbers, values.
    package static let recordCodes: [DiagnosticCode] = [
        positionSum, positionSumExceeded, groupSum, groupSumExceeded, positivePenalty, unknownParent, doubledNumber,
        missingNumber, unnumberedRow, contraryBound, uncomparedFact, doubledFigure,
        valueBesideFact, deniedOutcome, chartWithoutTable, chartWithoutTitle,
        unknownChartSetting, unknownChartForm,
        chartParts, chartValue, chartWithTwoTables, chartNumbersWithoutTable, unknownChartTable, unknownChartColumn,
    ]

    package static let positionSum = DiagnosticCode(
        "position-sum", .warning, ru: "максимум {1}, а положительные параметры дают {2}",
        en: "the maximum is {1}, and the positive parameters make {2}",
        remedyRu: "исправьте максимум или параметры; штраф стоит отдельно и в сумму не входит",
        remedyEn: "correct the maximum or the parameters; a penalty stands apart and does not count")
    package static let positionSumExceeded = DiagnosticCode(
        "position-sum-exceeded", .warning, ru: "максимум {1}, а уже известные параметры дают {2}",
        en: "the maximum is {1}, and the known parameters alone make {2}",
        remedyRu: "исправьте максимум или параметры", remedyEn: "correct the maximum or the parameters")
    package static let groupSum = DiagnosticCode(
        "group-sum", .warning, ru: "максимум {1}, а позиции, которые сюда входят, дают {2}",
        en: "the maximum is {1}, and the positions that belong here make {2}",
        remedyRu: "исправьте максимум или столбец «Входит в» у позиций",
        remedyEn: "correct the maximum or what the positions belong to")
    package static let groupSumExceeded = DiagnosticCode(
        "group-sum-exceeded", .warning, ru: "максимум {1}, а уже известные позиции, которые сюда входят, дают {2}",
        en: "the maximum is {1}, and the known positions that belong here alone make {2}",
        remedyRu: "исправьте максимум или столбец «Входит в» у позиций",
        remedyEn: "correct the maximum or what the positions belong to")
    package static let positivePenalty = DiagnosticCode(
        "positive-penalty", .warning, ru: "штраф «{1}» прибавляет баллы", en: "the penalty {1} adds points",
        remedyRu: "пишите его со знаком минус: −1", remedyEn: "write it with a minus: −1")
    package static let unknownParent = DiagnosticCode(
        "unknown-parent", .warning, ru: "в этой таблице нет позиции «{1}»", en: "this table has no position \"{1}\"",
        remedyRu: "повторите название позиции уровнем выше слово в слово",
        remedyEn: "repeat the name of the position above word for word")
    package static let doubledNumber = DiagnosticCode(
        "doubled-number", .warning, ru: "номер {1} уже стоит в столбце «{2}»",
        en: "the number {1} stands in the column \"{2}\" already",
        remedyRu: "сверьте номера с источником", remedyEn: "compare the numbers with the source")
    package static let missingNumber = DiagnosticCode(
        "missing-number", .hint, ru: "у строки нет номера в столбце «{1}»",
        en: "the row has no number in the column \"{1}\"",
        remedyRu: "впишите номер или «нет в источнике»", remedyEn: "write the number or «нет в источнике»")
    package static let unnumberedRow = DiagnosticCode(
        "unnumbered-row", .warning, ru: "у строки нет ни одного номера", en: "the row has no number at all",
        remedyRu: "впишите номер или «нет в источнике»", remedyEn: "write a number or «нет в источнике»")

    package static let contraryBound = DiagnosticCode(
        "contrary-bound", .warning, ru: "план «{1}» говорит одно, а «{2}» — другое: страница поверит плану",
        en: "the plan \"{1}\" says one thing and \"{2}\" the other: the page trusts the plan",
        remedyRu: "проверьте, какое значение показателя лучше, и исправьте одно из двух",
        remedyEn: "see which value of the indicator is the better one and correct one of the two")
    package static let uncomparedFact = DiagnosticCode(
        "uncompared-fact", .hint, ru: "факт «{1}» не сравнить с планом: это не одно число",
        en: "the fact \"{1}\" cannot be compared with the plan: it is not one number",
        remedyRu: "запишите в ячейке число, а слова перенесите в «Пояснение»",
        remedyEn: "write a number in the cell, and the words into a note")

    package static let doubledFigure = DiagnosticCode(
        "doubled-figure", .hint, ru: "у показателя «{1}» ({2}) в столбце «{3}» два разных значения: «{4}» и «{5}»",
        en: "the indicator \"{1}\" ({2}) has two values in the column \"{3}\": \"{4}\" and \"{5}\"",
        remedyRu: "оставьте одну строку или допишите, чем они различаются",
        remedyEn: "leave one row, or say in what they differ")
    package static let valueBesideFact = DiagnosticCode(
        "value-beside-fact", .hint,
        ru: "в строке и «{1}» — «{2}», и «{3}» — «{4}»: что из них вышло, читатель не поймёт",
        en: "the row has \"{1}\", \"{2}\", and \"{3}\", \"{4}\": a reader does not know which came out",
        remedyRu: "оставьте одно; «Значение» пишут, когда плана нет", remedyEn: "leave one of them")
    package static let deniedOutcome = DiagnosticCode(
        "denied-outcome", .hint, ru: "слова «{1}» спорят с числами: план «{2}», факт «{3}»",
        en: "the words \"{1}\" deny the figures: the plan is \"{2}\", the fact \"{3}\"",
        remedyRu: "исправьте слова или числа", remedyEn: "correct the words or the figures")

    package static let chartWithoutTable = DiagnosticCode(
        "chart-without-table", .error, ru: "в диаграмме нет таблицы с числами", en: "the chart has no table of numbers",
        remedyRu: "первый столбец — названия, остальные — числа: | Класс | Ученики |, | --- | --- |, | 5 | 25 |",
        remedyEn: "the first column holds names, the others numbers: | Form | Pupils |, | --- | --- |, | 5 | 25 |")
    package static let chartWithoutTitle = DiagnosticCode(
        "chart-without-title", .error, ru: "у диаграммы нет названия", en: "the chart has no title",
        remedyRu: "добавьте строку «название: …»", remedyEn: "add a line title: …")
    package static let unknownChartSetting = DiagnosticCode(
        "unknown-chart-setting", .error, ru: "у диаграммы нет настройки «{1}»",
        en: "a chart has no setting \"{1}\"",
        remedyRu: "есть вид, название, описание, единица, таблица и числа",
        remedyEn: "there are form, title, about, unit, table and numbers")
    package static let unknownChartForm = DiagnosticCode(
        "unknown-chart-form", .error, ru: "неизвестен вид диаграммы «{1}»", en: "unknown form of chart \"{1}\"",
        remedyRu: "есть столбцы, стопка и доли", remedyEn: "there are bars, stacked and share")
    package static let chartParts = DiagnosticCode(
        "chart-parts", .error, ru: "в диаграмме столбцов с числами {1}, различимы не больше {2}",
        en: "the chart has {1} columns of numbers, no more than {2} can be told apart",
        remedyRu: "разделите её на две", remedyEn: "make two of it")
    package static let chartValue = DiagnosticCode(
        "chart-value", .error, ru: "«{1}» не показать столбцом: нужно число от 0, а для доли — до 100",
        en: "\"{1}\" is no bar: a number from 0 is needed, up to 100 for a share",
        remedyRu: "исправьте число или вид диаграммы", remedyEn: "correct the number or the form of the chart")
    package static let chartWithTwoTables = DiagnosticCode(
        "chart-with-two-tables", .error, ru: "у диаграммы две таблицы: названная и своя",
        en: "the chart has two tables: one that it names and its own",
        remedyRu: "уберите строку «таблица: …» или эту таблицу", remedyEn: "take away the line table: … or this table")
    package static let chartNumbersWithoutTable = DiagnosticCode(
        "chart-numbers-without-table", .error, ru: "числа выбраны, а таблица, откуда их взять, не названа",
        en: "numbers are chosen, but no table to take them from",
        remedyRu: "добавьте строку «таблица: [[материал]]#таблица»; у своей таблицы диаграммы видны все столбцы",
        remedyEn: "add a line table: [[material]]#table; of its own table a chart shows all columns")
    package static let unknownChartTable = DiagnosticCode(
        "unknown-chart-table", .error, ru: "у материала «{2}» нет таблицы записей «{1}»",
        en: "the material \"{2}\" has no record table \"{1}\"",
        remedyRu: "таблицу называют заголовком, под которым она стоит, или словом из её адреса",
        remedyEn: "a table is named by the heading above it, or by the word in its address")
    package static let unknownChartColumn = DiagnosticCode(
        "unknown-chart-column", .error, ru: "в таблице «{2}» нет столбца с числами «{1}»",
        en: "the table \"{2}\" has no column of numbers \"{1}\"",
        remedyRu: "назовите столбец так, как в шапке таблицы; годятся числа и доли",
        remedyEn: "name the column as in the head of the table; numbers and shares will do")
}
