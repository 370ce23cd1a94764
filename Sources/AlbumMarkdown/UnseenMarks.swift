import Diagnostics
import Formats
import Languages

/// Finds lines of prose that a blank nobody can tell from a space keeps from being a list, a quote or a block of code.
///
/// ```
/// line  = blank { blank | " " } ( list " " | "> " | "```" | "~~~" )
///       | list blank letter           «* » is left out: such a line is a remark below a table
/// list  = "-" | "+" | "*" | digits ( "." | ")" )
/// blank = a no-break space, or one of ``UnseenCharacters``
/// ```
/// One for each mark and file, with the number of its lines. Headings are told by their names elsewhere. O(lines): the
/// first bytes decide of nearly all.
struct UnseenMarks {
    private let file: SourceFile
    private var marks: [String] = []
    private var lines: [String: (first: Range<Int>, count: Int)] = [:]

    init(file: SourceFile) {
        self.file = file
    }

    var diagnostics: [Diagnostic] {
        marks.compactMap { mark in
            lines[mark].map {
                Diagnostic(.unseenBlank, [mark, String($0.count)], at: SourceLocation(file, $0.first))
            }
        }
    }

    /// Takes a paragraph.
    mutating func read(_ node: Document.Node) {
        for line in suspects(in: node.range) {
            guard let mark = mark(of: line) else { continue }
            if lines[mark] == nil { marks.append(mark) }
            lines[mark] = (lines[mark]?.first ?? line, (lines[mark]?.count ?? 0) + 1)
        }
    }

    /// The lines that begin with a blank, or have one behind their first few bytes.
    private func suspects(in range: Range<Int>) -> [Range<Int>] {
        file.bytes.withUnsafeBufferPointer { text in
            var found: [Range<Int>] = []
            var start = range.lowerBound
            while start < range.upperBound {
                let end = min(ByteSearch.first(0x0A, in: text, from: start) ?? range.upperBound, range.upperBound)
                let first = text[start]
                if first < 0x40 || first == 0xC2 || first >= 0xE2,
                    text[start..<min(start + 5, end)].contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF })
                {
                    found.append(start..<end)
                }
                start = end + 1
            }
            return found
        }
    }

    private func mark(of line: Range<Int>) -> String? {
        let scalars = Array(file.text(line.lowerBound..<min(line.upperBound, line.lowerBound + 64)).unicodeScalars)
        let start = scalars.firstIndex { $0 != " " && !Self.isBlank($0) } ?? scalars.count
        let leads = scalars[..<start].contains { Self.isBlank($0) }
        let rest = scalars[start...]
        if leads, let fence = ["```", "~~~"].first(where: { rest.starts(with: $0.unicodeScalars) }) { return fence }
        if leads, rest.starts(with: "> ".unicodeScalars) { return ">" }
        guard let (mark, behind) = Self.listMark(rest), let blank = behind.first else { return nil }
        if leads { return blank == " " || Self.isBlank(blank) ? mark : nil }
        let text = behind.first { $0 != " " && !Self.isBlank($0) }
        return Self.isBlank(blank) && mark != "*" && text?.properties.isAlphabetic ?? false ? mark : nil
    }

    /// «-» of any list of bullets that is so marked, «1.» of any numbered one, and what stands behind it.
    private static func listMark(
        _ line: ArraySlice<Unicode.Scalar>
    ) -> (mark: String, behind: ArraySlice<Unicode.Scalar>)? {
        guard let first = line.first else { return nil }
        if first == "-" || first == "+" || first == "*" { return (String(first), line.dropFirst()) }
        let digits = line.prefix { ("0"..."9").contains($0) }
        guard (1...3).contains(digits.count), let point = line.dropFirst(digits.count).first,
            point == "." || point == ")"
        else { return nil }
        return ("1\(point)", line.dropFirst(digits.count + 1))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2007}" || UnseenCharacters.contains(scalar)
    }
}
