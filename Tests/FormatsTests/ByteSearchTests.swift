import Formats
import Testing

@Suite struct ByteSearchTests {
    @Test func aByteIsFoundAtOrBehindAPlaceOnly() {
        let text = Array("a|b|c".utf8)
        text.withUnsafeBufferPointer { bytes in
            #expect(ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: 0) == 1)
            #expect(ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: 1) == 1)
            #expect(ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: 2) == 3)
            #expect(ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: 4) == nil)
            #expect(ByteSearch.first(UInt8(ascii: "|"), in: bytes, from: 5) == nil)
        }
    }

    @Test func aByteBehindThePartIsNotFound() {
        let text = Array("a|b|c".utf8)
        #expect(text.firstIndex(of: UInt8(ascii: "|"), in: 2..<5) == 3)
        #expect(text.firstIndex(of: UInt8(ascii: "|"), in: 2..<3) == nil)
        #expect(text.firstIndex(of: UInt8(ascii: "|"), in: 5..<5) == nil)
    }

    @Test func eachPlaceOfAWordIsReplacedOnce() {
        let place = BytePattern("{1}")
        #expect(place.replaced(in: "{1} и {1}, {2}", by: "{1}а") == "{1}а и {1}а, {2}")
        #expect(place.replaced(in: "{1", by: "а") == "{1")
        #expect(place.replaced(in: "{1}", by: "") == "")
        #expect(place.replaced(in: "", by: "а") == "")
    }

    @Test func bytesStandInATextWhereAllOfThemAreFound() {
        let text = Array("опрос".utf8)
        let word = Array("рос".utf8)
        text.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                #expect(ByteSearch.stands(word, in: text, at: 4))
                #expect(!ByteSearch.stands(word, in: text, at: 2))
                #expect(!ByteSearch.stands(word, in: text, at: 6))
            }
        }
    }

    @Test(arguments: ["ласс", "а", "аба", "аааа", "<table"])
    func aWordIsFoundWhereALookAtEachPlaceFindsIt(word: String) {
        let pattern = BytePattern(word)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let pieces = ["а", "б", "л", "с", "<", "table", "ласс", word]
            let text = Array((0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined().utf8)
            for start in stride(from: 0, through: text.count, by: 5) {
                let expected = (start..<max(start, text.count)).first { text[$0...].starts(with: word.utf8) }
                #expect(text.withUnsafeBufferPointer { pattern.first(in: $0, from: start) } == expected)
            }
        }
    }
}
