/// The endings of Russian words: the static list by which a word finds its stem without a stemmer.
///
/// A stem is a prefix of its word; what remains must stand here. The list is written as classes and their
/// combinations, the same in the browser's client; it doesn't depend on the site's texts.
enum Endings {
    /// Nouns.
    static let nouns = """
        а я о е у ю ы и ь й ам ям ом ем ой ей ою ею ов ев ах ях ами ями ию ия ие ии ий ью ья ье ьи ьям ьях ьями ьев ьем \
        ьей иям иях иями ием ией иев еи ьми ости ость остью остей остям остями остях ост
        """
    /// Adjectives; participles and superlatives end so too.
    static let adjectives = """
        ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ою ею ых их ыми ими ей
        """
    /// What stands between a stem and an adjective's ending.
    static let middles = """
        ейш айш ем им ом нн вш ющ ущ ащ ящ щ ивш ывш авш явш евш ующ ающ яющ еющ енн анн янн аем яем уем
        """
    /// Verbs, with and without ся, сь.
    static let verbs = """
        ть л ла ло ли ет ит ут ют ат ят ешь ишь ете ите ем им у ю й йте в вши н на но ны нно а я ти \
        ив ивши уй уйте ует уют уем уя ую
        """
    /// What follows а, я, е, и, у, ы at the end of a verb's stem.
    static let afterVowel = "ть л ла ло ли"
    /// What else follows а, я, е there.
    static let afterOpenVowel = "ет ют ешь ете ем й йте в вши н на но ны"

    /// Which vowels end a verb's stem, and which of them are open.
    static let vowels = "аяеиуы"
    static let openVowels = "аяе"
    /// What follows a stem of two letters: «Аша», «Аши».
    static let shortest = "а я о е у ю ы и ь ой ей ою ею ам ям ах ях ами ями ом ем ью"

    /// Every ending, each once.
    static let all: WordTable = {
        var words: [String] = [nouns, adjectives].flatMap(words(of:))
        for middle in Self.words(of: middles) {
            words.append(middle + "о")
            for ending in Self.words(of: adjectives) {
                words.append(middle + ending)
                words.append(middle + ending + "ся")
            }
        }
        var verbs = Self.words(of: Self.verbs)
        for vowel in vowels { verbs += Self.words(of: afterVowel).map { "\(vowel)\($0)" } }
        for vowel in openVowels { verbs += Self.words(of: afterOpenVowel).map { "\(vowel)\($0)" } }
        for verb in verbs { words += [verb, verb + "ся", verb + "сь"] }
        return WordTable(words.map { Array($0.utf8) })
    }()

    /// The most letters of an ending.
    static let maximumLetters = 8

    /// The words of a list written with spaces.
    static func words(of list: String) -> [String] { list.split(separator: " ").map(String.init) }

    /// Whether a remainder is nothing or an ending.
    @inline(__always)
    static func contains(_ remainder: UnsafeBufferPointer<UInt8>, in table: WordTable) -> Bool {
        remainder.isEmpty || table.find(remainder) != nil
    }
}
