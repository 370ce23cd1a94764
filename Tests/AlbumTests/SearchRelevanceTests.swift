import Foundation
import TestSupport
import Testing

/// The judged queries over the repository's own content, asked of the built program.
///
/// The measures are those of `Benchmarks/search/eval`, which prints them as a table; the thresholds lie a little below
/// what was measured (docs/search-evaluation.md), so that a change of the content does not fail and a change of the
/// search for the worse does.
@Suite struct SearchRelevanceTests {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let site = Result { try BuiltSite() }
    private let site: BuiltSite

    init() throws { site = try Self.site.get() }

    @Test(arguments: [("tuning.tsv", 0.92, 0.88), ("sealed.tsv", 0.90, 0.86)])
    func judgedQueriesFindWhatTheyShould(file: String, leastRank: Double, leastGain: Double) throws {
        let queries = try JudgedQuery.read(file)
        let found = try site.ask(queries.map(\.query))
        let pairs = Array(zip(queries, found))
        #expect(queries.count >= 75)
        #expect(mean(pairs.map { $0.reciprocalRank(of: $1) }) >= leastRank)
        #expect(mean(pairs.map { $0.normalisedGain(of: $1) }) >= leastGain)
        #expect(pairs.filter { $1.isEmpty }.map(\.0.query) == [])
    }

    @Test(arguments: [
        ("как добавить свою практику", "pages/editors-start.html"),
        ("сайт не собрался ошибка", "pages/editors-mistakes.html"),
    ])
    func theGuideForEditorsIsFoundAsAnyPageAndTheirHandbookLast(query: String, page: String) throws {
        let found = try site.ask([query])[0]
        #expect(found.first == page)
        let others = found.drop { !$0.hasPrefix("handbook/") }
        #expect(others.allSatisfy { $0.hasPrefix("handbook/") })
    }

    @Test func aMistypedQueryFindsNearlyAsMuch() throws {
        let judged = try JudgedQuery.read("tuning.tsv") + JudgedQuery.read("sealed.tsv")
        let byQuery = Dictionary(uniqueKeysWithValues: judged.map { ($0.query, $0) })
        let rows = try SearchFixture.rows("typos.tsv")
        let meant = try rows.map { try #require(byQuery[$0[1]], "\($0[1]) is not judged") }
        let mistyped = try site.ask(rows.map { $0[0] })
        let clean = try site.ask(rows.map { $0[1] })
        let score = mean(zip(meant, mistyped).map { $0.reciprocalRank(of: $1) })
        #expect(score >= 0.95 * mean(zip(meant, clean).map { $0.reciprocalRank(of: $1) }))
        #expect(Double(mistyped.filter(\.isEmpty).count) <= 0.01 * Double(rows.count))
    }

    @Test func formsOfAWordFindTheSame() throws {
        let pairs = try SearchFixture.rows("forms.tsv").flatMap { row -> [(String, String)] in
            let forms = row[0].split(separator: " ").map { "\($0) " }
            return forms.dropFirst().map { (forms[0], $0) }
        }
        #expect(try shareAlike(pairs) >= 0.95)
    }

    @Test(arguments: [("capitals", 1.0), ("ё", 1.0), ("dashes", 1.0), ("order", 0.94), ("layout", 0.94)])
    func aQueryWrittenOtherwiseFindsTheSame(manner: String, least: Double) throws {
        let judged = try JudgedQuery.read("tuning.tsv") + JudgedQuery.read("sealed.tsv")
        let pairs = judged.map { ($0.query + " ", rewritten($0.query, manner) + " ") }.filter { $0.0 != $0.1 }
        #expect(try shareAlike(pairs) >= least)
    }

    private func rewritten(_ query: String, _ manner: String) -> String {
        switch manner {
        case "capitals": query.uppercased()
        case "ё": query.replacingOccurrences(of: "е", with: "ё")
        case "dashes": query.replacingOccurrences(of: "-", with: "–")
        case "order": query.split(separator: " ").reversed().joined(separator: " ")
        default: OtherLayout.typed(query) ?? query
        }
    }

    /// The share of pairs that have nine tenths of their ten best results in common.
    private func shareAlike(_ pairs: [(String, String)]) throws -> Double {
        let left = try site.ask(pairs.map(\.0))
        let right = try site.ask(pairs.map(\.1))
        return mean(
            zip(left, right).map { left, right in
                let shared = Double(Set(left).intersection(right).count)
                return shared >= 0.9 * Double(max(left.count, right.count)) ? 1 : 0
            })
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
}

/// The own site, built once.
private final class BuiltSite: Sendable {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let arguments = ["build", "--quiet", "--output", folder.path("site")]
        let run = try Program.run(arguments, in: SearchRelevanceTests.repository)
        guard run.status == 0 else { throw BuildFailure(messages: run.messages) }
    }

    /// The addresses of the ten best results of each query.
    func ask(_ queries: [String]) throws -> [[String]] {
        let run = try Program.run(
            ["search", "-", "--site", folder.path("site"), "--limit", "10"], in: SearchRelevanceTests.repository,
            input: queries.map { $0 + "\n" }.joined())
        let answers = try run.output.split(separator: "\n").map { line in
            try JSONDecoder().decode(Answer.self, from: Data(line.utf8)).results.map(\.url)
        }
        try #require(answers.count == queries.count)
        return answers
    }

    private struct Answer: Decodable {
        struct Result: Decodable {
            let url: String
        }
        let results: [Result]
    }

    private struct BuildFailure: Error {
        let messages: String
    }
}

/// Files of `Tests/Fixtures/search-eval`: cells parted by tabs.
private enum SearchFixture {
    static func rows(_ file: String) throws -> [[String]] {
        let path = SearchRelevanceTests.repository + "/Tests/Fixtures/search-eval/" + file
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: "\t").map(String.init)
        }
    }
}

/// A query and how good each address is for it: 3 is what was looked for, 2 helps, 1 touches it.
private struct JudgedQuery {
    let query: String
    let grades: [String: Int]

    static func read(_ file: String) throws -> [JudgedQuery] {
        try SearchFixture.rows(file).map { row in
            let pairs = try row[1].split(separator: " ").map { pair in
                let parts = pair.split(separator: "=").map(String.init)
                return (parts[0], try #require(Int(parts[1])))
            }
            return JudgedQuery(query: row[0], grades: Dictionary(uniqueKeysWithValues: pairs))
        }
    }

    /// One over the place of the first address of grade 2 or 3.
    func reciprocalRank(of found: [String]) -> Double {
        found.firstIndex { grades[$0, default: 0] >= 2 }.map { 1 / Double($0 + 1) } ?? 0
    }

    /// nDCG@10 with gains of 2^grade − 1.
    func normalisedGain(of found: [String]) -> Double {
        gain(found.map { grades[$0, default: 0] }) / gain(grades.values.sorted(by: >).prefix(10))
    }

    private func gain(_ grades: some Sequence<Int>) -> Double {
        grades.enumerated().reduce(0) { $0 + (exp2(Double($1.element)) - 1) / log2(Double($1.offset + 2)) }
    }
}

/// Russian typed with the Latin layout left on.
private enum OtherLayout {
    private static let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
    private static let cyrillic = Array("йцукенгшщзхъфывапролджэячсмитьбюё")

    /// Nil for a query that has other signs than Russian letters and spaces.
    static func typed(_ query: String) -> String? {
        let letters = query.lowercased().map { letter -> Character? in
            letter == " " ? " " : cyrillic.firstIndex(of: letter).map { latin[$0] }
        }
        return letters.contains(nil) ? nil : String(letters.compactMap(\.self))
    }
}
