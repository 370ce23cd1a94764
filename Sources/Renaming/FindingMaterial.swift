import Catalog
import Diagnostics
import SiteBuilder

extension Renaming {
    /// The material that a person names: by a path from the site or from `content/`, with or without its end, by id or title.
    func material(named written: String) throws(RenamingError) -> Material {
        let material = try found(written)
        guard let id = survey.catalog.schema.root(ofPath: material.path),
            let root = survey.catalog.schema.roots.first(where: { $0.id == id })
        else { return material }
        throw .refused(.materialOfRoot(id, root.folder.text))
    }

    private func found(_ written: String) throws(RenamingError) -> Material {
        let directory = survey.catalog.directory
        let path = written.hasPrefix("content/") ? String(written.dropFirst("content/".count)) : written
        if let index = directory.position(ofPath: path) ?? directory.position(ofPath: path + ".md") {
            return survey.catalog.materials[index]
        }
        switch directory.resolve(path) {
        case .one(let index): return survey.catalog.materials[index]
        case .several(let found):
            throw .refused(.severalMaterials(written, found.map { directory.listings[$0].id.rawValue }))
        case .none: throw .refused(.noMaterial(written, directory.suggestions(for: path)))
        }
    }
}
