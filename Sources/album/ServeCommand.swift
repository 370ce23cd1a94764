import ArgumentParser
import Catalog
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
            Черновики и страницы с ошибками видны только здесь: в папку public ничего не пишется.
            Ошибка показывается на своей странице, ошибка в album.yml, списках, видах и теме — на всех.
            Остановить — Ctrl+C.

            Пример:
              album serve --port 8080
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Порт на 127.0.0.1; занят — берётся следующий свободный; 0 — любой свободный.")
    var port: UInt16 = 8000

    func run() async throws {
        let files = try site.fileSystem()
        try requireConfiguration(files)
        let preview = LivePreview(session: String(UInt64.random(in: 0...UInt64.max), radix: 36))
        let server = try openPort(preview)
        let interruptions = Interruption.stream()
        let scratch = try PrivateFolder()
        let build = PreviewBuild(site: site, files: files, output: scratch.path + "/site", preview: preview)
        let watcher = FolderWatcher(Self.sources(files, try InstalledThemes.fileSystem())) { [site] hindrance in
            if site.verbose { Terminal.message(Self.text(hindrance)) }
        }
        build.run()
        Terminal.message("http://127.0.0.1:\(server.port)/")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { try await watcher.run { build.run() } }
            group.addTask { await Interruption.first(of: interruptions) }
            defer { group.cancelAll() }
            do {
                try await group.next()
            } catch {
                // Drafts must not stay behind, whatever ended it.
                try scratch.remove()
                throw error
            }
        }
        try scratch.remove()
    }

    /// All that a site is made of; hidden files count in the folder that goes to the site's root as it is.
    private static func sources(_ files: DiskFileSystem, _ themes: DiskFileSystem?) -> [FolderWatcher.Source] {
        [
            .file("\(files.root)/\(Configuration.path)"), .folder("\(files.root)/content"),
            .folder("\(files.root)/content/root", includesHidden: true), .folder("\(files.root)/themes"),
        ] + (themes.map { [.folder($0.root)] } ?? [])
    }

    /// Why changes are noticed later than they could be.
    private static func text(_ hindrance: FolderWatcher.Hindrance) -> String {
        switch hindrance {
        case .remote(let path, let type):
            "\(path): это сетевой или общий диск (\(type)), об изменениях он не сообщает: файлы просматриваются трижды "
                + "в секунду"
        case .refused(let number):
            MachineMessage.text(FileError(.list, "слежение за папками", .system(number)), .ru)
                + ": файлы просматриваются трижды в секунду"
        }
    }

    /// A folder without `album.yml` is probably the wrong one: nothing to wait for.
    private func requireConfiguration(_ files: DiskFileSystem) throws {
        guard try files.entry(SitePath(Configuration.path)) == nil else { return }
        site.report(
            [Diagnostic(.missingConfiguration, at: SourceLocation(path: Configuration.path))], language: .ru)
        throw ExitStatus.usage
    }

    private func openPort(_ preview: LivePreview) throws -> PreviewServer {
        do throws(PreviewServer.PortFault) {
            let server = try PreviewServer(preview: preview, port: port)
            if port != 0, server.port != port {
                Terminal.message("порт \(port) занят: сайт откроется на порту \(server.port)")
            }
            return server
        } catch {
            switch error {
            case .taken:
                Terminal.message("порт \(port) и следующие за ним заняты: запустите album serve --port 0")
            case .refused(let number):
                let reason = MachineMessage.text(FileError(.read, "порт \(port)", .system(number)), .ru)
                Terminal.message("\(reason); запустите album serve --port 0")
            }
            throw ExitStatus.usage
        }
    }
}

/// Builds the site for the preview, drafts and faults included, and shows it with what no page tells.
struct PreviewBuild: Sendable {
    let site: SiteOptions
    let files: DiskFileSystem
    /// The folder of the built site.
    let output: String
    let preview: LivePreview

    /// Builds; what goes wrong is told in the terminal and on the pages, and the site of before stays.
    func run() {
        do throws(FileError) {
            let isShown = preview.hasSite
            let report = try SiteBuild.run(try request(keepingFormer: isShown))
            site.report(report.diagnostics, language: report.language)
            if let summary = report.summary, !site.quiet {
                Terminal.message(BuildSummaryText.text(summary, report.language, verbose: site.verbose))
            }
            let built = report.summary == nil ? nil : try DiskFileSystem(root: output)
            preview.show(site: built, fault: fault(of: report, isShown: isShown))
        } catch {
            let text = MachineMessage.text(error, .ru)
            Terminal.message("сборка не удалась: \(text)")
            preview.show(site: nil, fault: LivePreview.Fault(title: "Сборка не удалась.", text: text))
        }
    }

    private func request(keepingFormer isShown: Bool) throws(FileError) -> BuildRequest {
        BuildRequest(
            root: files, parallel: site.parallel, edition: site.editionDate, isLenient: true, includesDrafts: true,
            needsSoundSite: isShown, output: output, installedThemes: try InstalledThemes.fileSystem())
    }

    /// The faults that no page shows by itself: those of the whole site, and all where nothing was built.
    private func fault(of report: BuildReport, isShown: Bool) -> LivePreview.Fault? {
        let isBuilt = report.summary != nil
        let faults = report.diagnostics.filter { isBuilt ? SiteFault.isOne($0) : $0.severity == .error }
        guard !faults.isEmpty else { return nil }
        let title =
            switch (isBuilt, isShown, report.language) {
            case (true, _, .ru): "Эти ошибки касаются всего сайта. Исправьте их и сохраните файл:"
            case (true, _, .en): "These errors concern the whole site. Correct them and save the file:"
            case (false, true, .ru): "Показан сайт, каким он был до этой ошибки. Исправьте её и сохраните файл:"
            case (false, true, .en): "This is the site as it was before this error. Correct it and save the file:"
            case (false, false, .ru): "Сайта ещё нет: мешает ошибка. Исправьте её и сохраните файл:"
            case (false, false, .en): "There is no site yet because of an error. Correct it and save the file:"
            }
        return LivePreview.Fault(title: title, text: DiagnosticPrinter(language: report.language).report(faults))
    }
}
