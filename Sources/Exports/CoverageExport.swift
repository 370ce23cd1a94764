import AlbumModel
import Catalog
import Formats
import Linking
import Pages
import Theming

/// A row for each municipality, two columns for each direction.
///
/// `data/coverage.csv` has materials of its own, and those in which it takes part; `data/region-coverage.csv` the same of
/// regions, on a site of several.
///
/// ```
/// Муниципалитеты,Знание: своих,Знание: участие,…,Сколько своих материалов …,По скольким направлениям …,В скольких …
/// Ашинский МР,2,3,…,2,1,7
/// ```
/// The three columns behind them are what the maps show: each material of a row counts once there. On a site of several
/// regions the last column names the row's, and what a region has and no municipality of it follows as a row of its own.
enum CoverageExport {
    /// The file's bytes.
    static func bytes(_ album: Album, _ wording: Wording, _ coverage: Coverage) -> [UInt8] {
        let rows = album.catalog.vocabularies[coverage.rowVocabulary]
        let columns = album.catalog.vocabularies[coverage.columnVocabulary]
        var writer = CSVWriter()
        let heads = columns.shown.flatMap { column in
            [Word.columnOwn, .columnPart].map { wording.strings.text($0, columns.entries[column].name) }
        }
        let axis = album.catalog.regionAxis
        let isByRegion = axis == coverage.rowVocabulary
        let measures: [Word] =
            isByRegion
            ? [.regionMapMaterials, .regionMapDirections, .regionMapPart] : [.mapMaterials, .mapDirections, .mapPart]
        let regions = isByRegion ? nil : axis.map { album.catalog.vocabularies[$0].label.one }
        writer.row(
            [rows.title] + heads + measures.map { wording.word($0) }
                + [regions.map { wording.heading($0) }].compactMap(\.self))
        for row in rows.shown {
            let entry = rows.entries[row]
            let numbers = columns.shown.flatMap { column in
                Coverage.Part.allCases.map { coverage.materials($0, row: row, column: column).count }
            }
            let sums = [
                coverage.materials(.own, row: row).count, coverage.filled(row: row),
                coverage.materials(.takingPart, row: row).count,
            ]
            let region = album.region(of: entry).map { album.catalog.schema.entry($0).name }
            writer.row([entry.name] + (numbers + sums).map(String.init) + (regions == nil ? [] : [region ?? ""]))
        }
        if isByRegion {
            let rest = CoverageRest.withoutRegion(coverage, wording)
            if !rest.isEmpty { writer.row(row(of: rest, columns)) }
        }
        for (region, _) in regions == nil ? [] : RegionCoverage.regions(album) {
            guard let rest = RegionCoverage.rest(of: region, coverage, album, wording), !rest.isEmpty else { continue }
            writer.row(row(of: rest, columns) + [album.catalog.schema.entry(region).name])
        }
        return writer.bytes
    }

    private static func row(of rest: CoverageRest, _ columns: Vocabulary) -> [String] {
        let numbers = columns.shown.flatMap { column in
            Coverage.Part.allCases.map { rest.count($0, column: column) }
        }
        let filled = columns.shown.count { rest.count(.own, column: $0) > 0 }
        return [rest.title] + (numbers + [rest.count(.own), filled, rest.count(.takingPart)]).map(String.init)
    }
}
