import Catalog

/// The album of a site of several that something sent in belongs to, by what it names.
///
/// A text for a material belongs where that is. Else its places decide (a region, a municipality, an organisation of a
/// region), else what one album alone has. Where it names those of several albums, or none, it is the site's own.
struct SharedHome {
    /// Nothing for the site's own content.
    let root: RootID?
    private let schema: Schema

    /// - Parameter belongsTo: the material that the text says to be for.
    init(_ sent: YAMLNode, _ kind: Kind, belongsTo: String?, _ schema: Schema) {
        self.schema = schema
        if let named = belongsTo, let root = schema.roots.first(where: { named.hasPrefix("\($0.id)/") }) {
            self.root = root.id
            return
        }
        var (places, others): (Set<RootID>, Set<RootID>) = ([], [])
        for pair in schema.roots.isEmpty ? [] : sent.pairs ?? [] {
            guard let position = kind.field(named: pair.key),
                let vocabulary = Self.vocabulary(of: kind.fields[position], schema)
            else { continue }
            for text in pair.value.items.compactMap(\.text) {
                guard case .one(let index) = vocabulary.resolve(SharedFields.oneLine(text)) else { continue }
                let entry = vocabulary.entries[index]
                if let root = Self.root(ofRegion: vocabulary.id == "regions" ? entry.id : entry.region, schema) {
                    places.insert(root)
                } else if let root = entry.root {
                    others.insert(root)
                }
            }
        }
        let found = places.isEmpty ? others : places
        root = found.count == 1 ? found.first : nil
    }

    /// A value as the album itself calls it: `perm.leninsky-mr` is `leninsky-mr` there.
    func own(_ text: String, of field: FieldDefinition) -> String {
        guard root != nil, let vocabulary = Self.vocabulary(of: field, schema),
            case .one(let index) = vocabulary.resolve(text), vocabulary.entries[index].root == root,
            vocabulary.entries[index].id.rawValue == text
        else { return text }
        return vocabulary.entries[index].ownID?.rawValue ?? text
    }

    /// A text whose line about the material that it is for names that as the album itself does.
    func own(_ body: String, belongsTo: String?) -> String {
        guard let root, let belongsTo, belongsTo.hasPrefix("\(root)/"),
            let range = body.firstRange(of: "[[\(belongsTo)")
        else { return body }
        return body.replacingCharacters(in: range, with: "[[" + belongsTo.dropFirst(root.rawValue.count + 1))
    }

    private static func vocabulary(of field: FieldDefinition, _ schema: Schema) -> Vocabulary? {
        switch field.type {
        case .reference(.vocabulary(let id)), .references(.vocabulary(let id)):
            schema.vocabulary(id).map { schema.vocabularies[$0] }
        default: nil
        }
    }

    /// The only album of a region.
    private static func root(ofRegion region: EntryID?, _ schema: Schema) -> RootID? {
        guard let region, case let roots = schema.roots.filter({ $0.region == region }), roots.count == 1 else {
            return nil
        }
        return roots[0].id
    }
}
