import ArgumentParser
import Catalog
import Diagnostics
import Files
import Foundation
import SiteBuilder

/// The options of `album pack` that choose a part of the site; several add up.
struct PartOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Только этот альбом; можно несколько раз.", valueName: "альбом"))
    var album: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только это направление; можно несколько раз.", valueName: "название"))
    var direction: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только этот муниципалитет; можно несколько раз.", valueName: "название"))
    var municipality: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только этот регион; можно несколько раз.", valueName: "название"))
    var region: [String] = []

    var isWhole: Bool { (album + direction + municipality + region).isEmpty }

    /// Builds the part into a folder of its own, which is gone afterwards.
    func withFolder(root: String, _ use: (String) throws -> Void) throws {
        let request = BuildRequest(
            root: try DiskFileSystem(root: root), parallel: .ofMachine,
            installedThemes: try InstalledThemes.fileSystem())
        let site = try SiteBuild.assemble(request)
        guard let files = site.files else {
            Terminal.note(DiagnosticPrinter(language: .ru).report(site.diagnostics))
            throw ExitStatus.contentErrors
        }
        let part = try part(of: files)
        guard !part.isEmpty else { throw ValidationError("таких материалов нет: копия была бы пустой") }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("album-part-\(UUID().uuidString)")
        // What cannot be removed is the system's to sweep.
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try part.write(to: folder.path)
        Terminal.message("материалов — \(report.materials)")
        if report.outwardLinks > 0 {
            Terminal.message(
                report.site.map { "ссылок за пределы копии — \(report.outwardLinks), они ведут на \($0)" }
                    ?? "ссылок за пределы копии — \(report.outwardLinks), они стали простым текстом: в album.yml не сказано url сайта"
            )
        }
        try use(folder.path)
    }

    private func part(of files: SiteFiles) throws -> SitePart {
        let catalog = files.catalog
        let chosen = [
            ("--direction", direction, files.directions), ("--municipality", municipality, files.municipalities),
            ("--region", region, catalog.schema.vocabulary("regions")),
        ]
        let entries = try chosen.flatMap { option, names, vocabulary in
            try names.map { try EntryOption.entry($0, option, vocabulary, catalog) }
        }
        return SitePart(
            files, entries: entries, albums: try album.map { try EntryOption.album($0, files.albums, catalog) })
    }
}
