/// The encoding of a CSV file, in which it is written back.
///
/// | Excel's «Сохранить как» | encoding                              |
/// | ----------------------- | ------------------------------------- |
/// | CSV UTF-8               | UTF-8, whose mark is a letter of it   |
/// | CSV                     | Windows-1251                          |
/// | CSV (MS-DOS)            | code page 866                         |
/// | CSV (Macintosh)         | Mac Cyrillic                          |
/// | Текст Юникод            | UTF-16 with a mark                    |
package enum SpreadsheetEncoding: Sendable, Hashable {
    case utf8
    case utf16(isLowFirst: Bool, hasMark: Bool)
    case legacy(LegacyEncoding)

    /// That of bytes; UTF-8 where they are a text in none, for ``TextLoader`` to tell.
    ///
    /// O(bytes).
    package init(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16(isLowFirst: true, hasMark: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16(isLowFirst: false, hasMark: true)
        } else if let place = Self.zeroPlace(bytes) {
            self = .utf16(isLowFirst: place == 1, hasMark: false)
        } else if ByteSurvey(bytes).firstInvalid != nil, let encoding = LegacyEncoding.likeliest(bytes) {
            self = .legacy(encoding)
        } else {
            self = .utf8
        }
    }

    /// As programs call it.
    package var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .legacy(let encoding): encoding.name
        }
    }

    /// Bytes of this encoding as UTF-8, without a mark; nothing when a surrogate stands alone or half a unit is left.
    ///
    /// O(bytes).
    package func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: bytes
        case .utf16(let isLowFirst, let hasMark):
            Self.utf8(ofUTF16: hasMark ? bytes.dropFirst(2) : bytes[...], low: isLowFirst ? 0 : 1)
        case .legacy(let encoding): encoding.utf8(bytes)
        }
    }

    /// A text of UTF-8 in this encoding; nothing where it has letters that the encoding lacks (``lacks(_:)``).
    ///
    /// O(bytes).
    package func bytes(ofUTF8 text: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: return text
        case .legacy(let encoding): return encoding.bytes(ofUTF8: text)
        case .utf16(let isLowFirst, let hasMark):
            let units = (hasMark ? [0xFEFF] : []) + Array(String(decoding: text, as: UTF8.self).utf16)
            return units.flatMap { unit in
                let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
                return isLowFirst ? [low, high] : [high, low]
            }
        }
    }

    /// Whether the encoding has no place for a letter.
    package func lacks(_ scalar: Unicode.Scalar) -> Bool {
        if case .legacy(let encoding) = self { encoding.byte(of: scalar) == nil } else { false }
    }

    /// Where the zeros stand in UTF-16 without a mark: 0 or 1 within each pair; separators and digits have one each.
    private static func zeroPlace(_ bytes: [UInt8]) -> Int? {
        guard bytes.count % 2 == 0 else { return nil }
        var counts = [0, 0]
        for (index, byte) in bytes.enumerated() where byte == 0 { counts[index % 2] += 1 }
        guard counts[0] + counts[1] > 1, counts.contains(0) else { return nil }
        return counts[0] > 0 ? 0 : 1
    }

    private static func utf8(ofUTF16 bytes: ArraySlice<UInt8>, low: Int) -> [UInt8]? {
        guard bytes.count % 2 == 0 else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let failed = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { result.append($0) })
        return failed ? nil : result
    }
}
