/// Which row of a spreadsheet a place in a CSV file is.
///
/// A spreadsheet counts rows, and a row with a line end in a cell has several lines; the line `sep=;` is no row at all.
enum SpreadsheetRow {
    /// The row that holds the byte, counted from 1; nothing for a file that is no CSV.
    ///
    /// A quotation mark opens a cell behind a separator or at a line's beginning. O(bytes before it).
    static func number(of offset: Int, in file: SourceFile) -> Int? {
        guard file.path.utf8.suffix(4).elementsEqual(".csv".utf8) else { return nil }
        var row = file.bytes.starts(with: Array("sep=".utf8)) ? 0 : 1
        var isQuoted = false
        var isAtStart = true
        for byte in file.bytes.prefix(offset) {
            switch byte {
            case UInt8(ascii: "\""):
                if isQuoted || isAtStart { isQuoted.toggle() }
                // The second mark of two opens the cell again.
                isAtStart = !isQuoted
            case 0x0A:
                if !isQuoted { row += 1 }
                isAtStart = true
            case UInt8(ascii: ";"), UInt8(ascii: ","), 0x09: isAtStart = true
            case 0x20: continue
            default: isAtStart = false
            }
        }
        return row
    }
}
