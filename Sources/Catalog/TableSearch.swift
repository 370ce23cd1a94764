import AlbumMarkdown

/// A table that is one of its kind by its heads and makes no records where it stands.
package struct UnclaimedTable: Sendable {
    /// Position in ``Kind/tables``.
    package let definition: Int
    /// Position in the document's nodes.
    package let node: Int
    /// Whether it stands within an item of a list or a quote, where no table makes records.
    package var isNested = false
}

/// Says which tables of a kind those of a text are, by the headings above them and by their own heads.
struct TableSearch {
    let document: Document
    let kind: Kind

    /// The definition that the nearest of some headings names.
    func definition(under headings: [String]) -> Int? {
        for heading in headings.reversed() {
            let position = kind.tables.firstIndex { $0.isHeading(heading) }
            if let position { return position }
        }
        return nil
    }

    /// Whether at least one head is a column of the definition: a table without one is a plain table of the text.
    func knowsAColumn(of node: Int, _ definition: Int) -> Bool {
        heads(of: node).contains { kind.tables[definition].column(named: $0) != nil }
    }

    /// The definitions whose heads a table has, or nearly has: the key, and most of all.
    func definitions(of node: Int) -> [Int] {
        let titles = heads(of: node).filter { !ColumnHeads.isRowNumber($0) }
        return kind.tables.indices.filter { position in
            let definition = kind.tables[position]
            let known = Set(titles.compactMap { ColumnHeads.nearPosition($0, definition) })
            return known.count >= 2 && known.count * 2 > titles.count
                && definition.column(definition.key).map { known.contains($0) } ?? false
        }
    }

    /// Those within a list or a quote that would make records outside.
    func nested(in container: Int, under headings: [String]) -> [UnclaimedTable] {
        let named = definition(under: headings)
        return (container..<document.nodes[container].end).flatMap { node -> [UnclaimedTable] in
            guard case .table = document.nodes[node].kind else { return [] }
            let own = named.flatMap { knowsAColumn(of: node, $0) ? [$0] : nil } ?? definitions(of: node)
            return own.map { UnclaimedTable(definition: $0, node: node, isNested: true) }
        }
    }

    private func heads(of node: Int) -> [String] {
        var rows = document.children(of: node)
        guard let head = rows.next() else { return [] }
        return document.children(of: head).map { PlainText.inline(document, $0) }
    }
}
