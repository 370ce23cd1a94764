/// An encoding of one byte a letter in which spreadsheets and old programs save Russian texts.
///
/// All three hold the bytes below 0x80 as ASCII has them. None names itself: which one it is shows in what the bytes
/// would spell.
package enum LegacyEncoding: CaseIterable {
    /// Excel's «CSV» and Windows programs without Unicode.
    case windows1251
    /// Excel's «CSV (MS-DOS)».
    case codePage866
    /// Excel's «CSV (Macintosh)».
    case macCyrillic

    /// The bytes of a text in UTF-8, whichever encoding it has; nothing where it spells Russian in none.
    ///
    /// O(bytes).
    package static func utf8Text(_ bytes: [UInt8]) -> [UInt8]? {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        return likeliest(bytes)?.utf8(bytes)
    }

    /// As programs call it.
    var name: String {
        switch self {
        case .windows1251: "Windows-1251"
        case .codePage866: "CP866 (MS-DOS)"
        case .macCyrillic: "Mac Cyrillic (Macintosh)"
        }
    }

    /// The encoding in which the bytes spell Russian best; nothing when they do so in none, or are UTF-8 with a fault.
    ///
    /// O(bytes).
    static func likeliest(_ bytes: [UInt8]) -> LegacyEncoding? {
        guard !bytes.contains(0), !isDamagedUTF8(bytes) else { return nil }
        let scores = allCases.map { (encoding: $0, score: $0.score(of: bytes)) }
        guard let best = scores.map(\.score).max(), best > 0 else { return nil }
        return scores.first { $0.score == best }?.encoding
    }

    /// The text in UTF-8; O(bytes).
    func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result += String(decoding: [upperHalf[Int(byte) - 0x80]], as: UTF16.self).utf8
            }
        }
        return result
    }

    /// A text of UTF-8 in this encoding; nothing where it has letters that the encoding lacks.
    ///
    /// O(bytes).
    func bytes(ofUTF8 text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            result.append(byte)
        }
        return result
    }

    /// The byte that stands for a letter; nothing where none does.
    func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        guard let place = upperHalf.firstIndex(where: { UInt32($0) == scalar.value }) else { return nil }
        return UInt8(0x80 + place)
    }

    /// A quarter of the bytes above 0x7F begin pairs as Russian letters have them in UTF-8.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var high = 0
        var pairs = 0
        for (index, byte) in bytes.enumerated() where byte >= 0x80 {
            high += 1
            if byte == 0xD0 || byte == 0xD1, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { pairs += 1 }
        }
        return pairs * 4 >= high
    }

    // MARK: Likeliness

    /// How much Russian the bytes spell: frequent letters count most, marks of Russian texts little.
    ///
    /// Against it count all other signs, and a capital behind a small letter.
    private func score(of bytes: [UInt8]) -> Int {
        let table = upperHalf
        var sum = 0
        var isBehindSmall = false
        for byte in bytes {
            guard byte >= 0x80 else {
                isBehindSmall = false
                continue
            }
            let value = table[Int(byte) - 0x80]
            if let letter = Self.letter(value) {
                let isCapital = value < 0x430
                sum += isCapital && isBehindSmall ? -Self.penalty : Self.weights[letter]
                isBehindSmall = !isCapital
            } else {
                sum += Self.marks.contains(value) ? 1 : -Self.penalty
                isBehindSmall = false
            }
        }
        return sum
    }

    private static let penalty = 12

    /// 0 for а and А, 31 for я and Я, 5 for ё and Ё; nothing for what is no Russian letter.
    private static func letter(_ value: UInt16) -> Int? {
        switch value {
        case 0x410...0x42F: Int(value) - 0x410
        case 0x430...0x44F: Int(value) - 0x430
        case 0x401, 0x451: 5
        default: nil
        }
    }

    /// How often each letter stands in Russian texts, from а to я, and never nought.
    private static let weights = [
        8, 2, 4, 2, 3, 8, 1, 2, 7, 1, 3, 4, 3, 7, 11, 3, 5, 5, 6, 3, 1, 1, 1, 2, 1, 1, 1, 2, 2, 1, 1, 2,
    ]

    /// «»№–—„“”…•§° and the no-break space.
    private static let marks: Set<UInt16> = [
        0xAB, 0xBB, 0x2116, 0x2013, 0x2014, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x2026, 0x2022, 0xA7, 0xB0, 0xA0,
    ]

    // MARK: Tables

    /// What the bytes from 0x80 on stand for.
    private var upperHalf: [UInt16] {
        switch self {
        case .windows1251: Self.windows
        case .codePage866: Self.dos
        case .macCyrillic: Self.macintosh
        }
    }

    private static let letters = Array(UInt16(0x410)...0x44F)

    /// Microsoft's table of code page 1251; 0x98 is not assigned.
    private static let windows: [UInt16] =
        [
            0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
            0x040C,
            0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459,
            0x203A,
            0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401,
            0x00A9,
            0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
            0x00B7,
            0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
        ] + letters

    /// Microsoft's table of code page 866.
    private static let dos: [UInt16] =
        letters[..<48] + [
            0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255D,
            0x255C,
            0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F, 0x255A, 0x2554, 0x2569,
            0x2566,
            0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256B, 0x256A,
            0x2518,
            0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
        ] + letters[48...] + [
            0x0401, 0x0451, 0x0404, 0x0454, 0x0407, 0x0457, 0x040E, 0x045E, 0x00B0, 0x2219, 0x00B7, 0x221A, 0x2116,
            0x00A4, 0x25A0, 0x00A0,
        ]

    /// Apple's table of Mac Cyrillic, CYRILLIC.TXT.
    private static let macintosh: [UInt16] =
        letters[..<32] + [
            0x2020, 0x00B0, 0x0490, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x0406, 0x00AE, 0x00A9, 0x2122, 0x0402, 0x0452,
            0x2260, 0x0403, 0x0453, 0x221E, 0x00B1, 0x2264, 0x2265, 0x0456, 0x00B5, 0x0491, 0x0408, 0x0404, 0x0454,
            0x0407, 0x0457, 0x0409, 0x0459, 0x040A, 0x045A, 0x0458, 0x0405, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206,
            0x00AB, 0x00BB, 0x2026, 0x00A0, 0x040B, 0x045B, 0x040C, 0x045C, 0x0455, 0x2013, 0x2014, 0x201C, 0x201D,
            0x2018, 0x2019, 0x00F7, 0x201E, 0x040E, 0x045E, 0x040F, 0x045F, 0x2116, 0x0401, 0x0451, 0x044F,
        ] + letters[32..<63] + [0x20AC]
}
