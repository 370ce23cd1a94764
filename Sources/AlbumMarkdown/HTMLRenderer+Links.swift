import Formats

// Links, images and footnotes.

extension HTMLRenderer {
    mutating func writeLink(_ index: Int, _ node: Node) {
        if let number = slot(of: index) {
            HTMLSlot.linkStart(number).append(to: &output)
            if node.end == index + 1, case .wikiLink = node.kind { HTMLSlot.linkLabel(number).append(to: &output) }
            push(Open(end: node.end, slot: .linkEnd(number), isOpaque: true))
            return
        }
        let resolved = resolve(index, node)
        resolved.appendStart(to: &output, isPage: isPage)
        if node.end == index + 1 { appendLabel(resolved, node.kind) }
        push(Open(end: node.end, closing: resolved.linkEnd, isOpaque: true))
    }

    private func slot(of link: Int) -> Int? { options.slots?.links[link] }

    mutating func appendLabel(_ resolved: ResolvedLink, _ kind: Kind) {
        guard case .wikiLink(let target) = kind else { return }
        if let label = resolved.label {
            HTMLEscaping.append(label, to: &output, .kept)
        } else {
            appendEscaped(target)
        }
    }

    mutating func writeImage(_ index: Int, _ node: Node) {
        if let number = slot(of: index) {
            HTMLSlot.imageStart(number).append(to: &output)
            writeAlternative(index, node)
            HTMLSlot.imageEnd(number).append(to: &output)
            return
        }
        let resolved = resolve(index, node)
        resolved.appendImageStart(to: &output)
        writeAlternative(index, node)
        resolved.appendImageEnd(to: &output, isPage: isPage)
    }

    /// The text in place of an image.
    private mutating func writeAlternative(_ index: Int, _ node: Node) {
        for child in index + 1..<node.end {
            switch document.nodes[child].kind {
            case .text(let text), .code(let text), .htmlInline(let text): appendEscaped(text)
            case .wikiLink(let target) where document.nodes[child].end == child + 1: appendEscaped(target)
            case .softBreak, .lineBreak: append(" ")
            default: break
            }
        }
    }

    func resolve(_ index: Int, _ node: Node) -> ResolvedLink {
        let use: LinkUse
        let title = document.linkTitle(index)
        switch node.kind {
        case .link(let destination, _), .image(let destination, _):
            var kind = LinkUse.Kind.link
            if case .image = node.kind { kind = .image }
            use = LinkUse(kind: kind, destination: document.string(destination), range: node.range, node: index)
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

    mutating func writeFootnoteReference(_ label: TextRange, _ number: Int32, _ occurrence: Int32) {
        guard number > 0 else {
            append("[^")
            appendEscaped(label)
            append("]")
            return
        }
        let place = occurrence == 1 ? "\(number)" : "\(number)-\(occurrence)"
        append("<sup class=\"footnote-ref\"><a href=\"#")
        appendAnchor("fn-\(number)")
        append("\" id=\"")
        appendAnchor("fnref-\(place)")
        append("\">\(number)</a></sup>")
    }

    /// Writes the notes in the order of their numbers; those never mentioned are left out.
    package mutating func renderFootnotes() {
        let notes = parsed.footnotes.filter { index in
            if case .footnoteDefinition(_, let number) = document.nodes[index].kind { number > 0 } else { false }
        }
        guard !notes.isEmpty else { return }
        breakLine()
        append("<section class=\"footnotes\" aria-label=\"")
        HTMLEscaping.append(options.words.footnotes, to: &output, .kept)
        append("\">\n<ol>\n")
        for index in notes {
            guard case .footnoteDefinition(_, let number) = document.nodes[index].kind else { continue }
            append("<li id=\"")
            appendAnchor("fn-\(number)")
            append("\">")
            renderNote(index, number)
            append("</li>\n")
        }
        append("</ol>\n</section>\n")
    }

    /// Writes what a note is made of, the way back at its end: one paragraph without its element, several blocks whole.
    private mutating func renderNote(_ index: Int, _ number: Int32) {
        let children = Array(document.children(of: index))
        guard let last = children.last, last > index + 1 else {
            if let only = children.first { renderContent(of: only) }
            return writeWayBack(number)
        }
        if case .paragraph = document.nodes[last].kind {
            render(index + 1..<last)
            append("<p>")
            renderContent(of: last)
            writeWayBack(number)
            append("</p>\n")
        } else {
            render(index + 1..<document.nodes[index].end)
            writeWayBack(number)
        }
    }

    private mutating func writeWayBack(_ number: Int32) {
        append(" <a class=\"footnote-back\" href=\"#")
        appendAnchor("fnref-\(number)")
        append("\" aria-label=\"")
        HTMLEscaping.append(options.words.footnoteBack, to: &output, .kept)
        append("\">↩</a>")
    }
}

extension Document {
    /// The title that a link or an image has in the text; nothing where it has none.
    package func linkTitle(_ node: Int) -> String? {
        switch nodes[node].kind {
        case .link(_, let title), .image(_, let title): title.isEmpty ? nil : string(title)
        default: nil
        }
    }
}

extension ResolvedLink {
    /// Appends what begins a link; a place that is none is marked as broken.
    package func appendStart(to output: inout [UInt8], isPage: Bool = true) {
        guard let address else {
            output.append(contentsOf: "<span class=\"broken-link\">".utf8)
            return
        }
        output.append(contentsOf: "<a href=\"".utf8)
        HTMLEscaping.appendAddress(address, to: &output)
        output.append(UInt8(ascii: "\""))
        appendAttributes(to: &output, isPage: isPage)
        output.append(UInt8(ascii: ">"))
    }

    /// What ends it.
    package var linkEnd: StaticString { address == nil ? "</span>" : "</a>" }

    /// Appends what stands before the text in place of an image.
    package func appendImageStart(to output: inout [UInt8]) {
        guard let address else {
            output.append(contentsOf: "<span class=\"broken-image\">".utf8)
            return
        }
        output.append(contentsOf: "<img src=\"".utf8)
        HTMLEscaping.appendAddress(address, to: &output)
        output.append(contentsOf: "\" alt=\"".utf8)
    }

    /// Appends what stands behind it.
    package func appendImageEnd(to output: inout [UInt8], isPage: Bool = true) {
        guard address != nil else {
            output.append(contentsOf: "</span>".utf8)
            return
        }
        output.append(UInt8(ascii: "\""))
        appendAttributes(to: &output, isPage: isPage)
        output.append(contentsOf: (isPage ? ">" : " />").utf8)
    }

    private func appendAttributes(to output: inout [UInt8], isPage: Bool) {
        if let title, !title.isEmpty || !isPage { Self.append("title", title, to: &output) }
        for attribute in attributes { Self.append(attribute.name, attribute.value, to: &output) }
    }

    private static func append(_ name: String, _ value: String, to output: inout [UInt8]) {
        output.append(contentsOf: " \(name)=\"".utf8)
        HTMLEscaping.append(value, to: &output, .kept)
        output.append(UInt8(ascii: "\""))
    }
}
