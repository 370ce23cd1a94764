import Diagnostics
import Languages

/// Reads `content/kinds/<id>.yml`; the form is shown in ``Kind``'s documentation and in the files themselves.
///
/// The kind with `abstract: true` gives its fields to all others, before their own; a field of the same id replaces it.
package enum KindLoader {
    /// The kinds of all files, abstract ones used and left out.
    package static func load(_ files: [SourceFile]) -> ([Kind], [Diagnostic]) {
        var drafts: [KindDraft] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            var reader = SchemaReader(file: file, code: .brokenKind)
            if let root = reader.root(), let draft = draft(root, &reader) {
                if isNew(draft, among: drafts, root, &reader) { drafts.append(draft) }
            }
            diagnostics += reader.diagnostics
        }
        let common = drafts.filter(\.isAbstract).flatMap(\.fields)
        let beginning = drafts.filter(\.isAbstract).compactMap(\.beginning).first ?? CoreField.beginning
        let kinds = drafts.filter { !$0.isAbstract }.map { draft in
            let kind = draft.kind(common: common, beginning: beginning)
            diagnostics += draft.roles.diagnostics(of: kind) + draft.unknownBeginning(of: kind)
            return kind
        }
        let ordered = kinds.sorted { ($0.order, $0.id.rawValue) < ($1.order, $1.id.rawValue) }
        return (ordered, diagnostics)
    }

    /// Ids and folders belong to one kind each.
    private static func isNew(
        _ draft: KindDraft, among drafts: [KindDraft], _ root: YAMLNode, _ reader: inout SchemaReader
    ) -> Bool {
        if drafts.contains(where: { $0.id == draft.id }) {
            reader.report(SchemaReason.doubledKind, draft.id.rawValue, at: root[key: "id"]?.range ?? root.range)
            return false
        }
        if !draft.isAbstract, let other = drafts.first(where: { !$0.isAbstract && $0.folder == draft.folder }) {
            let place = root[key: "folder"]?.range ?? root.range
            reader.report(SchemaReason.doubledFolder, draft.folder, other.id.rawValue, at: place)
        }
        return true
    }

    private static let keys = [
        "id", "abstract", "folder", "name", "aliases", "title", "description", "order", "importance", "fields",
        "sections",
        "tables", "citation", "lifecycle", "review", "card", "door", "help", "coverage", "binding",
        "new", "examples", "sharing",
    ]

    private static func draft(_ root: YAMLNode, _ reader: inout SchemaReader) -> KindDraft? {
        reader.checkKeys(of: root, known: keys)
        guard let id = reader.requiredText("id", of: root),
            reader.isIdentifier(id, at: root[key: "id"]?.range ?? root.range)
        else { return nil }
        var draft = KindDraft(id: KindID(id))
        draft.file = reader.file
        draft.isAbstract = reader.flag("abstract", of: root)
        draft.folder = reader.text("folder", of: root) ?? id
        draft.name = reader.forms("name", of: root) ?? PluralForms(one: id, few: id, many: id)
        draft.aliases = reader.texts("aliases", of: root)
        draft.title = reader.text("title", of: root) ?? draft.name.many
        draft.description = reader.text("description", of: root) ?? ""
        draft.order = reader.integer("order", of: root) ?? 99
        draft.importance = min(max(reader.integer("importance", of: root) ?? 3, 0), 7)
        draft.coverage = coverage(root, &reader)
        draft.bindingLevels = reader.texts("binding", of: root).map { EntryID($0) }.sorted()
        draft.fields = FieldReader.fields(root[key: "fields"], &reader)
        draft.beginning = root[key: "new"].map { _ in reader.texts("new", of: root).map { FieldID($0) } }
        draft.beginningRange = root[key: "new"]?.range
        draft.examples = root[key: "examples"]?.pairs ?? []
        draft.sections = sections(root[key: "sections"], &reader)
        draft.tables = (root[key: "tables"]?.pairs ?? []).compactMap { table($0, &reader) }
        draft.roles = RoleReader(root, &reader)
        draft.sharing = SharingReader(root, &reader)
        return draft
    }

    /// A kind that says nothing is of one's own; a word that is none of the three is told and taken for that.
    private static func coverage(_ root: YAMLNode, _ reader: inout SchemaReader) -> CoverageRole {
        guard let name = reader.text("coverage", of: root) else { return .own }
        if let role = CoverageRole(rawValue: name) { return role }
        let known = CoverageRole.allCases.map(\.rawValue)
        reader.report(
            SchemaReason.unknownCoverage, name, known.joined(separator: ", "),
            at: root[key: "coverage"]?.range ?? root.range)
        return .own
    }

    private static func sections(_ node: YAMLNode?, _ reader: inout SchemaReader) -> [SectionDefinition] {
        (node?.items ?? []).compactMap { item in
            reader.checkKeys(of: item, known: ["heading", "aliases", "required"])
            guard let heading = reader.requiredText("heading", of: item) else { return nil }
            return SectionDefinition(
                heading: heading, aliases: reader.texts("aliases", of: item),
                isRequired: reader.flag("required", of: item))
        }
    }

    /// A table without a heading is none: nothing in a text could be it.
    private static func table(_ pair: YAMLNode.Pair, _ reader: inout SchemaReader) -> TableDefinition? {
        reader.checkKeys(
            of: pair.value,
            known: ["heading", "headings", "key", "columns", "views", "numberings", "new", "title"] + SheetReader.keys)
        let headings = reader.texts("heading", of: pair.value) + reader.texts("headings", of: pair.value)
        guard !headings.isEmpty else {
            reader.report(SchemaReason.noHeading, pair.key, at: pair.keyRange)
            return nil
        }
        var views: Set<TableDefinition.View> = []
        for name in reader.texts("views", of: pair.value) {
            if let view = TableDefinition.View(rawValue: name) {
                views.insert(view)
            } else {
                reader.report(SchemaReason.unknownView, name, at: pair.value.range)
            }
        }
        let columns = FieldReader.fields(pair.value[key: "columns"], &reader)
        let key = reader.text("key", of: pair.value).map { FieldID($0) }
        if let key, !columns.contains(where: { $0.id == key }) {
            reader.report(SchemaReason.unknownKey, key.rawValue, at: pair.value[key: "key"]?.range ?? pair.keyRange)
        }
        var table = TableDefinition(
            id: pair.key, headings: headings, key: key, columns: columns, views: views,
            numberings: named(
                "numberings", pair.value, columns.filter { $0.type == .number }, SchemaReason.unknownNumbering,
                &reader))
        table.beginning = named("new", pair.value, columns, SchemaReason.unknownNewColumn, &reader)
        table.sheet = SheetReader.sheet(pair.value, views, &reader)
        return table
    }

    /// `numberings: [number-139, number-293]`, `new: [step, action]`: columns by their ids, each of those that may be
    /// named there.
    private static func named(
        _ key: String, _ table: YAMLNode, _ columns: [FieldDefinition], _ reason: Bilingual,
        _ reader: inout SchemaReader
    ) -> [FieldID] {
        let ids = columns.map(\.id.rawValue)
        for item in table[key: key]?.items ?? [] {
            guard let name = item.text, !ids.contains(name) else { continue }
            reader.add(
                Diagnostic(
                    .brokenKind.because(reason), [name], at: SourceLocation(reader.file, item.range),
                    candidates: NameSuggester(ids).nearest(to: name)))
        }
        return reader.texts(key, of: table).filter { ids.contains($0) }.map { FieldID($0) }
    }
}

/// A kind whose common fields are not yet known.
private struct KindDraft {
    let id: KindID
    var isAbstract = false
    var folder = ""
    var name = PluralForms(one: "", few: "", many: "")
    var aliases: [String] = []
    var title = ""
    var description = ""
    var order = 99
    var importance = 3
    var coverage = CoverageRole.own
    var bindingLevels: [EntryID] = []
    var fields: [FieldDefinition] = []
    var sections: [SectionDefinition] = []
    var tables: [TableDefinition] = []
    var roles = RoleReader()
    var sharing: SharingReader?
    var beginning: [FieldID]?
    var beginningRange: Range<Int>?
    var examples: [YAMLNode.Pair] = []
    var file: SourceFile?

    init(id: KindID) { self.id = id }

    func kind(common: [FieldDefinition], beginning: [FieldID]) -> Kind {
        let own = Set(fields.map(\.id))
        let known = Set(own).union(common.map(\.id))
        // Only a kind with tables has anything to say of them.
        let core = CoreField.definitions.filter { !known.contains($0.id) && (!tables.isEmpty || !$0.isOfTables) }
        let common = common.filter { !tables.isEmpty || !$0.isOfTables }
        let inherited = common.map { field in fields.first { $0.id == field.id } ?? field }
        let inheritedIDs = Set(inherited.map(\.id))
        return Kind(
            id: id, folder: folder, name: name, aliases: aliases, title: title, description: description, order: order,
            importance: importance, coverage: coverage, bindingLevels: bindingLevels,
            fields: withExamples(core + inherited + fields.filter { !inheritedIDs.contains($0.id) }),
            beginning: self.beginning ?? beginning, sections: sections, tables: tables, roles: roles.roles,
            asking: sharing)
    }

    /// `examples: {title: Квест «Лестница оценки»}`: for fields that the kind has in common with others too.
    private func withExamples(_ fields: [FieldDefinition]) -> [FieldDefinition] {
        fields.map { field in
            var field = field
            if let text = examples.first(where: { $0.key == field.id.rawValue })?.value.text { field.example = text }
            return field
        }
    }

    /// Names under `new` and `examples` that no field of the kind has.
    func unknownBeginning(of kind: Kind) -> [Diagnostic] {
        guard let file else { return [] }
        let beginnings = (beginning ?? []).map { (SchemaReason.unknownBeginning, $0.rawValue, beginningRange) }
        let shown = examples.map { (SchemaReason.unknownExample, $0.key, Optional($0.keyRange)) }
        return (beginnings + shown).filter { kind.field(FieldID($0.1)) == nil }.map { reason, name, range in
            Diagnostic(
                .brokenKind.because(reason), [name], at: SourceLocation(file, range ?? 0..<0),
                candidates: NameSuggester(kind.fields.map(\.id.rawValue)).nearest(to: name))
        }
    }
}

/// Fields that the program itself understands; the schema may relabel them.
package enum CoreField {
    package static let title: FieldID = "title"
    package static let kind: FieldID = "kind"
    package static let id: FieldID = "id"
    package static let summary: FieldID = "summary"
    package static let date: FieldID = "date"
    package static let region: FieldID = "region"
    package static let updated: FieldID = "updated"
    package static let draft: FieldID = "draft"
    package static let aliases: FieldID = "aliases"
    package static let attachments: FieldID = "attachments"
    package static let source: FieldID = "source"
    package static let tables: FieldID = "tables"
    package static let period: FieldID = "period"

    /// What a new material begins with where kinds do not say it under `new`.
    static let beginning: [FieldID] = ["directions", "municipalities", date, source]

    static let definitions: [FieldDefinition] = [
        FieldDefinition(id: title, label: "Название", type: .text, isRequired: true),
        FieldDefinition(id: kind, label: "Вид", type: .text),
        FieldDefinition(id: id, label: "Идентификатор", type: .text),
        FieldDefinition(id: summary, label: "Кратко", type: .text),
        FieldDefinition(id: date, label: "Дата", type: .period),
        FieldDefinition(id: updated, label: "Обновлено", type: .date),
        FieldDefinition(id: draft, label: "Черновик", type: .flag),
        FieldDefinition(id: aliases, label: "Прежние адреса", type: .list),
        FieldDefinition(id: attachments, label: "Вложения", type: .list),
        FieldDefinition(id: tables, label: "Таблицы из файлов", type: .tableFiles),
        FieldDefinition(id: period, label: "Период таблиц", type: .period),
    ]
}

extension FieldDefinition {
    /// Says something of the tables of a material.
    fileprivate var isOfTables: Bool { id == CoreField.tables || id == CoreField.period }
}
