import Catalog
import Diagnostics
import Languages

/// Where the title of a material comes from.
package enum TitleOrigin: Sendable, Hashable {
    /// A paragraph with the style of a title.
    case style
    /// The first heading.
    case heading
    /// Lines of the beginning, bold and centred.
    case centredLines
    /// The first line, or the first lines, in bold.
    case boldLine
    /// Nothing in the file: its name.
    case fileName

    package func text(_ language: Language) -> String {
        let wording: Bilingual =
            switch self {
            case .style: ImportOutcome.titleOfStyle
            case .heading: ImportOutcome.titleOfHeading
            case .centredLines: ImportOutcome.titleOfLines
            case .boldLine: ImportOutcome.titleOfBoldLine
            case .fileName: ImportOutcome.titleOfFile
            }
        return wording.text(language)
    }
}

/// The title that a document has: by a style, by its only highest heading, or by how its first lines look.
///
/// A name of a section is none.
struct DocumentTitle {
    let text: String
    let origin: TitleOrigin
    /// The parts of the document that it is made of, by their positions.
    let parts: Set<Int>
    /// Parts before it that look like titles and are none: the name of an office.
    var others: Set<Int> = []
    /// The words of these.
    var lines: [String] = []

    /// Nothing where it has none; O(parts).
    init?(of tree: DocumentTree, _ kind: Kind?, _ lines: WordTitle.Lines?) {
        guard let found = Self.found(tree, kind, lines), !found.text.isEmpty else { return nil }
        self = found
    }

    private init(_ inlines: [DocumentInline], _ origin: TitleOrigin, _ parts: Set<Int>) {
        self.init(PlainWords.text(inlines), origin, parts)
    }

    private init(_ text: String, _ origin: TitleOrigin, _ parts: Set<Int>) {
        (self.text, self.origin, self.parts) = (DraftText.title(text), origin, parts)
    }

    private static func found(_ tree: DocumentTree, _ kind: Kind?, _ lines: WordTitle.Lines?) -> DocumentTitle? {
        guard tree.title.isEmpty else { return DocumentTitle(tree.title, .style, []) }
        let parts = DocumentOutline.parts(tree.blocks)
        if let lines, let title = title(lines, parts, kind) { return title }
        // Whose annex it is stands above, and is no title.
        let start = parts.prefix(3).prefix { words(of: $0).map(WordTitle.isMark) ?? false }.count
        switch parts.dropFirst(start).first {
        case .heading(let level, let id, let text):
            let isOnly = parts.dropFirst(start + 1).allSatisfy {
                if case .heading(let other, _, _) = $0 { other > level } else { true }
            }
            let fits = (isOnly || id.hasPrefix("slide-")) && !DocumentComposer.isName(PlainWords.text(text), of: kind)
            return fits ? DocumentTitle(text, .heading, [start]) : nil
        case .strongLine(let text):
            guard !DocumentComposer.isName(PlainWords.text(text), of: kind) else { return nil }
            return boldLines(parts, from: start, PlainWords.text(text))
        default: return nil
        }
    }

    /// The first bold line with those that go on with it: «Положение», «о проведении квеста».
    private static func boldLines(_ parts: [OutlinePart], from start: Int, _ first: String) -> DocumentTitle {
        var (text, count) = (first, start + 1)
        while count < parts.count, case .strongLine(let more) = parts[count] {
            let line = PlainWords.text(more)
            let isFurther = line.first?.isLowercase ?? false || line.hasPrefix("О ") || line.hasPrefix("Об ")
            guard isFurther else { break }
            text += " " + line
            count += 1
        }
        var title = DocumentTitle(text, .boldLine, Set(start..<count))
        title.others = Set(0..<start)
        title.lines = parts[..<start].compactMap { words(of: $0) }
        return title
    }

    private static func title(_ lines: WordTitle.Lines, _ parts: [OutlinePart], _ kind: Kind?) -> DocumentTitle? {
        var places: [Int] = []
        for line in lines.all {
            let next = (places.last ?? -1) + 1
            guard next < parts.count, words(of: parts[next]) == line else { break }
            places.append(next)
        }
        var range = lines.title
        if let section = range.first(where: { DocumentComposer.isName(lines.all[$0], of: kind) }) {
            range = range.lowerBound..<section
        }
        guard !range.isEmpty, places.count >= range.upperBound else { return nil }
        let own = Set(range.map { places[$0] })
        var title = DocumentTitle(lines.all[range].joined(separator: " "), .centredLines, own)
        title.others = Set(places[..<range.lowerBound])
        title.lines = Array(lines.all[..<range.lowerBound])
        return title
    }

    private static func words(of part: OutlinePart) -> String? {
        let text: String
        switch part {
        case .strongLine(let inlines): text = PlainWords.text(inlines)
        case .named(_, _, let whole), .block(let whole):
            guard case .paragraph(let inlines) = whole else { return nil }
            text = PlainWords.text(inlines)
        case .heading: return nil
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
