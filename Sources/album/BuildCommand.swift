import ArgumentParser
import Books
import Catalog
import Diagnostics
import Files
import Languages
import Packaging
import SiteBuilder

/// The command `album build`.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Собирает сайт.",
        discussion: """
            Сайт заменяется целиком и только без ошибок: при ошибке прежний остаётся
            нетронутым.

            Примеры:
              album build
              album build --root ../site --output /tmp/site
              album build --strict --format github
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var cache: CacheOptions

    @Option(name: .long, help: "Куда; по умолчанию — папка output из album.yml.")
    var output: String?

    @Flag(name: .long, help: "Публиковать и страницы с ошибками; ошибка видна на странице.")
    var lenient = false

    @Flag(name: .long, help: "Публиковать и черновики.")
    var drafts = false

    @Flag(name: .long, help: "Сделать из каждого альбома книги: EPUB и, если есть WeasyPrint, PDF.")
    var books = false

    @Flag(name: .long, help: "Записать адреса сайта в addresses.tsv: потом ни один не пропадёт.")
    var record = false

    @Option(name: .long, help: "Сказать, почему страница собрана заново: practices/kvest.html.")
    var explain: String?

    func validate() throws {
        if record, lenient || drafts {
            throw ValidationError("--record записывает адреса для читателей: без --lenient и --drafts")
        }
    }

    func run() throws {
        let bar = ProgressBar(isShown: Terminal.isInteractive && !site.quiet)
        let root = try site.fileSystem()
        var request = BuildRequest(
            root: root, parallel: site.parallel, edition: site.editionDate, isLenient: lenient,
            isStrict: site.strict, includesDrafts: drafts, output: output,
            installedThemes: try InstalledThemes.fileSystem(), store: cache.store(of: root),
            progress: { bar.begin($0) })
        request.explained = explain
        if books { request.books = bookFormats() }
        let report: BuildReport
        do {
            report = try SiteBuild.run(request)
        } catch {
            bar.end()
            throw error
        }
        bar.end()
        site.report(report.diagnostics, language: report.language)
        if let summary = report.summary, !site.quiet, site.format == .text {
            Terminal.message(BuildSummaryText.text(summary, report.language, verbose: site.verbose))
        }
        for line in report.explanation { Terminal.message(line) }
        for book in report.lostBooks { Terminal.message("\(book.address): \(BookWords.text(book.error))") }
        if lenient, report.summary != nil {
            // Faults of the content are wanted there; a file that nobody could read is none of them.
            if report.diagnostics.contains(where: \.isOfUnreadFile) { throw ExitStatus.machine }
        } else {
            try site.fail(on: report.diagnostics)
        }
        if record, let summary = report.summary { try LedgerFile.record(site: summary.output, root: root) }
        // The site stands; what was asked for besides does not.
        if !report.lostBooks.isEmpty { throw ExitStatus.machine }
    }

    /// Those that can be made here; what cannot is told.
    private func bookFormats() -> Set<BookFile.Format> {
        guard PDFMaker.find() == nil else { return Set(BookFile.Format.allCases) }
        Terminal.message(BookWords.text(.noProgram))
        return [.epub]
    }
}

/// The last lines of a build.
enum BuildSummaryText {
    /// What was published, and where.
    static func text(_ summary: BuildSummary, _ language: Language, verbose: Bool) -> String {
        let files = (language.hasRussianMessages ? "файлов" : "files") + " — \(summary.files)"
        return lines(
            [summary.output + ": " + counts(summary.counts, language), files, size(summary.bytes, language)],
            summary.counts, summary.times, language, made: verbose ? summary.made : nil, goneBooks: summary.goneBooks,
            verbose: verbose)
    }

    /// What is shown and stands nowhere.
    static func text(
        _ counts: SiteFiles.Counts, _ times: StageTimes, _ language: Language, verbose: Bool
    ) -> String {
        let name = language.hasRussianMessages ? "сайт" : "site"
        return lines(
            [name + ": " + self.counts(counts, language)], counts, times, language, verbose: verbose)
    }

    private static func counts(_ counts: SiteFiles.Counts, _ language: Language) -> String {
        language.hasRussianMessages
            ? "материалов — \(counts.materials), страниц — \(counts.pages)"
            : "materials — \(counts.materials), pages — \(counts.pages)"
    }

    /// - Parameters:
    ///   - made: how many pages were made now, where that is to be told.
    ///   - goneBooks: how many books of the build before are there no more.
    private static func lines(
        _ figures: [String], _ counts: SiteFiles.Counts, _ times: StageTimes, _ language: Language, made: Int? = nil,
        goneBooks: Int = 0, verbose: Bool
    ) -> String {
        let isRussian = language.hasRussianMessages
        let second = isRussian ? "с" : "s"
        var lines = [figures.joined(separator: ", ") + ", \(format(times.total)) \(second)"]
        if counts.drafts > 0 {
            lines.append(
                isRussian ? "  черновиков не опубликовано — \(counts.drafts)" : "  drafts left out — \(counts.drafts)")
        }
        if goneBooks > 0 {
            lines.append(
                isRussian
                    ? "  книг прежней сборки больше нет — \(goneBooks): их делает album build --books"
                    : "  books of the build before that are gone — \(goneBooks): album build --books makes them")
        }
        if let made { lines.append(isRussian ? "  страниц собрано — \(made)" : "  pages made — \(made)") }
        if verbose {
            for (stage, duration) in times.stages {
                lines.append("  \(isRussian ? stage.title.ru : stage.title.en): \(format(duration)) \(second)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func size(_ bytes: Int, _ language: Language) -> String {
        let (kilo, mega) = language.hasRussianMessages ? ("КБ", "МБ") : ("KB", "MB")
        return bytes < 1_000_000
            ? "\((bytes + 999) / 1000) \(kilo)" : "\(decimal(bytes * 10 / 1_000_000, digits: 1)) \(mega)"
    }

    private static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return decimal(Int(seconds) * 100 + Int(attoseconds / 10_000_000_000_000_000), digits: 2)
    }

    /// `123, digits: 2` gives `1,23`.
    private static func decimal(_ value: Int, digits: Int) -> String {
        let scale = digits == 1 ? 10 : 100
        let rest = String(value % scale)
        return "\(value / scale)," + String(repeating: "0", count: digits - rest.utf8.count) + rest
    }
}
