/// Text made safe for HTML and XML, byte by byte.
package enum HTMLEscaping {
    /// What becomes of `'`.
    package enum Apostrophes: Sendable {
        /// A reference, `&#39;`.
        case escaped
        /// It stays, as CommonMark writes it: fit for content and for attributes in `"`.
        case kept
    }

    /// A text with the characters that mean something in HTML as references: fit for content and quoted attributes.
    ///
    /// O(bytes); the text itself when nothing needs escaping.
    package static func html(_ text: String, _ apostrophes: Apostrophes = .escaped) -> String {
        var text = text
        let needsEscaping = text.withUTF8 { bytes in bytes.contains(where: isMarkup) }
        guard needsEscaping else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + text.utf8.count / 8 + 16)
        append(text, to: &output, apostrophes)
        return String(decoding: output, as: UTF8.self)
    }

    /// The same, behind `output`.
    package static func append(_ text: String, to output: inout [UInt8], _ apostrophes: Apostrophes = .escaped) {
        var text = text
        text.withUTF8 { append($0, to: &output, apostrophes) }
    }

    /// The same for UTF-8 bytes.
    package static func append(
        _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], _ apostrophes: Apostrophes = .escaped
    ) {
        var start = 0
        for index in 0..<text.count {
            guard isMarkup(text[index]), let reference = reference(text[index], apostrophes) else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            output.append(contentsOf: reference)
            start = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Appends an address for a quoted attribute: what may not stand in an address is percent-encoded, `&` and `'`
    /// become references.
    ///
    /// What is percent-encoded already stays.
    package static func appendAddress(_ address: String, to output: inout [UInt8]) {
        for byte in address.utf8 {
            if byte == UInt8(ascii: "&") {
                output.append(contentsOf: Reference.ampersand)
            } else if byte == UInt8(ascii: "'") {
                output.append(contentsOf: Reference.addressApostrophe)
            } else if isAddressByte[Int(byte)] {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "%"))
                output.append(hexDigits[Int(byte >> 4)])
                output.append(hexDigits[Int(byte & 15)])
            }
        }
    }

    private enum Reference {
        static let ampersand = Array("&amp;".utf8)
        static let less = Array("&lt;".utf8)
        static let greater = Array("&gt;".utf8)
        static let quote = Array("&quot;".utf8)
        static let apostrophe = Array("&#39;".utf8)
        /// As the reference implementation of CommonMark writes it in addresses.
        static let addressApostrophe = Array("&#x27;".utf8)
    }

    /// Nothing for a byte that stays.
    private static func reference(_ byte: UInt8, _ apostrophes: Apostrophes) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "&"): Reference.ampersand
        case UInt8(ascii: "<"): Reference.less
        case UInt8(ascii: ">"): Reference.greater
        case UInt8(ascii: "\""): Reference.quote
        default: apostrophes == .escaped ? Reference.apostrophe : nil
        }
    }

    /// `&`, `<`, `>`, `"` and `'`: all below 64, so that one word holds a bit for each.
    @inline(__always)
    private static func isMarkup(_ byte: UInt8) -> Bool { byte < 64 && markupBits &>> UInt64(byte) & 1 == 1 }

    private static let markupBits: UInt64 = 0x5000_00C4_0000_0000

    private static let isAddressByte = byteSet(
        "-_.+!*(),%#@?=;:/$~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func byteSet(_ members: String) -> [Bool] {
        var table = [Bool](repeating: false, count: 256)
        for byte in members.utf8 { table[Int(byte)] = true }
        return table
    }
}
