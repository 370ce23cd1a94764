/// Footnotes as GitHub writes them: `[^label]` in the text, `[^label]: the note` at the beginning of a line.
///
/// A note is one paragraph, and further blocks where they are indented: ``EmbeddedText``. Notes are numbered by
/// their first mention.
enum Footnotes {
    /// Replaces the bracket of each `[^label]` that is no link, so that libcmark reads it as text.
    static func hide(in text: inout [UInt8], at places: [Int]) {
        for start in places where text[start] == UInt8(ascii: "[") {
            guard let end = text.withUnsafeBufferPointer({ labelEnd($0, from: start, limit: $0.count) }) else {
                continue
            }
            let after = end + 1 < text.count ? text[end + 1] : 0
            if after != UInt8(ascii: "("), after != UInt8(ascii: "[") { text[start] = Mask.bracket }
        }
    }

    /// The place of the `]` of `[^label]`, whether its `[` is hidden or not.
    static func labelEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
        var index = start + 2
        guard index < limit, text[start + 1] == UInt8(ascii: "^") else { return nil }
        while index < limit, index - start < 100 {
            switch text[index] {
            case UInt8(ascii: "]"): return index > start + 2 ? index : nil
            case UInt8(ascii: "["), 0x20, 0x09...0x0D, UInt8(ascii: "^"), Mask.bracket: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// Gives notes and mentions their numbers; returns the definitions by number, those never mentioned last.
    static func number(_ document: inout Document) -> [Int] {
        let definitions = firstDefinitions(document)
        var mentions: [String: (number: Int32, count: Int32)] = [:]
        for index in document.nodes.indices {
            guard case .footnoteReference(let label, _, _) = document.nodes[index].kind else { continue }
            let key = document.string(label).lowercased()
            guard definitions[key] != nil else { continue }
            var entry = mentions[key] ?? (Int32(mentions.count + 1), 0)
            entry.count += 1
            mentions[key] = entry
            document.nodes[index].kind = .footnoteReference(
                label: label, number: entry.number, occurrence: entry.count)
        }
        var order: [(number: Int32, index: Int)] = []
        for index in document.nodes.indices {
            guard case .footnoteDefinition(let label, _) = document.nodes[index].kind else { continue }
            let key = document.string(label).lowercased()
            let number = definitions[key] == index ? mentions[key]?.number ?? 0 : 0
            document.nodes[index].kind = .footnoteDefinition(label: label, number: number)
            order.append((number == 0 ? Int32.max : number, index))
        }
        return order.sorted { ($0.number, $0.index) < ($1.number, $1.index) }.map(\.index)
    }

    /// The first definition of each label: as with references, it is the one that counts.
    private static func firstDefinitions(_ document: Document) -> [String: Int] {
        var result: [String: Int] = [:]
        for index in document.nodes.indices {
            guard case .footnoteDefinition(let label, _) = document.nodes[index].kind else { continue }
            let key = document.string(label).lowercased()
            if result[key] == nil { result[key] = index }
        }
        return result
    }
}
