import Diagnostics

/// What a row of a record table is.
package enum RowRole: Sendable, Hashable {
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
    /// It says who wrote the paper that the table was taken from: «Исп. Петрова М.И., тел. 2-15-30».
    case footer
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

/// Tells the rows of one table apart by their texts.
struct RowSorter {
    let definition: TableDefinition
    /// The column whose text names a row; nothing where the table lacks it.
    let key: Int?
    /// The columns that number the rows.
    let numbers: Set<Int>
    let columns: Int
    /// The columns without a head.
    let nameless: Set<Int>

    init(_ columns: [RecordTable.Column], _ definition: TableDefinition) {
        self.definition = definition
        self.columns = columns.count
        key = columns.firstIndex { $0.definition.map { definition.columns[$0].id } == definition.key }
        numbers = Set(
            columns.indices.filter { columns[$0].definition == nil && ColumnHeads.isRowNumber(columns[$0].title) })
        nameless = Set(columns.indices.filter { columns[$0].title.isEmpty })
    }

    /// What a row is that stands between the heads and the first record; nothing where it is like any other row.
    ///
    /// O(cells).
    func roleBelowHeads(_ texts: [String]) -> RowRole? {
        if isNumbering(texts) { return .numbering }
        return isSecondHead(texts) ? .head : nil
    }

    /// 1, 2, 3 … in all cells, the first of which may be empty.
    private func isNumbering(_ texts: [String]) -> Bool {
        // Where numbers name the rows, «1 | 2» may be one of them.
        if let field = definition.column(definition.key), definition.columns[field].type == .number { return false }
        let filled = texts.first?.isEmpty == true ? texts.dropFirst() : texts[...]
        return filled.count >= 2 && texts.count == columns
            && filled.enumerated().allSatisfy { number, text in text == String(number + 1) }
    }

    /// Words below a column without a head, and nothing that names a row.
    private func isSecondHead(_ texts: [String]) -> Bool {
        guard let key, key < texts.count, texts[key].isEmpty else { return false }
        let filled = texts.indices.filter { !texts[$0].isEmpty }
        return filled.contains { nameless.contains($0) && $0 > 0 }
            && filled.allSatisfy { !texts[$0].utf8.contains { (0x30...0x39).contains($0) } }
    }

    /// Whether it names a clerk and a phone, in two cells at most.
    private func isFooter(_ texts: [String], _ first: Int) -> Bool {
        guard texts.count(where: { !$0.isEmpty }) <= 2 else { return false }
        let text = NameFolding.fold(texts[first])
        let saysPhone = texts.contains { NameFolding.fold($0).contains("тел") }
        return text.hasPrefix("исп.") || (text.hasPrefix("исполнитель") && saysPhone)
    }

    /// Whether a row has its name and nothing else but its number: cells that were merged in a spreadsheet are empty but
    /// for the first.
    func isNameAlone(_ texts: [String]) -> Bool {
        guard let key, texts.count - numbers.count >= 3, !texts[key].isEmpty else { return false }
        return texts.indices.allSatisfy { $0 == key || numbers.contains($0) || texts[$0].isEmpty }
    }

    /// A section has one text and two empty cells at least.
    ///
    /// O(cells).
    ///
    /// - Parameters:
    ///   - texts: the cells as plain texts.
    ///   - isStrong: whether the first text is set in bold as a whole.
    func role(of texts: [String], isStrong: Bool) -> RowRole {
        guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return .record }
        if isFooter(texts, first) { return .footer }
        let isAlone = texts[(first + 1)...].allSatisfy(\.isEmpty)
        if isTotal(texts[first], isAlone: isAlone) { return .total }
        guard isAlone, columns >= 3, let key,
            texts[first].unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        else { return .record }
        return first != key || isStrong || isTitle(texts[first]) ? .section : .record
    }

    /// «Итого» and «Всего».
    ///
    /// Where the rows are numbers, «Всего участников» is one of them.
    private func isTotal(_ text: String, isAlone: Bool) -> Bool {
        let name = HeadingName.fold(text)
        if name == "итого" || name == "всего" { return true }
        if name.hasPrefix("итого ") || name.hasPrefix("итого:") { return true }
        guard name.hasPrefix("всего ") || name.hasPrefix("всего:") else { return false }
        return !definition.columns.contains { $0.type == .number || $0.type == .share }
    }

    /// Words by which parts of a plan begin.
    private static let partWords: Set<String> = [
        "раздел", "подраздел", "этап", "блок", "направление", "модуль", "полугодие", "квартал", "задача", "часть",
    ]

    /// Numbered in Roman digits, begun by a word such as «Раздел», in capitals, or with a colon at the end.
    private func isTitle(_ text: String) -> Bool {
        let words = NameFolding.fold(text).split(separator: " ")
        let isPart = words.prefix(2).contains { Self.partWords.contains(HeadingName.fold($0)) }
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let isCapital = letters.count > 3 && letters.allSatisfy(\.properties.isUppercase)
        return isPart || isCapital || text.hasSuffix(":") || (HeadingName.isNumbered(text) && !startsWithDigit(text))
    }

    private func startsWithDigit(_ text: String) -> Bool { text.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
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
