import Diagnostics
import Languages

/// Everything that is data about the content: vocabularies and kinds.
///
/// A new one needs no Swift.
package struct Schema: Sendable {
    private let allVocabularies: Indexed<VocabularyIndex, Vocabulary>
    private let allKinds: Indexed<KindIndex, Kind>
    private let log: ReadLog?
    private let allRoots: [ContentRoot]
    private let rootIDs: Set<RootID>
    /// The root whose materials are read by it; nothing for those of the site itself, and for the site as a whole.
    package let root: ContentRoot?

    package init(vocabularies: [Vocabulary], kinds: [Kind], roots: [ContentRoot] = [], root: ContentRoot? = nil) {
        self.init(Indexed(vocabularies), Indexed(kinds), nil, roots, root)
    }

    private init(
        _ vocabularies: Indexed<VocabularyIndex, Vocabulary>, _ kinds: Indexed<KindIndex, Kind>, _ log: ReadLog?,
        _ roots: [ContentRoot], _ root: ContentRoot?
    ) {
        allVocabularies = vocabularies
        allKinds = kinds
        self.log = log
        allRoots = roots
        rootIDs = Set(roots.map(\.id))
        self.root = root
    }

    /// All roots of the site beside its own content, in the order of `album.yml`, which says what they are.
    package var roots: [ContentRoot] {
        log?.note(.configuration)
        return allRoots
    }

    /// The root that a path below `content/` belongs to.
    package func root(ofPath path: String) -> RootID? {
        log?.note(.configuration)
        if rootIDs.isEmpty { return nil }
        let first = RootID(String(path.prefix { $0 != "/" }))
        return rootIDs.contains(first) ? first : nil
    }

    /// The same as a page reads it.
    func read(_ log: ReadLog?) -> Schema {
        guard let log else { return self }
        let vocabularies = allVocabularies.positioned.map { $1.read(log, as: $0) }
        return Schema(Indexed(vocabularies), allKinds, log, allRoots, root)
    }

    /// The same for a part of a site that has no pages of some entries.
    func withholding(_ entries: Set<EntryReference>) -> Schema {
        let vocabularies = allVocabularies.positioned.map { position, vocabulary in
            vocabulary.withholding(Set(entries.filter { $0.vocabulary == position }.map(\.entry)))
        }
        return Schema(Indexed(vocabularies), allKinds, log, allRoots, root)
    }

    /// Sorted by id.
    package var vocabularies: Indexed<VocabularyIndex, Vocabulary> {
        log?.note(.vocabularies)
        return allVocabularies
    }

    /// By their `order`, then by id; abstract kinds are not among them.
    package var kinds: Indexed<KindIndex, Kind> {
        log?.note(.kinds)
        return allKinds
    }

    /// Position of a vocabulary.
    package func vocabulary(_ id: VocabularyID) -> VocabularyIndex? { vocabularies.firstIndex { $0.id == id } }
    /// Positions of the kinds that extend another, itself among them.
    package func kinds(extending kind: KindIndex) -> Set<KindIndex> {
        let id = kinds[kind].id
        return Set(kinds.indices.filter { kinds[$0].extends(id) })
    }
    /// Position of a kind.
    package func kind(_ id: KindID) -> KindIndex? { kinds.firstIndex { $0.id == id } }

    /// The entry behind a reference.
    package func entry(_ reference: EntryReference) -> VocabularyEntry {
        allVocabularies[reference.vocabulary].entry(reference.entry)
    }

    /// The past of the entry behind a reference.
    package func history(_ reference: EntryReference) -> EntryHistory {
        allVocabularies[reference.vocabulary].history(of: reference.entry)
    }
}

/// A field of the front matter, or a column of a record table.
package struct FieldDefinition: Sendable {
    package let id: FieldID
    /// What editors and readers see.
    package let label: String
    package let aliases: [String]
    package internal(set) var type: FieldType
    /// Wished for: missing is a warning.
    package let isRequired: Bool
    /// Of a column of entries: whether «все» and «все, кроме …» may stand in it (``EntryReach``).
    package let acceptsAll: Bool
    /// What a material names here is what it rests on: once that is repealed, the material is told.
    package let isBasis: Bool
    /// Heading under which the other end lists the materials that refer to it.
    package let inverse: String?
    /// A sentence for the handbook.
    package let help: String?
    /// What an absent field means, as an editor would write it.
    package let defaultText: String?
    /// A value as an editor would write it, to show the manner.
    package internal(set) var example: String?
    /// Where the schema says what it refers to.
    var targetLocation: SourceLocation?

    package init(
        id: FieldID, label: String, aliases: [String] = [], type: FieldType, isRequired: Bool = false,
        acceptsAll: Bool = false, isBasis: Bool = false, inverse: String? = nil, help: String? = nil,
        defaultText: String? = nil
    ) {
        self.id = id
        self.label = label
        self.aliases = aliases
        self.type = type
        self.isRequired = isRequired
        self.acceptsAll = acceptsAll
        self.isBasis = isBasis
        self.inverse = inverse
        self.help = help
        self.defaultText = defaultText
    }

    /// Where each name, plain and folded, leads.
    ///
    /// The first of a name wins.
    static func names(of fields: [FieldDefinition]) -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, field) in fields.enumerated() {
            for name in [field.id.rawValue, field.label] + field.aliases {
                result[name] = result[name] ?? index
                let folded = NameFolding.fold(name)
                result[folded] = result[folded] ?? index
            }
        }
        return result
    }
}

/// What a field or a column may hold.
package indirect enum FieldType: Sendable, Hashable {
    case text
    /// Text with inline Markdown.
    case markdown
    case number
    /// A percentage.
    case share
    case date
    case period
    case flag
    case choice([Choice])
    /// Texts; in a cell separated by `;`.
    case list
    case reference(ReferenceTarget)
    case references(ReferenceTarget)
    case link
    case image
    /// An entry of a vocabulary and a place in it: «000, раздел „Дорожная карта“».
    case citation(VocabularyID)
    /// Record tables that stand in CSV files: `{events: events.csv}`.
    case tableFiles

    /// Whether any text is a value, a lone dash too.
    var isText: Bool { [.text, .markdown, .link, .image].contains(self) }

    /// The vocabulary whose entries it names.
    package var vocabulary: VocabularyID? {
        switch self {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)): id
        default: nil
        }
    }

    /// Whether it names several entries of a list, or materials of a kind: which of them is known with the whole schema.
    var isOfEntries: Bool { if case .references(.vocabulary) = self { true } else { false } }

    /// Whether a field of this type takes several values.
    package var holdsSeveral: Bool {
        switch self {
        case .list, .references, .citation: true
        default: false
        }
    }

    /// One value of a choice.
    package struct Choice: Sendable, Hashable {
        package let id: String
        package let label: String
    }
}

/// What a reference points at.
package enum ReferenceTarget: Sendable, Hashable {
    case vocabulary(VocabularyID)
    case kind(KindID)
    case anyMaterial
}

/// A level-2 heading that a kind expects.
package struct SectionDefinition: Sendable {
    package let heading: String
    package let aliases: [String]
    package let isRequired: Bool
}
