import ArgumentParser
import Catalog
import Diagnostics
import Editor
import Files
import Preview
import SiteBuilder
import Starting

/// The command `album serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Собирает сайт, показывает его на этом компьютере и пересобирает при изменениях.",
        discussion: """
            Черновики и страницы с ошибками видны только здесь: в папку сайта ничего не
            публикуется. «Править» на странице материала открывает его форму, «Новый
            материал» начинает новый; сохранённое пишется в content/, набранное и прежние
            тексты хранит .album-work/. Ошибка показывается на своей странице, ошибка в
            album.yml, списках, видах и теме — на всех. Остановить — Ctrl+C.

            В пустой папке и в той, где лежат только списки, документы и снимки, открывается
            страница, на которой начинают новый альбом.

            Пример:
              album serve --port 8080
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "Порт на 127.0.0.1; занят — берётся следующий свободный; 0 — любой свободный.")
    var port: UInt16 = 8000

    @Flag(name: .customLong("no-open"), help: "Не открывать браузер.")
    var leavesBrowserClosed = false

    func run() async throws {
        let files = try site.fileSystem()
        let starter = try starter(for: files)
        let preview = LivePreview(session: String(UInt64.random(in: 0...UInt64.max), radix: 36))
        let interruptions = Interruption.stream()
        let themes = try InstalledThemes.fileSystem()
        let watcher = FolderWatcher(Self.sources(files, themes)) { [site] hindrance in
            if site.verbose { Terminal.message(Self.text(hindrance)) }
        }
        let build = PreviewBuild(site: site, files: files, themes: themes, preview: preview)
        let turns = build.turns()
        let desk = SiteDesk(
            root: files, token: Self.token(), make: { unsaved throws(FileError) in try build.site(with: unsaved) },
            saved: { turns.saved() })
        build.keep(desk)
        preview.editing { desk.edited($0) }
        let (server, address, announcement) = try openServer(preview, desk, starter, files)
        if starter == nil {
            turns.sourcesChanged(whileSaving: false)
        } else {
            preview.show(site: nil, notice: Self.noSite(address))
        }
        defer { withExtendedLifetime(announcement) {} }
        Terminal.message(address)
        if !leavesBrowserClosed { BrowserOpening.open(address) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { try await watcher.run { await aside { turns.sourcesChanged(whileSaving: desk.isBusy) } } }
            group.addTask { await Interruption.first(of: interruptions) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private static func noSite(_ address: String) -> LivePreview.Notice {
        LivePreview.Notice(
            language: .ru, title: "Здесь ещё нет альбома. Его начинают на странице:", text: address)
    }

    /// All that a site is made of, the albums among its roots too; hidden files count in the folder that goes to the site's
    /// root as it is.
    private static func sources(_ files: DiskFileSystem, _ themes: DiskFileSystem?) -> [FolderWatcher.Source] {
        [
            .file("\(files.root)/\(Configuration.path)"), .folder("\(files.root)/content"),
            .folder("\(files.root)/content/root", includesHidden: true), .folder("\(files.root)/themes"),
        ] + (themes.map { [.folder($0.root)] } ?? []) + roots(files)
    }

    /// What `album.yml` names as roots now; none while it is broken.
    private static func roots(_ files: DiskFileSystem) -> [FolderWatcher.Source] {
        let roots = (try? SiteFolder.read(files))?.configuration?.roots ?? []
        return roots.flatMap { root -> [FolderWatcher.Source] in
            let folder = "\(files.root)/\(root.folder.text)"
            let content = try? files.entry(SitePath(root.folder.text + "/content"))
            return [
                .file("\(folder)/\(Configuration.path)"), .folder(content == nil ? folder : folder + "/content"),
            ]
        }
    }

    /// The server, the address to begin with, and what tells other commands of it: where there is no site yet, the questions
    /// of a new one, and nothing is told before there is one.
    private func openServer(
        _ preview: LivePreview, _ desk: SiteDesk, _ starter: Starter?, _ files: DiskFileSystem
    ) throws -> (PreviewServer, address: String, Announcement) {
        // A folder of work that cannot be read is told of by the form.
        if let other = (try? WorkFolder(root: files.root).serverAddress()) ?? nil {
            Terminal.message("этот альбом уже открыт: \(other) — здесь он откроется ещё раз")
        }
        let announcement = Announcement(files)
        let room: any EditingDesk =
            starter.map { starter in
                StartingDesk(root: files, token: Self.token(), starter: starter, next: desk) { announcement.make() }
            } ?? desk
        let server = try openPort(preview, room)
        let origin = "http://127.0.0.1:\(server.port)"
        announcement.stands(at: origin)
        if starter == nil { announcement.make() }
        return (server, origin + (starter == nil ? "/" : StartingDesk.address), announcement)
    }

    /// Why changes are noticed later than they could be.
    private static func text(_ hindrance: FolderWatcher.Hindrance) -> String {
        let reason =
            switch hindrance {
            case .remote(let path, let type):
                "\(path): это сетевой или общий диск (\(type)), об изменениях он не сообщает"
            case .tooManyFolders: "следить за столькими папками система не даёт (fs.inotify.max_user_watches)"
            case .refused(let number):
                MachineMessage.text(FileError(.list, "слежение за папками", .system(number)), .ru)
            }
        return reason + "; файлы просматриваются трижды в секунду"
    }

    /// What a new site is made of, where the folder holds nothing but papers; one of other things is probably the wrong one.
    private func starter(for files: DiskFileSystem) throws -> Starter? {
        guard try files.entry(SitePath(Configuration.path)) == nil else { return nil }
        if let folder = try InstalledFolder.named("starter") {
            let starter = try Starter(folder)
            switch try NewTree.obstacle(in: files.root, to: starter.topNames, beside: .papers) {
            case nil: return starter
            // A folder of other things: the way to a site or to a new one is told.
            case .overwritten?, .other?: break
            }
        }
        site.report(
            [Diagnostic(.missingConfiguration, at: SourceLocation(path: Configuration.path))], language: .ru)
        throw ExitStatus.usage
    }

    /// 256 bits of chance, as the system gives them.
    private static func token() -> String {
        (0..<4).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }.joined()
    }

    private func openPort(_ preview: LivePreview, _ desk: any EditingDesk) throws -> PreviewServer {
        do throws(PreviewServer.PortFault) {
            let server = try PreviewServer(preview: preview, desk: desk, port: port)
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
