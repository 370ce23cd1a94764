/// Russian letters in ASCII, as in passports since 2013 (ICAO Doc 9303), and those of Tatar and Bashkir beside them: for
/// anchors, file names and addresses.
///
/// ```swift
/// Transliteration.slug("Щучий ключ, 2-й этап")  // "shchuchii-kliuch-2-i-etap"
/// ```
package enum Transliteration {
    /// Lower-case letters, digits and single hyphens; empty when nothing of the text has a form in ASCII.
    ///
    /// O(length).
    package static func slug(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var pendingHyphen = false
        for scalar in text.unicodeScalars {
            if isSilent(scalar) { continue }
            var letters = letters(scalar.value)
            if letters == 0 {
                pendingHyphen = true
                continue
            }
            if pendingHyphen, !result.isEmpty { result.append(UInt8(ascii: "-")) }
            pendingHyphen = false
            while letters != 0 {
                result.append(UInt8(truncatingIfNeeded: letters))
                letters >>= 8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A soft sign, a soft hyphen and the like, a combining mark (the breve of a decomposed й): gone without splitting the
    /// word.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "ь" || scalar == "Ь" || (0x300...0x36F).contains(scalar.value) || UnseenCharacters.contains(scalar)
    }

    /// One to four ASCII letters in one number, the first in the lowest byte; 0 where there are none.
    private static func letters(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: scalar
        case 0x41...0x5A: scalar + 32
        case 0x430...0x44F: table[Int(scalar - 0x430)]
        case 0x410...0x42F: table[Int(scalar - 0x410)]
        case 0x451, 0x401: UInt32(UInt8(ascii: "e"))
        case 0x490...0x4FF: others[scalar] ?? 0
        default: 0
        }
    }

    /// Letters of Tatar and Bashkir, as the Russian ones that they are like: no standard of passports has them.
    private static let others: [UInt32: UInt32] = {
        let own = [
            ("әӘ", "a"), ("ғҒ", "g"), ("җҖ", "zh"), ("ҙҘ", "z"), ("ҡҠ", "k"), ("ңҢ", "n"), ("өӨ", "o"), ("ҫҪ", "s"),
            ("үҮ", "u"), ("һҺ", "h"),
        ]
        var result: [UInt32: UInt32] = [:]
        for (letters, latin) in own {
            for letter in letters.unicodeScalars { result[letter.value] = packed(latin) }
        }
        return result
    }()

    private static func packed(_ letters: String) -> UInt32 {
        letters.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The letters of а … я in the order of Unicode.
    private static let table: [UInt32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia",
    ].map(packed)
}
