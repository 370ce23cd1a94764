/// Text made safe for HTML, byte by byte.
package enum Escaping {
    /// Appends text with `& < > "` as entities: fit for content and for quoted attributes.
    ///
    /// O(length).
    package static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        for index in 0..<text.count {
            guard isMarkup[Int(text[index])] else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            output.append(contentsOf: entity(text[index]))
            start = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// The same for a string.
    package static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// A string with `& < > "` as entities.
    package static func html(_ text: String) -> String {
        var output: [UInt8] = []
        append(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends an address for a quoted attribute: what may not stand in an address is percent-encoded, `&` and `'`
    /// become entities.
    ///
    /// What is percent-encoded already stays.
    package static func appendAddress(_ address: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        for byte in address {
            if byte == UInt8(ascii: "&") {
                output.append(contentsOf: Entity.ampersand)
            } else if byte == UInt8(ascii: "'") {
                output.append(contentsOf: Entity.apostrophe)
            } else if isAddressByte[Int(byte)] {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "%"))
                output.append(hexDigits[Int(byte >> 4)])
                output.append(hexDigits[Int(byte & 15)])
            }
        }
    }

    /// The same for a string.
    package static func appendAddress(_ address: String, to output: inout [UInt8]) {
        var address = address
        address.withUTF8 { appendAddress($0, to: &output) }
    }

    private enum Entity {
        static let ampersand = Array("&amp;".utf8)
        static let less = Array("&lt;".utf8)
        static let greater = Array("&gt;".utf8)
        static let quote = Array("&quot;".utf8)
        static let apostrophe = Array("&#x27;".utf8)
    }

    private static func entity(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "&"): Entity.ampersand
        case UInt8(ascii: "<"): Entity.less
        case UInt8(ascii: ">"): Entity.greater
        default: Entity.quote
        }
    }

    private static let isMarkup = byteSet("&<>\"")
    private static let isAddressByte = byteSet(
        "-_.+!*(),%#@?=;:/$~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func byteSet(_ members: String) -> [Bool] {
        var table = [Bool](repeating: false, count: 256)
        for byte in members.utf8 { table[Int(byte)] = true }
        return table
    }
}
