import Catalog
import Languages

/// The text that a form of a new material begins with.
package enum NewText {
    /// An empty front matter, the sections of a kind, and its first table (``Kind/newTable``) with an empty row.
    package static func text(_ kind: Kind) -> String {
        let body = body(kind)
        return "---\n---\n" + (body.isEmpty ? "" : "\n" + body)
    }

    /// The sections of a kind and one table with an empty row: in the section that is called by it, or behind all of them.
    ///
    /// - Parameter chosen: the table, where somebody wants another than ``Kind/newTable``.
    package static func body(_ kind: Kind, with chosen: TableDefinition? = nil) -> String {
        var lines: [String] = []
        let sections = kind.sections.map(\.heading)
        let table = chosen ?? kind.newTable
        for section in sections {
            lines += ["## \(section)", ""]
            if let table, table.headings[0] == section { lines += rows(table) + [""] }
        }
        if let table, !sections.contains(table.headings[0]) {
            lines += ["## \(table.headings[0])", ""] + rows(table) + [""]
        }
        return lines.joined(separator: "\n")
    }

    /// The end of the front matter of a draft, with what to do when it is ready; then an empty line.
    package static func endOfDraft(_ language: Language) -> [String] {
        [noteOnDraft(language), language.hasRussianMessages ? "draft: да" : "draft: yes", "---", ""]
    }

    /// The comment above the line that makes a draft; it goes with that line (``EditableMaterial``).
    static func noteOnDraft(_ language: Language) -> String {
        language.hasRussianMessages
            ? "# Черновик не публикуется. Уберите следующую строку, когда материал готов."
            : "# A draft is not published. Remove the next line when the material is ready."
    }

    /// The heads of a new table, and a row without any text.
    package static func rows(_ table: TableDefinition) -> [String] {
        let columns = table.newColumns
        return [
            "| " + columns.map(\.label).joined(separator: " | ") + " |",
            "|" + String(repeating: "---|", count: columns.count),
            "|" + String(repeating: "  |", count: columns.count),
        ]
    }
}
