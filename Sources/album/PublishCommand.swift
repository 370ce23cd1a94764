import ArgumentParser
import Catalog
import Diagnostics
import Files
import Packaging
import SiteBuilder

/// The command `album publish`.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Публикует собранный сайт: новое издание рядом с прежними.",
        discussion: """
            В папке веб-сервера лежат издания (editions/…) и ссылка current на то из них,
            которое видят читатели. Ссылка переключается одним шагом: прерванная
            публикация оставляет прежнее издание. Что не изменилось, места не занимает.
            Правила для сервера — куда вести с прежних адресов и что снято — лежат в самом
            издании: current/.server/nginx.conf и apache.conf. Когда они стали другими, об
            этом сказано: сервер читает их заново по nginx -s reload.
            Адреса записываются в addresses.tsv рядом с album.yml: сборка, которая потеряет
            один из них, остановится и скажет, что делать.

            Опечатку можно исправить и в издании того же дня: публикуется новое, а день
            у обоих один, и по нему их не различить — об этом будет сказано. День
            издания — edition в album.yml или album build --edition ДЕНЬ.

            Вернуть прежнее издание: album rollback. С --keep остаются показанное издание,
            те, что читатели видели перед ним, и последние из прочих.

            Примеры:
              album publish /srv/album
              album publish /srv/album --keep 10 --precompress
            """)

    @OptionGroup var root: RootOption

    @Argument(help: "Папка веб-сервера; его корень — current в ней.")
    var folder: String

    @Option(name: .long, help: "Собранный сайт; по умолчанию — папка output из album.yml.")
    var site: String?

    @Option(name: .long, help: "Сколько изданий хранить.")
    var keep = 5

    @Flag(name: .long, help: "Положить рядом с текстами их сжатые копии: .gz и .br.")
    var precompress = false

    func validate() throws {
        if keep < 1 { throw ValidationError("--keep: нужно число от 1") }
    }

    func run() throws {
        let built = try site ?? SiteFolder.output(root: root.path)
        guard SiteFolder.isThere(built) else {
            Terminal.message("\(built): сайт ещё не собран — сначала album build")
            throw ExitStatus.usage
        }
        let parallel = Parallel.ofMachine
        let home = try home(of: built)
        let withdrawn = try home.map { try LedgerFile.withdrawn(root: $0) } ?? []
        let report = try Publication.publish(
            site: built, in: folder, keeping: keep, compresses: precompress, withdrawn: withdrawn
        ) { (files, work) throws(FileError) in
            try parallel.forEach(files, grain: 8) { _, file throws(FileError) in try work(file) }
        }
        if let home {
            try SiteFolder.tellStale(built, home, next: "album publish")
            // A build holds it against the day of its edition.
            let told = try SiteFolder.read(home).configuration?.securityDiagnostic(on: Today.day())
            if let told { Terminal.note(DiagnosticPrinter(language: .ru).report([told])) }
        }
        let edition = "\(folder): издание \(report.edition.text)"
        if !report.wasThere {
            Terminal.message("\(edition), файлов — \(report.fileCount)")
            if let told = Self.sameDay(report.edition, after: report.before) { Terminal.message(told) }
            if let damaged = report.damaged {
                Terminal.message("  издание \(damaged.text) того же сайта повреждено: вместо него показано новое")
            }
        } else if let before = report.before {
            Terminal.message("\(edition) уже было опубликовано и снова показано (было \(before.text))")
        } else {
            Terminal.message("\(edition) уже опубликовано")
        }
        if let home {
            try Self.tellBooks(of: built, home)
            try LedgerFile.record(site: built, root: home)
        }
        if report.changesRules { Terminal.message(Self.otherRules) }
        for edition in report.removed { Terminal.message("  удалено издание \(edition.text)") }
    }
}

extension PublishCommand {
    /// What is told of an edition whose day is not later than that of the one that readers had: a correction of the same day is
    /// right, and nobody tells it from what it corrects.
    static func sameDay(_ edition: EditionName, after before: EditionName?) -> String? {
        guard let before, edition.day <= before.day else { return nil }
        let way =
            "чтобы отличались — новый день: edition в album.yml или album build --edition ДЕНЬ, затем album publish"
        let what =
            edition.day == before.day
            ? "тот же, что у прежнего (\(before.text)): читатели и копии не узнают по нему, что оно новее"
            : "раньше, чем у прежнего (\(before.text)): читатели и копии сочтут новее прежнее"
        return "  день издания \(what); \(way)"
    }

    /// Tells of books that readers have had and that are not in what is published now.
    private static func tellBooks(of built: String, _ home: DiskFileSystem) throws {
        let files = try DiskFileSystem(root: built)
        let edition = Set(try Verify.manifest(of: files).entries.map { SiteAddress($0.path.text) })
        let moves = try EditionFile.read(files).moves.map { (from: SiteAddress($0.from), to: SiteAddress($0.to)) }
        let lost = try LedgerFile.unmadeBooks(in: edition, moves: moves, root: home).map(\.text)
        if lost.isEmpty { return }
        Terminal.message(
            Terminal.printable(
                "  книг, которые читатели скачивали, в этом издании нет — \(lost.joined(separator: ", ")): соберите с ними "
                    + "(album build --books) и опубликуйте ещё раз, или снимите адреса: album retire "
                    + lost.joined(separator: " ")))
    }

    /// What is to be done where a web server that shows the folder has read the rules of another edition.
    static let otherRules =
        "  правила с прежних и снятых адресов у этого издания другие: чтобы сервер прочитал их — nginx -s reload"

    /// The folder of the site, where that is what is published: what another site has published is no address of this one.
    private func home(of built: String) throws -> DiskFileSystem? {
        let home = try DiskFileSystem(root: root.path)
        guard try home.entry(SitePath(literal: "album.yml")) != nil,
            try SiteFolder.isSame(built, SiteFolder.output(root: root.path))
        else { return nil }
        return home
    }
}

/// The command `album rollback`.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Возвращает читателям прежнее издание.",
        discussion: """
            Показано будет то, что читатели видели перед нынешним, а не возвращённое раньше.
            Издание проверяется по своему манифесту: повреждённое не вернуть. Снова показать
            новое: album rollback --to его имя, или album publish. Вместе с изданием
            возвращаются и его правила для сервера; прочитать их — nginx -s reload.

            Издание, в котором есть снятое с публикации после него, не показывается: снятое
            вернулось бы к читателям. Если так и надо, скажите --with-withdrawn.

            Примеры:
              album rollback /srv/album
              album rollback /srv/album --to 0007
            """)

    @OptionGroup var root: RootOption

    @Argument(help: "Папка веб-сервера, в которую публикует album publish.")
    var folder: String

    @Option(name: .long, help: "Имя издания или его начало; по умолчанию — то, что было до нынешнего.")
    var to: String?

    @Flag(name: .long, help: "Показать и то, что с тех пор снято с публикации.")
    var withWithdrawn = false

    func run() throws {
        let withdrawn = withWithdrawn ? [] : try LedgerFile.withdrawn(root: DiskFileSystem(root: root.path))
        let back = try Publication.rollback(in: folder, to: to, withdrawn: withdrawn, returns: withWithdrawn)
        let was = back.before.map { $0 == back.shown ? "" : " (было \($0.text))" } ?? ""
        Terminal.message("\(folder): показано издание \(back.shown.text)\(was)")
        if back.changesRules { Terminal.message(PublishCommand.otherRules) }
    }
}
