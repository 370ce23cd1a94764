import Languages

/// Words in which letters of the other alphabet stand for their twins: «пoдмена» with a Latin o.
///
/// A part in Latin and Cyrillic letters becomes Cyrillic when all its Latin letters have a twin, else Latin when all its
/// Cyrillic ones have; else it stays. The browser's client does the same.
enum MixedAlphabets {
    /// The alphabets that occur in a chunk.
    struct Set: OptionSet {
        let rawValue: UInt8
        static let latin = Set(rawValue: 1)
        static let cyrillic = Set(rawValue: 2)
        static let both: Set = [.latin, .cyrillic]
    }

    /// Unmixes each part of a chunk in place; parts end at `ends`, a connector follows.
    @inline(never)
    static func unmix(_ bytes: inout [UInt8], _ ends: inout [Int]) {
        var result: [UInt8] = []
        var start = 0
        for place in ends.indices {
            if start > 0 { result.append(bytes[start - 1]) }
            result += unmixed(bytes[start..<ends[place]])
            start = ends[place] + 1
            ends[place] = result.count
        }
        bytes = result
    }

    private static func unmixed(_ part: ArraySlice<UInt8>) -> [UInt8] {
        let letters = Array(String(decoding: part, as: UTF8.self).unicodeScalars)
        let latin = letters.filter { "a"..."z" ~= $0 }
        let cyrillic = letters.filter { "а"..."я" ~= $0 }
        if latin.isEmpty || cyrillic.isEmpty { return Array(part) }
        if latin.allSatisfy({ LookAlikes.cyrillic($0) != nil }) { return exchanged(letters, LookAlikes.cyrillic) }
        if cyrillic.allSatisfy({ LookAlikes.latin($0) != nil }) { return exchanged(letters, LookAlikes.latin) }
        return Array(part)
    }

    private static func exchanged(
        _ letters: [Unicode.Scalar], _ twin: (Unicode.Scalar) -> Unicode.Scalar?
    ) -> [UInt8] {
        Array(String(String.UnicodeScalarView(letters.map { twin($0) ?? $0 })).utf8)
    }
}
