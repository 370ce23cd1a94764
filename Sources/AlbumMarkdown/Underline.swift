import Diagnostics

/// The line of hyphens or equals signs that makes a heading of the text above it.
///
/// CommonMark calls it a setext heading underline; who draws a rule under a paragraph means none.
package enum Underline {
    /// The line under a heading, without blanks around it.
    ///
    /// Nothing where the heading is written with `#`. O(bytes of the heading).
    package static func line(of heading: Range<Int>, in file: SourceFile) -> Range<Int>? {
        let bytes = file.bytes
        guard heading.lowerBound < bytes.count, bytes[heading.lowerBound] != UInt8(ascii: "#") else { return nil }
        // The range of a heading may end before its underline or with it.
        var end = min(heading.upperBound, bytes.count)
        while end > heading.lowerBound, bytes[end - 1].isMarkdownSpace { end -= 1 }
        for start in [lineStart(end - 1, bytes), file.lineRange(from: end).upperBound + 1] where start < bytes.count {
            if let line = marks(in: start..<file.lineRange(from: start).upperBound, bytes) { return line }
        }
        return nil
    }

    private static func marks(in line: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        let isAround: (UInt8) -> Bool = { $0.isMarkdownSpace || $0 == UInt8(ascii: ">") }
        guard let first = bytes[line].firstIndex(where: { !isAround($0) }),
            let last = bytes[line].lastIndex(where: { !$0.isMarkdownSpace }), first <= last
        else { return nil }
        let mark = bytes[first]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="), bytes[first...last].allSatisfy({ $0 == mark })
        else { return nil }
        return first..<last + 1
    }

    private static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }
}
