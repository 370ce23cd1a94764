/// How queries name values of facets: «наставничество в Аше», «практики по воспитанию», «приказы 2023 года».
///
/// A name is known by the stems of its words, one behind the other, in any form. A longer name is meant rather than a shorter
/// one within it: «Троицкий район» and no town. The browser's client does exactly the same (`search-late.js`).
enum FacetNaming {
    /// A value of a facet, by their places.
    struct Condition: Equatable {
        let facet: Int
        let value: Int
    }

    /// Values that some words of a query name.
    struct Match: Equatable {
        /// One, or all that the query names.
        let conditions: [Condition]
        /// The query without these words and the prepositions before them.
        let rest: String
    }

    /// So many are offered at most.
    static let most = 2
    /// Words beside a name that belong to it: «города Миасса», «2023 года», «Ашинского района», «направление Знание»; by
    /// themselves they ask for nothing.
    static let besideNames = ["город", "год", "г", "район", "направлен"]

    /// The stems of each name as they stand in a facet column: stems of a name parted by spaces, names by «|».
    static func encoded(_ names: [String], _ stemmer: borrowing SnowballStemmer) -> String {
        var forms: [String] = []
        for name in names {
            let words = words(of: name)
            var stems = words.map(\.text).map { word in
                word.withUnsafeBufferPointer { bytes in
                    Stems.isStemmable(bytes) ? Array(bytes[..<stemmer.stemLength(of: bytes)]) : word
                }
            }
            if let noun = NamedNouns.stem(ofLast: words, stemmer) { stems[stems.count - 1] = noun }
            if stems.allSatisfy(FoldedWords.isStopWord) { continue }
            let form = stems.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            if !forms.contains(form) { forms.append(form) }
        }
        return forms.joined(separator: "|")
    }

    static func decoded(_ text: String) -> [[[UInt8]]] {
        text.split(separator: "|").map { $0.split(separator: " ").map { Array($0.utf8) } }
    }

    /// What a query names: all values together, where several facets have one, then each by itself; nothing where a phrase is
    /// quoted in it, or where nothing else is asked.
    ///
    /// O(words × stems of the facets).
    /// - Parameter forms: for each facet and value its names as ``decoded(_:)``.
    static func matches(in query: String, _ forms: [[[[[UInt8]]]]]) -> [Match] {
        if query.unicodeScalars.contains(where: Query.isQuote) { return [] }
        let words = words(of: query)
        var found: [(condition: Condition, chunks: ClosedRange<Int>)] = []
        for (facet, values) in forms.enumerated() {
            for (value, names) in values.enumerated() {
                let runs = names.flatMap { name in words.indices.compactMap { run(of: name, at: $0, in: words) } }
                guard let longest = runs.max(by: { $0.count < $1.count }) else { continue }
                found.append((Condition(facet: facet, value: value), longest))
            }
        }
        let longest = found.filter { match in
            !found.contains { $0.chunks.count > match.chunks.count && $0.chunks.overlaps(match.chunks) }
        }
        let single = longest.compactMap { match in
            // «профориентация Копейск» asks for a direction in a town, and for no town in a direction.
            let later = longest.filter { $0.condition.facet > match.condition.facet }.map(\.chunks)
            let rest = rest(of: query, words, without: [match.chunks]) { chunk in !later.contains { $0.contains(chunk) }
            }
            return rest.map { Match(conditions: [match.condition], rest: $0) }
        }
        // Namesakes are not meant together.
        let areApart =
            Set(longest.map(\.condition.facet)).count == longest.count
            && Set(longest.flatMap(\.chunks)).count == longest.reduce(0) { $0 + $1.chunks.count }
        guard longest.count > 1, areApart,
            let rest = rest(of: query, words, without: longest.map(\.chunks), asking: { _ in true })
        else { return single }
        return [Match(conditions: longest.map(\.condition), rest: rest)] + single
    }

    /// A part of a word, folded.
    struct Word {
        let text: [UInt8]
        /// Which chunk it is of, and where that stands in the bytes of the text.
        let chunk: Int
        let source: Range<Int>
        /// Whether it goes on with figures, as the year of «28.06.2023» does.
        let goesOn: Bool
    }

    /// The words of a text or name, parted at hyphens.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var chunk = 0
        let bytes = Array(text.utf8)
        var scanner = WordScanner()
        scanner.scan(text) { found in
            let source = found.source
            let goesOn =
                source.lowerBound > 1 && Query.isDigit(bytes[source.lowerBound - 2])
                && bytes[source.lowerBound - 1] == 0x2E
            found.forEachPart { words.append(Word(text: Array($0), chunk: chunk, source: source, goesOn: goesOn)) }
            chunk += 1
        }
        return words
    }

    /// The chunks that are a name; nothing where a chunk is only partly of it.
    private static func run(of name: [[UInt8]], at start: Int, in words: [Word]) -> ClosedRange<Int>? {
        let end = start + name.count
        guard end <= words.count, !words[start].goesOn, start == 0 || words[start - 1].chunk < words[start].chunk,
            end == words.count || words[end - 1].chunk < words[end].chunk,
            zip(words[start..<end], name).allSatisfy({ isForm($0.text, of: $1) })
        else { return nil }
        return words[start].chunk...words[end - 1].chunk
    }

    private static func isForm(_ word: [UInt8], of stem: [UInt8]) -> Bool {
        guard Stems.resolve(WordLists.irregularForms[word] ?? word, isAttested: { $0.elementsEqual(stem) }) != nil
        else { return false }
        // «Челябинская область» is no city.
        return !(adjectives.contains(Array(stem.suffix(4))) && feminine.contains(Array(word.suffix(4))))
    }

    private static let adjectives = ["ск", "цк"].map { Array($0.utf8) }
    private static let feminine = ["ая", "ой", "ую", "ою"].map { Array($0.utf8) }

    /// Whether a word asks for something; one letter does not.
    private static func tells(_ word: Word) -> Bool {
        let isLetter = String(decoding: word.text, as: UTF8.self).count == 1 && !(0x30...0x39).contains(word.text[0])
        return !isLetter && !FoldedWords.isStopWord(word.text)
            && !besideNames.contains { isForm(word.text, of: Array($0.utf8)) }
    }

    /// The query without runs of chunks and what belongs to these; nothing where it then asks for nothing.
    private static func rest(
        of query: String, _ words: [Word], without runs: [ClosedRange<Int>], asking: (Int) -> Bool
    ) -> String? {
        let isNamed = { (word: Word) in runs.contains { $0.contains(word.chunk) } }
        var parts: [ArraySlice<Word>] = []
        for part in words.split(omittingEmptySubsequences: false, whereSeparator: isNamed) {
            var part = part
            if part.startIndex > 0 { part = part.drop { !tells($0) } }
            while part.endIndex < words.count, let last = part.last, !tells(last) { part.removeLast() }
            parts.append(part)
        }
        if !parts.joined().contains(where: { tells($0) && asking($0.chunk) }) { return nil }
        let bytes = Array(query.utf8)
        return parts.compactMap { part in
            guard let first = part.first, let last = part.last else { return nil }
            return String(decoding: bytes[first.source.lowerBound..<last.source.upperBound], as: UTF8.self)
        }.joined(separator: " ")
    }
}
