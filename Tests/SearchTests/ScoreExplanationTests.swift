import Testing

@testable import Search

@Suite struct ScoreExplanationTests {
    private let index = SampleIndex(
        [
            SearchDocument(
                url: "a.html", title: "Школьный квест", summary: "Игра по станциям.", headings: ["Жюри"], body: "квест"),
            SearchDocument(url: "b.html", title: "Урок", body: "дети, квест, приказ от 28.06.2023"),
        ], configuration: SearchConfiguration(synonyms: [["ребёнок", "дети"]]))

    private func explained(_ query: String, _ url: String) throws -> ScoreExplanation {
        let results = try index.engine().search(query, isExplained: true).results
        return try #require(results.first { $0.url == url }?.explanation)
    }

    @Test(arguments: [
        "квест ", "школа квест", "квест жюри ", "ребёнок ", "квсет", "28.06.2023", "школьный урок игра дети",
    ])
    func pointsByTheShareOfTheQueryAreTheScore(query: String) throws {
        let results = try index.engine().search(query, isExplained: true).results
        #expect(!results.isEmpty)
        for result in results { #expect(result.explanation?.score == result.score, "\(query): \(result.url)") }
    }

    @Test func eachWordSaysHowItIsFoundAndWhere() throws {
        let quest = try explained("квест жюри ", "a.html")
        #expect(quest.parts.map(\.word) == ["квест", "жюри"])
        #expect(quest.parts.map(\.places) == [[.title, .text], [.elsewhere]])
        #expect(quest.covered == quest.wanted)
        let child = try explained("ребёнок квест ", "b.html")
        #expect(child.parts.map(\.way) == [.related, .word])
        #expect(child.parts[0].terms == ["дет"] || child.parts[0].terms == ["дети"])
        #expect(try explained("квсет", "a.html").parts.map(\.way) == [.guess])
    }

    @Test func aWordThatThePageLacksIsLeftOut() throws {
        let lesson = try explained("игра квест ", "b.html")
        #expect(lesson.parts.map(\.word) == ["квест"])
        #expect(lesson.covered < lesson.wanted)
    }

    @Test func nothingIsExplainedThatWasNotAsked() throws {
        #expect(try index.engine().search("квест").results.allSatisfy { $0.explanation == nil })
    }
}
