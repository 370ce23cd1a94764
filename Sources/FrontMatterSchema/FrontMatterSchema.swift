import Catalog
import Diagnostics
import Languages

/// The front matter of a kind as JSON Schema (draft 2020-12, json-schema.org), for editors that complete and check YAML.
///
/// Comes in: a kind and the vocabularies. Goes out: a schema that takes what the reader takes without an error or a
/// warning, as far as one file can tell: fields by all their names, values of vocabularies by all of theirs. Terms are
/// free text, as the reader keeps what it does not understand; names of materials too. What the reader tells as unknown is
/// refused.
package struct FrontMatterSchema: Sendable {
    /// Marks a file that may be written anew.
    package static let comment = "album schema"

    private let kind: Kind
    private let schema: Schema
    private let language: Language

    package init(_ kind: Kind, _ schema: Schema, _ language: Language) {
        self.kind = kind
        self.schema = schema
        self.language = language
    }

    /// The document, with a final line end.
    package var text: String { tree.printed }

    var tree: JSONTree {
        var values = ValueSchemas(schema)
        let fields = kind.fields.indices.map { NamedField(kind, $0) }
        let definitions = fields.map { ($0.key, described($0.field, values.value(of: $0.field, kind))) }
        let properties = fields.flatMap { field in field.names.map { ($0, ValueSchemas.reference(field.key)) } }
        let spellings = fields.map { ($0.otherSpelling, ValueSchemas.reference($0.key)) }
        let own = JSONTree.object([
            "properties": .object(properties + [(PrivacyAllowance.key, allowance)]),
            "patternProperties": .object(spellings),
            "additionalProperties": .flag(false),
            "allOf": .list([requiring(CoreField.title, fields), wishes(fields)].compactMap(\.self)),
            "not": doubled(fields),
        ])
        return JSONTree.object([
            "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
            "$comment": .text("\(Self.comment) \(kind.id)"),
            "title": .text(kind.name.one), "description": .text(kind.description), "type": .text("object"),
            "if": ofAnotherKind(fields), "else": own,
            "$defs": .object(values.definitions + definitions),
        ])
    }

    /// A material that says that it is of another kind than its folder: this schema tells nothing of it.
    private func ofAnotherKind(_ fields: [NamedField]) -> JSONTree {
        let others = schema.kinds.filter { $0.id != kind.id }
        let names = fields.first { $0.field.id == CoreField.kind }?.names ?? []
        guard !others.isEmpty, !names.isEmpty else { return .flag(false) }
        let value = JSONTree.anyOf([
            ValueSchemas.names(others.flatMap { [$0.id.rawValue, $0.name.one] }),
            ValueSchemas.pattern(others.map(\.name.one)),
        ])
        return .anyOf(
            names.map { .object(["required": .texts([$0]), "properties": .object([($0, value)])]) })
    }

    // MARK: Fields

    private func described(_ field: FieldDefinition, _ value: JSONTree) -> JSONTree {
        guard case .object(let members) = value else { return value }
        let about = [field.help ?? (field.type == .period || field.type == .date ? Self.term.text(language) : nil)]
        let more = field.aliases.isEmpty ? nil : Self.also.text(language, [field.aliases.joined(separator: ", ")])
        let text = (about + [more]).compactMap(\.self).joined(separator: " ")
        var head = [JSONTree.Member(name: "title", value: .text(field.label))]
        if !text.isEmpty { head.append(.init(name: "description", value: .text(text))) }
        if let text = field.defaultText { head.append(.init(name: "default", value: .text(text))) }
        if let text = field.example { head.append(.init(name: "examples", value: .texts([text]))) }
        // What a schema refers to brings a title of its own.
        if members.first?.name == "$ref" { return .object(head + [.init(name: "allOf", value: .list([value]))]) }
        return .object(head + members)
    }

    private static let term = Bilingual(
        ru: "Дата или срок: 2023-05-11, 11 мая 2023, май 2023, I квартал 2023, 2022/23 учебный год.",
        en: "A date or a term: 2023-05-11, 11 мая 2023, май 2023, I квартал 2023, 2022/23 учебный год.")
    private static let also = Bilingual(ru: "Пишут и: {1}.", en: "Also: {1}.")

    /// A field stands once, by one of its names.
    private func doubled(_ fields: [NamedField]) -> JSONTree? {
        var pairs: [JSONTree] = []
        for names in fields.map(\.names) {
            for (first, name) in names.enumerated() {
                pairs += names[(first + 1)...].map { .object(["required": .texts([name, $0])]) }
            }
        }
        return pairs.isEmpty ? nil : .anyOf(pairs)
    }

    // MARK: What must be there

    private func requiring(_ id: FieldID, _ fields: [NamedField]) -> JSONTree? {
        fields.first { $0.field.id == id }.map { found in
            .anyOf(found.names.map { .object(["required": .texts([$0])]) })
        }
    }

    /// What is missed of a material that is no draft.
    private func wishes(_ fields: [NamedField]) -> JSONTree? {
        let wished = fields.filter { named in
            named.field.isRequired && named.field.id != CoreField.title && named.field.defaultText == nil
        }
        let required = wished.compactMap { requiring($0.field.id, fields) }
        guard !required.isEmpty else { return nil }
        let draft = fields.first { $0.field.id == CoreField.draft }?.names ?? []
        let isDraft = draft.map { name in
            JSONTree.object([
                "required": .texts([name]), "properties": .object([(name, ValueSchemas.reference("yes"))]),
            ])
        }
        guard !isDraft.isEmpty else { return .object(["allOf": .list(required)]) }
        return .object(["if": .anyOf(isDraft), "else": .object(["allOf": .list(required)])])
    }

    /// The leave for what the text says of people.
    private var allowance: JSONTree {
        let text = JSONTree.object(["type": .texts(["string", "number"])])
        let item = JSONTree.object([
            "type": .text("object"), "properties": .object([("text", text), ("reason", text)]),
            "required": .texts(["text", "reason"]), "additionalProperties": .flag(false),
        ])
        return .anyOf([item, .object(["type": .text("array"), "items": item, "minItems": .number(1)])])
    }
}

/// A field with the names by which it is found.
private struct NamedField {
    let field: FieldDefinition
    /// Its id and label first; a name that an earlier field has is none.
    let names: [String]

    init(_ kind: Kind, _ position: Int) {
        let field = kind.fields[position]
        self.field = field
        var seen: Set<String> = []
        names = ([field.id.rawValue, field.label] + field.aliases).filter {
            kind.field(named: $0) == position && seen.insert($0).inserted
        }
    }

    /// Its name among the definitions.
    var key: String { "field-\(field.id)" }

    /// The same names spelled otherwise.
    var otherSpelling: String {
        let exact = names.map(NamePattern.escaped).joined(separator: "|")
        return "^(?!(?:\(exact))$)\\s*(?:\(NamePattern.alternatives(names)))\\s*$"
    }
}
