/// A piece of the program's HTML as Markdown (CommonMark with the tables of GitHub), for programs that read texts.
///
/// What only a screen has is left out: pictures made of lines, forms, scripts, navigation. Letters that would mean something in
/// Markdown are escaped.
package struct MarkdownWriter {
    /// Where links and pictures lead, from what stands in the attribute; nothing: their text alone stays.
    private let address: (String) -> String?

    package init(address: @escaping (String) -> String?) { self.address = address }

    /// Blocks with an empty line between them; O(length).
    package func text(_ tree: HTMLTree) -> String {
        blocks(tree.nodes).joined(separator: "\n\n")
    }

    /// Drawings are for eyes; their numbers stand in a table below.
    private static func isLeftOut(_ element: HTMLTree.Element) -> Bool {
        BoundBook.leftOut.contains(element.name) || element.name == "svg" || element["hidden"] != nil
            || ["heading-link", "footnote-back"].contains(element["class"])
    }

    private static let blockNames: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote", "hr", "figure", "figcaption",
        "div", "section", "article", "aside", "header", "footer", "main", "details", "summary", "dl", "dt", "dd", "li",
    ]

    private static func isBlock(_ node: HTMLTree.Node) -> Bool {
        if case .element(let element) = node { return blockNames.contains(element.name) }
        return false
    }

    // MARK: Blocks

    /// Texts between blocks are paragraphs of their own.
    private func blocks(_ nodes: [HTMLTree.Node]) -> [String] {
        var found: [String] = []
        var line: [HTMLTree.Node] = []
        func finish() {
            let text = paragraph(line)
            if !text.isEmpty { found.append(text) }
            line.removeAll()
        }
        for node in nodes {
            guard case .element(let element) = node, Self.isBlock(node) || Self.isLeftOut(element) else {
                line.append(node)
                continue
            }
            finish()
            if !Self.isLeftOut(element) { found += block(element) }
        }
        finish()
        return found
    }

    private func block(_ element: HTMLTree.Element) -> [String] {
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let text = inline(element.children).trimmed
            let level = element.name.last?.wholeNumberValue ?? 2
            return text.isEmpty ? [] : [String(repeating: "#", count: level) + " " + text]
        case "ul", "ol": return [list(element)]
        case "table": return table(element)
        case "pre": return ["```\n\(Self.plain(element.children).trimmed)\n```"]
        case "hr": return ["---"]
        case "blockquote": return [Self.prefixed(blocks(element.children).joined(separator: "\n\n"), "> ")]
        case "dl": return [definitions(element)]
        case "summary", "figcaption", "dt":
            let text = inline(element.children).trimmed
            return text.isEmpty ? [] : ["**\(text)**"]
        default: return blocks(element.children)
        }
    }

    private func paragraph(_ nodes: [HTMLTree.Node]) -> String { Self.safeStart(inline(nodes).trimmed) }

    private func list(_ element: HTMLTree.Element) -> String {
        let first = element["start"].flatMap { Int($0) } ?? 1
        var number = first
        var items: [String] = []
        for case .element(let item) in element.children where item.name == "li" {
            let mark = element.name == "ol" ? "\(number). " : "- "
            number += 1
            let parts = blocks(item.children)
            // A list below its item stands close to it.
            var text = ""
            for part in parts {
                let isList = part.hasPrefix("- ") || part.hasPrefix("1. ")
                text += text.isEmpty ? part : (isList ? "\n" : "\n\n") + part
            }
            let indent = String(repeating: " ", count: mark.count)
            items.append(mark + text.replacing("\n", with: "\n" + indent))
        }
        return items.joined(separator: "\n")
    }

    private func definitions(_ element: HTMLTree.Element) -> String {
        var lines: [String] = []
        for case .element(let part) in HTMLTree(element.children).flat("dt", "dd") {
            let text = flat(part.children)
            lines.append(part.name == "dt" ? "- \(text):" : "\(lines.popLast() ?? "-") \(text)")
        }
        return lines.joined(separator: "\n")
    }

    /// A table of pipes under its caption; a cell over several columns has empty ones behind it.
    private func table(_ element: HTMLTree.Element) -> [String] {
        var rows: [(cells: [String], isHead: Bool)] = []
        for case .element(let row) in HTMLTree(element.children).flat("tr") {
            var cells: [String] = []
            var isHead = true
            for case .element(let cell) in row.children where cell.name == "td" || cell.name == "th" {
                if cell.name == "td" || cell["scope"] != "col" { isHead = false }
                cells.append(flat(cell.children).replacing("|", with: "\\|"))
                for _ in 1..<max(1, cell["colspan"].flatMap { Int($0) } ?? 1) { cells.append("") }
            }
            rows.append((cells, isHead))
        }
        guard let width = rows.map(\.cells.count).max(), width > 0 else { return [] }
        if rows.first?.isHead != true { rows.insert(([], true), at: 0) }
        func line(_ cells: [String]) -> String {
            "| " + (cells + Array(repeating: "", count: width - cells.count)).joined(separator: " | ") + " |"
        }
        let lines = [line(rows[0].cells), "|" + String(repeating: " --- |", count: width)]
        return [(lines + rows.dropFirst().map { line($0.cells) }).joined(separator: "\n")]
    }

    /// Blocks in one line, as a cell has them.
    private func flat(_ nodes: [HTMLTree.Node]) -> String {
        guard nodes.contains(where: Self.isBlock) else { return inline(nodes).replacing("\\\n", with: "<br>").trimmed }
        var parts: [String] = []
        for part in HTMLTree(nodes).flat("li", "p").isEmpty ? nodes : HTMLTree(nodes).flat("li", "p") {
            if case .element(let element) = part {
                let text = inline(element.children).replacing("\\\n", with: "<br>").trimmed
                if !text.isEmpty { parts.append(text) }
            }
        }
        return parts.joined(separator: "<br>")
    }

    // MARK: Inline

    private func inline(_ nodes: [HTMLTree.Node]) -> String {
        var output = ""
        for node in nodes {
            switch node {
            case .text(let text):
                // White space is one blank, and none behind another.
                for word in Self.words(text) where !(word == " " && output.last?.isWhitespace ?? true) {
                    output += word == " " ? " " : Self.escaped(word)
                }
            case .element(let element): output += inline(element)
            }
        }
        return output
    }

    private func inline(_ element: HTMLTree.Element) -> String {
        if Self.isLeftOut(element) { return "" }
        let text = element.name == "code" ? "" : inline(element.children)
        switch element.name {
        case "br": return "\\\n"
        case "em", "i": return Self.marked(text, "*")
        case "strong", "b": return Self.marked(text, "**")
        case "s", "del": return Self.marked(text, "~~")
        case "code": return "`\(Self.plain(element.children).replacing("`", with: "'"))`"
        case "a":
            // A mark of a place, which readers do not see as a text.
            if text.trimmed.isEmpty { return "" }
            guard let target = element["href"].flatMap(address) else { return text }
            return "[\(text)](\(target))"
        case "img":
            let words = Self.escaped(element["alt"] ?? "")
            guard let target = element["src"].flatMap(address) else { return words }
            return "![\(words)](\(target))"
        default: return text
        }
    }

    private static func marked(_ text: String, _ mark: String) -> String {
        let inner = text.trimmed
        if inner.isEmpty { return text }
        return (text.first?.isWhitespace == true ? " " : "") + mark + inner + mark
            + (text.last?.isWhitespace == true ? " " : "")
    }

    private static func plain(_ nodes: [HTMLTree.Node]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(let element): plain(element.children)
            }
        }.joined()
    }

    /// Runs of letters and single blanks; a hard blank is a letter.
    private static func words(_ text: String) -> [String] {
        var found: [String] = []
        var word = ""
        for letter in text {
            if letter == " " || letter.isNewline || letter == "\t" {
                if !word.isEmpty { found.append(word) }
                word = ""
                if found.last != " " { found.append(" ") }
            } else {
                word.append(letter)
            }
        }
        if !word.isEmpty { found.append(word) }
        return found
    }

    private static let meaning: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<"]

    /// A text in which no letter means anything to Markdown.
    package static func escaped(_ text: String) -> String {
        guard text.contains(where: meaning.contains) else { return text }
        return String(text.flatMap { meaning.contains($0) ? ["\\", $0] : [$0] })
    }

    /// A paragraph that does not begin as a heading, a list or a quotation does.
    private static func safeStart(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#>+-=|~".contains(first) { return "\\" + text }
        let digits = text.prefix(while: \.isNumber)
        guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
    }

    private static func prefixed(_ text: String, _ prefix: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? prefix.trimmed : prefix + $0 }.joined(separator: "\n")
    }
}

extension HTMLTree {
    /// Elements of some names, outer ones alone, in their order.
    fileprivate func flat(_ names: String...) -> [Node] {
        func found(_ nodes: [Node]) -> [Node] {
            nodes.flatMap { node -> [Node] in
                guard case .element(let element) = node else { return [] }
                return names.contains(element.name) ? [node] : found(element.children)
            }
        }
        return found(nodes)
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace, first != "\u{A0}" { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace, last != "\u{A0}" { rest.removeLast() }
        return String(rest)
    }
}
