import Catalog
import Formats

/// Abbreviations of the glossary in running text: each becomes an `<abbr>` where it first stands on a page.
package struct Abbreviations: Sendable {
    /// One abbreviation found in a text.
    package struct Match: Sendable, Hashable {
        /// Bytes in the text.
        package let range: Range<Int>
        /// Position in the glossary.
        package let entry: Int

        package init(range: Range<Int>, entry: Int) {
            self.range = range
            self.entry = entry
        }
    }

    private let phrases: PhraseTable
    private let expansions: [String]

    /// - Parameter glossary: entries with an expansion are the abbreviations.
    package init(_ glossary: Vocabulary?) {
        let entries = glossary.map { Array($0.entries) } ?? []
        expansions = entries.map { $0.expansion ?? "" }
        phrases = PhraseTable(
            entries.enumerated().flatMap { index, entry in
                entry.expansion == nil ? [] : ([entry.name] + entry.aliases).map { ($0, index) }
            })
    }

    /// What stands around an abbreviation in HTML.
    package func markup(of entry: Int) -> (opening: [UInt8], closing: [UInt8]) {
        let title = HTMLEscaping.html(expansions[entry], .kept)
        return (Array("<abbr title=\"\(title)\">".utf8), Array("</abbr>".utf8))
    }

    /// All abbreviations in a text, in order.
    package func matches(in text: [UInt8]) -> [Match] {
        phrases.isEmpty ? [] : phrases.matches(in: text).map { Match(range: $0.range, entry: $0.payload) }
    }
}

/// Names of municipalities in running text, for the hint about a front matter that does not name them.
package struct MunicipalityNames: Sendable {
    private let phrases: PhraseTable

    /// Full and short names count, bare names of towns do not: they stand in names of schools.
    package init(_ municipalities: Vocabulary?) {
        let entries = municipalities.map { Array($0.entries) } ?? []
        phrases = PhraseTable(
            entries.enumerated().flatMap { index, entry in
                [entry.name, entry.full].compactMap(\.self).map { ($0, index) }
            })
    }

    /// Entries named in a text and where.
    package func matches(in text: [UInt8]) -> [(range: Range<Int>, entry: Int)] {
        phrases.isEmpty ? [] : phrases.matches(in: text).map { ($0.range, $0.payload) }
    }
}
