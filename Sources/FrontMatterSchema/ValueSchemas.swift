import Catalog
import Languages

/// What the reader of a front matter takes as values, type by type.
///
/// Scalars of YAML are texts to the reader, whatever an editor's program takes them for: `2023` is no number in a title.
struct ValueSchemas {
    let schema: Schema
    private(set) var definitions: [(String, JSONTree)] = []

    init(_ schema: Schema) {
        self.schema = schema
        define("scalar", .object(["type": .texts(["string", "number", "boolean"])]))
        define(
            "nothing",
            .anyOf([
                .object(["enum": .texts([FieldValue.absenceMark, "—", "–", "-"])]),
                .object(["type": .text("string"), "pattern": .text(NamePattern.whole([FieldValue.absenceMark]))]),
            ]))
        let yes = ["да", "true", "yes"]
        let no = ["нет", "false", "no"]
        define("yes", .anyOf([.object(["enum": .list([.flag(true)] + yes.map { .text($0) })]), Self.pattern(yes)]))
        define("flag", .anyOf([.object(["type": .text("boolean")]), Self.names(yes + no), Self.pattern(yes + no)]))
    }

    private mutating func define(_ name: String, _ value: JSONTree) {
        if !definitions.contains(where: { $0.0 == name }) { definitions.append((name, value)) }
    }

    static func reference(_ name: String) -> JSONTree { .object(["$ref": .text("#/$defs/" + name)]) }
    static func names(_ names: [String]) -> JSONTree { .object(["enum": .texts(names)]) }
    static func pattern(_ names: [String]) -> JSONTree {
        .object(["type": .text("string"), "pattern": .text(NamePattern.whole(names))])
    }

    // MARK: Types

    /// The values of a field.
    mutating func value(of field: FieldDefinition, _ kind: Kind) -> JSONTree {
        switch field.id {
        case CoreField.kind:
            return .anyOf([Self.names([kind.id.rawValue, kind.name.one]), Self.pattern([kind.name.one])])
        case CoreField.id: return Self.identifier
        case CoreField.draft: return Self.reference("flag")
        default: break
        }
        let choices = alternatives(field.type, kind) + (field.isText ? [] : [Self.reference("nothing")])
        // A line without a value says nothing, unless the field is wished for.
        return .anyOf(choices + (field.isRequired ? [] : [.object(["type": .text("null")])]))
    }

    private mutating func alternatives(_ type: FieldType, _ kind: Kind) -> [JSONTree] {
        switch type {
        case .text, .markdown, .link, .image, .period: [Self.reference("scalar")]
        case .number: [.object(["type": .text("number")]), Self.number(sign: "")]
        case .share: [.object(["type": .text("number")]), Self.number(sign: "\\s*%?")]
        case .date: [Self.date, .object(["type": .text("integer"), "minimum": .number(10_000)])]
        case .flag: [Self.reference("flag")]
        case .choice(let choices): Self.choice(choices)
        case .list: Self.oneOrMore(Self.reference("scalar"))
        case .reference(let target): [name(of: target)]
        case .references(let target): Self.oneOrMore(name(of: target))
        case .citation(let vocabulary): Self.oneOrMore(citation(vocabulary))
        case .tableFiles: [Self.tableFiles(kind)]
        }
    }

    private static func oneOrMore(_ item: JSONTree) -> [JSONTree] {
        [item, .object(["type": .text("array"), "items": item, "uniqueItems": .flag(true)])]
    }

    private static func choice(_ choices: [FieldType.Choice]) -> [JSONTree] {
        [names(choices.map(\.label) + choices.map(\.id)), pattern(choices.map(\.label))]
    }

    /// `1 234`, `12,5`, `−1`.
    private static func number(sign: String) -> JSONTree {
        .object([
            "type": .text("string"),
            "pattern": .text(
                "^[+−–-]?[0-9\u{A0}\u{202F}\u{2009} ]*[.,]?[0-9\u{A0}\u{202F}\u{2009} ]*[0-9]\(sign)\\s*$"),
        ])
    }

    /// A day has two numbers at least, its own and that of its year; what it is worded like is the reader's concern.
    private static let date = JSONTree.object([
        "type": .text("string"), "pattern": .text("[0-9].*[^0-9].*[0-9]{2}|^\\s*[0-9]{5,}\\s*$"),
    ])

    private static let identifier = JSONTree.object([
        "type": .texts(["string", "integer"]),
        "pattern": .text(
            "^(?!\\.{1,2}(?:/|$))[A-Za-z0-9_.-]+(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9_.-]+)*$"),
    ])

    // MARK: Names

    private mutating func name(of target: ReferenceTarget) -> JSONTree {
        switch target {
        // Materials come and go more often than this file is made.
        case .kind, .anyMaterial: Self.reference("scalar")
        case .vocabulary(let id): vocabulary(id)
        }
    }

    /// What an entry is called: names and aliases for the editor to choose, and all else that is read as one of them.
    private mutating func vocabulary(_ id: VocabularyID) -> JSONTree {
        let names = entryNames(id)
        define(
            "vocabulary-\(id)",
            .object([
                "title": schema.vocabulary(id).map { .text(schema.vocabularies[$0].title) },
                "anyOf": .list([Self.names(names), Self.pattern(names)]),
            ]))
        return Self.reference("vocabulary-\(id)")
    }

    /// An entry and a place in it behind a comma.
    private mutating func citation(_ id: VocabularyID) -> JSONTree {
        let names = entryNames(id)
        let pattern = "^\\s*(?:\(NamePattern.alternatives(names)))\\s*(?:,.*)?$"
        define(
            "citation-\(id)",
            .object([
                "title": schema.vocabulary(id).map { .text(schema.vocabularies[$0].title) },
                "anyOf": .list([
                    Self.names(names), .object(["type": .text("string"), "pattern": .text(pattern)]),
                    // A name of figures alone is a number to other readers of YAML.
                    .object(["type": .text("integer")]),
                ]),
            ]))
        return Self.reference("citation-\(id)")
    }

    /// Names that mean one entry: those that everybody sees first, ids last.
    private func entryNames(_ id: VocabularyID) -> [String] {
        guard let position = schema.vocabulary(id) else { return [] }
        let vocabulary = schema.vocabularies[position]
        let entries = Array(vocabulary.entries.positioned)
        let seen = entries.map(\.1.name)
        let more = entries.flatMap { index, entry in
            [entry.short, entry.full].compactMap(\.self) + entry.aliases
                + vocabulary.history(of: index).names.map(\.text)
        }
        let ids = entries.map(\.1.id.rawValue) + entries.flatMap { vocabulary.formerIDs(of: $0.0).map(\.text) }
        var known: Set<String> = []
        return (seen + more + ids).filter { name in
            guard case .one = vocabulary.resolve(name) else { return false }
            return known.insert(name).inserted
        }
    }

    private static func tableFiles(_ kind: Kind) -> JSONTree {
        let files = JSONTree.anyOf(oneOrMore(.object(["type": .text("string")])))
        let names = kind.tables.flatMap { [$0.id] + $0.headings }
        return .object([
            "type": .text("object"), "properties": .object(names.map { ($0, files) }),
            "patternProperties": names.isEmpty
                ? nil : .object([(NamePattern.whole(names), .object(["type": .texts(["string", "array"])]))]),
            "additionalProperties": .flag(false),
        ])
    }
}

extension JSONTree {
    /// One that is enough by itself stands by itself.
    static func anyOf(_ schemas: [JSONTree]) -> JSONTree {
        schemas.count == 1 ? schemas[0] : .object(["anyOf": .list(schemas)])
    }
}

extension FieldDefinition {
    /// Whether any scalar is a value, a dash too.
    fileprivate var isText: Bool {
        switch type {
        case .text, .markdown, .link, .image, .period, .list: true
        default: false
        }
    }
}
