import Diagnostics
import Languages

/// One walk over a finished tree: headings and their anchors, links, and what the editor can mend.
struct Survey {
    let file: SourceFile
    private var outline: [(level: Int, text: String, node: Int)] = []
    private var diagnostics: [Diagnostic] = []
    /// How many tags of each name are open that were told.
    private var openTags: [String: Int] = [:]

    /// Whether rows are lines of bars, and not those of a file whose cells were counted when it was read.
    private let hasBars: Bool

    init(file: SourceFile, hasBars: Bool = true) {
        self.file = file
        self.hasBars = hasBars
    }

    mutating func read(_ parsed: inout ParsedMarkdown) {
        if parsed.document.text.isEmpty { return }
        var hasFootnotes = false
        var broken = BrokenTables(file: file)
        var unseen = UnseenMarks(file: file)
        var pressed = PressedTables(file: file)
        var lost = LostSigns(file: file)
        for index in parsed.document.nodes.indices {
            let node = parsed.document.nodes[index]
            lost.read(parsed.document, index)
            switch node.kind {
            case .heading(let level):
                outline.append((level, PlainText.inline(parsed.document, index), index))
            case .link(let destination, _): add(.link, destination, node, index, &parsed)
            case .image(let destination, _):
                add(.image, destination, node, index, &parsed)
                reportMissingText(parsed.document, index, destination)
            case .wikiLink(let target): add(.wiki, target, node, index, &parsed)
            case .htmlInline(let text): readTag(parsed.document.string(text), node.range)
            case .htmlBlock(let text):
                let html = parsed.document.string(text)
                if !html.hasPrefix("</") { report(.rawHTML, [Self.excerpt(html)], node.range) }
            case .tableRow:
                reportSurplusCells(parsed.document, index)
                reportMissingCells(parsed.document, index)
            case .footnoteReference: hasFootnotes = true
            case .footnoteDefinition:
                hasFootnotes = true
                pressed.open(parsed.document, at: index)
            case .table:
                broken.read(node, at: index)
                pressed.readTable(node, at: index)
            case .item, .blockQuote, .alert: pressed.open(parsed.document, at: index)
            case .paragraph:
                broken.read(node, at: index)
                unseen.read(node)
            default: break
            }
        }
        if hasFootnotes { readFootnotes(&parsed) }
        readHeadings(&parsed)
        var marks = VisibleMarks(parsed.document, file)
        marks.read()
        let spelled = spelled(&parsed.document)
        parsed.diagnostics =
            diagnostics + broken.diagnostics + pressed.diagnostics + unseen.diagnostics + lost.diagnostics
            + marks.diagnostics + spelled
    }

    private func spelled(_ document: inout Document) -> [Diagnostic] {
        guard let whole = document.nodes.first?.range else { return [] }
        return SpelledCharacters(file: file).diagnostics(in: whole, &document.text)
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
    }

    /// Tells one report for a pair of tags, and one for each of those without partner.
    private mutating func readTag(_ html: String, _ range: Range<Int>) {
        let isClosing = html.hasPrefix("</")
        let name = html.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isNumber }.lowercased()
        if isClosing, let count = openTags[name], count > 0 {
            openTags[name] = count - 1
        } else {
            if !isClosing { openTags[name, default: 0] += 1 }
            report(.rawHTML, [Self.excerpt(html)], range)
        }
    }

    /// A text on one line, cut to what fits a message.
    private static func excerpt(_ text: String) -> String {
        let line = text.prefix(61).map { $0.isNewline || $0 == "\t" ? " " : $0 }
        return line.count > 60 ? String(line.dropLast()) + "…" : String(line)
    }

    private mutating func add(
        _ kind: LinkUse.Kind, _ destination: TextRange, _ node: Node, _ index: Int, _ parsed: inout ParsedMarkdown
    ) {
        let address = parsed.document.string(destination)
        parsed.links.append(LinkUse(kind: kind, destination: address, range: node.range, node: index))
        if address.contains("://docs.google.com/"), address.contains("/edit") { report(.editLink, [], node.range) }
        if kind != .wiki, !SafeAddress.isAllowed(address) {
            report(.unsafeAddress, [Self.excerpt(address)], node.range)
        }
    }

    private mutating func reportMissingText(_ document: Document, _ index: Int, _ destination: TextRange) {
        guard PlainText.inline(document, index).isEmpty else { return }
        report(.missingAlt, [document.string(destination)], document.nodes[index].range)
    }

    /// What stands behind the last cell of a row is not shown, as in GFM: the editor is told.
    private mutating func reportSurplusCells(_ document: Document, _ row: Int) {
        let node = document.nodes[row]
        var child = row + 1
        var start = node.range.upperBound
        while child < node.end {
            start = document.nodes[child].range.upperBound
            child = document.nodes[child].end
        }
        guard start < node.range.upperBound else { return }
        let rest = file.bytes[start..<node.range.upperBound]
        guard let pipe = rest.firstIndex(where: { !$0.isMarkdownSpace }), rest[pipe] == UInt8(ascii: "|"),
            let first = rest[(pipe + 1)...].firstIndex(where: { !$0.isMarkdownSpace && $0 != UInt8(ascii: "|") }),
            let last = rest.lastIndex(where: { !$0.isMarkdownSpace && $0 != UInt8(ascii: "|") })
        else { return }
        let range = first..<last + 1
        report(.surplusCell, [Self.excerpt(file.text(range))], range)
    }

    /// Cells that a row lacks are empty and stand behind its last bar: the editor may have left one out.
    private mutating func reportMissingCells(_ document: Document, _ row: Int) {
        let range = document.nodes[row].range
        let end = file.bytes[range].lastIndex { !$0.isMarkdownSpace }.map { $0 + 1 } ?? range.lowerBound
        let cells = document.children(of: row).map { document.nodes[$0].range }
        let text = file.bytes[range.lowerBound..<end]
        // Without a bar in front, one at the end opens a cell: «1 |».
        let isOpen = text.last == UInt8(ascii: "|") && text.first != UInt8(ascii: "|")
        let missing = cells.count { $0.isEmpty && $0.lowerBound >= end } - (isOpen ? 1 : 0)
        guard hasBars, missing > 0, cells.contains(where: { !$0.isEmpty }) else { return }
        if cells.count > 1, !text.contains(UInt8(ascii: "|")) {
            report(.textInTable, [Self.excerpt(file.text(range.lowerBound..<end))], range)
            return
        }
        let added = String(repeating: " |", count: missing)
        report(.missingCells, [String(cells.count - missing), String(cells.count), added], range)
    }

    private mutating func readFootnotes(_ parsed: inout ParsedMarkdown) {
        parsed.footnotes = Footnotes.number(&parsed.document)
        for node in parsed.document.nodes {
            switch node.kind {
            case .footnoteReference(let label, 0, _):
                report(.unknownFootnote, [parsed.document.string(label)], node.range)
            case .footnoteDefinition(let label, 0):
                report(.unusedFootnote, [parsed.document.string(label)], node.range)
            default: break
            }
        }
    }

    /// Under a text that equals signs made a heading, the signs are what has to go.
    private mutating func reportTopHeading(_ text: String, _ range: Range<Int>) {
        if let line = Underline.line(of: range, in: file) {
            report(.underlinedText, [file.text(line)], line)
        } else {
            report(.topHeading, [text], range)
        }
    }

    private mutating func readHeadings(_ parsed: inout ParsedMarkdown) {
        parsed.headingShift = outline.contains { $0.level == 1 } ? 1 : 0
        let anchors = Anchors.unique(outline.map(\.text))
        var expected = 2
        for (heading, anchor) in zip(outline, anchors) {
            let range = parsed.document.nodes[heading.node].range
            let level = min(heading.level + parsed.headingShift, 6)
            parsed.outline.append(
                HeadingEntry(level: level, text: heading.text, anchor: anchor, range: range, node: heading.node))
            if heading.level == 1 { reportTopHeading(heading.text, range) }
            if heading.level > expected {
                report(.skippedHeadingLevel, ["\(heading.level)", "\(expected)"], range)
            }
            expected = heading.level + 1
        }
    }
}

/// Anchors of headings: the words in ASCII, unique on the page and stable.
enum Anchors {
    /// The first heading with some words gets them as they are; later ones get `-2`, `-3` …, passing over what another
    /// heading is called by itself.
    ///
    /// O(total length).
    static func unique(_ titles: [String]) -> [String] {
        let natural = titles.map { title in
            let slug = Transliteration.slug(title)
            return slug.isEmpty ? "section" : slug
        }
        var taken = Set(natural)
        var counts: [String: Int] = [:]
        return natural.map { name in
            guard var number = counts[name] else {
                counts[name] = 1
                return name
            }
            repeat { number += 1 } while taken.contains("\(name)-\(number)")
            counts[name] = number
            taken.insert("\(name)-\(number)")
            return "\(name)-\(number)"
        }
    }
}
