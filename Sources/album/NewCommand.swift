import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Editing
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

            С ключом --from черновик начинается с текста и строк другого материала: дорожной
            карты или модельного решения, которое вы берёте за образец. Даты, места,
            состояние, утверждение и вложения остаются в образце, а новый материал называет
            его в поле «Основано на».

            Примеры:
              album new
              album new практика "Квест-игра по ВСОКО"
              album new приказ "Приказ от 01.09.2026 № 125" --slug order-125
              album new показатели "Показатели мониторинга" --table Показатели
              album new --from karta-nastavnichestva --municipality "Примерный МР" --later 1
            """)

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp("Вид материала: practice, roadmap, document… — или его русское название.", valueName: "вид"))
    var kind: String?

    @Argument(help: ArgumentHelp("Название.", valueName: "название"))
    var title: String?

    @Option(name: .long, help: "Имя файла без расширения; по умолчанию — из названия.")
    var slug: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "С какой таблицы вида начать: её заголовок или id; по умолчанию её выбирает вид.", valueName: "таблица"))
    var table: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Взять за образец этот материал: его имя файла или название.", valueName: "материал"))
    var from: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Для какого муниципалитета делается копия (вместе с --from).", valueName: "муниципалитет"))
    var municipality: String?

    @Option(
        name: .long,
        help: ArgumentHelp("На сколько лет позже станут сроки в таблицах (вместе с --from).", valueName: "лет"))
    var later: Int?

    func validate() throws {
        if from == nil, municipality != nil || later != nil {
            throw ValidationError("--municipality и --later нужны вместе с --from: с ними копируют материал")
        }
        if from != nil, table != nil {
            throw ValidationError("--table не нужен вместе с --from: таблицы у копии те же, что у образца")
        }
        if let later, !(0...50).contains(later) { throw ValidationError("--later: нужно число лет от 0 до 50") }
        if let title { try requireOneLine(title) }
    }

    func run() throws {
        let files = try site.fileSystem()
        let loaded = try site.loadedSite(files)
        if let from { return try adapt(AdaptedMaterial(from, loaded, files)) }
        let (found, word) = try chosenKind(loaded.catalog.kinds)
        let table = try table.map { try Self.table($0, of: found) }
        let title = try chosenTitle(found)
        let path = try freePath(found, title, loaded, files, in: album(loaded, files)?.id)
        let material = NewMaterial(
            kind: found, schema: loaded.catalog.schema, language: loaded.configuration.language, table: table)
        try NewFile.write(material.text(title: title, calledBy: word), to: files.absolutePath(path))
        if table == nil, found.namesNewTable, let first = found.newTable {
            let others = found.tables.filter { $0.id != first.id }.map { "«\($0.headings[0])»" }
            if !others.isEmpty {
                Terminal.message(
                    "В черновике таблица «\(first.headings[0])». Другие у этого вида: \(others.joined(separator: ", ")); с них начинают ключом --table."
                )
            }
        }
        Terminal.data(site.root.prefixOfPaths + path.text + "\n")
    }

    /// The table of a kind that a text names; none is a fault of usage.
    private static func table(_ text: String, of kind: Kind) throws -> TableDefinition {
        if let table = kind.tables.first(where: { $0.isNamed(text) }) { return table }
        let names = kind.tables.map { "\($0.id) («\($0.headings[0])»)" }
        throw ValidationError(
            names.isEmpty
                ? "у вида «\(kind.name.one)» таблиц нет"
                : "таблицы «\(text)» у вида «\(kind.name.one)» нет; есть: \(names.joined(separator: ", "))")
    }

    /// The root in whose folder somebody stands; one with `album.yml` is an album of its own and not looked for here.
    private func album(_ loaded: LoadedSite, _ files: DiskFileSystem) -> ContentRoot? {
        guard site.root.given == nil, let here = SiteFolder.path(of: ".", below: files.root) else { return nil }
        return loaded.catalog.schema.roots.first { (here.text + "/").hasPrefix($0.folder.text + "/") }
    }

    // MARK: From a model

    private func adapt(_ model: AdaptedMaterial) throws {
        let catalog = model.loaded.catalog
        // Beside a model its kind is known: a single word is the title.
        if title != nil, let kind {
            let named = try Self.kind(kind, of: catalog.kinds, KindNames(catalog.kinds))
            guard named.id == model.kind.id else {
                throw ValidationError(
                    "«\(model.source.title)» — \(model.kind.name.one), а не «\(kind)»: вид копии тот же, что у образца")
            }
        }
        let place = try municipality.map(model.place)
        let plain = try model.adaptation(.init(place: place?.name))
        let later = later ?? askedYears(plain.years)
        let adaptation = later == 0 ? plain : try model.adaptation(.init(place: place?.name, later: later))
        let renamed =
            try (title ?? kind).map { title in
                try requireOneLine(title)
                return adaptation.titled(title)
            } ?? adaptation
        let roots = model.loaded.catalog.schema.roots
        // A copy stands where its place is at home.
        let root = roots.first { $0.id == place?.root } ?? (place == nil ? album(model.loaded, model.files) : nil)
        let path = try freePath(of: renamed, place, in: root?.id, model.loaded, model.files)
        let language = model.loaded.configuration.language
        try NewFile.write(renamed.text(language), to: model.files.absolutePath(path))
        if let root, place?.root == root.id {
            Terminal.message("Черновик лёг в альбом «\(root.id)»: его правят там, album serve --root \(root.folder).")
        }
        if !renamed.left.isEmpty {
            Terminal.message("Осталось в образце: \(renamed.left.map(\.label).joined(separator: ", ")).")
        }
        if let note = renamed.note(language) { Terminal.message(note) }
        let mentions = renamed.mentions
        if !mentions.isEmpty {
            Terminal.message("Место образца ещё названо, поправьте (мест: \(mentions.count)):")
            for mention in mentions { Terminal.message("  " + Terminal.printable(mention.text(language))) }
        }
        Terminal.data(site.root.prefixOfPaths + path.text + "\n")
    }

    private static let expectedYears = "Напишите число лет от 0 до 50."

    /// By how many years a person moves the terms; none where nobody is there to ask.
    private func askedYears(_ years: [Int]) -> Int {
        guard !years.isEmpty, Asking.isPossible else { return 0 }
        Terminal.message("Сроки в таблицах образца: \(years.map(String.init).joined(separator: ", ")).")
        while let answer = Asking.line("На сколько лет позже? 0 — оставить: ", expected: Self.expectedYears) {
            if let later = Int(answer), (0...50).contains(later) { return later }
            Terminal.message(Self.expectedYears)
        }
        return 0
    }

    /// The first path that is free: that of the title, of the title and the place, then numbered ones; in the album that the
    /// place belongs to.
    private func freePath(
        of adaptation: Adaptation, _ place: VocabularyEntry?, in root: RootID?, _ loaded: LoadedSite,
        _ files: DiskFileSystem
    ) throws -> SitePath {
        let (catalog, kind) = (loaded.catalog, adaptation.kind)
        let title = adaptation.title ?? kind.name.one
        if slug != nil { return try freePath(kind, title, loaded, files, in: root) }
        let stem = Address.newID(of: title, limit: 60)
        let names =
            [stem] + (place.map { ["\(stem)-\($0.ownID ?? $0.id)"] } ?? []) + (2...99).map { "\(stem)-\($0)" }
        let (reserved, former) = (SitePages.reservedAddresses(catalog.schema), catalog.directory.formerAddresses)
        let taken = Set(catalog.materials.map { $0.address.lowercased() })
        let free = try names.first { name in
            let path = Self.folder(of: kind, in: root) + name + ".md"
            let address = Address.page(ofPath: path).lowercased()
            guard !stem.isEmpty, !reserved.contains(address), !former.contains(address), !taken.contains(address) else {
                return false
            }
            // Within a root its own material goes before the site's of the same name, which the copy may be made of.
            let isOfSite = catalog.materials.contains { $0.path == "\(kind.folder)/\(name).md" }
            guard root == nil || !isOfSite else { return false }
            return try files.entry(SitePath(loaded.sourceMap.shown("content/" + path))) == nil
        }
        return try freePath(kind, title, loaded, files, in: root, name: free)
    }

    /// Below `content/`, as addresses begin: `perm/roadmaps/`.
    private static func folder(of kind: Kind, in root: RootID?) -> String {
        (root.map { "\($0)/" } ?? "") + "\(kind.folder)/"
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
        let near = NameSuggester(kinds.flatMap { [$0.name.one, $0.title, $0.id.rawValue] + $0.aliases }).likely(text)
        let hint = near.isEmpty ? "" : "; возможно: \(near.joined(separator: ", "))"
        throw ValidationError(
            found.isEmpty ? "вида «\(text)» нет\(hint); есть: \(shown)" : "«\(text)» — это несколько видов: \(shown)")
    }

    private func chosenTitle(_ kind: Kind) throws -> String {
        if let title { return title }
        guard Asking.isPossible else {
            throw ValidationError("не сказано название: album new \(kind.id) \"НАЗВАНИЕ\"")
        }
        guard let answer = Asking.line("Название: ", expected: "Напишите название: без него материал не начать.") else {
            throw ExitStatus.usage
        }
        try requireOneLine(answer)
        return answer
    }

    // MARK: Its file

    /// The path of the file, which nothing has, nor its page's address.
    private func freePath(
        _ kind: Kind, _ title: String, _ loaded: LoadedSite, _ files: DiskFileSystem, in root: RootID? = nil,
        name given: String? = nil
    ) throws -> SitePath {
        let (catalog, map) = (loaded.catalog, loaded.sourceMap)
        let name = slug ?? given ?? Address.newID(of: title, limit: 60)
        guard !name.isEmpty, !name.hasPrefix(".") else {
            throw ValidationError("из названия «\(title)» не получается имя файла: задайте его ключом --slug")
        }
        let below = Self.folder(of: kind, in: root) + name + ".md"
        let path: SitePath
        do {
            path = try SitePath(map.shown("content/" + below))
        } catch {
            throw ValidationError("имя файла «\(name)» не годится: нужны латинские буквы, цифры и дефис")
        }
        let address = Address.page(ofPath: below)
        guard !SitePages.reservedAddresses(catalog.schema).contains(address.lowercased()) else {
            throw ValidationError("адрес \(address) занят страницей сайта: задайте другое имя файла ключом --slug")
        }
        if let other = catalog.materials.first(where: { $0.address.lowercased() == address.lowercased() }) {
            throw ValidationError(
                "адрес \(address) занят материалом \(map.shown("content/" + other.path)): задайте другое имя ключом --slug"
            )
        }
        guard try files.entry(path) == nil else { throw ValidationError("файл \(path) уже есть") }
        return path
    }
}
