import Catalog
import Linking

/// `data/coverage.csv`: a row for each municipality, a column for each direction, the numbers of materials.
enum CoverageExport {
    static let path = "data/coverage.csv"

    static func bytes(_ context: SiteContext, _ coverage: Coverage) -> [UInt8] {
        let rows = context.catalog.vocabularies[coverage.rowVocabulary]
        let columns = context.catalog.vocabularies[coverage.columnVocabulary]
        var writer = CSVWriter()
        writer.row([rows.title] + columns.entries.map(\.name))
        for (row, entry) in rows.entries.enumerated() {
            writer.row(
                [entry.name] + columns.entries.indices.map { String(coverage.materials(row: row, column: $0).count) })
        }
        return writer.bytes
    }
}
