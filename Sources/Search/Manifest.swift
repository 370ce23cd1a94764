/// What the manifest of an index says; see `ShardFormat`.
struct Manifest: Sendable {
    var documentCount: Int
    var firstKeys: [[UInt8]]
    var termHashes: [[UInt8]]
    var documentHashes: [[UInt8]]
    var facetHashes: [[UInt8]]
    /// The term of a word, where it is attested: abbreviations and synonyms are written as terms.
    var stem: @Sendable ([UInt8]) -> [UInt8]?

    /// The manifest as JSON.
    func encoded(_ configuration: SearchConfiguration) -> [UInt8] {
        var members: [(String, [UInt8])] = [
            ("v", Array("\(ShardFormat.version)".utf8)),
            ("n", Array("\(documentCount)".utf8)),
            ("dp", Array("\(ShardFormat.documentsPerShard)".utf8)),
            ("xp", Array("\(ShardFormat.documentsPerTextShard)".utf8)),
            ("t", encodedKeys()),
            ("th", quoted(termHashes)),
            ("dh", quoted(documentHashes)),
        ]
        members.append(("f", ShardFormat.array(configuration.facets.indices.map { encodedFacet($0, configuration) })))
        members.append(("a", encodedAbbreviations(configuration)))
        members.append(("y", encodedSynonyms(configuration)))
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

    private func encodedAbbreviations(_ configuration: SearchConfiguration) -> [UInt8] {
        let pairs = configuration.abbreviations.compactMap { abbreviation -> [UInt8]? in
            let short = FoldedWords.words(of: abbreviation.short)
            let expansion = FoldedWords.words(of: abbreviation.expansion)
            guard short.count == 1, !expansion.isEmpty else { return nil }
            let phrase = expansion.map { String(decoding: stem($0) ?? $0, as: UTF8.self) }.joined(separator: " ")
            return JSONText.array([String(decoding: short[0], as: UTF8.self), phrase])
        }
        return ShardFormat.array(pairs)
    }

    private func encodedSynonyms(_ configuration: SearchConfiguration) -> [UInt8] {
        let sets = configuration.synonyms.map { set in
            set.compactMap { FoldedWords.words(of: $0).first.flatMap(stem) }.reduce(into: [[UInt8]]()) { terms, term in
                if !terms.contains(term) { terms.append(term) }
            }
        }
        return ShardFormat.array(
            sets.filter { $0.count > 1 }.map { set in
                JSONText.array(set.map { String(decoding: $0, as: UTF8.self) })
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
