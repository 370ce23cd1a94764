import Formats
import Foundation
import Testing

@Suite struct JSONTests {
    private static let texts = [
        "", "Школа", "\"\\/", "\t\r\n\u{1}\u{1F}\u{7F}", "\u{2028}\u{2029}\u{2027}—", "🏫 a",
    ]

    @Test(arguments: texts)
    func aStringComesBackAndFoundationReadsItAlike(text: String) throws {
        let bytes = JSONWriter.string(text)
        var reader = JSONReader(bytes)
        #expect(reader.string().map { String(decoding: $0, as: UTF8.self) } == text)
        #expect(reader.next == nil)
        let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? String
        #expect(read == text)
        #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F })
    }

    @Test(arguments: texts)
    func whatFoundationWritesIsRead(text: String) throws {
        let bytes = try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
        var reader = JSONReader(Array(bytes))
        #expect(reader.string().map { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test func surrogatesStandForOneCharacterOrForNone() {
        var pair = JSONReader(Array(#""\ud83c\udfeb""#.utf8))
        #expect(pair.string() == Array("🏫".utf8))
        for broken in [#""\ud83c""#, #""\ud83cx""#, #""\ud83c\u0041""#, #""\u12""#, #""\q""#, #""abc"#] {
            var reader = JSONReader(Array(broken.utf8))
            #expect(reader.string() == nil, "\(broken)")
            #expect(reader.offset == 0)
        }
    }

    @Test func valuesStandInTheOrderInWhichTheyAreTold() {
        var json = JSONWriter()
        json.object { json in
            json.member("line", 7)
            json.member("open", false)
            json.key("names")
            json.strings(["а", "б"])
            json.key("none")
            json.null()
            json.key("share")
            json.number(decimal: "12.5")
            json.key("inner")
            json.object { $0.member("x", "") }
        }
        #expect(
            json.text == #"{"line":7,"open":false,"names":["а","б"],"none":null,"share":12.5,"inner":{"x":""}}"#)
    }

    @Test func aFileHasALineForEachElement() {
        var json = JSONWriter()
        json.lines([1, 2]) { $0.number($1) }
        json.endLine()
        #expect(json.text == "[\n1,\n2\n]\n")
        var empty = JSONWriter()
        empty.lines([Int]()) { $0.number($1) }
        #expect(empty.text == "[]")
    }

    @Test func valuesAreReadAsFarAsSixteenLevels() {
        let text = Array(#"x1, [ "a", {"b": [2]} ],"#.utf8)
        let values = JSONValue.list(text, in: 1..<text.count - 1)
        #expect(values?.count == 2)
        #expect(values?[1].array?[1]["b"]?.array?.first?.number == 2)
        for (depth, isRead) in [(15, true), (16, true), (17, false), (100_000, false)] {
            let nested = Array(String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).map {
                $0.asciiValue ?? 0
            }
            #expect((JSONValue.list(nested, in: 0..<nested.count) != nil) == isRead, "\(depth)")
        }
        for broken in ["", "[", "[1,]", "{\"a\"}", "-1", "1.5", "[1}", "99999999999999999999"] {
            #expect(JSONValue.list(Array(broken.utf8), in: 0..<broken.utf8.count) == nil, "\(broken)")
        }
    }
}
