import ArgumentParser
import Files
import Languages
import Packaging
import Signatures
import SiteBuilder

/// The command `album pack`.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Складывает собранный сайт в один ZIP: для флешки или для скачивания.",
        discussion: """
            Один и тот же сайт даёт один и тот же файл, байт в байт. Сайт с черновиками или
            с ошибками (album build --drafts, --lenient) не складывается: он не для
            раздачи.

            В архиве есть файл ОТКРЫТЬ.html: с него начинают. Его двойник — OPEN.html.

            --since делает обновление: в нём только то, чего нет в прежнем архиве. Его
            применяет album update.

            --sign подписывает манифест копии ключом от album keygen; проверяет подпись
            album verify --key. Пароль ключа спрашивают или берут из ALBUM_KEY_PASSWORD.

            Примеры:
              album pack --output ../methodical-album.zip
              album pack --output ../obnovlenie.zip --since ../methodical-album.zip
              album pack --output ../methodical-album.zip --sign ../album.key
            """)

    @OptionGroup var root: RootOption

    @Option(name: .long, help: "Собранный сайт; по умолчанию — папка output из album.yml.")
    var site: String?

    @Option(name: .shortAndLong, help: "Какой файл записать.")
    var output: String

    @Option(name: .long, help: ArgumentHelp("Прежний архив: сделать обновление к нему.", valueName: "архив"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Секретный ключ: подписать.", valueName: "ключ"))
    var sign: String?

    func run() throws {
        let folder = try site ?? SiteFolder.output(root: root.path)
        try requireReplaceable()
        let key = try sign.map { try KeyFile.secretKey($0) }
        let report = try Bundle.write(site: folder, to: output, since: since, signedWith: key)
        let removed = report.removedCount == 0 ? "" : ", из копии уйдёт — \(report.removedCount)"
        let size = NumberText.bytes(report.byteCount, .ru)
        Terminal.message("\(output): файлов — \(report.fileCount), \(size)\(removed)")
    }
}

extension PackCommand {
    /// An archive may take the place of an earlier one and of nothing else: `--output album.yml` is a slip.
    private func requireReplaceable() throws {
        let parts = output.split(separator: "/")
        guard let name = parts.last.flatMap({ try? SitePath(String($0)) }), !output.hasSuffix("/") else { return }
        let parent = (output.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
        let folder = try DiskFileSystem(root: parent)
        guard let entry = try folder.entry(name), entry.isReadable else { return }
        let (bytes, byteCount) = try folder.readBeginning(name, atMost: 2)
        guard byteCount == 0 || bytes == Array("PK".utf8) else {
            throw ValidationError(
                "\(output): этот файл — не архив, он остаётся как был; назовите другой, например site.zip")
        }
    }
}
