import Diagnostics
import Formats
import Languages

/// One entry of a vocabulary.
package struct VocabularyEntry: Sendable {
    /// Letters of a name that is read as one; a longer one is a sentence.
    private static let longestName = 40

    /// What it is called where it is picked or said: its name, or the short one of a name that is a whole sentence.
    package var handyName: String { withRegion(name.count > Self.longestName ? short ?? name : name) }

    /// Its name where it stands among those of several regions, which have namesakes: «Ленинский МР (Пермский край)».
    package var distinctName: String { withRegion(name) }

    private func withRegion(_ name: String) -> String { regionName.map { Self.name(name, in: $0) } ?? name }

    private static func name(_ name: String, in region: String) -> String { "\(name) (\(region))" }

    package internal(set) var id: EntryID
    package let name: String
    /// The root that it comes from; nothing of the site's own.
    package internal(set) var root: RootID?
    /// What its root calls it, where ``id`` is qualified: `leninsky-mr` of `perm.leninsky-mr`.
    package internal(set) var ownID: EntryID?
    /// What the region of a place is called, in a site of several albums; nothing where there is but one album, and for
    /// what belongs to no region.
    package internal(set) var regionName: String?
    /// The name of its region in an album by itself, where nobody is shown it: names with it are understood.
    var understoodRegion: String?
    /// The long form: «Троицкий городской округ».
    package var full: String?
    package var short: String?
    /// Further names by which it is found.
    package var aliases: [String] = []
    /// What offices number it by, as they write it: «ОКТМО 57701000»; found by it, called by it nowhere.
    package var code: String?
    /// A heading under which it is listed.
    package var group: String?
    /// Of the same vocabulary.
    package var parent: EntryID?
    /// «ГО», «МР», «МО» or another word that tells sorts apart.
    package var type: String?
    /// Of the vocabulary `regions`.
    package var region: EntryID?
    /// The regions whose albums have it in their lists, where others have not; empty: it is everybody's.
    package internal(set) var ofRegions: Set<EntryID> = []
    /// Of the vocabulary `municipalities`.
    package var municipality: EntryID?
    /// Column and row on the tile map, from 1.
    package var tile: TilePosition?
    package var number: Int?
    /// When the name is in use.
    package var valid: ValidityPeriod?
    package var url: String?
    /// Plain text or inline Markdown.
    package var description: String?
    /// What an abbreviation stands for.
    package var expansion: String?
    /// Names that it had before; pages ask ``Vocabulary/history(of:)``.
    var was: [PastName] = []
    /// Of the same vocabulary: the entry that took over.
    var successor: EntryID?
    /// Where that is written.
    var successorLocation: SourceLocation?
    /// Where it is written.
    package let location: SourceLocation

    init(id: EntryID, name: String, location: SourceLocation) {
        self.id = id
        self.name = name
        self.location = location
    }

    /// Whether a place has to do with it: a direction of one region is no gap of another.
    package func isOf(_ region: EntryID?) -> Bool { ofRegions.isEmpty || region.map(ofRegions.contains) ?? false }

    /// Whether it was no more on a day.
    package func hasEnded(before day: CalendarDate) -> Bool { valid?.to?.end.map { $0 < day } ?? false }

    /// What it was called before, as its file says it, in that order; without what its root's ids add.
    package var formerNames: [PastName] { was }

    /// All names by which the entry is found, its id first.
    package var allNames: [String] {
        var result = [id.rawValue, name] + (ownID.map { [$0.rawValue] } ?? [])
        var seen = Set(result)
        for extra in [full, short].compactMap(\.self) + aliases + [code].compactMap(\.self)
        where seen.insert(extra).inserted { result.append(extra) }
        return regionName.map { result + names(in: $0) } ?? result
    }

    /// Those by which readers know it.
    var readersNames: [String] { [name] + [full, short].compactMap(\.self) + aliases }

    /// ``allNames`` with such as are understood and shown to nobody.
    var understoodNames: [String] { allNames + (understoodRegion.map { names(in: $0) } ?? []) }

    private func names(in region: String) -> [String] {
        [name, full, short].compactMap(\.self).map { Self.name($0, in: region) }
    }
}

extension VocabularyEntry {
    /// Appends all that readers may see of it.
    package func write(to writer: inout ByteWriter) {
        writer.texts([id.rawValue, name])
        writer.texts(aliases)
        for text in [
            full, short, group, parent?.rawValue, type, region?.rawValue, municipality?.rawValue, url, description,
            expansion, code, regionName,
        ] {
            writer.text(text)
        }
        writer.texts(ofRegions.map(\.rawValue).sorted())
        writer.optional(tile) { writer, tile in
            writer.number(tile.column)
            writer.number(tile.row)
        }
        writer.optional(number) { $0.number($1) }
        writer.optional(valid?.from)
        writer.optional(valid?.to)
    }
}

/// A cell of the tile map; both count from 1 to ``largest``.
package struct TilePosition: Sendable, Hashable {
    /// More than any region has; a map is drawn as wide as its farthest tile.
    package static let largest = 100

    package let column: Int
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// When an entry is in use: either end may be open.
package struct ValidityPeriod: Sendable, Hashable {
    package let from: Period?
    package let to: Period?
}
