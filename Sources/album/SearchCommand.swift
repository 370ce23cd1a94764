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
            Вместо запроса «-»: запросы читаются построчно, на каждый — строка ответа в JSON.

            Примеры:
              album search "квест-игра всоко"
              album search "оценка качества" --direction znanie --limit 5
              album search приказ --site /media/usb/album --format json
            """)

    /// Forms of the answer.
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Запрос или «-».")
    var query: String

    @Option(name: .long, help: "Папка сайта: та, где лежит album.yml.")
    var root = "."

    @Option(name: .long, help: "Собранный сайт; исходные тексты не нужны.")
    var site: String?

    @Option(name: .long, help: "Направление, по идентификатору; можно несколько раз.")
    var direction: [String] = []

    @Option(name: .long, help: "Муниципалитет, по идентификатору.")
    var municipality: [String] = []

    @Option(name: .long, help: "Вид материала, по идентификатору.")
    var kind: [String] = []

    @Option(name: .long, help: "Год.")
    var year: [String] = []

    @Option(name: .long, help: "Сколько результатов.")
    var limit = 20

    @Option(name: .long, help: "Вид ответа: text или json.")
    var format = Form.text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit: нужно число от 1") }
    }

    func run() throws {
        let files = try SiteFolder.built(site ?? SiteFolder.output(root: root))
        let engine: SearchEngine
        do {
            engine = try SearchEngine { path in
                let path = try SitePath(path)
                return try files.entry(path) == nil ? nil : try files.read(path)
            }
        } catch let error as SearchIndexError {
            Terminal.message("\(files.root): \(error)")
            let isBuilt = try files.entry(SitePath(literal: "manifest.json")) != nil
            throw isBuilt ? ExitStatus.verificationFailed : ExitStatus.usage
        }
        let filters = try filters(engine)
        if query == "-" {
            while let line = readLine() { answer(line, engine, filters, .json) }
        } else {
            answer(query, engine, filters, format)
        }
    }

    /// Checks ids against the index, so that a wrong one is not an empty answer.
    private func filters(_ engine: SearchEngine) throws -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (facet, chosen) in [
            ("directions", direction), ("municipalities", municipality), ("kind", kind), ("year", year),
        ] where !chosen.isEmpty {
            let known = engine.facets.first { $0.id == facet }?.values ?? []
            for value in chosen where !known.contains(value) {
                throw ValidationError("«\(value)» нет среди значений «\(facet)»: \(known.joined(separator: ", "))")
            }
            result[facet] = chosen
        }
        return result
    }

    private func answer(_ query: String, _ engine: SearchEngine, _ filters: [String: [String]], _ form: Form) {
        let answer = engine.search(query, filters: filters, limit: limit)
        for fault in answer.faults { Terminal.message("\(fault)") }
        switch form {
        case .json: Terminal.data(SearchJSON.line(answer) + "\n")
        case .text: Terminal.data(SearchText.text(answer))
        }
    }
}

/// An answer for people.
enum SearchText {
    static func text(_ answer: SearchAnswer) -> String {
        var lines = answer.remarks.map { remark in
            switch remark {
            case .layout(let typed, let searched): "«\(typed)» набрано в другой раскладке, ищем «\(searched)»"
            case .spelling(let typed, let searched): "слова «\(typed)» нет, ищем «\(searched)»"
            case .ignored(let word): "слово «\(word)» не учтено"
            case .related(let typed, let searched):
                "заодно с «\(typed)» ищем: \(searched.joined(separator: ", "))"
            case .cut(let words): "запрос слишком длинный, учтены первые слова: \(words)"
            }
        }
        if answer.results.isEmpty { lines.append("Ничего не найдено.") }
        for result in answer.results {
            lines.append("\(result.title) [\(result.label)] \(result.score)")
            lines.append("    \(result.url)")
            if !result.snippetText.isEmpty { lines.append("    \(result.snippetText)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// An answer for machines: one line, the form that DESIGN fixes.
enum SearchJSON {
    static func line(_ answer: SearchAnswer) -> String {
        var json = JSONText()
        json.object { json in
            json.member("query", answer.query)
            json.key("results")
            json.array { json in
                for result in answer.results { json.object { write(result, to: &$0) } }
            }
        }
        return json.text
    }

    private static func write(_ result: SearchAnswer.Result, to json: inout JSONText) {
        json.member("title", result.title)
        json.member("url", result.url)
        json.member("kind", result.label)
        json.member("score", result.score)
        json.member("snippet", result.snippetText)
    }
}
