import Formats

/// A value of the JSON that pandoc writes.
///
/// Only what its trees are made of: `{"t": "Str", "c": …}`, lists, strings and natural numbers.
indirect enum PandocJSON {
    case text(String)
    case number(Int)
    case list([PandocJSON])
    /// Members but `t`, which is the name of a node.
    case object(name: String, [String: PandocJSON])
    case nothing

    /// Deeper than Word nests.
    private static let deepest = 1_000

    /// Nothing where the bytes are no JSON.
    init?(_ bytes: [UInt8]) {
        var reader = JSONReader(bytes)
        guard let value = Self.value(&reader, 0), reader.next == nil else { return nil }
        self = value
    }

    private static func value(_ reader: inout JSONReader, _ depth: Int) -> PandocJSON? {
        guard depth < deepest, let first = reader.next else { return nil }
        switch first {
        case UInt8(ascii: "\""): return reader.string().map { .text(String(decoding: $0, as: UTF8.self)) }
        case UInt8(ascii: "["): return list(&reader, depth)
        case UInt8(ascii: "{"): return object(&reader, depth)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            return reader.skip(word: "true") || reader.skip(word: "false") || reader.skip(word: "null") ? .nothing : nil
        default:
            let start = reader
            if let number = reader.natural(), reader.next.map({ ",]}".utf8.contains($0) }) ?? true {
                return .number(number)
            }
            reader = start
            return reader.skipNumber() ? .nothing : nil
        }
    }

    private static func list(_ reader: inout JSONReader, _ depth: Int) -> PandocJSON? {
        var values: [PandocJSON] = []
        guard reader.skip("[") else { return nil }
        if reader.skip("]") { return .list(values) }
        repeat {
            guard let value = value(&reader, depth + 1) else { return nil }
            values.append(value)
        } while reader.skip(",")
        return reader.skip("]") ? .list(values) : nil
    }

    private static func object(_ reader: inout JSONReader, _ depth: Int) -> PandocJSON? {
        var name = ""
        var members: [String: PandocJSON] = [:]
        guard reader.skip("{") else { return nil }
        if reader.skip("}") { return .object(name: name, members) }
        repeat {
            guard let key = reader.string(), reader.skip(":"), let value = value(&reader, depth + 1) else { return nil }
            if key.elementsEqual("t".utf8), let text = value.text {
                name = text
            } else {
                members[String(decoding: key, as: UTF8.self)] = value
            }
        } while reader.skip(",")
        return reader.skip("}") ? .object(name: name, members) : nil
    }

    // MARK: Parts

    var text: String? { if case .text(let text) = self { text } else { nil } }

    var number: Int? { if case .number(let number) = self { number } else { nil } }

    /// The elements; none where it is no list.
    var items: [PandocJSON] { if case .list(let items) = self { items } else { [] } }

    /// The name of a node.
    var name: String { if case .object(let name, _) = self { name } else { "" } }

    /// The content of a node.
    var content: PandocJSON { self["c"] }

    subscript(key: String) -> PandocJSON {
        if case .object(_, let members) = self { members[key] ?? .nothing } else { .nothing }
    }

    subscript(place: Int) -> PandocJSON {
        let items = items
        return items.indices.contains(place) ? items[place] : .nothing
    }
}
