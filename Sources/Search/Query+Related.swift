/// Abbreviations and synonyms.
extension Query {
    /// Where neighbouring words are a phrase of a set, in any order, each of them may be any other phrase of it too.
    mutating func addRelated() {
        let own = words.map { word in word.terms.first.map { reader.bytes(of: $0) } ?? synonym(word.text) ?? word.text }
        // A phrase stands as it is.
        let quoted = Set(phrases.joined())
        let required = words.indices.filter { words[$0].isRequired && !quoted.contains($0) }
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
        guard !added.isEmpty else { return }
        let isFound = places.allSatisfy { !words[$0].terms.isEmpty }
        remark(isFound ? .related(typed: typed, searched: added) : .instead(typed: typed, searched: added))
    }
}
