import Foundation
import TestSupport
import Testing

@testable import Search

/// The program and the browser's client answer alike: totals, order, scores, snippets, remarks, faults.
@Suite struct BrowserAgreementTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil
    /// Drawn queries of each of the three collections; `ALBUM_LONG_TESTS` asks 20,000 in all.
    private static let drawn = isLong ? 6700 : 250

    private struct Request: Encodable {
        let query: String
        let filters: [String: [String]]
        let limit: Int
        let allWords: Bool
        let typed: [String]
        let facets: Bool
    }

    private struct Answer: Decodable, Equatable {
        struct Result: Decodable, Equatable {
            let url: String
            let score: Int
            let snippet: String
            let files: [String]
        }
        struct Phrases: Decodable, Equatable {
            let checked: Int
            let held: Int
        }
        let total: Int
        let whole: Int
        let partial: Bool
        let phrases: Phrases?
        let results: [Result]
        let remarks: [String]
        let offers: [String]
        let faults: Int
    }

    private func answer(_ request: Request, _ engine: SearchEngine) -> Answer {
        let answer = engine.search(
            request.query, filters: request.filters, limit: request.limit, allWords: request.allWords,
            asTyped: Set(request.typed), isExact: request.facets)
        let remarks = answer.remarks.map { remark in
            switch remark {
            case .layout(let typed, let searched): "layout|\(typed)|\(searched)"
            case .spelling(let typed, let searched): "spelling|\(typed)|\(searched)"
            case .ignored(let word): "ignored|\(word)"
            case .apart(let number): "apart|\(number)"
            case .noDay(let day): "noDay|\(day)"
            case .unread(let word): "unread|\(word)"
            case .related(let typed, let searched): "related|\(typed)|\(searched.joined(separator: ", "))"
            case .instead(let typed, let searched): "instead|\(typed)|\(searched.joined(separator: ", "))"
            case .cut(let words): "cut|\(words)"
            }
        }
        return Answer(
            total: answer.total, whole: answer.complete, partial: answer.isPartial,
            phrases: answer.phrases.map { .init(checked: $0.checked, held: $0.held) },
            results: answer.results.map {
                .init(
                    url: $0.url, score: $0.score, snippet: $0.snippetText,
                    files: $0.files.map { "\($0.name): \($0.snippet.map(\.text).joined())" })
            },
            remarks: remarks,
            offers: engine.named(
                in: request.query, filters: request.filters, allWords: request.allWords, asTyped: Set(request.typed)
            ).map { offer in
                let values = offer.values.map { "\($0.facet)=\($0.value)" }.joined(separator: "&")
                return [values, offer.rest, String(offer.count), String(offer.isAll)].joined(separator: "|")
            },
            faults: answer.faults.count)
    }

    private func requests(drawn: [String]) -> [Request] {
        let fixed = [
            "", "школьный проект", "УМК", "учебно-методический", "02/2807", "02/961", "02/961 ", "02/28", "02/174",
            "9/02-21", "Р-2807",
            "Р-174",
            "р174", "02а2807", "умк1",
            "28.06.2023", "28 июня 2023 года урок", "1/2/23", "проект и урок", "5", "моя школа", "rkfcc", "2022/23",
            "план 2022-2023",
            "муз", "и", "ученик",
            "учебно методический комплект", "учебно-методический план", "брейншторм",
            String(repeating: "школа ", count: 100), "«школьный проект»", "\"урок план\" квест",
            "„план урока“ «план урока»",
            "«проект", "«»", "«нет такого» проект", "d irjkt", "план d", "комплект учебно методический",
            "\u{0}\u{1}\u{7F}", "<script>alert(1)</script>", "—…!?«»„“[]{};'", String(repeating: "ш", count: 10_000),
            String(repeating: "а-", count: 5000),
        ]
        let filters = [
            [:], ["direction": ["v1", "v5"], "kind": ["p"]], ["direction": ["v2"]], ["kind": ["d", "none"]],
        ]
        return (fixed + drawn).enumerated().map { number, query in
            Request(
                query: query, filters: number % 2 == 0 ? filters[number / 2 % 4] : [:],
                limit: 1 + number % 20, allWords: number % 9 == 0,
                typed: number % 5 == 0 ? query.split(separator: " ").map(String.init) : [], facets: number % 2 == 0)
        }
    }

    private func generated(_ count: Int) -> [String] {
        var texts = GeneratedTexts(seed: 4)
        return (0..<count).map { _ in texts.query() }
    }

    private func compare(_ index: SampleIndex, drawn: [String]? = nil) throws {
        let folder = try TemporaryFolder()
        try index.write(to: folder)
        let requests = requests(drawn: drawn ?? generated(250))
        let lines = try requests.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        try folder.write(lines.joined(separator: "\n"), to: "requests")
        let output = try Repository.node(["queries", Repository.core, folder.path], input: folder)
        let answers = try output.split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
        #expect(answers.count == requests.count)
        let engine = try index.engine()
        for (request, browser) in zip(requests, answers) {
            #expect(answer(request, engine) == browser, "\(request.query)")
        }
    }

    @Test func theBrowserGivesTheSameAnswers() throws {
        var texts = GeneratedTexts(seed: 5)
        var documents = texts.documents(400)
        documents[3].body += " от 28.06.2023 и 28–30 июня 2023 года"
        documents[5].names = ["5", "Моя школа"]
        documents[7].mentionedNames = ["проект и урок"]
        for number in stride(from: 0, to: documents.count, by: 5) {
            documents[number].body += "\n" + (0..<8).map { _ in texts.sentence(5) }.joined(separator: "\t") + "\n"
        }
        for number in stride(from: 0, to: documents.count, by: 7) {
            documents[number].body += SearchDocument.file(named: texts.sentence(2), texts.sentence(60))
        }
        try compare(
            SampleIndex(documents, configuration: GeneratedTexts.configuration), drawn: generated(Self.drawn))
    }

    @Test func theBrowserGivesTheSameAnswersOfWordsOnVeryManyPages() throws {
        let documents = (0..<3400).map { number in
            SearchDocument(
                url: "\(number)", title: number % 1000 == 7 ? "Школа" : "Страница",
                body: (number % 20 == 0 ? "" : "школа ") + (number % 30 < 29 ? "проект урок" : "план класс")
                    + (number % 50 == 3 ? " квест" : ""),
                facets: [[number % 2], [number % 6]])
        }
        let index = SampleIndex(documents, configuration: GeneratedTexts.configuration)
        #expect(index.files.keys.filter { $0.hasPrefix("search/p") }.count == 4)
        let engine = try index.engine()
        #expect(engine.search("школа").isPartial)
        #expect(engine.search("школа").total == ShardFormat.postingsPerTerm)
        #expect(
            engine.search("школа", isExact: true).total
                == documents.count { $0.title == "Школа" || $0.body.contains("школа") })
        try compare(index, drawn: generated(Self.drawn))
        var damaged = index
        let further = index.files.keys.filter { $0.hasPrefix("search/p") }.sorted()
        damaged.files[further[0]] = nil
        damaged.files[further[1]]?.removeLast(9)
        try compare(damaged)
    }

    @Test func theBrowserGivesTheSameAnswersOfTheContent() throws {
        let content = try ContentIndex()
        var chance = FixedChance(seed: 11)
        try compare(content.index, drawn: (0..<Self.drawn).map { _ in content.query(&chance) })
    }

    @Test func theBrowserGivesTheSameAnswersFromADamagedIndex() throws {
        var texts = GeneratedTexts(seed: 6)
        var index = SampleIndex(texts.documents(200), configuration: GeneratedTexts.configuration)
        let paths = index.files.keys.sorted()
        for kind in ["x", "d"] { index.files[paths.filter { $0.hasPrefix("search/\(kind)") }[2]] = nil }
        for kind in ["t", "s"] { index.files[paths.filter { $0.hasPrefix("search/\(kind)") }[1]]?.removeLast(9) }
        try compare(index)
    }
}
