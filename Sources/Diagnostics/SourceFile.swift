import Formats

/// One text file as the editor wrote it, the base of every position in the program.
///
/// What comes in is a path and bytes; what goes out are lines, columns and excerpts, worked out only when somebody
/// asks. Line ends are normalised to `\n` and a byte order mark is dropped before the bytes get here, so that a
/// byte offset means the same to every reader; ``Irregularity`` tells what was normalised.
///
/// A class, because many diagnostics point into one text; immutable, so it may cross threads.
package final class SourceFile: Sendable {
    /// What the loader had to normalise to get to the text.
    package enum Irregularity: Sendable, Hashable {
        case byteOrderMark
        case carriageReturns
    }

    /// The path as shown to the editor: relative to the site's root, with `/`.
    package let path: String
    /// UTF-8, valid, lines end with `\n` alone.
    package let bytes: [UInt8]
    /// What was normalised, for the loader to report.
    package let irregularities: Set<Irregularity>

    /// Takes bytes that are already valid UTF-8 with `\n` line ends.
    package init(path: String, bytes: [UInt8], irregularities: Set<Irregularity> = []) {
        self.path = path
        self.bytes = bytes
        self.irregularities = irregularities
    }

    /// A file written in a program or a test.
    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text between two byte offsets; O(length).
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Where the byte at `offset` stands; O(offset), for printing only.
    package func position(at offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        var column = 1
        for index in lineStart..<end where bytes[index] & 0xC0 != 0x80 { column += 1 }
        // An offset inside a character belongs to that character.
        if end < bytes.count, bytes[end] & 0xC0 == 0x80 { column -= 1 }
        return SourcePosition(line: line, column: column, lineStart: lineStart)
    }

    /// The lines of a part of the text, without their ends; the last may end with the part.
    ///
    /// O(part).
    package func lines(in part: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = part.lowerBound
        while start < part.upperBound {
            let line = lineRange(from: start).clamped(to: start..<part.upperBound)
            lines.append(line)
            start = line.upperBound + 1
        }
        return lines
    }

    /// The byte range of the line that begins at `lineStart`, without its line end.
    package func lineRange(from lineStart: Int) -> Range<Int> {
        guard lineStart < bytes.count else { return lineStart..<lineStart }
        return lineStart..<(bytes.firstIndex(of: UInt8(ascii: "\n"), in: lineStart..<bytes.count) ?? bytes.count)
    }
}

/// A place in a text as people count it: both from 1, columns in Unicode code points.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package let line: Int
    package let column: Int
    /// Byte offset at which the line begins.
    package let lineStart: Int

    package init(line: Int, column: Int, lineStart: Int) {
        self.line = line
        self.column = column
        self.lineStart = lineStart
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
