import Diagnostics

/// Tables that fell into an item of a list or a quote because no empty line parts them from it.
///
/// ```
/// - два.
/// | Этап | Что делают |      goes on with the item's paragraph, though it is not indented
/// |---|---|
/// ```
/// One whose lines are indented as the item's, or led by the quote's mark, stands there on purpose. O(length of the lines
/// that tables and the items around them begin in).
struct PressedTables {
    /// What a table may stand in.
    private enum Container {
        /// Where its text begins.
        case item(Int)
        case quote, note
    }

    private let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// What the present node stands in, and where each ends in the nodes.
    private var open: [(end: Int, container: Container)] = []

    init(file: SourceFile) { self.file = file }

    /// Takes an item, a quote, an alert or a note; nodes come in the order of the text.
    mutating func open(_ document: Document, at index: Int) {
        let node = document.nodes[index]
        close(before: index)
        switch node.kind {
        case .item:
            let first = index + 1 < node.end ? document.nodes[index + 1].range.lowerBound : node.range.upperBound
            open.append((node.end, .item(first)))
        case .footnoteDefinition: open.append((node.end, .note))
        default: open.append((node.end, .quote))
        }
    }

    /// Takes a table.
    mutating func readTable(_ node: Document.Node, at index: Int) {
        close(before: index)
        guard let container = open.last?.container else { return }
        let place = node.range.lowerBound
        let start = lineStart(of: place)
        let isPressed =
            switch container {
            case .item(let first): place - start < first - lineStart(of: first)
            case .quote: !file.bytes[start..<place].contains(UInt8(ascii: ">"))
            case .note: place == start
            }
        guard isPressed else { return }
        let head = place..<min(file.lineRange(from: place).upperBound, node.range.upperBound)
        diagnostics.append(Diagnostic(.pressedTable, at: SourceLocation(file, head)))
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index { open.removeLast() }
    }

    private func lineStart(of place: Int) -> Int {
        file.bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    }
}
