import Catalog

/// How fields are filled in, shown by what other materials say.
struct Examples {
    private let catalog: AlbumCatalog

    init(_ catalog: AlbumCatalog) { self.catalog = catalog }

    /// For each field the example that the kind gives, or else the value that most of its materials have; of those that are
    /// as usual the shortest one.
    ///
    /// A value that only one material has is no example: it would be somebody's own, and that of the very material that
    /// is edited. O(materials × fields).
    func values(of kind: Kind) -> [FieldID: String] {
        var counts: [FieldID: [String: Int]] = [:]
        for material in catalog.materials where !material.isDraft && catalog.kind(of: material).id == kind.id {
            for field in material.fields where !material.isDefault(field) {
                for text in texts(field.value) where text.count <= Self.longest {
                    counts[field.id, default: [:]][text, default: 0] += 1
                }
            }
        }
        let given = kind.fields.compactMap { field in field.example.map { (field.id, $0) } }
        let usual = counts.compactMapValues { values in
            values.filter { $0.value > 1 }
                .min { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }?.key
        }
        return usual.merging(given) { $1 }
    }

    /// Fields that at least half of the materials of a kind fill in.
    func usual(in kind: Kind) -> Set<FieldID> {
        let own = catalog.materials.filter { !$0.isDraft && catalog.kind(of: $0).id == kind.id }
        var counts: [FieldID: Int] = [:]
        for material in own {
            for field in material.fields where !material.isDefault(field) { counts[field.id, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value * 2 >= own.count }.keys)
    }

    /// Longer ones show a text, and no manner of writing.
    private static let longest = 80

    private func texts(_ value: FieldValue) -> [String] {
        switch value {
        case .text(let text), .markdown(let text): [text]
        case .date(let day): [day.numeric]
        case .period(let period): period.isUnderstood ? [period.text] : []
        case .choice(_, let label): [label]
        case .list(let texts): texts
        case .entries(let entries): entries.map { catalog.schema.entry($0).distinctName }
        case .materials: catalog.materials(namedBy: value).map { catalog.materials[$0].title }
        case .citations(let citations):
            citations.map { citation in
                let source = catalog.schema.entry(citation.source)
                return [source.short ?? source.name, citation.locator].filter { !$0.isEmpty }.joined(separator: ", ")
            }
        case .number, .share, .flag, .absentInSource, .reach: []
        }
    }
}
