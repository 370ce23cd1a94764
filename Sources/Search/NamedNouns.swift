/// Nouns among names whose last letters look like an ending: «Кыштым», «Усть-Катав», «Верхний Уфалей».
///
/// Snowball cuts «-ым», «-ав», «-ей» off and leaves their other cases longer than that: «Кыштыма» has another stem. A name
/// stands in the nominative, so its noun is known to be whole: where it ends with a consonant nothing is an ending, where it
/// ends with «й» behind а, е, у that alone is.
enum NamedNouns {
    /// The stem of the last word of a name, given by its parts; nothing where Snowball finds it.
    static func stem(ofLast words: [FacetNaming.Word], _ stemmer: borrowing SnowballStemmer) -> [UInt8]? {
        guard let last = words.last, last.text.count > Stems.minimumBytes,
            words.allSatisfy({ $0.chunk == last.chunk || isAdjective($0.text) }),
            last.text.withUnsafeBufferPointer(Stems.isStemmable),
            endsSoftly(last.text) || endsWithConsonant(last.text)
        else { return nil }
        let length = last.text.count - (endsSoftly(last.text) ? 2 : 0)
        guard last.text.withUnsafeBufferPointer({ stemmer.stemLength(of: $0) }) < length else { return nil }
        return Array(last.text[..<length])
    }

    /// The genitives of those nouns among the names of facets: words by which an index knows their stems.
    static func genitives(_ facets: [SearchConfiguration.Facet]) -> [[UInt8]] {
        let stemmer = SnowballStemmer()
        var found: Set<[UInt8]> = []
        for name in facets.flatMap(\.values).flatMap(\.spoken) {
            let words = FacetNaming.words(of: name)
            guard let last = words.last, let stem = stem(ofLast: words, stemmer) else { continue }
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
