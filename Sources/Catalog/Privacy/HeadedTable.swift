import Formats

/// A table of Markdown or of CSV in which the heads say what to look for in its rows.
protocol HeadedTable {
    /// A part of a head without which no line is one of these.
    static var word: BytePattern { get }

    /// The table below a head; nothing where the line is no head of this sort.
    init?(_ bytes: [UInt8], head: Range<Int>)

    /// What is found in a row, in its order.
    func findings(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>]
}

extension HeadedTable {
    /// What is found in the rows of all such tables, in the order of the text.
    ///
    /// Rows go on to an empty line or a further head. O(bytes).
    static func findings(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let place = bytes.withUnsafeBufferPointer({ word.first(in: $0, from: index) }) {
            let line = self.line(bytes, around: place)
            index = line.upperBound
            guard let table = Self(bytes, head: line) else { continue }
            var start = line.upperBound + 1
            while start < bytes.count {
                let row = self.line(bytes, around: start)
                // A further head begins a table of its own: no row is read for two of them.
                guard bytes[row].contains(where: { $0 > 0x20 }), Self(bytes, head: row) == nil else { break }
                found += table.findings(bytes, row)
                start = row.upperBound + 1
            }
        }
        return found
    }

    private static func line(_ bytes: [UInt8], around place: Int) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        return bytes.withUnsafeBufferPointer { text in
            var start = place
            while start > 0, text[start - 1] != newline { start -= 1 }
            return start..<(ByteSearch.first(newline, in: text, from: place) ?? text.count)
        }
    }
}

/// The cells of a line of a table.
struct TableCells {
    let separator: UInt8

    /// Of the head of a table: by the first of the marks that stands in it; nothing where none does.
    init?(parting head: ArraySlice<UInt8>) {
        guard let mark = "|;\t,".utf8.first(where: { head.contains($0) }) else { return nil }
        separator = mark
    }

    /// Where the cells of a line stand.
    func all(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for index in line where bytes[index] == separator {
            cells.append(start..<index)
            start = index + 1
        }
        return cells + [start..<line.upperBound]
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces, quotes and stars around it.
    var trimmedCell: ArraySlice<UInt8> {
        var rest = self
        while let mark = trimmedMarks.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(mark.count) }
        while let mark = trimmedMarks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(mark.count)
        }
        return rest
    }
}

/// What may stand around the words of a cell.
private let trimmedMarks = [" ", "\t", "\r", "\"", "*", "\u{A0}", "\u{FEFF}"].map { Array($0.utf8) }
