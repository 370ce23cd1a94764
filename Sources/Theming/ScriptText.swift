/// A script as it is published: without the lines that are comments, without indentation and empty lines, without the
/// spaces beside brackets, commas and the like.
///
/// Comments are for those who read the theme; readers of the site need not load them (a tenth of the search's
/// scripts). Only what is safe line by line is done: a script with a template literal, a block comment or a string that
/// goes on after a line's end is left as it is. `//!` (a licence) and `//#` (a source map) are kept.
enum ScriptText {
    private static let newline = UInt8(ascii: "\n")

    /// The bytes to publish; line ends stay, so that no statement runs into the next one.
    static func published(_ source: [UInt8]) -> [UInt8] {
        let lines = source.split(separator: newline).map { line in
            line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        }.filter { !$0.isEmpty && !isComment($0) }
        guard lines.allSatisfy(endsByItself) else { return source }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        for line in lines {
            bytes += withoutSpaces(line)
            bytes.append(newline)
        }
        return bytes
    }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "//".utf8) && !line.starts(with: "//!".utf8) && !line.starts(with: "//#".utf8)
    }

    /// Whether nothing that begins in a line can go on in the next one.
    private static func endsByItself(_ line: ArraySlice<UInt8>) -> Bool {
        if line.contains(UInt8(ascii: "`")) || line.last == UInt8(ascii: "\\") { return false }
        return !zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "*") }
    }

    /// A line without the spaces beside signs that part words by themselves, strings aside.
    ///
    /// From a sign on that may begin an expression or a string not told from code so simply, the line is left alone: a slash
    /// or an apostrophe, and in strings too a backslash. Of + - < > two may be one sign, so a space beside one of them goes
    /// only when a word is on its other side.
    private static func withoutSpaces(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var isString = false
        for (offset, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\\") || !isString && "/'".utf8.contains(byte) {
                return bytes + line.dropFirst(offset)
            }
            if byte == UInt8(ascii: "\"") { isString.toggle() }
            if byte == UInt8(ascii: " "), !isString {
                let next = line.dropFirst(offset + 1).first { $0 != byte }
                if isSeparator(bytes.last) || isSeparator(next) || isOperator(bytes.last, beside: next)
                    || isOperator(next, beside: bytes.last)
                {
                    continue
                }
            }
            bytes.append(byte)
        }
        return bytes
    }

    private static func isSeparator(_ byte: UInt8?) -> Bool { byte.map("=;,(){}[]?:&|*".utf8.contains) ?? true }

    /// Whether a sign is an operator with a letter, a digit or a string at its side.
    private static func isOperator(_ sign: UInt8?, beside other: UInt8?) -> Bool {
        guard let sign, let other, "+-<>".utf8.contains(sign) else { return false }
        let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= other | 0x20
        return isLetter || other >= 0x80 || "0123456789_$\"".utf8.contains(other)
    }
}
