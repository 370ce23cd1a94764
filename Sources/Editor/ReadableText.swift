import AlbumMarkdown
import Diagnostics

/// A text as people compare it: without the marks of tables and headings.
enum ReadableText {
    /// Cells of a row are parted by a middle dot; the line below the heads says nothing to anybody.
    static func text(_ markdown: String) -> String {
        markdown.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if trimmed.hasPrefix("|") {
                let cells = trimmed.dropFirst().replacing("\\|", with: "\u{0}").split(
                    separator: "|", omittingEmptySubsequences: false)
                let texts = cells.map { blank($0).replacing("\u{0}", with: "|") }
                if texts.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) { return nil }
                return (texts.last == "" ? Array(texts.dropLast()) : texts).joined(separator: " · ")
            }
            if trimmed.hasPrefix("#") { return String(trimmed.drop { $0 == "#" || $0 == " " }) }
            return String(line)
        }.joined(separator: "\n")
    }

    /// The words of one line, without marks of bold, links and the like, and of headings: as a list names a section.
    static func words(_ line: some StringProtocol) -> String {
        let text = blank(line.drop { $0 == "#" })
        guard text.contains(where: { "*_`[~<\\&".contains($0) }) else { return text }
        let file = SourceFile(path: "", text: text)
        let document = MarkdownParser.parse(file: file, body: 0..<file.bytes.count).document
        let words = PlainText.inline(document, 0)
        return words.isEmpty ? text : words
    }

    private static func blank(_ cell: some StringProtocol) -> String {
        var text = Substring(cell)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
