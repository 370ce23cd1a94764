import Diagnostics
import Languages

/// What the file of a kind says, and what it takes over from the kind that it extends.
///
/// Of what may be taken over, nothing stands where the file does not say it.
struct KindDraft {
    let id: KindID
    let file: SourceFile
    /// The kind that it names under `extends`.
    var parent: KindID?
    var parentRange: Range<Int>?
    var isAbstract = false

    // Its own: nobody takes them over.
    var folder = ""
    /// Whether its file names one that cannot be one.
    var losesFolder = false
    var name = PluralForms(one: "", few: "", many: "")
    var aliases: [String] = []
    var title = ""
    var description = ""

    var order: Int?
    var importance: Int?
    var coverage: CoverageRole?
    var bindingLevels: [EntryID]?
    var adapting: AdaptingReader?
    var fields: [FieldDefinition] = []
    var beginning: [FieldID]?
    var newTable: String?
    var sections: [SectionDefinition] = []
    var tables: [TableDefinition] = []
    var roles = RoleReader()
    var sharing: SharingReader?
    /// The examples of all fields.
    var examples: [YAMLNode.Pair] = []

    /// As the file writes them: they are read when the tables that they may change are known.
    var tablesNode: YAMLNode?
    /// What the file itself says of new materials and examples, for what is wrong with it.
    var ownBeginning: (ids: [FieldID], range: Range<Int>)?
    var ownExamples: [YAMLNode.Pair] = []
    /// Where the file itself says which table is first.
    var ownNewTable: (id: String, range: Range<Int>)?
    /// Kinds that it takes over from, the nearest first.
    var ancestors: [KindID] = []
    /// Fields that a kind of its own names, and not the abstract ones.
    private var ownFields: Set<FieldID> = []

    init(id: KindID, file: SourceFile) {
        self.id = id
        self.file = file
    }

    /// Takes over what it does not say itself; its tables are read then.
    ///
    /// Fields and tables of the same id and sections of the same heading take the place of those of the other.
    /// - Parameter base: whole itself; nothing for a kind that takes over nothing.
    /// - Returns: what is wrong with its tables.
    mutating func takeOver(from base: KindDraft?) -> [Diagnostic] {
        var reader = SchemaReader(file: file, code: .brokenKind)
        tables = TableReader.tables(tablesNode, over: base?.tables ?? [], &reader)
        ownFields = isAbstract ? [] : Set(fields.map(\.id))
        guard let base else { return reader.diagnostics }
        ancestors = [base.id] + base.ancestors
        order = order ?? base.order
        importance = importance ?? base.importance
        coverage = coverage ?? base.coverage
        bindingLevels = bindingLevels ?? base.bindingLevels
        adapting = adapting ?? base.adapting
        beginning = beginning ?? base.beginning
        newTable = newTable ?? base.newTable
        ownFields.formUnion(base.ownFields)
        fields = Self.merged(fields, over: base.fields) { $0.id == $1.id }
        sections = Self.merged(sections, over: base.sections) { $0.heading == $1.heading }
        examples = Self.merged(examples, over: base.examples) { $0.key == $1.key }
        roles.takeOver(from: base.roles)
        sharing?.takeOver(from: base.sharing)
        return reader.diagnostics
    }

    /// The base's, those of its own in the place of those that they replace, the others behind.
    private static func merged<Element>(
        _ own: [Element], over base: [Element], _ areOne: (Element, Element) -> Bool
    ) -> [Element] {
        base.map { element in own.first { areOne($0, element) } ?? element }
            + own.filter { element in !base.contains { areOne($0, element) } }
    }

    // MARK: The whole kind

    /// The kind, once all is taken over.
    func kind() -> Kind {
        let known = Set(fields.map(\.id))
        let hasTables = !tables.isEmpty
        let core = CoreField.definitions.filter { field in
            // Only a kind with tables has anything to say of them, and only one that is adapted of what it was made of.
            !known.contains(field.id) && (hasTables || !field.isOfTables)
                && (adapting?.adapting != nil || field.id != CoreField.basedOn)
        }
        let said = fields.filter { hasTables || !$0.isOfTables || ownFields.contains($0.id) }
        return Kind(
            id: id, folder: folder, losesFolder: losesFolder, name: name, aliases: aliases, title: title,
            description: description,
            order: order ?? 99, importance: importance ?? 3, coverage: coverage ?? .own,
            bindingLevels: bindingLevels ?? [], fields: withExamples(core + said),
            beginning: beginning ?? CoreField.beginning, sections: sections, tables: tables, newTableID: newTable,
            roles: roles.roles, asking: sharing, ancestors: ancestors, adapting: adapting?.adapting)
    }

    /// `examples: {title: Квест «Лестница оценки»}`: for fields that the kind has in common with others too.
    private func withExamples(_ fields: [FieldDefinition]) -> [FieldDefinition] {
        fields.map { field in
            var field = field
            if let text = examples.first(where: { $0.key == field.id.rawValue })?.value.text { field.example = text }
            return field
        }
    }

    /// Names under `new`, `new-table` and `examples` that no field and no table of the kind has.
    func unknownBeginning(of kind: Kind) -> [Diagnostic] {
        let beginnings = (ownBeginning?.ids ?? []).map {
            (SchemaReason.unknownBeginning, $0.rawValue, ownBeginning?.range)
        }
        let shown = ownExamples.map { (SchemaReason.unknownExample, $0.key, Optional($0.keyRange)) }
        let table = ownNewTable.flatMap { said in
            tables.contains { $0.id == said.id }
                ? nil
                : Diagnostic(
                    .brokenKind.because(SchemaReason.unknownNewTable), [said.id], at: SourceLocation(file, said.range),
                    candidates: NameSuggester(tables.map(\.id)).nearest(to: said.id))
        }
        let fields = (beginnings + shown).filter { kind.field(FieldID($0.1)) == nil }.map { reason, name, range in
            Diagnostic(
                .brokenKind.because(reason), [name], at: SourceLocation(file, range ?? 0..<0),
                candidates: NameSuggester(kind.fields.map(\.id.rawValue)).nearest(to: name))
        }
        return fields + (table.map { [$0] } ?? [])
    }
}

extension FieldDefinition {
    /// Says something of the tables of a material.
    fileprivate var isOfTables: Bool { id == CoreField.tables || id == CoreField.period }
}
