/// The words of a document without its markup: for the search, summaries, and names in front of others.
package enum PlainText {
    /// What stands in a text for its links, by their nodes.
    package struct LinkTexts {
        /// In place of the targets of `[[target]]` nodes.
        package var labels: [Int: String] = [:]
        /// Behind the words of others.
        package var endings: [Int: String] = [:]

        package init() {}

        package var isEmpty: Bool { labels.isEmpty && endings.isEmpty }

        /// What stands for a link: a label where it has no words of its own, else an ending.
        package mutating func add(_ node: Int, of document: Document, label: () -> String, ending: () -> String) {
            if case .wikiLink = document.nodes[node].kind, document.nodes[node].end == node + 1 {
                labels[node] = label()
            } else {
                endings[node] = ending()
            }
        }
    }

    /// The text of one subtree on one line, white space collapsed.
    ///
    /// O(subtree).
    package static func inline(_ document: Document, _ index: Int, _ links: LinkTexts = LinkTexts()) -> String {
        var output = Output()
        var open: [(end: Int, text: String)] = []
        for node in index..<document.nodes[index].end { output.append(node, of: document, links, &open) }
        output.close(&open, before: document.nodes[index].end)
        return output.finished()
    }

    /// The text under each heading, in order; the first section has none and may be empty.
    ///
    /// Blocks are lines, the cells of a table row are separated by tabs. Subtrees in `skipping` are left out. O(nodes).
    package static func sections(
        of document: Document, skipping: Set<Int> = [], _ links: LinkTexts = LinkTexts()
    ) -> [Section] {
        var sections: [Section] = []
        var current = Section(heading: nil, title: "")
        var output = Output()
        var open: [(end: Int, text: String)] = []
        var index = 1
        while index < document.nodes.count {
            let node = document.nodes[index]
            output.close(&open, before: index)
            if skipping.contains(index) {
                index = node.end
                continue
            }
            switch node.kind {
            case .heading:
                current.text = output.finished()
                sections.append(current)
                current = Section(heading: index, title: inline(document, index))
                output = Output()
                index = node.end
                continue
            case .tableCell: output.separate(UInt8(ascii: "\t"))
            case .paragraph, .codeBlock, .htmlBlock, .tableRow, .item, .footnoteDefinition:
                output.separate(UInt8(ascii: "\n"))
            default: break
            }
            output.append(index, of: document, links, &open)
            index += 1
        }
        output.close(&open, before: index)
        current.text = output.finished()
        sections.append(current)
        return sections
    }

    /// A whole document without its headings' markup: a block a line, headings among them.
    package static func body(_ document: Document, skipping: Set<Int> = []) -> String {
        sections(of: document, skipping: skipping).flatMap { [$0.title, $0.text] }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// A heading and the text up to the next one.
    package struct Section: Sendable, Hashable {
        /// Index of the heading in the document; absent before the first one.
        package let heading: Int?
        package let title: String
        package fileprivate(set) var text = ""
    }

    /// Bytes with white space collapsed on the way.
    private struct Output {
        private var bytes: [UInt8] = []
        private var separator: UInt8 = 0

        /// Demands a separator before the next word; a line end outweighs a tab, a tab a space.
        mutating func separate(_ byte: UInt8) {
            guard !bytes.isEmpty else { return }
            if separator == 0 || rank(byte) > rank(separator) { separator = byte }
        }

        private func rank(_ byte: UInt8) -> Int {
            byte == UInt8(ascii: "\n") ? 2 : byte == UInt8(ascii: "\t") ? 1 : 0
        }

        /// - Parameter open: links whose words are not at their end yet, with what stands behind them.
        mutating func append(
            _ index: Int, of document: Document, _ links: LinkTexts, _ open: inout [(end: Int, text: String)]
        ) {
            close(&open, before: index)
            if let label = links.labels[index] { return append(label) }
            if let ending = links.endings[index] { open.append((document.nodes[index].end, ending)) }
            append(index, of: document)
        }

        /// Writes what stands behind links that have ended, close to their words.
        mutating func close(_ open: inout [(end: Int, text: String)], before index: Int) {
            while let last = open.last, last.end <= index {
                let separator = separator
                self.separator = 0
                append(last.text)
                self.separator = separator
                open.removeLast()
            }
        }

        private mutating func append(_ index: Int, of document: Document) {
            switch document.nodes[index].kind {
            case .text(let text), .code(let text), .htmlInline(let text), .htmlBlock(let text):
                append(text, of: document)
            case .wikiLink(let target) where document.nodes[index].end == index + 1: append(target, of: document)
            case .codeBlock(_, let literal): append(literal, of: document)
            case .softBreak, .lineBreak: separate(UInt8(ascii: " "))
            default: break
            }
        }

        mutating func append(_ text: String) {
            var text = text
            text.withUTF8 { append($0) }
        }

        private mutating func append(_ text: TextRange, of document: Document) {
            document.text.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[text.bounds])) }
        }

        private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
            var start = 0
            while start < text.count {
                var end = start
                // Words with one space between them are taken as one piece.
                while end < text.count, !text[end].isMarkdownSpace || Self.isSpaceBetweenWords(text, end, start) {
                    end += 1
                }
                if end > start {
                    if separator != 0 { bytes.append(separator) }
                    separator = 0
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
                }
                if end < text.count { separate(UInt8(ascii: " ")) }
                start = end + 1
            }
        }

        private static func isSpaceBetweenWords(
            _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ start: Int
        ) -> Bool {
            text[index] == 0x20 && index > start && index + 1 < text.count && !text[index + 1].isMarkdownSpace
        }

        func finished() -> String { String(decoding: bytes, as: UTF8.self) }
    }
}
