/// Bytes as letters, digits, `+` and `/` (RFC 4648, 4).
package enum Base64 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Three bytes as four signs, the last group filled up with `=`; O(bytes).
    package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        let whole = bytes.count / 3 * 3
        for start in stride(from: 0, to: whole, by: 3) {
            append(
                UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]), 4, to: &result)
        }
        let rest = bytes.count - whole
        if rest > 0 {
            let second = rest == 2 ? UInt32(bytes[whole + 1]) << 8 : 0
            append(UInt32(bytes[whole]) << 16 | second, rest + 1, to: &result)
            for _ in rest..<3 { result.append(UInt8(ascii: "=")) }
        }
        return result
    }

    private static func append(_ bits: UInt32, _ count: Int, to result: inout [UInt8]) {
        for place in 0..<count { result.append(signs[Int(bits >> UInt32(18 - 6 * place)) & 63]) }
    }
}
