import ArgumentParser
import Bodies
import Catalog
import Editing
import Files
import SiteBuilder

/// What `album new --from` begins with: a material that is there, for a place and years of one's own.
struct AdaptedMaterial {
    let loaded: LoadedSite
    let files: DiskFileSystem
    let source: Material
    let kind: Kind

    /// - Parameter name: as an editor names a material: its id, the last part of it, its title.
    init(_ name: String, _ loaded: LoadedSite, _ files: DiskFileSystem) throws {
        let catalog = loaded.catalog
        switch catalog.directory.resolve(name) {
        case .one(let index): source = catalog.materials[index]
        case .several(let found):
            let ids = found.map { catalog.materials[$0].id.rawValue }.joined(separator: ", ")
            throw ValidationError("«\(name)» — это несколько материалов: \(ids)")
        case .none:
            let near = catalog.directory.suggestions(for: name)
            let hint = near.isEmpty ? "все перечисляет album list" : "похожие: \(near.joined(separator: ", "))"
            throw ValidationError("материала «\(name)» нет; \(hint)")
        }
        kind = catalog.kind(of: source)
        guard kind.adapting != nil else {
            let fitting = catalog.kinds.filter { $0.adapting != nil }.map(\.name.one)
            let hint =
                fitting.isEmpty ? "ни у одного вида его нет" : "он есть у видов: \(fitting.joined(separator: ", "))"
            throw ValidationError(
                "«\(source.title)» не предназначен для адаптации: у вида «\(kind.name.one)» нет ключа adaptable; \(hint)"
            )
        }
        (self.loaded, self.files) = (loaded, files)
    }

    /// The entry that a person names as one's own place.
    func place(_ name: String) throws -> VocabularyEntry {
        let places = loaded.configuration.coverageRows
        guard let vocabulary = loaded.catalog.vocabulary(places) else {
            throw ValidationError("словаря «\(places)» нет: --municipality не к чему отнести")
        }
        switch vocabulary.resolve(name) {
        case .one(let entry): return vocabulary.entries[entry]
        case .several(let entries):
            let names = entries.map { vocabulary.entries[$0].distinctName }.joined(separator: ", ")
            throw ValidationError("«\(name)» — это несколько записей: \(names)")
        case .none:
            let likely = vocabulary.suggestions(for: name)
            let hint = likely.isEmpty ? "" : "; возможно: \(likely.joined(separator: ", "))"
            throw ValidationError(
                "«\(name)» нет в словаре «\(vocabulary.title)»\(hint). Если такого там и правда нет, допишите в "
                    + "\(vocabulary.path): \(vocabulary.entryLine(for: name).drop { $0 == " " })")
        }
    }

    /// The copy.
    func adaptation(_ wish: Adaptation.Wish) throws -> Adaptation {
        // A material of a root stands elsewhere on the disk.
        let content = loaded.content
        let text: EditableMaterial
        do {
            text = try EditableMaterial(
                try content.read(SitePath(source.path)), path: source.path, loaded.catalog.schema)
        } catch is EditableMaterial.Refusal {
            let shown = loaded.sourceMap.shown("content/" + source.path)
            throw ValidationError("файл \(shown) не разобран: исправьте его по album check")
        }
        var tables: [Adaptation.TableFile] = []
        for file in source.tableFiles {
            let path = try SitePath(file.path)
            guard try content.entry(path) != nil else { continue }
            tables.append((kind.tables[file.definition], "content/" + path.text, try content.read(path)))
        }
        return Adaptation(
            of: text, source.id, wish, loaded.catalog.schema, places: loaded.configuration.coverageRows,
            edition: loaded.configuration.edition, tables: tables)
    }
}
