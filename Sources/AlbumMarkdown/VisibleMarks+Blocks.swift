import Diagnostics

// Lists, notes and code that are not what their editor meant.

extension VisibleMarks {
    // MARK: Lists

    mutating func readList(_ node: Node, _ index: Int, start: Int32) {
        var written: [(mark: Range<Int>, number: Int)] = []
        for item in document.children(of: index) {
            let begin = document.nodes[item].range.lowerBound
            let digits = file.bytes[begin...].prefix { $0.isASCIIDigit }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return }
            written.append((begin..<min(digits.endIndex + 1, node.range.upperBound), number))
        }
        // The same number at each item is a manner of writing lists.
        guard Set(written.map(\.number)).count > 1,
            let wrong = written.enumerated().first(where: { $0.element.number != Int(start) + $0.offset })
        else { return }
        let mark = file.text(wrong.element.mark)
        let shown = String(Int(start) + wrong.offset) + mark.suffix(1)
        report(.renumberedItem, [mark, shown, String(mark.dropLast()) + "\\" + mark.suffix(1)], wrong.element.mark)
    }

    // MARK: Notes

    /// A note without words, or one whose words begin a list: what stands below it is none of it.
    mutating func readNote(_ node: Node, _ index: Int) {
        guard case .footnoteDefinition(let label, _) = node.kind else { return }
        let name = document.string(label)
        let words = index + 1 < node.end ? PlainText.inline(document, index + 1) : ""
        let isList = words.firstMatch(of: /^\s*(?:[-+*•]|\d{1,2}[.)])\s/) != nil
        let line = file.lineRange(from: node.range.lowerBound).clamped(to: node.range)
        if isList || words.allSatisfy(\.isWhitespace) { report(.listInNote, [name], line) }
    }

    // MARK: Code

    mutating func readCode(_ node: Node, _ info: TextRange, _ literal: TextRange) {
        let line = file.lineRange(from: node.range.lowerBound)
        let first = file.bytes[line].first { $0 != 0x20 && $0 != 0x09 }
        if let first = CodeFence.sign(of: node.range, in: file) {
            let fence = file.bytes[line].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.prefix {
                $0 == first
            }
            let last = file.bytes[node.range].split(separator: UInt8(ascii: "\n")).last ?? []
            let closing = last.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            let isClosed = closing.startIndex > line.upperBound && closing.prefix { $0 == first }.count >= fence.count
            let isLast = !file.bytes[node.range.upperBound...].contains { !$0.isMarkdownSpace }
            if !isClosed, isLast { report(.openFence, [String(decoding: fence, as: UTF8.self)], line) }
        } else if info.isEmpty, first != UInt8(ascii: "#"),
            document.string(literal).unicodeScalars.contains(where: { (0x400...0x4FF).contains($0.value) })
        {
            let start = node.range.lowerBound
            report(.indentedProse, [], lineStart(start)..<max(lineStart(start), line.upperBound))
        }
    }

    private func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }
}
