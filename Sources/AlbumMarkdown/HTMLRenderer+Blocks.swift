import Formats

// Headings with their anchors, alerts, tables, footnotes.

extension HTMLRenderer {
    // MARK: Headings

    mutating func writeHeading(_ index: Int, _ node: Node, _ level: Int) {
        breakLine()
        let shown = isPage ? min(level + parsed.headingShift + options.headingShift, 6) : level
        append("<h")
        appendLevel(shown)
        if isPage, let anchor = anchor(of: index) {
            append(" id=\"")
            appendAnchor(anchor)
            append("\"")
        }
        append(">")
        push(Open(end: node.end, isOpaque: true, headingLevel: shown))
    }

    private mutating func appendLevel(_ level: Int) {
        if options.slots == nil { append("\(level)") } else { HTMLSlot.headingLevel(level).append(to: &output) }
    }

    /// Appends an anchor as it is unique on the page that shows the document.
    mutating func appendAnchor(_ anchor: String) {
        if options.slots == nil { append(options.anchorPrefix) } else { HTMLSlot.anchorPrefix.append(to: &output) }
        append(anchor)
    }

    /// The anchor of a heading.
    ///
    /// Headings are mostly asked for in order, so the next one is tried first.
    mutating func anchor(of index: Int) -> String? {
        if nextHeading >= parsed.outline.count || parsed.outline[nextHeading].node != index {
            nextHeading = parsed.outline.firstIndex { $0.node == index } ?? parsed.outline.count
        }
        guard nextHeading < parsed.outline.count else { return nil }
        defer { nextHeading += 1 }
        return parsed.outline[nextHeading].anchor
    }

    mutating func closeHeading(_ level: Int) {
        if isPage, options.linksHeadings, nextHeading > 0 {
            append(" <a class=\"heading-link\" href=\"#")
            appendAnchor(parsed.outline[nextHeading - 1].anchor)
            append("\" aria-label=\"")
            HTMLEscaping.append(options.words.headingLink, to: &output, .kept)
            append("\">#</a>")
        }
        append("</h")
        appendLevel(level)
        append(">\n")
    }

    // MARK: Alerts

    mutating func writeAlert(_ alert: Alert, _ node: Node) {
        breakLine()
        append("<div class=\"alert alert-\(alert.rawValue)\" role=\"note\">\n<p class=\"alert-title\">")
        HTMLEscaping.append(options.words.alerts[alert] ?? alert.rawValue, to: &output, .kept)
        append("</p>\n")
        push(Open(end: node.end, closing: "</div>\n", breaksLine: true))
    }

    // MARK: Tables

    mutating func writeTablePart(_ index: Int, _ node: Node) {
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

    func tableEnd(hasBody: Bool) -> StaticString {
        if isPage { return hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n" }
        return hasBody ? "</tbody>\n</table>\n" : "</table>\n"
    }

    func followsHeader() -> Bool { output.suffix(9).elementsEqual("</thead>\n".utf8) }

    /// Header cells stand in the row that opened the table's head.
    func isInHeader(_ index: Int) -> Bool {
        guard let row = open.last else { return false }
        return row.closing.utf8CodeUnitCount > 6
    }

    func alignmentAttribute(_ alignment: Alignment) -> StaticString {
        switch alignment {
        case .none: ""
        case .left: isPage ? " class=\"align-left\"" : " align=\"left\""
        case .center: isPage ? " class=\"align-center\"" : " align=\"center\""
        case .right: isPage ? " class=\"align-right\"" : " align=\"right\""
        }
    }
}
