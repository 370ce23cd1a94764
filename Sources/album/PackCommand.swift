import ArgumentParser
import Files
import Packaging
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

            Пример:
              album pack --output ../methodical-album.zip
            """)

    @OptionGroup var root: RootOption

    @Option(name: .long, help: "Собранный сайт; по умолчанию — папка output из album.yml.")
    var site: String?

    @Option(name: .shortAndLong, help: "Какой файл записать.")
    var output: String

    func run() throws {
        let folder = try site ?? SiteFolder.output(root: root.path)
        try requireReplaceable()
        let report = try Bundle.write(site: folder, to: output)
        Terminal.message("\(output): файлов — \(report.fileCount), байтов — \(report.byteCount)")
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

/// The command `album verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Сверяет копию сайта (папку или ZIP) с её manifest.json.",
        discussion: """
            Примеры:
              album verify public
              album verify methodical-album.zip
            """)

    @Argument(help: "Папка или ZIP.")
    var copy: String

    func run() throws {
        let verification: Verification
        do {
            verification = try Verify.copy(at: copy)
        } catch .archive(let path, _) {
            Terminal.message("\(path): архив повреждён, или это не ZIP")
            throw ExitStatus.verificationFailed
        }
        for path in verification.missing { Terminal.data("нет файла: \(path)\n") }
        for path in verification.changed { Terminal.data("изменён: \(path)\n") }
        for path in verification.extra { Terminal.data("лишний: \(Terminal.printable(path))\n") }
        if verification.state != .fit {
            Terminal.message("\(copy): \(PackagingWords.contents(verification.state)): такая копия не для раздачи")
        }
        guard verification.isWhole else {
            Terminal.message("\(copy): копия повреждена")
            throw ExitStatus.verificationFailed
        }
        Terminal.message("\(copy): все файлы на месте и целы — \(verification.fileCount)")
    }
}

/// What packing and verifying may refuse, in words.
enum PackagingWords {
    static func text(_ error: PackagingError) -> String {
        switch error {
        case .noManifest(let path): "\(path): здесь нет manifest.json — это не собранный сайт"
        case .unreadableManifest(let path, _): "\(path): manifest.json повреждён"
        case .outputInsideSite(let path): "\(path): архив не может лежать внутри самого сайта"
        case .siteDiffers(let path, let found):
            "\(path): сайт изменён после сборки (нет — \(found.missing.count), изменено — \(found.changed.count), "
                + "лишних — \(found.extra.count)); соберите его заново"
        case .unfit(let path, let state):
            "\(path): \(contents(state)), такой сайт не раздают: соберите его заново командой album build "
                + "без --drafts и --lenient"
        case .bomb(let path): "\(path): это не копия сайта: архив распаковался бы в несоразмерно много данных"
        case .archive(let path, let reason): "\(path): архив не прочитан или не записан: \(reason)"
        case .file(let error): MachineMessage.text(error, .ru)
        }
    }

    /// What a build that is not fit holds.
    static func contents(_ state: EditionState) -> String {
        let parts = (state.hasDrafts ? ["черновики"] : []) + (state.isLenient ? ["страницы с ошибками"] : [])
        return "сайт собран так, что в нём могут быть \(parts.joined(separator: " и "))"
    }

    static func status(_ error: PackagingError) -> ExitStatus {
        switch error {
        case .noManifest, .outputInsideSite: .usage
        case .unreadableManifest, .siteDiffers, .unfit, .bomb: .verificationFailed
        case .archive, .file: .machine
        }
    }
}
