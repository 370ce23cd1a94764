import Diagnostics
import Formats
import Search

/// An answer for people.
struct SearchText {
    /// Whether matches are set off by colour.
    let isColoured: Bool
    /// Whether remarks about the query are left out.
    let isQuiet: Bool

    func text(_ answer: SearchAnswer) -> String {
        var lines = isQuiet ? [] : Self.remarks(answer)
        if answer.results.isEmpty { lines.append(Self.nothing(answer.kind)) }
        for result in answer.results {
            lines.append("\(strong(result.title)) [\(result.label)] \(result.score)")
            lines.append("    \(result.url)")
            let isOfFile = result.files.first?.snippet == result.snippet
            if !isOfFile, !result.snippet.isEmpty { lines.append("    " + marked(result.snippet)) }
            for file in result.files { lines.append("    в файле «\(file.name)»: " + marked(file.snippet)) }
            if let explanation = result.explanation {
                lines += ScoreExplanationText.lines(explanation).map { "    " + $0 }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func marked(_ parts: [SearchAnswer.SnippetPart]) -> String {
        parts.map { $0.isMatch ? strong($0.text) : $0.text }.joined()
    }

    private static func nothing(_ kind: SearchAnswer.Kind) -> String {
        switch kind {
        case .words: "Ничего не найдено."
        case .common: "Эти слова есть почти в каждом тексте, добавьте слово по теме."
        case .wordless: "В запросе нет ни слова, ни числа."
        }
    }

    private func strong(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// A word that may have meant two is told once.
    private static func remarks(_ answer: SearchAnswer) -> [String] {
        var told: [String] = []
        for remark in answer.remarks {
            guard case .spelling(let typed, _) = remark else {
                told.append(text(remark))
                continue
            }
            let meant = answer.remarks.compactMap { other in
                if case .spelling(typed, let searched) = other { "«\(searched)…»" } else { nil }
            }
            let line = "слова «\(typed)» нет, ищем похожее: \(meant.joined(separator: ", "))"
            if told.last != line { told.append(line) }
        }
        return told
    }

    private static func text(_ remark: SearchAnswer.Remark) -> String {
        switch remark {
        case .layout(let typed, let searched): "«\(typed)» набрано в другой раскладке, ищем «\(searched)»"
        case .spelling(let typed, let searched): "слова «\(typed)» нет, ищем похожее: «\(searched)…»"
        case .ignored(let word): "слово «\(word)» не учтено"
        case .apart(let number): "номера «\(number)» на сайте нет, ищем его части"
        case .noDay(let day): "дня \(day) в текстах нет"
        case .unread(let word): "есть ли слово «\(word)», неизвестно: часть указателя не прочитана"
        case .related(let typed, let searched): "заодно с «\(typed)» ищем: \(searched.joined(separator: ", "))"
        case .instead(let typed, let searched):
            "слова «\(typed)» нет, ищем близкое по смыслу: \(searched.joined(separator: ", "))"
        case .cut(let words): "запрос слишком длинный, учтены первые слова: \(words)"
        }
    }
}

/// An answer for machines: one line, the form that DESIGN fixes.
enum SearchJSON {
    /// - Parameter engine: says of which regions a page is, where the site has several: `regions`.
    static func line(_ answer: SearchAnswer, _ engine: SearchEngine) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("query", answer.query)
            json.key("results")
            json.array { json in
                for result in answer.results { json.object { write(result, engine, to: &$0) } }
            }
        }
        return json.text
    }

    private static func write(_ result: SearchAnswer.Result, _ engine: SearchEngine, to json: inout JSONWriter) {
        json.member("title", result.title)
        json.member("url", result.url)
        json.member("kind", result.label)
        json.member("score", result.score)
        json.member("snippet", result.snippetText)
        if !result.files.isEmpty {
            json.key("files")
            json.array { json in
                for file in result.files {
                    json.object { json in
                        json.member("name", file.name)
                        json.member("snippet", file.snippet.map(\.text).joined())
                    }
                }
            }
        }
        if let explanation = result.explanation { ScoreExplanationText.write(explanation, to: &json) }
        guard let regions = engine.values(of: "regions", at: result) else { return }
        json.key("regions")
        json.strings(regions)
    }
}
