import Diagnostics
import Languages

/// Words that the scripts say about blocks that are put into a grid.
///
/// Forms that go with a number are parted by `|`: for
/// one, for few, for many.
enum PasteWord: String, CaseIterable, Worded {
    case countRows, countTerms, countCells, countColumns, countBlocks
    case pastedHeads, pastedHeadsLeft
    case pasted, pastedNothing, pastedSkipped, pastedLostColumns, pastedEmptyColumns, pastedNewColumns,
        pastedSections, pastedKept
    case pastedGroups, pastedTurned, pastedOther, dialogOther, dialogIntoOther, dialogTurn, dialogJoined, dialogHeadRows
    case headsInTwo, headsInTwoHelp, headsInTwoBecome, headsJoined, headsAreRows
    case pastedFilled, pastedMerged, pastedDays, pastedUnread, pastedYearless, pastedOver, pastedAround, pastedInto
    case pasteBack, pasteChange, pasteNoServer, pasteTooLarge
    case dialogTitle, dialogHelp, dialogHead, dialogNoHead, dialogHeadRow, dialogColumn, dialogNoColumn, dialogNewColumn
    case dialogPreview, dialogMore, dialogTitles, dialogSections, dialogTotals, dialogOthers, dialogHidden, dialogMerged
    case dialogOut, dialogRow, dialogInto, dialogWhere, dialogWhereNew, dialogWhereOver, dialogLost, dialogNoLoss
    case dialogLostColumn, dialogLostRows, dialogPaste, dialogCancel, dialogNth
    case roleTitle, roleHeads, roleSection, roleTotal, roleOther, roleHidden, rolePart

    var wording: Bilingual {
        switch self {
        case .countRows: Bilingual(ru: "{1} строка|{1} строки|{1} строк", en: "{1} row|{1} rows|{1} rows")
        case .countTerms: Bilingual(ru: "{1} срок|{1} срока|{1} сроков", en: "{1} term|{1} terms|{1} terms")
        case .countCells: Bilingual(ru: "{1} ячейка|{1} ячейки|{1} ячеек", en: "{1} cell|{1} cells|{1} cells")
        case .countColumns:
            Bilingual(ru: "{1} столбец|{1} столбца|{1} столбцов", en: "{1} column|{1} columns|{1} columns")
        case .countBlocks: Bilingual(ru: "{1} блок|{1} блока|{1} блоков", en: "{1} block|{1} blocks|{1} blocks")
        case .pastedHeads:
            Bilingual(
                ru: "первая строка стала названиями столбцов", en: "the first row became the names of the columns")
        case .pastedHeadsLeft:
            Bilingual(ru: "строка с названиями не повторена", en: "the row of the heads was not repeated")
        case .pasteBack: Bilingual(ru: "Отменить вставку", en: "Take it back")
        case .pasteChange: Bilingual(ru: "Изменить…", en: "Change…")
        case .pasteNoServer:
            Bilingual(
                ru: "Не вставлено: сервер не отвечает. Блок остался в буфере обмена, повторите вставку.",
                en: "Nothing was put in: the server does not answer. The block is still on the clipboard: try again.")
        case .pasteTooLarge:
            Bilingual(
                ru: "Не вставлено: блок слишком велик. Загрузите файл целиком.",
                en: "Nothing was put in: the block is too large. Take the whole file in instead.")
        case .headsInTwo:
            Bilingual(ru: "Названия столбцов стоят в двух строках?", en: "Are the heads in two rows?")
        case .headsInTwoHelp:
            Bilingual(
                ru:
                    "В первой строке блока над несколькими столбцами стоит {1}, а вторая строка называет каждый из них.",
                en: "In the first row {1} stands over several columns; the second one names each of them.")
        case .headsInTwoBecome:
            Bilingual(ru: "Столбцы будут называться: {1}.", en: "The columns would be called: {1}.")
        case .headsJoined: Bilingual(ru: "Да, соединить их", en: "Yes, join them")
        case .headsAreRows: Bilingual(ru: "Нет, это строки таблицы", en: "No, these are rows")
        case .roleTitle: Bilingual(ru: "над названиями", en: "above the heads")
        case .roleHeads: Bilingual(ru: "названия", en: "heads")
        case .roleSection: Bilingual(ru: "раздел", en: "section")
        case .roleTotal: Bilingual(ru: "итог", en: "total")
        case .roleOther: Bilingual(ru: "не запись", en: "no record")
        case .roleHidden: Bilingual(ru: "скрытая", en: "hidden")
        case .rolePart: Bilingual(ru: "Что это", en: "What it is")
        default: rawValue.hasPrefix("dialog") ? dialog : outcome
        }
    }

    /// What came of a block.
    private var outcome: Bilingual {
        switch self {
        case .pasted: Bilingual(ru: "Вставлено: {1}", en: "Put in: {1}")
        case .pastedNothing: Bilingual(ru: "Ничего не вставлено", en: "Nothing was put in")
        case .pastedSkipped: Bilingual(ru: "пропущено {1}: {2}", en: "left out {1}: {2}")
        case .pastedLostColumns: Bilingual(ru: "не вставлены столбцы: {1}", en: "columns not put in: {1}")
        case .pastedEmptyColumns:
            Bilingual(
                ru: "пустых столбцов без названия пропущено: {1}", en: "empty columns without a head left out: {1}")
        case .pastedNewColumns: Bilingual(ru: "добавлены столбцы: {1}", en: "columns added: {1}")
        case .pastedSections:
            Bilingual(ru: "названия разделов стали значениями столбца «{1}»", en: "sections became values of \"{1}\"")
        case .pastedKept:
            Bilingual(ru: "строки-заголовки и итоги остались: {1}", en: "kept as rows that are no records: {1}")
        case .pastedFilled: Bilingual(ru: "заполнено объединённых ячеек: {1}", en: "merged cells filled: {1}")
        case .pastedMerged:
            Bilingual(
                ru: "объединённые ячейки ({1}): текст остался в первой",
                en: "merged cells ({1}): their text stays in the first")
        case .pastedGroups:
            Bilingual(
                ru: "шапка была в две строки, над столбцами стояло {1}: если это год, впишите его сами",
                en: "the heads had two rows, with {1} over columns: if it is a year, write it in yourself")
        case .pastedTurned:
            Bilingual(
                ru: "столбцы по годам стали строками: строка на каждый год ({1})",
                en: "columns of years became rows, one for each year ({1})")
        case .pastedOther:
            Bilingual(ru: "{1} — столбцы таблицы «{2}»", en: "{1} are columns of the table \"{2}\"")
        case .pastedDays: Bilingual(ru: "числа Excel прочитаны как дни: {1}", en: "numbers of Excel read as days: {1}")
        case .pastedYearless:
            Bilingual(ru: "у сроков нет года: {1}", en: "terms without a year: {1}")
        case .pastedUnread: Bilingual(ru: "не поняты сроки: {1}", en: "terms not understood: {1}")
        case .pastedOver: Bilingual(ru: "заменено ячеек: {1} (было: {2})", en: "cells replaced: {1} (there was: {2})")
        case .pastedAround:
            Bilingual(ru: "текст вокруг таблицы не вставлен: {1}", en: "text around the table not put in: {1}")
        default: Bilingual(ru: "Вставлено ячеек: {1}", en: "Cells put in: {1}")
        }
    }

    /// What the dialog asks.
    private var dialog: Bilingual {
        switch self {
        case .dialogTitle: Bilingual(ru: "Вставка в таблицу «{1}»", en: "Putting a block into \"{1}\"")
        case .dialogHelp:
            Bilingual(
                ru: "Проверьте, что куда попадёт. Отменить вставку можно и потом.",
                en: "Check what goes where. It can be taken back later, too.")
        case .dialogHead: Bilingual(ru: "Названия столбцов стоят", en: "The heads stand in")
        case .dialogNoHead: Bilingual(ru: "нигде: в блоке одни строки", en: "no row: there are only rows")
        case .dialogHeadRow: Bilingual(ru: "в строке {1}: {2}", en: "row {1}: {2}")
        case .dialogHeadRows: Bilingual(ru: "в строках {1} и {2}: {3}", en: "rows {1} and {2}: {3}")
        case .dialogColumn: Bilingual(ru: "Столбец «{1}» вставить в", en: "Put the column \"{1}\" into")
        case .dialogNoColumn: Bilingual(ru: "не вставлять", en: "do not put in")
        case .dialogNewColumn: Bilingual(ru: "новый столбец «{1}»", en: "a new column \"{1}\"")
        case .dialogPreview: Bilingual(ru: "Что вставляется", en: "What is put in")
        case .dialogMore: Bilingual(ru: "…и ещё {1}", en: "…and {1} more")
        case .dialogTitles: Bilingual(ru: "Строки над названиями", en: "Rows above the heads")
        case .dialogSections: Bilingual(ru: "Строки-разделы", en: "Section rows")
        case .dialogTotals: Bilingual(ru: "Итоги", en: "Totals")
        case .dialogOthers: Bilingual(ru: "Прочие строки, которые не записи", en: "Other rows that are no records")
        case .dialogHidden: Bilingual(ru: "Скрытые строки", en: "Hidden rows")
        case .dialogMerged:
            Bilingual(
                ru: "Объединённые ячейки ({1}): вписать их текст в каждую строку",
                en: "Merged cells ({1}): write their text into each row")
        case .dialogOther:
            Bilingual(
                ru: "Столбцы {1} — из другой таблицы этого вида, «{2}».",
                en: "The columns {1} are of another table of this kind, \"{2}\".")
        case .dialogIntoOther:
            Bilingual(ru: "Вставить в таблицу «{1}»", en: "Put it into the table \"{1}\"")
        case .dialogTurn:
            Bilingual(
                ru: "Развернуть: вместо столбцов по годам — строка на каждый год ({1})",
                en: "Turn over: a row for each year instead of columns ({1})")
        case .dialogJoined:
            Bilingual(
                ru:
                    "Названия столбцов стоят в двух строках: {1} — над несколькими столбцами. Если это не названия, выберите «нигде» выше.",
                en:
                    "The heads stand in two rows: {1} over several columns. If they are no heads, choose \"no row\" above."
            )
        case .dialogOut: Bilingual(ru: "не вставлять", en: "leave out")
        case .dialogRow: Bilingual(ru: "оставить строками", en: "keep as rows")
        case .dialogInto:
            Bilingual(ru: "вписать в столбец «{1}» каждой строки ниже", en: "write into \"{1}\" of each row below")
        case .dialogWhere: Bilingual(ru: "Куда", en: "Where to")
        case .dialogWhereNew: Bilingual(ru: "новыми строками", en: "as new rows")
        case .dialogWhereOver: Bilingual(ru: "поверх, начиная со строки {1}", en: "over those from row {1} on")
        case .dialogLost: Bilingual(ru: "Не попадёт в таблицу: {1}", en: "Will not be in the table: {1}")
        case .dialogNoLoss:
            Bilingual(ru: "Всё из блока попадёт в таблицу.", en: "All of the block will be in the table.")
        case .dialogLostColumn: Bilingual(ru: "столбец «{1}» ({2})", en: "the column \"{1}\" ({2})")
        case .dialogLostRows: Bilingual(ru: "строки: {1}", en: "rows: {1}")
        case .dialogPaste: Bilingual(ru: "Вставить", en: "Put in")
        case .dialogNth: Bilingual(ru: "столбец {1}", en: "column {1}")
        default: Bilingual(ru: "Не вставлять", en: "Cancel")
        }
    }
}
