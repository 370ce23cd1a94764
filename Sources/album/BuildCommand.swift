import ArgumentParser
import Diagnostics
import Files
import Languages
import SiteBuilder

/// The command `album build`.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Собирает сайт.",
        discussion: """
            Сайт заменяется целиком и только без ошибок: при ошибке прежний остаётся нетронутым.

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

    @Option(name: .long, help: "Сказать, почему страница собрана заново: practices/kvest.html.")
    var explain: String?

    func run() throws {
        let bar = ProgressBar(isShown: Terminal.isInteractive && !site.quiet)
        let root = try site.fileSystem()
        var request = BuildRequest(
            root: root, parallel: site.parallel, edition: site.editionDate, isLenient: lenient,
            isStrict: site.strict, includesDrafts: drafts, output: output,
            installedThemes: try InstalledThemes.fileSystem(), cache: cache.folder(of: root),
            progress: { bar.begin($0) })
        request.explained = explain
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
            Terminal.message(
                BuildSummaryText.text(summary, of: summary.output, report.language, verbose: site.verbose))
        }
        for line in report.explanation { Terminal.message(line) }
        if !(lenient && report.summary != nil) { try site.fail(on: report.diagnostics) }
    }
}

/// The last lines of a build.
enum BuildSummaryText {
    /// - Parameter name: what the figures are of.
    static func text(
        _ summary: BuildSummary, of name: String, _ language: Language, verbose: Bool
    ) -> String {
        let isRussian = language == .ru
        let names = isRussian ? ["материалов", "страниц", "файлов"] : ["materials", "pages", "files"]
        let counts = zip(names, [summary.materials, summary.pages, summary.files]).map { "\($0) — \($1)" }
        let second = isRussian ? "с" : "s"
        let sums = "\(size(summary.bytes, language)), \(format(summary.total)) \(second)"
        var lines = ["\(name): \(counts.joined(separator: ", ")), \(sums)"]
        if summary.drafts > 0 {
            lines.append(
                isRussian
                    ? "  черновиков не опубликовано — \(summary.drafts)" : "  drafts left out — \(summary.drafts)")
        }
        if verbose {
            for (stage, duration) in summary.stages {
                lines.append("  \(isRussian ? stage.title.ru : stage.title.en): \(format(duration)) \(second)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func size(_ bytes: Int, _ language: Language) -> String {
        let (kilo, mega) = language == .ru ? ("КБ", "МБ") : ("KB", "MB")
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
