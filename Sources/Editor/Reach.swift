import Catalog

/// The fields by which a material that names no municipality is said to be of all of a region (``Kind/bindingLevels``).
///
/// Nobody looks for them among the fields that are folded away, and without them it is on the page of none.
struct Reach {
    /// Empty for kinds whose materials are of nobody whom they do not name.
    var fields: Set<FieldID> = []
    /// The names of those levels.
    var levels: [String] = []

    init() {}

    init(_ kind: Kind, _ schema: Schema) {
        guard let field = kind.field(CoreField.level), case .reference(.vocabulary(let id)) = field.type,
            let vocabulary = schema.vocabulary(id).map({ schema.vocabularies[$0] })
        else { return }
        levels = vocabulary.entries.filter { kind.bindingLevels.contains($0.id) }.map(\.name)
        guard !levels.isEmpty else { return }
        fields = [CoreField.level]
        // Of one region nobody has to say which.
        let regions = schema.vocabulary(RegionAxis.vocabulary).map { schema.vocabularies[$0].entries.count } ?? 0
        if regions > 1 { fields.insert(CoreField.region) }
    }
}
