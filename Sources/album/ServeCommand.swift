import ArgumentParser
import Diagnostics
import Files
import Preview
import SiteBuilder

/// The command `album serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Собирает сайт, показывает его на этом компьютере и пересобирает при изменениях.",
        discussion: """
            Страница с ошибкой показывается вместе с ошибкой. Остановить — Ctrl+C.

            Пример:
              album serve --port 8080
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Порт на 127.0.0.1; 0 — любой свободный.")
    var port: UInt16 = 8000

    func run() async throws {
        let files = try site.fileSystem()
        let output = try SiteFolder.output(root: site.root)
        let reload = LiveReload()
        try build(files)
        let server = PreviewServer(site: try DiskFileSystem(root: output), port: port, reload: reload)
        let watcher = FolderWatcher(folders: try watched(files))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                let port = try await server.port()
                Terminal.message("http://127.0.0.1:\(port)/")
                try await watcher.run {
                    do {
                        try build(files)
                    } catch {
                        Terminal.message("сборка не удалась: \(error)")
                    }
                    reload.siteWasRebuilt()
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func watched(_ files: DiskFileSystem) throws -> [any FileSystem] {
        try ["content", "themes"].compactMap { name in
            let path = try SitePath(name)
            return try files.entry(path) == nil ? nil : try DiskFileSystem(root: files.absolutePath(path))
        }
    }

    private func build(_ files: DiskFileSystem) throws {
        let request = BuildRequest(
            root: files, parallel: site.parallel, edition: site.editionDate, isLenient: true, includesDrafts: true,
            installedThemes: try InstalledThemes.fileSystem())
        let report = try SiteBuild.run(request)
        site.report(report.diagnostics, language: report.language)
        if let summary = report.summary, !site.quiet {
            Terminal.message(BuildSummaryText.text(summary, report.language, verbose: site.verbose))
        }
    }
}
