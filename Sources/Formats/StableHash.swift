/// A 64-bit stamp of bytes that is the same on every machine and in every run.
///
/// It tells whether two values are equal: two that differ have the same stamp once in 2⁶⁴. No protection against
/// somebody who looks for two. Eight bytes a step: each is folded into the state by a multiplication to 128 bits, of
/// which both halves are kept. O(bytes).
package struct StableHash: Sendable {
    private var state: UInt64
    private var count: UInt64 = 0

    package init() { state = 0x9E37_79B9_7F4A_7C15 }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    package mutating func add(_ word: UInt64) {
        count &+= 1
        // The count goes in too, so that no word is without effect.
        state =
            Self.fold(state ^ word, 0xD6E8_FEB8_6659_FD93) &+ Self.fold(word ^ 0xA076_1D64_78BD_642F, count | 1 << 63)
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var place = 0
        while place + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count {
            rest |= UInt64(bytes[place]) << shift
            shift += 8
            place += 1
        }
        add(rest)
        add(UInt64(bytes.count))
    }

    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// The stamp of what was added.
    package var stamp: UInt64 { Self.fold(state ^ 0xE703_7ED1_A0B4_28DB, count ^ 0x8EBC_6AF0_9C88_C6E3) }

    /// The stamp of bytes alone.
    package static func stamp(_ bytes: [UInt8]) -> UInt64 {
        var hash = StableHash()
        bytes.withUnsafeBytes { hash.add($0) }
        return hash.stamp
    }

    /// The stamp of a text alone.
    package static func stamp(_ text: String) -> UInt64 {
        var hash = StableHash()
        hash.add(text)
        return hash.stamp
    }
}
