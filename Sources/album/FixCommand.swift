import ArgumentParser
import Catalog
import Diagnostics
import Editing
import Files
import Languages
import Mending
import SiteBuilder

/// The command `album fix`.
struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Исправляет в материалах то, у чего одно верное исправление.",
        discussion: """
            Смысл не меняется, остальные байты файла тоже; где решать человеку, ничего не
            трогается. Что останется, покажет album check.

            Примеры:
              album fix --dry-run
              album fix content/practices/kvest.md
              album fix --code near-heading --code pasted-list
            """)

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("Файлы материалов; без них — все.", valueName: "файл"))
    var paths: [String] = []

    @Option(name: .long, help: ArgumentHelp("Только сообщения с этим кодом; можно повторить.", valueName: "код"))
    var code: [String] = []

    @Flag(name: .long, help: "Показать, что изменится, и ничего не записывать.")
    var dryRun = false

    func validate() throws {
        for code in code where !DiagnosticCode.all.contains(where: { $0.name == code }) {
            throw ValidationError("сообщения с кодом «\(Terminal.printable(code))» нет; все коды: album explain")
        }
        for code in code where !Fix.codes.contains(code) {
            throw ValidationError("«\(code)» исправляет только человек: album explain \(code)")
        }
    }

    func run() throws {
        let root = try site.fileSystem()
        let shelf = UnitShelf()
        let themes = try InstalledThemes.fileSystem()
        func request(_ texts: [String: [UInt8]]) throws(FileError) -> BuildRequest {
            var unsaved: [String: [UInt8]] = [:]
            for (path, bytes) in texts { unsaved[root.absolutePath(try Self.sitePath(path))] = bytes }
            let tree = try DiskFileSystem(root: root.root, unsaved: UnsavedFiles(unsaved))
            return BuildRequest(
                root: tree, parallel: site.parallel, edition: site.editionDate, isStrict: site.strict,
                installedThemes: themes
            ).keeping(shelf)
        }
        let (survey, told) = try SiteBuild.survey(request([:]))
        try site.requireRead(told)
        let roots = survey?.catalog.schema.roots ?? []
        let wanted = try wantedPaths(root, roots)
        let language = survey?.language ?? .ru
        let mender = Mender<FileError>(
            schema: survey?.catalog.schema ?? Schema(vocabularies: [], kinds: []),
            read: { path throws(FileError) in
                path.hasPrefix("content/") ? try root.read(Self.sitePath(path)) : nil
            },
            look: { texts throws(FileError) in try SiteBuild.check(request(texts)).diagnostics })
        let outcome = try mender.mend(told) { diagnostic in
            (wanted.isEmpty || wanted.contains(diagnostic.location.path))
                && (code.isEmpty || code.contains(diagnostic.code.name))
        }
        let unwritten = try dryRun ? show(outcome) : write(outcome, root)
        tell(outcome, unwritten, language)
        if site.format == .text, wanted.isEmpty { tellOfRoots(outcome.left, roots) }
        if site.format != .text { site.report(outcome.left, language: language) }
        try site.fail(on: outcome.left)
    }

    /// As diagnostics name them.
    private func wantedPaths(_ root: DiskFileSystem, _ roots: [ContentRoot]) throws -> Set<String> {
        Set(
            try paths.map { path in
                let place = SiteFolder.path(of: path, below: root.root)
                if let place, let album = roots.first(where: { place.text.hasPrefix($0.folder.text + "/") }) {
                    throw ValidationError(
                        "«\(path)» — файл альбома «\(album.id)»: исправьте его там, album fix --root \(album.folder) \(path)"
                    )
                }
                guard let place, place.text.hasPrefix("content/") else {
                    throw ValidationError("«\(path)» — не файл в папке content этого сайта")
                }
                return place.text
            })
    }

    private static func sitePath(_ path: String) throws(FileError) -> SitePath {
        do {
            return try SitePath(path)
        } catch {
            throw FileError(.read, path, .unusableName)
        }
    }

    private func show(_ outcome: Mender<FileError>.Outcome) -> Set<String> {
        for (path, bytes) in outcome.texts.sorted(by: { $0.key < $1.key }) {
            Terminal.data(UnifiedDiff.text(from: outcome.before[path] ?? [], to: bytes, path: path))
        }
        return []
    }

    /// The files that say something else by now and stay as they are.
    private func write(_ outcome: Mender<FileError>.Outcome, _ root: DiskFileSystem) throws -> Set<String> {
        guard !outcome.texts.isEmpty else { return [] }
        let content = try SourceFolder("content", of: root.root)
        var unwritten: Set<String> = []
        for (path, bytes) in outcome.texts.sorted(by: { $0.key < $1.key }) {
            guard try root.read(Self.sitePath(path)) == outcome.before[path] else {
                unwritten.insert(path)
                continue
            }
            try content.write(Self.sitePath(String(path.dropFirst("content/".count))), bytes)
        }
        return unwritten
    }

    private func tell(_ outcome: Mender<FileError>.Outcome, _ unwritten: Set<String>, _ language: Language) {
        let mended = outcome.fixed.filter { !unwritten.contains($0.location.path) }.sortedForPrinting()
        for path in unwritten.sorted() {
            Terminal.message("\(path): файл тем временем изменился и оставлен как есть; повторите album fix")
        }
        guard !site.quiet, site.format == .text else { return }
        let verb = dryRun ? "исправит" : "исправлено"
        for fixed in mended {
            let line = fixed.location.range.flatMap { fixed.location.file?.position(at: $0.lowerBound).line }
            let place = fixed.location.path + (line.map { ":\($0)" } ?? "")
            Terminal.message(
                "\(place): \(verb): \(fixed.code.message.text(language, fixed.arguments)) [\(fixed.code.name)]")
        }
        if mended.isEmpty {
            Terminal.message("Само ничего не исправляется." + left(outcome))
        } else {
            let files = Set(mended.map(\.location.path)).count
            Terminal.message("Исправлений: \(mended.count), файлов: \(files)." + left(outcome))
        }
    }

    /// Where a root's own mistakes are mended: a site writes below its own `content/` alone.
    private func tellOfRoots(_ left: [Diagnostic], _ roots: [ContentRoot]) {
        let mendable = left.filter { Fix.codes.contains($0.code.name) && (code.isEmpty || code.contains($0.code.name)) }
        for root in roots {
            let count = mendable.count { $0.location.path.hasPrefix(root.folder.text + "/") }
            guard count > 0 else { continue }
            Terminal.message("Ещё \(count) — в альбоме «\(root.id)»: album fix --root \(root.folder)")
        }
    }

    private func left(_ outcome: Mender<FileError>.Outcome) -> String {
        outcome.left.isEmpty ? "" : " Остальное решать вам, замечаний: \(outcome.left.count); их покажет album check."
    }
}
