import Languages

/// The source line of a diagnostic and the marks under it, laid out in terminal cells.
struct Excerpt {
    /// The line behind its number and a bar, as in `    7 | directions: [Муниципальная грппа]`.
    let numberedLine: String
    /// As wide as the line number, up to the bar.
    let margin: String
    /// Blanks from the bar's blank to the marks.
    let indent: String
    /// `^~~~`: at least the caret.
    let marks: String

    /// Cells before the caret that a long line keeps, and cells it has in all.
    private static let cellsBefore = 60
    private static let cells = 120
    private static let tabWidth = 4

    init(_ file: SourceFile, _ range: Range<Int>, _ position: SourcePosition) {
        var layout = Layout(range: range)
        let window = Self.window(of: file, around: range.lowerBound, position)
        layout.lay(file.bytes, window.bytes)
        let number = String(position.line)
        let blanks = String(repeating: " ", count: max(0, 5 - number.utf8.count))
        let prefix = window.isCutBefore ? "…" : ""
        numberedLine = blanks + number + " | " + prefix + layout.text + (window.isCutAfter ? "…" : "")
        margin = String(repeating: " ", count: blanks.utf8.count + number.utf8.count + 1)
        indent = String(repeating: " ", count: layout.cellsBefore + (window.isCutBefore ? 1 : 0))
        marks = "^" + String(repeating: "~", count: max(0, layout.cellsMarked - 1))
    }

    private struct Window {
        var bytes: Range<Int>
        var isCutBefore: Bool
        var isCutAfter: Bool
    }

    /// The bytes of the line that are shown: whole characters around `offset`.
    ///
    /// O(window), however long the line.
    private static func window(of file: SourceFile, around offset: Int, _ position: SourcePosition) -> Window {
        let bytes = file.bytes
        var start = min(max(offset, position.lineStart), bytes.count)
        var characters = 0
        while start > position.lineStart, characters < cellsBefore || bytes[start] & 0xC0 == 0x80 {
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { characters += 1 }
        }
        // Not worth a cut when little is left before.
        if start - position.lineStart < 8 { start = position.lineStart }
        var end = start
        characters = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
            if bytes[end] & 0xC0 != 0x80 {
                if characters == cells { break }
                characters += 1
            }
            end += 1
        }
        let isCutAfter = end < bytes.count && bytes[end] != UInt8(ascii: "\n")
        return Window(bytes: start..<end, isCutBefore: start > position.lineStart, isCutAfter: isCutAfter)
    }

    /// Characters turned into cells, with the cells before and inside the marked range counted.
    private struct Layout {
        let range: Range<Int>
        var text = ""
        var cellsBefore = 0
        var cellsMarked = 0
        private var cell = 0

        init(range: Range<Int>) { self.range = range }

        mutating func lay(_ bytes: [UInt8], _ window: Range<Int>) {
            var offset = window.lowerBound
            for scalar in String(decoding: bytes[window], as: UTF8.self).unicodeScalars {
                let width = scalar == "\t" ? Excerpt.tabWidth - cell % Excerpt.tabWidth : scalar.cells
                let end = offset + UTF8.width(scalar)
                if end <= range.lowerBound {
                    cellsBefore += width
                } else if offset < range.upperBound {
                    cellsMarked += width
                }
                if scalar == "\t" {
                    text += String(repeating: " ", count: width)
                } else {
                    text.unicodeScalars.append(scalar.isUnprintable ? "\u{FFFD}" : scalar)
                }
                cell += width
                offset = end
            }
        }
    }
}

extension Unicode.Scalar {
    /// Controls, marks that reverse the direction of a line, and what nobody sees; shapes of pictures stay with them.
    var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: RefusedCharacters.isHidden(self) && !RefusedCharacters.isShape(self)
        }
    }

    /// Cells of a terminal: 0 for combining marks and joiners, 2 for East Asian wide and emoji, else 1.
    ///
    /// The blocks of Unicode's EastAsianWidth.txt in coarse steps.
    var cells: Int {
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        case .format: return isUnprintable ? 1 : 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
