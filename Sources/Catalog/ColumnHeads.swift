import Diagnostics
import Languages

/// Says which columns the heads of a table are, and what is wrong with them: one diagnostic for one mistake.
///
/// A head is a column when its name is one of the column's, letter case and marks behind it aside; «Сроки (дата)» is
/// taken for «Сроки» and told. The number of a row, «№ п/п», is no column and never told. A head that is none gets
/// candidates; where it stands for the one that is missed, nothing is said of that besides. O(heads × names).
struct ColumnHeads {
    /// A head as it stands in the text.
    struct Head {
        let title: String
        let place: SourceLocation
    }

    let definition: TableDefinition
    /// For each head its position in the definition, nothing where it is none or a second one.
    private(set) var positions: [Int?] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Heads that are no column.
    private var unknown: [Head] = []
    /// Columns that a head names as they are: one with brackets is a second one beside it.
    private let exact: Set<Int>

    /// - Parameter row: the place of all heads.
    init(_ heads: [Head], _ definition: TableDefinition, row: SourceLocation) {
        self.definition = definition
        exact = Set(heads.compactMap { definition.column(named: $0.title) })
        for head in heads { positions.append(position(of: head)) }
        if positions.allSatisfy({ $0 == nil }), !unknown.isEmpty, !unknown.contains(where: isOfOtherForm) {
            let labels = definition.columns.map { "«\($0.label)»" }.joined(separator: ", ")
            diagnostics = [Diagnostic(.foreignColumns, [definition.headings[0], labels], at: row)]
        } else {
            reportUnknown(row)
        }
    }

    private mutating func position(of head: Head) -> Int? {
        let named = definition.column(named: head.title)
        guard let position = named ?? Self.withoutBrackets(head.title).flatMap(definition.column(named:)) else {
            if !head.title.isEmpty, !Self.isRowNumber(head.title) { unknown.append(head) }
            return nil
        }
        let label = definition.columns[position].label
        if positions.contains(position) || (named == nil && exact.contains(position)) {
            diagnostics.append(Diagnostic(.doubledColumn, [head.title, label], at: head.place))
            return nil
        }
        if named == nil { diagnostics.append(Diagnostic(.nearColumn, [head.title, label], at: head.place)) }
        return position
    }

    /// «Сроки (дата)» → «Сроки»; nothing where there is no bracket.
    private static func withoutBrackets(_ title: String) -> String? {
        guard title.utf8.contains(UInt8(ascii: "(")) else { return nil }
        var depth = 0
        var result: [UInt8] = []
        for byte in title.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if depth == 0 { result.append(byte) }
            if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What numbers the rows of a table, folded.
    private static let rowNumbers: Set<String> = [
        "№", "№ п/п", "№ пп", "№ п.п", "№ п. п", "№ п/ п", "№ п / п", "№ №", "№ № п/п", "№ № пп", "п/п", "пп", "n",
        "n п/п", "no", "no п/п", "nn п/п", "номер п/п", "#",
    ]

    static func isRowNumber(_ title: String) -> Bool { rowNumbers.contains(HeadingName.fold(title)) }

    // MARK: What is missed

    /// Columns that a table cannot do without: those wished for, and the term where rows stand on a time line.
    private var missing: [String] {
        let needsTerm = !definition.views.isDisjoint(with: [.timeline, .calendar])
        let hasTerm = positions.contains { $0.map { definition.columns[$0].type == .period } ?? false }
        return definition.columns.enumerated().filter { position, column in
            !positions.contains(position) && (column.isRequired || (needsTerm && !hasTerm && column.type == .period))
        }.map(\.element.label)
    }

    private mutating func reportUnknown(_ row: SourceLocation) {
        var missing = missing
        if let label = reportTermInTwo() { missing.removeAll { $0 == label } }
        var found = unknown.map { (head: $0, candidates: candidates(for: $0.title)) }
        // Kept as they are; a slip in a name that is missed is no column of its own.
        if definition.acceptsOtherColumns { found.removeAll { !isSlip($0.head) && !isOfOtherForm($0.head) } }
        for head in found { missing.removeAll { head.candidates.first == $0 } }
        let nameless = found.indices.filter { found[$0].candidates.isEmpty }
        if missing.count == 1, nameless.count == 1 {
            found[nameless[0]].candidates = missing
            missing = []
        }
        let table = definition.headings[0]
        reportOtherForm(found.map(\.head))
        for (head, candidates) in found where !isOfOtherForm(head) {
            diagnostics.append(
                Diagnostic(.unknownColumn, [head.title, table], at: head.place, candidates: candidates))
        }
        diagnostics += missing.map { Diagnostic(.missingColumn, [$0, table], at: row) }
    }

    /// Tells columns of a table of the other form, those of one table at once: what is wrong is the heading above them all.
    private mutating func reportOtherForm(_ heads: [Head]) {
        let reason = definition.form == .numbering ? TableReason.valueInNumbering : TableReason.numberInValues
        for other in definition.headsOfOtherForm(heads.map(\.title)) {
            let found = other.heads.map { heads[$0] }
            let names = found.map { "«\($0.title)»" }.joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    .otherForm.because(reason), [names, definition.headings[0], other.heading], at: found[0].place,
                    related: found.dropFirst().map(\.place)))
        }
    }

    /// Whether a head is nearly the name of a column that the table lacks.
    private func isSlip(_ head: Head) -> Bool {
        Self.nearPosition(head.title, definition).map { !positions.contains($0) } ?? false
    }

    private func isOfOtherForm(_ head: Head) -> Bool {
        definition.otherForm.contains { $0.hasColumn(named: head.title) }
    }

    /// Words of the heads under which a term begins and ends.
    private static let ends: [(start: [String], end: [String])] = [
        (["начал", "старт"], ["оконч", "заверш", "конец", "конц"]), (["с"], ["по", "до"]),
    ]

    /// Tells two columns that stand for the term the table lacks, «Дата начала» and «Дата окончания», and says its label.
    private mutating func reportTermInTwo() -> String? {
        let term = definition.columns.indices.first {
            !positions.contains($0) && definition.columns[$0].type == .period
        }
        guard let term else { return nil }
        func first(_ stems: [String]) -> Int? {
            unknown.firstIndex { head in
                let words = HeadingName.fold(head.title).split(separator: " ")
                return stems.contains { stem in
                    stem.count > 2 ? words.contains { $0.hasPrefix(stem) } : words == [Substring(stem)]
                }
            }
        }
        for (start, end) in Self.ends {
            guard let start = first(start), let end = first(end), start != end else { continue }
            let (heads, label) = ((unknown[start], unknown[end]), definition.columns[term].label)
            diagnostics.append(
                Diagnostic(
                    .termInTwoColumns, [heads.0.title, heads.1.title, label], at: heads.0.place,
                    related: [heads.1.place]))
            for place in [start, end].sorted(by: >) { unknown.remove(at: place) }
            return label
        }
        return nil
    }

    /// The column that a head names, or nearly names: brackets, another ending, or a slip of one letter in a word aside.
    ///
    /// O(names × length).
    static func nearPosition(_ title: String, _ definition: TableDefinition) -> Int? {
        let exact = definition.column(named: title) ?? withoutBrackets(title).flatMap(definition.column(named:))
        if let exact { return exact }
        let words = HeadingName.words(of: title)
        return definition.columnWords.first { name in
            name.words.count == words.count && zip(words, name.words).allSatisfy(isSlip)
        }?.column
    }

    /// Whether two words are one but for a letter.
    private static func isSlip(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        // A letter takes four bytes at most.
        guard abs(first.utf8.count - second.utf8.count) <= 4, min(first.count, second.count) >= 4 else { return false }
        var distance = EditDistance()
        return distance.between(Array(first.unicodeScalars), Array(second.unicodeScalars), limit: 1) != nil
    }

    /// Labels of columns that the table lacks and whose names are near, the nearest first.
    private func candidates(for title: String) -> [String] {
        let free = definition.columns.indices.filter { !positions.contains($0) }.map { definition.columns[$0] }
        var labels: [String: String] = [:]
        let names = free.flatMap { field in [field.label] + field.aliases }
        for field in free {
            for name in [field.label] + field.aliases { labels[name] = labels[name] ?? field.label }
        }
        let near = NameSuggester(names).nearest(to: title) + names.filter { Self.shareAWord($0, title) }
        var result: [String] = []
        for label in near.compactMap({ labels[$0] }) where !result.contains(label) { result.append(label) }
        return Array(result.prefix(3))
    }

    /// Whether both hold a word of the same first four letters: «Планируемый срок» and «Сроки».
    private static func shareAWord(_ first: String, _ second: String) -> Bool {
        func stems(_ text: String) -> Set<[UInt8]> {
            let words = Array(NameFolding.fold(text).utf8).split { $0 < 0x80 && !(0x61...0x7A).contains($0) }
            return Set(words.filter { $0.count >= 8 }.map { Array($0.prefix(8)) })
        }
        return !stems(first).isDisjoint(with: stems(second))
    }
}
