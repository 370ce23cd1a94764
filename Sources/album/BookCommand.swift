import AlbumModel
import ArgumentParser
import Books
import Catalog
import Diagnostics
import Files
import Languages
import Pages
import Programs
import SiteBuilder

/// The command `album book`.
struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Делает из альбома или подборки материалов книгу: EPUB или PDF.",
        discussion: """
            Вид книги — по имени файла: .epub открывается в программах для чтения на
            телефоне, планшете и компьютере, .pdf — для печати (нужна WeasyPrint). Ссылки
            внутри книги ведут по книге, остальные — на сайт, если в album.yml есть его url.

            Подборку задают направлениями, муниципалитетами, регионами, видами: несколько
            направлений — материалы любого из них, направление и муниципалитет — то, что
            относится к обоим, как в фильтрах поиска. Или — перечислением материалов через
            запятую или поиском: запросом или адресом страницы поиска, скопированным из
            браузера. Ищут по собранному сайту.

            Примеры:
              album book --album team-album --output альбом.epub
              album book --direction Знание --kind practice --output znanie.epub
              album book --municipality Аша --municipality Чебаркуль --output dva.epub
              album book --materials kvest,regata --title "Две игры" --output igry.epub
              album book --search "search.html?q=квест&f=kind:practice" --output kvesty.epub
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .shortAndLong, help: "Какой файл записать.")
    var output: String

    @Option(name: .long, help: "Альбом: id или название.")
    var album: String?

    @Option(name: .long, help: "Направление, как его пишут в материалах; можно несколько раз.")
    var direction: [String] = []

    @Option(name: .long, help: "Муниципалитет; можно несколько раз.")
    var municipality: [String] = []

    @Option(name: .long, help: "Регион, если сайт собран из нескольких; можно несколько раз.")
    var region: [String] = []

    @Option(name: .long, help: "Вид материалов; можно несколько раз.")
    var kind: [String] = []

    @Option(name: .long, help: ArgumentHelp("Материалы через запятую.", valueName: "id,id"))
    var materials: String?

    @Option(name: .long, help: ArgumentHelp("Что найдено: запрос или адрес страницы поиска.", valueName: "поиск"))
    var search: String?

    @Option(name: .customLong("site"), help: "Собранный сайт, по которому ищут; по умолчанию — output из album.yml.")
    var built: String?

    @Option(name: .long, help: "Название книги; у альбома — его собственное.")
    var title: String?

    func validate() throws {
        let conditions = direction.count + municipality.count + region.count + kind.count
        let ways = [album != nil, materials != nil, search != nil, conditions > 0].filter { $0 }.count
        guard ways == 1 else {
            throw ValidationError(
                ways == 0
                    ? "не сказано, что войдёт в книгу: --album, --direction, --municipality, --region, --kind, --materials "
                        + "или --search"
                    : "--album, --materials, --search и условия подборки не задают вместе")
        }
        if built != nil, search == nil { throw ValidationError("--site: нужен только для --search") }
        guard format != nil else {
            throw ValidationError("--output: имя книги кончается на .epub или .pdf, а не «\(output)»")
        }
        if album != nil, title != nil { throw ValidationError("--title: у альбома своё название") }
    }

    private var format: BookFile.Format? {
        output.split(separator: ".").last.flatMap { BookFile.Format(rawValue: $0.lowercased()) }
    }

    func run() throws {
        guard let format else { return }
        let request = BuildRequest(
            root: try site.fileSystem(), parallel: site.parallel, edition: site.editionDate, isStrict: site.strict,
            installedThemes: try InstalledThemes.fileSystem())
        let (books, diagnostics) = try SiteBooks.load(request)
        guard let books else {
            site.report(diagnostics, language: .ru)
            try site.fail(on: diagnostics)
            throw ExitStatus.usage
        }
        let selection = try selection(books)
        let report = try books.write(selection, as: format, to: output)
        guard !site.quiet else { return }
        Terminal.message("\(output): \(Self.extent(selection)), \(NumberText.bytes(report.byteCount, .ru))")
        if report.lostLinks > 0 {
            Terminal.message(
                "  ссылок на страницы вне книги — \(report.lostLinks), они стали простым текстом: "
                    + "в album.yml не сказано url сайта")
        }
        for path in report.lostPictures {
            Terminal.message("  картинку \(path) в книгу не поместить: вместо неё её описание")
        }
    }

    /// «глав — 7, материалов — 24».
    private static func extent(_ selection: BookSelection) -> String {
        switch selection {
        case .album(let contents): "глав — \(contents.chapters.count), материалов — \(contents.readingOrder.count)"
        case .materials(let materials, _, _, _): "материалов — \(materials.count)"
        }
    }

    // MARK: What goes in

    private func selection(_ books: SiteBooks) throws -> BookSelection {
        if let album { return .album(try contents(album, books)) }
        if let materials { return try list(materials, books) }
        if let search { return try found(search, books) }
        let chosen =
            try direction.map { try entry($0, "--direction", books.directions, books) }
            + municipality.map { try entry($0, "--municipality", books.places, books) }
            + region.map { try entry($0, "--region", books.catalog.schema.vocabulary("regions"), books) }
        let kinds = try kind.map { name in
            let kind = try NewCommand.kind(name, of: books.catalog.kinds, KindNames(books.catalog.kinds))
            return books.catalog.kinds.indices.first { books.catalog.kinds[$0].id == kind.id }
        }.compactMap(\.self)
        let found = books.materials(of: chosen, kinds: Set(kinds))
        guard !found.isEmpty else { throw ValidationError("таких материалов нет: книга была бы пустой") }
        let names =
            kinds.map { books.catalog.kinds[$0].title } + chosen.map { books.catalog.schema.entry($0).distinctName }
        let about =
            (kinds.isEmpty ? [] : ["вид — " + kinds.map { books.catalog.kinds[$0].title }.joined(separator: ", ")])
            + chosen.map {
                books.catalog.vocabularies[$0.vocabulary].label.one + " — "
                    + books.catalog.schema.entry($0).distinctName
            }
        let subject =
            kinds.map { "kind=\(books.catalog.kinds[$0].id)" }
            + chosen.map {
                "\(books.catalog.vocabularies[$0.vocabulary].id)=\(books.catalog.schema.entry($0).id)"
            }
        return .materials(
            found, title: title ?? names.joined(separator: ", "), subject: subject.joined(separator: "&"),
            about: about.joined(separator: "; "))
    }

    private func contents(_ text: String, _ books: SiteBooks) throws -> AlbumContents {
        let index = try material(text, "--album", books)
        guard let contents = books.albums.first(where: { $0.album == index }) else {
            let known = books.albums.map { books.catalog.materials[$0.album] }.map { "«\($0.title)» (\($0.id))" }
            let hint = known.isEmpty ? "альбомов на этом сайте нет" : "есть: \(known.joined(separator: ", "))"
            throw ValidationError("--album: «\(text)» — не альбом; \(hint)")
        }
        return contents
    }

    private func list(_ text: String, _ books: SiteBooks) throws -> BookSelection {
        let names = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init).filter { !$0.isEmpty }
        guard !names.isEmpty else { throw ValidationError("--materials: не названо ни одного материала") }
        var found: [MaterialIndex] = []
        for name in names {
            let index = try material(name, "--materials", books)
            if !found.contains(index) { found.append(index) }
        }
        let ids = found.map { books.catalog.materials[$0].id.rawValue }
        let name = found.count == 1 ? books.catalog.materials[found[0]].title : "Подборка материалов"
        return .materials(
            found, title: title ?? name, subject: "materials=" + ids.joined(separator: ","), about: "по списку")
    }

    /// The materials among the pages that a search of the built site finds.
    private func found(_ text: String, _ books: SiteBooks) throws -> BookSelection {
        let search = try BookSearch(text)
        let (pages, chosen) = try search.addresses(
            in: SiteFolder.built(built ?? SiteFolder.output(root: site.root.path)))
        let found = books.materials(at: pages)
        guard !found.isEmpty else {
            throw ValidationError("--search: материалов по запросу «\(search.query)» нет: книга была бы пустой")
        }
        let about = ["найдено: \(search.query)", search.allWords ? "все слова" : nil].compactMap(\.self) + chosen
        let named = about.joined(separator: "; ")
        let ownTitle = named.prefix(1).uppercased() + named.dropFirst()
        return .materials(
            found, title: title ?? ownTitle, subject: "search=\(text)", about: named)
    }

    private func material(_ text: String, _ option: String, _ books: SiteBooks) throws -> MaterialIndex {
        let directory = books.catalog.directory
        switch directory.resolve(text) {
        case .one(let index) where books.isPublished(index): return index
        case .one: throw ValidationError("\(option): «\(text)» — черновик")
        case .several(let indices):
            let ids = indices.map { books.catalog.materials[$0].id.rawValue }.joined(separator: ", ")
            throw ValidationError("\(option): «\(text)» — это несколько материалов: \(ids)")
        case .none:
            let near = directory.suggestions(for: text)
            let hint = near.isEmpty ? "" : "; похоже на: \(near.joined(separator: ", "))"
            throw ValidationError("\(option): материала «\(text)» нет\(hint)")
        }
    }

    private func entry(
        _ text: String, _ option: String, _ position: VocabularyIndex?, _ books: SiteBooks
    ) throws -> EntryReference {
        guard let position else { throw ValidationError("\(option): у этого сайта таких значений нет") }
        let vocabulary = books.catalog.vocabularies[position]
        switch vocabulary.resolve(text) {
        case .one(let entry): return EntryReference(vocabulary: position, entry: entry)
        case .several(let entries):
            let names = entries.map { "«\(vocabulary.entries[$0].name)» (\(vocabulary.entries[$0].id))" }
            throw ValidationError("\(option): «\(text)» — это \(names.joined(separator: ", и "))")
        case .none:
            let near = NameSuggester(vocabulary.entries.flatMap(\.allNames)).likely(text)
            let hint = near.isEmpty ? "" : " Похоже на: \(near.map { "«\($0)»" }.joined(separator: ", "))."
            throw ValidationError("\(option): значения «\(text)» нет.\(hint)")
        }
    }
}

/// What writing a book may refuse, in words.
enum BookWords {
    static func text(_ error: BookError) -> String {
        switch error {
        case .archive(let reason): "книга не записана: \(reason)"
        case .file(let error): MachineMessage.text(error, .ru)
        case .noProgram where PDFMaker.misnamed != nil:
            "PDF делает программа WeasyPrint, а в переменной \(PDFMaker.variable) названо "
                + "«\(Terminal.printable(PDFMaker.misnamed ?? ""))»: там её нет, или её нельзя запустить; "
                + "книгу .epub можно сделать и без неё"
        case .noProgram:
            "PDF делает программа WeasyPrint, а её здесь нет: поставьте её (pip install weasyprint) или назовите в "
                + "переменной \(PDFMaker.variable); книгу .epub можно сделать и без неё"
        case .oldProgram: "WeasyPrint на этой машине слишком старая: нужна \(PDFMaker.oldest) или новее"
        case .program(.slow(let seconds)): "WeasyPrint не закончила за \(seconds) с: возьмите подборку поменьше"
        case .program(.large(let bytes)): "PDF вышел больше \(bytes >> 20) МБ: возьмите подборку поменьше"
        case .program(.failed(let message)): "WeasyPrint не сделала PDF: \(message)"
        }
    }
}
