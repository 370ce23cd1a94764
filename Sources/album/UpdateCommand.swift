import ArgumentParser
import Packaging

/// The command `album update`.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Обновляет копию сайта в папке архивом от album pack --since.",
        discussion: """
            Копия становится новой вся сразу: если работу прервать, останется прежняя.
            На флешке нужно место для второй такой же копии. Свои файлы из папки с копией
            заранее уберите: среди файлов альбома их не хранят.

            Примеры:
              album update /media/flash/album obnovlenie.zip
              album update /media/flash/album obnovlenie.zip --key album.pub
            """)

    @Argument(help: ArgumentHelp("Папка с копией.", valueName: "папка"))
    var folder: String

    @Argument(help: ArgumentHelp("Обновление.", valueName: "архив"))
    var archive: String

    @Option(name: .long, help: ArgumentHelp("Открытый ключ: принять только подписанное им.", valueName: "ключ"))
    var key: String?

    func run() throws {
        let key = try key.map { try KeyFile.publicKey($0) }
        switch try Update.apply(archive, to: folder, signedBy: key) {
        case .renewed(let fileCount, let broughtCount):
            Terminal.message("\(folder): обновлено файлов — \(broughtCount), всего в копии — \(fileCount)")
        case .hadItAlready: Terminal.message("\(folder): это издание здесь уже есть")
        }
    }
}
