import ArgumentParser
import Diagnostics
import Files
import Search

/// The command `album search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Ищет по собранному сайту, как поиск на его страницах.",
        discussion: """
            Вместо запроса «-»: запросы читаются построчно, на каждый — строка ответа в
            JSON.

            Примеры:
              album search "квест-игра всоко"
              album search "оценка качества" --direction Знание --municipality Аша --limit 5
              album search приказ --site /media/usb/album --format json
              album search "квест всоко" --explain --limit 3
            """)

    @Argument(help: "Запрос или «-».")
    var query: String

    @Option(name: .customLong("site"), help: "Собранный сайт; исходные тексты не нужны.")
    var built: String?

    @OptionGroup var filters: SearchFilters

    @Flag(name: .long, help: "Только страницы со всеми словами запроса.")
    var allWords = false

    @Option(name: .long, help: "Слово, которое не исправлять и не дополнять; можно несколько раз.")
    var asTyped: [String] = []

    @Flag(name: .long, help: "Почему у страницы такая оценка: слова, их вес и место.")
    var explain = false

    @Option(name: .long, help: "Сколько результатов.")
    var limit = 20

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit: нужно число от 1") }
        if site.format != .text && site.format != .json {
            throw ValidationError("--format: у search есть text и json")
        }
    }

    func run() throws {
        let files = try SiteFolder.built(built ?? SiteFolder.output(root: site.root.path))
        let (engine, chosen) = try BuiltSearch.use(files) { ($0, try filters.chosen(in: $0)) }
        if query == "-" {
            while let line = readLine() { answer(line, engine, chosen, isJSON: true) }
        } else {
            answer(query, engine, chosen, isJSON: site.format == .json)
        }
    }

    private func answer(_ query: String, _ engine: SearchEngine, _ chosen: [String: [String]], isJSON: Bool) {
        let answer = engine.search(
            query, filters: chosen, limit: limit, allWords: allWords, asTyped: Set(asTyped), isExplained: explain)
        for fault in answer.faults { Terminal.message("\(fault)") }
        if !isJSON, !site.quiet {
            for value in engine.named(in: query, filters: chosen, allWords: allWords, asTyped: Set(asTyped)) {
                Terminal.message(filters.hint(value))
            }
        }
        if isJSON {
            Terminal.data(SearchJSON.line(answer, engine) + "\n")
        } else {
            Terminal.data(SearchText(isColoured: site.color.isOn, isQuiet: site.quiet).text(answer))
        }
    }
}
