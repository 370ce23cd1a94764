import AlbumMarkdown
import Diagnostics

/// Divides the cell of a record table into items, each as written.
///
/// ```
/// items     = item { separator item }      without white space around; empty ones are none
/// separator = ";" | "<br>" | line end      the last in a CSV file only
/// ```
/// Tags that mark a piece of text up, such as those of `<sup>`, are left out.
struct CellItems {
    private let document: Document
    private let file: SourceFile
    /// Whether a quotation mark in a cell is written twice.
    private let doublesQuotes: Bool

    init(_ document: Document, _ file: SourceFile, doublesQuotes: Bool) {
        self.document = document
        self.file = file
        self.doublesQuotes = doublesQuotes
    }

    /// The items of the cell at a node.
    ///
    /// O(length of the cell × tags in it).
    func items(of cell: Int) -> [ValueReader.Item] {
        let (marks, breaks) = tags(in: cell)
        var parts = [document.nodes[cell].range]
        for tag in breaks {
            guard let last = parts.popLast() else { break }
            parts += [last.lowerBound..<tag.lowerBound, tag.upperBound..<last.upperBound]
        }
        return parts.flatMap { part in
            file.bytes[part].split { $0 == UInt8(ascii: ";") || $0 == 0x0A }.compactMap { item(of: $0, without: marks) }
        }
    }

    private func item(of piece: ArraySlice<UInt8>, without marks: [Range<Int>]) -> ValueReader.Item? {
        var piece = piece
        while let first = piece.first, first <= 0x20 { piece.removeFirst() }
        while let last = piece.last, last <= 0x20 { piece.removeLast() }
        guard !piece.isEmpty else { return nil }
        var bytes = Array(piece)
        if !marks.isEmpty {
            bytes = piece.indices.filter { index in !marks.contains { $0.contains(index) } }.map { piece[$0] }
        }
        let name = RecordLink.name(in: bytes)
        return ValueReader.Item(
            text: doublesQuotes ? name.replacing("\"\"", with: "\"") : name, range: piece.startIndex..<piece.endIndex)
    }

    /// Where the tags stand that the text holds as such: those of pairs, and breaks.
    private func tags(in cell: Int) -> (marks: [Range<Int>], breaks: [Range<Int>]) {
        var marks: [Range<Int>] = []
        var breaks: [Range<Int>] = []
        for node in document.nodes[cell..<document.nodes[cell].end] {
            switch node.kind {
            case .lineBreak: breaks.append(node.range)
            case .element:
                let element = file.bytes[node.range]
                guard let opening = element.firstIndex(of: UInt8(ascii: ">")),
                    let closing = element.lastIndex(of: UInt8(ascii: "<"))
                else { continue }
                marks += [node.range.lowerBound..<opening + 1, closing..<node.range.upperBound]
            default: continue
            }
        }
        return (marks, breaks)
    }
}
