import Catalog

/// One mention of a material by another.
package struct Mention: Sendable, Hashable {
    /// How the other material refers.
    package enum Manner: Sendable, Hashable {
        /// A link in its text.
        case link
        /// A citation by number and date.
        case citation
        /// A field or a table column; `inverse` is the heading that the schema gives to this end.
        case field(FieldID, inverse: String?)
    }

    /// The material that is referred to.
    package let target: MaterialIndex
    package let manner: Manner
    /// The row of a table in which it stands.
    package let row: Row?

    /// A row of a record table.
    package struct Row: Sendable, Hashable {
        package let anchor: String
        /// The text of its key column.
        package let title: String

        package init(anchor: String, title: String) {
            self.anchor = anchor
            self.title = title
        }
    }

    package init(target: MaterialIndex, manner: Manner, row: Row? = nil) {
        self.target = target
        self.manner = manner
        self.row = row
    }
}

/// Who refers to whom, seen from the other end.
package struct Backlinks: Sendable {
    /// A material that refers to the one asked about.
    package struct Backlink: Sendable, Hashable {
        package let source: MaterialIndex
        package let manner: Mention.Manner
        /// The row of a table in which it refers.
        package let row: Mention.Row?
    }

    private let incoming: PerMaterial<[Backlink]>
    private var log: ReadLog?

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> Backlinks {
        var backlinks = self
        backlinks.log = log
        return backlinks
    }

    /// - Parameter mentions: for each material the mentions in it; a double one and one of itself count not.
    /// O(mentions).
    package init(_ mentions: PerMaterial<[Mention]>) {
        var incoming = PerMaterial<[Backlink]>(repeating: [], count: mentions.count)
        for (source, found) in mentions.positioned {
            var seen: Set<Mention> = []
            for mention in found where mention.target != source && seen.insert(mention).inserted {
                incoming[mention.target].append(Backlink(source: source, manner: mention.manner, row: mention.row))
            }
        }
        self.incoming = incoming
    }

    /// All that refer to a material, in the order of the catalog.
    package func of(_ material: MaterialIndex) -> [Backlink] {
        log?.note(.backlinks(material))
        return incoming[material]
    }

    /// Materials that nothing refers to.
    package var orphans: [MaterialIndex] { incoming.indices.filter { incoming[$0].isEmpty } }
}

/// The references that a material's front matter makes.
package enum FieldMentions {
    /// One mention for each material that a field names.
    package static func of(_ material: Material, _ catalog: AlbumCatalog) -> [Mention] {
        let kind = catalog.kind(of: material)
        return material.fields.flatMap { field -> [Mention] in
            guard case .materials = field.value else { return [] }
            let inverse = kind.field(field.id)?.inverse
            return catalog.materials(namedBy: field.value).map {
                Mention(target: $0, manner: .field(field.id, inverse: inverse))
            }
        }
    }
}
