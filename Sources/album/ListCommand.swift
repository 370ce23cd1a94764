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
        if let kind, catalog.schema.kind(KindID(kind)) == nil {
            let known = catalog.kinds.map(\.id.rawValue).joined(separator: ", ")
            throw ValidationError("вида «\(kind)» нет; есть: \(known)")
        }
        for material in catalog.materials where kind == nil || catalog.kind(of: material).id.rawValue == kind {
            Terminal.data("\(material.id)\t\(catalog.kind(of: material).id)\t\(material.title)\n")
        }
    }
}
