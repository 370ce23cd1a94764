/// A value of JSON whose numbers are natural; strings are kept as UTF-8 bytes.
package enum JSONValue: Sendable, Equatable {
    case string([UInt8])
    case number(Int)
    case array([JSONValue])
    /// Members by name.
    case object([String: JSONValue])

    /// Values parted by commas, as arguments of a call are; nothing when `range` holds anything else, or lists in lists
    /// of more than sixteen levels.
    package static func list(_ bytes: [UInt8], in range: Range<Int>) -> [JSONValue]? {
        var reader = JSONReader(bytes, in: range)
        guard let values = list(&reader, closing: nil, depth: 0), reader.next == nil else { return nil }
        return values
    }

    /// The bytes of a string.
    package var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    /// A string as text.
    package var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    /// A number.
    package var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The elements of an array.
    package var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The members of an object.
    package var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// A member of an object.
    package subscript(member: String) -> JSONValue? { members?[member] }

    // MARK: Reading

    private static let deepest = 16

    private static func list(_ reader: inout JSONReader, closing: Unicode.Scalar?, depth: Int) -> [JSONValue]? {
        var values: [JSONValue] = []
        if let closing, reader.skip(closing) { return values }
        repeat {
            guard let value = value(&reader, depth: depth + 1) else { return nil }
            values.append(value)
        } while reader.skip(",")
        return closing.map { reader.skip($0) } ?? true ? values : nil
    }

    private static func value(_ reader: inout JSONReader, depth: Int) -> JSONValue? {
        guard depth <= deepest, let first = reader.next else { return nil }
        switch first {
        case UInt8(ascii: "\""): return reader.string().map { .string($0) }
        case UInt8(ascii: "["):
            return reader.skip("[") ? list(&reader, closing: "]", depth: depth).map { .array($0) } : nil
        case UInt8(ascii: "{"): return reader.skip("{") ? object(&reader, depth: depth) : nil
        default: return reader.natural().map { .number($0) }
        }
    }

    private static func object(_ reader: inout JSONReader, depth: Int) -> JSONValue? {
        var members: [String: JSONValue] = [:]
        if reader.skip("}") { return .object(members) }
        repeat {
            guard let name = reader.string(), reader.skip(":"), let value = value(&reader, depth: depth + 1) else {
                return nil
            }
            members[String(decoding: name, as: UTF8.self)] = value
        } while reader.skip(",")
        return reader.skip("}") ? .object(members) : nil
    }
}
