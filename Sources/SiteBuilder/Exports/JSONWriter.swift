import Diagnostics

/// Writes JSON (RFC 8259) in the order in which it is told, with one line for each element of the outer array.
struct JSONWriter {
    /// A value that a record may hold.
    indirect enum Value {
        case null
        case text(String)
        /// In decimal form.
        case number(String)
        case flag(Bool)
        case texts([String])
        case members([(String, Value)])
    }

    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    /// An array with an element for each item.
    mutating func array<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        bytes.append(contentsOf: "[".utf8)
        for (index, item) in items.enumerated() {
            bytes.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
            body(&self, item)
        }
        bytes.append(contentsOf: (items.isEmpty ? "]\n" : "\n]\n").utf8)
    }

    /// An object.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        let outer = isFirst
        isFirst = true
        body(&self)
        isFirst = outer
        bytes.append(UInt8(ascii: "}"))
    }

    /// A member of the present object.
    mutating func member(_ name: String, _ value: Value) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        string(name)
        bytes.append(UInt8(ascii: ":"))
        append(value)
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .text(let text): string(text)
        case .number(let number): bytes.append(contentsOf: number.utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .texts(let texts):
            bytes.append(UInt8(ascii: "["))
            for (index, text) in texts.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                string(text)
            }
            bytes.append(UInt8(ascii: "]"))
        case .members(let members):
            object { object in for (name, value) in members { object.member(name, value) } }
        }
    }

    private mutating func string(_ text: String) { bytes.append(contentsOf: JSONText.quoted(text).utf8) }
}
