import Diagnostics
import Languages

/// What came of a table, in a line.
package struct TableOutcome: Sendable, Hashable {
    package let name: String
    /// Whether the kind has no such table.
    package let isPlain: Bool
    package var rowCount = 0
    package var terms = TermCount()
    package var hasTerms = false
    /// Sections, totals and the like, by their first texts.
    package var others: [String] = []
    /// What stood above the heads.
    package var titles: [String] = []
    /// Cells that are one in the source, and how many of these are empty as long as nobody fills them.
    package var mergeCount = 0
    package var emptiedCellCount = 0

    /// The table of the kind under whose heading it stands while its own heads say nothing of that.
    package struct Misplaced: Sendable, Hashable {
        package let table: String
        /// The head without which it has no rows.
        package let missing: String
        package let heads: [String]
    }

    package var misplaced: Misplaced?

    /// The columns of years of it that became rows, or could.
    package struct Years: Sendable, Hashable {
        package let names: [String]
        package let isCertain: Bool
        package let isTurned: Bool
    }

    package var years: Years?
    /// How many rows of the source its records are of, and how many the others.
    package var sourceRowCount = 0
    package var sourceOtherCount = 0

    package var termCount: Int { terms.placed }
    package var unreadTerms: [String] { terms.unread }

    init(name: String, isPlain: Bool) {
        self.name = name
        self.isPlain = isPlain
    }

    /// «12 строк, 11 сроков, 1 без года».
    package func short(_ language: Language) -> String {
        var text = ImportOutcome.rows[language]?.counted(rowCount, language) ?? ""
        guard hasTerms else { return text }
        text += ", " + (ImportOutcome.terms[language]?.counted(terms.placed, language) ?? "")
        if !terms.yearless.isEmpty {
            text += ImportOutcome.yearlessCount.text(language, [String(terms.yearless.count)])
        }
        if !terms.unread.isEmpty { text += ImportOutcome.unreadCount.text(language, [String(terms.unread.count)]) }
        return text
    }

    /// «таблица „Мероприятия“: 12 строк, 12 сроков».
    package func line(_ language: Language) -> String {
        let text = short(language) + (isPlain && misplaced == nil ? ImportOutcome.plain.text(language) : "")
        return ImportOutcome.table.text(language, [name, text])
    }

    /// What somebody should look at, a sentence each.
    package func checks(_ language: Language, areRowsPlaced: Bool = true) -> [String] {
        var parts = [(ImportOutcome.yearless, terms.yearless), (ImportOutcome.unread, terms.unread)]
        if areRowsPlaced { parts.append((ImportOutcome.noRecords, others)) }
        let heads = misplaced.map { misplaced in
            ImportOutcome.misplaced.text(
                language, [misplaced.table, misplaced.missing, Self.list(misplaced.heads, language)])
        }
        return parts.filter { !$0.1.isEmpty }.map { wording, names in
            wording.text(language, [String(names.count), Self.list(names, language)])
        } + [heads].compactMap(\.self)
    }

    /// Names between quotation marks, as many as a line holds.
    ///
    /// - Parameter language: nothing for marks that every language knows.
    static func list(_ names: [String], _ language: Language?) -> String {
        let shown = names.prefix(10).map { name in
            let short = name.count > 60 ? name.prefix(59) + "…" : name[...]
            return language == .en ? "\"\(short)\"" : "«\(short)»"
        }
        return shown.joined(separator: ", ") + (names.count > 10 ? ", …" : "")
    }
}
