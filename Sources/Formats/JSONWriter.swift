/// Writes JSON (RFC 8259) in the order in which it is told, so that the bytes are the same on each run.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///     json.member("line", 7)
///     json.key("candidates")
///     json.array { json in json.string("Муниципальная группа") }
/// }
/// ```
/// No blanks stand between the tokens, unless asked for by ``lines(_:_:)``.
package struct JSONWriter: Sendable {
    /// What is written so far, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Nothing yet.
    package init() {}

    /// What is written so far, as text; O(length).
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Values

    /// `{ … }` as a value.
    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// `[ … ]` as a value.
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// An array with a line for each element, as whole files have it: they are compared line by line.
    package mutating func lines<Item>(_ items: [Item], _ element: (inout JSONWriter, Item) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
            needsComma = false
            element(&self, item)
        }
        bytes.append(contentsOf: (items.isEmpty ? "]" : "\n]").utf8)
        needsComma = true
    }

    /// The name of the member whose value follows.
    package mutating func key(_ name: String) {
        separate()
        Self.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text.
    package mutating func string(_ value: String) {
        separate()
        Self.append(value, to: &bytes)
        needsComma = true
    }

    /// A whole number.
    package mutating func number(_ value: Int) { token(String(value)) }

    /// A number in decimal form, as `12.5`.
    package mutating func number(decimal value: String) { token(value) }

    /// `true` or `false`.
    package mutating func flag(_ value: Bool) { token(value ? "true" : "false") }

    /// `null`.
    package mutating func null() { token("null") }

    /// A list of texts.
    package mutating func strings(_ values: [String]) { array { json in values.forEach { json.string($0) } } }

    /// Ends the line behind the outermost value.
    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    // MARK: Members

    /// A member whose value is a text.
    package mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// A member whose value is a whole number.
    package mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// A member whose value is `true` or `false`.
    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        flag(value)
    }

    private mutating func token(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ inner: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        inner(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    // MARK: Strings

    /// Appends a text as a JSON string with its quotes.
    ///
    /// Quotes, backslashes and controls are escaped (RFC 8259 §7), line breaks, tabs and returns by their short forms;
    /// U+007F, U+2028 and U+2029 too: terminals and scripts before ES2019 stumble over them. O(length).
    package static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// The same for UTF-8 bytes.
    package static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        var start = 0
        for (offset, byte) in text.enumerated() where isEscaped[Int(byte)] {
            guard let escape = escape(text, at: offset) else { continue }
            output.append(contentsOf: text[start..<offset])
            output.append(contentsOf: escape.utf8)
            start = offset + (byte == 0xE2 ? 3 : 1)
        }
        output.append(contentsOf: text[start...])
        output.append(0x22)
    }

    /// UTF-8 bytes as a JSON string with its quotes.
    package static func string(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 2)
        text.withUnsafeBufferPointer { append($0, to: &output) }
        return output
    }

    /// A text as a JSON string with its quotes.
    package static func string(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    /// Bytes that begin what may have to be escaped.
    private static let isEscaped: [Bool] = (0..<256).map { byte in
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
    }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> String? {
        switch text[offset] {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x09: return "\\t"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0xE2:
            guard offset + 2 < text.count, text[offset + 1] == 0x80 else { return nil }
            return text[offset + 2] == 0xA8 ? "\\u2028" : text[offset + 2] == 0xA9 ? "\\u2029" : nil
        default:
            let digits = String(text[offset], radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
    }
}
