/// A name in a cell or a field, which may be written as a link.
///
/// `[[id]]`, `[[id|text]]` and `[text](../documents/id.md#place)` name the material that they lead to.
enum RecordLink {
    /// An item of a field; nothing where it is no scalar.
    ///
    /// A field of materials takes links, as texts do, quoted or not: to YAML `[[id]]` is a list in a list.
    static func item(_ node: YAMLNode, _ type: FieldType) -> ValueReader.Item? {
        switch type {
        case .reference(.kind), .reference(.anyMaterial), .references(.kind), .references(.anyMaterial): break
        default: return node.text.map { ValueReader.Item(text: $0, range: node.range) }
        }
        if let text = node.text {
            let name = text.hasPrefix("[") ? name(in: Array(text.utf8)) : text
            return ValueReader.Item(text: name, range: node.range)
        }
        var inner = node
        while inner.text == nil, inner.items.count == 1 { inner = inner.items[0] }
        guard let text = inner.text else { return nil }
        return ValueReader.Item(text: name(in: Array("[[\(text)]]".utf8)), range: inner.range)
    }

    static func name(in item: [UInt8]) -> String {
        if item.starts(with: Array("[[".utf8)), item.suffix(2).elementsEqual("]]".utf8) {
            let inner = item.dropFirst(2).dropLast(2)
            return text(inner.prefix { $0 != UInt8(ascii: "|") && $0 != UInt8(ascii: "\\") })
        }
        if item.first == UInt8(ascii: "["), item.last == UInt8(ascii: ")"),
            let bracket = item.firstIndex(of: UInt8(ascii: "]")), bracket + 1 < item.count,
            item[bracket + 1] == UInt8(ascii: "(")
        {
            return id(ofPath: text(item[(bracket + 2)...].dropLast().prefix { $0 != UInt8(ascii: "#") }))
        }
        return text(item[...])
    }

    /// `../documents/order.md` → `documents/order`.
    private static func id(ofPath path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != ".." && $0 != "." }
        let joined = parts.joined(separator: "/")
        return joined.hasSuffix(".md") ? String(joined.dropLast(3)) : joined
    }

    /// A bar within a cell is written `\|`.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in bytes {
            if byte == UInt8(ascii: "|"), result.last == UInt8(ascii: "\\") { result.removeLast() }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
