import Catalog
import Diagnostics

/// A front matter, or another mapping of which each key begins a line, as it is written: where each field stands in its
/// text, and what has to be changed there to say something else.
struct FrontMatterText {
    /// A field as it is written.
    struct Field {
        let key: String
        let value: YAMLNode
        /// From the beginning of its line to the line of the next field.
        let lines: Range<Int>
        /// Behind the colon.
        let colon: Int
        /// What is written behind the colon, comments and blank lines after it left out; empty where nothing is.
        let written: Range<Int>
    }

    let fields: [Field]
    /// Where the closing `---` begins.
    private let end: Int
    private let file: SourceFile
    private let indent: String

    /// - Parameters:
    ///   - part: of the YAML in the file.
    ///   - pairs: what was read of it.
    ///   - indent: the blanks before each key but the first.
    init(_ file: SourceFile, part: Range<Int>, pairs: [YAMLNode.Pair], indent: String = "") {
        self.file = file
        self.indent = indent
        end = part.upperBound
        let starts = pairs.map { Self.lineStart(of: $0.keyRange.lowerBound, file, part) } + [part.upperBound]
        fields = pairs.enumerated().map { index, pair in
            let lines = starts[index]..<starts[index + 1]
            let colon = ValueScanner.colon(behind: pair.keyRange, in: file.bytes, until: lines.upperBound)
            return Field(
                key: pair.key, value: pair.value, lines: lines, colon: colon,
                written: ValueScanner(bytes: file.bytes, end: lines.upperBound).value(behind: colon))
        }
    }

    private static func lineStart(of offset: Int, _ file: SourceFile, _ part: Range<Int>) -> Int {
        var start = offset
        while start > part.lowerBound, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    // MARK: Changes

    /// The edits after which a field says something; it is written where it stands, or behind the last of `before` that
    /// is there.
    func setting(_ key: String, to value: FieldText, after before: [String]) -> [TextEdit] {
        guard let field = fields.first(where: { $0.key == key }) else {
            let place =
                fields.last { before.contains($0.key) }.map { endOfValue($0) } ?? fields.first?.lines.lowerBound ?? end
            // A file may end within its last line.
            let isCut = place > 0 && file.bytes[place - 1] != UInt8(ascii: "\n")
            let line = "\(indent)\(key): \(Self.spelled(value))"
            return [TextEdit(range: place..<place, text: isCut ? "\n" + line : line + "\n")]
        }
        if case .list(let items) = value, let edits = changedItems(of: field, to: items) { return edits }
        let text =
            switch value {
            case .text(let text): YAMLSpelling.scalar(text, style(of: field))
            case .list(let items): flow(items, field)
            }
        if field.written.isEmpty {
            return [TextEdit(range: field.colon..<field.colon, text: " " + text)]
        }
        // What stood on lines of its own comes back to that of its key.
        let isBelow = file.bytes[field.colon..<field.written.lowerBound].contains(UInt8(ascii: "\n"))
        let range = isBelow ? field.colon..<field.written.upperBound : field.written
        return [TextEdit(range: range, text: (isBelow ? " " : "") + text)]
    }

    /// The edits after which a field is gone; a comment on its line stays.
    ///
    /// - Parameter notes: comments that speak of the field alone: one of them goes with it where it is the line above.
    func removing(_ key: String, with notes: [String] = []) -> [TextEdit] {
        guard let field = fields.first(where: { $0.key == key }) else { return [] }
        let (start, end) = (start(of: field, with: notes), endOfValue(field))
        let rest = file.bytes[field.written.upperBound..<end].drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.first == UInt8(ascii: "#") else { return [TextEdit(range: start..<end, text: "")] }
        return [TextEdit(range: start..<rest.startIndex, text: "")]
    }

    /// Where the line of a field begins, or the line above it where that is one of some comments, letter by letter.
    private func start(of field: Field, with notes: [String]) -> Int {
        let start = field.lines.lowerBound
        let above = notes.lazy.map { Array(($0 + "\n").utf8) }.first { note in
            let line = start - note.count
            return line > 0 && file.bytes[line - 1] == UInt8(ascii: "\n")
                && file.bytes[line..<start].elementsEqual(note)
        }
        return start - (above?.count ?? 0)
    }

    /// Where the line after the value begins.
    private func endOfValue(_ field: Field) -> Int {
        let last = max(field.colon, field.written.upperBound)
        return min(file.lineRange(from: last).upperBound + 1, end)
    }

    // MARK: Spelling

    private func style(of field: Field) -> YAMLSpelling.Style { style(at: field.written) }

    private func style(at range: Range<Int>) -> YAMLSpelling.Style {
        guard let first = range.first else { return .plain }
        return switch file.bytes[first] {
        case UInt8(ascii: "\""): .double
        case UInt8(ascii: "'"): .single
        default: .plain
        }
    }

    /// A value as a front matter of our own has it.
    static func spelled(_ value: FieldText) -> String {
        switch value {
        case .text(let text): YAMLSpelling.scalar(text)
        case .list(let items): "[" + items.map { YAMLSpelling.scalar($0, isInList: true) }.joined(separator: ", ") + "]"
        }
    }

    /// A list between brackets; items that were there are spelled as they were.
    private func flow(_ items: [String], _ field: Field) -> String {
        let known = Dictionary(
            field.value.items.compactMap { node in node.text.map { ($0, file.text(node.range)) } },
            uniquingKeysWith: { first, _ in first })
        let isFlow = field.written.first.map { file.bytes[$0] == UInt8(ascii: "[") } ?? false
        return "["
            + items.map { item in (isFlow ? known[item] : nil) ?? YAMLSpelling.scalar(item, isInList: true) }
            .joined(separator: ", ") + "]"
    }

    /// A list of which each item has a line of its own: lines go and come, the others stay.
    private func changedItems(of field: Field, to items: [String]) -> [TextEdit]? {
        guard case .sequence(let nodes) = field.value.value, let first = field.written.first,
            file.bytes[first] == UInt8(ascii: "-"), !items.isEmpty
        else { return nil }
        let texts = nodes.compactMap(\.text)
        guard texts.count == nodes.count else { return nil }
        let lines = nodes.map { Self.lineStart(of: $0.range.lowerBound, file, field.lines) }
        // Each on one line, or an item would be torn.
        guard Set(lines).count == lines.count,
            zip(nodes, lines).allSatisfy({ node, line in file.lineRange(from: line).upperBound >= node.range.upperBound
            })
        else { return nil }
        let indent = file.text(lines[0]..<first)
        let behind = endOfValue(field)
        func end(_ item: Int) -> Int { min(file.lineRange(from: lines[item]).upperBound + 1, behind) }
        var inserted: [Int: String] = [:]
        var removed: Set<Int> = []
        let difference = items.difference(from: texts)
        for case .remove(let offset, _, _) in difference { removed.insert(offset) }
        // Walks over both lists at once: what is new stands before the next line that stays.
        var old = 0
        let added = Set(
            difference.insertions.map { change in if case .insert(let offset, _, _) = change { offset } else { -1 } })
        for (new, item) in items.enumerated() {
            while removed.contains(old) { old += 1 }
            if added.contains(new) {
                let place = old < lines.count ? lines[old] : behind
                inserted[place, default: ""] += "\(indent)- \(YAMLSpelling.scalar(item))\n"
            } else {
                old += 1
            }
        }
        return inserted.map { TextEdit(range: $0.key..<$0.key, text: $0.value) }
            + removed.map { TextEdit(range: lines[$0]..<end($0), text: "") }
    }
}

/// What a field is to say.
package enum FieldText: Sendable, Hashable {
    case text(String)
    /// Several values, in their order.
    case list([String])
}

/// Finds the ends of values, which a reader of YAML does not tell; its grammar is that of YAML 1.2, as far as editors
/// write it.
struct ValueScanner {
    let bytes: [UInt8]
    /// Where the next field begins.
    let end: Int

    /// Behind the colon of a key, which may be quoted.
    static func colon(behind key: Range<Int>, in bytes: [UInt8], until end: Int) -> Int {
        var index = key.upperBound
        while index < end, bytes[index] != UInt8(ascii: ":") { index += 1 }
        return min(index + 1, end)
    }

    /// What is written behind a colon.
    func value(behind colon: Int) -> Range<Int> {
        var start = colon
        while start < end {
            if bytes[start] == UInt8(ascii: "#"), start == colon || isBlank(bytes[start - 1]) {
                start = lineEnd(start)
            } else if isBlank(bytes[start]) {
                start += 1
            } else {
                break
            }
        }
        guard start < end else { return colon..<colon }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return start..<quoted(start)
        case UInt8(ascii: "["), UInt8(ascii: "{"): return start..<bracketed(start)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return start..<lastLine(after: start, comments: true)
        default: return start..<plain(start)
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\n") }

    private func lineEnd(_ offset: Int) -> Int {
        var index = offset
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    private func quoted(_ start: Int) -> Int {
        let quote = bytes[start]
        var index = start + 1
        while index < end {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 1
            } else if bytes[index] == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < end, bytes[index + 1] == quote else { return index + 1 }
                index += 1
            }
            index += 1
        }
        return end
    }

    private func bracketed(_ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                // A mark within a word is a letter of it.
                if isBlank(bytes[index - 1]) || "[{,:".utf8.contains(bytes[index - 1]) { index = quoted(index) - 1 }
            case UInt8(ascii: "#") where isBlank(bytes[index - 1]): index = lineEnd(index)
            default: break
            }
            index += 1
        }
        return end
    }

    /// To the end of the last line that is neither blank nor a comment.
    private func lastLine(after start: Int, comments: Bool) -> Int {
        var last = trimmed(start, lineEnd(start))
        var line = lineEnd(start) + 1
        while line < end {
            let stop = lineEnd(line)
            let text = bytes[line..<stop].drop { isBlank($0) }
            let isOutside = text.first == UInt8(ascii: "#") && (!comments || text.startIndex == line)
            if !text.isEmpty, !isOutside { last = trimmed(line, stop) }
            line = stop + 1
        }
        return last
    }

    private func plain(_ start: Int) -> Int {
        let more = lastLine(after: start, comments: false)
        guard more <= lineEnd(start) else { return more }
        var index = start + 1
        while index < more, !(bytes[index] == UInt8(ascii: "#") && isBlank(bytes[index - 1])) { index += 1 }
        return trimmed(start, index)
    }

    private func trimmed(_ start: Int, _ stop: Int) -> Int {
        var stop = stop
        while stop > start, isBlank(bytes[stop - 1]) { stop -= 1 }
        return stop
    }
}
