/// Base64 with padding (RFC 4648, the standard alphabet), what a browser's `atob` reads.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()

    /// Appends the encoded bytes to `output`.
    static func encode(_ bytes: [UInt8], into output: inout [UInt8]) {
        output.reserveCapacity(output.count + (bytes.count + 2) / 3 * 4)
        var offset = 0
        while offset < bytes.count {
            let left = bytes.count - offset
            let triple =
                UInt32(bytes[offset]) << 16 | (left > 1 ? UInt32(bytes[offset + 1]) << 8 : 0)
                | (left > 2 ? UInt32(bytes[offset + 2]) : 0)
            output.append(alphabet[Int(triple >> 18)])
            output.append(alphabet[Int(triple >> 12 & 63)])
            output.append(left > 1 ? alphabet[Int(triple >> 6 & 63)] : 0x3D)
            output.append(left > 2 ? alphabet[Int(triple & 63)] : 0x3D)
            offset += 3
        }
    }

    /// The decoded bytes, or nil when the text isn't base64.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3)
        for start in stride(from: 0, to: text.count, by: 4) {
            let padding = start + 4 < text.count ? 0 : text[(start + 2)...].count { $0 == 0x3D }
            var triple: UInt32 = 0
            for offset in 0..<(4 - padding) {
                let value = values[Int(text[start + offset])]
                guard value != 255 else { return nil }
                triple |= UInt32(value) << UInt32(18 - 6 * offset)
            }
            output.append(UInt8(triple >> 16 & 255))
            if padding < 2 { output.append(UInt8(triple >> 8 & 255)) }
            if padding < 1 { output.append(UInt8(triple & 255)) }
        }
        return output
    }
}
