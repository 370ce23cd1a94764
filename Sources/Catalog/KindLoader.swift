import Diagnostics
import Languages

/// Reads `content/kinds/<id>.yml`; the form is shown in ``Kind``'s documentation and in the files themselves.
///
/// What kinds have in common they take over from one another (``KindInheritance``).
package enum KindLoader {
    /// The kinds of all files; abstract ones are used and but named.
    package static func load(_ files: [SourceFile]) -> (kinds: [Kind], abstract: Set<KindID>, [Diagnostic]) {
        var drafts: [KindDraft] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            var reader = SchemaReader(file: file, code: .brokenKind)
            if let root = reader.root(), let draft = draft(root, &reader) {
                if isNew(draft, among: drafts, root, &reader) { drafts.append(draft) }
            }
            diagnostics += reader.diagnostics
        }
        var inheritance = KindInheritance(drafts, files: Set(files.map { KindID(name(of: $0)) }))
        let whole = inheritance.resolved()
        var found = inheritance.diagnostics
        let kinds = whole.filter { !$0.isAbstract }.map { draft in
            let kind = draft.kind()
            found += draft.roles.diagnostics(of: kind) + draft.unknownBeginning(of: kind)
            found += draft.adapting?.diagnostics(of: kind) ?? []
            return kind
        }
        // What several kinds take over is told once.
        var told: Set<String> = []
        diagnostics += found.filter { fault in
            let place = "\(fault.location.path):\(fault.location.range?.lowerBound ?? -1)"
            return told.insert("\(place) \(fault.code.message.ru) \(fault.arguments)").inserted
        }
        let ordered = kinds.sorted { ($0.order, $0.id.rawValue) < ($1.order, $1.id.rawValue) }
        return (ordered, Set(drafts.filter(\.isAbstract).map(\.id)), diagnostics)
    }

    /// `content/kinds/roadmap.yml` → `roadmap`.
    static func name(of file: SourceFile) -> String {
        let name = file.path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
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

    /// Below `content/` and in the addresses of pages: identifiers between slashes.
    private static func folder(_ root: YAMLNode, _ reader: inout SchemaReader) -> String? {
        guard let text = reader.text("folder", of: root) else { return nil }
        let place = root[key: "folder"]?.range ?? root.range
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { reader.isIdentifier(String($0), at: place) } ? text : nil
    }

    private static func draft(_ root: YAMLNode, _ reader: inout SchemaReader) -> KindDraft? {
        reader.checkKeys(of: root, at: .kind)
        guard let id = reader.requiredText("id", of: root),
            reader.isIdentifier(id, at: root[key: "id"]?.range ?? root.range)
        else { return nil }
        var draft = KindDraft(id: KindID(id), file: reader.file)
        draft.parent = reader.text("extends", of: root).map { KindID($0) }
        draft.parentRange = root[key: "extends"]?.range
        draft.isAbstract = reader.flag("abstract", of: root)
        let folder = folder(root, &reader)
        draft.folder = folder ?? id
        draft.losesFolder = folder == nil && root[key: "folder"] != nil
        draft.name = reader.forms("name", of: root) ?? PluralForms(one: id, few: id, many: id)
        draft.aliases = reader.texts("aliases", of: root)
        draft.title = reader.text("title", of: root) ?? draft.name.many
        draft.description = reader.text("description", of: root) ?? ""
        draft.order = reader.integer("order", of: root)
        draft.importance = reader.integer("importance", of: root).map { min(max($0, 0), 7) }
        draft.coverage = coverage(root, &reader)
        draft.bindingLevels = root[key: "binding"].map { _ in
            reader.texts("binding", of: root).map { EntryID($0) }.sorted()
        }
        draft.adapting = AdaptingReader(root, &reader)
        draft.fields = FieldReader.fields(root[key: "fields"], &reader)
        draft.beginning = root[key: "new"].map { _ in reader.texts("new", of: root).map { FieldID($0) } }
        draft.ownBeginning = draft.beginning.map { ($0, root[key: "new"]?.range ?? root.range) }
        draft.newTable = reader.text("new-table", of: root)
        draft.ownNewTable = draft.newTable.map { ($0, root[key: "new-table"]?.range ?? root.range) }
        draft.ownExamples = root[key: "examples"]?.pairs ?? []
        draft.examples = draft.ownExamples
        draft.sections = sections(root[key: "sections"], &reader)
        draft.tablesNode = root[key: "tables"]
        draft.roles = RoleReader(root, &reader)
        draft.sharing = SharingReader(root, &reader)
        return draft
    }

    /// A word that is none of the three is told and taken for one's own, which a kind is that says nothing.
    private static func coverage(_ root: YAMLNode, _ reader: inout SchemaReader) -> CoverageRole? {
        guard let name = reader.text("coverage", of: root) else { return nil }
        if let role = CoverageRole(rawValue: name) { return role }
        let known = CoverageRole.allCases.map(\.rawValue)
        reader.report(
            SchemaReason.unknownCoverage, name, known.joined(separator: ", "),
            at: root[key: "coverage"]?.range ?? root.range)
        return .own
    }

    private static func sections(_ node: YAMLNode?, _ reader: inout SchemaReader) -> [SectionDefinition] {
        (node?.items ?? []).compactMap { item in
            reader.checkKeys(of: item, at: .section)
            guard let heading = reader.requiredText("heading", of: item) else { return nil }
            return SectionDefinition(
                heading: heading, aliases: reader.texts("aliases", of: item),
                isRequired: reader.flag("required", of: item))
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
    /// Of what a material tells: a school, a municipality, a region, the country.
    package static let level: FieldID = "level"
    package static let updated: FieldID = "updated"
    package static let draft: FieldID = "draft"
    package static let aliases: FieldID = "aliases"
    package static let attachments: FieldID = "attachments"
    package static let source: FieldID = "source"
    package static let tables: FieldID = "tables"
    package static let period: FieldID = "period"
    /// On what terms its own files are published.
    package static let license: FieldID = "license"
    /// What a material was made of that was adapted.
    package static let basedOn: FieldID = "based-on"

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
        FieldDefinition(
            id: basedOn, label: "Основано на", type: .references(.anyMaterial), inverse: "Адаптировано в",
            help: "Материал, который взяли за образец."),
    ]
}
