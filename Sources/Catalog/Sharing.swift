import Diagnostics

/// What readers of the site may send in of a kind, and what they are asked: a page with a form (``SitePages/sharing(_:)``).
///
/// ```yaml
/// sharing:
///   heading: Поделиться практикой          title of the page and of the links to it
///   lead: Опишите, что сделали у себя.     a sentence under it
///   fields: [directions, date]             asked in the open, behind those that are required; absent: those of `new`
///   more: [participants]                   asked where somebody unfolds them
///   sections: [Цель]                       parts of the text, beside those that are required; absent: all
///   tables: [events]                       record tables with rows to fill in; absent: the first, where no sections are
///   wanted: {field: text, value: description-only}
/// ```
/// Materials whose field `wanted.field` has the entry `wanted.value` are those whose text is looked for: what is sent may
/// belong to one of them.
package struct Sharing: Sendable, Equatable {
    package let heading: String
    package let lead: String?
    /// Asked in the open, beside those that are required.
    package let fields: [FieldID]
    /// Asked where somebody unfolds them.
    package let more: [FieldID]
    /// Headings of the parts of the text that are asked for; nothing for all.
    package let sections: [String]?
    /// Ids of record tables.
    package let tables: [String]
    package let wanted: Wanted?

    /// The key of a front matter under which a form puts how its sender can be reached: told to whoever takes the file
    /// in, and no field of any material.
    package static let contactKey = "sender-contact"

    /// Which materials lack their text.
    package struct Wanted: Sendable, Equatable {
        /// A reference to a vocabulary.
        package let field: FieldID
        package let value: EntryID
    }

    /// Whether somebody who has no site at hand can fill in a field: names of materials, places in books and files can
    /// not be chosen there.
    package static func canAsk(_ field: FieldDefinition) -> Bool {
        if own.contains(field.id) { return false }
        return switch field.type {
        case .text, .markdown, .number, .share, .date, .period, .flag, .choice, .list, .link: true
        case .reference(.vocabulary), .references(.vocabulary): true
        case .reference, .references, .image, .citation, .tableFiles: false
        }
    }

    /// Fields that whoever keeps the site fills in.
    private static let own: Set<FieldID> = [
        CoreField.kind, CoreField.id, CoreField.draft, CoreField.aliases, CoreField.attachments, CoreField.tables,
        CoreField.updated,
    ]
}

/// Reads `sharing`; the fields may come from an abstract kind, so that names are checked when the kind is whole.
struct SharingReader {
    private var heading = ""
    private var lead: String?
    private var fields: [Name]?
    private var more: [Name]?
    private var sections: [Name]?
    private var tables: [Name]?
    private var wanted: (field: Name, value: Name)?

    /// A name and where it stands.
    private struct Name {
        let text: String
        let place: SourceLocation
    }

    /// Nothing where a kind has no such key, or one without a heading.
    init?(_ root: YAMLNode, _ reader: inout SchemaReader) {
        guard let node = root[key: "sharing"] else { return nil }
        reader.checkKeys(of: node, at: .sharing)
        guard let heading = reader.requiredText("heading", of: node) else { return nil }
        self.heading = heading
        lead = reader.text("lead", of: node)
        fields = node[key: "fields"].map { _ in Self.names("fields", node, &reader) }
        more = node[key: "more"].map { _ in Self.names("more", node, &reader) }
        sections = node[key: "sections"].map { _ in Self.names("sections", node, &reader) }
        tables = node[key: "tables"].map { _ in Self.names("tables", node, &reader) }
        guard let wanted = node[key: "wanted"] else { return }
        reader.checkKeys(of: wanted, at: .wanted)
        _ = (reader.requiredText("field", of: wanted), reader.requiredText("value", of: wanted))
        guard let field = Self.names("field", wanted, &reader).first,
            let value = Self.names("value", wanted, &reader).first
        else { return }
        self.wanted = (field, value)
    }

    /// Takes over what it does not say, but its words: those name the kind.
    mutating func takeOver(from base: SharingReader?) {
        guard let base else { return }
        fields = fields ?? base.fields
        more = more ?? base.more
        sections = sections ?? base.sections
        tables = tables ?? base.tables
        wanted = wanted ?? base.wanted
    }

    private static func names(_ key: String, _ node: YAMLNode, _ reader: inout SchemaReader) -> [Name] {
        _ = reader.texts(key, of: node)
        return (node[key: key]?.items ?? []).compactMap { item in
            item.text.map { Name(text: $0, place: SourceLocation(reader.file, item.range)) }
        }
    }

    // MARK: The whole kind

    /// What the form of a kind of these fields, sections and tables asks; what is named wrongly is left out.
    func sharing(
        _ known: [FieldDefinition], _ beginning: [FieldID], _ sections: [SectionDefinition],
        _ tables: [TableDefinition]
    ) -> Sharing {
        func askable(_ names: [FieldID]) -> [FieldID] {
            names.filter { name in known.first { $0.id == name }.map(Sharing.canAsk) ?? false }
        }
        let first = sections.isEmpty ? tables.prefix(1).map(\.id) : []
        return Sharing(
            heading: heading, lead: lead, fields: askable(fields?.map { FieldID($0.text) } ?? beginning),
            more: askable((more ?? []).map { FieldID($0.text) }), sections: self.sections?.map(\.text),
            tables: self.tables.map { names in
                names.map(\.text).filter { name in tables.contains { $0.id == name } }
            } ?? first,
            wanted: wanted.map { Sharing.Wanted(field: FieldID($0.field.text), value: EntryID($0.value.text)) })
    }

    /// Names that the kind does not have, fields that nobody can fill in there, and a value that its vocabulary lacks.
    func diagnostics(of kind: Kind, _ vocabularies: [Vocabulary]) -> [Diagnostic] {
        let (known, tableNames) = (kind.fields.map(\.id.rawValue), kind.tables.map(\.id))
        func fault(_ reason: Bilingual, _ name: Name, _ candidates: [String] = []) -> Diagnostic {
            Diagnostic(
                .brokenKind.because(reason), [name.text], at: name.place,
                candidates: NameSuggester(candidates).nearest(to: name.text))
        }
        var result: [Diagnostic] = []
        for name in (fields ?? []) + (more ?? []) {
            guard let field = kind.field(FieldID(name.text)) else {
                result.append(fault(SchemaReason.unknownRole, name, known))
                continue
            }
            if !Sharing.canAsk(field) { result.append(fault(SchemaReason.unfitForSharing, name)) }
        }
        let headings = kind.sections.map(\.heading)
        for name in sections ?? [] where !headings.contains(name.text) {
            result.append(fault(SchemaReason.unknownSharedSection, name, headings))
        }
        for name in tables ?? [] where !tableNames.contains(name.text) {
            result.append(fault(SchemaReason.unknownSharedTable, name, tableNames))
        }
        guard let wanted else { return result }
        guard kind.field(FieldID(wanted.field.text)) != nil else {
            return result + [fault(SchemaReason.unknownRole, wanted.field, known)]
        }
        return result + [unknownValue(of: kind, vocabularies)].compactMap(\.self)
    }

    /// Where a value is named that the vocabulary of its field lacks.
    private func unknownValue(of kind: Kind, _ vocabularies: [Vocabulary]) -> Diagnostic? {
        guard let wanted, let field = kind.field(FieldID(wanted.field.text)) else { return nil }
        let vocabulary: Vocabulary? =
            switch field.type {
            case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
                vocabularies.first { $0.id == id }
            default: nil
            }
        if vocabulary?.position(of: EntryID(wanted.value.text)) != nil { return nil }
        let known = vocabulary?.entries.map(\.id.rawValue) ?? []
        return Diagnostic(
            .brokenKind.because(SchemaReason.unknownWanted), [wanted.value.text, wanted.field.text],
            at: wanted.value.place, candidates: NameSuggester(known).nearest(to: wanted.value.text))
    }
}
