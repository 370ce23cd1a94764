import Formats

/// Sets of phrases that mean the same: abbreviations with their expansions, then synonyms.
///
/// A set stands in the shard of each term that begins one of its phrases: whoever asks for the words of a phrase has
/// that shard.
struct Synonyms: Sendable {
    private let sets: [[Phrase]]
    /// The terms that begin a phrase, in order, and its set.
    private let heads: [(term: [UInt8], set: Int)]

    /// The sets of which at least one phrase can be found; words that no text has are left to themselves.
    /// - Parameter stem: the term of a word that is in the texts.
    init(_ configuration: SearchConfiguration, stem: ([UInt8]) -> [UInt8]?) {
        let all = configuration.abbreviations.map { [$0.short, $0.expansion] } + configuration.synonyms
        sets = all.compactMap { set in
            var phrases: [Phrase] = []
            var isFound = false
            for (phrase, isAttested) in set.map({ Phrase.make($0, stem: stem) }) {
                guard let phrase, isAttested || phrase.terms.count == 1 else { continue }
                if !phrases.contains(where: { $0.terms == phrase.terms }) { phrases.append(phrase) }
                isFound = isFound || isAttested
            }
            return isFound && phrases.count > 1 ? phrases : nil
        }
        heads = sets.enumerated().flatMap { set, phrases in phrases.map { (term: $0.terms[0], set: set) } }
            .sorted { $0.term.lexicographicallyPrecedes($1.term) }
    }

    /// The value of a term shard: the sets of the terms from `first` on and before `next`.
    func encoded(from first: [UInt8]?, to next: [UInt8]?) -> [UInt8] {
        let low = first.map(place) ?? 0
        let here = Set(heads[low..<max(low, next.map(place) ?? heads.count)].map(\.set)).sorted()
        return ShardFormat.array(
            here.map { set in ShardFormat.array(sets[set].map { JSONText.exchanged(Array($0.written.utf8)) }) })
    }

    /// The first of `heads` that is not less.
    private func place(of key: [UInt8]) -> Int {
        heads.indices.firstPlace { heads[$0].term.lexicographicallyPrecedes(key) }
    }

    /// Reads the value of a term shard; nil when it is none.
    static func decode(_ value: JSONValue) -> [[Phrase]]? {
        value.array.map { sets in
            sets.map { set in
                (set.array ?? []).compactMap { phrase in
                    phrase.bytes.flatMap {
                        Phrase(written: String(decoding: LetterExchange.exchanged($0), as: UTF8.self))
                    }
                }
            }
        }
    }
}
