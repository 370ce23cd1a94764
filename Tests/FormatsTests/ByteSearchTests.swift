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
