import Diagnostics

/// Reads the front matter of nearly every material, without a parser of all YAML.
///
/// ```
/// text   = line { line }
/// line   = key ":" " " value "\n"
///        | key ":" "\n" item { item }
/// item   = "- " scalar "\n"                    all with the same number of spaces before them
/// value  = scalar | "[" [ scalar { "," scalar } ] "]"
/// scalar = '"' text '"'                        without quotation marks and backslashes inside
///        | "'" text "'"                        likewise
///        | words                               without what means something to YAML
/// key    = letter { letter | digit | "-" | "_" }          ASCII
/// ```
/// More spaces may stand where one does, and at the ends of lines. Anything else, faults among it, is left to libyaml
/// (``YAMLReader``), which gives the same values and places for what is read here; the tests hold both against each
/// other. O(bytes).
struct PlainYAML {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var place: Int

    /// The mapping in a part of a file; nothing where it is not as plain as that.
    static func read(_ file: SourceFile, part: Range<Int>) -> YAMLNode? {
        file.bytes.withUnsafeBufferPointer { bytes in
            guard !part.isEmpty, bytes[part.upperBound - 1] == newline, isPlain(bytes, part) else { return nil }
            var reader = PlainYAML(bytes: bytes, end: part.upperBound, place: part.lowerBound)
            return reader.mapping()
        }
    }

    // MARK: Bytes

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    /// Whether all characters are printable ones of ASCII or such as Russian texts have, and brackets are few enough for
    /// every reader.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
        var brackets = 0
        for index in part {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case newline, 0x20...0x7E, 0x80...0xBF, 0xD0, 0xD1: continue
            // Not the line ends of Unicode: U+0085, U+2028, U+2029.
            case 0xC2 where bytes[index + 1] >= 0xA0: continue
            case 0xE2 where bytes[index + 1] != 0x80 || bytes[index + 2] & 0xFE != 0xA8: continue
            default: return false
            }
        }
        return brackets <= 100
    }

    private func stands(_ byte: UInt8) -> Bool { place < end && bytes[place] == byte }

    private mutating func skipSpaces() {
        while stands(Self.space) { place += 1 }
    }

    /// Passes over spaces and the end of the line; false when something else stands there.
    private mutating func endLine() -> Bool {
        skipSpaces()
        guard stands(Self.newline) else { return false }
        place += 1
        return true
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Grammar

    private mutating func mapping() -> YAMLNode? {
        let start = place
        var pairs: [YAMLNode.Pair] = []
        while place < end {
            // Reports of a key that stands twice, and of one that is no name, are the other reader's.
            guard let (key, range) = key(), key != "null", pairs.count < 64, !pairs.contains(where: { $0.key == key }),
                let value = value()
            else { return nil }
            pairs.append(YAMLNode.Pair(key: key, keyRange: range, value: value))
        }
        return YAMLNode(value: .mapping(pairs), range: start..<start + 1)
    }

    /// A key and its colon.
    private mutating func key() -> (String, Range<Int>)? {
        let start = place
        guard Self.isLetter(bytes[start]) else { return nil }
        while place < end, place - start < 100, Self.isOfKey(bytes[place]) { place += 1 }
        let range = start..<place
        guard stands(UInt8(ascii: ":")) else { return nil }
        place += 1
        return (text(range), range)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isOfKey(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// What stands behind the colon of a key, up to the next one.
    private mutating func value() -> YAMLNode? {
        if endLine() { return block() }
        guard bytes[place - 1] == Self.space else { return nil }
        let value = stands(UInt8(ascii: "[")) ? list() : scalar(isInList: false)
        return endLine() ? value : nil
    }

    /// A list in brackets: `["Знание", Учитель]`.
    private mutating func list() -> YAMLNode? {
        let start = place
        var items: [YAMLNode] = []
        place += 1
        skipSpaces()
        while !(items.isEmpty && stands(UInt8(ascii: "]"))) {
            guard let item = scalar(isInList: true) else { return nil }
            items.append(item)
            skipSpaces()
            guard stands(UInt8(ascii: ",")) else { break }
            place += 1
            skipSpaces()
        }
        guard stands(UInt8(ascii: "]")) else { return nil }
        place += 1
        return YAMLNode(value: .sequence(items), range: start..<start + 1)
    }

    /// Lines of items below a key.
    private mutating func block() -> YAMLNode? {
        var first: (place: Int, indent: Int)?
        var items: [YAMLNode] = []
        while place < end, !Self.isLetter(bytes[place]) {
            let line = place
            skipSpaces()
            let (mark, indent) = (place, place - line)
            guard stands(UInt8(ascii: "-")), indent <= 100, (first?.indent ?? indent) == indent else { return nil }
            place += 1
            guard stands(Self.space) else { return nil }
            skipSpaces()
            guard let item = scalar(isInList: false), endLine() else { return nil }
            first = first ?? (mark, indent)
            items.append(item)
        }
        return first.map { YAMLNode(value: .sequence(items), range: $0.place..<$0.place + 1) }
    }

    private mutating func scalar(isInList: Bool) -> YAMLNode? {
        guard place < end else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: return isInList ? listWords() : words()
        default: return nil
        }
    }

    private mutating func quoted() -> YAMLNode? {
        let start = place
        let quote = bytes[start]
        place += 1
        while place < end, bytes[place] != quote {
            if bytes[place] == Self.newline || bytes[place] == UInt8(ascii: "\\") { return nil }
            place += 1
        }
        guard stands(quote) else { return nil }
        place += 1
        return YAMLNode(value: .scalar(text(start + 1..<place - 1), isPlain: false), range: start..<place)
    }

    /// Words up to the end of the line: no colon before a space and no sharp behind one.
    private mutating func words() -> YAMLNode? {
        let start = place
        while bytes[place] != Self.newline {
            let next = bytes[place + 1]
            if bytes[place] == UInt8(ascii: ":"), next == Self.space || next == Self.newline { return nil }
            if bytes[place] == Self.space, next == UInt8(ascii: "#") { return nil }
            place += 1
        }
        return plain(from: start)
    }

    /// Words up to a comma or the end of the list: letters, digits and marks that mean nothing there.
    private mutating func listWords() -> YAMLNode? {
        let start = place
        while bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "]") {
            switch bytes[place] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, Self.space, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "_"):
                place += 1
            default: return nil
            }
        }
        return plain(from: start)
    }

    /// What stands before the place, without spaces at its end.
    private func plain(from start: Int) -> YAMLNode {
        var last = place
        while bytes[last - 1] == Self.space { last -= 1 }
        return YAMLNode(value: .scalar(text(start..<last), isPlain: true), range: start..<last)
    }
}
