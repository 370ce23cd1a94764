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

    private static func blank(_ cell: some StringProtocol) -> String {
        var text = Substring(cell)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
