/// Answers queries from the files that `IndexBuilder` wrote: the same files, order and scores as in the browser.
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

    /// The facets by which results can be narrowed: of each value its id, its label and its aliases.
    /// - Throws: `SearchIndexError`, and what reading throws.
    package func facets() throws -> [(id: String, values: [[String]])] {
        let names = try reader.facetNames()
        return zip(reader.facets, names).map { ($0, $1) }
    }

    /// The values that a page which was found has of a facet, by their ids; nothing where there is no such facet.
    package func values(of facet: String, at result: SearchAnswer.Result) -> [String]? {
        guard let number = reader.facets.firstIndex(of: facet), let column = reader.column(ofFacet: number) else {
            return nil
        }
        return zip(column.valueIDs, column.documents).compactMap { value, documents in
            documents.contains { Int($0) == result.document } ? value : nil
        }
    }

    /// Values of facets that a query names beside what it looks for, together and each by itself, with what is left of the
    /// query and how many pages that finds: «наставничество в Аше».
    ///
    /// Those of which no page has all that is left are left out, or nobody has counted how much, and facets in which something is chosen already.
    /// - Parameters: as of ``search(_:filters:limit:allWords:asTyped:isExact:isExplained:)``.
    package func named(
        in query: String, filters: [String: [String]] = [:], allWords: Bool = false, asTyped: Set<String> = []
    ) -> [NamedValues] {
        let columns = reader.facets.indices.map { number in
            (filters[reader.facets[number]] ?? []).isEmpty ? reader.column(ofFacet: number) : nil
        }
        defer { reader.faults = [] }
        // What was typed in the other layout is meant as it is searched.
        let typed = Query(query, reader: reader, asTyped: asTyped).remarks.reduce(query) { text, remark in
            if case .layout(let typed, let searched) = remark { text.replacing(typed, with: searched) } else { text }
        }
        let matches = FacetNaming.matches(in: typed, columns.map { $0?.forms ?? [] })
        return matches.lazy.compactMap { [self] match in
            let values = match.conditions.compactMap { condition in
                columns[condition.facet].map { column in
                    NamedValues.Value(
                        facet: reader.facets[condition.facet], value: column.valueIDs[condition.value],
                        label: column.labels[condition.value])
                }
            }
            let narrowed = values.reduce(into: filters) { $0[$1.facet] = [$1.value] }
            let answer = search(
                match.rest, filters: narrowed, limit: 0, allWords: allWords, asTyped: asTyped)
            guard answer.complete > 0, !answer.isPartial, !answer.remarks.contains(where: \.isLoss) else { return nil }
            return NamedValues(
                values: values, rest: match.rest, count: answer.complete,
                isAll: allWords || answer.complete == answer.total)
        }.prefix(FacetNaming.most).map(\.self)
    }

    /// The best pages for a query.
    ///
    /// A word of very many pages is looked up among those where it weighs most, as long as these fill the answer; the
    /// total is then the least that there are.
    /// - Parameters:
    ///   - filters: chosen values by facet, both by id; values of one facet widen, facets narrow. An unknown facet is
    ///     left out of account, an unknown value has no page.
    ///   - allWords: leave out pages that lack a word of the query.
    ///   - asTyped: words that are searched as they stand, neither corrected nor related to others.
    ///   - isExact: look everything up.
    ///   - isExplained: say of each result why it has its score.
    package func search(
        _ query: String, filters: [String: [String]] = [:], limit: Int = 20, allWords: Bool = false,
        asTyped: Set<String> = [], isExact: Bool = false, isExplained: Bool = false
    ) -> SearchAnswer {
        let parsed = Query(query, reader: reader, asTyped: asTyped)
        let passing = passing(filters)
        let hasMore = parsed.words.flatMap(\.alternatives).flatMap(\.terms).contains(where: reader.hasFurtherPostings)
        var isPartial = hasMore && !isExact && !allWords
        let named = reader.page(named: parsed.names)
        func order() -> HitOrder {
            let found = Scores(parsed, reader: reader, isExact: !isPartial).hits(allWords: allWords)
            return HitOrder(
                found, named: named, firstAside: reader.firstAside, isQuoted: !parsed.phrases.isEmpty
            ) { id in passing.allSatisfy { $0[id] } }
        }
        var found = order()
        if isPartial, found.hits.count < max(limit, parsed.phrases.isEmpty ? 0 : Self.checkedForPhrases) {
            isPartial = false
            found = order()
        }
        let phrases = check(parsed, &found)
        if let phrases, phrases.held > 0 { isPartial = false }
        let marked = TermSequences(parsed.marked(withPhrases: phrases?.held ?? 0 > 0))
        let explainer = isExplained ? Explainer(query: parsed, reader: reader, isExact: !isPartial) : nil
        let results = found.hits.prefix(max(0, limit)).compactMap { result(of: $0, matching: marked, explainer) }
        defer { reader.faults = [] }
        return SearchAnswer(
            query: query, kind: parsed.kind, total: found.total, complete: found.complete, isPartial: isPartial,
            results: results, phrases: phrases,
            remarks: parsed.remarks, faults: reader.faults)
    }

    /// So many of the best pages are looked through for quoted phrases.
    static let checkedForPhrases = 50

    /// Leaves the pages that have all quoted phrases in title, summary or text, if any has.
    private func check(_ query: Query, _ order: inout HitOrder) -> SearchAnswer.PhraseCheck? {
        if query.phrases.isEmpty { return nil }
        let phrases = TermSequences(query.phraseTerms(query.phrases))
        let checked = order.hits.prefix(Self.checkedForPhrases)
        let held = checked.filter { hit in
            guard let row = reader.row(of: hit.id) else { return false }
            let texts = [Array(row.title.utf8), Array(row.summary.utf8), reader.text(of: hit.id) ?? []]
            let matches = Set(texts.flatMap { phrases.chunks(of: $0) }.map(\.match))
            return phrases.sequences.indices.allSatisfy(matches.contains)
        }
        if !held.isEmpty { order.keep(only: held) }
        return SearchAnswer.PhraseCheck(checked: checked.count, held: held.count)
    }

    /// For each filtered facet, whether a document has one of the chosen values.
    private func passing(_ filters: [String: [String]]) -> [[Bool]] {
        reader.facets.enumerated().compactMap { number, facet in
            guard let chosen = filters[facet], !chosen.isEmpty, let column = reader.column(ofFacet: number) else {
                return nil
            }
            var passing = [Bool](repeating: false, count: reader.documentCount)
            for (value, ids) in zip(column.valueIDs, column.documents) where chosen.contains(value) {
                for id in ids { passing[Int(id)] = true }
            }
            return passing
        }
    }

    private func result(
        of hit: Scores.Hit, matching terms: TermSequences, _ explainer: Explainer?
    ) -> SearchAnswer.Result? {
        guard let row = reader.row(of: hit.id) else { return nil }
        var snippet = [SearchAnswer.SnippetPart(text: row.summary, isMatch: false)]
        var files: [SearchAnswer.FilePassage] = []
        // A text that cannot be read is a fault of the answer, told by the reader.
        let text = reader.text(of: hit.id)
        if let text, case .passages(let passages) = Snippet.of(text, matching: terms) {
            snippet = passages[0].parts
            files = passages.compactMap { passage in passage.file.map { .init(name: $0, snippet: passage.parts) } }
        }
        let explanation = explainer?.explanation(
            of: hit.id,
            in: [(.title, Array(row.title.utf8)), (.summary, Array(row.summary.utf8)), (.text, text ?? [])])
        return SearchAnswer.Result(
            document: Int(hit.id), title: row.title, url: row.url, label: row.label, score: hit.score, snippet: snippet,
            files: files, explanation: explanation)
    }
}
