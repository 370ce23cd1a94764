import AlbumMarkdown
import Catalog
import Diagnostics

/// Tables of a text that would be record tables and are not: those under another heading, and lines that became none.
struct TableLosses {
    let text: MaterialText
    /// Tables with the heads of a definition, under other headings, or within an item or a quote.
    let unclaimed: [UnclaimedTable]
    /// Positions in ``Kind/tables`` of those that the material has.
    let present: Set<Int>
    let kind: Kind

    /// Nodes of which it is said that they became no record table, in no order.
    var told: [Int] { unclaimed.map(\.node) + broken }

    /// Tables with the heads of a definition that the material lacks: told at their own heads, or at a heading of which
    /// they are the first thing and which is no section's.
    func strays(but nearlyFound: Set<Int> = []) -> [Diagnostic] {
        let lost = unclaimed.filter { !present.contains($0.definition) && !nearlyFound.contains($0.definition) }
        guard !lost.isEmpty else { return [] }
        let document = text.parsed.document
        let misnamed = misnamedHeadings()
        let pressed = places(of: [.pressedTable])
        return lost.compactMap { table in
            let head = table.node + 1
            let titles = document.children(of: head).map { PlainText.inline(document, $0) }
            if table.isNested {
                if pressed.contains(document.nodes[table.node].range.lowerBound) { return nil }
                return Diagnostic(
                    .nestedTable, [titles.joined(separator: " | "), kind.tables[table.definition].headings[0]],
                    at: SourceLocation(text.file, document.nodes[head].range))
            }
            return Diagnostic(
                .tableUnderOtherHeading,
                [kind.tables[table.definition].headings[0], titles.joined(separator: " | ")],
                at: SourceLocation(text.file, document.nodes[misnamed[table.node] ?? head].range))
        }
    }

    /// Headings of other names, by the block that follows each.
    private func misnamedHeadings() -> [Int: Int] {
        let names = SectionNames(kind)
        let document = text.parsed.document
        let others = text.parsed.outline.filter { names[$0.text] == nil }.map { (document.nodes[$0.node].end, $0.node) }
        return Dictionary(others) { first, _ in first }
    }

    /// The paragraphs of which it is said that they became no table, and the tables that fell into an item or a quote.
    private var broken: [Int] {
        let broken = places(of: [
            .brokenDelimiter, .tableWithoutDelimiter, .tableWithoutHead, .tornTable, .pastedTable, .pressedTable,
        ])
        guard !broken.isEmpty else { return [] }
        return text.parsed.document.nodes.indices.filter { index in
            let node = text.parsed.document.nodes[index]
            switch node.kind {
            case .paragraph, .table: return broken.contains(where: node.range.contains)
            default: return false
            }
        }
    }

    /// Where diagnostics of some codes begin.
    private func places(of codes: Set<DiagnosticCode>) -> [Int] {
        text.parsed.diagnostics.filter { codes.contains($0.code) }.compactMap { $0.location.range?.lowerBound }
    }
}
