import Diagnostics
import Editing

/// What a rule sees of a diagnostic: the text that it is told of, and its place there.
struct Fault {
    let diagnostic: Diagnostic
    let file: SourceFile
    /// Bytes of the normalised text.
    let range: Range<Int>
    /// The material that the text is; nothing of other files, and where its front matter cannot be read.
    let material: EditableMaterial?

    private static let newline = UInt8(ascii: "\n")

    /// The text of the place.
    var text: String { file.text(range) }

    /// An argument of the message, counted from 1 as wordings count.
    func argument(_ number: Int) -> String? {
        diagnostic.arguments.indices.contains(number - 1) ? diagnostic.arguments[number - 1] : nil
    }

    // MARK: Lines

    /// The line of the place, without its end.
    var line: Range<Int> { line(at: range.lowerBound) }

    /// The line that holds a byte, without its end; O(line).
    func line(at offset: Int) -> Range<Int> {
        let start = file.bytes[..<offset].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
        return file.lineRange(from: start)
    }

    /// A line with its end.
    func whole(_ line: Range<Int>) -> Range<Int> { line.lowerBound..<min(line.upperBound + 1, file.bytes.count) }

    /// The line above; nothing above the first.
    func line(above line: Range<Int>) -> Range<Int>? {
        line.lowerBound == 0 ? nil : self.line(at: line.lowerBound - 1)
    }

    /// The lines from one on to the next blank one.
    func paragraph(from line: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var line = line
        while !isBlank(line) {
            lines.append(line)
            guard line.upperBound < file.bytes.count else { break }
            line = file.lineRange(from: line.upperBound + 1)
        }
        return lines
    }

    func isBlank(_ line: Range<Int>) -> Bool { file.bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// Spaces and tabs at the beginning of a line.
    func indentation(of line: Range<Int>) -> Range<Int> {
        let end = file.bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.upperBound
        return line.lowerBound..<end
    }

    // MARK: Edits

    func replacing(_ range: Range<Int>, by text: String) -> [TextEdit] { [TextEdit(range: range, text: text)] }

    func inserting(_ text: String, at offset: Int) -> TextEdit { TextEdit(range: offset..<offset, text: text) }

    func removing(_ range: Range<Int>) -> [TextEdit] { replacing(range, by: "") }
}
