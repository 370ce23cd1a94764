import Formats
import Search

/// Texts as the search shows them.
enum SearchedText {
    /// A text without the marks of Markdown that examples of it leave: rows of `#` and `|`, and `<br>`, become the gap
    /// between cells; so does the mark that begins a file (``SearchDocument/file(named:_:)``).
    ///
    ///     «## Цель | срок»  →  «\t Цель \t срок»
    static func withoutMarks(_ text: String) -> String {
        var copy = text
        let hasMarks = copy.withUTF8 { bytes in
            marks.contains { ByteSearch.first($0, in: bytes, from: 0) != nil }
        }
        let hasTags = copy.withUTF8 { bytes in ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: 0) != nil }
        let whole = hasTags ? text.replacing("<br>", with: "\t") : text
        guard hasMarks else { return whole }
        return String(decoding: whole.utf8.map { isMark($0) ? 9 : $0 }, as: UTF8.self)
    }

    /// What stands in quotation marks, each once.
    ///
    /// Where marks stand in marks, what the inner ones hold.
    static func quoted(_ text: String) -> [String] {
        var seen: Set<String> = []
        var found: [String] = []
        var text = text
        text.withUTF8 { bytes in
            // Behind the last opening mark; nothing behind a closing one and at a line's end.
            var start: Int?
            var index = 0
            while index < bytes.count {
                let mark = mark(bytes, at: index)
                if mark.length == 0 {
                    if bytes[index] == UInt8(ascii: "\n") { start = nil }
                    index += 1
                    continue
                }
                var isTaken = false
                if mark.closes, let first = start {
                    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<index]), as: UTF8.self)
                    isTaken = lengths.contains(name.count)
                    if isTaken, seen.insert(name).inserted { found.append(name) }
                }
                index += mark.length
                start = mark.opens && !isTaken ? index : nil
            }
        }
        return found
    }

    /// Characters of a name in quotation marks.
    private static let lengths = 3...60

    /// A quotation mark that begins here; length 0 where none does.
    private static func mark(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (length: Int, opens: Bool, closes: Bool) {
        switch bytes[index] {
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAB: (2, true, false)  // «
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xBB: (2, false, true)  // »
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            switch bytes[index + 2] {
            case 0x9E: (3, true, false)  // „
            case 0x9C: (3, true, true)  // “
            case 0x9D: (3, false, true)  // ”
            default: (0, false, false)
            }
        default: (0, false, false)
        }
    }

    private static let marks = [UInt8(ascii: "#"), UInt8(ascii: "|"), SearchDocument.fileMark]

    private static func isMark(_ byte: UInt8) -> Bool { marks.contains(byte) }
}
