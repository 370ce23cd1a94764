import Catalog
import Diagnostics

/// What is to become of a key of a YAML mapping.
package enum KeyChange: Sendable, Hashable {
    case set(String, FieldText)
    /// One more text at the end of a list, which may not be there yet.
    case append(String, String)
    case remove(String)

    /// The key.
    package var key: String {
        switch self {
        case .set(let key, _), .append(let key, _), .remove(let key): key
        }
    }
}

/// A mapping of a YAML file as it is written, with a line for each key or between braces, to be changed in places.
///
/// The edits are proposals: whoever applies them reads the result again.
struct MappingText {
    private let file: SourceFile
    private let pairs: [YAMLNode.Pair]
    /// What it is where each key has a line; nothing of one between braces.
    private let lines: FrontMatterText?

    /// - Parameters:
    ///   - part: from the first key to the line behind the mapping.
    ///   - pairs: what was read of it; not empty.
    init(_ file: SourceFile, part: Range<Int>, pairs: [YAMLNode.Pair]) {
        self.file = file
        self.pairs = pairs
        let first = pairs.first?.keyRange.lowerBound ?? part.lowerBound
        let before = file.bytes[..<first].last { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\n") }
        guard before != UInt8(ascii: "{") else {
            lines = nil
            return
        }
        let start = file.bytes[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        lines = FrontMatterText(
            file, part: part, pairs: pairs, indent: String(repeating: " ", count: max(0, first - start)))
    }

    /// The edits after which a key says something else; nothing where it cannot be written there.
    ///
    /// - Parameter before: keys behind the last of which a new one is written.
    func edits(_ change: KeyChange, after before: [String]) -> [TextEdit]? {
        switch change {
        case .set(let key, let value):
            lines.map { $0.setting(key, to: value, after: before) } ?? setting(key, to: value, after: before)
        case .remove(let key): lines.map { $0.removing(key) } ?? removing(key)
        case .append(let key, let text): appending(text, to: key, after: before)
        }
    }

    // MARK: Lists

    private func appending(_ text: String, to key: String, after before: [String]) -> [TextEdit]? {
        guard let pair = pairs.first(where: { $0.key == key }), !pair.value.isEmpty else {
            return edits(.set(key, .list([text])), after: before)
        }
        guard let written = written(pair), let first = written.first else { return nil }
        let item = YAMLSpelling.scalar(text, isInList: true)
        switch file.bytes[first] {
        case UInt8(ascii: "["):
            return [TextEdit(range: written.upperBound - 1..<written.upperBound - 1, text: ", " + item)]
        case UInt8(ascii: "-"):
            let start = file.bytes[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let place = file.lineRange(from: written.upperBound).upperBound
            let indent = file.text(start..<first)
            return [TextEdit(range: place..<place, text: "\n\(indent)- \(YAMLSpelling.scalar(text))")]
        default:
            return pair.value.text.flatMap { edits(.set(key, .list([$0, text])), after: before) }
        }
    }

    // MARK: Between braces

    private func setting(_ key: String, to value: FieldText, after before: [String]) -> [TextEdit]? {
        let text =
            switch value {
            case .text(let text): YAMLSpelling.scalar(text, isInList: true)
            case .list: FrontMatterText.spelled(value)
            }
        if let pair = pairs.first(where: { $0.key == key }) {
            return written(pair).map { [TextEdit(range: $0, text: $0.isEmpty ? " " + text : text)] }
        }
        guard let place = pairs.last(where: { before.contains($0.key) }).flatMap(written)?.upperBound else {
            return nil
        }
        return [TextEdit(range: place..<place, text: ", \(key): \(text)")]
    }

    private func removing(_ key: String) -> [TextEdit]? {
        guard let place = pairs.firstIndex(where: { $0.key == key }) else { return [] }
        // The first one is what the mapping is known by.
        guard place > 0, let before = written(pairs[place - 1]), let own = written(pairs[place]) else { return nil }
        return [TextEdit(range: before.upperBound..<own.upperBound, text: "")]
    }

    /// Where a value is written; empty behind the colon of none.
    private func written(_ pair: YAMLNode.Pair) -> Range<Int>? {
        if let lines { return lines.fields.first { $0.key == pair.key }?.written }
        let colon = ValueScanner.colon(behind: pair.keyRange, in: file.bytes, until: file.bytes.count)
        if case .scalar(_, isPlain: true) = pair.value.value {
            return pair.value.range.isEmpty ? colon..<colon : pair.value.range
        }
        return ValueScanner(bytes: file.bytes, end: file.bytes.count).value(behind: colon)
    }
}

extension KeyChange {
    /// Whether a mapping says what was wanted where another has said something else before.
    func isDone(from old: YAMLNode?, to new: YAMLNode?) -> Bool {
        switch self {
        case .set(_, .text(let text)): return new?.text == text
        case .set(_, .list(let items)): return new?.items.map(\.text) == items
        case .append(_, let text):
            let (before, after) = (old?.items ?? [], new?.items ?? [])
            return after.last?.text == text
                && after.dropLast().map { YAMLSpelling.text($0, isInList: true) }
                    == before.map { YAMLSpelling.text($0, isInList: true) }
        case .remove: return new == nil
        }
    }
}

extension [KeyChange] {
    /// Whether they, and nothing else, are what tells one mapping from another.
    func areAll(from old: YAMLNode, to new: YAMLNode) -> Bool {
        func others(_ node: YAMLNode) -> [String] {
            (node.pairs ?? []).filter { pair in !contains { $0.key == pair.key } }.map {
                $0.key + ": " + YAMLSpelling.text($0.value, isInList: true)
            }
        }
        return others(old) == others(new) && allSatisfy { $0.isDone(from: old[key: $0.key], to: new[key: $0.key]) }
    }
}
