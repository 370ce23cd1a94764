import AlbumModel
import Bodies
import Catalog
import Diagnostics
import Languages

/// What is wrong in materials that are not published: told, and no reason to publish nothing.
///
/// A methodist saves a draft as it is, with a date that is none and a section that is empty; nobody else's material may
/// wait for it. Three sorts of faults are about the site all the same: where it is not sure that the material is a draft
/// (front matter that cannot be read, a field `draft` that says neither yes nor no), and where it takes the place of another.
enum DraftFaults {
    private static let ofSite: Set<DiagnosticCode> = [.duplicateID, .collidingAddress, .unclearDraft]
    private static let ofField: Set<DiagnosticCode> = [.wrongType, .duplicateKey]

    /// The diagnostics, those of drafts marked as such: of their texts, their tables and the files that only they show.
    static func marked(_ diagnostics: [Diagnostic], _ album: Album, _ site: LoadedSite) -> [Diagnostic] {
        let published = Set(album.published)
        let drafts = site.catalog.materials.indices.filter { !published.contains($0) }
        guard !drafts.isEmpty, !diagnostics.isEmpty else { return diagnostics }
        var files = Set(drafts.flatMap { self.files(of: $0, album, site) })
        for index in album.published { files.subtract(self.files(of: index, album, site)) }
        let texts = Dictionary(drafts.map { (site.origins[$0].path, $0) }) { first, _ in first }
        return diagnostics.map { diagnostic in
            if files.contains(diagnostic.location.path) { return diagnostic.ofDraft() }
            guard let index = texts[diagnostic.location.path], !ofSite.contains(diagnostic.code),
                !(ofField.contains(diagnostic.code) && names(diagnostic, CoreField.draft, of: index, site.catalog))
            else { return diagnostic }
            return diagnostic.ofDraft()
        }
    }

    private static func names(
        _ diagnostic: Diagnostic, _ field: FieldID, of index: MaterialIndex, _ catalog: AlbumCatalog
    ) -> Bool {
        let kind = catalog.kind(of: catalog.materials[index])
        let label = kind.fields.first { $0.id == field }?.label
        return diagnostic.arguments.first.map { [field.rawValue, label].contains($0) } ?? false
    }

    private static func files(of index: MaterialIndex, _ album: Album, _ site: LoadedSite) -> [String] {
        let tables = site.catalog.materials[index].tableFiles.map(\.path)
        return (tables + Array(album.files(of: index))).map { "content/" + $0 }
    }
}
