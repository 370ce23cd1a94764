import AlbumMarkdown
import Catalog
import Diagnostics

/// Tables of a text that would be record tables and are not: those under another heading, and lines that became none.
struct TableLosses {
    let text: MaterialText
    /// Tables with the heads of a definition, under other headings.
    let unclaimed: [RecordTableReader.UnclaimedTable]
    /// Positions in ``Kind/tables`` of those that the material has.
    let present: Set<Int>
    let kind: Kind

    /// Nodes of which it is said that they became no record table, in no order.
    var told: [Int] { unclaimed.map(\.node) + broken }

    /// Tables with the heads of a definition that the material lacks, told at the headings that they stand under.
    func strays(but nearlyFound: Set<Int> = []) -> [Diagnostic] {
        let document = text.parsed.document
        return unclaimed.filter { !present.contains($0.definition) && !nearlyFound.contains($0.definition) }
            .map { table in
                let place = document.nodes[table.heading ?? table.node + 1].range
                return Diagnostic(
                    .tableUnderOtherHeading, [kind.tables[table.definition].headings[0]],
                    at: SourceLocation(text.file, place))
            }
    }

    /// The paragraphs of which it is said that they became no table.
    private var broken: [Int] {
        let codes: Set<DiagnosticCode> = [
            .brokenDelimiter, .tableWithoutDelimiter, .tableWithoutHead, .tornTable, .pastedTable,
        ]
        let places = text.parsed.diagnostics.filter { codes.contains($0.code) }
            .compactMap { $0.location.range?.lowerBound }
        guard !places.isEmpty else { return [] }
        return text.parsed.document.nodes.indices.filter { index in
            let node = text.parsed.document.nodes[index]
            return node.kind == .paragraph && places.contains(where: node.range.contains)
        }
    }
}
