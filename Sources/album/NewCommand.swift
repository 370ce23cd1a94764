import ArgumentParser
import Bodies
import Catalog
import Files
import Languages
import SiteBuilder

/// The command `album new`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Начинает новый материал: файл с шапкой и разделами его вида.",
        discussion: """
            Вид называют как угодно: practice, «Практики», «дорожную карту», «приказ». Чего
            не сказано, о том программа спросит.

            Примеры:
              album new
              album new практика "Квест-игра по ВСОКО"
              album new приказ "Приказ от 09.12.2022 № 02/2807" --slug order-02-2807
            """)

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("Вид материала: practice, roadmap, document… — или его русское название.", valueName: "вид"))
    var kind: String?

    @Argument(help: ArgumentHelp("Название.", valueName: "название"))
    var title: String?

    @Option(name: .long, help: "Имя файла без расширения; по умолчанию — из названия.")
    var slug: String?

    func validate() throws {
        if let title { try requireOneLine(title) }
    }

    func run() throws {
        let files = try site.fileSystem()
        let loaded = try site.loadedSite(files)
        let (found, word) = try chosenKind(loaded.catalog.kinds)
        let title = try chosenTitle(found)
        let path = try freePath(found, title, loaded.catalog, files)
        let material = NewMaterial(
            kind: found, schema: loaded.catalog.schema, language: loaded.configuration.language)
        try NewFile.write(material.text(title: title, calledBy: word), to: files.absolutePath(path))
        Terminal.data(site.root.prefixOfPaths + path.text + "\n")
    }

    private func requireOneLine(_ title: String) throws {
        guard !title.contains(where: \.isNewline), !title.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw ValidationError("название пишется одной строкой, без переводов строки и управляющих знаков")
        }
    }

    // MARK: What is asked for

    /// The kind, and what it was called.
    private func chosenKind(_ kinds: Indexed<KindIndex, Kind>) throws -> (Kind, word: String) {
        let names = KindNames(kinds)
        if let kind { return (try Self.kind(kind, of: kinds, names), kind) }
        guard Asking.isPossible else { throw ValidationError("не сказано, что начать: album new ВИД \"НАЗВАНИЕ\"") }
        Terminal.message("Что начать?")
        let chosen = Asking.choice("Номер или вид: ", kinds.map { ($0.name.one, ($0, $0.name.one)) }) { answer in
            (try? Self.kind(answer, of: kinds, names)).map { ($0, answer) }
        }
        guard let chosen else { throw ExitStatus.usage }
        return chosen
    }

    /// The kind that a text names; several or none are a fault of usage.
    static func kind(_ text: String, of kinds: Indexed<KindIndex, Kind>, _ names: KindNames) throws -> Kind {
        let found = names.resolve(text)
        if found.count == 1 { return kinds[found[0]] }
        let shown = (found.isEmpty ? Array(kinds) : found.map { kinds[$0] })
            .map { "\($0.id) (\($0.name.one))" }.joined(separator: ", ")
        throw ValidationError(
            found.isEmpty ? "вида «\(text)» нет; есть: \(shown)" : "«\(text)» — это несколько видов: \(shown)")
    }

    private func chosenTitle(_ kind: Kind) throws -> String {
        if let title { return title }
        guard Asking.isPossible else {
            throw ValidationError("не сказано название: album new \(kind.id) \"НАЗВАНИЕ\"")
        }
        guard let answer = Asking.line("Название: ") else { throw ExitStatus.usage }
        try requireOneLine(answer)
        return answer
    }

    // MARK: Its file

    /// The path of the file, which nothing has, nor its page's address.
    private func freePath(
        _ kind: Kind, _ title: String, _ catalog: AlbumCatalog, _ files: DiskFileSystem
    ) throws -> SitePath {
        let name = slug ?? Address.shortSlug(of: title, limit: 60)
        guard !name.isEmpty, !name.hasPrefix(".") else {
            throw ValidationError("из названия «\(title)» не получается имя файла: задайте его ключом --slug")
        }
        let path: SitePath
        do {
            path = try SitePath("content/\(kind.folder)/\(name).md")
        } catch {
            throw ValidationError("имя файла «\(name)» не годится: нужны латинские буквы, цифры и дефис")
        }
        let address = Address.page(ofPath: "\(kind.folder)/\(name).md")
        guard !SitePages.reservedAddresses(catalog.schema).contains(address.lowercased()) else {
            throw ValidationError("адрес \(address) занят страницей сайта: задайте другое имя файла ключом --slug")
        }
        if let other = catalog.materials.first(where: { $0.address.lowercased() == address.lowercased() }) {
            throw ValidationError(
                "адрес \(address) занят материалом content/\(other.path): задайте другое имя ключом --slug")
        }
        guard try files.entry(path) == nil else { throw ValidationError("файл \(path) уже есть") }
        return path
    }
}
