/// Answers queries from the files that `IndexWriter` wrote: the same files, order and scores as in the browser.
///
/// Files are read when a query needs them and kept. A file that is missing or damaged becomes a fault of the answer,
/// which is then made from the rest.
package final class SearchEngine {
    private let reader: IndexReader

    /// - Parameter read: the bytes of a file by its path below the site's root (`search/manifest.js`); nil when there
    ///   is no such file.
    /// - Throws: `SearchIndexError` when the manifest is missing, damaged or of another version; what `read` throws.
    package init(read: @escaping (String) throws -> [UInt8]?) throws {
        reader = try IndexReader(read: read)
    }

    /// The facets by which results can be narrowed, with the ids of their values.
    package var facets: [(id: String, values: [String])] { reader.facets.map { ($0.id, $0.valueIDs) } }

    /// The best pages for a query.
    /// - Parameters:
    ///   - filters: chosen values by facet, both by id; values of one facet widen, facets narrow. An unknown facet is
    ///     left out of account, an unknown value has no page.
    ///   - allWords: leave out pages that lack a word of the query.
    ///   - asTyped: words, runs or phrases as remarks name them, which are neither corrected nor related to others.
    package func search(
        _ query: String, filters: [String: [String]] = [:], limit: Int = 20, allWords: Bool = false,
        asTyped: Set<String> = []
    ) -> SearchAnswer {
        let parsed = Query(query, reader: reader, asTyped: asTyped)
        let passing = passing(filters)
        var hits = Scores(parsed, reader: reader).hits { id in passing.allSatisfy { $0[id] } }
        if allWords { hits.removeAll { !$0.isComplete } }
        let terms = WordTable(parsed.words.flatMap(\.marked).map { reader.bytes(of: $0) })
        let results = hits.prefix(max(0, limit)).compactMap { result(of: $0, matching: terms) }
        defer { reader.faults = [] }
        return SearchAnswer(
            query: query, total: hits.count, results: results, remarks: parsed.remarks, faults: reader.faults)
    }

    /// For each filtered facet, whether a document has one of the chosen values.
    private func passing(_ filters: [String: [String]]) -> [[Bool]] {
        reader.facets.enumerated().compactMap { number, facet in
            guard let chosen = filters[facet.id], !chosen.isEmpty,
                let column = reader.column(ofFacet: number)
            else { return nil }
            var passing = [Bool](repeating: false, count: reader.documentCount)
            for (value, ids) in column.enumerated() where chosen.contains(facet.valueIDs[value]) {
                for id in ids { passing[id] = true }
            }
            return passing
        }
    }

    private func result(of hit: Scores.Hit, matching terms: WordTable) -> SearchAnswer.Result? {
        guard let row = reader.row(of: hit.id) else { return nil }
        let passage = reader.text(of: hit.id).flatMap { Snippet.parts(of: $0, matching: terms) }
        let summary = SearchAnswer.SnippetPart(text: row[3], isMatch: false)
        return SearchAnswer.Result(
            title: row[0], url: row[1], label: row[2], score: hit.score, snippet: passage ?? [summary])
    }
}
