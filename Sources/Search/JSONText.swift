/// Writes JSON strings.
enum JSONText {
    private static let hexadecimal = Array("0123456789abcdef".utf8)

    /// Appends a text as a JSON string.
    ///
    /// U+2028 and U+2029 need no escape: scripts allow them in strings since ES2019.
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Appends UTF-8 bytes as a JSON string.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        var start = 0
        for (offset, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            output.append(contentsOf: text[start..<offset])
            start = offset + 1
            output.append(0x5C)
            switch byte {
            case 0x0A: output.append(0x6E)
            case 0x22, 0x5C: output.append(byte)
            default: output += [0x75, 0x30, 0x30, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
            }
        }
        output.append(contentsOf: text[start...])
        output.append(0x22)
    }

    /// UTF-8 bytes as a JSON string.
    static func bytes(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + 2)
        text.withUnsafeBufferPointer { append($0, to: &output) }
        return output
    }

    /// A text as a JSON string, with letters exchanged (`LetterExchange`).
    static func exchanged(_ text: some Collection<UInt8>) -> [UInt8] { bytes(LetterExchange.exchanged(text)) }

    /// A text as a JSON string.
    static func string(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }

    /// A list of texts as a JSON array.
    static func array(_ texts: [String]) -> [UInt8] { ShardFormat.array(texts.map(string)) }
}
