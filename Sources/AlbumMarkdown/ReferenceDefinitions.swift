/// Link reference definitions, which libcmark takes out of paragraphs without a trace.
///
/// ```
/// definition = "[" label "]" ":" spnl destination [ spnl title ] spaces line-end
/// label      = up to 1000 bytes without unescaped brackets
/// destination= "<" … ">"  |  no spaces, brackets in pairs
/// title      = '"' … '"'  |  "'" … "'"  |  "(" … ")"
/// spnl       = spaces with at most one line end
/// ```
struct ReferenceDefinitions {
    private let content: [UInt8]
    private var index = 0

    private init(_ content: [UInt8]) { self.content = content }

    /// How many lines at the beginning of a paragraph are definitions.
    static func lineCount(atStartOf lines: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> Int {
        let content = joined(lines, in: text)
        return content[..<consumed(content)].count { $0 == UInt8(ascii: "\n") }
    }

    /// The bytes of the definitions at the beginning of a paragraph's content.
    static func consumed(_ content: [UInt8]) -> Int {
        var reader = ReferenceDefinitions(content)
        var end = 0
        while reader.byte == UInt8(ascii: "["), reader.readDefinition() { end = reader.index }
        return end
    }

    /// The definitions on the lines that no visible block covers, each on lines of its own.
    static func gather(from scan: BlockScan, where uncovered: [Bool]) -> [UInt8] {
        var result: [UInt8] = []
        var line = 0
        while line < uncovered.count {
            guard uncovered[line], let start = definitionStart(on: line, of: scan) else {
                line += 1
                continue
            }
            var lines = [start..<scan.lineEnd(line)]
            var next = line + 1
            while next < uncovered.count, uncovered[next], let content = contentStart(on: next, of: scan) {
                lines.append(content..<scan.lineEnd(next))
                next += 1
            }
            let content = joined(lines, in: scan.text)
            result.append(UInt8(ascii: "\n"))
            result.append(contentsOf: content[..<consumed(content)])
            line = next
        }
        return result
    }

    private static func joined(_ lines: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        for line in lines {
            content.append(contentsOf: text[line])
            content.append(UInt8(ascii: "\n"))
        }
        return content
    }

    /// The first byte of a line that is no space and no mark of a quote; nothing on a blank line.
    private static func contentStart(on line: Int, of scan: BlockScan) -> Int? {
        var index = scan.lineStarts[line]
        let end = scan.lineEnd(line)
        while index < end, scan.text[index].isSpaceOrTab || scan.text[index] == UInt8(ascii: ">") { index += 1 }
        return index < end ? index : nil
    }

    /// The bracket that begins a definition, past the marks of quotes and list items.
    private static func definitionStart(on line: Int, of scan: BlockScan) -> Int? {
        guard var index = contentStart(on: line, of: scan) else { return nil }
        let end = scan.lineEnd(line)
        while index < end, scan.text[index] != UInt8(ascii: "[") {
            let byte = scan.text[index]
            guard byte.isSpaceOrTab || byte.isASCIIDigit || ">-+*.)".utf8.contains(byte) else { return nil }
            index += 1
        }
        return index < end ? index : nil
    }

    private var byte: UInt8 { index < content.count ? content[index] : 0 }

    private mutating func readDefinition() -> Bool {
        guard readLabel(), byte == UInt8(ascii: ":") else { return false }
        index += 1
        skipSpaces(lineEnds: 1)
        guard readDestination() else { return false }
        let afterDestination = index
        skipSpaces(lineEnds: 1)
        if index > afterDestination, readTitle() {
            skipSpaces(lineEnds: 0)
            if readLineEnd() { return true }
        }
        index = afterDestination
        skipSpaces(lineEnds: 0)
        return readLineEnd()
    }

    private mutating func readLabel() -> Bool {
        let start = index
        index += 1
        var isBlank = true
        while index < content.count, index - start <= 1001 {
            switch byte {
            case UInt8(ascii: "]"):
                index += 1
                return !isBlank
            case UInt8(ascii: "["): return false
            case UInt8(ascii: "\\"):
                index += 1
                if byte.isASCIIPunctuation { index += 1 }
                isBlank = false
            default:
                isBlank = isBlank && byte.isMarkdownSpace
                index += 1
            }
        }
        return false
    }

    private mutating func readDestination() -> Bool {
        if byte == UInt8(ascii: "<") { return readDelimited(until: UInt8(ascii: ">"), lineEnds: false) }
        let start = index
        var depth = 0
        while index < content.count {
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < content.count && content[index + 1].isASCIIPunctuation:
                index += 2
                continue
            case UInt8(ascii: "("):
                depth += 1
                if depth > 32 { return false }
            case UInt8(ascii: ")"):
                if depth == 0 { return index > start }
                depth -= 1
            case 0...0x20, 0x7F: return index > start && depth == 0
            default: break
            }
            index += 1
        }
        return index > start && depth == 0
    }

    private mutating func readTitle() -> Bool {
        switch byte {
        case UInt8(ascii: "\""): readDelimited(until: UInt8(ascii: "\""), lineEnds: true)
        case UInt8(ascii: "'"): readDelimited(until: UInt8(ascii: "'"), lineEnds: true)
        case UInt8(ascii: "("): readDelimited(until: UInt8(ascii: ")"), lineEnds: true)
        default: false
        }
    }

    private mutating func readDelimited(until close: UInt8, lineEnds: Bool) -> Bool {
        let open = byte
        index += 1
        while index < content.count {
            if byte == close {
                index += 1
                return true
            }
            if byte == open || (byte == UInt8(ascii: "\n") && !lineEnds) { return false }
            index += byte == UInt8(ascii: "\\") && index + 1 < content.count ? 2 : 1
        }
        return false
    }

    private mutating func skipSpaces(lineEnds: Int) {
        var left = lineEnds
        while index < content.count, byte.isSpaceOrTab || (byte == UInt8(ascii: "\n") && left > 0) {
            if byte == UInt8(ascii: "\n") { left -= 1 }
            index += 1
        }
    }

    private mutating func readLineEnd() -> Bool {
        guard index < content.count else { return true }
        guard byte == UInt8(ascii: "\n") else { return false }
        index += 1
        return true
    }
}
