import Diagnostics

/// Reads the definitions of fields and columns: `directions: {label: Направления, type: references, to: directions}`.
package enum FieldReader {
    /// - Parameter inTable: whether they are the columns of a table.
    static func fields(_ node: YAMLNode?, inTable: Bool = false, _ reader: inout SchemaReader) -> [FieldDefinition] {
        guard let node, !node.isEmpty else { return [] }
        guard let pairs = node.pairs else {
            reader.report(SchemaReason.noFields, at: node.range)
            return []
        }
        return pairs.compactMap { field($0, inTable: inTable, &reader) }
    }

    private static func field(_ pair: YAMLNode.Pair, inTable: Bool, _ reader: inout SchemaReader) -> FieldDefinition? {
        guard reader.isIdentifier(pair.key, at: pair.keyRange) else { return nil }
        reader.checkKeys(of: pair.value, at: .field)
        guard let type = type(pair, &reader) else { return nil }
        var acceptsAll = reader.flag("all", of: pair.value)
        if acceptsAll, !inTable || !type.isOfEntries {
            reader.report(SchemaReason.allOfNoList, at: pair.value[key: "all"]?.range ?? pair.keyRange)
            acceptsAll = false
        }
        var field = FieldDefinition(
            id: FieldID(pair.key), label: reader.text("label", of: pair.value) ?? pair.key,
            aliases: reader.texts("aliases", of: pair.value), type: type,
            isRequired: reader.flag("required", of: pair.value), acceptsAll: acceptsAll,
            isBasis: reader.flag("basis", of: pair.value),
            inverse: reader.text("inverse", of: pair.value), help: reader.text("help", of: pair.value),
            defaultText: reader.text("default", of: pair.value))
        field.example = reader.text("example", of: pair.value)
        field.targetLocation = SourceLocation(reader.file, pair.value[key: "to"]?.range ?? pair.keyRange)
        return field
    }

    private static let simpleTypes: [String: FieldType] = [
        "text": .text, "markdown": .markdown, "number": .number, "share": .share, "date": .date, "period": .period,
        "flag": .flag, "list": .list, "link": .link, "image": .image, "tables": .tableFiles,
    ]

    /// The names of all types, as `type` takes them.
    package static var typeNames: [String] {
        simpleTypes.keys.sorted() + ["choice", "reference", "references", "citation"]
    }

    private static func type(_ pair: YAMLNode.Pair, _ reader: inout SchemaReader) -> FieldType? {
        guard let name = reader.requiredText("type", of: pair.value) else { return nil }
        if let simple = simpleTypes[name] { return simple }
        switch name {
        case "choice": return .choice(choices(pair.value, &reader))
        case "reference": return target(pair, &reader).map { .reference($0) }
        case "references": return target(pair, &reader).map { .references($0) }
        case "citation": return reader.requiredText("to", of: pair.value).map { .citation(VocabularyID($0)) }
        default:
            let known = typeNames
            reader.add(
                Diagnostic(
                    reader.code.because(SchemaReason.unknownType), [name],
                    at: SourceLocation(reader.file, pair.value[key: "type"]?.range ?? pair.keyRange),
                    candidates: NameSuggester(known).nearest(to: name)))
            return nil
        }
    }

    /// `choices: {ready: есть, missing: нет}`: none is a fault.
    static func choices(_ node: YAMLNode, _ reader: inout SchemaReader) -> [FieldType.Choice] {
        let pairs = node[key: "choices"]?.pairs ?? []
        if pairs.isEmpty { reader.report(SchemaReason.noChoices, at: node.range) }
        return pairs.map { FieldType.Choice(id: $0.key, label: $0.value.text ?? $0.key) }
    }

    /// Whether a target is a vocabulary or a kind is settled when the whole schema is known.
    private static func target(_ pair: YAMLNode.Pair, _ reader: inout SchemaReader) -> ReferenceTarget? {
        guard let name = reader.requiredText("to", of: pair.value) else { return nil }
        return name == "any" ? .anyMaterial : .vocabulary(VocabularyID(name))
    }
}
