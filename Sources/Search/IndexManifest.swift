import Formats

/// What the manifest of an index says; see `ShardFormat`.
struct IndexManifest: Sendable {
    var documentCount: Int
    /// The least key of each term shard.
    var firstKeys: [[UInt8]]
    /// The marks of term shards, of folders of document shards, of spelling shards, of facet columns, one after the other.
    var marks: (terms: [UInt8], documents: [UInt8], spelling: [UInt8], facets: [UInt8])
    /// The letters of the spelling shards: those that begin their words, and those that stand second.
    var spellingLetters: (first: [[UInt8]], second: [[UInt8]])

    /// The first of the ids that stand aside.
    var firstAside: Int
    /// Pages by their names: see `name(_:)`.
    var names: [String: Int]

    /// Terms in the order of their bytes, parted by spaces.
    static func name(_ terms: [[UInt8]]) -> String {
        terms.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }

    /// The manifest as JSON.
    func encoded(_ configuration: SearchConfiguration) -> [UInt8] {
        var members: [(String, [UInt8])] = [
            ("v", Array("\(ShardFormat.version)".utf8)),
            ("n", Array("\(documentCount)".utf8)),
            ("dp", Array("\(ShardFormat.documentsPerShard)".utf8)),
            ("t", JSONWriter.string(FrontCoding.encode(firstKeys))),
            ("th", JSONWriter.string(marks.terms)), ("dh", JSONWriter.string(marks.documents)),
            ("sh", JSONWriter.string(marks.spelling)), ("fh", JSONWriter.string(marks.facets)),
        ]
        members += [
            ("sl", JSONWriter.string(Array(spellingLetters.first.joined()))),
            ("sm", JSONWriter.string(Array(spellingLetters.second.joined()))),
            ("f", ShardFormat.array(configuration.facets.map { JSONText.array([$0.id, $0.label]) })),
        ]
        members.append(("a", Array("\(firstAside)".utf8)))
        let pages = names.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        members.append(("g", object(pages.map { ($0.key, Array("\($0.value)".utf8)) })))
        let strings = configuration.strings.sorted { $0.key < $1.key }
        members.append(("s", object(strings.map { ($0.key, JSONWriter.string($0.value)) })))
        return object(members)
    }

    private func object(_ members: [(String, [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = [0x7B]
        for (number, (name, value)) in members.enumerated() {
            if number > 0 { bytes.append(0x2C) }
            JSONWriter.append(name, to: &bytes)
            bytes.append(0x3A)
            bytes += value
        }
        return bytes + [0x7D]
    }
}
