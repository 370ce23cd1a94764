/// Elements of HTML that a text may hold as themselves: tags without attributes, in pairs.
package enum InlineElement: Int, CaseIterable, Sendable {
    case sup, sub, kbd, small
}

/// A tag with one of the names that may pass.
///
/// ```
/// tag  = "<" name spaces ">" | "</" name spaces ">"
/// name = "sup" | "sub" | "kbd" | "small", in any case
/// break = "<br" spaces [ "/" ] ">"
/// ```
enum InlineTag {
    case lineBreak
    case opening(InlineElement)
    case closing(InlineElement)
    /// An opening tag with attributes: it stays text, and so does the tag that closes it.
    case refused(InlineElement)

    init?(_ literal: UnsafeBufferPointer<UInt8>) {
        guard literal.count > 3, let last = literal.last, last == UInt8(ascii: ">") else { return nil }
        let isClosing = literal[1] == UInt8(ascii: "/")
        let name = literal[(isClosing ? 2 : 1)...].prefix { $0.isASCIILetter }
        guard (2...5).contains(name.count) else { return nil }
        let rest = literal[name.endIndex..<literal.count - 1].drop { $0.isMarkdownSpace }
        switch (String(decoding: name, as: UTF8.self).lowercased(), isClosing) {
        case ("br", false) where rest.isEmpty || rest.elementsEqual([UInt8(ascii: "/")]): self = .lineBreak
        case (let name, _):
            guard let element = InlineElement.named[name] else { return nil }
            if rest.isEmpty {
                self = isClosing ? .closing(element) : .opening(element)
            } else {
                guard !isClosing else { return nil }
                self = .refused(element)
            }
        }
    }
}

extension InlineElement {
    fileprivate static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

    var openingTag: StaticString {
        switch self {
        case .sup: "<sup>"
        case .sub: "<sub>"
        case .kbd: "<kbd>"
        case .small: "<small>"
        }
    }

    var closingTag: StaticString {
        switch self {
        case .sup: "</sup>"
        case .sub: "</sub>"
        case .kbd: "</kbd>"
        case .small: "</small>"
        }
    }
}

/// Makes elements of the tags among the inlines of one leaf that open and close between the same two borders of other
/// inlines.
///
/// A tag without partner, and one that crosses another pair, stays as it is. O(nodes).
struct InlineTags {
    private let nodes: [Node]
    private let first: Int
    private var openers: [(node: Int, depth: Int, tag: InlineTag)] = []
    /// For each element, the places of its openers in ``openers``.
    private var places = [[Int]](repeating: [], count: InlineElement.allCases.count)
    /// The closing tag and the element of each opening one.
    private var pairs: [Int: (end: Int, element: InlineElement)] = [:]

    /// Rewrites the nodes from `first` on; nodes among them that are numbered in `marked` are then so by their new numbers.
    static func pair(from first: Int, in builder: inout TreeBuilder, marked: inout Set<Int>) {
        let text = builder.text
        var tags = InlineTags(builder.takeNodes(from: first), first)
        text.withUnsafeBufferPointer { tags.match($0) }
        marked = tags.write(to: &builder, marked)
    }

    private init(_ nodes: [Node], _ first: Int) {
        self.nodes = nodes
        self.first = first
    }

    private mutating func match(_ text: UnsafeBufferPointer<UInt8>) {
        var ends: [Int] = []
        for (index, node) in nodes.enumerated() {
            while let end = ends.last, end <= index + first {
                ends.removeLast()
                while let last = openers.last, last.depth > ends.count { popOpener() }
            }
            if node.end > index + first + 1 { ends.append(node.end) }
            guard case .htmlInline(let literal) = node.kind,
                let tag = InlineTag(UnsafeBufferPointer(rebasing: text[literal.bounds]))
            else { continue }
            switch tag {
            case .opening(let element), .refused(let element):
                places[element.rawValue].append(openers.count)
                openers.append((index, ends.count, tag))
            case .closing(let element): close(element, at: index, depth: ends.count)
            case .lineBreak: break
            }
        }
    }

    private mutating func close(_ element: InlineElement, at index: Int, depth: Int) {
        guard let place = places[element.rawValue].last, openers[place].depth == depth else { return }
        let opener = openers[place]
        if case .opening = opener.tag { pairs[opener.node] = (index, element) }
        while openers.count > place { popOpener() }
    }

    private mutating func popOpener() {
        switch openers.popLast()?.tag {
        case .opening(let element), .refused(let element): places[element.rawValue].removeLast()
        default: break
        }
    }

    private func write(to builder: inout TreeBuilder, _ marked: Set<Int>) -> Set<Int> {
        var moved: Set<Int> = []
        let closings = Set(pairs.values.map(\.end))
        var ends: [Int] = []
        for (index, node) in nodes.enumerated() {
            while let end = ends.last, end <= index + first {
                ends.removeLast()
                builder.leave()
            }
            if closings.contains(index) { continue }
            if marked.contains(index + first) { moved.insert(builder.nodes.count) }
            if let pair = pairs[index] {
                builder.enter(.element(pair.element), node.range.lowerBound..<nodes[pair.end].range.upperBound)
                ends.append(pair.end + first)
            } else if node.end > index + first + 1 {
                builder.enter(node.kind, node.range)
                ends.append(node.end)
            } else {
                builder.leaf(node.kind, node.range)
            }
        }
        for _ in ends { builder.leave() }
        return moved
    }
}
