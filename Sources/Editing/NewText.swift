import Catalog

/// The text that a form of a new material begins with.
package enum NewText {
    /// An empty front matter, the sections of a kind, and its first table with an empty row.
    package static func text(_ kind: Kind) -> String {
        var lines = ["---", "---", ""]
        let sections = kind.sections.map(\.heading)
        for section in sections {
            lines += ["## \(section)", ""]
            if let table = kind.tables.first(where: { $0.headings[0] == section }) { lines += rows(table) + [""] }
        }
        if sections.isEmpty, let table = kind.tables.first {
            lines += ["## \(table.headings[0])", ""] + rows(table) + [""]
        }
        return lines.joined(separator: "\n")
    }

    private static func rows(_ table: TableDefinition) -> [String] {
        [
            "| " + table.columns.map(\.label).joined(separator: " | ") + " |",
            "|" + String(repeating: "---|", count: table.columns.count),
            "|" + String(repeating: "  |", count: table.columns.count),
        ]
    }
}
