import Catalog
import Formats

/// Questions as they outlive a build: materials by their paths, which stand in a table before the questions, entries by
/// their ids.
struct QuestionNames: Sendable {
    private let catalog: AlbumCatalog
    /// Materials by their numbers in the table that was read; nothing of one that is gone.
    private var materials: [MaterialIndex?] = []
    private let vocabularies: [String: VocabularyIndex]
    private let entries: Indexed<VocabularyIndex, [String: EntryIndex]>

    /// O(entries).
    init(_ catalog: AlbumCatalog) {
        self.catalog = catalog
        vocabularies = Dictionary(
            catalog.vocabularies.positioned.map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        entries = catalog.vocabularies.mapped { vocabulary in
            Dictionary(
                vocabulary.entries.positioned.map { ($1.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Questions about the whole, by their numbers.
    private static let whole: [Question] = [
        .configuration, .theme, .kinds, .vocabularies, .published, .order, .axes, .measure, .coverage, .rows, .rowTally,
        .albums, .recent,
    ]
    /// Questions about a material, behind them.
    private static let ofMaterial: [@Sendable (MaterialIndex) -> Question] = [
        { .listing($0) }, { .material($0) }, { .body($0) }, { .content($0) }, { .abbreviations($0) },
        { .backlinks($0) },
        { .related($0) }, { .lifecycle($0) }, { .places($0) }, { .faults($0) }, { .siblings($0) },
        { .books($0) }, { .changes($0) }, { .rowsIn($0) },
    ]
    private static let firstOfOthers = UInt8(whole.count + ofMaterial.count)

    /// Writes the table; a material's number in it is its position of now.
    func writeTable(to writer: inout ByteWriter) { writer.texts(catalog.directory.listings.lazy.map(\.path)) }

    mutating func readTable(_ reader: inout ByteReader) throws(ByteReader.Damage) {
        let directory = catalog.directory
        materials = try reader.list { reader throws(ByteReader.Damage) in
            directory.position(ofPath: try reader.text())
        }
    }

    func write(_ question: Question, to writer: inout ByteWriter) {
        switch question {
        case .listing(let index): write(index, 0, to: &writer)
        case .material(let index): write(index, 1, to: &writer)
        case .body(let index): write(index, 2, to: &writer)
        case .content(let index): write(index, 3, to: &writer)
        case .abbreviations(let index): write(index, 4, to: &writer)
        case .backlinks(let index): write(index, 5, to: &writer)
        case .related(let index): write(index, 6, to: &writer)
        case .lifecycle(let index): write(index, 7, to: &writer)
        case .places(let index): write(index, 8, to: &writer)
        case .faults(let index): write(index, 9, to: &writer)
        case .siblings(let index): write(index, 10, to: &writer)
        case .books(let index): write(index, 11, to: &writer)
        case .changes(let index): write(index, 12, to: &writer)
        case .rowsIn(let index): write(index, 13, to: &writer)
        case .vocabulary(let position):
            writer.byte(Self.firstOfOthers)
            writer.text(catalog.vocabularies[position].id.rawValue)
        case .letter(let reference): write(reference, 8, to: &writer)
        case .entry(let reference): write(reference, 1, to: &writer)
        case .history(let reference): write(reference, 9, to: &writer)
        case .namesakes(let reference): write(reference, 16, to: &writer)
        case .formerIDs(let reference): write(reference, 17, to: &writer)
        case .materials(of: let reference): write(reference, 2, to: &writer)
        case .listed(of: let reference): write(reference, 10, to: &writer)
        case .covered(let reference): write(reference, 11, to: &writer)
        case .leading(let reference, let rows):
            write(reference, 12, to: &writer)
            writer.text(catalog.vocabularies[rows].id.rawValue)
        case .municipalities(of: let reference): write(reference, 13, to: &writer)
        case .due(let reference): write(reference, 14, to: &writer)
        case .binding(let region):
            writer.byte(Self.firstOfOthers + 15)
            writer.text(region?.rawValue)
        case .named(let text, let kind, let root):
            writer.byte(Self.firstOfOthers + 3)
            writer.text(text)
            writer.text(root?.rawValue)
            writer.text(kind.map { catalog.kinds[$0].id.rawValue })
        case .path(let text): write(text, 4, to: &writer)
        case .citation(let text): write(text, 5, to: &writer)
        case .file(let text): write(text, 6, to: &writer)
        case .template(let name): write(name, 7, to: &writer)
        case .fileText(let text): write(text, 18, to: &writer)
        case .configuration, .theme, .kinds, .vocabularies, .published, .order, .axes, .measure, .coverage, .rows,
            .rowTally, .albums, .recent:
            guard let code = Self.whole.firstIndex(of: question) else {
                preconditionFailure("\(question) is not among the questions about the whole")
            }
            writer.byte(UInt8(code))
        }
    }

    private func write(_ material: MaterialIndex, _ number: UInt8, to writer: inout ByteWriter) {
        writer.byte(UInt8(Self.whole.count) + number)
        writer.number(material.offset)
    }

    private func write(_ reference: EntryReference, _ number: UInt8, to writer: inout ByteWriter) {
        writer.byte(Self.firstOfOthers + number)
        writer.text(catalog.vocabularies[reference.vocabulary].id.rawValue)
        writer.text(catalog.schema.entry(reference).id.rawValue)
    }

    private func write(_ text: String, _ number: UInt8, to writer: inout ByteWriter) {
        writer.byte(Self.firstOfOthers + number)
        writer.text(text)
    }

    /// A question of an earlier build as it is in this one; nothing where what it names is gone.
    func read(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Question? {
        let code = try reader.byte()
        if Int(code) < Self.whole.count { return Self.whole[Int(code)] }
        if code < Self.firstOfOthers {
            let make = Self.ofMaterial[Int(code) - Self.whole.count]
            let number = try reader.number()
            guard materials.indices.contains(number) else { throw ByteReader.Damage() }
            return materials[number].map(make)
        }
        switch code - Self.firstOfOthers {
        case 0: return vocabularies[try reader.text()].map { .vocabulary($0) }
        case 1: return try reference(&reader).map { .entry($0) }
        case 2: return try reference(&reader).map { .materials(of: $0) }
        case 3:
            let text = try reader.text()
            let root = try reader.optionalText().map { RootID($0) }
            guard let id = try reader.optionalText() else { return .named(text, kind: nil, root: root) }
            return catalog.schema.kind(KindID(id)).map { .named(text, kind: $0, root: root) }
        case 4: return .path(try reader.text())
        case 5: return .citation(try reader.text())
        case 6: return .file(try reader.text())
        case 7: return .template(try reader.text())
        case 8: return try reference(&reader).map { .letter($0) }
        case 9: return try reference(&reader).map { .history($0) }
        case 10: return try reference(&reader).map { .listed(of: $0) }
        case 11: return try reference(&reader).map { .covered($0) }
        case 12:
            let (column, rows) = (try reference(&reader), vocabularies[try reader.text()])
            return column.flatMap { column in rows.map { .leading(column, rows: $0) } }
        case 13: return try reference(&reader).map { .municipalities(of: $0) }
        case 14: return try reference(&reader).map { .due($0) }
        case 15: return .binding(try reader.optionalText().map { EntryID($0) })
        case 16: return try reference(&reader).map { .namesakes($0) }
        case 17: return try reference(&reader).map { .formerIDs($0) }
        case 18: return .fileText(try reader.text())
        default: throw ByteReader.Damage()
        }
    }

    private func reference(_ reader: inout ByteReader) throws(ByteReader.Damage) -> EntryReference? {
        let (vocabulary, entry) = (try reader.text(), try reader.text())
        guard let position = vocabularies[vocabulary] else { return nil }
        return entries[position][entry].map { EntryReference(vocabulary: position, entry: $0) }
    }
}
