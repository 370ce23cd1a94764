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
            Примеры:
              album new practice "Квест-игра по ВСОКО"
              album new document "Приказ от 09.12.2022 № 02/2807" --slug order-02-2807
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: "Вид материала: practice, roadmap, document… — или его русское название.")
    var kind: String

    @Argument(help: "Название.")
    var title: String

    @Option(name: .long, help: "Имя файла без расширения; по умолчанию — из названия.")
    var slug: String?

    func validate() throws {
        guard !title.contains(where: \.isNewline), !title.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw ValidationError("название пишется одной строкой, без переводов строки и управляющих знаков")
        }
    }

    func run() throws {
        let files = try site.fileSystem()
        var clock = StageClock()
        let (loaded, diagnostics) = try LoadedSite.load(
            files, .init(parallel: site.parallel, edition: site.editionDate), clock: &clock)
        guard let loaded else {
            site.report(diagnostics, language: .ru)
            throw ExitStatus.usage
        }
        let kinds = loaded.catalog.kinds
        let wanted = NameFolding.fold(kind)
        guard let found = kinds.first(where: { $0.id.rawValue == kind || NameFolding.fold($0.name.one) == wanted })
        else {
            let known = kinds.map { "\($0.id) (\($0.name.one))" }.joined(separator: ", ")
            throw ValidationError("вида «\(kind)» нет; есть: \(known)")
        }
        let name = slug ?? Address.shortSlug(of: title, limit: 60)
        guard !name.isEmpty, !name.hasPrefix(".") else {
            throw ValidationError("из названия «\(title)» не получается имя файла: задайте его ключом --slug")
        }
        let path = "content/\(found.folder)/\(name).md"
        let sitePath: SitePath
        do {
            sitePath = try SitePath(path)
        } catch {
            throw ValidationError("имя файла «\(name)» не годится: нужны латинские буквы, цифры и дефис")
        }
        let address = Address.page(ofPath: "\(found.folder)/\(name).md")
        guard !SitePages.reservedAddresses(loaded.catalog.schema).contains(address.lowercased()) else {
            throw ValidationError("адрес \(address) занят страницей сайта: задайте другое имя файла ключом --slug")
        }
        if let other = loaded.catalog.materials.first(where: { $0.address.lowercased() == address.lowercased() }) {
            throw ValidationError(
                "адрес \(address) занят материалом content/\(other.path): задайте другое имя ключом --slug")
        }
        guard try files.entry(sitePath) == nil else { throw ValidationError("файл \(path) уже есть") }
        try NewFile.write(NewMaterial.text(title: title, kind: found), to: files.absolutePath(sitePath))
        Terminal.data(path + "\n")
    }
}

/// The beginning of a material.
enum NewMaterial {
    /// Front matter with the fields that the kind wishes for, then its sections and tables.
    static func text(title: String, kind: Kind) -> String {
        var lines = ["---", "title: \(quoted(title))"]
        for field in kind.fields where field.isRequired && field.id != CoreField.title { lines.append("\(field.id): ") }
        let usual: [FieldID] = ["directions", "municipalities", "date", "source"]
        for id in usual where kind.field(id) != nil && !(kind.field(id)?.isRequired ?? false) {
            lines.append("\(id): ")
        }
        lines += ["# Черновик не публикуется. Уберите следующую строку, когда материал готов.", "draft: да", "---", ""]
        for section in kind.sections {
            let table = kind.tables.first { $0.headings[0] == section.heading }
            lines += ["## \(section.heading)", ""] + (table.map { rows($0) } ?? []) + [""]
        }
        // A kind that names its sections has said what a text is made of: its other tables are for the few.
        if kind.sections.isEmpty {
            for table in kind.tables { lines += ["## \(table.headings[0])", ""] + rows(table) + [""] }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The head of a table and an empty row.
    private static func rows(_ table: TableDefinition) -> [String] {
        [
            "| " + table.columns.map(\.label).joined(separator: " | ") + " |",
            "|" + String(repeating: "---|", count: table.columns.count),
            "|" + String(repeating: "  |", count: table.columns.count),
        ]
    }

    /// A YAML string in double quotes where it needs them.
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
