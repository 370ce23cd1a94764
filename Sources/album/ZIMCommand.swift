import ArgumentParser
import Languages
import Packaging

/// The command `album zim`.
struct ZIMCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zim",
        abstract: "Складывает собранный сайт в файл ZIM для Kiwix.",
        discussion: """
            Kiwix открывает и ищет без интернета на телефоне, компьютере и на сервере школы.
            Нужна программа zimwriterfs (пакет zim-tools).

            Примеры:
              album zim --output album.zim
            """)

    @OptionGroup var root: RootOption

    @Option(name: .shortAndLong, help: "Какой файл записать.")
    var output: String

    @Option(name: .long, help: "Собранный сайт; по умолчанию — папка output из album.yml.")
    var site: String?

    func validate() throws {
        guard output.lowercased().hasSuffix(".zim") else {
            throw ValidationError("--output: имя файла кончается на .zim, а не «\(output)»")
        }
    }

    func run() throws {
        guard let maker = ZIMMaker.find() else {
            if let named = ZIMMaker.misnamed {
                throw ValidationError(
                    "в переменной \(ZIMMaker.variable) названо «\(Terminal.printable(named))»: там нет программы "
                        + "zimwriterfs, или её нельзя запустить; она в пакете \(ZIMMaker.package)")
            }
            throw ValidationError(
                "нет программы zimwriterfs: поставьте пакет \(ZIMMaker.package) или назовите её в \(ZIMMaker.variable)")
        }
        let configuration = try SiteFolder.configuration(root: root.path)
        let built = try site ?? SiteFolder.output(root: root.path)
        let bytes = try maker.make(
            output, ofSite: built,
            .init(
                title: configuration.title, summary: configuration.description,
                language: configuration.language.rawValue, url: configuration.url))
        Terminal.message("\(output): \(NumberText.bytes(bytes, .ru))")
    }
}
