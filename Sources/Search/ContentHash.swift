/// A short name for a file's contents: six characters of 0-9, a-z.
///
/// It keeps caches honest, nothing more: two versions of a shard have different addresses. Lower case only, for file
/// systems that don't tell cases apart.
enum ContentHash {
    static let length = 6

    static func name(of bytes: [UInt8]) -> [UInt8] {
        var value = mix(bytes)
        return (0..<length).map { _ in
            let digit = UInt8(value % 36)
            value /= 36
            return digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
    }

    private static func mix(_ bytes: [UInt8]) -> UInt64 {
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15 ^ 0xD6E8_FEB8_6659_FD93
        func step(_ value: UInt64) {
            hash = (hash ^ value) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 31
        }
        bytes.withUnsafeBytes { raw in
            var offset = 0
            while offset + 8 <= raw.count {
                step(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            for byte in raw[offset...] { step(UInt64(byte)) }
        }
        hash = (hash ^ hash >> 30) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }
}
