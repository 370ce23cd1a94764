import AlbumMarkdown
import Catalog
import Diagnostics

/// Finds lines that were meant for headings and are none.
///
/// ```
/// near = space "##" { "#" } name      spaces that Markdown does not know, or four of them: the name is a known one
///      | "##" { "#" } name            no space between: any name
///      | "**" name [ ":" ] "**" […]   a known name whose heading the text lacks, at a paragraph's beginning
///      | name [ ":" ]                 the same, alone in its paragraph
/// ```
/// O(bytes of paragraphs and indented code).
struct NearHeadings {
    struct Line {
        let range: Range<Int>
        /// What was meant as the heading's text.
        let title: String
        /// Position in ``SectionNames/sections``; nothing where the kind knows no such heading.
        let section: Int?
    }

    let names: SectionNames
    let file: SourceFile
    /// Sections that the text has.
    let present: Set<Int>

    /// The lines in the order of the text; of each section the first one only.
    func lines(_ document: Document) -> [Line] {
        var found: [Line] = []
        for index in document.children(of: 0) {
            let node = document.nodes[index]
            let isCode: Bool
            switch node.kind {
            case .paragraph: isCode = false
            case .codeBlock: isCode = true
            default: continue
            }
            if isCode, let first = file.bytes[node.range].first,
                first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
            {
                continue
            }
            for line in lines(in: node.range, isCode: isCode) {
                let isNew = line.section == nil || !found.contains { $0.section == line.section }
                if isNew { found.append(line) }
            }
        }
        return found
    }

    private func lines(in range: Range<Int>, isCode: Bool) -> [Line] {
        var result: [Line] = []
        var start = range.lowerBound
        var isFirst = true
        while start < range.upperBound {
            let end = file.bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            if let line = marked(start..<end, isCode: isCode) {
                result.append(line)
            } else if isFirst, !isCode, let line = plain(start..<end, isAlone: end == range.upperBound) {
                result.append(line)
            }
            isFirst = false
            start = end + 1
        }
        return result
    }

    /// A line with `#` in front.
    private func marked(_ line: Range<Int>, isCode: Bool) -> Line? {
        let start = skippingBlanks(line)
        let marks = file.bytes[start..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(marks) else { return nil }
        let title = Self.bare(file.text(start + marks..<line.upperBound))
        let section = names[title]
        guard !title.isEmpty, section != nil || (marks > 1 && !isCode) else { return nil }
        return Line(range: line, title: title, section: section)
    }

    /// A bold name at the beginning, or a name alone.
    private func plain(_ line: Range<Int>, isAlone: Bool) -> Line? {
        let text = file.bytes[line]
        var range = line
        if text.starts(with: "**".utf8) || text.starts(with: "__".utf8) {
            let mark = text[line.lowerBound]
            let inner = text.dropFirst(2)
            guard
                let end = inner.indices.first(where: {
                    inner[$0] == mark && $0 + 1 < line.upperBound && inner[$0 + 1] == mark
                })
            else { return nil }
            range = line.lowerBound..<end + 2
        } else if !isAlone {
            return nil
        }
        let title = Self.bare(file.text(range))
        guard let section = names[title], !present.contains(section) else { return nil }
        return Line(range: range, title: title, section: section)
    }

    /// Behind spaces, no-break ones and those of no width too.
    private func skippingBlanks(_ line: Range<Int>) -> Int {
        var start = line.lowerBound
        while start < line.upperBound {
            let rest = file.bytes[start..<line.upperBound]
            if rest.first == 0x20 || rest.first == 0x09 {
                start += 1
            } else if rest.starts(with: [0xC2, 0xA0]) {
                start += 2
            } else if rest.starts(with: [0xE2, 0x80]) || rest.starts(with: [0xEF, 0xBB, 0xBF]) {
                start += 3
            } else {
                break
            }
        }
        return start
    }

    /// A line as a message shows it: without blanks at its ends.
    static func shown(_ line: String) -> String {
        let isBlank: (Character) -> Bool = { " \t\u{A0}\u{200B}\u{FEFF}".contains($0) }
        var rest = line[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }

    /// Without marks of headings and of emphasis, colons and blanks at both ends.
    private static func bare(_ text: String) -> String {
        let isMark: (Character) -> Bool = { "#*_: \t\u{A0}\u{200B}\u{FEFF}".contains($0) }
        var rest = text[...]
        while let first = rest.first, isMark(first) { rest.removeFirst() }
        while let last = rest.last, isMark(last) { rest.removeLast() }
        return String(rest)
    }
}
