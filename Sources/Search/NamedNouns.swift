/// Nouns among names whose last letters look like an ending: «Кыштым», «Усть-Катав», «Верхний Уфалей».
///
/// Snowball cuts «-ым», «-ав», «-ей» off and leaves their other cases longer than that: «Кыштыма» has another stem. A name
/// stands in the nominative, so its noun is known to be whole: where it ends with a consonant nothing is an ending, where it
/// ends with «й» behind а, е, у that alone is.
enum NamedNouns {
    /// The stem of the word of a name; nothing where Snowball finds it.
    ///
    /// - Parameters:
    ///   - number: of the word among the parts of the name, which are all in `words`.
    static func stem(_ number: Int, of words: [FacetNaming.Word], _ stemmer: borrowing SnowballStemmer) -> [UInt8]? {
        let word = words[number].text
        guard number == words.count - 1, word.count > Stems.minimumBytes,
            words[..<number].allSatisfy({ $0.chunk == words[number].chunk || isAdjective($0.text) }),
            word.withUnsafeBufferPointer(Stems.isStemmable)
        else { return nil }
        let length = word.count - (endsSoftly(word) ? 2 : 0)
        guard endsSoftly(word) || endsWithConsonant(word),
            word.withUnsafeBufferPointer({ stemmer.stemLength(of: $0) }) < length
        else { return nil }
        return Array(word[..<length])
    }

    /// The genitives of those nouns among the names of facets: words by which an index knows their stems.
    static func genitives(_ facets: [SearchConfiguration.Facet]) -> [[UInt8]] {
        let stemmer = SnowballStemmer()
        var found: Set<[UInt8]> = []
        for name in facets.flatMap(\.values).flatMap(\.spoken) {
            let words = FacetNaming.words(of: name)
            guard let last = words.last, let stem = stem(words.count - 1, of: words, stemmer) else { continue }
            let genitive = stem + Array((endsSoftly(last.text) ? "я" : "а").utf8)
            let parts = words.filter { $0.chunk == last.chunk }.dropLast().map(\.text)
            // A word with a hyphen is a term itself, and so are its parts.
            found.formUnion([genitive, Array((parts + [genitive]).joined(separator: [UInt8(ascii: "-")]))])
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func letters(_ text: String) -> Set<[UInt8]> { Set(text.map { Array(String($0).utf8) }) }
    private static let consonants = letters("бвгджзклмнпрстфхцчшщ")
    private static let softEnds = ["ай", "ей", "уй"].map { Array($0.utf8) }
    private static let adjectiveEnds = ["ий", "ый", "ой", "ая", "ое", "ые", "ие"].map { Array($0.utf8) }

    private static func endsWithConsonant(_ word: [UInt8]) -> Bool { consonants.contains(Array(word.suffix(2))) }
    private static func endsSoftly(_ word: [UInt8]) -> Bool { softEnds.contains(Array(word.suffix(4))) }
    private static func isAdjective(_ word: [UInt8]) -> Bool { adjectiveEnds.contains(Array(word.suffix(4))) }
}
