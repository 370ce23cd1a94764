import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Files
import SiteBuilder

/// The command `album list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Перечисляет материалы: идентификатор, вид, название.",
        discussion: """
            Примеры:
              album list
              album list --kind practice
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Только этот вид.")
    var kind: String?

    func run() throws {
        let loaded = try site.loadedSite(site.fileSystem())
        let catalog = loaded.catalog
        let wanted = try kind.map { try NewCommand.kind($0, of: catalog.kinds, KindNames(catalog.kinds)).id }
        for material in catalog.materials where wanted == nil || catalog.kind(of: material).id == wanted {
            Terminal.data("\(material.id)\t\(catalog.kind(of: material).id)\t\(material.title)\n")
        }
    }
}
