/// Writes a document, or parts of it, as HTML bytes. Iterative: any depth is safe.
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
        /// Ends on a line of its own.
        var breaksLine = false
        /// Forbids decorations inside.
        var isOpaque = false
        var isTightList = false
        var isTightItem = false
        /// Index of a heading.
        var heading: Int?
    }

    private var open: [Open] = []
    private var opaqueDepth = 0
    /// Position in the outline of the next heading.
    private var nextHeading = 0

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
        if !parsed.footnotes.isEmpty { renderFootnotes() }
    }

    /// Writes what stands in a block: the inlines of a table cell or a paragraph, say.
    package mutating func renderContent(of index: Int) {
        render(index + 1..<parsed.document.nodes[index].end)
    }

    /// Writes whole subtrees that follow each other. Footnotes are left for ``renderFootnotes()``.
    package mutating func render(_ range: Range<Int>) {
        var index = range.lowerBound
        while true {
            while let last = open.last, last.end <= index { close() }
            guard index < range.upperBound else { break }
            if !options.replacements.isEmpty, let replacement = options.replacements[index] {
                output.append(contentsOf: replacement)
                index = parsed.document.nodes[index].end
            } else {
                index = write(index, limit: open.last?.end ?? range.upperBound)
            }
        }
    }

    // MARK: Opening and closing

    private mutating func close() {
        guard let last = open.popLast() else { return }
        if let heading = last.heading { closeHeading(heading) }
        if last.isOpaque { opaqueDepth -= 1 }
        if last.breaksLine { breakLine() }
        append(last.closing)
    }

    private mutating func push(_ element: Open) {
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

    private mutating func appendEscaped(_ bounds: Range<Int>) {
        parsed.document.text.withUnsafeBufferPointer {
            Escaping.append(UnsafeBufferPointer(rebasing: $0[bounds]), to: &output)
        }
    }

    // MARK: Nodes

    /// Writes a node, or opens it; returns the index to go on with.
    private mutating func write(_ index: Int, limit: Int) -> Int {
        let node = parsed.document.nodes[index]
        switch node.kind {
        case .text(let text): return writeText(index, text, limit: limit)
        case .softBreak: output.append(UInt8(ascii: "\n"))
        case .lineBreak: append(isPage ? "<br>\n" : "<br />\n")
        case .code(let text):
            append("<code>")
            appendEscaped(text)
            append("</code>")
        case .htmlInline(let text):
            if isPage { appendEscaped(text) } else { output.append(contentsOf: document.text[text.bounds]) }
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

    private mutating func enter(_ node: Node, _ opening: StaticString, _ closing: StaticString) {
        append(opening)
        push(Open(end: node.end, closing: closing))
    }

    private mutating func writeBlock(_ index: Int, _ node: Node) -> Int {
        switch node.kind {
        case .blockQuote:
            breakLine()
            append("<blockquote>\n")
            push(Open(end: node.end, closing: "</blockquote>\n", breaksLine: true))
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

    private mutating func writeList(_ node: Node, _ start: Int32?, _ isTight: Bool) {
        breakLine()
        if let start {
            append(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
        } else {
            append("<ul>\n")
        }
        push(Open(end: node.end, closing: start == nil ? "</ul>\n" : "</ol>\n", isTightList: isTight))
    }

    private mutating func writeItem(_ node: Node, _ isDone: Bool?) {
        breakLine()
        let isTight = open.last?.isTightList ?? false
        if let isDone {
            append(isPage ? "<li class=\"task\">" : "<li>")
            append(
                isDone
                    ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"" : "<input disabled=\"\" type=\"checkbox\"")
            if isPage {
                append(" aria-label=\"")
                Escaping.append(isDone ? options.words.taskDone : options.words.taskOpen, to: &output)
                append("\"")
            }
            append("> ")
        } else {
            append("<li>")
        }
        push(Open(end: node.end, closing: "</li>\n", isTightItem: isTight))
    }

    private mutating func writeParagraph(_ node: Node) {
        if open.last?.isTightItem ?? false {
            push(Open(end: node.end))
            return
        }
        breakLine()
        append("<p>")
        push(Open(end: node.end, closing: "</p>\n"))
    }

    private mutating func writeCode(_ info: TextRange, _ literal: TextRange) {
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

    private mutating func writeRawHTML(_ literal: TextRange) {
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
    // MARK: Headings

    private mutating func writeHeading(_ index: Int, _ node: Node, _ level: Int) {
        breakLine()
        let shown = isPage ? min(level + parsed.headingShift + options.headingShift, 6) : level
        append("<h\(shown)")
        if isPage, let anchor = anchor(of: index) {
            append(" id=\"\(options.anchorPrefix)\(anchor)\"")
        }
        append(">")
        push(Open(end: node.end, closing: Self.headingEnds[shown], isOpaque: true, heading: isPage ? index : nil))
    }

    private static let headingEnds: [StaticString] = [
        "", "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
    ]

    /// The anchor of a heading. Headings are mostly asked for in order, so the next one is tried first.
    private mutating func anchor(of index: Int) -> String? {
        if nextHeading >= parsed.outline.count || parsed.outline[nextHeading].node != index {
            nextHeading = parsed.outline.firstIndex { $0.node == index } ?? parsed.outline.count
        }
        guard nextHeading < parsed.outline.count else { return nil }
        defer { nextHeading += 1 }
        return parsed.outline[nextHeading].anchor
    }

    private mutating func closeHeading(_ index: Int) {
        guard options.linksHeadings, nextHeading > 0 else { return }
        let anchor = parsed.outline[nextHeading - 1].anchor
        append(" <a class=\"heading-link\" href=\"#\(options.anchorPrefix)\(anchor)\" aria-label=\"")
        Escaping.append(options.words.headingLink, to: &output)
        append("\">#</a>")
    }

    // MARK: Tables

    private mutating func writeTablePart(_ index: Int, _ node: Node) {
        switch node.kind {
        case .table:
            breakLine()
            append(isPage ? "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n" : "<table>\n")
            let hasBody = index + 1 < node.end && document.nodes[index + 1].end < node.end
            push(Open(end: node.end, closing: tableEnd(hasBody: hasBody)))
        case .tableRow(let isHeader):
            if isHeader {
                append("<thead>\n<tr>\n")
            } else {
                // A body row follows either the header or another body row.
                append(followsHeader() ? "<tbody>\n<tr>\n" : "<tr>\n")
            }
            push(Open(end: node.end, closing: isHeader ? "</tr>\n</thead>\n" : "</tr>\n"))
        case .tableCell(let alignment):
            let isHeader = isInHeader(index)
            append(isHeader ? (isPage ? "<th scope=\"col\"" : "<th") : "<td")
            append(alignmentAttribute(alignment))
            append(">")
            push(Open(end: node.end, closing: isHeader ? "</th>\n" : "</td>\n"))
        default: break
        }
    }

    private func tableEnd(hasBody: Bool) -> StaticString {
        if isPage { return hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n" }
        return hasBody ? "</tbody>\n</table>\n" : "</table>\n"
    }

    private func followsHeader() -> Bool { output.suffix(9).elementsEqual("</thead>\n".utf8) }

    /// Header cells stand in the row that opened the table's head.
    private func isInHeader(_ index: Int) -> Bool {
        guard let row = open.last else { return false }
        return row.closing.utf8CodeUnitCount > 6
    }

    private func alignmentAttribute(_ alignment: Alignment) -> StaticString {
        switch alignment {
        case .none: ""
        case .left: isPage ? " class=\"align-left\"" : " align=\"left\""
        case .center: isPage ? " class=\"align-center\"" : " align=\"center\""
        case .right: isPage ? " class=\"align-right\"" : " align=\"right\""
        }
    }

    // MARK: Text

    private mutating func writeText(_ index: Int, _ text: TextRange, limit: Int) -> Int {
        guard let decorator = options.decorator, opaqueDepth == 0 else {
            appendEscaped(text)
            return index + 1
        }
        let run = document.textRun(at: index, text, limit: limit)
        let decorations = decorator.decorations(of: run, in: document)
        guard !decorations.isEmpty else {
            appendEscaped(text)
            return index + 1
        }
        var next = 0
        var isInside = false
        for node in run.nodes {
            if case .text(let piece) = document.nodes[node].kind {
                append(piece.bounds, decorations, &next, &isInside)
            } else {
                append(document.nodes[node].kind == .softBreak ? "\n" : "<br>\n")
            }
        }
        if isInside { output.append(contentsOf: decorations[next].closing) }
        return run.nodes.upperBound
    }

    /// Appends a text cut at the borders of decorations. `next` is the first decoration that has not ended.
    private mutating func append(
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

extension HTMLRenderer {
    // MARK: Links

    private mutating func writeLink(_ index: Int, _ node: Node) {
        let resolved = resolve(index, node)
        guard let address = resolved.address else {
            append("<span class=\"broken-link\">")
            if node.end == index + 1 { appendLabel(resolved, node.kind) }
            push(Open(end: node.end, closing: "</span>", isOpaque: true))
            return
        }
        append("<a href=\"")
        Escaping.appendAddress(address, to: &output)
        append("\"")
        appendAttributes(resolved)
        append(">")
        if node.end == index + 1 { appendLabel(resolved, node.kind) }
        push(Open(end: node.end, closing: "</a>", isOpaque: true))
    }

    private mutating func appendLabel(_ resolved: ResolvedLink, _ kind: Kind) {
        guard case .wikiLink(let target) = kind else { return }
        if let label = resolved.label {
            Escaping.append(label, to: &output)
        } else {
            appendEscaped(target)
        }
    }

    private mutating func appendAttributes(_ resolved: ResolvedLink) {
        if let title = resolved.title, !title.isEmpty || !isPage {
            append(" title=\"")
            Escaping.append(title, to: &output)
            append("\"")
        }
        for attribute in resolved.attributes {
            append(" \(attribute.name)=\"")
            Escaping.append(attribute.value, to: &output)
            append("\"")
        }
    }

    private mutating func writeImage(_ index: Int, _ node: Node) {
        let resolved = resolve(index, node)
        if let address = resolved.address {
            append("<img src=\"")
            Escaping.appendAddress(address, to: &output)
            append("\" alt=\"")
        } else {
            append("<span class=\"broken-image\">")
        }
        for child in document.nodes[index + 1..<node.end] {
            switch child.kind {
            case .text(let text), .code(let text), .htmlInline(let text), .wikiLink(let text): appendEscaped(text)
            case .softBreak, .lineBreak: append(" ")
            default: break
            }
        }
        guard resolved.address != nil else {
            append("</span>")
            return
        }
        append("\"")
        appendAttributes(resolved)
        append(isPage ? ">" : " />")
    }

    private func resolve(_ index: Int, _ node: Node) -> ResolvedLink {
        let use: LinkUse
        var title: String?
        switch node.kind {
        case .link(let destination, let text), .image(let destination, let text):
            var kind = LinkUse.Kind.link
            if case .image = node.kind { kind = .image }
            use = LinkUse(kind: kind, destination: document.string(destination), range: node.range, node: index)
            title = text.isEmpty ? nil : document.string(text)
        case .wikiLink(let target):
            use = LinkUse(kind: .wiki, destination: document.string(target), range: node.range, node: index)
        default: return .refused
        }
        guard isPage else { return ResolvedLink(address: use.destination, title: title) }
        guard let resolver = options.resolver else {
            let isAllowed = use.kind != .wiki && SafeAddress.isAllowed(use.destination)
            return isAllowed ? ResolvedLink(address: use.destination, title: title) : .refused
        }
        var resolved = resolver.resolve(use)
        if resolved.title == nil { resolved.title = title }
        if let address = resolved.address, !SafeAddress.isAllowed(address) { resolved.address = nil }
        return resolved
    }

    // MARK: Footnotes

    private mutating func writeFootnoteReference(_ label: TextRange, _ number: Int32, _ occurrence: Int32) {
        guard number > 0 else {
            append("[^")
            appendEscaped(label)
            append("]")
            return
        }
        let prefix = options.anchorPrefix
        let place = occurrence == 1 ? "\(number)" : "\(number)-\(occurrence)"
        append("<sup class=\"footnote-ref\"><a href=\"#\(prefix)fn-\(number)\" id=\"\(prefix)fnref-\(place)\">")
        append("\(number)</a></sup>")
    }

    /// Writes the notes in the order of their numbers; those never mentioned are left out.
    package mutating func renderFootnotes() {
        let notes = parsed.footnotes.filter { index in
            if case .footnoteDefinition(_, let number) = document.nodes[index].kind { number > 0 } else { false }
        }
        guard !notes.isEmpty else { return }
        breakLine()
        append("<section class=\"footnotes\" aria-label=\"")
        Escaping.append(options.words.footnotes, to: &output)
        append("\">\n<ol>\n")
        for index in notes {
            guard case .footnoteDefinition(_, let number) = document.nodes[index].kind else { continue }
            append("<li id=\"\(options.anchorPrefix)fn-\(number)\">")
            if index + 1 < document.nodes[index].end { renderContent(of: index + 1) }
            append(" <a class=\"footnote-back\" href=\"#\(options.anchorPrefix)fnref-\(number)\" aria-label=\"")
            Escaping.append(options.words.footnoteBack, to: &output)
            append("\">↩</a></li>\n")
        }
        append("</ol>\n</section>\n")
    }
}
