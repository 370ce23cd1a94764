/// The order of names in lists, the same on every machine.
///
/// Letter case is folded for Latin and Cyrillic, `ё` is a letter of its own behind `е`, as are `ә` behind `а` and the
/// other letters of Tatar and Bashkir, quotation marks are passed
/// over, and numbers count as numbers, so that «СОШ № 5» stands before «СОШ № 42». Everything else goes by bytes.
package enum Collation {
    /// What to compare instead of a name; make it once for each name.
    ///
    /// O(bytes).
    package static func key(_ name: String) -> CollationKey {
        var name = name
        return name.withUTF8 { bytes in
            var key: [UInt8] = []
            key.reserveCapacity(bytes.count + 4)
            var index = 0
            while index < bytes.count {
                let start = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                if index > start {
                    append(number: bytes[start..<index], to: &key)
                } else {
                    index += appendLetter(bytes, index, to: &key)
                }
            }
            return CollationKey(folded: key, original: Array(bytes))
        }
    }

    /// The two bytes of a letter → what stands in the key for it: the Russian letter and a byte behind all others.
    private static let neighbours: [UInt16: [UInt8]] = {
        let letters: [(russian: String, own: String)] = [
            ("а", "әӘ"), ("г", "ғҒ"), ("ж", "җҖ"), ("з", "ҙҘ"), ("к", "ҡҠ"), ("н", "ңҢ"), ("о", "өӨ"), ("с", "ҫҪ"),
            ("у", "үҮ"), ("х", "һҺ"),
        ]
        var result: [UInt16: [UInt8]] = [:]
        for (russian, own) in letters {
            for letter in own.unicodeScalars {
                let bytes = Array(String(letter).utf8)
                result[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = Array(russian.utf8) + [0xFF]
            }
        }
        return result
    }()

    /// A number as the count of its digits and the digits, behind a byte that sorts where digits do.
    private static func append(number digits: Slice<UnsafeBufferPointer<UInt8>>, to key: inout [UInt8]) {
        let significant = digits.drop { $0 == 0x30 }
        key.append(0x30)
        key.append(UInt8(min(significant.count, 255)))
        key.append(contentsOf: significant)
    }

    /// Appends one character that is no digit, and says how many bytes it has.
    private static func appendLetter(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, to key: inout [UInt8]
    ) -> Int {
        let first = bytes[index]
        if first < 0x80 {
            if first != UInt8(ascii: "\"") { key.append((0x41...0x5A).contains(first) ? first + 0x20 : first) }
            return 1
        }
        let second = bytes[index + 1]
        switch (first, second) {
        // « » and the soft hyphen say nothing about the order.
        case (0xC2, 0xAB), (0xC2, 0xBB), (0xC2, 0xAD): return 2
        case (0xC2, 0xA0): key.append(0x20)
        // Ё, ё: behind every word that goes on after е, before ж.
        case (0xD0, 0x81), (0xD1, 0x91): key.append(contentsOf: [0xD0, 0xB5, 0xFF])
        // Letters of Tatar and Bashkir are behind the Russian one that they are like, as in their alphabets.
        case (0xD2...0xD3, _) where Self.neighbours[UInt16(first) << 8 | UInt16(second)] != nil:
            key.append(contentsOf: Self.neighbours[UInt16(first) << 8 | UInt16(second)] ?? [])
        case (0xD0, 0x90...0x9F): key.append(contentsOf: [0xD0, second + 0x20])
        case (0xD0, 0xA0...0xAF): key.append(contentsOf: [0xD1, second - 0x20])
        // Nor do „ “ ”.
        case (0xE2, 0x80) where bytes[index + 2] >= 0x9C && bytes[index + 2] <= 0x9E: return 3
        default:
            let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            key.append(contentsOf: bytes[index..<index + length])
            return length
        }
        return 2
    }
}

/// What names are compared by; names that differ only in case or quotes are told apart at the end.
package struct CollationKey: Sendable, Hashable, Comparable {
    let folded: [UInt8]
    let original: [UInt8]

    package static func < (left: CollationKey, right: CollationKey) -> Bool { left.order(to: right) < 0 }

    /// Below zero where it stands before the other, zero where they are equal.
    fileprivate func order(to other: CollationKey) -> Int {
        let order = Self.order(folded, other.folded)
        return order == 0 ? Self.order(original, other.original) : order
    }

    private static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                let shorter = min(left.count, right.count)
                var place = 0
                while place < shorter, left[place] == right[place] { place += 1 }
                return place < shorter ? Int(left[place]) - Int(right[place]) : left.count - right.count
            }
        }
    }
}

extension Sequence {
    /// The elements in the order of their names; equal names keep their order.
    package func sortedByName(_ name: (Element) -> String) -> [Element] {
        let elements = Array(self)
        let keys = elements.map { Collation.key(name($0)) }
        return elements.indices.sorted { left, right in
            let order = keys[left].order(to: keys[right])
            return order == 0 ? left < right : order < 0
        }.map { elements[$0] }
    }
}
