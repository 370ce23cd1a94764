import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Files
import Importing
import OfficeFiles
import SiteBuilder

#if canImport(Glibc)
    import Glibc
#endif

/// The command `album import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Делает черновики материалов из файлов Word, Excel, PowerPoint, LibreOffice и HTML.",
        discussion: """
            Рядом с текстом ложатся рисунки; что не перенеслось, перечислено с местом
            в файле. Из книги Excel берётся один лист, где таблица этого вида, без
            скрытых столбцов и строк: что ещё можно взять, сказано в отчёте.
            Для DOCX, ODT и HTML нужна программа pandoc: из PATH или из переменной
            ALBUM_PANDOC.

            Примеры:
              album import "План ВСОКО.xlsx"                 вид угадывается по столбцам
              album import квест.docx --kind practice        вид назван
              album import квест.docx --dry-run              показать и ничего не записать
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: "Файлы: XLSX, DOCX, ODT, PPTX или HTML.")
    var files: [String]

    @Option(name: .long, help: "Вид материала: practice, roadmap… — или его русское название.")
    var kind: String?

    @Option(name: .long, help: "Имя файла без расширения; по умолчанию — из названия. Только для одного файла.")
    var slug: String?

    @Flag(name: .long, help: "Повторить текст объединённых ячеек в каждой из них.")
    var fillMerged = false

    @Flag(name: .long, help: "Взять и скрытые столбцы и строки, с --all-sheets — и скрытые листы.")
    var hidden = false

    @Flag(name: .long, help: "Взять все листы книги, а не один.")
    var allSheets = false

    @Flag(name: .long, help: "Развернуть столбцы по годам в строки и там, где это не наверняка.")
    var turnYears = false

    @Flag(name: .long, help: "Оставить столбцы по годам столбцами.")
    var keepYears = false

    @Flag(name: .long, help: "Показать материал и отчёт, ничего не записывая.")
    var dryRun = false

    func validate() throws {
        guard slug == nil || files.count == 1 else { throw ValidationError("--slug годится только для одного файла") }
    }

    func run() throws {
        let root = try site.fileSystem()
        let loaded = try site.loadedSite(root)
        let kind = try kind.map { try Self.kind($0, of: loaded.catalog.schema) }
        let importing = MaterialImport(
            schema: loaded.catalog.schema, kind: kind,
            options: .init(
                fillsMerged: fillMerged, takesHidden: hidden, takesAllSheets: allSheets, turnsYears: turnYears,
                keepsYears: keepYears))
        var taken = Set(loaded.catalog.materials.map { $0.address.lowercased() })
            .union(SitePages.reservedAddresses(loaded.catalog.schema))
        var worst: ExitStatus?
        for file in files {
            do {
                let bytes = try GivenFile.read(file, limit: MaterialImport.largestFile)
                let material = try importing.material(of: bytes, named: file, slug: slug)
                try requireFree(material, taken, root)
                taken.insert(Address.page(ofPath: "\(material.kind.folder)/\(material.slug).md").lowercased())
                try hand(over: material, root)
                report(material, of: file)
            } catch let failure as ImportFailure {
                Terminal.message("\(Terminal.printable(file)): \(Terminal.printable(failure.text(.ru)))")
                worst = failure.isUsage || worst == .usage ? .usage : .contentErrors
            }
        }
        if let worst { throw worst }
    }

    private static func kind(_ name: String, of schema: Schema) throws -> Kind {
        if let found = schema.kinds.first(where: { $0.isCalled(name) }) { return found }
        return try NewCommand.kind(name, of: schema.kinds, KindNames(schema.kinds))
    }

    /// Nothing that is there is written over, and no address is taken twice.
    private func requireFree(_ material: ImportedMaterial, _ taken: Set<SiteAddress>, _ root: DiskFileSystem) throws {
        let address = Address.page(ofPath: "\(material.kind.folder)/\(material.slug).md")
        guard !taken.contains(address.lowercased()) else {
            throw ValidationError("адрес \(address) занят: задайте другое имя файла ключом --slug")
        }
        for path in [material.path] + material.pictures.map({ "content/\(material.kind.folder)/\($0.name)" }) {
            guard let place = try? SitePath(path) else {
                throw ValidationError("имя файла «\(material.slug)» не годится: нужны латинские буквы, цифры и дефис")
            }
            guard try root.entry(place) == nil else {
                throw ValidationError("файл \(path) уже есть: задайте другое имя файла ключом --slug")
            }
        }
    }

    private func hand(over material: ImportedMaterial, _ root: DiskFileSystem) throws {
        guard !dryRun else { return Terminal.data(material.text) }
        for picture in material.pictures {
            let path = "content/\(material.kind.folder)/\(picture.name)"
            try NewFile.write(picture.bytes, to: root.absolutePath(try SitePath(path)))
            Terminal.data(path + "\n")
        }
        try NewFile.write(material.text, to: root.absolutePath(try SitePath(material.path)))
        Terminal.data(material.path + "\n")
    }

    /// The options with which a thing comes in.
    private static func option(_ offer: ImportOffer) -> String {
        switch offer.choice {
        case .column, .rows: "--hidden"
        case .sheet: offer.isOfHidden ? "--all-sheets --hidden" : "--all-sheets"
        case .merged: "--fill-merged"
        case .years: "--turn-years"
        case .wide: "--keep-years"
        }
    }

    private func report(_ material: ImportedMaterial, of file: String) {
        guard !site.quiet || !material.privacy.isEmpty else { return }
        Terminal.message("\(Terminal.printable(file)) → \(material.path) (\(material.kind.name.one))")
        for line in material.report.lines(.ru) where !site.quiet { Terminal.message("  " + Terminal.printable(line)) }
        for offer in material.report.offers where !offer.isTaken && !site.quiet {
            let told = offer.told.text(.ru)
            Terminal.message("  " + Terminal.printable(ImportOutcome.withOption.text(.ru, [told, Self.option(offer)])))
        }
        site.report(material.privacy, language: .ru)
        if !material.privacy.isEmpty {
            Terminal.message(
                "  В черновике есть сведения о людях: он не публикуется, пока они не убраны или не разрешены.")
        }
    }
}
