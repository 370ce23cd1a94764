import ArgumentParser
import Diagnostics
import Files
import Mending
import SiteBuilder

/// The command `album check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Проверяет материалы и ничего не публикует.",
        discussion: """
            Кроме ошибок называет и то, чего материалу недостаёт: разделы, таблицы, ссылки
            на него.

            Примеры:
              album check
              album check --strict
              album check --format sarif > album.sarif
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var cache: CacheOptions

    func run() throws {
        let root = try site.fileSystem()
        let request = BuildRequest(
            root: root, parallel: site.parallel, edition: site.editionDate, isStrict: site.strict,
            installedThemes: try InstalledThemes.fileSystem(), store: cache.store(of: root))
        let report = try SiteBuild.check(request)
        site.report(report.diagnostics, language: report.language)
        if report.diagnostics.isEmpty, !site.quiet, site.format == .text { Terminal.message("Замечаний нет.") }
        if !site.quiet, site.format == .text, report.diagnostics.contains(where: { Fix.codes.contains($0.code.name) }) {
            Terminal.message("Часть этого может исправить album fix; что изменится, покажет album fix --dry-run")
        }
        try site.fail(on: report.diagnostics)
    }
}
