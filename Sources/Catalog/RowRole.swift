import Diagnostics
import Languages

/// What a row of a record table is.
package enum RowRole: Int, Sendable, Hashable {
    /// One of the things that the table lists.
    case record
    /// It parts the rows: «II. Второе полугодие».
    case section
    /// It sums them up: «Итого: 12».
    case total
    /// It numbers the columns, as forms of offices do: «1 | 2 | 3 | 4» below the heads.
    case numbering
    /// It goes on with the heads: «начало | конец» below «Срок», which was merged over both.
    case head
    /// It belongs to the paper that the table was taken from: «Исп. Петрова М.И., тел. 2-15-30», «Согласовано».
    case footer
    /// It is a line without any bar right under a pipe table, which Markdown takes for its last row.
    case text
}

/// What an empty cell holds where a row is a record, whatever its words look like.
///
/// ```
/// | Раздел 1 |  | &nbsp; |
/// ```
/// «Раздел 1» alone in its row titles the rows below it, and «Итого» sums them up. Whoever means neither says so by a
/// blank that is written: it shows nothing, here and elsewhere, and the row stays a row of cells.
package enum RecordMark {
    package static let text = "&nbsp;"

    /// Whether a cell is written so; O(1).
    package static func isOne(_ written: some Collection<UInt8>) -> Bool { written.elementsEqual(text.utf8) }
}

/// Names by which a row says how many there are of all.
///
/// ```
/// Специалисты, всего | 143
/// Всего участников   | 36
/// ```
/// Such a row is a record, for its number is a fact like the others. Only among the bars of its parts it has no place.
package enum SumName {
    /// Whether a name is that of a sum.
    ///
    /// O(length).
    package static func isSum(_ name: String) -> Bool {
        let name = HeadingName.fold(name)
        return words.contains { name == $0 || name.hasPrefix($0 + " ") || name.hasSuffix(", " + $0) }
    }

    private static let words = ["всего", "итого"]
}

/// What a spreadsheet writes where a formula failed, or `####` where a column was too narrow for its value.
enum SpreadsheetError {
    /// In Russian and English.
    private static let texts: Set<String> = [
        "#ссылка!", "#ref!", "#н/д", "#n/a", "#дел/0!", "#div/0!", "#знач!", "#value!", "#имя?", "#name?", "#число!",
        "#num!", "#пусто!", "#null!", "#перенос!", "#spill!", "#вычисл!", "#calc!", "#поле!", "#field!", "#данные!",
        "#getting_data", "#блокировано!", "#blocked!", "#неизвестно!", "#unknown!", "#соединение!", "#connect!",
    ]

    /// What is to be said of such a text; nothing of any other.
    static func code(of text: String) -> DiagnosticCode? {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        if texts.contains(NameFolding.fold(text)) { return .spreadsheetError }
        return text.utf8.count >= 4 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") } ? .narrowColumn : nil
    }
}
