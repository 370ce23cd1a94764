/// A piece of the program's HTML as Markdown (CommonMark with the tables, strikethrough and footnotes of GitHub), for programs
/// that read texts.
///
/// What only a screen has is left out: pictures made of lines, forms, scripts, navigation. Letters that would mean something in
/// Markdown are escaped: read again, it says the same words in the same order.
package struct MarkdownWriter {
    /// Where links and pictures lead, from what stands in the attribute; nothing: their text alone stays.
    let address: (String) -> String?

    package init(address: @escaping (String) -> String?) { self.address = address }

    /// Blocks with an empty line between them; O(length).
    package func text(_ tree: HTMLTree) -> String { joined(blocks(tree.nodes)) }

    /// Drawings are for eyes; their numbers stand in a table below.
    static func isLeftOut(_ element: HTMLTree.Element) -> Bool {
        BoundBook.leftOut.contains(element.name) || element.name == "svg" || element["hidden"] != nil
            || ["heading-link", "footnote-back"].contains(element["class"])
    }

    private static let blockNames: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote", "hr", "figure", "figcaption",
        "div", "section", "article", "aside", "header", "footer", "main", "details", "summary", "dl", "dt", "dd", "li",
    ]

    /// What is left out and stands in no line.
    private static let partsLines: Set<String> = ["form", "nav", "template", "noscript", "script", "style", "svg"]

    private static func isBlock(_ node: HTMLTree.Node) -> Bool {
        if case .element(let element) = node { return blockNames.contains(element.name) }
        return false
    }

    // MARK: Blocks

    private struct Block {
        let text: String
        /// `ul`, `ol`: two of a kind would become one list.
        var list: String?
    }

    private func joined(_ blocks: [Block]) -> String {
        var text = ""
        for (number, block) in blocks.enumerated() {
            if number > 0 {
                text += "\n\n"
                if block.list != nil, block.list == blocks[number - 1].list { text += "<!-- -->\n\n" }
            }
            text += block.text
        }
        return text
    }

    /// Texts between blocks are paragraphs of their own.
    private func blocks(_ nodes: [HTMLTree.Node]) -> [Block] {
        var found: [Block] = []
        for run in Self.runs(nodes) {
            switch run {
            case .line(let nodes):
                let text = paragraph(nodes)
                if !text.isEmpty { found.append(Block(text: text)) }
            case .block(let element): found += block(element)
            }
        }
        return found
    }

    private enum Run {
        case line([HTMLTree.Node])
        case block(HTMLTree.Element)
    }

    /// What stands in a line, and blocks; without what is left out.
    private static func runs(_ nodes: [HTMLTree.Node]) -> [Run] {
        var found: [Run] = []
        var line: [HTMLTree.Node] = []
        for node in nodes {
            guard case .element(let element) = node, isBlock(node) || partsLines.contains(element.name) else {
                line.append(node)
                continue
            }
            if !line.isEmpty { found.append(.line(line)) }
            line.removeAll()
            if !isLeftOut(element) { found.append(.block(element)) }
        }
        return line.isEmpty ? found : found + [.line(line)]
    }

    private func block(_ element: HTMLTree.Element) -> [Block] {
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let text = oneLine(element.children)
            let level = element.name.last?.wholeNumberValue ?? 2
            return text.isEmpty ? [] : [Block(text: Self.heading(text, level: level))]
        case "ul", "ol":
            let text = list(element)
            return text.isEmpty ? [] : [Block(text: text, list: element.name)]
        case "table": return table(element).map { Block(text: $0) }
        case "pre": return [Block(text: Self.fenced(element))]
        // Three strokes behind the mark of an item would be a line of five.
        case "hr": return [Block(text: "***")]
        case "blockquote":
            let text = joined(blocks(element.children))
            return text.isEmpty ? [] : [Block(text: Self.prefixed(text, "> "))]
        case "dl":
            let text = definitions(element)
            return text.isEmpty ? [] : [Block(text: text, list: "ul")]
        case "summary", "figcaption", "dt": return strong(element.children).map { [Block(text: $0)] } ?? []
        case "section" where element["class"] == "footnotes": return notes(element).map { Block(text: $0) }
        default: return blocks(element.children)
        }
    }

    private func strong(_ nodes: [HTMLTree.Node]) -> String? {
        let text = oneLine([.element(HTMLTree.Element("strong", [], nodes))])
        return text.isEmpty ? nil : text
    }

    private func paragraph(_ nodes: [HTMLTree.Node]) -> String {
        // A line may begin as something else does, wherever it stands.
        inline(nodes).trimmed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.safeStart(String($0)) }.joined(separator: "\n")
    }

    /// Without breaks, which headings do not have.
    private func oneLine(_ nodes: [HTMLTree.Node]) -> String {
        inline(nodes).trimmed.replacing("\\\n", with: " ")
    }

    private func list(_ element: HTMLTree.Element) -> String {
        var number = element["start"].flatMap { Int($0) } ?? 1
        var items: [String] = []
        for case .element(let item) in element.children where item.name == "li" {
            let mark = element.name == "ol" ? "\(number). " : "- "
            number += 1
            let text = Self.task(item) + self.item(item)
            // One without a text would be the line under a heading.
            if text.isEmpty, element.name == "ul" { continue }
            items.append(Self.marked(mark, text))
        }
        return items.joined(separator: "\n")
    }

    /// The mark of an item before its text, and the lines below as far to the right.
    private static func marked(_ mark: String, _ text: String) -> String {
        mark + text.replacing("\n", with: "\n" + String(repeating: " ", count: mark.count))
    }

    /// Whether a thing of a list is done, where it is one to be done.
    private static func task(_ item: HTMLTree.Element) -> String {
        guard item["class"] == "task" else { return "" }
        let box = HTMLTree(item.children).elements.first { $0.name == "input" }
        return box.map { $0["checked"] == nil ? "[ ] " : "[x] " } ?? ""
    }

    private func item(_ element: HTMLTree.Element) -> String {
        var text = ""
        var before: Block?
        for block in blocks(element.children) {
            if before != nil {
                // A list below its item stands close to it; not every one may.
                let isClose = before?.list == nil && block.list != nil && Self.mayFollowLine(block.text)
                text += isClose ? "\n" : "\n\n"
                if block.list != nil, block.list == before?.list { text += "<!-- -->\n\n" }
            }
            text += block.text
            before = block
        }
        return text
    }

    private static func mayFollowLine(_ list: String) -> Bool {
        list.hasPrefix("- ") || list.hasPrefix("1. ") && list.dropFirst(3).first?.isNewline == false
    }

    private func definitions(_ element: HTMLTree.Element) -> String {
        var lines: [String] = []
        for case .element(let part) in HTMLTree(element.children).flat("dt", "dd") {
            let text = Self.safeStart(flat(part.children))
            if text.isEmpty { continue }
            lines.append(part.name == "dt" ? "- \(text):" : "\(lines.popLast() ?? "-") \(text)")
        }
        return lines.joined(separator: "\n")
    }

    /// The notes below a text, each behind the number that stands in it.
    private func notes(_ element: HTMLTree.Element) -> [String] {
        var number = 0
        return HTMLTree(element.children).flat("li").compactMap { node in
            guard case .element(let note) = node else { return nil }
            number += 1
            return "[^\(number)]: " + joined(blocks(note.children)).replacing("\n", with: "\n    ")
        }
    }

    // MARK: Tables

    /// A table of pipes under its caption; a cell over several columns or rows has empty ones behind and below it.
    private func table(_ element: HTMLTree.Element) -> [String] {
        var rows: [(cells: [String], isHead: Bool)] = []
        // Of each column how many rows a cell above still takes.
        var taken: [Int] = []
        for case .element(let row) in HTMLTree(element.children).flat("tr") {
            var cells: [String] = []
            var isHead = true
            func skip() {
                while cells.count < taken.count, taken[cells.count] > 0 {
                    taken[cells.count] -= 1
                    cells.append("")
                }
            }
            for case .element(let cell) in row.children where cell.name == "td" || cell.name == "th" {
                skip()
                if cell.name == "td" || cell["scope"] != "col" { isHead = false }
                let below = max(1, cell["rowspan"].flatMap { Int($0) } ?? 1) - 1
                for column in 0..<max(1, cell["colspan"].flatMap { Int($0) } ?? 1) {
                    while taken.count <= cells.count { taken.append(0) }
                    taken[cells.count] = below
                    cells.append(column == 0 ? flat(cell.children).replacing("|", with: "\\|") : "")
                }
            }
            skip()
            rows.append((cells, isHead))
        }
        let captions = HTMLTree(element.children).flat("caption").compactMap { node -> String? in
            // One that is not seen says what the heading above says.
            guard case .element(let caption) = node, caption["class"] != "hidden-label" else { return nil }
            return strong(caption.children)
        }
        guard let width = rows.map(\.cells.count).max(), width > 0 else { return captions }
        if rows.first?.isHead != true { rows.insert(([], true), at: 0) }
        func line(_ cells: [String]) -> String {
            "| " + (cells + Array(repeating: "", count: width - cells.count)).joined(separator: " | ") + " |"
        }
        let lines = [line(rows[0].cells), "|" + String(repeating: " --- |", count: width)]
        return captions + [(lines + rows.dropFirst().map { line($0.cells) }).joined(separator: "\n")]
    }

    /// Blocks in one line, as a cell has them.
    private func flat(_ nodes: [HTMLTree.Node]) -> String {
        func lines(_ nodes: [HTMLTree.Node]) -> [String] {
            Self.runs(nodes).flatMap { run -> [String] in
                switch run {
                case .line(let nodes): [inline(nodes).trimmed.replacing("\\\n", with: "<br>")]
                case .block(let element) where element.name == "pre":
                    Self.plain(element.children).split(whereSeparator: \.isNewline).map { Self.code(String($0)) }
                case .block(let element): lines(element.children)
                }
            }
        }
        return lines(nodes).filter { !$0.isEmpty }.joined(separator: "<br>")
    }

    // MARK: Signs

    /// The lines of a program between fences that none of them closes.
    private static func fenced(_ element: HTMLTree.Element) -> String {
        var text = plain(element.children)
        if text.last?.isNewline == true { text.removeLast() }
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        let name = HTMLTree(element.children).elements.first { $0.name == "code" }?["class"] ?? ""
        let language = name.hasPrefix("language-") ? String(name.dropFirst("language-".count)) : ""
        return "\(fence)\(language.contains("`") ? "" : language)\n\(text)\n\(fence)"
    }

    private static func prefixed(_ text: String, _ prefix: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? prefix.trimmed : prefix + $0 }.joined(separator: "\n")
    }

    /// A heading of a text in which no letter means anything; signs at its end would close it.
    package static func heading(_ text: String, level: Int) -> String {
        String(repeating: "#", count: level) + " " + (text.hasSuffix("#") ? text.dropLast() + "\\#" : text)
    }

    /// A line of a text in which nothing means anything, wherever it stands.
    package static func line(_ text: String) -> String { safeStart(escaped(text)) }

    /// A line that does not begin as a heading, a list, a quotation, a line below a heading or a table does.
    private static func safeStart(_ text: String) -> String {
        guard let first = text.first else { return text }
        let next = text.dropFirst().first
        let isMark =
            switch first {
            case "#", ">", "=", "|": true
            case "+": next == nil || next == " " || next == "\t"
            case "-": next == nil || next == " " || next == "\t" || next == "-"
            case ":": next == "-"
            default: false
            }
        if isMark { return "\\" + text }
        let digits = text.prefix { "0"..."9" ~= $0 }
        guard !digits.isEmpty, let point = text.dropFirst(digits.count).first, point == "." || point == ")" else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
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
