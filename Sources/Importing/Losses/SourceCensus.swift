import Diagnostics

/// What a source has, counted on its own parts and not by the program that reads it.
struct SourceCensus {
    /// A piece of text and where it stands.
    struct Passage {
        enum Sort {
            /// A paragraph, an item, a cell.
            case body
            case note, textBox, header, footer, comment, deletion, slideNotes, smartArt, hiddenText
        }

        let sort: Sort
        let place: Told
        let text: String
    }

    var passages: [Passage] = []
    /// Things that are no text: charts, colours, embedded objects.
    var things: [Loss] = []
    var tableCount = 0
    var pictureCount = 0
    var noteCount = 0
    /// Whether paragraphs have the style of a quote.
    var hasQuotes = false

    /// Lines of a text are passages of their own.
    mutating func add(_ sort: Passage.Sort, _ place: Told, _ text: String) {
        if [.body, .note, .textBox].contains(sort), text.utf8.contains(0x0A) {
            for line in text.split(separator: "\n") { add(sort, place, String(line)) }
            return
        }
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !text.isEmpty else { return }
        // The number of a page is nothing that anybody wrote.
        if sort == .header || sort == .footer, !text.contains(where: \.isLetter) { return }
        passages.append(Passage(sort: sort, place: place, text: text))
    }

    /// One thing of a sort for each place.
    mutating func addOnce(_ sort: LossSort, _ place: Told, _ text: String = "") {
        if let last = things.last(where: { $0.sort == sort }), last.place == place { return }
        things.append(Loss(sort, place, text))
    }
}

/// Compares what a source has with what came of it.
///
/// Each passage of the source is looked for among the written words, letters and digits alone, so that each word of the
/// source is either found or told with its place: the report adds up by itself.
struct LossAudit {
    let census: SourceCensus
    private let written: [UInt8]
    private var place = 0
    private(set) var losses: [Loss] = []
    private(set) var wordCount = 0
    private(set) var foundWordCount = 0
    private(set) var foundNotes = 0

    /// - Parameter plain: the words of the material.
    init(_ census: SourceCensus, plain: String) {
        self.census = census
        written = PlainWords.bare(plain)
        for passage in census.passages { judge(passage) }
        losses += census.things
    }

    private mutating func judge(_ passage: SourceCensus.Passage) {
        let words = PlainWords.count(passage.text)
        wordCount += words
        let mayArrive = [.body, .note, .textBox, .hiddenText].contains(passage.sort)
        guard mayArrive, isWritten(passage.text) else {
            losses.append(Loss(Self.sort(passage.sort), passage.place, passage.text))
            return
        }
        foundWordCount += words
        if passage.sort == .note { foundNotes += 1 }
        if passage.sort == .textBox { losses.append(Loss(.boxedText, passage.place, passage.text)) }
        if passage.sort == .hiddenText { losses.append(Loss(.hiddenText, passage.place, passage.text)) }
    }

    private static func sort(_ sort: SourceCensus.Passage.Sort) -> LossSort {
        switch sort {
        case .body, .hiddenText: .text
        case .note: .footnote
        case .textBox: .textBox
        case .header: .header
        case .footer: .footer
        case .comment: .comment
        case .deletion: .deletion
        case .slideNotes: .slideNotes
        case .smartArt: .smartArt
        }
    }

    /// A number that was typed before an item is the item's own in the material.
    private mutating func isWritten(_ text: String) -> Bool {
        if isWritten(PlainWords.bare(text)) { return true }
        guard let mark = text.prefixMatch(of: /\d{1,2}[.)]\s*/) else { return false }
        return isWritten(PlainWords.bare(String(text[mark.range.upperBound...])))
    }

    /// Texts mostly come in their order, so the search goes on where the last one was found.
    private mutating func isWritten(_ text: [UInt8]) -> Bool {
        guard !text.isEmpty else { return true }
        guard let found = Self.find(text, in: written, from: place) ?? Self.find(text, in: written, from: 0) else {
            return false
        }
        place = found + text.count
        return true
    }

    private static func find(_ text: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
        guard whole.count - start >= text.count else { return nil }
        return whole.withUnsafeBufferPointer { whole in
            text.withUnsafeBufferPointer { text in
                var index = start
                let last = whole.count - text.count
                while index <= last {
                    // The letters of a script share their first byte: the second tells more.
                    if whole[index] == text[0], whole[index + text.count - 1] == text[text.count - 1] {
                        var same = 1
                        while same < text.count, whole[index + same] == text[same] { same += 1 }
                        if same == text.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
