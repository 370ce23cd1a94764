import Catalog
import Formats

/// Abbreviations of the glossary in running text: each becomes an `<abbr>` where it first stands on a page.
package struct Abbreviations: Sendable {
    /// One abbreviation found in a text.
    package struct Match: Sendable, Hashable {
        /// Bytes in the text.
        package let range: Range<Int>
        /// Of the glossary.
        package let entry: EntryReference

        package init(range: Range<Int>, entry: EntryReference) {
            self.range = range
            self.entry = entry
        }
    }

    /// Nothing where the site has none.
    private let glossary: VocabularyIndex?
    private let phrases: PhraseTable
    private let expansions: Indexed<EntryIndex, String>

    /// Those of the vocabulary `glossary`: its entries with an expansion.
    package init(_ schema: Schema) {
        glossary = schema.vocabulary("glossary")
        let entries = glossary.map { schema.vocabularies[$0].entries.mapped(\.self) } ?? Indexed([])
        expansions = entries.mapped { $0.expansion ?? "" }
        phrases = PhraseTable(
            entries.positioned.flatMap { index, entry in
                entry.expansion == nil ? [] : ([entry.name] + entry.aliases).map { ($0, index) }
            })
    }

    /// What stands around an abbreviation in HTML.
    package func markup(of entry: EntryReference) -> (opening: [UInt8], closing: [UInt8]) {
        let title = HTMLEscaping.html(expansions[entry.entry], .kept)
        return (Array("<abbr title=\"\(title)\">".utf8), Array("</abbr>".utf8))
    }

    /// All abbreviations in a text, in order.
    package func matches(in text: [UInt8]) -> [Match] {
        guard let glossary, !phrases.isEmpty else { return [] }
        return phrases.matches(in: text).map {
            Match(range: $0.range, entry: EntryReference(vocabulary: glossary, entry: $0.entry))
        }
    }
}

/// Names of municipalities in running text, for the hint about a front matter that does not name them.
package struct MunicipalityNames: Sendable {
    private let phrases: PhraseTable

    /// Full and short names count, bare names of towns do not: they stand in names of schools.
    package init(_ municipalities: Vocabulary?) {
        let entries = municipalities?.entries.mapped(\.self) ?? Indexed([])
        phrases = PhraseTable(
            entries.positioned.flatMap { index, entry in
                [entry.name, entry.full].compactMap(\.self).map { ($0, index) }
            })
    }

    /// Entries named in a text and where.
    package func matches(in text: [UInt8]) -> [(range: Range<Int>, entry: EntryIndex)] {
        phrases.isEmpty ? [] : phrases.matches(in: text).map { ($0.range, $0.entry) }
    }
}
