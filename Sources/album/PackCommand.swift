import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Files
import Languages
import Packaging
import Signatures
import SiteBuilder
import Synchronization

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

            --album, --direction, --municipality и --region складывают часть сайта: она
            собирается заново из content, с поиском, списками и календарём по тому, что в
            ней есть. Несколько направлений (муниципалитетов, альбомов) — материалы любого
            из них; направление и муниципалитет — то, что относится к обоим, как в фильтрах
            поиска и в album book. С материалами идут документы, на которых они стоят
            или которые называют; с муниципалитетом — общее для его
            региона и дорожные карты, строки которых его касаются; с альбомом — его главы.
            Справка для редакторов остаётся в целом альбоме. Ссылки на то, чего в части
            нет, ведут на сайт по адресу url из album.yml, а без него остаются текстом.

            --since делает обновление: в нём только то, чего нет в прежнем архиве. Его
            применяет album update.

            --sign подписывает манифест копии ключом от album keygen; проверяет подпись
            album verify --key. Пароль ключа спрашивают или берут из ALBUM_KEY_PASSWORD.

            Примеры:
              album pack --output ../methodical-album.zip
              album pack --output ../asha.zip --municipality "Ашинский МР"
              album pack --output ../znanie.zip --direction Знание --municipality Аша
              album pack --output ../obnovlenie.zip --since ../methodical-album.zip
              album pack --output ../methodical-album.zip --sign ../album.key
            """)

    @OptionGroup var root: RootOption

    @Option(name: .long, help: "Собранный сайт; по умолчанию — папка output из album.yml.")
    var site: String?

    @Option(name: .shortAndLong, help: "Какой файл записать; по умолчанию — bundle из album.yml.")
    var output: String?

    @OptionGroup var part: PartOptions

    @Option(name: .long, help: ArgumentHelp("Прежний архив: сделать обновление к нему.", valueName: "архив"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Секретный ключ: подписать.", valueName: "ключ"))
    var sign: String?

    func validate() throws {
        if site != nil, !part.isEmpty {
            throw ValidationError(
                "--site — уже собранный сайт; часть собирается заново из папки сайта, её называет --root")
        }
        // A part, another's site or an update in its place would be told by its size.
        if output == nil, site != nil || since != nil || !part.isEmpty {
            throw ValidationError("--output: назовите файл; без него складывается весь сайт этой папки")
        }
    }

    func run() throws {
        let output = try output ?? ownFile()
        try requireReplaceable(output)
        let key = try sign.map { try KeyFile.secretKey($0) }
        if part.isEmpty {
            let built = try site ?? SiteFolder.output(root: root.path)
            try pack(built, to: output, signedWith: key)
            if site == nil { try SiteFolder.tellStale(built, DiskFileSystem(root: root.path), next: "album pack") }
        } else {
            try packPart(to: output, signedWith: key)
        }
    }

    /// The file that `album.yml` has for the site's ZIP.
    private func ownFile() throws -> String {
        guard let bundle = try SiteFolder.configuration(root: root.path).bundle else {
            throw ValidationError("--output: назовите файл, здесь или в album.yml — bundle: {file: album.zip}")
        }
        guard (try? SitePath(bundle.file)) != nil else {
            throw ValidationError("bundle.file в album.yml: «\(bundle.file)» — нужен файл в самой папке альбома")
        }
        return root.path == "." ? bundle.file : "\(root.path)/\(bundle.file)"
    }

    private func pack(_ folder: String, to output: String, signedWith key: SecretKey?) throws {
        let report = try Bundle.write(site: folder, to: output, since: since, signedWith: key)
        let removed = report.removedCount == 0 ? "" : ", из копии уйдёт — \(report.removedCount)"
        let size = NumberText.bytes(report.byteCount, .ru)
        Terminal.message("\(output): файлов — \(report.fileCount), \(size)\(removed)")
        if report.changesNothing {
            Terminal.message("\(output): с прежнего архива ничего не изменилось, обновлять нечего")
        }
        if let key { Terminal.message("\(output): подписано ключом \(key.publicKey.number.text)") }
    }

    /// Builds the part into a folder of its own, which goes when it is packed.
    private func packPart(to output: String, signedWith key: SecretKey?) throws {
        let folder = try TemporaryTree()
        defer { folder.remove() }
        let built = folder.path("site")
        var request = BuildRequest(
            root: try DiskFileSystem(root: root.path), parallel: .ofMachine, output: built,
            installedThemes: try InstalledThemes.fileSystem())
        // Names are understood once the materials are read, which the build does.
        let misnamed = Mutex<(any Error)?>(nil)
        request.choosesPart = { [part] catalog, configuration in
            do {
                return try part.part(of: catalog, configuration)
            } catch {
                misnamed.withLock { $0 = error }
                return nil
            }
        }
        let report = try SiteBuild.run(request)
        if let error = misnamed.withLock({ $0 }) { throw error }
        guard let summary = report.summary else {
            Terminal.note(
                DiagnosticPrinter(language: report.language).report(
                    report.diagnostics.filter { $0.severity == .error }))
            throw ExitStatus(ofErrorsIn: report.diagnostics) ?? .contentErrors
        }
        guard summary.counts.materials > 0 else {
            throw ValidationError("таких материалов нет: архив был бы пустым")
        }
        try pack(built, to: output, signedWith: key)
        if summary.elsewhere > 0 {
            let count = "ссылок за пределы этой части — \(summary.elsewhere)"
            Terminal.message(
                try SiteFolder.configuration(root: root.path).url == nil
                    ? "\(output): \(count), они показаны текстом; чтобы вели на сайт, назовите его адрес: url в album.yml"
                    : "\(output): \(count), они ведут на сайт")
        }
    }
}

extension PackCommand {
    /// An archive may take the place of an earlier one and of nothing else: `--output album.yml` is a slip.
    private func requireReplaceable(_ output: String) throws {
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
