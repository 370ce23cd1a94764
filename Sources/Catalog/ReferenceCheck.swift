import Diagnostics

/// What is wrong with the names of materials in fields and cells, told once all materials are known.
package struct ReferenceCheck: Sendable {
    let schema: Schema
    let directory: MaterialDirectory

    package init(_ catalog: AlbumCatalog) {
        schema = catalog.schema
        directory = catalog.directory
    }

    /// What is wrong with the names in the fields of a material.
    package func diagnostics(_ material: Material) -> [Diagnostic] {
        let source = directory.position(ofPath: material.path)
        let found = material.fields.flatMap { diagnostics($0.value, in: "content/" + material.path, of: source) }
        // A draft is known to be unfinished.
        return material.isDraft ? found.filter { !DiagnosticCode.ofReadersWay.contains($0.code) } : found
    }

    /// What is wrong with a value's names, which stand in the file at a path.
    ///
    /// One that stands twice counts once, which is told. O(names).
    /// - Parameter source: the material that has the value.
    package func diagnostics(_ value: FieldValue?, in path: String, of source: MaterialIndex?) -> [Diagnostic] {
        guard case .materials(let names)? = value else { return [] }
        var found: Set<MaterialIndex> = []
        return names.compactMap { name in
            let place = SourceLocation(path: path, range: name.range)
            guard let target = directory.target(of: name) else {
                return name.isUncertain ? nil : unknown(name, of: source, at: place)
            }
            let isNew = found.insert(target).inserted
            return isNew || name.isUncertain ? nil : Diagnostic(.doubledValue, [name.text], at: place)
        }
    }

    /// Nothing where the name is right in the root, whose page the whole site leaves out.
    private func unknown(_ name: MaterialName, of source: MaterialIndex?, at place: SourceLocation) -> Diagnostic? {
        let (text, directory) = (name.text, directory)
        if let withdrawn = directory.withdrawn(text, kind: name.kind, from: name.root) {
            return directory.diagnostic(withdrawn, named: text, by: source, at: place) {
                directory.listings[$0].id.rawValue
            }
        }
        switch directory.resolve(text, kind: name.kind, from: name.root) {
        case .one(let hidden): return Diagnostic(.linkToDraft, [directory.listings[hidden].title], at: place)
        case .several(let indices):
            return Diagnostic(
                .ambiguousReference, [text], at: place,
                candidates: indices.map { directory.listings[$0].id.rawValue })
        case .none:
            if directory.isLeftOut(text, from: name.root) { return nil }
            if let kind = name.kind, case .one(let other) = directory.resolve(text, from: name.root) {
                let names = [directory.listings[other].kind, kind].map { schema.kinds[$0].name.one }
                return Diagnostic(.otherKind, [text] + names, at: place)
            }
            return directory.unknown(text, kind: name.kind).diagnostic(at: place)
        }
    }
}
