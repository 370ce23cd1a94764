import Diagnostics

/// A text with places marked in it: `directions: [⟦грппа⟧]`.
///
/// The marks are taken out; ``ranges`` are the byte ranges between them, in order. Marks do not nest.
package struct MarkedText: Sendable {
    /// The text without marks.
    package let text: String
    /// What stood between the marks, as byte ranges in ``text``.
    package let ranges: [Range<Int>]

    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var ranges: [Range<Int>] = []
        var offset = 0
        var start: Int?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                precondition(start == nil, "marks do not nest: \(marked)")
                start = offset
            case "⟧":
                guard let begin = start else {
                    preconditionFailure("a closing mark without its opening one: \(marked)")
                }
                ranges.append(begin..<offset)
                start = nil
            default:
                text.append(scalar)
                offset += UTF8.width(scalar)
            }
        }
        precondition(start == nil, "an opening mark without its closing one: \(marked)")
        self.text = String(text)
        self.ranges = ranges
    }

    /// The text as a file.
    package func file(_ path: String) -> SourceFile { SourceFile(path: path, text: text) }

    /// The marked places as locations in one file.
    package func locations(_ path: String) -> [SourceLocation] {
        let file = file(path)
        return ranges.map { SourceLocation(file, $0) }
    }
}
