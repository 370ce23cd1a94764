import Diagnostics

/// Finds what was meant as a mark and became text, so that readers see its signs.
///
/// Judged are the bytes of text nodes only: code, links that came to be and signs behind a backslash are as the editor
/// wants them. Each mistake gives one diagnostic, in the order of the text. O(bytes of the text).
struct LostMarks {
    private let file: SourceFile
    /// Where the paragraph, heading or cell ends that is being read.
    private var blockEnd = 0
    /// One report for a block: a pair of asterisks is one mistake, and the second of them may be well.
    private var hasLostEmphasis = false
    /// Everything before this place is told already.
    private var toldEnd = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) {
        self.file = file
    }

    /// Takes a node in the order of the tree.
    mutating func read(_ node: Node) {
        switch node.kind {
        case .paragraph, .heading, .tableCell:
            blockEnd = node.range.upperBound
            hasLostEmphasis = false
        case .text: readText(node.range)
        case .codeBlock: readFence(node.range)
        default: break
        }
    }

    private mutating func readText(_ range: Range<Int>) {
        let bytes = file.bytes
        var index = max(range.lowerBound, toldEnd)
        while index < range.upperBound {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "*") where next == UInt8(ascii: "*"): index = readAsterisks(index)
            case UInt8(ascii: "[") where next == UInt8(ascii: "["): index = readBrackets(index)
            case UInt8(ascii: "]") where next == UInt8(ascii: "("): index = readDestination(index + 2)
            case UInt8(ascii: ":") where next == UInt8(ascii: "\\"): index = readPath(index)
            default: break
            }
            index += 1
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) -> Int {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
        toldEnd = max(toldEnd, range.upperBound)
        return range.upperBound - 1
    }

    /// Two asterisks that touch a word; more of them, or alone between spaces, are a sign of the text.
    private mutating func readAsterisks(_ start: Int) -> Int {
        let bytes = file.bytes
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
        let isApart = isSpace(at: start - 1) && isSpace(at: end)
        guard end - start == 2, !isApart, !hasLostEmphasis else { return end - 1 }
        hasLostEmphasis = true
        return report(.lostEmphasis, [], start..<end)
    }

    private func isSpace(at index: Int) -> Bool {
        !file.bytes.indices.contains(index) || file.bytes[index].isMarkdownSpace
    }

    /// `[[name]` or `[[name`: a name follows at once and no `]]` ends it.
    private mutating func readBrackets(_ start: Int) -> Int {
        guard !isSpace(at: start + 2) else { return start + 1 }
        return report(.unclosedBrackets, [], start..<start + 2)
    }

    /// `](address)` that made no link: a space or a parenthesis in the address, or nothing that closes it.
    private mutating func readDestination(_ start: Int) -> Int {
        let bytes = file.bytes
        let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let limit = max(start, min(lineEnd, blockEnd))
        let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ")")) ?? limit
        guard end > start else { return start }
        let address = file.text(start..<end)
        return report(Self.isLocal(address) ? .localPath : .lostLink, [address], start..<end)
    }

    /// `C:\folder`: a letter alone, a colon and a backslash.
    private mutating func readPath(_ colon: Int) -> Int {
        let bytes = file.bytes
        guard colon > 0, bytes[colon - 1].isASCIILetter, colon < 2 || !bytes[colon - 2].isASCIIAlphanumeric else {
            return colon
        }
        let limit = max(colon + 2, min(blockEnd, bytes.count))
        let end = bytes[(colon + 2)..<limit].firstIndex { $0.isMarkdownSpace } ?? limit
        return report(.localPath, [file.text(colon - 1..<end)], colon - 1..<end)
    }

    private static func isLocal(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        if address.hasPrefix("\\\\") || address.hasPrefix("file:") { return true }
        return bytes.count > 2 && bytes[0].isASCIILetter && bytes[1] == UInt8(ascii: ":")
            && (bytes[2] == UInt8(ascii: "\\") || bytes[2] == UInt8(ascii: "/"))
    }

    /// A fence that no line closes before the text is over.
    private mutating func readFence(_ range: Range<Int>) {
        let bytes = file.bytes[range]
        guard let sign = bytes.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return }
        let length = bytes.prefix { $0 == sign }.count
        guard length >= 3, file.bytes[range.upperBound...].allSatisfy(\.isMarkdownSpace) else { return }
        let lines = bytes.split(separator: 0x0A)
        let last = (lines.last ?? bytes).drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
        let isClosed =
            lines.count > 1 && last.prefix { $0 == sign }.count >= length
            && last.allSatisfy { $0 == sign || $0.isMarkdownSpace }
        if isClosed { return }
        let fence = range.lowerBound..<range.lowerBound + length
        diagnostics.append(Diagnostic(.unclosedFence, [file.text(fence)], at: SourceLocation(file, fence)))
    }
}
