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
        /// Whether it is a name, which no text has as a word.
        var isName = false
        /// The terms that are the word itself; their documents give its rarity.
        var terms: [IndexReader.Term] = []
        var alternatives: [Alternative] = []
        /// How texts write it, where that is not its term: days.
        var writings: [[[UInt8]]] = []
        /// The number that it is a part of, as it was typed, where no text has that as a whole: `01/2807`.
        var partOf: String?
        /// Whether a file that could have the word was not there.
        var isUnread = false
    }

    /// What an alternative is worth, in tenths of the word itself.
    enum Weight {
        static let exact = 10
        static let guess = 8
        static let related = 6
        static let part = 3
        static let doubtful = 1
    }

    static let maximumCharacters = 400
    static let maximumWords = 16
    static let maximumExpansions = 8

    var words: [Word] = []
    /// What the query is made of.
    private(set) var kind = SearchAnswer.Kind.words
    private(set) var remarks: [SearchAnswer.Remark] = []
    /// The quoted phrases: places in `words`, at least two each.
    private(set) var phrases: [[Int]] = []
    let reader: IndexReader
    let asTyped: Set<String>
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
            // Every second piece stands in quotes, the last one only when they are closed.
            let isQuoted = number % 2 == 1 && number < pieces.count - 1
            var place = 0
            while place < runs.count {
                let known = isQuoted ? 0 : addDay(runs[place...])
                if known == 0 { add(run: String(runs[place]), isLast: endsOpen && place == runs.count - 1) }
                place += max(1, known)
            }
            if isQuoted { addPhrase(Array(first..<words.count)) }
        }
        dropDoubtful()
        if scalars.count < text.unicodeScalars.count || words.count > Self.maximumWords {
            remarks.append(.cut(words: min(words.count, Self.maximumWords)))
            words.removeLast(max(0, words.count - Self.maximumWords))
        }
        phrases = phrases.map { $0.filter { $0 < words.count } }.filter { $0.count > 1 }
        addRelated()
        addNames(in: String(scalars))
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

    static func isQuote(_ scalar: Unicode.Scalar) -> Bool { "\"«»“”„".unicodeScalars.contains(scalar) }

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

    mutating func remark(_ remark: SearchAnswer.Remark) {
        if !remarks.contains(remark) { remarks.append(remark) }
    }

    // MARK: Words

    /// A run without spaces: as typed, in the other keyboard layout, misspelt, or ignored; the first that is found.
    private mutating func add(run: String, isLast: Bool) {
        let typed = resolve(run, isLast: isLast)
        let isStrange = KeyboardLayout.hasDoubtfulSigns(run) || typed.contains { !isKnown($0) && !$0.isUnread }
        let isDoubted = isStrange && !asTyped.contains(run)
        if isDoubted, let parted = parted(run, isLast: isLast) {
            words += parted
            return
        }
        if isDoubted,
            let other = swapped(run, isLast: isLast, each: typed.contains(where: isKnown))
        {
            words += other.words
            remark(.layout(typed: run, searched: other.text))
            return
        }
        if KeyboardLayout.readings(of: run).contains(where: { FoldedWords.words(of: $0).isEmpty }) {
            doubtful.formUnion(typed.map(\.text))
        }
        for word in typed { add(word) }
    }

    /// A day: as many runs as it has, 0 where there is none.
    ///
    /// One that no text has is told, and its words are not searched: each of them is of something else.
    private mutating func addDay(_ runs: ArraySlice<Substring.UnicodeScalarView>) -> Int {
        guard let day = Days.read(runs), let run = runs.first, !asTyped.contains(String(run)) else { return 0 }
        let misses = reader.misses
        if var word = exact(day.term) {
            word.writings = Days.writings(of: day.term)
            words.append(word)
        } else if reader.misses == misses {
            let typed = runs.prefix(day.runs).map { String($0) }.joined(separator: " ")
            remark(.noDay(Days.withoutSigns(typed)))
        } else {
            remark(.unread(String(run)))
        }
        return day.runs
    }

    private mutating func add(_ word: Word) {
        if let number = word.partOf { remark(.apart(number)) }
        if isKnown(word) {
            words.append(word)
        } else if word.isUnread {
            remark(.unread(text(word.text)))
        } else {
            let isLiteral = asTyped.contains(text(word.text))
            addMeant(isLiteral ? [] : Correction.terms(for: word.text, reader: reader), for: word)
        }
    }

    /// What a word that is not known may have meant.
    private mutating func addMeant(_ terms: [IndexReader.Term], for word: Word) {
        if terms.isEmpty { remark(.ignored(text(word.text))) } else { words.append(word) }
        for (place, term) in terms.enumerated() {
            let weight = place == 0 ? Weight.guess : Weight.doubtful
            words[words.count - 1].terms.append(term)
            words[words.count - 1].alternatives.append(Alternative(weight: weight, terms: [term]))
            remark(.spelling(typed: text(word.text), searched: text(reader.bytes(of: term))))
        }
    }

    private func isKnown(_ word: Word) -> Bool { !word.terms.isEmpty || hasSynonym(word.text) }

    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Whether a word that the texts lack has a synonym, as an abbreviation has its expansion.
    private func hasSynonym(_ word: [UInt8]) -> Bool { synonym(word) != nil }

    /// The word of a set that a word the texts lack is a form of.
    func synonym(_ word: [UInt8]) -> [UInt8]? {
        Stems.resolve(word.regular) { key in
            let key = Array(key)
            return reader.synonyms(of: key).contains { set in set.contains { $0.terms == [key] } }
        }
    }

    /// The words of a run in the other layout, of which any must be known, or each.
    private func swapped(_ run: String, isLast: Bool, each: Bool) -> (words: [Word], text: String)? {
        for text in KeyboardLayout.readings(of: run) {
            let resolved = resolve(text, isLast: isLast)
            guard resolved.contains(where: isKnown), !each || resolved.allSatisfy(isKnown) else { continue }
            return (resolved.filter(isKnown), text)
        }
        return nil
    }

    /// The words of a run.
    func resolve(_ run: String, isLast: Bool) -> [Word] {
        var chunks: [(whole: [UInt8]?, parts: [[UInt8]], source: Range<Int>)] = []
        var scanner = WordScanner()
        scanner.scan(run) { chunk in
            var parts: [[UInt8]] = []
            chunk.forEachPart { parts.append(Array($0)) }
            chunks.append((chunk.isWord ? Array(chunk.bytes) : nil, parts, chunk.source))
        }
        var words: [Word] = []
        for (number, chunk) in chunks.enumerated() {
            let isOpen = isLast && number == chunks.count - 1 && chunk.source.upperBound == run.utf8.count
            if let years = Self.years(chunk.parts) {
                words += spans(years) + years.map { resolve($0, isRequired: true, isOpen: false) }
                continue
            }
            var compound: Word?
            if let whole = chunk.whole {
                compound = resolve(whole, isRequired: true, isOpen: isOpen)
                compound?.isCompound = true
            }
            let isMark = Self.isMark(chunk.parts)
            if let whole = chunk.whole, compound?.terms.isEmpty ?? false, isMark || Self.isNumber(chunk.parts),
                let other = withOtherSigns(whole)
            {
                compound = other
            }
            let isWhole = compound.map { !$0.terms.isEmpty } ?? false
            var parts: [Word] = []
            for (place, part) in chunk.parts.enumerated() where !FoldedWords.isStopWord(part) {
                let isOpen = isOpen && !isWhole && place == chunk.parts.count - 1
                let word = resolve(part, isRequired: !isWhole, isOpen: isOpen)
                if !isWhole || !word.terms.isEmpty { parts.append(word) }
            }
            let isGone = parts.contains { $0.terms.isEmpty && !$0.isUnread }
            // Where a part of a number is nowhere, the others mean nothing: «03/961» asks for no «03», «Р-138» for no «Р»; and
            // beside a mark that is found its parts are those of others.
            if let compound, (isMark || Self.isNumber(chunk.parts)) && isGone || isMark && isWhole {
                words.append(compound)
            } else {
                // Nor does it stand for them when both are somewhere.
                if let compound, isMark, !isWhole, !compound.isUnread {
                    // The long figures say most: of «01/2807» no other number by «01» is meant.
                    let long = parts.filter { $0.text.count > 2 && Self.isNumber([$0.text]) }
                    if !long.isEmpty { parts = long }
                    let typed = String(decoding: Array(run.utf8)[chunk.source], as: UTF8.self)
                    for place in parts.indices { parts[place].partOf = typed }
                }
                if let compound, isWhole { words.append(compound) }
                words += parts
            }
        }
        return words
    }

    /// A word that must be there as it stands; nothing where no text has it.
    func exact(_ text: [UInt8]) -> Word? {
        reader.term(text).map { term in
            Word(
                text: text, isRequired: true, terms: [term],
                alternatives: [Alternative(weight: Weight.exact, terms: [term])])
        }
    }

    /// Exact or longest prefix; for the word that is being typed all terms that begin so.
    func resolve(_ text: [UInt8], isRequired: Bool, isOpen: Bool) -> Word {
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
        let others = words.indices.filter { place in !words[place].isName && !quoted.contains { $0.contains(place) } }
        let alternatives = others.flatMap { place in
            words[place].alternatives.map { $0.terms.map { reader.bytes(of: $0) } } + words[place].writings
        }
        return phraseTerms(quoted) + alternatives.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The terms of each quoted phrase.
    func phraseTerms(_ phrases: [[Int]]) -> [[[UInt8]]] {
        let terms = phrases.map { phrase in phrase.compactMap { words[$0].terms.first }.map { reader.bytes(of: $0) } }
        return terms.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
