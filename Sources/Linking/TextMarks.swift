import AlbumMarkdown
import Catalog
import Formats

/// Marks what running text says without links: citations of documents become links, abbreviations are explained where
/// they first stand.
package struct TextMarks: TextDecorator {
    private let decorations: [Int: [TextDecoration]]
    /// Documents that are cited, by position in the catalog, in order.
    package let cited: [Int]
    /// Abbreviations that are used, by position in the glossary, in order of first use.
    package let abbreviations: [Int]

    /// Looks through all running text of a document.
    ///
    /// O(text).
    /// - Parameter own: the material itself: it does not cite itself.
    package init(
        document: Document, own: Int, citations: Citations, abbreviations known: Abbreviations, catalog: AlbumCatalog
    ) {
        var decorations: [Int: [TextDecoration]] = [:]
        var cited: [Int] = []
        var used: [Int] = []
        for run in document.textRuns() {
            let start = run.text.bounds.lowerBound
            let text = Array(document.text[run.text.bounds])
            var found: [TextDecoration] = []
            for match in citations.matches(in: text) where match.material != own {
                cited.append(match.material)
                let address = RelativeAddress.make(
                    from: catalog.materials[own].address, to: catalog.materials[match.material].address)
                found.append(
                    TextDecoration(
                        start + match.range.lowerBound..<start + match.range.upperBound,
                        opening: Array("<a class=\"citation\" href=\"\(address)\">".utf8), closing: Array("</a>".utf8)))
            }
            for match in known.matches(in: text) where !used.contains(match.entry) {
                let range = start + match.range.lowerBound..<start + match.range.upperBound
                // One within a citation is explained at its next use.
                guard !found.contains(where: { $0.range.overlaps(range) }) else { continue }
                used.append(match.entry)
                found.append(Self.abbreviation(range, known.expansion(of: match.entry)))
            }
            if !found.isEmpty { decorations[start] = found.sorted { $0.range.lowerBound < $1.range.lowerBound } }
        }
        self.decorations = decorations
        self.cited = cited
        abbreviations = used
    }

    package func decorations(of run: TextRun, in document: Document) -> [TextDecoration] {
        guard let found = decorations[run.text.bounds.lowerBound] else { return [] }
        return found.filter { $0.range.upperBound <= run.text.bounds.upperBound }
    }

    private static func abbreviation(_ range: Range<Int>, _ expansion: String) -> TextDecoration {
        TextDecoration(
            range, opening: Array("<abbr title=\"\(HTMLEscaping.html(expansion, .kept))\">".utf8),
            closing: Array("</abbr>".utf8))
    }
}
