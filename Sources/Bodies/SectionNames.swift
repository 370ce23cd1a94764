import Catalog

/// The headings that a kind knows, of sections and of tables, by their folded names.
struct SectionNames {
    /// One section or table.
    struct Section {
        /// The usual heading.
        let heading: String
        let isRequired: Bool
        /// Whether the kind declares it as a section, so that prose may stand in it.
        let isText: Bool
        /// Whether the kind declares a table under it.
        let hasTable: Bool
        /// All its names, folded.
        let names: Set<String>
    }

    let sections: [Section]
    private let byName: [String: Int]

    /// O(headings of the kind).
    init(_ kind: Kind) {
        var sections = kind.sections.map { section in
            let names = Set(([section.heading] + section.aliases).map { HeadingName.fold($0) })
            let hasTable = kind.tables.contains { table in
                table.headings.contains { names.contains(HeadingName.fold($0)) }
            }
            return Section(
                heading: section.heading, isRequired: section.isRequired, isText: true, hasTable: hasTable,
                names: names)
        }
        for table in kind.tables {
            let names = Set(table.headings.map { HeadingName.fold($0) })
            guard !sections.contains(where: { !$0.names.isDisjoint(with: names) }) else { continue }
            sections.append(
                Section(heading: table.headings[0], isRequired: false, isText: false, hasTable: true, names: names))
        }
        self.sections = sections
        let pairs = sections.enumerated().flatMap { position, section in section.names.map { ($0, position) } }
        byName = Dictionary(pairs) { first, _ in first }
    }

    /// Position of the section that a text names.
    subscript(_ text: some StringProtocol) -> Int? { byName[HeadingName.fold(text)] }
}
