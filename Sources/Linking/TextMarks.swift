import AlbumMarkdown
import Catalog

/// A run of text in which documents may be cited, with the abbreviations that it holds.
///
/// Which documents are cited depends on all materials, and an abbreviation within a citation is explained at its next
/// use: so what is marked is known when all are known.
package struct MarkedRun: Sendable, Hashable {
    /// As a reader sees it; breaks are `\n`.
    package let text: String
    /// Offsets of the breaks that an editor made.
    package let hardBreaks: [Int]
    /// Abbreviations found in it, in order.
    package let abbreviations: [Abbreviations.Match]

    package init(text: String, hardBreaks: [Int], abbreviations: [Abbreviations.Match]) {
        self.text = text
        self.hardBreaks = hardBreaks
        self.abbreviations = abbreviations
    }

    /// Some of its bytes, in one line.
    fileprivate func substring(_ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}

/// The runs of a document in which something may have to be marked.
package struct MarkedRuns: Sendable {
    /// In order, with the offsets at which they begin in ``Document/text``.
    package private(set) var all: [(start: Int, run: MarkedRun)] = []
    /// Whether one of them may cite a document.
    package private(set) var mayCite = false

    /// O(text).
    package init(_ document: Document, _ abbreviations: Abbreviations) {
        for run in document.textRuns() {
            let text = Array(document.text[run.text.bounds])
            let isPossible = Citations.isPossible(in: text)
            let found = abbreviations.matches(in: text)
            guard isPossible || !found.isEmpty else { continue }
            mayCite = mayCite || isPossible
            let marked = MarkedRun(
                text: String(decoding: text, as: UTF8.self), hardBreaks: document.hardBreaks(of: run),
                abbreviations: found)
            all.append((run.text.bounds.lowerBound, marked))
        }
    }
}

/// Marks what running text says without links: citations of documents become links, abbreviations are explained where
/// they first stand.
package struct TextMarks: Sendable {
    /// Something marked in a run.
    package struct Mark: Sendable, Hashable {
        package enum Meaning: Sendable, Hashable {
            /// The material that is cited.
            case citation(MaterialIndex)
            /// An entry of the glossary.
            case abbreviation(EntryReference)
        }

        /// Bytes of the run.
        package let range: Range<Int>
        package let meaning: Meaning
    }

    /// For each run its marks, ascending and apart from each other.
    package let marks: [[Mark]]
    /// Materials that are cited, once for each time, in order.
    package let cited: [MaterialIndex]
    /// Citations that several materials answer to, as they stand in the text, with these: they lead nowhere.
    package let ambiguous: [(text: String, candidates: [MaterialIndex])]
    /// Abbreviations that are used, entries of the glossary in order of first use.
    package let abbreviations: [EntryReference]

    /// Looks through the runs of one text in their order.
    ///
    /// O(text).
    /// - Parameters:
    ///   - own: the material itself, which does not cite itself; it need not be known where nothing is cited.
    ///   - citations: nothing where no run can hold one.
    package init(_ runs: [MarkedRun], own: MaterialIndex?, citations: Citations?) {
        var (marks, cited, used): ([[Mark]], [MaterialIndex], [EntryReference]) = ([], [], [])
        var ambiguous: [(text: String, candidates: [MaterialIndex])] = []
        for run in runs {
            var found: [Mark] = []
            for match in citations?.matches(in: Array(run.text.utf8), of: own) ?? [] {
                guard !match.candidates.contains(where: { $0 == own }) else { continue }
                guard !match.isAmbiguous else {
                    ambiguous.append((run.substring(match.range), match.candidates))
                    continue
                }
                cited.append(match.candidates[0])
                found.append(Mark(range: match.range, meaning: .citation(match.candidates[0])))
            }
            for match in run.abbreviations where !used.contains(match.entry) {
                // One within a citation is explained at its next use.
                guard !found.contains(where: { $0.range.overlaps(match.range) }) else { continue }
                used.append(match.entry)
                found.append(Mark(range: match.range, meaning: .abbreviation(match.entry)))
            }
            marks.append(found.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
        self.marks = marks
        self.cited = cited
        self.ambiguous = ambiguous
        abbreviations = used
    }
}
