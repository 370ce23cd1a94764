import Formats
import Testing

@testable import Search

@Suite struct EncodingTests {
    @Test func bitsGiveBackWhatTheyGot() throws {
        var writer = BitWriter()
        let numbers = (0..<2000).map { UInt32($0 * $0 * 31 % 60_000 + 1) }
        for (place, number) in numbers.enumerated() {
            writer.append(number, bits: 17)
            writer.appendNumber(number)
            writer.appendUnary(UInt32(place % 40))
        }
        let text = writer.finished()
        #expect(text.allSatisfy { 35...126 ~= $0 && $0 != 92 })
        var reader = BitReader(text)
        for (place, number) in numbers.enumerated() {
            #expect(try reader.take(17) == number)
            #expect(try reader.takeNumber() == number)
            #expect(try reader.takeUnary() == place % 40)
        }
        #expect(reader.isAtEnd)
    }

    @Test(arguments: ["", "#", "##", "\u{20}#", "~~", "Ж", "#\\"])
    func whatIsNoBitsIsRefused(text: String) {
        var reader = BitReader(Array(text.utf8))
        #expect(throws: BitReader.Damage.self) { while true { _ = try reader.takeNumber() } }
    }

    @Test(arguments: [1, 2, 7, 1000, 70_000])
    func postingsGiveBackWhatTheyGot(step: Int) throws {
        let postings = (0..<900).map { UInt32($0 * step + $0 % step) << 4 | UInt32($0 * 7 % 16) }
        let code = PostingCode(documentCount: 900 * step + step)
        var writer = BitWriter()
        code.append(postings, to: &writer)
        code.append(documents: postings.map { $0 >> 4 }, to: &writer)
        var reader = BitReader(writer.finished())
        #expect(try code.postings(900, from: &reader) == postings)
        #expect(try code.documents(900, from: &reader) == postings.map { $0 >> 4 })
        #expect(reader.isAtEnd)
    }

    @Test func anImpactThatIsCommonTakesFewerBits() {
        func bits(ofImpact impact: UInt32) -> Int {
            var writer = BitWriter()
            PostingCode(documentCount: 64).append((0..<64).map { $0 << 4 | impact }, to: &writer)
            return writer.count
        }
        #expect(bits(ofImpact: 0) == 64 * 3)
        #expect((1..<16).allSatisfy { bits(ofImpact: $0) >= bits(ofImpact: $0 - 1) })
        #expect(bits(ofImpact: 15) > bits(ofImpact: 3))
    }

    @Test func bitsOfOneWriterStandInAnother() {
        var source = BitWriter()
        for number in 1..<500 { source.appendNumber(UInt32(number)) }
        var copy = BitWriter()
        copy.append(5, bits: 7)
        for start in stride(from: 0, to: source.count, by: 61) {
            copy.append(start..<min(start + 61, source.count), of: source)
        }
        var expected = BitWriter()
        expected.append(5, bits: 7)
        for number in 1..<500 { expected.appendNumber(UInt32(number)) }
        #expect(copy.finished() == expected.finished())
    }

    @Test(arguments: [0, 1, 7, 8, 9, 100, 1023])
    func aLengthIsCoarseByAnEighthAtMost(length: Int) {
        #expect(abs(Ranking.coarse(length) - length) * 8 <= length)
        #expect(abs(Ranking.coarseAverage(sum: length * 10, count: 10) - Double(length)) * 32 <= Double(length))
    }

    @Test func cyrillicTakesOneByte() {
        let text = "Школа № 5 (МБОУ) Яя Ёё Ээ \\ ?~@ ң"
        let exchanged = LetterExchange.exchanged(Array(text.utf8))
        #expect(LetterExchange.exchanged(exchanged) == Array(text.utf8))
        #expect(LetterExchange.exchanged(Array("Школа, АЯ ая".utf8)) == Array("Wimj_, ?^ _~".utf8))
    }

    @Test func frontCodingSharesWholeCharacters() {
        let terms = ["школ", "школьн", "шкы"].map { Array($0.utf8) }
        let coded = FrontCoding.encode(terms)
        #expect(LetterExchange.exchanged(coded) == Array("0школ 4ьн 2ы".utf8))
        #expect(FrontCoding.decode(coded) == terms)
        let long = ["а", "б"].map { Array(String(repeating: "ж", count: 20).utf8) + Array($0.utf8) }
        #expect(FrontCoding.decode(FrontCoding.encode(long)) == long)
    }

    @Test(arguments: ["9школ", "ш", "0а zб", "0а  1б"])
    func brokenFrontCodingIsRefused(text: String) {
        #expect(FrontCoding.decode(LetterExchange.exchanged(Array(text.utf8))) == nil)
    }

    @Test(arguments: ["", "а\"б\\в\n\t\u{1}", "</script>\u{2028}"])
    func stringsSurviveTheStatement(text: String) {
        let bytes = ShardFormat.statement(name: "x0", values: JSONText.array([text]))
        #expect(JSONValue.values(ofStatement: bytes, name: "x0")?.first?.array?.first?.text == text)
    }

    @Test(arguments: [
        "", "albumSearchData(", "albumSearchData(\"x0\",[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]);\n",
        "albumSearchData(\"x0\",[\"a\"])", "albumSearchData(\"x1\",[]);\n", "albumSearchData(\"x0\",[\"\\u00zz\"]);\n",
    ])
    func whatTheWriterDidNotWriteIsRefused(text: String) {
        #expect(JSONValue.values(ofStatement: Array(text.utf8), name: "x0") == nil)
    }

    @Test func raritiesFallFromTheRareToTheCommon() {
        #expect(Ranking.rarity(documentFrequency: 1, documentCount: 1000) == 2401)
        #expect(Ranking.rarity(documentFrequency: 1000, documentCount: 1000) == 1)
        #expect(Ranking.rarity(documentFrequency: 0, documentCount: 0) == 256)
    }
}
