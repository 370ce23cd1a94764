/// Gives each word form of a bucket its term.
///
/// Snowball gives a first stem; it is then mended by what else is attested: a verb's stem goes to its noun's
/// (работа- → работ), three passes prefer the longest attested stem that leaves an ending of at most three letters
/// (опыт, not оп), stems with a fleeting vowel go to those without (уровен → уровн). At last each form is resolved
/// exactly as the client resolves a query's word, so the two agree on every word of the texts by construction.
///
/// The result depends on the set of forms only, not on their order. Time is linear in the number of forms.
struct StemAssignment {
    /// The terms, in no particular order.
    private(set) var terms = WordTable()
    /// For each form, its term.
    private(set) var termOfForm: [Int] = []

    private let forms: WordTable
    private let fixed: WordTable
    private let endings = Endings.all
    private var lengths: [Int]

    /// - Parameters:
    ///   - forms: all word forms of the bucket.
    ///   - fixed: forms that are their own stems: abbreviations.
    ///   - bases: words that stand for irregular forms, or by which others have their stems, be they in the texts or not.
    init(forms: WordTable, fixed: WordTable, bases: [[UInt8]]) {
        var forms = forms
        let count = forms.count
        for base in bases { base.withUnsafeBufferPointer { _ = forms.intern($0) } }
        self.forms = forms
        self.fixed = fixed
        lengths = Self.snowballLengths(forms, fixed: fixed)
        shortenVerbs()
        for _ in 0..<3 { preferLongestAttested() }
        assignTerms(count: count)
    }

    private static func snowballLengths(_ forms: WordTable, fixed: WordTable) -> [Int] {
        let stemmer = SnowballStemmer()
        return (0..<forms.count).map { form in
            forms.withBytes(of: form) { word in
                if fixed.find(word) == nil, Stems.hasShortStem(word),
                    word.count == Stems.minimumBytes || stemmer.stemLength(of: word) <= 4
                {
                    return 4
                }
                guard word.count > Stems.minimumBytes, Stems.isStemmable(word), fixed.find(word) == nil else {
                    return word.count
                }
                let length = withDoubledN(word, stemmer.stemLength(of: word))
                return length < Stems.minimumBytes ? word.count : length
            }
        }
    }

    /// Snowball takes the second н of электронн-; with it the adjective's endings remain.
    private static func withDoubledN(_ word: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int {
        guard length >= 2, length + 2 <= word.count else { return length }
        let letters = UnsafeBufferPointer(rebasing: word[(length - 2)..<(length + 2)])
        return letters.elementsEqual([0xD0, 0xBD, 0xD0, 0xBD]) ? length + 2 : length
    }

    /// The stems that forms have now.
    private func attestedStems() -> WordTable {
        var stems = WordTable(minimumCapacity: forms.count / 2)
        for form in 0..<forms.count {
            forms.withBytes(of: form) { _ = stems.intern(UnsafeBufferPointer(rebasing: $0[..<lengths[form]])) }
        }
        return stems
    }

    /// работа(ть) → работ when that is attested, for all forms of a stem of which one is a verb's.
    private mutating func shortenVerbs() {
        let stems = attestedStems()
        var isVerbal = [Bool](repeating: false, count: stems.count)
        var shorter: [Int?] = []
        for form in 0..<forms.count {
            forms.withBytes(of: form) { word in
                let length = lengths[form]
                shorter.append(Self.lengthWithoutVowel(of: word, stem: length, in: stems))
                if shorter[form] != nil, Self.isVerbal(word[length...]),
                    let stem = stems.find(UnsafeBufferPointer(rebasing: word[..<length]))
                {
                    isVerbal[stem] = true
                }
            }
        }
        for form in 0..<forms.count {
            guard let length = shorter[form] else { continue }
            let stem = forms.withBytes(of: form) {
                stems.find(UnsafeBufferPointer(rebasing: $0[..<lengths[form]]))
            }
            if let stem, isVerbal[stem] { lengths[form] = length }
        }
    }

    /// The length of a stem in -а, -я without that vowel, when the shorter stem is attested.
    private static func lengthWithoutVowel(
        of word: UnsafeBufferPointer<UInt8>, stem length: Int, in stems: WordTable
    ) -> Int? {
        let shorter = length - 2
        guard shorter >= Stems.minimumBytes else { return nil }
        let last = (word[shorter], word[shorter + 1])
        guard last == (0xD0, 0xB0) || last == (0xD1, 0x8F) else { return nil }
        return stems.find(UnsafeBufferPointer(rebasing: word[..<shorter])) == nil ? nil : shorter
    }

    private static let verbalBeginnings = Endings.words(of: "т л н в ющ ют ет").map { Array($0.utf8) }

    private static func isVerbal(_ ending: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        verbalBeginnings.contains { ending.starts(with: $0) }
    }

    private mutating func preferLongestAttested() {
        let stems = attestedStems()
        for form in 0..<forms.count {
            lengths[form] = forms.withBytes(of: form) { word in
                guard Stems.isStemmable(word), fixed.find(word) == nil else { return word.count }
                if let noun = Stems.genitiveLength(of: word),
                    stems.find(UnsafeBufferPointer(rebasing: word[..<noun])) != nil
                {
                    return noun
                }
                for length in stride(from: word.count, through: max(Stems.minimumBytes, word.count - 6), by: -2)
                where stems.find(UnsafeBufferPointer(rebasing: word[..<length])) != nil
                    && Endings.contains(UnsafeBufferPointer(rebasing: word[length...]), in: endings)
                {
                    return length
                }
                return lengths[form]
            }
        }
    }

    /// Attested stems without those that have an attested sister lacking the fleeting vowel.
    private func stemsWithoutAliases() -> WordTable {
        let stems = attestedStems()
        var kept = WordTable(minimumCapacity: stems.count)
        for stem in 0..<stems.count {
            stems.withBytes(of: stem) { bytes in
                let isAlias =
                    Stems.isStemmable(bytes) && fixed.find(bytes) == nil && WordLists.firmStems.find(bytes) == nil
                    && Stems.aliases(of: bytes).contains { stems.find($0) != nil }
                if !isAlias { _ = kept.intern(bytes) }
            }
        }
        return kept
    }

    private mutating func assignTerms(count: Int) {
        var stems = stemsWithoutAliases()
        // A form that no stem reaches becomes a stem itself, which may draw other forms: until nothing changes.
        while true {
            let unreached = (0..<forms.count).filter { form in
                forms.withBytes(of: form) { word in
                    Stems.resolve(word, endings: endings, isAttested: { stems.find($0) != nil }) == nil
                }
            }
            if unreached.isEmpty { break }
            for form in unreached { forms.withBytes(of: form) { _ = stems.intern($0) } }
        }
        termOfForm.reserveCapacity(count)
        for form in 0..<count { termOfForm.append(internTerm(of: form, stems: stems)) }
    }

    private mutating func internTerm(of form: Int, stems: WordTable) -> Int {
        let base = WordLists.irregularForms[Array(forms[form])].flatMap { forms.find($0) } ?? form
        return forms.withBytes(of: base) { word in
            switch Stems.resolve(word, endings: endings, isAttested: { stems.find($0) != nil }) {
            case .prefix(let length): terms.intern(UnsafeBufferPointer(rebasing: word[..<length]))
            case .alias(let stem): stem.withUnsafeBufferPointer { terms.intern($0) }
            case nil: preconditionFailure("a form without a stem")
            }
        }
    }
}
