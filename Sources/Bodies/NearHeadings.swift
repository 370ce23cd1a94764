import AlbumMarkdown
import Catalog
import Diagnostics

/// Finds lines that were meant for headings and are none.
///
/// ```
/// near   = space "##" { "#" } name      spaces that Markdown does not know, or four of them: the name is a known one
///        | "##" { "#" } name            no space between: any name
///        | "**" name [ ":" ] "**" […]   a known name whose heading the text lacks, at the beginning of a line
///        | name [ ":" ]                 the same, alone on its line: in a paragraph, or in an item that it sank into
/// sunken = name …                       the same, before words of a paragraph that its indentation put into an item
/// ```
/// Nobody breaks a line behind one word of prose but at a paragraph's end: there the line before must be a short one, or
/// end a sentence. O(bytes of paragraphs and indented code).
struct NearHeadings {
    struct Line {
        let range: Range<Int>
        /// What was meant as the heading's text.
        let title: String
        /// Position in ``SectionNames/sections``; nothing where the kind knows no such heading.
        let section: Int?
        /// Whether it begins a paragraph that stands in an item of a list.
        var isSunken = false
    }

    /// Where a block stands.
    private enum Place {
        case text, code
        /// The first paragraph of an item, and any other.
        case itemStart, item
    }

    let names: SectionNames
    let file: SourceFile
    /// Sections that the text has.
    let present: Set<Int>

    /// The lines in the order of the text; of each section the first one only.
    func lines(_ document: Document) -> [Line] {
        var found: [Line] = []
        var index = 1
        var listEnd = 0
        while index < document.nodes.count {
            let node = document.nodes[index]
            var place: Place?
            switch node.kind {
            case .list, .item:
                listEnd = max(listEnd, node.end)
                index += 1
                continue
            case .paragraph where index >= listEnd: place = .text
            case .paragraph:
                if case .item = document.nodes[index - 1].kind { place = .itemStart } else { place = .item }
            case .codeBlock where index >= listEnd && CodeFence.sign(of: node.range, in: file) == nil: place = .code
            default: break
            }
            for line in place.map({ lines(in: node.range, $0) }) ?? [] {
                let isNew = line.section == nil || !found.contains { $0.section == line.section }
                if isNew { found.append(line) }
            }
            index = node.end
        }
        return found
    }

    private func lines(in range: Range<Int>, _ place: Place) -> [Line] {
        let written = file.lines(in: range)
        return written.indices.compactMap { index in
            if let line = marked(written[index], isCode: place == .code) { return line }
            guard place != .code else { return nil }
            let isAlone = written.count == 1
            if index > 0 || place != .itemStart, let line = bold(written[index]) { return line }
            if isAlone ? place != .itemStart : isLineOfItsOwn(index, of: written, place) {
                if let line = plain(written[index]) { return line }
            }
            return index == 0 && place == .item ? sunken(written[0]) : nil
        }
    }

    /// Whether a line of several was not broken off by the width of the page.
    private func isLineOfItsOwn(_ index: Int, of lines: [Range<Int>], _ place: Place) -> Bool {
        if index == 0 {
            // An item whose further lines are moved in is a list that somebody wrote.
            return place != .itemStart || !file.bytes[lines[1].lowerBound].isBlank
        }
        guard index == lines.count - 1 else { return true }
        let before = Self.shown(file.text(lines[index - 1]))
        let length = before.count + 1 + Self.shown(file.text(lines[index])).count
        return length <= 60 || before.last.map { ".!?:;…".contains($0) } ?? true
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

    /// A bold name at the beginning of a line.
    private func bold(_ line: Range<Int>) -> Line? {
        let start = skippingBlanks(line)
        let text = file.bytes[start..<line.upperBound]
        guard text.starts(with: "**".utf8) || text.starts(with: "__".utf8) else { return nil }
        let mark = text[start]
        let inner = text.dropFirst(2)
        let end = inner.indices.first { inner[$0] == mark && $0 + 1 < line.upperBound && inner[$0 + 1] == mark }
        return end.flatMap { named(start..<$0 + 2) }
    }

    /// A name that is all of a line; with a mark of the end of a sentence it is a word of one.
    private func plain(_ line: Range<Int>) -> Line? {
        let start = skippingBlanks(line)
        var end = line.upperBound
        while end > start, file.bytes[end - 1].isBlank || file.bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        guard let last = file.bytes[start..<end].last, !".;,-".utf8.contains(last) else { return nil }
        return named(start..<end)
    }

    /// A name before other words.
    private func sunken(_ line: Range<Int>) -> Line? {
        let start = skippingBlanks(line)
        let bytes = file.bytes
        var ends = (start..<line.upperBound).filter { bytes[$0].isBlank || bytes[$0] == UInt8(ascii: ":") }.prefix(8)
        while let end = ends.popLast() {
            if var found = named(start..<end) {
                found.isSunken = true
                return found
            }
        }
        return nil
    }

    private func named(_ range: Range<Int>) -> Line? {
        let title = Self.bare(file.text(range))
        let isCapital = title.first(where: \.isLetter)?.isUppercase ?? false
        guard isCapital, let section = names[title], !present.contains(section) else { return nil }
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

extension UInt8 {
    /// A space or a tab.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
