/// Why a page has its score: what each word of the query adds, and how much of the query the page covers.
package struct ScoreExplanation: Sendable, Equatable {
    /// What a word of the query adds.
    package struct Part: Sendable, Equatable {
        /// The word as it is searched; a name of a document or a page, which no text has as a word, begins with `#`.
        package let word: String
        /// The stems that stand for it on the page; a phrase of the synonyms has several.
        package let terms: [String]
        /// How they stand for it.
        package let way: Way
        /// The rarity of the word: log2 of how few pages have it, in 256ths.
        package let rarity: Int
        /// How much the page is about it, 0…15; of several stems the least.
        package let impact: Int
        /// Where it stands on the page; nowhere for a name.
        package let places: [Place]
        /// What it adds: rarity by worth of the impact by tenths of the way.
        package let points: Int
    }

    /// How stems stand for a word, by what they are worth.
    package enum Way: Int, Sendable, Equatable {
        case word = 10
        /// Another word that was meant, or one that begins so.
        case guess = 8
        case related = 6
        /// A part of a compound, or a longer word that begins so.
        case part = 3
        /// What was perhaps meant, beside what was likelier.
        case doubtful = 1

        fileprivate init(weight: Int) { self = Way(rawValue: weight) ?? .word }
    }

    /// Where a word stands.
    package enum Place: Sendable, Equatable {
        case title, summary, text
        /// In headings, keywords or the name of the kind, of which the index keeps no text.
        case elsewhere
    }

    /// The words that the page has, in the order of the query.
    package let parts: [Part]
    /// The rarity of the words that must be there, and of those which the page has.
    package let wanted: Int
    package let covered: Int

    /// The score of the page: all points by the share of the query that it covers.
    package var score: Int { parts.reduce(0) { $0 + $1.points } * covered / wanted }
}

/// Makes explanations of one query.
struct Explainer {
    let query: Query
    let reader: IndexReader
    /// As the page was found.
    let isExact: Bool

    /// What the index keeps of a page's texts.
    typealias Texts = [(place: ScoreExplanation.Place, bytes: [UInt8])]

    /// - Returns: nil when the page has no word that must be there.
    func explanation(of id: Int, in texts: Texts) -> ScoreExplanation? {
        let parts = query.words.map { part(of: $0, id, texts) }
        let rarities = zip(query.words, parts).filter(\.0.isRequired).map { word, part in
            (rarity: Scores.rarity(of: word, reader: reader), isThere: part != nil)
        }
        let covered = rarities.filter(\.isThere).reduce(0) { $0 + $1.rarity }
        guard covered > 0 else { return nil }
        return ScoreExplanation(
            parts: parts.compactMap(\.self), wanted: rarities.reduce(0) { $0 + $1.rarity }, covered: covered)
    }

    private func part(of word: Query.Word, _ id: Int, _ texts: Texts) -> ScoreExplanation.Part? {
        let found = word.alternatives.compactMap { alternative in
            impact(of: alternative, id).map { (alternative, impact: $0) }
        }
        let best = found.max { left, right in
            left.0.weight * Ranking.worth(ofImpact: left.impact) < right.0.weight
                * Ranking.worth(ofImpact: right.impact)
        }
        guard let (alternative, impact) = best else { return nil }
        let rarity = Scores.rarity(of: word, reader: reader)
        let terms = alternative.terms.map { reader.bytes(of: $0) }
        return ScoreExplanation.Part(
            word: query.text(word.text), terms: terms.map(query.text),
            way: ScoreExplanation.Way(weight: alternative.weight),
            rarity: rarity, impact: impact,
            places: word.isName ? [] : places(of: word.writings.isEmpty ? [terms] : word.writings, texts),
            points: rarity * Ranking.worth(ofImpact: impact) * alternative.weight)
    }

    /// The least impact of the terms; nil when the page lacks one.
    private func impact(of alternative: Query.Alternative, _ id: Int) -> Int? {
        let impacts = alternative.terms.map { term in
            reader.postings(of: term, isExact: isExact).first { $0 >> 4 == id }.map { Int($0 & 15) }
        }
        return impacts.contains(nil) ? nil : impacts.compactMap(\.self).min()
    }

    private func places(of sequences: [[[UInt8]]], _ texts: Texts) -> [ScoreExplanation.Place] {
        let wanted = TermSequences(sequences.flatMap { $0 }.map { [$0] })
        let places = texts.filter { wanted.chunks(of: $0.bytes).contains { $0.match >= 0 } }.map(\.place)
        return places.isEmpty ? [.elsewhere] : places
    }
}
