/// The order of names in lists, the same on every machine.
///
/// Letter case is folded for Latin and Cyrillic, `ё` is a letter of its own behind `е`, quotation marks are passed
/// over, and numbers count as numbers, so that «СОШ № 5» stands before «СОШ № 42». Everything else goes by bytes.
package enum Collation {
    /// What to compare instead of a name; make it once for each name.
    ///
    /// O(bytes).
    package static func key(_ name: String) -> CollationKey {
        var key: [UInt8] = []
        key.reserveCapacity(name.utf8.count + 4)
        var digits: [UInt8] = []
        for scalar in name.unicodeScalars {
            if let digit = digit(scalar) {
                digits.append(digit)
                continue
            }
            flush(&digits, into: &key)
            append(scalar, to: &key)
        }
        flush(&digits, into: &key)
        return CollationKey(folded: key, original: Array(name.utf8))
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value) : nil
    }

    /// A number as the count of its digits and the digits, behind a byte that sorts where digits do.
    private static func flush(_ digits: inout [UInt8], into key: inout [UInt8]) {
        guard !digits.isEmpty else { return }
        let significant = digits.drop { $0 == 0x30 }
        key.append(0x30)
        key.append(UInt8(min(significant.count, 255)))
        key.append(contentsOf: significant)
        digits.removeAll(keepingCapacity: true)
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
        switch scalar.value {
        // « » „ “ ” " and the soft hyphen say nothing about the order.
        case 0xAB, 0xBB, 0x201E, 0x201C, 0x201D, 0x22, 0xAD: break
        case 0xA0: key.append(0x20)
        // Ё, ё: behind every word that goes on after е, before ж.
        case 0x401, 0x451:
            key.append(contentsOf: "е".utf8)
            key.append(0xFF)
        case 0x41...0x5A: key.append(UInt8(scalar.value + 0x20))
        case 0x410...0x42F: append(raised: scalar.value + 0x20, to: &key)
        default: key.append(contentsOf: String(scalar).utf8)
        }
    }

    private static func append(raised value: UInt32, to key: inout [UInt8]) {
        key.append(UInt8(0xC0 | (value >> 6)))
        key.append(UInt8(0x80 | (value & 0x3F)))
    }
}

/// What names are compared by; names that differ only in case or quotes are told apart at the end.
package struct CollationKey: Sendable, Hashable, Comparable {
    let folded: [UInt8]
    let original: [UInt8]

    package static func < (left: CollationKey, right: CollationKey) -> Bool {
        left.folded == right.folded
            ? left.original.lexicographicallyPrecedes(right.original)
            : left.folded.lexicographicallyPrecedes(right.folded)
    }
}

extension Sequence {
    /// The elements in the order of their names; equal names keep their order.
    package func sortedByName(_ name: (Element) -> String) -> [Element] {
        enumerated().map { (Collation.key(name($0.element)), $0.offset, $0.element) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map(\.2)
    }
}
