/// Writes CSV (RFC 4180) that Excel opens right: UTF-8 with a byte order mark, `,` between cells, CR LF between rows.
///
/// A cell that a spreadsheet would take for a formula (behind white space it begins with `=`, `+`, `@`, one of
/// their wide forms, a tab or a return, or with `-` before anything but a number) gets an apostrophe in front. A dash
/// or plus alone, «-5%» and a repeated mark, «-//-», are no formulas. So does what stands behind `;`, a tab or a line end
/// in a cell: an Excel that parts cells by `;` begins another there, whatever the quotes say.
package struct CSVWriter {
    /// What is written so far.
    package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Nothing yet but the byte order mark.
    package init() {}

    /// One row.
    package mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Self.guarded(cell))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    static func guarded(_ cell: String) -> String {
        var text = guardedAtStart(cell)[...]
        guard text.unicodeScalars.contains(where: partsCells) else { return String(text) }
        var result = ""
        while let end = text.unicodeScalars.firstIndex(where: partsCells) {
            let next = text.unicodeScalars.index(after: end)
            result += text[..<next]
            text = text[next...]
            if beginsFormula(text.unicodeScalars.prefix { !partsCells($0) }) { result += "'" }
        }
        return result + text
    }

    private static func partsCells(_ scalar: Unicode.Scalar) -> Bool {
        scalar == ";" || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    /// Whether what stands behind a mark that parts cells calls something; items of a list that begin with a dash do not.
    private static func beginsFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        // A quote that opens and closes nothing is passed over, too.
        switch text.first(where: { !isPassedOver($0) && $0 != "\"" }) {
        case "=", "+", "@", "＝", "＋", "＠": text.count { !isPassedOver($0) } > 1
        case "-", "－", "−": text.contains { "(|!".unicodeScalars.contains($0) }
        default: false
        }
    }

    private static func guardedAtStart(_ cell: String) -> String {
        // Spreadsheets pass over white space, and take the wide forms of East Asian keyboards for the usual ones.
        let start = cell.unicodeScalars.first { !isPassedOver($0) }
        switch start {
        case "+" where cell.unicodeScalars.count == 1: return cell
        case "=", "+", "@", "＝", "＋", "＠", "\t", "\r": return "'" + cell
        case "-", "－", "−":
            let rest = cell.unicodeScalars.drop { isPassedOver($0) }.dropFirst()
            return isNumber(rest) || isRepeatedMark(rest) ? cell : "'" + cell
        default: return cell
        }
    }

    /// What may stand behind a minus where a cell repeats the one above: marks that name and call nothing.
    private static func isRepeatedMark(_ text: Substring.UnicodeScalarView) -> Bool {
        text.allSatisfy { "-/\"'«»„“”″ ".unicodeScalars.contains($0) }
    }

    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar != "\t", scalar != "\r" else { return false }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }

    /// What may stand behind a minus: nothing, or digits with their marks and one «%» at the end.
    private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        var text = text
        if text.last == "%" { text.removeLast() }
        return text.allSatisfy { ("0"..."9").contains($0) || ",. \u{A0}\u{202F}\u{2009}".unicodeScalars.contains($0) }
    }
}
