import Diagnostics
import Languages

/// Words that the scripts of a grid say.
enum GridWord: String, CaseIterable, Worded {
    case rowNumber, rowActions, atCell, atNameless, tableActions, gridKeys, gridTouch, pickList, addTable
    case plainTable, furtherTable, sampleHead, rowsBelow, unnamed
    case columns, columnActions, renameColumn, addLeft, addRight, moveLeft, moveRight, removeColumn
    case columnName, newColumn, renameGo, addGo, whichColumn, otherColumn, columnTaken, needColumnName, askRemoveColumn,
        removedColumn,
        columnWords, lastColumn
    case addRow, insertAbove, insertBelow, moveUp, moveDown, removeRows, rowTitles, rowIsCells, rowTitlesNow,
        rowIsCellsNow, undoStep, redoStep
    case insertAboveKeys, insertBelowKeys, moveUpKeys, moveDownKeys, removeRowsKeys, undoStepKeys, redoStepKeys
    case removedRow, removedEmptyRow, removedRows, clearedCell, clearedCells, bringBack, stepIsGone, doneSince,
        leaveByTab
    case closeOutcome, rowIsSection, rowIsTotal, rowIsOther
    case saveFile, tableInFile, fileNotSaved, fileSaved, fileChangedSince, fileConflict, fileRefused, fileUnwritable,
        fileUnread, takeTyped,
        takeTheirs

    var wording: Bilingual {
        switch self {
        case .rowNumber: Bilingual(ru: "Строка", en: "Row")
        case .rowActions: Bilingual(ru: "Строка {1}: что сделать", en: "Row {1}: actions")
        case .atCell: Bilingual(ru: "Строка {1}, «{2}»", en: "Row {1}, \"{2}\"")
        case .atNameless: Bilingual(ru: "Строка {1}, столбец {2}", en: "Row {1}, column {2}")
        case .tableActions: Bilingual(ru: "Строки таблицы", en: "Rows of the table")
        case .gridKeys:
            Bilingual(
                ru:
                    "Щёлкните по ячейке и пишите; дважды — чтобы поправить. Enter — вниз, Tab — дальше, Ctrl+Z — отменить; блок из Excel или Word вставляется целиком: Ctrl+V. Номер строки и название столбца открывают меню. Escape отменяет набранное в ячейке; из таблицы выводят Escape и Tab, когда ячейка закрыта.",
                en:
                    "Click a cell and write; click twice to correct. Enter goes down, Tab goes on, Ctrl+Z takes back; a block from Excel or Word is put in as a whole: Ctrl+V. The number of a row and the name of a column open menus. Escape and Tab lead out of the table."
            )
        case .gridTouch:
            Bilingual(
                ru:
                    "Коснитесь ячейки и пишите. «⋯» у строки — добавить, передвинуть, удалить её; «Столбцы» — то же со столбцами.",
                en:
                    "Tap a cell and write. \"⋯\" at a row adds, moves or removes it; \"Columns\" does the same with columns."
            )
        case .plainTable: Bilingual(ru: "Таблица {1}", en: "Table {1}")
        case .furtherTable: Bilingual(ru: "{1} — таблица {2}", en: "{1} — table {2}")
        case .sampleHead:
            Bilingual(
                ru: "В таблице «{1}» столбец ещё называется «{2}»", en: "A column of \"{1}\" is still called \"{2}\"")
        case .rowsBelow: Bilingual(ru: "Ещё строк ниже: {1}", en: "More rows below: {1}")
        case .unnamed: Bilingual(ru: "без названия", en: "without a name")
        case .columns, .columnActions, .renameColumn, .addLeft, .addRight, .moveLeft, .moveRight, .removeColumn,
            .columnName, .newColumn, .renameGo, .addGo, .whichColumn, .otherColumn, .columnTaken, .needColumnName,
            .askRemoveColumn,
            .removedColumn, .columnWords, .lastColumn:
            column
        case .pickList: Bilingual(ru: "Что можно вписать", en: "What may stand here")
        case .addTable: Bilingual(ru: "Добавить таблицу «{1}»", en: "Add the table \"{1}\"")
        case .bringBack: Bilingual(ru: "Вернуть удалённое", en: "Bring it back")
        case .stepIsGone:
            Bilingual(
                ru: "Таблицу с тех пор изменили в тексте: отменить прежнее здесь нельзя.",
                en: "The table was changed in the text since then: earlier steps cannot be taken back here.")
        case .doneSince:
            Bilingual(
                ru: "После этого таблицу меняли ещё: сначала отмените последние действия.",
                en: "The table was changed since then: take back the later steps first.")
        case .leaveByTab:
            Bilingual(ru: "Теперь Tab выведет из таблицы.", en: "Tab will now lead out of the table.")
        case .rowIsSection:
            Bilingual(ru: "Сайт читает эту строку как название раздела", en: "The site reads this row as a section")
        case .rowIsTotal: Bilingual(ru: "Сайт читает эту строку как итог", en: "The site reads this row as a total")
        case .rowIsOther:
            Bilingual(ru: "Сайт не считает эту строку записью", en: "The site does not read this row as a record")
        case .closeOutcome: Bilingual(ru: "Закрыть", en: "Close")
        case .saveFile, .tableInFile, .fileNotSaved, .fileSaved, .fileChangedSince, .fileConflict, .fileRefused,
            .fileUnwritable, .fileUnread, .takeTyped, .takeTheirs:
            file
        default: action
        }
    }

    /// What is done to columns.
    private var column: Bilingual {
        switch self {
        case .columns: Bilingual(ru: "Столбцы…", en: "Columns…")
        case .columnActions: Bilingual(ru: "Столбец «{1}»: что сделать", en: "Column \"{1}\": actions")
        case .renameColumn: Bilingual(ru: "Переименовать…", en: "Rename…")
        case .addLeft: Bilingual(ru: "Добавить столбец слева…", en: "Add a column to the left…")
        case .addRight: Bilingual(ru: "Добавить столбец справа…", en: "Add a column to the right…")
        case .moveLeft: Bilingual(ru: "Сдвинуть влево", en: "Move left")
        case .moveRight: Bilingual(ru: "Сдвинуть вправо", en: "Move right")
        case .removeColumn: Bilingual(ru: "Удалить столбец", en: "Remove the column")
        case .columnName: Bilingual(ru: "Название столбца", en: "Name of the column")
        case .newColumn: Bilingual(ru: "Новый столбец", en: "A new column")
        case .renameGo: Bilingual(ru: "Переименовать", en: "Rename")
        case .addGo: Bilingual(ru: "Добавить", en: "Add")
        case .whichColumn: Bilingual(ru: "Какой столбец", en: "Which column")
        case .otherColumn: Bilingual(ru: "другой — впишу название", en: "another — with a name of my own")
        case .columnTaken:
            Bilingual(ru: "Столбец «{1}» в таблице уже есть.", en: "The table has a column \"{1}\" already.")
        case .needColumnName: Bilingual(ru: "Впишите название столбца.", en: "Write the name of the column.")
        case .askRemoveColumn:
            Bilingual(ru: "Удалить столбец «{1}»? В нём заполнено: {2}.", en: "Remove the column \"{1}\"? It has {2}.")
        case .columnWords: Bilingual(ru: "{1} ячейка|{1} ячейки|{1} ячеек", en: "{1} cell|{1} cells|{1} cells")
        case .removedColumn: Bilingual(ru: "Удалён столбец «{1}».", en: "The column \"{1}\" was removed.")
        default:
            Bilingual(
                ru: "Это последний столбец таблицы: удалить его нельзя.",
                en: "This is the last column of the table: it cannot be removed.")
        }
    }

    /// Of a table that stands in a file of its own.
    private var file: Bilingual {
        switch self {
        case .saveFile: Bilingual(ru: "Сохранить таблицу", en: "Save the table")
        case .tableInFile:
            Bilingual(
                ru: "Эта таблица хранится в файле «{1}» рядом с материалом и сохраняется в него.",
                en: "This table is kept in the file \"{1}\" beside the material and is saved there.")
        case .fileNotSaved: Bilingual(ru: "Таблица не сохранена", en: "The table is not saved")
        case .fileSaved: Bilingual(ru: "Сохранено в файл «{1}»", en: "Saved into the file \"{1}\"")
        case .fileChangedSince:
            Bilingual(
                ru: "Файл таблицы изменили, пока набранное здесь не было сохранено. Показано то, что в файле.",
                en: "The file was changed while what was typed here was not saved. What the file says is shown.")
        case .fileConflict:
            Bilingual(
                ru: "Не сохранено: файл таблицы изменил кто-то другой. Набранное осталось здесь.",
                en: "Not saved: somebody else has changed the file of the table. What was typed is still here.")
        case .fileRefused:
            Bilingual(
                ru: "Не сохранено: в файле таблица читалась бы иначе. Проверьте кавычки и пробелы по краям ячеек.",
                en:
                    "Not saved: in the file the table would be read otherwise. Check quotation marks and blanks at the ends of cells."
            )
        case .fileUnwritable:
            Bilingual(
                ru:
                    "Не сохранено: знака «{1}» нет в кодировке {2}, в которой сохранён файл. Замените знак или сохраните файл из Excel как «CSV UTF-8».",
                en:
                    "Not saved: the file is kept in {2}, which lacks \"{1}\". Write it otherwise, or save the file as CSV UTF-8."
            )
        case .fileUnread:
            Bilingual(
                ru:
                    "Таблица из файла «{1}» здесь не показана: прочитать её нельзя. Сохраните файл из Excel как «CSV UTF-8».",
                en: "The table of the file \"{1}\" is not shown: it cannot be read. Save it as CSV UTF-8.")
        case .takeTyped: Bilingual(ru: "Показать набранное", en: "Show what was typed")
        default: Bilingual(ru: "Показать, что в файле", en: "Show what the file says")
        }
    }

    /// What a button does, and by which keys; what was done.
    private var action: Bilingual {
        switch self {
        case .addRow: Bilingual(ru: "Добавить строку", en: "Add a row")
        case .insertAbove: Bilingual(ru: "Пустая строка выше", en: "Insert a row above")
        case .insertBelow: Bilingual(ru: "Пустая строка ниже", en: "Insert a row below")
        case .moveUp: Bilingual(ru: "Передвинуть выше", en: "Move up")
        case .moveDown: Bilingual(ru: "Передвинуть ниже", en: "Move down")
        case .rowTitles: Bilingual(ru: "Сделать заголовком раздела", en: "Make it the title of a section")
        case .rowIsCells:
            Bilingual(ru: "Это строка таблицы, а не заголовок", en: "It is a row of cells and no title")
        case .rowTitlesNow:
            Bilingual(
                ru: "Строка {1} — заголовок: «{2}». Так её увидят и читатели.",
                en: "Row {1} is a title: \"{2}\". Readers see it so.")
        case .rowIsCellsNow:
            Bilingual(
                ru:
                    "Строка {1}, «{2}», — обычная строка таблицы. Так её увидят и читатели, и так она останется, когда вы откроете материал снова.",
                en: "Row {1}, \"{2}\", is a row of cells, for readers too, and stays one.")
        case .removeRows: Bilingual(ru: "Удалить строку", en: "Remove the row")
        case .undoStep: Bilingual(ru: "Отменить", en: "Undo")
        case .redoStep: Bilingual(ru: "Вернуть", en: "Redo")
        case .insertAboveKeys:
            Bilingual(ru: "Вставить пустую строку над выбранной", en: "Put an empty row above the chosen one")
        case .insertBelowKeys:
            Bilingual(
                ru: "Вставить пустую строку под выбранной (Ctrl+Enter)",
                en: "Put an empty row below the chosen one (Ctrl+Enter)")
        case .moveUpKeys: Bilingual(ru: "Поднять выбранные строки (Alt+↑)", en: "Move the chosen rows up (Alt+↑)")
        case .moveDownKeys: Bilingual(ru: "Опустить выбранные строки (Alt+↓)", en: "Move the chosen rows down (Alt+↓)")
        case .removeRowsKeys:
            Bilingual(ru: "Удалить выбранные строки (Ctrl+Delete)", en: "Remove the chosen rows (Ctrl+Delete)")
        case .undoStepKeys:
            Bilingual(ru: "Отменить последнее действие (Ctrl+Z)", en: "Take the last step back (Ctrl+Z)")
        case .redoStepKeys: Bilingual(ru: "Вернуть отменённое (Ctrl+Y)", en: "Make it again (Ctrl+Y)")
        case .removedRow: Bilingual(ru: "Удалена строка {1}: «{2}».", en: "Row {1} was removed: \"{2}\".")
        case .removedEmptyRow: Bilingual(ru: "Удалена пустая строка {1}.", en: "Row {1}, which was empty, was removed.")
        case .removedRows:
            Bilingual(ru: "Удалены строки {2}–{3}, всего {1}.", en: "Rows {2}–{3} were removed, {1} in all.")
        case .clearedCell: Bilingual(ru: "Очищена ячейка: «{1}».", en: "A cell was emptied: \"{1}\".")
        default: Bilingual(ru: "Очищено ячеек: {1}.", en: "Cells emptied: {1}.")
        }
    }
}
