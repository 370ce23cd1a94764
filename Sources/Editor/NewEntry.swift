import Catalog
import Editing
import Formats

/// An entry that somebody adds to a vocabulary: what was typed, and what follows of it.
struct NewEntry {
    /// Why there can be none such.
    enum Fault: Error {
        case missing(EntryKey)
        /// Another entry has the name.
        case taken(EntryKey, by: EntryIndex)
        /// It is no number from 1 on.
        case noNumber(String)
        /// No entry of another list has it.
        case unknown(EntryKey, String)
        /// The file of the vocabulary cannot be written so.
        case unsafe
    }

    let vocabulary: Vocabulary
    let schema: Schema
    /// Keys with something under them, in their order, on one line each.
    let given: [(key: EntryKey, value: String)]

    init(
        _ vocabulary: Vocabulary, _ schema: Schema, typed: (EntryKey) -> String
    ) throws(Fault) {
        (self.vocabulary, self.schema) = (vocabulary, schema)
        let asked = EntryKey.asked(in: vocabulary, schema)
        let values = asked.map { ($0, typed($0.key).split { $0.isWhitespace }.joined(separator: " ")) }
        if let missing = values.first(where: { $0.0.isNeeded && $0.1.isEmpty }) { throw .missing(missing.0.key) }
        given = values.filter { !$0.1.isEmpty }.map { ($0.0.key, $0.1) }
    }

    /// Those by which people know it.
    var names: [String] { given.filter { Self.names.contains($0.key) }.map(\.value) }

    private static let names: [EntryKey] = [.name, .short, .full]

    /// Nothing where all its names and its number are free.
    var taken: Fault? {
        if let text = given.first(where: { $0.key == .number })?.value {
            guard let number = Int(text), number > 0 else { return .noNumber(text) }
            if let other = vocabulary.entries.positioned.first(where: { $0.1.number == number })?.0 {
                return .taken(.number, by: other)
            }
        }
        for (key, value) in given where Self.names.contains(key) {
            switch vocabulary.resolve(value) {
            case .one(let entry): return .taken(key, by: entry)
            case .several(let entries): return entries.first.map { .taken(key, by: $0) }
            case .none: continue
            }
        }
        return nil
    }

    /// Nothing where each value that other lists have is one of theirs.
    var unknown: Fault? {
        for (key, value) in given {
            if let list = key.list(schema), Self.entry(value, list) == nil { return .unknown(key, value) }
        }
        return nil
    }

    private static func entry(_ name: String, _ list: Vocabulary) -> VocabularyEntry? {
        guard case .one(let index) = list.resolve(name) else { return nil }
        return list.entries[index]
    }

    /// The file of the vocabulary with it, and its id.
    func written(in base: [UInt8]) throws(Fault) -> (bytes: [UInt8], id: EntryID) {
        guard let text = VocabularyText(base, path: vocabulary.path, id: vocabulary.id), let name = given.first?.value
        else { throw .unsafe }
        let id = Self.freeID(name, vocabulary)
        var keys = [(key: "id", value: id)]
        for (key, value) in given {
            guard let list = key.list(schema) else {
                keys.append((key.rawValue, value))
                continue
            }
            guard let entry = Self.entry(value, list) else { throw .unknown(key, value) }
            keys.append((key.rawValue, entry.id.rawValue))
            if key == .municipality, let region = entry.region,
                vocabulary.entries.contains(where: { $0.region != nil })
            {
                keys.append(("region", region.rawValue))
            }
        }
        keys += shared(keys.map(\.key))
        let group = given.first { $0.key == .group }?.value
        guard let bytes = try? text.adding(keys, tile: freeTile, to: group) else { throw .unsafe }
        return (bytes, EntryID(id))
    }

    /// What all entries say alike, or each with the next number.
    private func shared(_ known: [String]) -> [(key: String, value: String)] {
        let entries = vocabulary.entries
        var keys: [(key: String, value: String)] = []
        let regions = Set(entries.map { $0.region?.rawValue })
        if regions.count == 1, case let region?? = regions.first, !known.contains("region") {
            keys.append(("region", region))
        }
        if !known.contains("number"), let next = EntryKey.next(in: vocabulary) {
            keys.append(("number", String(next)))
        }
        return keys
    }

    /// A free cell of the map: the first one between others in the order of reading, else one more row; nothing where most
    /// have none.
    private var freeTile: TilePosition? {
        let tiles = Set(vocabulary.entries.compactMap(\.tile))
        guard tiles.count * 2 > vocabulary.entries.count else { return nil }
        let width = tiles.map(\.column).max() ?? 1
        let last = min((tiles.map(\.row).max() ?? 1) + 1, TilePosition.largest)
        for row in 1...last {
            for column in 1...width {
                let tile = TilePosition(column: column, row: row)
                let beside = [(-1, 0), (1, 0), (0, -1), (0, 1)].contains { step in
                    tiles.contains(TilePosition(column: column + step.0, row: row + step.1))
                }
                if !tiles.contains(tile), beside { return tile }
            }
        }
        return nil
    }

    private static func freeID(_ name: String, _ vocabulary: Vocabulary) -> String {
        let slug = Address.newID(of: name, limit: 40)
        let base = slug.first?.isLetter == true ? slug : "entry" + (slug.isEmpty ? "" : "-" + slug)
        var (id, number) = (base, 2)
        while vocabulary.resolve(id) != .none {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }
}
