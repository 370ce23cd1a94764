/// Sorted terms as one text, front-coded: `0школ 4ьн 2ы` is школ, школьн, шкы.
///
/// Terms are parted by spaces. The first sign says how many characters are those of the term before, as a number above
/// `0` (`:` is ten), at most fourteen; the rest follows. The whole is then exchanged (`LetterExchange`), which leaves
/// these signs as they are.
enum FrontCoding {
    static let maximumCommon = 14

    static func encode(_ terms: some Sequence<[UInt8]>) -> [UInt8] {
        var coded: [UInt8] = []
        var previous: [UInt8] = []
        for term in terms {
            if !coded.isEmpty { coded.append(0x20) }
            let (common, characters) = commonPrefix(term[...], previous[...])
            coded.append(0x30 + UInt8(characters))
            coded += term.dropFirst(common)
            previous = term
        }
        return LetterExchange.exchanged(coded)
    }

    /// The terms of a list, or nil when it isn't one.
    static func decode(_ text: [UInt8]) -> [[UInt8]]? {
        guard !text.isEmpty else { return [] }
        var terms: [[UInt8]] = []
        for entry in LetterExchange.exchanged(text).split(separator: 0x20, omittingEmptySubsequences: false) {
            guard let sign = entry.first, 0x30...0x30 + UInt8(maximumCommon) ~= sign else { return nil }
            let previous = terms.last ?? []
            var bytes = 0
            for _ in 0x30..<sign {
                guard bytes < previous.count else { return nil }
                bytes += previous[bytes] < 0x80 ? 1 : 2
            }
            guard bytes <= previous.count else { return nil }
            terms.append(Array(previous[..<bytes]) + entry.dropFirst())
        }
        return terms
    }

    /// The length of the common prefix of two terms, in bytes and in characters, as far as it is coded.
    static func commonPrefix(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> (bytes: Int, characters: Int) {
        var equal = 0
        for (a, b) in zip(left, right) {
            if a != b { break }
            equal += 1
        }
        var bytes = 0
        var characters = 0
        while bytes < equal, characters < maximumCommon {
            let width = left[left.startIndex + bytes] < 0x80 ? 1 : 2
            guard bytes + width <= equal else { break }
            bytes += width
            characters += 1
        }
        return (bytes, characters)
    }
}
