import Foundation
import Testing

@testable import Search

/// The specification of the analysis, which the browser's scripts pass too.
struct AnalysisFixture: Decodable {
    struct Chunk: Decodable, Equatable {
        var parts: [String]
        var whole: String?
    }
    struct Scan: Decodable {
        let text: String
        let chunks: [Chunk]
    }
    struct Resolve: Decodable {
        let stems: [String]
        let word: String
        let stem: String?
    }
    struct EndingLists: Decodable {
        let contained: [String]
        let absent: [String]
    }
    struct Layout: Decodable {
        let text: String
        let swapped: String?
    }
    struct Misspelling: Decodable {
        let term: String
        let word: String
        let limit: Int
        let distance: Int?
    }
    struct Part: Decodable, Equatable {
        let text: String
        let isMatch: Bool

        init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            text = try values.decode(String.self)
            isMatch = try values.decode(Bool.self)
        }
    }
    struct Passage: Decodable {
        let text: String
        let terms: [String]
        let parts: [Part]?
        /// What there is in place of parts.
        let `is`: String?
        let file: String?
    }

    let scan: [Scan]
    let resolve: [Resolve]
    let endings: EndingLists
    let layout: [Layout]
    let spelling: [Misspelling]
    let snippets: [Passage]

    static func load() throws -> AnalysisFixture {
        try JSONDecoder().decode(
            AnalysisFixture.self, from: Data(contentsOf: URL(fileURLWithPath: Repository.fixture)))
    }
}

@Suite struct AnalysisFixtureTests {
    let fixture: AnalysisFixture

    init() throws { fixture = try AnalysisFixture.load() }

    @Test func textIsCutIntoTheChunksOfTheFixture() {
        for scan in fixture.scan {
            var chunks: [AnalysisFixture.Chunk] = []
            var scanner = WordScanner()
            scanner.scan(scan.text) { chunk in
                var parts: [String] = []
                chunk.forEachPart { parts.append(String(decoding: $0, as: UTF8.self)) }
                chunks.append(
                    .init(parts: parts, whole: chunk.isWord ? String(decoding: chunk.bytes, as: UTF8.self) : nil))
            }
            #expect(chunks == scan.chunks, "\(scan.text)")
        }
    }

    @Test func wordsResolveToTheStemsOfTheFixture() {
        for resolve in fixture.resolve {
            let stems = WordTable(resolve.stems.map { Array($0.utf8) })
            let stem = Stems.resolve(Array(resolve.word.utf8).regular) { stems.find($0) != nil }
            #expect(stem.map { String(decoding: $0, as: UTF8.self) } == resolve.stem, "\(resolve.word)")
        }
    }

    @Test func endingsAreThoseOfTheFixture() {
        for ending in fixture.endings.contained { #expect(Endings.all.find(Array(ending.utf8)) != nil, "\(ending)") }
        for ending in fixture.endings.absent { #expect(Endings.all.find(Array(ending.utf8)) == nil, "\(ending)") }
    }

    @Test func noEndingIsLongerThanIsTried() {
        for number in 0..<Endings.all.count {
            #expect(Endings.all[number].count <= Endings.maximumLetters * 2)
        }
    }

    @Test func theOtherKeyboardLayoutIsThatOfTheFixture() {
        for layout in fixture.layout { #expect(KeyboardLayout.swapped(layout.text) == layout.swapped) }
    }

    @Test func misspeltWordsAreAsFarAsTheFixtureSays() {
        for spelling in fixture.spelling {
            var measure = SpellingDistance(from: Array(spelling.word.utf8), limit: spelling.limit)
            #expect(measure.distance(to: Array(spelling.term.utf8)[...]) == spelling.distance, "\(spelling.word)")
        }
    }

    @Test func snippetsAreThoseOfTheFixture() {
        for passage in fixture.snippets {
            let terms = TermSequences(passage.terms.map { $0.split(separator: " ").map { Array($0.utf8) } })
            let wanted = passage.parts?.map { SearchAnswer.SnippetPart(text: $0.text, isMatch: $0.isMatch) }
            switch Snippet.of(Array(passage.text.utf8), matching: terms) {
            case .passages(let found):
                #expect(
                    joinedText(found[0].parts) == wanted.map(joinedText) && found[0].file == passage.file,
                    "\(passage.text)")
            case .unmatched: #expect(passage.is == "unmatched", "\(passage.text)")
            case .empty: #expect(passage.is == "empty", "\(passage.text)")
            }
        }
    }

    private func joinedText(_ parts: [SearchAnswer.SnippetPart]) -> String {
        parts.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func theBrowsersScriptPassesTheSameFixture() throws {
        #expect(try Repository.node(["analysis", Repository.core, Repository.fixture]) == "")
    }

    @Test func theBrowsersScriptHasTheSameEndings() throws {
        let endings = (0..<Endings.all.count).map { String(decoding: Endings.all[$0], as: UTF8.self) }
        let sorted = endings.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(try Repository.node(["endings", Repository.core]) == sorted.joined(separator: "\n") + "\n")
    }
}
