import AlbumModel
import Catalog
import Formats
import Linking
import Pages
import Theming

/// `data/coverage.csv`: a row for each municipality, two columns for each direction: materials of its own, and those
/// in which it takes part.
///
/// ```
/// Муниципалитеты,Знание: своих,Знание: участие,…,Сколько своих материалов …,По скольким направлениям …,В скольких …
/// Ашинский МР,2,3,…,2,1,7
/// ```
/// The last three columns are what the maps show: each material of a row counts once there.
enum CoverageExport {
    /// The file's bytes.
    static func bytes(_ album: Album, _ wording: Wording, _ coverage: Coverage) -> [UInt8] {
        let rows = album.catalog.vocabularies[coverage.rowVocabulary]
        let columns = album.catalog.vocabularies[coverage.columnVocabulary]
        var writer = CSVWriter()
        let heads = columns.entries.flatMap { entry in
            [Word.columnOwn, .columnPart].map { wording.strings.text($0, entry.name) }
        }
        writer.row([rows.title] + heads + [.mapMaterials, .mapDirections, .mapPart].map { wording.word($0) })
        for (row, entry) in rows.entries.positioned {
            let numbers = columns.entries.indices.flatMap { column in
                Coverage.Part.allCases.map { coverage.materials($0, row: row, column: column).count }
            }
            let sums = [
                coverage.materials(.own, row: row).count, coverage.filled(row: row),
                coverage.materials(.takingPart, row: row).count,
            ]
            writer.row([entry.name] + (numbers + sums).map(String.init))
        }
        return writer.bytes
    }
}
