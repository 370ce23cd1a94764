/// What the manifest of an index says; see `ShardFormat`.
struct Manifest: Sendable {
    var documentCount: Int
    var firstKeys: [[UInt8]]
    var termHashes: [[UInt8]]
    var documentHashes: [[UInt8]]
    var facetHashes: [[UInt8]]
    /// The first letters of the spelling shards, and their hashes.
    var spellingLetters: [[UInt8]]
    var spellingHashes: [[UInt8]]
    /// The term of a word, where it is attested: abbreviations and synonyms are written as terms.
    var stem: @Sendable ([UInt8]) -> [UInt8]?

    /// The manifest as JSON.
    func encoded(_ configuration: SearchConfiguration) -> [UInt8] {
        var members: [(String, [UInt8])] = [
            ("v", Array("\(ShardFormat.version)".utf8)),
            ("n", Array("\(documentCount)".utf8)),
            ("dp", Array("\(ShardFormat.documentsPerShard(documentCount: documentCount))".utf8)),
            ("xp", Array("\(ShardFormat.documentsPerTextShard)".utf8)),
            ("t", encodedKeys()),
            ("th", quoted(termHashes)),
            ("dh", quoted(documentHashes)),
            ("sl", quoted(spellingLetters)),
            ("sh", quoted(spellingHashes)),
        ]
        members.append(("f", ShardFormat.array(configuration.facets.indices.map { encodedFacet($0, configuration) })))
        members.append(("y", encodedPhrases(configuration)))
        let strings = configuration.strings.sorted { $0.key < $1.key }
        members.append(("s", object(strings.map { ($0.key, JSONText.string($0.value)) })))
        return object(members)
    }

    private func encodedKeys() -> [UInt8] {
        var previous: ArraySlice<UInt8> = []
        var coded: [UInt8] = [0x22]
        for (number, key) in firstKeys.enumerated() {
            if number > 0 { coded.append(0x20) }
            ShardFormat.appendFrontCoded(key[...], after: previous, to: &coded)
            previous = key[...]
        }
        return coded + [0x22]
    }

    private func encodedFacet(_ number: Int, _ configuration: SearchConfiguration) -> [UInt8] {
        let facet = configuration.facets[number]
        return ShardFormat.array([
            JSONText.string(facet.id), JSONText.string(facet.label), quoted([facetHashes[number]]),
            ShardFormat.array(facet.values.map { JSONText.array([$0.id, $0.label]) }),
        ])
    }

    /// Abbreviations with their expansions and the synonyms: sets of phrases of which at least one can be found.
    private func encodedPhrases(_ configuration: SearchConfiguration) -> [UInt8] {
        let sets = configuration.abbreviations.map { [$0.short, $0.expansion] } + configuration.synonyms
        return ShardFormat.array(
            sets.compactMap { set -> [UInt8]? in
                var phrases: [Phrase] = []
                var isFound = false
                for (phrase, isAttested) in set.map({ Phrase.make($0, stem: stem) }) {
                    guard let phrase, isAttested || phrase.terms.count == 1 else { continue }
                    if !phrases.contains(where: { $0.terms == phrase.terms }) { phrases.append(phrase) }
                    isFound = isFound || isAttested
                }
                guard isFound, phrases.count > 1 else { return nil }
                return JSONText.array(phrases.map(\.written))
            })
    }

    private func quoted(_ hashes: [[UInt8]]) -> [UInt8] { [0x22] + hashes.joined() + [0x22] }

    private func object(_ members: [(String, [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = [0x7B]
        for (number, (name, value)) in members.enumerated() {
            if number > 0 { bytes.append(0x2C) }
            JSONText.append(name, to: &bytes)
            bytes.append(0x3A)
            bytes += value
        }
        return bytes + [0x7D]
    }
}
