import Catalog
import Linking

/// `data/coverage.csv`: a row for each municipality, a column for each direction, the numbers of materials.
///
/// The last two columns are what the maps show: all materials, and how many directions have some.
enum CoverageExport {
    static let path = "data/coverage.csv"

    static func bytes(_ context: SiteContext, _ coverage: Coverage) -> [UInt8] {
        let rows = context.catalog.vocabularies[coverage.rowVocabulary]
        let columns = context.catalog.vocabularies[coverage.columnVocabulary]
        var writer = CSVWriter()
        writer.row(
            [rows.title] + columns.entries.map(\.name) + [context.word(.mapMaterials), context.word(.mapDirections)])
        for (row, entry) in rows.entries.enumerated() {
            let numbers = columns.entries.indices.map { coverage.materials(row: row, column: $0).count }
            let sums = [coverage.materials(row: row).count, coverage.filled(row: row)]
            writer.row([entry.name] + (numbers + sums).map(String.init))
        }
        return writer.bytes
    }
}
