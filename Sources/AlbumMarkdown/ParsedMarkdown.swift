import Diagnostics

/// A body read once: the tree and what the rest of the program asks about it.
package struct ParsedMarkdown: Sendable {
    package internal(set) var document: Document
    /// Headings in document order, with their anchors.
    package internal(set) var outline: [HeadingEntry] = []
    /// Links, images and `[[…]]` in document order.
    package internal(set) var links: [LinkUse] = []
    /// What the editor can mend in the Markdown itself.
    package internal(set) var diagnostics: [Diagnostic] = []
    /// 1 where a `#` stands in the body: the page's title is the only first heading, so all levels move down.
    package internal(set) var headingShift = 0
    /// The indices of footnote definitions, by number; notes never mentioned come last.
    package internal(set) var footnotes: [Int] = []
}

/// A heading as the contents of a page list it.
package struct HeadingEntry: Sendable, Hashable {
    /// The level on the page, 2 to 6: the page's title is 1.
    package let level: Int
    /// Without markup.
    package let text: String
    /// ASCII, unique on the page: what stands after `#` in an address.
    package let anchor: String
    package let range: Range<Int>
    /// Index of the heading in the document.
    package let node: Int
}

/// A place that points somewhere.
package struct LinkUse: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `[text](destination)`, `<https://…>` and bare addresses.
        case link
        case image
        /// `[[target]]`
        case wiki
    }

    package let kind: Kind
    /// Decoded: as the editor meant it, not as HTML needs it.
    ///
    /// The target of a `[[target]]`.
    package let destination: String
    /// The whole construct in the source.
    package let range: Range<Int>
    /// Index of the node in the document.
    package let node: Int

    /// The address in `[…](address)` without angle brackets, the name in `[[name|text]]`.
    ///
    /// The whole construct where the address stands elsewhere. O(length).
    package func addressRange(in file: SourceFile) -> Range<Int> {
        kind == .wiki ? nameRange(file.bytes) : parenthesisedRange(file.bytes) ?? range
    }

    private func nameRange(_ bytes: [UInt8]) -> Range<Int> {
        let start = range.lowerBound + 2
        guard start < range.upperBound - 2 else { return range }
        let end = bytes[start..<range.upperBound].firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "]") }
        return start..<max(start, end ?? range.upperBound)
    }

    private func parenthesisedRange(_ bytes: [UInt8]) -> Range<Int>? {
        var start = range.upperBound - 1
        while start > range.lowerBound, !(bytes[start] == UInt8(ascii: "(") && bytes[start - 1] == UInt8(ascii: "]")) {
            start -= 1
        }
        guard start > range.lowerBound else { return nil }
        start += 1
        while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
        // An address in angle brackets holds spaces; one without may hold parentheses in pairs.
        let isBracketed = start < range.upperBound && bytes[start] == UInt8(ascii: "<")
        if isBracketed { start += 1 }
        var end = start
        var depth = 0
        while end < range.upperBound {
            let byte = bytes[end]
            if isBracketed ? byte == UInt8(ascii: ">") : byte <= 0x20 { break }
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")"), !isBracketed {
                if depth == 0 { break }
                depth -= 1
            }
            end += 1
        }
        return start < end ? start..<end : nil
    }
}

/// Reads Markdown: CommonMark 0.30 with GFM's tables, task items and strikethrough, alerts, footnotes, `[[links]]`, bare
/// addresses and a few tags of HTML.
///
/// In comes a source file and the part of it after the front matter; out comes a ``ParsedMarkdown``, all of whose
/// positions are byte offsets in the whole file. Nothing is thrown: every text is some Markdown.
package enum MarkdownParser {
    /// What to recognise beyond CommonMark.
    package struct Extensions: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let tables = Extensions(rawValue: 1)
        package static let tasks = Extensions(rawValue: 2)
        package static let strikethrough = Extensions(rawValue: 4)
        package static let footnotes = Extensions(rawValue: 8)
        package static let wikiLinks = Extensions(rawValue: 16)
        package static let autolinks = Extensions(rawValue: 32)
        package static let alerts = Extensions(rawValue: 64)
        /// `<br>`, and `<sup>`, `<sub>`, `<kbd>`, `<small>` in pairs.
        package static let inlineTags = Extensions(rawValue: 128)
        package static let all: Extensions = [
            .tables, .tasks, .strikethrough, .footnotes, .wikiLinks, .autolinks, .alerts, .inlineTags,
        ]
    }

    /// Reads the bytes `body` of a file.
    ///
    /// O(bytes).
    package static func parse(
        file: SourceFile, body: Range<Int>? = nil, extensions: Extensions = .all
    ) -> ParsedMarkdown {
        let body = (body ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
        let document = CmarkParser.parse(bytes: file.bytes, body: body, extensions: extensions)
        var parsed = ParsedMarkdown(document: document)
        var survey = Survey(file: file)
        survey.read(&parsed)
        return parsed
    }

    /// Reads a table whose cells were found elsewhere, such as those of a CSV file: a document of one table.
    ///
    /// A cell holds inline Markdown; a quotation mark in it is written twice, a line end counts as a space.
    /// - Parameter rows: the header first, all with as many cells, none of them overlapping, in the order of the file.
    package static func parse(file: SourceFile, rows: [(range: Range<Int>, cells: [Range<Int>])]) -> ParsedMarkdown {
        let layout = TableLayout(rows: rows.map { TableLayout.Row(range: $0.range, cells: $0.cells) })
        var parsed = ParsedMarkdown(document: CmarkParser.parse(bytes: file.bytes, table: layout))
        var survey = Survey(file: file, hasBars: false)
        survey.read(&parsed)
        return parsed
    }
}
