import Formats

// Links, images and footnotes.

extension HTMLRenderer {
    mutating func writeLink(_ index: Int, _ node: Node) {
        let resolved = resolve(index, node)
        guard let address = resolved.address else {
            append("<span class=\"broken-link\">")
            if node.end == index + 1 { appendLabel(resolved, node.kind) }
            push(Open(end: node.end, closing: "</span>", isOpaque: true))
            return
        }
        append("<a href=\"")
        HTMLEscaping.appendAddress(address, to: &output)
        append("\"")
        appendAttributes(resolved)
        append(">")
        if node.end == index + 1 { appendLabel(resolved, node.kind) }
        push(Open(end: node.end, closing: "</a>", isOpaque: true))
    }

    mutating func appendLabel(_ resolved: ResolvedLink, _ kind: Kind) {
        guard case .wikiLink(let target) = kind else { return }
        if let label = resolved.label {
            HTMLEscaping.append(label, to: &output, .kept)
        } else {
            appendEscaped(target)
        }
    }

    mutating func appendAttributes(_ resolved: ResolvedLink) {
        if let title = resolved.title, !title.isEmpty || !isPage {
            append(" title=\"")
            HTMLEscaping.append(title, to: &output, .kept)
            append("\"")
        }
        for attribute in resolved.attributes {
            append(" \(attribute.name)=\"")
            HTMLEscaping.append(attribute.value, to: &output, .kept)
            append("\"")
        }
    }

    mutating func writeImage(_ index: Int, _ node: Node) {
        let resolved = resolve(index, node)
        if let address = resolved.address {
            append("<img src=\"")
            HTMLEscaping.appendAddress(address, to: &output)
            append("\" alt=\"")
        } else {
            append("<span class=\"broken-image\">")
        }
        for child in index + 1..<node.end {
            switch document.nodes[child].kind {
            case .text(let text), .code(let text), .htmlInline(let text): appendEscaped(text)
            case .wikiLink(let target) where document.nodes[child].end == child + 1: appendEscaped(target)
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

    func resolve(_ index: Int, _ node: Node) -> ResolvedLink {
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

    mutating func writeFootnoteReference(_ label: TextRange, _ number: Int32, _ occurrence: Int32) {
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
        HTMLEscaping.append(options.words.footnotes, to: &output, .kept)
        append("\">\n<ol>\n")
        for index in notes {
            guard case .footnoteDefinition(_, let number) = document.nodes[index].kind else { continue }
            append("<li id=\"\(options.anchorPrefix)fn-\(number)\">")
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
        append(" <a class=\"footnote-back\" href=\"#\(options.anchorPrefix)fnref-\(number)\" aria-label=\"")
        HTMLEscaping.append(options.words.footnoteBack, to: &output, .kept)
        append("\">↩</a>")
    }
}
