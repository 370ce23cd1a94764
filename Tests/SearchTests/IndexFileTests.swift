import Foundation
import TestSupport
import Testing

@testable import Search

@Suite struct IndexFileTests {
    @Test func everyFormOfTheTextsIsFoundInItsDocument() throws {
        var texts = GeneratedTexts(seed: 2)
        let documents = texts.documents(20)
        let engine = try SampleIndex(documents).engine()
        for document in documents.prefix(3) {
            for word in Set(document.body.split(separator: " ")) where word != "и" {
                let found = engine.search("\(word) ", limit: 100).results.map(\.url)
                #expect(found.contains(document.url), "\(word)")
            }
        }
    }

    @Test func termsAreDividedIntoShardsOfAboutTheAimedSize() {
        var texts = GeneratedTexts(seed: 3)
        let documents = (0..<400).map { number in
            SearchDocument(
                url: "\(number)", title: "",
                body: (0..<60).map { "слово\(number)\($0 * 37 % 1000) " }.joined() + texts.sentence(20))
        }
        let shards = SampleIndex(documents).files.filter { $0.key.hasPrefix("search/t") }
        #expect(shards.count > 10)
        #expect(shards.values.allSatisfy { $0.count < ShardFormat.termShardBits / 8 * 2 })
    }

    @Test func aTextEndsAfterWholeCharactersWithinItsLimit() throws {
        let index = SampleIndex(bodies: ["квест " + String(repeating: "ж", count: 40_000)])
        let snippet = try index.engine().search("квест").results.first?.snippet
        #expect(snippet?.first == .init(text: "квест", isMatch: true))
    }
}
