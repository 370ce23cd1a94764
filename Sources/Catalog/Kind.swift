import Languages

/// A kind of material: how it is called, where it lives, what its front matter and its tables hold.
///
/// A class, because everybody asks a kind for something and copying it would count up all that it holds.
package final class Kind: Sendable {
    package let id: KindID
    /// Folder below `content/`.
    package let folder: String
    /// Whether its file names a folder that cannot be one: which materials are its own is not known then.
    package let losesFolder: Bool
    package let name: PluralForms
    /// What else editors call one of it: «приказ», «письмо».
    package let aliases: [String]
    /// Heading of its list.
    package let title: String
    /// One sentence under the heading.
    package let description: String
    package let order: Int
    /// 0…7: weight in the search.
    package let importance: Int
    /// What its materials count for at the municipalities that they name.
    package let coverage: CoverageRole
    /// Ids of levels at which a material that names no municipality holds for all of its region; sorted.
    package let bindingLevels: [EntryID]
    /// Common fields first, then its own.
    package let fields: [FieldDefinition]
    /// Fields that a new material begins with beside those that are wished for, in this order.
    package let beginning: [FieldID]
    package let sections: [SectionDefinition]
    package let tables: [TableDefinition]
    /// The id of the table that a new material begins with, where its file says it under `new-table`.
    let newTableID: String?
    /// Which of its fields mean something to the program.
    package let roles: FieldRoles
    /// What readers are asked who send one in; nothing: the site has no such page.
    package let sharing: Sharing?
    /// What the kind's file says of that, until its names are checked.
    let asking: SharingReader?
    /// Kinds that it takes over from, the nearest first; abstract ones too.
    package let ancestors: [KindID]
    /// How its materials are adapted by others; nothing: they are not there for that.
    package let adapting: Adapting?
    private let fieldNames: [String: Int]

    init(
        id: KindID, folder: String, losesFolder: Bool, name: PluralForms, aliases: [String], title: String,
        description: String,
        order: Int,
        importance: Int, coverage: CoverageRole, bindingLevels: [EntryID], fields: [FieldDefinition],
        beginning: [FieldID], sections: [SectionDefinition],
        tables: [TableDefinition], newTableID: String?, roles: FieldRoles, asking: SharingReader?, ancestors: [KindID],
        adapting: Adapting?
    ) {
        self.id = id
        self.folder = folder
        self.losesFolder = losesFolder
        self.name = name
        self.aliases = aliases
        self.title = title
        self.description = description
        self.order = order
        self.importance = importance
        self.coverage = coverage
        self.bindingLevels = bindingLevels
        self.fields = fields
        self.beginning = beginning
        self.sections = sections
        self.tables = tables
        self.newTableID = newTableID
        self.roles = roles
        self.asking = asking
        self.ancestors = ancestors
        self.adapting = adapting
        sharing = asking?.sharing(fields, beginning, sections, tables)
        fieldNames = FieldDefinition.names(of: fields)
    }

    /// The same with other definitions of its fields and tables.
    func with(fields: [FieldDefinition], tables: [TableDefinition]) -> Kind {
        Kind(
            id: id, folder: folder, losesFolder: losesFolder, name: name, aliases: aliases, title: title,
            description: description, order: order,
            importance: importance, coverage: coverage, bindingLevels: bindingLevels, fields: fields,
            beginning: beginning, sections: sections, tables: tables, newTableID: newTableID, roles: roles,
            asking: asking,
            ancestors: ancestors, adapting: adapting)
    }

    /// Whether its materials are of another kind too: it is that kind, or extends it.
    package func extends(_ id: KindID) -> Bool { self.id == id || ancestors.contains(id) }

    /// Position of the field that a key names: by id, label or alias, case and ё/е folded.
    package func field(named key: String) -> Int? { fieldNames[key] ?? fieldNames[NameFolding.fold(key)] }

    /// Whether a text names the kind: its id, its folder, or its name in the singular or plural.
    package func isCalled(_ text: String) -> Bool {
        let folded = NameFolding.fold(text)
        return id.rawValue == text
            || ([folder, title, name.one, name.few, name.many].contains { NameFolding.fold($0) == folded })
    }

    /// Whether its file says which table a new material begins with.
    package var namesNewTable: Bool { newTableID != nil }

    /// The table that a new material begins with.
    ///
    /// The one that the kind's file says; else the first that a section is called by, or the first of all where no sections are
    /// named. Nothing: it begins without a table.
    ///
    /// A kind that names its sections has said what a text is made of: its other tables are for the few.
    package var newTable: TableDefinition? {
        if let newTableID { return tables.first { $0.id == newTableID } }
        return sections.isEmpty
            ? tables.first : tables.first { table in sections.contains { $0.heading == table.headings[0] } }
    }

    /// Whether its materials are albums: a table of theirs has chapters.
    package var hasChapters: Bool { tables.contains { $0.views.contains(.chapters) } }

    /// The definition of a field by its id.
    package func field(_ id: FieldID) -> FieldDefinition? { fields.first { $0.id == id } }
}

/// What a material of a kind is to an entry of the coverage's rows that it names.
///
/// ```yaml
/// coverage: taking-part        # own (the default), taking-part or none
/// binding: [federal, regional] # without a municipality and at one of these levels: holds for all of its region
/// ```
package enum CoverageRole: String, Sendable, Hashable, CaseIterable {
    /// The municipality's own work: a practice, a roadmap, a model decision.
    case own
    /// Something that the municipality only takes part in: a group, an event, a contest.
    case takingPart = "taking-part"
    /// Nothing that fills a gap or tells of taking part.
    case none
}
