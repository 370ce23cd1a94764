import Catalog
import Diagnostics

/// Which documents are no longer in force, and what repealed them: what both ends say, seen from either.
package struct Lifecycle: Sendable {
    private let catalog: AlbumCatalog
    /// What repeals each document that is repealed by something known.
    private let repealing: [MaterialIndex: [MaterialIndex]]
    private var log: ReadLog?

    /// The same as a page reads it.
    package func read(_ log: ReadLog) -> Lifecycle {
        var lifecycle = self
        lifecycle.log = log
        return lifecycle
    }

    /// - Parameter published: a draft repeals nothing.
    package init(_ catalog: AlbumCatalog, published: [MaterialIndex]) {
        self.catalog = catalog
        var found: [MaterialIndex: [MaterialIndex]] = [:]
        func add(_ later: MaterialIndex, repeals earlier: MaterialIndex) {
            if later != earlier, found[earlier]?.contains(later) != true { found[earlier, default: []].append(later) }
        }
        for index in published {
            let material = catalog.materials[index]
            guard let roles = catalog.kind(of: material).roles.lifecycle else { continue }
            for earlier in catalog.materials(namedIn: roles.repeals, of: material) { add(index, repeals: earlier) }
            for later in catalog.materials(namedIn: roles.repealedBy, of: material) { add(later, repeals: index) }
        }
        repealing = found
    }

    /// What repealed a document, in the order of the catalog; empty when nothing known did.
    package func repealing(_ document: MaterialIndex) -> [MaterialIndex] {
        log?.note(.lifecycle(document))
        return (repealing[document] ?? []).sorted()
    }

    /// Whether a document is no longer in force: it says so, or another one does.
    package func isRepealed(_ document: MaterialIndex) -> Bool {
        log?.note(.lifecycle(document))
        if repealing[document] != nil { return true }
        let material = catalog.materials[document]
        guard let roles = catalog.kind(of: material).roles.lifecycle,
            case .choice(let id, _)? = material[roles.status]
        else { return false }
        return id == roles.repealed
    }

    /// Whether a document says that it is not yet in force.
    package func isPending(_ document: MaterialIndex) -> Bool {
        log?.note(.lifecycle(document))
        let material = catalog.materials[document]
        guard let roles = catalog.kind(of: material).roles.lifecycle, let pending = roles.pending,
            case .choice(let id, _)? = material[roles.status]
        else { return false }
        return id == pending
    }

    /// Whether a document says that it is in force, and nothing repeals it.
    package func isInForce(_ document: MaterialIndex) -> Bool {
        if isRepealed(document) { return false }
        let material = catalog.materials[document]
        guard let roles = catalog.kind(of: material).roles.lifecycle, let inForce = roles.inForce,
            case .choice(let id, _)? = material[roles.status]
        else { return false }
        return id == inForce
    }

    /// «утратил силу»: how the kind of a document words it.
    package func wording(of document: MaterialIndex) -> String? {
        log?.note(.lifecycle(document))
        let kind = catalog.kind(of: catalog.materials[document])
        guard let roles = kind.roles.lifecycle, case .choice(let choices)? = kind.field(roles.status)?.type else {
            return nil
        }
        return choices.first { $0.id == roles.repealed }?.label
    }

    /// What an editor is told of one material: it rests on what is repealed, or calls itself in force though repealed.
    package func diagnostics(of index: MaterialIndex) -> [Diagnostic] {
        let material = catalog.materials[index]
        // What is over may rest on what is over.
        guard !isRepealed(index) else { return contradictions(of: index) }
        let kind = catalog.kind(of: material)
        return material.fields.flatMap { field -> [Diagnostic] in
            guard kind.field(field.id)?.isBasis == true, case .materials(let names) = field.value else { return [] }
            var seen: Set<MaterialIndex> = []
            return names.compactMap { name in
                guard let target = catalog.directory.target(of: name), isRepealed(target), seen.insert(target).inserted
                else { return nil }
                return Diagnostic(
                    .restsOnRepealed, [catalog.materials[target].title],
                    at: SourceLocation(path: "content/" + material.path, range: name.range),
                    candidates: repealing(target).map { catalog.materials[$0].id.rawValue })
            }
        }
    }

    private func contradictions(of index: MaterialIndex) -> [Diagnostic] {
        let material = catalog.materials[index]
        guard let roles = catalog.kind(of: material).roles.lifecycle,
            let field = material.fields.first(where: { $0.id == roles.status }),
            case .choice(let id, let label) = field.value, id != roles.repealed, !material.isDefault(field),
            let later = repealing(index).first
        else { return [] }
        return [
            Diagnostic(
                .contradictingStatus, [label, catalog.materials[later].title],
                at: SourceLocation(path: "content/" + material.path, range: field.range))
        ]
    }
}
