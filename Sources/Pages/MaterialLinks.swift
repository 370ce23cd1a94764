import Catalog
import Languages
import Linking
import Theming

/// Who refers to a material, under the headings that the schema gives to this end.
///
/// Headings of its own kind's fields come first, then those of other kinds, and mere links, those that a text makes by a
/// document's number among them: it is a page that mentions the document, and no document that cites it. Within a group
/// the kinds keep their order. O(backlinks).
struct MaterialLinks {
    let page: Page
    let index: MaterialIndex

    private var material: Material { page.album.catalog.materials[index] }
    private var kind: Kind { page.album.catalog.kind(of: material) }

    /// A material that refers more often than this from its rows is named once.
    private static let mostRows = 3

    /// One heading and who stands below it.
    private struct Group {
        /// Sources in the order of the catalog, each with the rows that refer.
        var sources: [(material: MaterialIndex, rows: [Mention.Row])] = []
        private var positions: [MaterialIndex: Int] = [:]

        mutating func add(_ source: MaterialIndex, _ row: Mention.Row?) {
            if positions[source] == nil {
                positions[source] = sources.count
                sources.append((source, []))
            }
            if let row, let position = positions[source] { sources[position].rows.append(row) }
        }
    }

    func groups() -> [LinkGroupView] {
        var groups: [String: Group] = [:]
        let plain = page.wording.word(.linkedFrom)
        // What the schema names says more than a mere link: who stands there need not stand below it too.
        var named: Set<MaterialIndex> = []
        for backlink in page.album.backlinks.of(index) where tells(backlink.source) {
            let title = heading(backlink.manner)
            if title != plain { named.insert(backlink.source) }
            if isNamed(backlink.source, under: title) { continue }
            groups[title, default: Group()].add(backlink.source, backlink.row)
        }
        groups[plain]?.sources.removeAll { named.contains($0.material) }
        return groups.filter { !$0.value.sources.isEmpty }
            .sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
            .map { LinkGroupView($0.key, links: links($0.value)) }
    }

    /// Whether a reader of the material is told that another one mentions it: a page for editors names it as an example.
    private func tells(_ source: MaterialIndex) -> Bool {
        kind.roles.help != nil || page.album.catalog.kind(of: page.album.catalog.materials[source]).roles.help == nil
    }

    private func heading(_ manner: Mention.Manner) -> String {
        switch manner {
        case .link, .citation: page.wording.word(.linkedFrom)
        case .field(_, let inverse): inverse ?? page.wording.word(.linkedFrom)
        }
    }

    /// Whether the material itself says the same in a field of its own, which stands among its facts.
    private func isNamed(_ source: MaterialIndex, under heading: String) -> Bool {
        kind.fields.contains {
            $0.label == heading && page.album.catalog.materials(namedIn: $0.id, of: material).contains(source)
        }
    }

    private func rank(_ heading: String) -> Int {
        if heading == page.wording.word(.linkedFrom) { return .max }
        if let own = kind.fields.firstIndex(where: { $0.inverse == heading }) { return own }
        return 1000 + (page.headingRanks[heading] ?? 0)
    }

    // MARK: One group

    private func links(_ group: Group) -> [LinkView] {
        let kinds = Set(group.sources.map { page.album.catalog.materials[$0.material].kind })
        let ordered = group.sources.sortedByName { page.album.catalog.materials[$0.material].title }
        return kinds.sorted().flatMap { kind in
            ordered.filter { page.album.catalog.materials[$0.material].kind == kind }.flatMap { source in
                links(
                    source.material, source.rows,
                    note: kinds.count > 1 ? page.album.catalog.kinds[kind].name.one : nil)
            }
        }
    }

    /// The rows that refer, each with its table's material; or the material alone.
    private func links(_ source: MaterialIndex, _ rows: [Mention.Row], note: String?) -> [LinkView] {
        let link = page.link(to: source)
        let telling = rows.filter { NameFolding.fold($0.title) != NameFolding.fold(material.title) }
        guard !telling.isEmpty, telling.count <= Self.mostRows else {
            return [LinkView(link.title, link.url, note: link.note ?? note)]
        }
        return telling.map { LinkView($0.title, link.url?.at($0.anchor), note: link.title) }
    }

    /// The headings of all kinds, in the order of the schema: where each first stands.
    static func headingRanks(_ schema: Schema) -> [String: Int] {
        let headings = schema.kinds.flatMap { $0.fields + $0.tables.flatMap(\.columns) }.compactMap(\.inverse)
        return Dictionary(headings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
