import AlbumModel
import Catalog
import Formats
import Languages
import Linking
import Pages

/// What the comparison shows of each municipality, as scripts: a page on a disk may load no other files.
///
/// ```
/// (self.AlbumComparison??={})["asha-mr"]={"own":2,"part":6,"kinds":["2 практики"],
///   "rows":{"munitsipalnaia-gruppa":{"own":[["Как Ашинский район …","practices/asha-msoko.html"]],"more":0,"part":5}}};
/// ```
/// Addresses are those below the site's root. A row without anything is left out; `""` has what is without a direction.
struct ComparisonExports {
    let home: Page
    private var album: Album { home.album }
    private var wording: Wording { home.wording }

    /// More titles than this are counted, and read on the municipality's own page.
    static let mostTitles = 60

    /// One file for each row of the coverage; none without one.
    func files() -> [ExportedFile] {
        guard let rows = album.coverage?.rowVocabulary else { return [] }
        let vocabulary = album.catalog.vocabularies[rows]
        return vocabulary.shown.map { row in
            let address = DataFiles.comparison(of: vocabulary, vocabulary.entries[row])
            return ExportedFile(address: address, traced: { log in ComparisonExports(home: home.read(log)).bytes(row) })
        }
    }

    private func bytes(_ row: EntryIndex) -> [UInt8] {
        guard let coverage = album.coverage else { preconditionFailure("there are files for its rows alone") }
        let entry = album.catalog.vocabularies[coverage.rowVocabulary].entries[row]
        let columns = album.catalog.vocabularies[coverage.columnVocabulary]
        let own = coverage.materials(.own, row: row)
        var (key, json) = (JSONWriter(), JSONWriter())
        key.string(entry.id.rawValue)
        json.object { json in
            json.member("own", own.count)
            json.member("part", coverage.materials(.takingPart, row: row).count)
            json.key("kinds")
            json.strings(album.byKind(own).map { wording.counted($0.materials.count, album.catalog.kinds[$0.kind]) })
            json.key("rows")
            json.object { json in
                var placed: Set<MaterialIndex> = []
                for column in columns.shown {
                    let own = coverage.materials(.own, row: row, column: column)
                    let part = coverage.materials(.takingPart, row: row, column: column)
                    placed.formUnion(own + part)
                    write(own, part: part.count, as: columns.entries[column].id.rawValue, to: &json)
                }
                let part = coverage.materials(.takingPart, row: row)
                write(
                    own.filter { !placed.contains($0) }, part: part.count { !placed.contains($0) }, as: "", to: &json)
            }
        }
        return Array("(self.AlbumComparison??={})[\(key.text)]=\(json.text);\n".utf8)
    }

    private func write(_ own: [MaterialIndex], part: Int, as name: String, to json: inout JSONWriter) {
        guard !own.isEmpty || part > 0 else { return }
        let listed = album.listed(own)
        json.key(name)
        json.object { json in
            json.key("own")
            json.array { json in
                for material in listed.prefix(Self.mostTitles) {
                    let listing = album.catalog.directory.listings[material]
                    json.strings([SoftHyphens.inText(listing.title), listing.address.text])
                }
            }
            json.member("more", max(0, listed.count - Self.mostTitles))
            json.member("part", part)
        }
    }
}
