/// A piece of HTML as a tree: what the program's own pages consist of, so that a book can be made of it.
///
/// Every element but the void ones has its end tag there, attributes stand in quotation marks or have no value, and texts know
/// the five references of XML, numeric ones and `&nbsp;`. What is not so is taken as text; an end tag that nothing
/// opened is left out, what is open at the end is closed.
package struct HTMLTree: Sendable, Hashable {
    package indirect enum Node: Sendable, Hashable {
        case element(Element)
        /// Without references: `&` is an ampersand.
        case text(String)
    }

    package struct Element: Sendable, Hashable {
        /// As it is written: SVG has capitals.
        package var name: String
        /// In their order, no name twice; one without a value has "".
        package var attributes: [(name: String, value: String)]
        package var children: [Node]

        package init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [Node] = []) {
            self.name = name
            self.attributes = attributes
            self.children = children
        }

        /// The value of an attribute; nothing where it has none of this name.
        package subscript(name: String) -> String? {
            get { attributes.first { $0.name == name }?.value }
            set {
                guard let place = attributes.firstIndex(where: { $0.name == name }) else {
                    if let newValue { attributes.append((name, newValue)) }
                    return
                }
                if let newValue { attributes[place].value = newValue } else { attributes.remove(at: place) }
            }
        }

        package static func == (left: Element, right: Element) -> Bool {
            left.name == right.name && left.children == right.children
                && left.attributes.elementsEqual(right.attributes) { $0.name == $1.name && $0.value == $1.value }
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            for attribute in attributes {
                hasher.combine(attribute.name)
                hasher.combine(attribute.value)
            }
            hasher.combine(children)
        }
    }

    package var nodes: [Node]

    package init(_ nodes: [Node] = []) { self.nodes = nodes }

    /// Elements that have no content and no end tag (HTML, 13.1.2).
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    /// Reads HTML; O(length).
    package init(parsing html: String) {
        var reader = HTMLReader(Array(html.utf8))
        nodes = reader.nodes()
    }

    /// Changes each element from the inside out; one that gives nothing is left out, several take its place.
    package func map(_ change: (Element) -> [Node]) -> HTMLTree { HTMLTree(Self.map(nodes, change)) }

    private static func map(_ nodes: [Node], _ change: (Element) -> [Node]) -> [Node] {
        nodes.flatMap { node -> [Node] in
            guard case .element(var element) = node else { return [node] }
            element.children = map(element.children, change)
            return change(element)
        }
    }

    /// All elements, outer before inner.
    package var elements: [Element] {
        var found: [Element] = []
        func walk(_ nodes: [Node]) {
            for case .element(let element) in nodes {
                found.append(element)
                walk(element.children)
            }
        }
        walk(nodes)
        return found
    }

    /// As XML: XHTML that stands inside an element of its namespace, SVG with its own.
    package var xml: String {
        var output: [UInt8] = []
        Self.write(nodes, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private static func write(_ nodes: [Node], to output: inout [UInt8]) {
        for node in nodes {
            switch node {
            case .text(let text): output += XMLText.escaped(text).utf8
            case .element(let element): write(element, to: &output)
            }
        }
    }

    private static func write(_ element: Element, to output: inout [UInt8]) {
        output += "<\(element.name)".utf8
        if element.name == "svg", element["xmlns"] == nil { output += " xmlns=\"http://www.w3.org/2000/svg\"".utf8 }
        for (name, value) in element.attributes { output += " \(name)=\"\(XMLText.escaped(value))\"".utf8 }
        if element.children.isEmpty, void.contains(element.name) {
            output += "/>".utf8
            return
        }
        output += ">".utf8
        write(element.children, to: &output)
        output += "</\(element.name)>".utf8
    }
}

/// Text in XML.
enum XMLText {
    /// With references for what is markup; what XML 1.0 has no place for is left out.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}

/// Reads tags and texts.
private struct HTMLReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Elements that are open, with what they hold so far; the first is the piece itself.
    private var open: [HTMLTree.Element] = [HTMLTree.Element("")]

    mutating func nodes() -> [HTMLTree.Node] {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<"), tag() { continue }
            text()
        }
        while open.count > 1 { close() }
        return open[0].children
    }

    /// Up to the next `<`; one that begins no tag is text.
    private mutating func text() {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        add(.text(Self.withoutReferences(bytes[start..<place])))
    }

    private mutating func add(_ node: HTMLTree.Node) {
        if case .text(let more) = node, case .text(let text)? = open[open.count - 1].children.last {
            open[open.count - 1].children[open[open.count - 1].children.count - 1] = .text(text + more)
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    private mutating func close() { add(.element(open.removeLast())) }

    /// Whether a tag, a comment or a declaration stands here, which is behind us then.
    private mutating func tag() -> Bool {
        let rest = bytes[place...]
        if rest.starts(with: "<!--".utf8) { return skip(behind: Array("-->".utf8)) }
        if rest.starts(with: "<!".utf8) { return skip(behind: [UInt8(ascii: ">")]) }
        let start = place
        let isEnd = rest.starts(with: "</".utf8)
        place += isEnd ? 2 : 1
        let name = word { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
        guard let first = name.utf8.first, first.isLetter, let attributes = attributes() else {
            place = start
            return false
        }
        if isEnd {
            if open.dropFirst().contains(where: { $0.name == name }) {
                while open[open.count - 1].name != name { close() }
                close()
            }
        } else if attributes.isClosed || HTMLTree.void.contains(name) {
            add(.element(HTMLTree.Element(name, attributes.list)))
        } else {
            open.append(HTMLTree.Element(name, attributes.list))
        }
        return true
    }

    private mutating func skip(behind end: [UInt8]) -> Bool {
        var here = place
        while here + end.count <= bytes.count {
            if bytes[here..<here + end.count].elementsEqual(end) {
                place = here + end.count
                return true
            }
            here += 1
        }
        return false
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, belongs(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// What stands up to the `>`, which is behind us then; nothing where that never comes.
    private mutating func attributes() -> (list: [(name: String, value: String)], isClosed: Bool)? {
        var list: [(name: String, value: String)] = []
        while place < bytes.count {
            _ = word(\.isBlank)
            guard place < bytes.count else { return nil }
            if bytes[place] == UInt8(ascii: ">") {
                place += 1
                return (list, false)
            }
            if bytes[place...].starts(with: "/>".utf8) {
                place += 2
                return (list, true)
            }
            let name = word { !$0.isBlank && !"=>/<\"'".utf8.contains($0) }
            guard !name.isEmpty else { return nil }
            var value = ""
            if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
                place += 1
                guard let given = attributeValue() else { return nil }
                value = given
            }
            if !list.contains(where: { $0.name == name }) { list.append((name, value)) }
        }
        return nil
    }

    private mutating func attributeValue() -> String? {
        guard place < bytes.count else { return nil }
        let mark = bytes[place]
        guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
            return Self.withoutReferences(Array(word { !$0.isBlank && $0 != UInt8(ascii: ">") }.utf8)[...])
        }
        guard let end = bytes[(place + 1)...].firstIndex(of: mark) else { return nil }
        defer { place = end + 1 }
        return Self.withoutReferences(bytes[place + 1..<end])
    }

    private static let references: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]

    private static func withoutReferences(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        var output = ""
        for (position, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard position > 0 else {
                output += piece
                continue
            }
            if let end = piece.firstIndex(of: ";"), let meant = meaning(of: piece[..<end]) {
                output.append(meant)
                output += piece[piece.index(after: end)...]
            } else {
                output += "&" + piece
            }
        }
        return output
    }

    private static func meaning(of reference: Substring) -> Character? {
        guard reference.hasPrefix("#") else { return references[String(reference)] }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
            .flatMap(Unicode.Scalar.init).map { Character($0) }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
