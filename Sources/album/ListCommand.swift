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
        var clock = StageClock()
        let (loaded, diagnostics) = try LoadedSite.load(
            try site.fileSystem(), .init(parallel: site.parallel, edition: site.editionDate), clock: &clock)
        guard let loaded else {
            site.report(diagnostics, language: .ru)
            throw ExitStatus.usage
        }
        let catalog = loaded.catalog
        let wanted = try kind.map { try NewCommand.kind($0, of: catalog.kinds, KindNames(catalog.kinds)).id }
        for material in catalog.materials where wanted == nil || catalog.kind(of: material).id == wanted {
            Terminal.data("\(material.id)\t\(catalog.kind(of: material).id)\t\(material.title)\n")
        }
    }
}
