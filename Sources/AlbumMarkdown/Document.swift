/// A Markdown text as a value: all nodes in one array, parents before their children.
///
/// A node's subtree is `nodes[index..<nodes[index].end]`, so a reader walks by indices and nothing recurses, however
/// deep the quotes of an editor go. Texts lie in one byte buffer, ``text``; nodes hold ranges of it. Neighbouring
/// texts of a leaf are adjacent there, with one `\n` for a break between them, so that a run of words can be searched
/// as one piece (``textRuns()``).
///
/// ```swift
/// for index in document.children(of: 0) where document.nodes[index].kind == .thematicBreak { … }
/// ```
package struct Document: Sendable {
    /// Preorder; `nodes[0]` is the document itself.
    package internal(set) var nodes: [Node] = []
    /// The UTF-8 of all texts, decoded: entities and backslashes are gone.
    package internal(set) var text: [UInt8] = []

    /// The empty document.
    package init() {
        nodes = [Node(kind: .document, range: 0..<0, end: 1)]
    }

    init(nodes: [Node], text: [UInt8]) {
        self.nodes = nodes
        self.text = text
    }

    /// The text of a range as a string.
    ///
    /// O(length).
    package func string(_ range: TextRange) -> String {
        String(decoding: text[range.bounds], as: UTF8.self)
    }

    /// The indices of the direct children, in order.
    package func children(of index: Int) -> Children { Children(nodes: nodes, parent: index) }

    /// Entering and leaving every node of a subtree, in document order.
    package func events(in index: Int = 0) -> Events { Events(nodes: nodes, root: index) }

    /// The alignments of a table's columns, read off its header row.
    package func alignments(ofTable index: Int) -> [Alignment] {
        guard index + 1 < nodes[index].end else { return [] }
        return children(of: index + 1).map { cell in
            if case .tableCell(let alignment) = nodes[cell].kind { alignment } else { .none }
        }
    }
}

/// A range of ``Document/text``.
package struct TextRange: Sendable, Hashable {
    private let start: Int32
    private let length: Int32

    /// No text.
    package static let empty = TextRange(0..<0)

    init(_ bounds: Range<Int>) {
        start = Int32(truncatingIfNeeded: bounds.lowerBound)
        length = Int32(truncatingIfNeeded: bounds.count)
    }

    /// Byte offsets in ``Document/text``.
    package var bounds: Range<Int> { Int(start)..<Int(start) + Int(length) }
    package var isEmpty: Bool { length == 0 }
}

extension Document {
    /// One node: 40 bytes of plain data without references, so that copying a tree is copying memory.
    package struct Node: Sendable {
        package internal(set) var kind: Kind
        private var start: Int32
        private var stop: Int32
        private var subtreeEnd: Int32

        init(kind: Kind, range: Range<Int>, end: Int) {
            self.kind = kind
            start = Int32(truncatingIfNeeded: range.lowerBound)
            stop = Int32(truncatingIfNeeded: range.upperBound)
            subtreeEnd = Int32(truncatingIfNeeded: end)
        }

        /// Bytes of the source file that the node was written with.
        package internal(set) var range: Range<Int> {
            get { Int(start)..<Int(max(start, stop)) }
            set {
                start = Int32(truncatingIfNeeded: newValue.lowerBound)
                stop = Int32(truncatingIfNeeded: newValue.upperBound)
            }
        }

        /// Index just past the node's subtree.
        package internal(set) var end: Int {
            get { Int(subtreeEnd) }
            set { subtreeEnd = Int32(truncatingIfNeeded: newValue) }
        }
    }

    /// What a node is.
    package enum Kind: Sendable, Hashable {
        case document
        case blockQuote
        /// A block quote that began with a mark, which is gone.
        case alert(Alert)
        /// `start` is the first number of an ordered list, absent in a list of bullets.
        case list(start: Int32?, isTight: Bool)
        /// `isDone` is absent where the item is no task.
        case item(isDone: Bool?)
        case codeBlock(info: TextRange, literal: TextRange)
        case htmlBlock(TextRange)
        case paragraph
        /// The level as written, 1 to 6.
        case heading(level: Int)
        case thematicBreak
        /// Rows are its children, the header first.
        case table(columns: Int)
        case tableRow(isHeader: Bool)
        case tableCell(Alignment)
        /// `[^label]: …`; its paragraph is its child. `number` counts by first mention; 0: never mentioned.
        case footnoteDefinition(label: TextRange, number: Int32)

        case text(TextRange)
        case softBreak
        case lineBreak
        case code(TextRange)
        case htmlInline(TextRange)
        /// A pair of tags that passes as itself.
        case element(InlineElement)
        case emphasis
        case strong
        case strikethrough
        case link(destination: TextRange, title: TextRange)
        /// Its children are the alternative text.
        case image(destination: TextRange, title: TextRange)
        /// `[[target]]`, or `[[target|label]]` with the label as children; without a label it has none.
        case wikiLink(target: TextRange)
        /// `[^label]`; `occurrence` counts the mentions of one note from 1. `number` is 0 where there is no such note.
        case footnoteReference(label: TextRange, number: Int32, occurrence: Int32)
    }

    /// How the text of a table's column stands.
    package enum Alignment: UInt8, Sendable, Hashable {
        case none, left, center, right
    }

    /// The direct children of a node, each as its index.
    ///
    /// O(1) for a step.
    package struct Children: Sequence, IteratorProtocol {
        private let nodes: [Node]
        private var index: Int
        private let end: Int

        init(nodes: [Node], parent: Int) {
            self.nodes = nodes
            index = parent + 1
            end = nodes[parent].end
        }

        package mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = nodes[index].end }
            return index
        }
    }

    /// A step of a walk through the tree.
    package enum Event: Sendable, Hashable {
        /// The node with this index begins.
        case enter(Int)
        /// It and its subtree are over. Comes for leaves too.
        case leave(Int)
    }

    /// All steps of a walk through a subtree, with a stack of its own instead of recursion.
    package struct Events: Sequence, IteratorProtocol {
        private let nodes: [Node]
        private var index: Int
        private let end: Int
        private var open: [Int] = []

        init(nodes: [Node], root: Int) {
            self.nodes = nodes
            index = root
            end = nodes[root].end
        }

        package mutating func next() -> Event? {
            if let last = open.last, nodes[last].end <= index {
                open.removeLast()
                return .leave(last)
            }
            guard index < end else { return nil }
            defer { index += 1 }
            open.append(index)
            return .enter(index)
        }
    }
}

typealias Node = Document.Node
typealias Kind = Document.Kind
typealias Alignment = Document.Alignment
