import Diagnostics
import Languages

/// Finds the front matter: the lines between a first line `---` and the next line `---`.
package enum FrontMatter {
    package struct Parts {
        package let yaml: Range<Int>
        package let body: Range<Int>
    }

    package static func find(in file: SourceFile) -> (Parts?, [Diagnostic]) {
        let bytes = file.bytes
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return (nil, [Diagnostic(.emptyFile, at: SourceLocation(file))])
        }
        let first = file.lineRange(from: 0)
        guard isFence(bytes[first]) else {
            return (nil, [missing(file)])
        }
        var lineStart = first.upperBound + 1
        var dashedLine: Diagnostic?
        while lineStart < bytes.count {
            let line = file.lineRange(from: lineStart)
            if isFence(bytes[line]) {
                let body = min(line.upperBound + 1, bytes.count)..<bytes.count
                if let wrong = dashedLine { return (nil, [wrong]) }
                return (Parts(yaml: min(first.upperBound + 1, bytes.count)..<lineStart, body: body), [])
            }
            if dashedLine == nil { dashedLine = dashed(file, line) }
            lineStart = line.upperBound + 1
        }
        return (nil, [dashedLine ?? Diagnostic(.unterminatedFrontMatter, at: SourceLocation(file, first))])
    }

    /// What is told of a file that does not begin with `---`: its first line that is not blank may be one.
    ///
    /// O(bytes of blank lines).
    private static func missing(_ file: SourceFile) -> Diagnostic {
        let first = file.lineRange(from: 0)
        var line = first
        while isBlank(file.bytes[line]), line.upperBound + 1 < file.bytes.count {
            line = file.lineRange(from: line.upperBound + 1)
        }
        if let dashed = dashed(file, line) { return dashed }
        guard isFence(file.bytes[line]) else {
            return Diagnostic(.missingFrontMatter, at: SourceLocation(file, first))
        }
        return Diagnostic(
            .missingFrontMatter.worded(for: .blankLinesAbove), at: SourceLocation(file, line))
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || UnseenCharacters.contains($0)
        }
    }

    /// What is told of a line of dashes or hyphens that is no `---`: «–––» and «—-», of which a word processor made
    /// dashes, «--» and «----».
    ///
    /// Longer lines of hyphens are rules of a text. O(1) for nearly all lines.
    private static func dashed(_ file: SourceFile, _ line: Range<Int>) -> Diagnostic? {
        let bytes = file.bytes[line]
        guard bytes.count < 40, let first = bytes.first, first == UInt8(ascii: "-") || bytes.contains(0xE2) else {
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let seen = text.unicodeScalars.filter { !UnseenCharacters.contains($0) && !$0.properties.isWhitespace }
        let isDashes = seen.allSatisfy { $0 == "-" || (0x2010...0x2015).contains($0.value) || $0 == "\u{2212}" }
        guard isDashes, !seen.isEmpty else { return nil }
        let isHyphens = seen.allSatisfy { $0 == "-" }
        guard !isHyphens || [2, 4, 5].contains(seen.count) && first == UInt8(ascii: "-") else { return nil }
        return Diagnostic(
            isHyphens ? .dashedFence.worded(for: .hyphensMiscounted) : .dashedFence,
            [String(String.UnicodeScalarView(seen))], at: SourceLocation(file, line))
    }

    /// `---` and nothing but spaces behind it, whatever nobody sees between them.
    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        if line.count < 32, line.contains(where: { $0 >= 0x80 }) {
            let seen = String(decoding: line, as: UTF8.self).unicodeScalars.filter { !UnseenCharacters.contains($0) }
            let spaced = String(String.UnicodeScalarView(seen.map { $0 == "\u{A0}" ? " " : $0 }))
            return spaced.utf8.allSatisfy { $0 < 0x80 } && isFence(Array(spaced.utf8)[...])
        }
        return line.count >= 3 && line.prefix(3).allSatisfy { $0 == UInt8(ascii: "-") }
            && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
