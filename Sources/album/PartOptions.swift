import AlbumModel
import ArgumentParser
import Catalog
import Diagnostics

/// The options of `album pack` that name a part of the site.
struct PartOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Только этот альбом с его главами; можно несколько раз.", valueName: "альбом"))
    var album: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только это направление; можно несколько раз.", valueName: "направление"))
    var direction: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("Только этот муниципалитет; можно несколько раз.", valueName: "муниципалитет"))
    var municipality: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только этот регион; можно несколько раз.", valueName: "регион"))
    var region: [String] = []

    var isEmpty: Bool { album.isEmpty && direction.isEmpty && municipality.isEmpty && region.isEmpty }

    /// The part that the names mean; one that means nothing, or several things, is a fault of usage.
    func part(of catalog: AlbumCatalog, _ configuration: Configuration) throws -> SitePart {
        let places = try municipality.map {
            try Self.entry($0, "--municipality", configuration.coverageRows, catalog)
        }
        let directions = try direction.map {
            try Self.entry($0, "--direction", configuration.coverageColumns, catalog)
        }
        let regions = try region.map { text in
            let found = try ListCommand.region(text, catalog)
            return SitePart.Choice.entry(
                catalog.vocabularies[found.vocabulary].id, catalog.schema.entry(found).id)
        }
        return SitePart(try album.map { try Self.album($0, catalog) } + directions + places + regions)
    }

    private static func album(_ text: String, _ catalog: AlbumCatalog) throws -> SitePart.Choice {
        let albums = catalog.materials.indices.filter { catalog.kind(of: catalog.materials[$0]).hasChapters }
        func told(_ materials: [MaterialIndex], _ separator: String) -> String {
            materials.map { "«\(catalog.materials[$0].title)» (\(catalog.materials[$0].id))" }
                .joined(separator: separator)
        }
        switch catalog.directory.resolve(text) {
        case .one(let index) where albums.contains(index):
            guard !catalog.materials[index].isDraft else {
                throw ValidationError("--album: «\(catalog.materials[index].title)» — черновик, его не раздают")
            }
            return .album(catalog.materials[index].id)
        case .several(let found):
            throw ValidationError("--album: «\(text)» — это и \(told(found, ", и "))")
        default:
            throw ValidationError("--album: альбома «\(text)» нет. Есть: \(told(Array(albums), ", "))")
        }
    }

    private static func entry(
        _ text: String, _ option: String, _ vocabulary: VocabularyID, _ catalog: AlbumCatalog
    ) throws -> SitePart.Choice {
        guard let position = catalog.schema.vocabulary(vocabulary) else {
            throw ValidationError("\(option): на этом сайте нет словаря content/vocabularies/\(vocabulary).yml")
        }
        let missing = "«\(text)» здесь нет"
        let entry = try EntryOption.entry(text, option, catalog.vocabularies[position], missing: missing)
        return .entry(vocabulary, catalog.vocabularies[position].entries[entry].id)
    }
}
