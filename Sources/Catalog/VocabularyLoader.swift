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
/// sorts: {министерство: GovernmentOrganization}
/// entries:
///   - {id: troitsk-go, name: Троицкий ГО, full: Троицкий городской округ, type: ГО, region: chelyabinsk, tile: [6, 9]}
///   - {id: asha-mo, name: Ашинский МО, was: [{name: Ашинский МР, to: 2023}], region: chelyabinsk}
///   - {id: sim-gp, name: Симское ГП, valid: {to: 2023}, successor: asha-mo, region: chelyabinsk}
/// ```
/// `valid` says when the entry is in use and since when it has its name; `was` what it was called before, with `from` and
/// `to` as far as they are known; `successor` which entry took over. See ``EntryHistory``.
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
        var types: [String: OrganisationType] = [:]
        var items = root
        if root.pairs != nil {
            reader.checkKeys(of: root, at: .vocabulary)
            title = reader.requiredText("title", of: root) ?? title
            label = reader.forms("label", of: root) ?? label
            description = reader.text("description", of: root)
            isAxis = reader.flag("axis", of: root)
            grows = reader.flag("grows", of: root)
            types = OrganisationType.byWord(root, &reader)
            guard let list = root[key: "entries"] else {
                reader.report(SchemaReason.missing, "entries", at: root.range)
                return (nil, reader.diagnostics)
            }
            items = list
        }
        let entries = entries(items, &reader)
        let vocabulary = Vocabulary(
            id: id, title: title, label: label, description: description, isAxis: isAxis, grows: grows,
            organisationTypes: types, entries: entries)
        for (name, positions) in vocabulary.sharedNames {
            let places = positions.map { vocabulary.entries[$0].location }
            reader.add(Diagnostic(.doubledName, [name], at: places[0], related: Array(places.dropFirst())))
        }
        for diagnostic in HistoryCheck.diagnostics(vocabulary) { reader.add(diagnostic) }
        return (vocabulary, reader.diagnostics)
    }

    private static func entries(_ items: YAMLNode, _ reader: inout SchemaReader) -> [VocabularyEntry] {
        guard case .sequence(let nodes) = items.value else {
            reader.report(SchemaReason.noEntries, at: items.range)
            return []
        }
        var entries: [VocabularyEntry] = []
        var places: [String: SourceLocation] = [:]
        var tiles: [TilePosition: VocabularyEntry] = [:]
        for node in nodes {
            guard let entry = entry(node, &reader) else { continue }
            if let first = places[entry.id.rawValue] {
                reader.add(Diagnostic(.duplicateEntry, [entry.id.rawValue], at: entry.location, related: [first]))
                continue
            }
            places[entry.id.rawValue] = entry.location
            if let tile = entry.tile {
                if let first = tiles[tile] {
                    let range = node[key: "tile"]?.range ?? node.range
                    reader.add(sharedTile(tile, first, entry, at: SourceLocation(reader.file, range)))
                } else {
                    tiles[tile] = entry
                }
            }
            entries.append(entry)
        }
        return entries
    }

    /// One would cover the other on the map.
    private static func sharedTile(
        _ tile: TilePosition, _ first: VocabularyEntry, _ second: VocabularyEntry, at place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .sharedTile, [String(tile.column), String(tile.row), first.name, second.name], at: place,
            related: [first.location])
    }

    private static func entry(_ node: YAMLNode, _ reader: inout SchemaReader) -> VocabularyEntry? {
        reader.checkKeys(of: node, at: .vocabularyEntry)
        guard node.pairs != nil, let id = reader.requiredText("id", of: node),
            let name = reader.requiredText("name", of: node)
        else { return nil }
        let place = node[key: "id"]?.range ?? node.range
        guard reader.isIdentifier(id, at: place) else { return nil }
        var entry = VocabularyEntry(id: EntryID(id), name: name, location: SourceLocation(reader.file, place))
        entry.full = reader.text("full", of: node)
        entry.short = reader.text("short", of: node)
        entry.aliases = reader.texts("aliases", of: node)
        entry.code = reader.text("code", of: node)
        entry.group = reader.text("group", of: node)
        entry.parent = reader.text("parent", of: node).map { EntryID($0) }
        entry.type = reader.text("type", of: node)
        entry.region = reader.text("region", of: node).map { EntryID($0) }
        entry.municipality = reader.text("municipality", of: node).map { EntryID($0) }
        entry.tile = tile(node, &reader)
        entry.number = reader.integer("number", of: node)
        entry.valid = node[key: "valid"].flatMap { valid in
            reader.checkKeys(of: valid, at: .validity)
            return validity(valid, &reader)
        }
        entry.was = was(node, &reader)
        entry.successor = reader.text("successor", of: node).map { EntryID($0) }
        entry.successorLocation = node[key: "successor"].map { SourceLocation(reader.file, $0.range) }
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

    /// `[Старое имя, {name: Ещё раньше, from: 2005, to: 2010}]`.
    private static func was(_ node: YAMLNode, _ reader: inout SchemaReader) -> [PastName] {
        (node[key: "was"]?.items ?? []).compactMap { item in
            if let text = item.text {
                return PastName(text: text, valid: nil, location: SourceLocation(reader.file, item.range))
            }
            guard item.pairs != nil else {
                reader.report(SchemaReason.badFormerName, at: item.range)
                return nil
            }
            reader.checkKeys(of: item, at: .formerName)
            guard let name = reader.requiredText("name", of: item) else { return nil }
            let place = item[key: "name"]?.range ?? item.range
            return PastName(
                text: name, valid: validity(item, &reader), location: SourceLocation(reader.file, place))
        }
    }

    /// The keys `from` and `to` of a mapping.
    private static func validity(_ node: YAMLNode, _ reader: inout SchemaReader) -> ValidityPeriod? {
        func period(_ key: String) -> Period? {
            guard let text = reader.text(key, of: node) else { return nil }
            let period = Period.parse(text)
            if !period.isUnderstood {
                reader.report(SchemaReason.badValidity, text, at: node[key: key]?.range ?? node.range)
            }
            return period
        }
        let (from, to) = (period("from"), period("to"))
        return from == nil && to == nil ? nil : ValidityPeriod(from: from, to: to)
    }
}
