import Formats

/// Writes a document, or parts of it, as HTML bytes.
///
/// Iterative: any depth is safe.
///
/// ```swift
/// var renderer = HTMLRenderer(parsed)
/// renderer.renderDocument()
/// page.append(contentsOf: renderer.output)
/// ```
package struct HTMLRenderer {
    /// What was written so far.
    package var output: [UInt8] = []
    let parsed: ParsedMarkdown
    let options: HTMLOptions
    /// A node that is open, and what closes it.
    struct Open {
        let end: Int
        var closing: StaticString = ""
        /// Closes it in place of a text.
        var slot: HTMLSlot?
        /// Ends on a line of its own.
        var breaksLine = false
        /// Forbids decorations inside.
        var isOpaque = false
        var isTightList = false
        var isTightItem = false
        var headingLevel: Int?
    }

    private(set) var open: [Open] = []
    private var opaqueDepth = 0
    /// Position in the outline of the next heading.
    var nextHeading = 0

    package init(_ parsed: ParsedMarkdown, options: HTMLOptions = HTMLOptions()) {
        self.parsed = parsed
        self.options = options
        output.reserveCapacity(parsed.document.text.count * 5 / 4 + 512)
    }

    var document: Document { parsed.document }
    var isPage: Bool { options.profile == .page }

    /// Writes the whole document, its footnotes at the end.
    package mutating func renderDocument() {
        render(1..<parsed.document.nodes.count)
        if let last = options.insertions[parsed.document.nodes.count] { output.append(contentsOf: last) }
        if !parsed.footnotes.isEmpty { renderFootnotes() }
    }

    /// Writes what stands in a block: the inlines of a table cell or a paragraph, say.
    package mutating func renderContent(of index: Int) {
        render(index + 1..<parsed.document.nodes[index].end)
    }

    /// Writes whole subtrees that follow each other.
    ///
    /// Footnotes are left for ``renderFootnotes()``.
    package mutating func render(_ range: Range<Int>) {
        var index = range.lowerBound
        while true {
            while let last = open.last, last.end <= index { close() }
            guard index < range.upperBound else { break }
            if !options.insertions.isEmpty, let insertion = options.insertions[index] {
                output.append(contentsOf: insertion)
            }
            if !options.replacements.isEmpty, let replacement = options.replacements[index] {
                output.append(contentsOf: replacement)
                index = parsed.document.nodes[index].end
            } else {
                index = write(index, limit: open.last?.end ?? range.upperBound)
            }
        }
    }

    // MARK: Opening and closing

    mutating func close() {
        guard let last = open.popLast() else { return }
        if let level = last.headingLevel { closeHeading(level) }
        if last.isOpaque { opaqueDepth -= 1 }
        if last.breaksLine { breakLine() }
        append(last.closing)
        last.slot?.append(to: &output)
    }

    mutating func push(_ element: Open) {
        if element.isOpaque { opaqueDepth += 1 }
        open.append(element)
    }

    /// Begins a new line where none begins.
    mutating func breakLine() {
        if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    }

    mutating func append(_ text: StaticString) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    /// Appends text of the document with the entities that HTML needs.
    mutating func appendEscaped(_ text: TextRange) { appendEscaped(text.bounds) }

    mutating func appendEscaped(_ bounds: Range<Int>) {
        parsed.document.text.withUnsafeBufferPointer {
            HTMLEscaping.append(UnsafeBufferPointer(rebasing: $0[bounds]), to: &output, .kept)
        }
    }

    // MARK: Nodes

    /// Writes a node, or opens it; returns the index to go on with.
    mutating func write(_ index: Int, limit: Int) -> Int {
        let node = parsed.document.nodes[index]
        switch node.kind {
        case .text(let text): return writeText(index, text, limit: limit)
        case .softBreak, .lineBreak: writeBreak(node.kind)
        case .code(let text):
            append("<code>")
            appendEscaped(text)
            append("</code>")
        case .htmlInline(let text):
            if isPage { appendEscaped(text) } else { output.append(contentsOf: document.text[text.bounds]) }
        case .element(let element): enter(node, element.openingTag, element.closingTag)
        case .emphasis: enter(node, "<em>", "</em>")
        case .strong: enter(node, "<strong>", "</strong>")
        case .strikethrough: enter(node, "<del>", "</del>")
        case .link, .wikiLink: writeLink(index, node)
        case .image:
            writeImage(index, node)
            return node.end
        case .footnoteReference(let label, let number, let occurrence):
            writeFootnoteReference(label, number, occurrence)
        case .footnoteDefinition: return node.end
        default: return writeBlock(index, node)
        }
        return index + 1
    }

    mutating func enter(_ node: Node, _ opening: StaticString, _ closing: StaticString) {
        append(opening)
        push(Open(end: node.end, closing: closing))
    }

    mutating func writeBlock(_ index: Int, _ node: Node) -> Int {
        switch node.kind {
        case .blockQuote:
            breakLine()
            append("<blockquote>\n")
            push(Open(end: node.end, closing: "</blockquote>\n", breaksLine: true))
        case .alert(let alert): writeAlert(alert, node)
        case .list(let start, let isTight): writeList(node, start, isTight)
        case .item(let isDone): writeItem(node, isDone)
        case .codeBlock(let info, let literal): writeCode(info, literal)
        case .htmlBlock(let literal): writeRawHTML(literal)
        case .paragraph: writeParagraph(node)
        case .heading(let level): writeHeading(index, node, level)
        case .thematicBreak:
            breakLine()
            append(isPage ? "<hr>\n" : "<hr />\n")
        case .table, .tableRow, .tableCell: writeTablePart(index, node)
        default: break
        }
        return index + 1
    }

    mutating func writeList(_ node: Node, _ start: Int32?, _ isTight: Bool) {
        breakLine()
        if let start {
            append(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
        } else {
            append("<ul>\n")
        }
        push(Open(end: node.end, closing: start == nil ? "</ul>\n" : "</ol>\n", isTightList: isTight))
    }

    mutating func writeItem(_ node: Node, _ isDone: Bool?) {
        breakLine()
        let isTight = open.last?.isTightList ?? false
        if let isDone {
            append(isPage ? "<li class=\"task\">" : "<li>")
            append(
                isDone
                    ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"" : "<input disabled=\"\" type=\"checkbox\"")
            if isPage {
                append(" aria-label=\"")
                HTMLEscaping.append(isDone ? options.words.taskDone : options.words.taskOpen, to: &output, .kept)
                append("\"")
            }
            append("> ")
        } else {
            append("<li>")
        }
        push(Open(end: node.end, closing: "</li>\n", isTightItem: isTight))
    }

    mutating func writeParagraph(_ node: Node) {
        if open.last?.isTightItem ?? false {
            push(Open(end: node.end))
            return
        }
        breakLine()
        append("<p>")
        push(Open(end: node.end, closing: "</p>\n"))
    }

    mutating func writeCode(_ info: TextRange, _ literal: TextRange) {
        breakLine()
        let bounds = info.bounds
        let end = document.text[bounds].firstIndex(where: \.isMarkdownSpace) ?? bounds.upperBound
        if end > bounds.lowerBound {
            append("<pre><code class=\"language-")
            appendEscaped(bounds.lowerBound..<end)
            append("\">")
        } else {
            append("<pre><code>")
        }
        appendEscaped(literal)
        append("</code></pre>\n")
    }

    mutating func writeRawHTML(_ literal: TextRange) {
        breakLine()
        if isPage {
            append("<pre class=\"raw-html\">")
            appendEscaped(literal)
            append("</pre>\n")
        } else {
            output.append(contentsOf: document.text[literal.bounds])
            breakLine()
        }
    }
}

extension HTMLRenderer {
    // MARK: Text

    mutating func writeText(_ index: Int, _ text: TextRange, limit: Int) -> Int {
        if opaqueDepth == 0, let number = options.slots?.texts[text.bounds.lowerBound] {
            HTMLSlot.text(number).append(to: &output)
            return document.textRun(at: index, text, limit: limit).nodes.upperBound
        }
        guard let decorator = options.decorator, opaqueDepth == 0 else {
            appendEscaped(text)
            return index + 1
        }
        let run = document.textRun(at: index, text, limit: limit)
        // The whole run, with decorations or without: to ask again at each of its lines would be quadratic.
        let decorations = decorator.decorations(of: run, in: document)
        var next = 0
        var isInside = false
        for node in run.nodes {
            if case .text(let piece) = document.nodes[node].kind {
                append(piece.bounds, decorations, &next, &isInside)
            } else {
                writeBreak(document.nodes[node].kind)
            }
        }
        if isInside { output.append(contentsOf: decorations[next].closing) }
        return run.nodes.upperBound
    }

    mutating func writeBreak(_ kind: Document.Kind) {
        if kind == .lineBreak { append(isPage ? "<br>" : "<br />") }
        output.append(UInt8(ascii: "\n"))
    }

    /// Appends a text cut at the borders of decorations.
    ///
    /// `next` is the first decoration that has not ended.
    mutating func append(
        _ bounds: Range<Int>, _ decorations: [TextDecoration], _ next: inout Int, _ isInside: inout Bool
    ) {
        var place = bounds.lowerBound
        while next < decorations.count {
            let decoration = decorations[next]
            if !isInside {
                guard decoration.range.lowerBound >= place, decoration.range.lowerBound < bounds.upperBound else {
                    break
                }
                appendEscaped(place..<decoration.range.lowerBound)
                output.append(contentsOf: decoration.opening)
                place = decoration.range.lowerBound
                isInside = true
            }
            guard decoration.range.upperBound <= bounds.upperBound else { break }
            appendEscaped(place..<max(place, decoration.range.upperBound))
            output.append(contentsOf: decoration.closing)
            place = max(place, decoration.range.upperBound)
            isInside = false
            next += 1
        }
        appendEscaped(place..<bounds.upperBound)
    }
}
