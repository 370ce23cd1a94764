import Catalog
import Diagnostics
import Formats

/// Documents that stand on a site twice: one number, one day, and the same offices.
///
/// Offices number their papers each for itself, so that number and day alone may be those of two; of two that agree in who
/// issued them, fields of vocabularies with sorts of organisations, a citation would mean either.
package enum SameDocuments {
    private struct Name: Hashable {
        let root: RootID?
        let number: String
        let date: CalendarDate
        let offices: [[EntryReference]]
    }

    /// At each of them, since nobody can tell which was recorded by mistake; in the order of the catalog, O(materials).
    package static func diagnostics(_ catalog: AlbumCatalog) -> [Diagnostic] {
        let named = catalog.materials.indices.map { ($0, name(of: catalog.materials[$0], catalog)) }
        let byName = Dictionary(grouping: named.filter { $1 != nil }, by: \.1).mapValues { $0.map(\.0) }
        return named.flatMap { index, name in
            (name.flatMap { byName[$0] } ?? []).filter { $0 != index }.prefix(1).map { other in
                Diagnostic(
                    .sameDocument, [catalog.materials[other].title],
                    at: location(of: catalog.materials[index], catalog),
                    related: [location(of: catalog.materials[other], catalog)])
            }
        }
    }

    private static func name(of material: Material, _ catalog: AlbumCatalog) -> Name? {
        let kind = catalog.kind(of: material)
        guard let citation = kind.roles.citation, case .text(let number)? = material[citation.number],
            let date = Citations.date(material[citation.date])
        else { return nil }
        let offices = kind.fields.filter { field in
            let vocabulary = field.type.vocabulary.flatMap { catalog.schema.vocabulary($0) }
            return vocabulary.map { !catalog.schema.vocabularies[$0].sorts.isEmpty } ?? false
        }
        return Name(
            root: catalog.schema.root(ofPath: material.path), number: Citations.normalised(Array(number.utf8)),
            date: date, offices: offices.map { material.entries($0.id) })
    }

    private static func location(of material: Material, _ catalog: AlbumCatalog) -> SourceLocation {
        let number = catalog.kind(of: material).roles.citation?.number
        let range = material.fields.first { $0.id == number }?.range
        return SourceLocation(path: "content/" + material.path, range: range ?? 0..<0)
    }
}
