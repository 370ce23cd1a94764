import AlbumMarkdown
import Languages

/// Plain text as Markdown that says the same.
///
/// Signs are escaped where they would mean something: brackets, stars and backticks everywhere, others where a line
/// begins. Plain prose comes out as it went in.
enum MarkdownText {
    /// A piece of running text.
    ///
    /// O(length).
    static func inline(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(seen(text).utf8)
        result.reserveCapacity(bytes.count)
        var isAddress = false
        for (place, byte) in bytes.enumerated() {
            isAddress = byte > 0x20 && (isAddress || beginsAddress(bytes, place))
            guard isMark(byte, bytes, place) else {
                result.append(byte)
                continue
            }
            // The bracket of a footnote is one for the album, whatever stands before it; in an address that becomes a link
            // a backslash is a sign like any other.
            let isFootnote = byte == UInt8(ascii: "[") && bytes[(place + 1)...].first == UInt8(ascii: "^")
            result += isFootnote || isAddress ? Array("&#\(byte);".utf8) : [UInt8(ascii: "\\"), byte]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Without soft hyphens and other signs that nobody sees; controls become spaces.
    private static func seen(_ text: String) -> String {
        let scalars = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if UnseenCharacters.contains(scalar) { return nil }
            return scalar.properties.generalCategory == .control ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static let addressBeginnings = ["http://", "https://", "www."].map { Array($0.utf8) }

    private static func beginsAddress(_ bytes: [UInt8], _ place: Int) -> Bool {
        addressBeginnings.contains { start in
            bytes[place...].prefix(start.count).elementsEqual(start) { $0 | 0x20 == $1 | 0x20 }
        }
    }

    private static func isMark(_ byte: UInt8, _ bytes: [UInt8], _ place: Int) -> Bool {
        func isWord(_ place: Int) -> Bool {
            bytes.indices.contains(place) && (bytes[place] >= 0x80 || isASCIIWord(bytes[place]))
        }
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: "|"):
            return true
        case UInt8(ascii: "_"): return !(isWord(place - 1) && isWord(place + 1))
        case UInt8(ascii: "~"):
            // One that can close what another has opened, and each of a pair.
            return place > 0 && bytes[place - 1] > 0x20 || bytes[(place + 1)...].first == byte
        case UInt8(ascii: "&"):
            // The longest name of a character has some thirty letters.
            let name = bytes[(place + 1)...].prefix(40).drop { $0 == UInt8(ascii: "#") }
            return name.first { !isASCIIWord($0) } == UInt8(ascii: ";")
        default: return false
        }
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// Lines of running text as a paragraph: what would begin a heading, a list or a quote is escaped.
    static func paragraph(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        return lines.map { line in
            guarded(
                line.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " "), isOne: lines.count == 1)
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func guarded(_ line: String, isOne: Bool) -> String {
        guard let first = line.utf8.first else { return line }
        let second = line.utf8.dropFirst().first
        switch first {
        case UInt8(ascii: ">"): return "\\" + line
        case UInt8(ascii: "#"):
            let rest = line.utf8.drop { $0 == first }.first
            return rest == nil || rest == 0x20 ? "\\" + line : line
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
            return second == nil || second == 0x20 || line.utf8.allSatisfy({ $0 == first || $0 == 0x20 })
                ? "\\" + line : line
        case UInt8(ascii: ":") where second == 0x20: return "\\" + line
        case 0x30...0x39: return guardedNumber(line, most: isOne ? 2 : 0)
        default: return line
        }
    }

    /// A year and a dot begin no item; a small number does, as its author meant it, but for one within a paragraph.
    private static func guardedNumber(_ line: String, most: Int) -> String {
        let digits = line.utf8.prefix { (0x30...0x39).contains($0) }
        let rest = line.utf8.dropFirst(digits.count)
        guard digits.count > most, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") else {
            return line
        }
        return String(decoding: Array(digits) + [UInt8(ascii: "\\")] + Array(rest), as: UTF8.self)
    }

    /// The text of a cell: lines are parted by breaks.
    static func cell(_ text: String) -> String {
        text.split(separator: "\n").map { inline(String($0)) }.joined(separator: "<br>")
    }

    /// A link; nothing where its address must not be published.
    static func link(_ text: String, to address: String) -> String? {
        guard SafeAddress.isAllowed(address), !address.isEmpty else { return nil }
        let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x28 && $0 != 0x29 && $0 != 0x3C && $0 != 0x3E }
        let written =
            isPlain
            ? address
            : address.replacing(" ", with: "%20").replacing("(", with: "%28").replacing(")", with: "%29")
                .replacing("<", with: "%3C").replacing(">", with: "%3E")
        guard written.utf8.allSatisfy({ $0 > 0x20 }) else { return nil }
        return "[\(text)](\(written))"
    }
}
