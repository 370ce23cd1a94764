import Diagnostics
import Formats

/// Finds lines that were meant for paragraphs of their own, as word processors paste them: one below the other.
///
/// A break between two lines parts them where the upper one ends a sentence and the lower one begins with a capital
/// letter. One such break is enough below an item of a list; in a paragraph every break has to be one, and there are two
/// at least, or two lines that begin with a label («Место: …»). One break between two lines is enough where the first word
/// below would have had room above, and the lines are no quote. A text that was broken by its width ends its sentences
/// elsewhere too. O(bytes).
enum JoinedLines {
    /// The first line that runs on though it should not.
    ///
    /// - Parameters:
    ///   - range: the bytes of a paragraph.
    ///   - isItem: whether it is the first of an item.
    ///   - width: how many bytes the longest line of the text has.
    static func first(
        in range: Range<Int>, of file: SourceFile, isItem: Bool, width: () -> Int
    ) -> Range<Int>? {
        // Most paragraphs are one line.
        guard file.bytes.firstIndex(of: UInt8(ascii: "\n"), in: range) != nil else { return nil }
        let lines = lines(in: range, of: file)
        guard lines.count > 1 else { return nil }
        let parted = lines.indices.dropFirst().filter { parts(file.bytes[lines[$0 - 1]], file.bytes[lines[$0]]) }
        if isItem {
            return parted.first { file.bytes[lines[$0].lowerBound - 1] == UInt8(ascii: "\n") }.map { lines[$0] }
        }
        let labels = lines.indices.filter { hasLabel(file.text(lines[$0])) }
        if labels.count > 1, let second = labels.first(where: { $0 > 0 }) { return lines[second] }
        if lines.count == 2, parted.count == 1 {
            return isShort(lines, file, width) ? lines[1] : nil
        }
        return parted.count > 1 && parted.count == lines.count - 1 ? lines[1] : nil
    }

    /// Whether the first word of the second line would have had room in the first; lines narrower than about sixty
    /// letters nobody makes.
    private static func isShort(_ lines: [Range<Int>], _ file: SourceFile, _ width: () -> Int) -> Bool {
        let isQuote = file.bytes[lines[0].upperBound..<lines[1].lowerBound].contains(UInt8(ascii: ">"))
        let word = file.bytes[lines[1]].prefix { $0 != 0x20 }.count
        return !isQuote && lines[0].count + 1 + word <= max(110, width())
    }

    /// The lines without blanks and marks of quotes before them.
    private static func lines(in range: Range<Int>, of file: SourceFile) -> [Range<Int>] {
        file.lines(in: range).map { line in
            let begin = file.bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
            return (begin ?? line.upperBound)..<line.upperBound
        }
    }

    /// Whether the upper line ends a sentence, without a mark for a break, and the lower begins one.
    private static func parts(_ upper: ArraySlice<UInt8>, _ lower: ArraySlice<UInt8>) -> Bool {
        let end = String(decoding: upper.suffix(8), as: UTF8.self)
        guard !end.hasSuffix("  "), !end.hasSuffix("\\") else { return false }
        let closed = end.reversed().drop { " \r»)”\"".contains($0) }
        guard let last = closed.first, ".!?…".contains(last) else { return false }
        let first = String(decoding: lower.prefix(8), as: UTF8.self).first { !"«\"(„*_[".contains($0) }
        return first?.isUppercase ?? false
    }

    /// Whether a line begins with one to three words and a colon, text behind it.
    private static func hasLabel(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase ?? false else { return false }
        let label = line[..<colon]
        let isWords = label.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        return isWords && label.split(separator: " ").count < 4 && line[colon...].dropFirst().first == " "
            && line[colon...].dropFirst().contains { !$0.isWhitespace }
    }
}
