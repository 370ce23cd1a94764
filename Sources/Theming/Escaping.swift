/// HTML escaping on bytes.
package enum Escaping {
    /// `text` with the five characters that mean something in HTML written as references.
    ///
    /// Safe in an element's content and in a quoted attribute. O(bytes); the text itself when nothing needs escaping.
    package static func html(_ text: String) -> String {
        var text = text
        let needsEscaping = text.withUTF8 { bytes in bytes.contains { reference(for: $0) != nil } }
        guard needsEscaping else { return text }
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + text.utf8.count / 8 + 16)
        append(text, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Writes `text`, escaped, behind `output`.
    ///
    /// O(bytes).
    package static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let reference = reference(for: byte) else { continue }
                output.append(contentsOf: bytes[start..<index])
                output.append(contentsOf: reference.utf8)
                start = index + 1
            }
            output.append(contentsOf: bytes[start...])
        }
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
