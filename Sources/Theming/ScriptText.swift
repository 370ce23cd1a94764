/// A script as it is published: without the lines that are comments, without indentation and empty lines.
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
            bytes += line
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
}
