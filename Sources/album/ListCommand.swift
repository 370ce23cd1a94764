import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import SiteBuilder

/// The command `album list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Перечисляет материалы: идентификатор, вид, название; у черновика — «черновик».",
        discussion: """
            Примеры:
              album list
              album list --kind practice
              album list --region perm
              album list --format json          по объекту JSON в строке
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Только этот вид.")
    var kind: String?

    @Option(name: .long, help: "Только этот регион, если сайт собран из нескольких: id, название или id альбома.")
    var region: String?

    func validate() throws {
        if site.format != .text && site.format != .json {
            throw ValidationError("--format: у list есть text и json")
        }
    }

    func run() throws {
        let loaded = try site.loadedSite(site.fileSystem())
        let catalog = loaded.catalog
        let wanted = try kind.map { try NewCommand.kind($0, of: catalog.kinds, KindNames(catalog.kinds)).id }
        let place = try region.map { try Self.region($0, catalog) }
        for material in catalog.materials where wanted == nil || catalog.kind(of: material).id == wanted {
            if let place, !material.axes.contains(place), !catalog.wholeRegions(of: material).contains(place) {
                continue
            }
            if site.format == .json {
                Terminal.data(Self.line(material, catalog) + "\n")
                continue
            }
            let mark = material.isDraft ? "\tчерновик" : ""
            Terminal.data("\(material.id)\t\(catalog.kind(of: material).id)\t\(material.title)\(mark)\n")
        }
    }

    /// A material for machines; `root` and `regions` where the site consists of several albums.
    private static func line(_ material: Material, _ catalog: AlbumCatalog) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", material.id.rawValue)
            json.member("kind", catalog.kind(of: material).id.rawValue)
            json.member("title", material.title)
            json.member("url", material.address.text)
            json.member("draft", material.isDraft)
            if !catalog.schema.roots.isEmpty {
                json.key("root")
                if let root = catalog.schema.root(ofPath: material.path) {
                    json.string(root.rawValue)
                } else {
                    json.null()
                }
            }
            if catalog.regionAxis != nil {
                json.key("regions")
                json.strings(catalog.regions(of: material).map { catalog.schema.entry($0).id.rawValue })
            }
        }
        return json.text
    }

    /// The region that a text names; one that there is not is a fault of usage.
    static func region(_ text: String, _ catalog: AlbumCatalog) throws -> EntryReference {
        guard let position = catalog.schema.vocabulary("regions") else {
            throw ValidationError("--region: на этом сайте нет словаря регионов, content/vocabularies/regions.yml")
        }
        let regions = catalog.vocabularies[position]
        // The region's own names go first: a root of the same id may be of another region.
        let ofRoot = catalog.schema.roots.first { $0.id.rawValue == text }?.region
        let entry = try EntryOption.entry(
            text, "--region", regions, missing: "региона «\(text)» нет",
            otherwise: ofRoot.flatMap { regions.position(of: $0) })
        return EntryReference(vocabulary: position, entry: entry)
    }
}
