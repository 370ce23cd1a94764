/// A value of the JSON that index files hold; strings are kept as UTF-8 bytes.
enum JSONValue: Sendable, Equatable {
    case string([UInt8])
    case number(Int)
    case array([JSONValue])
    /// Members by name.
    case object([String: JSONValue])

    /// The values of `albumSearchData("name",values…);`, or nil when a file is anything else.
    static func values(ofStatement bytes: [UInt8], name: String) -> [JSONValue]? {
        let head = Array("albumSearchData(".utf8)
        let tail = Array(");\n".utf8)
        guard bytes.count > head.count + tail.count, bytes.starts(with: head), bytes.suffix(tail.count) == tail[...]
        else { return nil }
        var parser = JSONValueParser(bytes: bytes, offset: head.count, end: bytes.count - tail.count)
        guard let values = parser.list(closing: nil), values.count > 1, values[0] == .string(Array(name.utf8)) else {
            return nil
        }
        return Array(values.dropFirst())
    }

    var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    var members: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    subscript(member: String) -> JSONValue? {
        if case .object(let members) = self { members[member] } else { nil }
    }
}

/// Reads the subset of JSON that the writer writes; anything else is nil.
///
/// Strings with the escapes of line break, quote, backslash and control characters, natural numbers, arrays and
/// objects of at most sixteen levels.
struct JSONValueParser {
    let bytes: [UInt8]
    var offset: Int
    let end: Int
    private var depth = 0

    init(bytes: [UInt8], offset: Int, end: Int) {
        self.bytes = bytes
        self.offset = offset
        self.end = end
    }

    private var next: UInt8? { offset < end ? bytes[offset] : nil }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Values parted by commas up to a closing bracket, or to the end.
    mutating func list(closing: UInt8?) -> [JSONValue]? {
        var values: [JSONValue] = []
        if let closing, skip(closing) { return values }
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
        } while skip(0x2C)
        guard let closing else { return offset == end ? values : nil }
        return skip(closing) ? values : nil
    }

    private mutating func value() -> JSONValue? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 16, let first = next else { return nil }
        switch first {
        case 0x22: return string().map { .string($0) }
        case 0x30...0x39: return number()
        case 0x5B:
            offset += 1
            return list(closing: 0x5D).map { .array($0) }
        case 0x7B:
            offset += 1
            return object()
        default: return nil
        }
    }

    private mutating func number() -> JSONValue? {
        var number = 0
        while let byte = next, 0x30...0x39 ~= byte {
            guard number < 1 << 50 else { return nil }
            number = number * 10 + Int(byte - 0x30)
            offset += 1
        }
        return .number(number)
    }

    private mutating func object() -> JSONValue? {
        var members: [String: JSONValue] = [:]
        if skip(0x7D) { return .object(members) }
        repeat {
            guard let name = string(), skip(0x3A), let value = value() else { return nil }
            members[String(decoding: name, as: UTF8.self)] = value
        } while skip(0x2C)
        return skip(0x7D) ? .object(members) : nil
    }

    private mutating func string() -> [UInt8]? {
        guard skip(0x22) else { return nil }
        var text: [UInt8] = []
        var start = offset
        while let byte = next {
            if byte == 0x22 {
                text += bytes[start..<offset]
                offset += 1
                return text
            }
            guard byte == 0x5C else {
                offset += 1
                continue
            }
            text += bytes[start..<offset]
            guard let escaped = escape() else { return nil }
            text.append(escaped)
            start = offset
        }
        return nil
    }

    private mutating func escape() -> UInt8? {
        guard offset + 1 < end else { return nil }
        let kind = bytes[offset + 1]
        offset += 2
        switch kind {
        case 0x6E: return 0x0A
        case 0x22, 0x5C: return kind
        case 0x75:
            guard offset + 4 <= end else { return nil }
            defer { offset += 4 }
            return UInt8(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
        default: return nil
        }
    }
}
