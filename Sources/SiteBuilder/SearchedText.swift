/// Texts as the search shows them.
enum SearchedText {
    /// A text without the marks of Markdown that examples of it leave: rows of `#` and `|` become the gap between cells.
    ///
    ///     «## Цель | срок»  →  «\t Цель \t срок»
    static func withoutMarks(_ text: String) -> String {
        guard text.utf8.contains(where: isMark) else { return text }
        return String(decoding: text.utf8.map { isMark($0) ? 9 : $0 }, as: UTF8.self)
    }

    /// What stands in quotation marks, each once.
    ///
    /// Where marks stand in marks, what the inner ones hold.
    static func quoted(_ text: String) -> [String] {
        var seen: Set<String> = []
        let marked = text.matches(of: /[«„“]([^«»„“”\n]{3,60})[»“”]/).map { String($0.1) }
        return marked.filter { seen.insert($0).inserted }
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || byte == UInt8(ascii: "|") }
}
