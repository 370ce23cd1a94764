/// Lines and columns of many byte offsets, for the printers.
///
/// ``SourceFile/position(at:)`` counts from the first byte each time; a file with thousands of diagnostics is counted
/// once here. Asked in ascending order, as sorted diagnostics are, all answers about a file together cost O(its size).
struct PositionFinder {
    private var tables: [ObjectIdentifier: LineTable] = [:]

    /// Where the byte at `offset` of `file` stands.
    mutating func position(of offset: Int, in file: SourceFile) -> SourcePosition {
        tables[ObjectIdentifier(file), default: LineTable(file)].position(of: offset, in: file.bytes)
    }
}

/// Where the lines of one text begin, and the column that was asked for last.
private struct LineTable {
    private let lineStarts: [Int]
    private var lastOffset = 0
    private var last = SourcePosition(line: 1, column: 1, lineStart: 0)

    init(_ file: SourceFile) {
        var starts = [0]
        for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    mutating func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
        var end = min(max(offset, 0), bytes.count)
        // An offset inside a character belongs to that character.
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let line = lineIndex(of: end)
        let start = lineStarts[line]
        var column = 1
        var index = start
        if last.line == line + 1, lastOffset <= end {
            column = last.column
            index = lastOffset
        }
        while index < end {
            if bytes[index] & 0xC0 != 0x80 { column += 1 }
            index += 1
        }
        lastOffset = end
        last = SourcePosition(line: line + 1, column: column, lineStart: start)
        return last
    }

    /// The last line that begins at or before `offset`.
    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
