import Testing

@testable import Search

@Suite struct EncodingTests {
    @Test(arguments: [[], [0], [1, 2], [1, 2, 3], [255, 254, 253, 252]] as [[UInt8]])
    func base64GivesBackWhatItGot(bytes: [UInt8]) {
        var text: [UInt8] = []
        Base64.encode(bytes, into: &text)
        #expect(Base64.decode(text) == bytes)
    }

    @Test(arguments: ["A", "AAA", "AA=A", "Ж===", "A==="])
    func whatIsNotBase64IsRefused(text: String) {
        let decoded = Base64.decode(Array(text.utf8))
        #expect(decoded == nil || text == "")
    }

    @Test func frontCodingSharesWholeCharacters() {
        var coded: [UInt8] = []
        var previous: ArraySlice<UInt8> = []
        for term in ["школ", "школьн", "шкы"] {
            if !coded.isEmpty { coded.append(0x20) }
            ShardFormat.appendFrontCoded(Array(term.utf8)[...], after: previous, to: &coded)
            previous = Array(term.utf8)[...]
        }
        #expect(String(decoding: coded, as: UTF8.self) == "0школ 4ьн 2ы")
        #expect(FrontCoding.decode(coded) == ["школ", "школьн", "шкы"].map { Array($0.utf8) })
    }

    @Test(arguments: ["9школ", "ш", "0а zб", "0а  1б"])
    func brokenFrontCodingIsRefused(text: String) {
        #expect(FrontCoding.decode(Array(text.utf8)) == nil)
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
