import Diagnostics
import Languages

/// Reads `content/vocabularies/<id>.yml`.
///
/// ```yaml
/// title: Муниципалитеты
/// label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
/// description: Названия — по источникам.
/// axis: true
/// grows: нет
/// entries:
///   - {id: troitsk-go, name: Троицкий ГО, full: Троицкий городской округ, type: ГО, region: chelyabinsk, tile: [6, 9]}
/// ```
/// A file may also be the bare list of entries. `grows: да` lets editors add entries from the form of a material.
package enum VocabularyLoader {
    /// The vocabulary of a file, or nothing when it is beyond reading.
    package static func load(_ file: SourceFile, id: VocabularyID) -> (Vocabulary?, [Diagnostic]) {
        var reader = SchemaReader(file: file, code: .brokenVocabulary)
        guard let root = reader.root() else { return (nil, reader.diagnostics) }
        var title = id.rawValue
        var label = PluralForms(one: "запись", few: "записи", many: "записей")
        var description: String?
        var (isAxis, grows) = (false, false)
        var items = root
        if root.pairs != nil {
            reader.checkKeys(of: root, known: ["title", "label", "axis", "grows", "entries", "description"])
            title = reader.requiredText("title", of: root) ?? title
            label = reader.forms("label", of: root) ?? label
            description = reader.text("description", of: root)
            isAxis = reader.flag("axis", of: root)
            grows = reader.flag("grows", of: root)
            guard let list = root[key: "entries"] else {
                reader.report(SchemaReason.missing, "entries", at: root.range)
                return (nil, reader.diagnostics)
            }
            items = list
        }
        let entries = entries(items, &reader)
        let vocabulary = Vocabulary(
            id: id, title: title, label: label, description: description, isAxis: isAxis, grows: grows,
            entries: entries)
        for (name, positions) in vocabulary.sharedNames {
            let places = positions.map { vocabulary.entries[$0].location }
            reader.add(Diagnostic(.doubledName, [name], at: places[0], related: Array(places.dropFirst())))
        }
        return (vocabulary, reader.diagnostics)
    }

    private static func entries(_ items: YAMLNode, _ reader: inout SchemaReader) -> [VocabularyEntry] {
        guard case .sequence(let nodes) = items.value else {
            reader.report(SchemaReason.noEntries, at: items.range)
            return []
        }
        var entries: [VocabularyEntry] = []
        var places: [String: SourceLocation] = [:]
        for node in nodes {
            guard let entry = entry(node, &reader) else { continue }
            if let first = places[entry.id.rawValue] {
                reader.add(Diagnostic(.duplicateEntry, [entry.id.rawValue], at: entry.location, related: [first]))
                continue
            }
            places[entry.id.rawValue] = entry.location
            entries.append(entry)
        }
        return entries
    }

    private static let keys = [
        "id", "name", "full", "short", "aliases", "group", "parent", "type", "region", "municipality", "tile", "number",
        "valid", "url", "description", "expansion", PrivacyAllowance.key,
    ]

    private static func entry(_ node: YAMLNode, _ reader: inout SchemaReader) -> VocabularyEntry? {
        reader.checkKeys(of: node, known: keys)
        guard node.pairs != nil, let id = reader.requiredText("id", of: node),
            let name = reader.requiredText("name", of: node)
        else { return nil }
        let place = node[key: "id"]?.range ?? node.range
        guard reader.isIdentifier(id, at: place) else { return nil }
        var entry = VocabularyEntry(id: EntryID(id), name: name, location: SourceLocation(reader.file, place))
        entry.full = reader.text("full", of: node)
        entry.short = reader.text("short", of: node)
        entry.aliases = reader.texts("aliases", of: node)
        entry.group = reader.text("group", of: node)
        entry.parent = reader.text("parent", of: node).map { EntryID($0) }
        entry.type = reader.text("type", of: node)
        entry.region = reader.text("region", of: node).map { EntryID($0) }
        entry.municipality = reader.text("municipality", of: node).map { EntryID($0) }
        entry.tile = tile(node, &reader)
        entry.number = reader.integer("number", of: node)
        entry.valid = validity(node, &reader)
        entry.url = url(node, &reader)
        entry.description = reader.text("description", of: node)
        entry.expansion = reader.text("expansion", of: node)
        return entry
    }

    /// Pages link to it.
    private static func url(_ node: YAMLNode, _ reader: inout SchemaReader) -> String? {
        guard let url = reader.text("url", of: node) else { return nil }
        if WebAddress.isOne(url) { return url }
        reader.report(SafetyReason.entryURL, at: node[key: "url"]?.range ?? node.range)
        return nil
    }

    private static func tile(_ node: YAMLNode, _ reader: inout SchemaReader) -> TilePosition? {
        guard let tile = node[key: "tile"] else { return nil }
        let numbers = tile.items.compactMap { $0.text.flatMap { Int($0) } }
        guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else {
            reader.report(SchemaReason.badTile, at: tile.range)
            return nil
        }
        guard numbers.allSatisfy({ $0 <= TilePosition.largest }) else {
            reader.report(SafetyReason.tileTooFar, at: tile.range)
            return nil
        }
        return TilePosition(column: numbers[0], row: numbers[1])
    }

    private static func validity(_ node: YAMLNode, _ reader: inout SchemaReader) -> ValidityPeriod? {
        guard let valid = node[key: "valid"] else { return nil }
        reader.checkKeys(of: valid, known: ["from", "to"])
        func period(_ key: String) -> Period? {
            guard let text = reader.text(key, of: valid) else { return nil }
            let period = Period.parse(text)
            if !period.isUnderstood { reader.report(SchemaReason.badValidity, text, at: valid.range) }
            return period
        }
        return ValidityPeriod(from: period("from"), to: period("to"))
    }
}
