import Diagnostics
import Languages

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
    /// What each column takes; nothing for one that the kind does not know.
    private let types: [FieldType?]
    /// Whether a row with its name alone titles the rows below it.
    private let titlesAreAlone: Bool

    /// - Parameters:
    ///   - rows: the texts of all rows below the heads.
    ///   - isFile: whether they come from a spreadsheet.
    init(_ columns: [RecordTable.Column], _ definition: TableDefinition, rows: [[String]], isFile: Bool) {
        self.definition = definition
        self.columns = columns.count
        types = columns.map { $0.definition.map { definition.columns[$0].type } }
        let key = columns.firstIndex { $0.definition.map { definition.columns[$0].id } == definition.key }
        let numbers = Set(
            columns.indices.filter { columns[$0].definition == nil && ColumnHeads.isRowNumber(columns[$0].title) })
        (self.key, self.numbers) = (key, numbers)
        titlesAreAlone = Self.titlesAreAlone(rows, key, numbers, isFile: isFile)
        nameless = Set(columns.indices.filter { columns[$0].title.isEmpty })
    }

    /// Where rows are numbered, a name without number and without anything else is a title.
    ///
    /// In a spreadsheet without such a column it is one too, where there are fewer of them than of other rows: a plan whose
    /// cells are still empty has no titles.
    private static func titlesAreAlone(_ rows: [[String]], _ key: Int?, _ numbers: Set<Int>, isFile: Bool) -> Bool {
        guard let key else { return false }
        let named = rows.filter { key < $0.count && !$0[key].isEmpty }
        if !numbers.isEmpty {
            return named.contains { row in numbers.contains { $0 < row.count && !row[$0].isEmpty } }
        }
        let alone = named.count { $0.count { !$0.isEmpty } == 1 }
        return isFile && alone < named.count - alone
    }

    /// A row as far as it tells what it is.
    struct Line {
        let texts: [String]
        /// Whether it is a line of text under a pipe table.
        let isText: Bool
        /// Whether its first text is set in bold as a whole.
        let isStrong: Bool
        /// Whether it says of itself that it is a record: see ``RecordMark``.
        var saysRecord = false

        /// Whether who wrote it set it off as a title: in bold, or by a colon at its end.
        var isMarked: Bool { isStrong || texts.first { !$0.isEmpty }?.hasSuffix(":") ?? false }
    }

    /// What each row is; nothing for one without any text.
    ///
    /// A paper ends with its signatures: what looks like one above a record is a row like the others. O(cells).
    func roles(of lines: [Line]) -> [RowRole?] {
        var hasRecords = false
        var roles = lines.map { line -> RowRole? in
            guard line.texts.contains(where: { !$0.isEmpty }) else { return nil }
            if line.isText { return .text }
            if line.saysRecord {
                hasRecords = true
                return .record
            }
            let role =
                (hasRecords ? nil : roleBelowHeads(line.texts)) ?? self.role(of: line.texts, isStrong: line.isStrong)
            hasRecords = hasRecords || role == .record
            return role
        }
        guard let last = roles.lastIndex(of: .record) else { return roles }
        for place in roles.indices[..<last] where roles[place] == .footer {
            let line = lines[place]
            guard !PaperFooter.isPlain(line.texts.filter { !$0.isEmpty }) else { continue }
            roles[place] = role(of: line.texts, isStrong: line.isStrong, mayBeFooter: false)
        }
        return roles
    }

    /// What a row is that stands between the heads and the first record; nothing where it is like any other row.
    ///
    /// O(cells).
    private func roleBelowHeads(_ texts: [String]) -> RowRole? {
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

    /// Whether it is a signature or a note of a paper, in two cells at most.
    private func isFooter(_ texts: [String]) -> Bool {
        let filled = texts.filter { !$0.isEmpty }
        return texts.count > 1 && filled.count <= 2 && PaperFooter.isOne(filled)
    }

    /// Whether a row has its name and nothing else but its number: cells that were merged in a spreadsheet are empty but
    /// for the first.
    func isNameAlone(_ texts: [String]) -> Bool {
        guard let key, texts.count - numbers.count >= 3, !texts[key].isEmpty else { return false }
        return texts.indices.allSatisfy { $0 == key || numbers.contains($0) || texts[$0].isEmpty }
    }

    /// A section has one text and two empty cells at least: in the first column, or set off as a title in the one that
    /// names rows or behind the numbers of rows.
    ///
    /// A lone cell of another column is a record of which the rest is not filled in yet: tables are filled downwards.
    /// O(cells).
    ///
    /// - Parameters:
    ///   - texts: the cells as plain texts.
    ///   - isStrong: whether the first text is set in bold as a whole.
    ///   - mayBeFooter: whether no record stands below.
    private func role(of texts: [String], isStrong: Bool, mayBeFooter: Bool = true) -> RowRole {
        guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return .record }
        if mayBeFooter, isFooter(texts) { return .footer }
        let isAlone = texts[(first + 1)...].allSatisfy(\.isEmpty)
        if isTotal(texts, first) { return .total }
        if titlesAreAlone, isNameAlone(texts), numbers.allSatisfy({ texts[$0].isEmpty }) { return .section }
        guard isAlone, columns >= 3, let key,
            texts[first].unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        else { return .record }
        if first == 0, key != 0 { return .section }
        guard first == key || (0..<first).allSatisfy(numbers.contains) else { return .record }
        return isStrong || RowTitle.isOne(texts[first]) ? .section : .record
    }

    /// Whether it sums up the others; see ``TotalRow``.
    private func isTotal(_ texts: [String], _ first: Int) -> Bool {
        TotalRow(
            countsNumbers: definition.columns.contains { $0.type == .number || $0.type == .share }, types: types
        ).isOne(texts, first)
    }
}
