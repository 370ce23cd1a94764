/// HTML escaping on bytes.
package enum Escaping {
    /// `text` with the five characters that mean something in HTML written as references.
    ///
    /// Safe in an element's content and in a quoted attribute. O(bytes); the text itself when nothing needs escaping.
    package static func html(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.firstIndex(where: { reference(for: $0) != nil }) else { return nil }
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + bytes.count / 8 + 16)
            output.append(contentsOf: bytes[..<first])
            for byte in bytes[first...] {
                if let reference = reference(for: byte) {
                    output.append(contentsOf: reference.utf8)
                } else {
                    output.append(byte)
                }
            }
            return String(decoding: output, as: UTF8.self)
        } ?? text
    }

    /// The reference for a byte that may not stand as it is.
    @inline(__always)
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
