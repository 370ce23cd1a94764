/// A hash of a file's contents, the same on every machine and in every process.
///
/// It keeps caches honest, nothing more: two versions of a file have different addresses. Names have 0-9, a-z alone,
/// for file systems that don't tell cases apart.
struct ContentHash: Hashable, Sendable {
    let value: UInt64

    init(value: UInt64) { self.value = value }

    init(of bytes: [UInt8], seed: UInt64 = 0) {
        self = bytes.withUnsafeBytes { ContentHash(of: $0, seed: seed) }
    }

    init(of raw: UnsafeRawBufferPointer, seed: UInt64 = 0) {
        var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15 ^ 0xD6E8_FEB8_6659_FD93 ^ seed
        func step(_ value: UInt64) {
            hash = (hash ^ value) &* 0xBF58_476D_1CE4_E5B9
            hash ^= hash >> 31
        }
        var offset = 0
        while offset + 8 <= raw.count {
            step(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        for byte in raw[offset...] { step(UInt64(byte)) }
        hash = (hash ^ hash >> 30) &* 0x94D0_49BB_1331_11EB
        value = hash ^ hash >> 31
    }

    /// The length of `mark`.
    static let markLength = 5

    /// Five characters that tell two versions of one file apart.
    var mark: [UInt8] {
        var rest = value
        return (0..<Self.markLength).map { _ in
            let digit = UInt8(rest % 36)
            rest /= 36
            return digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
    }

    /// The bits of `name`.
    static let nameBits = 52

    /// The number that `name` says: below 2^52, exact in the browser.
    var nameNumber: UInt64 { value >> UInt64(64 - Self.nameBits) }

    /// Up to eleven characters that tell a file from all others of its kind.
    var name: String { String(nameNumber, radix: 36) }
}
