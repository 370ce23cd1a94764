/// The first two characters of a term, or the only one: what a bucket of terms is called.
///
/// A stem is a prefix of its word of two characters or more, or such a prefix without a vowel behind them. So terms of
/// different buckets know nothing of one another, and a bucket's terms depend on its own word forms alone.
struct BucketKey: Hashable, Comparable, Sendable {
    /// The characters' bytes, at most four, the first one highest: in the order of the terms.
    let code: UInt32

    init(code: UInt32) { self.code = code }

    /// The key of a term.
    init(ofTerm term: UnsafeBufferPointer<UInt8>) {
        var code: UInt32 = 0
        let count = Self.length(of: term)
        for offset in 0..<4 { code = code << 8 | (offset < count ? UInt32(term[offset]) : 0) }
        self.code = code
    }

    /// The key of a word form: that of the form which stands for an irregular one.
    init(ofForm form: UnsafeBufferPointer<UInt8>) {
        if let number = WordLists.irregularTable.forms.find(form) {
            self = WordLists.irregularTable.bases[number].withUnsafeBufferPointer { BucketKey(ofTerm: $0) }
        } else {
            self.init(ofTerm: form)
        }
    }

    /// The bytes of the first two characters.
    private static func length(of term: UnsafeBufferPointer<UInt8>) -> Int {
        var length = 0
        for _ in 0..<2 where length < term.count { length += term[length] < 0x80 ? 1 : 2 }
        return min(length, term.count)
    }

    /// The characters as UTF-8.
    var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: code >> UInt32(24 - $0 * 8)) }.filter { $0 != 0 } }

    /// The first character as UTF-8.
    var firstLetter: [UInt8] { Array(bytes.prefix(bytes.first.map { $0 < 0x80 ? 1 : 2 } ?? 0)) }

    /// The second character as UTF-8; nothing where there is none.
    var secondLetter: [UInt8] { Array(bytes.dropFirst(firstLetter.count)) }

    /// Whether both characters are letters of two bytes, as in all words that are corrected.
    var isOfLetters: Bool { code & 0x8080_8080 == 0x8080_8080 }

    static func < (left: BucketKey, right: BucketKey) -> Bool { left.code < right.code }
}
