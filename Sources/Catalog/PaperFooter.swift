import Languages

/// Rows that a table took along from its paper: signatures, stamps and notes.
///
/// ```
/// footer = "исп." … | "исполнитель" … "тел" …     who typed it
///        | ("подготовил" | "составил" | …) … surname  | stamp … | "*" …                         «Согласовано», «Утверждаю»; «* по согласованию»
///        | post … initials surname                 «Директор ЦРО Н.Н. Петрова», also in two cells
/// ```
enum PaperFooter {
    /// Whether the filled cells of a row are one.
    ///
    /// O(length).
    static func isOne(_ filled: [String]) -> Bool {
        let text = NameFolding.fold(filled.joined(separator: " "))
        if text.hasPrefix("*") || text.hasPrefix("исп.") { return true }
        if text.hasPrefix("исполнитель"), text.contains("тел") { return true }
        if makers.contains(where: text.hasPrefix), filled.contains(where: namesPerson) { return true }
        let words = text.split { !$0.isLetter && $0 != "." && $0 != "-" }
        guard let first = words.first else { return false }
        if stamps.contains(String(first.filter(\.isLetter))) {
            return isStamp(words) || filled.contains(where: namesPerson)
        }
        return posts.contains { first.hasPrefix($0) } && filled.contains(where: namesPerson)
    }

    /// Whether the filled cells can be nothing else, wherever they stand: a note with a star, a stamp alone, who typed it.
    static func isPlain(_ filled: [String]) -> Bool {
        let text = NameFolding.fold(filled.joined(separator: " "))
        return text.hasPrefix("*") || text.hasPrefix("исп.") || stamps.contains(text)
    }

    /// Who made the paper.
    private static let makers = ["подготовил", "составил", "разработал", "проверил"]

    private static let stamps: Set<String> = ["согласовано", "утверждаю", "утверждено", "утвержден", "утверждена"]

    /// A stamp stands alone, or before a post or a paper: «Утверждено приказом».
    private static func isStamp(_ words: [Substring]) -> Bool {
        guard words.count > 1 else { return true }
        return (posts + ["приказ", "распоряжени", "постановлени", "протокол", "решени"]).contains {
            words[1].hasPrefix($0)
        }
    }

    /// Beginnings of posts.
    private static let posts = [
        "директор", "руководител", "начальник", "заведующ", "заместител", "зам", "методист", "председател", "секретар",
        "ректор", "проректор", "министр", "глава", "специалист", "главн", "ведущ", "старш", "координатор", "куратор",
        "консультант", "врио", "и.о", "составител", "ответственн",
    ]

    /// Whether a text ends with a surname beside its initials.
    private static func namesPerson(_ text: String) -> Bool {
        text.contains(".") && persons.contains { text.firstMatch(of: $0) != nil }
    }

    // Safe between threads: regular expressions are values that nothing changes; the library does not say so of its type.
    private nonisolated(unsafe) static let persons: [Regex<Substring>] = [
        /\p{Lu}\.\s?(?:\p{Lu}\.)?\s?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/,
        /(?:^|\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.(?:\s?\p{Lu}\.)?$/,
    ]
}
