/// A query as it is searched: its words, each with the terms that stand for it.
struct Query {
    /// Terms that must all be in a document to count as the word, and what they then are worth.
    struct Alternative: Equatable {
        let weight: Int
        let terms: [IndexReader.Term]
    }

    /// A word of the query.
    struct Word {
        /// The folded word.
        let text: [UInt8]
        /// Whether a document without it covers less of the query; the parts of a compound found whole are not.
        let isRequired: Bool
        /// Whether it is joined of parts, which are words of their own beside it.
        var isCompound = false
        /// The terms that are the word itself; their documents give its rarity.
        var terms: [IndexReader.Term] = []
        var alternatives: [Alternative] = []
        /// Whether a file that could have the word was not there.
        var isUnread = false
    }

    /// What an alternative is worth, in tenths of the word itself.
    enum Weight {
        static let exact = 10
        static let guess = 8
        static let related = 6
        static let part = 3
    }

    static let maximumCharacters = 400
    static let maximumWords = 16
    static let maximumExpansions = 8

    private(set) var words: [Word] = []
    /// What the query is made of.
    private(set) var kind = SearchAnswer.Kind.words
    private(set) var remarks: [SearchAnswer.Remark] = []
    /// The quoted phrases: places in `words`, at least two each.
    private(set) var phrases: [[Int]] = []
    private let reader: IndexReader
    private let asTyped: Set<String>
    /// Words typed in Latin letters that are stop words in the other layout.
    private var doubtful: Set<[UInt8]> = []

    init(_ text: String, reader: IndexReader, asTyped: Set<String> = []) {
        self.reader = reader
        self.asTyped = asTyped
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.prefix(Self.maximumCharacters))
        let quotesAreLetters = quotesAreLetters(scalars)
        let pieces = scalars.split(omittingEmptySubsequences: false) {
            Self.isQuote($0) && !($0 == "\"" && quotesAreLetters)
        }
        for (number, piece) in pieces.enumerated() {
            let first = words.count
            let runs = piece.split { Self.isSpace($0) }
            let endsOpen = number == pieces.count - 1 && piece.last.map { !Self.isSpace($0) } ?? false
            for (place, run) in runs.enumerated() {
                add(run: String(run), isLast: endsOpen && place == runs.count - 1)
            }
            // Every second piece stands in quotes, the last one only when they are closed.
            if number % 2 == 1, number < pieces.count - 1 { addPhrase(Array(first..<words.count)) }
        }
        dropDoubtful()
        if scalars.count < text.unicodeScalars.count || words.count > Self.maximumWords {
            remarks.append(.cut(words: min(words.count, Self.maximumWords)))
            words.removeLast(max(0, words.count - Self.maximumWords))
        }
        phrases = phrases.map { $0.filter { $0 < words.count } }.filter { $0.count > 1 }
        addRelated()
        if words.isEmpty, remarks.isEmpty {
            kind = FoldedWords.wholes(of: String(scalars)).isEmpty ? .wordless : .common
        }
    }

    /// The terms of the words that must be there, each by its first one; nil when a word has none.
    var names: [[UInt8]]? {
        let terms = words.filter(\.isRequired).map(\.terms.first)
        return terms.contains(nil) ? nil : terms.compactMap { $0.map { reader.bytes(of: $0) } }
    }

    /// Whether straight quotes are the letter Э of the other layout: «"rjkjubz» is «Экология».
    private func quotesAreLetters(_ text: String.UnicodeScalarView) -> Bool {
        guard KeyboardLayout.swapped(String(text)) != nil else { return false }
        return text.split { Self.isSpace($0) }.contains { run in
            guard run.contains("\""), let swapped = KeyboardLayout.swapped(String(run)) else { return false }
            let words = resolve(swapped, isLast: false)
            return !words.isEmpty && words.allSatisfy(isKnown)
        }
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { "\"«»“”„".unicodeScalars.contains(scalar) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9...13, 32, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }

    /// The words of a phrase one after the other: a compound is there in its parts.
    private mutating func addPhrase(_ places: [Int]) {
        phrases.append(places.filter { !words[$0].isCompound })
    }

    /// Where other words were typed in the other layout, its stop words were meant too: «d irjkt» is «в школе».
    private mutating func dropDoubtful() {
        let isOther = remarks.contains { if case .layout = $0 { true } else { false } }
        guard isOther, !doubtful.isEmpty else { return }
        let kept = words.indices.filter { !doubtful.contains(words[$0].text) }
        phrases = phrases.map { $0.compactMap { kept.firstIndex(of: $0) } }
        words = kept.map { words[$0] }
        remarks.removeAll { remark in
            if case .ignored(let word) = remark { doubtful.contains(Array(word.utf8)) } else { false }
        }
    }

    private mutating func remark(_ remark: SearchAnswer.Remark) {
        if !remarks.contains(remark) { remarks.append(remark) }
    }

    // MARK: Words

    /// A run without spaces: as typed, in the other keyboard layout, misspelt, or ignored; the first that is found.
    private mutating func add(run: String, isLast: Bool) {
        let typed = resolve(run, isLast: isLast)
        let isDoubted = typed.contains { !isKnown($0) && !$0.isUnread }
        if isDoubted, !asTyped.contains(run),
            let other = swapped(run, isLast: isLast, each: typed.contains(where: isKnown))
        {
            words += other.words
            remark(.layout(typed: run, searched: other.text))
            return
        }
        if KeyboardLayout.swapped(run).map({ FoldedWords.isStopWord(Array($0.utf8)) }) ?? false {
            doubtful.formUnion(typed.map(\.text))
        }
        for word in typed { add(word) }
    }

    private mutating func add(_ word: Word) {
        if isKnown(word) {
            words.append(word)
        } else if word.isUnread {
            remark(.unread(text(word.text)))
        } else if !asTyped.contains(text(word.text)), let term = corrected(word.text) {
            var word = word
            word.terms = [term]
            word.alternatives = [Alternative(weight: Weight.guess, terms: [term])]
            words.append(word)
            remark(.spelling(typed: text(word.text), searched: text(reader.bytes(of: term))))
        } else {
            remark(.ignored(text(word.text)))
        }
    }

    private func isKnown(_ word: Word) -> Bool { !word.terms.isEmpty || hasSynonym(word.text) }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Whether a word that the texts lack has a synonym, as an abbreviation has its expansion.
    private func hasSynonym(_ word: [UInt8]) -> Bool { synonym(word) != nil }

    /// The word of a set that a word the texts lack is a form of.
    private func synonym(_ word: [UInt8]) -> [UInt8]? {
        Stems.resolve(word.regular) { key in
            let key = Array(key)
            return reader.synonyms(of: key).contains { set in set.contains { $0.terms == [key] } }
        }
    }

    /// The words of a run in the other layout, of which any must be known, or each.
    private func swapped(_ run: String, isLast: Bool, each: Bool) -> (words: [Word], text: String)? {
        var trimmed = run[...]
        while let last = trimmed.unicodeScalars.last, ",.;:".unicodeScalars.contains(last) {
            trimmed.unicodeScalars.removeLast()
        }
        for candidate in run == trimmed ? [run] : [run, String(trimmed)] {
            guard let text = KeyboardLayout.swapped(candidate) else { continue }
            let resolved = resolve(text, isLast: isLast)
            let isFound = each ? !resolved.isEmpty && resolved.allSatisfy(isKnown) : resolved.contains(where: isKnown)
            if isFound { return (resolved.filter { !$0.terms.isEmpty }, text) }
        }
        return nil
    }

    /// The words of a run.
    private func resolve(_ run: String, isLast: Bool) -> [Word] {
        var chunks: [(whole: [UInt8]?, parts: [[UInt8]], end: Int)] = []
        var scanner = WordScanner()
        scanner.scan(run) { chunk in
            var parts: [[UInt8]] = []
            chunk.forEachPart { parts.append(Array($0)) }
            chunks.append((chunk.isWord ? Array(chunk.bytes) : nil, parts, chunk.source.upperBound))
        }
        var words: [Word] = []
        for (number, chunk) in chunks.enumerated() {
            let isOpen = isLast && number == chunks.count - 1 && chunk.end == run.utf8.count
            var isWhole = false
            if let whole = chunk.whole {
                var word = resolve(whole, isRequired: true, isOpen: isOpen)
                word.isCompound = true
                isWhole = !word.terms.isEmpty
                if isWhole { words.append(word) }
            }
            for (place, part) in chunk.parts.enumerated() where !FoldedWords.isStopWord(part) {
                let isOpen = isOpen && !isWhole && place == chunk.parts.count - 1
                let word = resolve(part, isRequired: !isWhole, isOpen: isOpen)
                if !isWhole || !word.terms.isEmpty { words.append(word) }
            }
        }
        return words
    }

    /// Exact or longest prefix; for the word that is being typed all terms that begin so.
    private func resolve(_ text: [UInt8], isRequired: Bool, isOpen: Bool) -> Word {
        var word = Word(text: text, isRequired: isRequired)
        let misses = reader.misses
        let exactWeight = isRequired ? Weight.exact : Weight.part
        if let stem = Stems.resolve(text.regular, isAttested: { reader.term($0) != nil }), let term = reader.term(stem)
        {
            word.terms = [term]
            word.alternatives = [Alternative(weight: exactWeight, terms: [term])]
            if isOpen, text.count >= 10 { addLonger(text, to: &word) }
        } else if isOpen, text.count >= 2 {
            word.terms = commonest(reader.terms(beginning: text))
            word.alternatives = word.terms.map { Alternative(weight: Weight.guess, terms: [$0]) }
        }
        word.isUnread = reader.misses > misses
        return word
    }

    /// «оценив» is a form of a word and may be the beginning of another.
    private func addLonger(_ text: [UInt8], to word: inout Word) {
        for term in commonest(reader.terms(beginning: text)) where !word.terms.contains(term) {
            if reader.bytes(of: term).count <= text.count + 6 {
                word.alternatives.append(Alternative(weight: Weight.part, terms: [term]))
            }
        }
    }

    private func commonest(_ terms: [IndexReader.Term]) -> [IndexReader.Term] {
        let frequencies = terms.map { reader.documentFrequency(of: $0) }
        let order = terms.indices.sorted { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
        return order.prefix(Self.maximumExpansions).map { terms[$0] }
    }

    // MARK: Marks

    /// What is marked in a text: quoted phrases that were found; of a word and what was searched for it, words alone
    /// and phrases as they stand.
    func marked(withPhrases: Bool) -> [[[UInt8]]] {
        let quoted = withPhrases ? phrases : []
        let others = words.indices.filter { place in !quoted.contains { $0.contains(place) } }
        let alternatives = others.flatMap { words[$0].alternatives }.map { $0.terms.map { reader.bytes(of: $0) } }
        return phraseTerms(quoted) + alternatives.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The terms of each quoted phrase.
    func phraseTerms(_ phrases: [[Int]]) -> [[[UInt8]]] {
        let terms = phrases.map { phrase in phrase.compactMap { words[$0].terms.first }.map { reader.bytes(of: $0) } }
        return terms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    // MARK: Spelling

    /// The nearest word, of equally near ones the commonest: among those with the same first letter; where none is but
    /// a mistake away, among those that begin with the second one, with a key beside the first one, with any other.
    private func corrected(_ text: [UInt8]) -> IndexReader.Term? {
        let word = Array(String(decoding: text, as: UTF8.self).utf16)
        guard word.count >= Spelling.minimumLetters, text.withUnsafeBufferPointer(Stems.isStemmable) else { return nil }
        let stages = [
            [word[0]], [word[1]], KeyboardLayout.neighbours(of: word[0]),
            reader.spellingLetters.compactMap { String(decoding: $0, as: UTF8.self).utf16.first },
        ]
        var tried: Set<UInt16> = []
        var best: Near?
        for (stage, letters) in stages.enumerated() {
            if let best, best.distance < 2 { break }
            for letter in letters where tried.insert(letter).inserted {
                guard let other = nearest(to: word, beginning: letter) else { continue }
                let isCommoner = stage > 1 && other.distance < 2 && other.step > best?.step ?? 0
                if other.distance < best?.distance ?? 3 || other.distance == best?.distance && isCommoner {
                    best = other
                }
            }
        }
        return best.flatMap { reader.term($0.word) }
    }

    /// A word, how far it is, a digit that is the greater the commoner it is.
    private typealias Near = (word: [UInt8], distance: Int, step: UInt8)

    private func nearest(to word: [UInt16], beginning letter: UInt16) -> Near? {
        let limit = Spelling.allowance(letters: word.count)
        let known = Spelling.letterSet(word)
        let first = Array(String(decoding: [letter], as: UTF16.self).utf8)
        var best: Near?
        for (candidate, letters, step) in reader.words(beginning: first) {
            // A mistake brings in one other letter at most: this rules out most words without a table.
            guard (Spelling.letterSet(letters) & ~known).nonzeroBitCount <= limit,
                let distance = Spelling.distance(
                    term: letters, word: word, limit: limit, isEnding: Self.isEnding, isNearEnding: Self.isNearEnding)
            else { continue }
            if let best, (best.distance, -Int(best.step)) <= (distance, -Int(step)) { continue }
            best = (candidate, distance, step)
        }
        return best
    }

    private static let endings = (0..<Endings.all.count).map { ending in
        Array(String(decoding: Endings.all[ending], as: UTF8.self).utf16)
    }

    /// Whether an ending is at most one mistake away.
    static func isNearEnding(_ letters: ArraySlice<UInt16>) -> Bool {
        letters.count < 10 && endings.contains { Spelling.isNear(letters, $0) }
    }

    private static func isEnding(_ letters: ArraySlice<UInt16>) -> Bool {
        Endings.all.find(Array(String(decoding: letters, as: UTF16.self).utf8)) != nil
    }

    // MARK: Abbreviations and synonyms

    /// Where neighbouring words are a phrase of a set, in any order, each of them may be any other phrase of it too.
    private mutating func addRelated() {
        let own = words.map { word in word.terms.first.map { reader.bytes(of: $0) } ?? synonym(word.text) ?? word.text }
        let required = words.indices.filter { words[$0].isRequired }
        for (place, number) in required.enumerated() {
            for set in reader.synonyms(of: own[number]) {
                for phrase in set where phrase.terms[0] == own[number] && phrase.terms.count <= required.count {
                    let count = phrase.terms.count
                    for start in max(0, place - count + 1)...max(0, min(place, required.count - count)) {
                        let places = required[start..<start + count]
                        guard places.allSatisfy({ phrase.terms.contains(own[$0]) }),
                            phrase.terms.allSatisfy({ term in places.contains { own[$0] == term } })
                        else { continue }
                        addRelated(set.filter { $0.terms != phrase.terms }, to: places)
                    }
                }
            }
        }
    }

    private mutating func addRelated(_ phrases: [Phrase], to places: ArraySlice<Int>) {
        let typed = places.map { text(words[$0].text) }.joined(separator: " ")
        if asTyped.contains(typed) { return }
        var added: [String] = []
        for phrase in phrases {
            let terms = phrase.terms.compactMap { reader.term($0) }
            guard terms.count == phrase.terms.count else { continue }
            for place in places { words[place].alternatives.append(Alternative(weight: Weight.related, terms: terms)) }
            added.append(phrase.text)
        }
        if !added.isEmpty { remark(.related(typed: typed, searched: added)) }
    }
}
