import ArgumentParser
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
            Адреса записываются в addresses.tsv рядом с album.yml: сборка, которая потеряет
            один из них, остановится и скажет, что делать.

            Вернуть прежнее издание: album rollback.

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
        let parallel = Parallel.ofMachine
        let report = try Publication.publish(site: built, in: folder, keeping: keep, compresses: precompress) {
            (files, work) throws(FileError) in
            try parallel.forEach(files, grain: 8) { _, file throws(FileError) in try work(file) }
        }
        Terminal.message(
            report.wasThere
                ? "\(folder): издание \(report.edition.text) уже опубликовано"
                : "\(folder): издание \(report.edition.text), файлов — \(report.fileCount)")
        // The folder of a site alone can remember what was published of it.
        let home = try DiskFileSystem(root: root.path)
        if try home.entry(SitePath(literal: "album.yml")) != nil { try LedgerFile.record(site: built, root: home) }
        for edition in report.removed { Terminal.message("  удалено издание \(edition.text)") }
    }
}

/// The command `album rollback`.
struct RollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Возвращает читателям прежнее издание.",
        discussion: """
            Издание проверяется по своему манифесту: повреждённое не вернуть. Снова показать
            новое: album rollback --to его имя, или album publish.

            Примеры:
              album rollback /srv/album
              album rollback /srv/album --to 0007
            """)

    @Argument(help: "Папка веб-сервера, в которую публикует album publish.")
    var folder: String

    @Option(name: .long, help: "Имя издания или его начало; по умолчанию — то, что было до нынешнего.")
    var to: String?

    func run() throws {
        let (shown, before) = try Publication.rollback(in: folder, to: to)
        let was = before.map { $0 == shown ? "" : " (было \($0.text))" } ?? ""
        Terminal.message("\(folder): показано издание \(shown.text)\(was)")
    }
}
