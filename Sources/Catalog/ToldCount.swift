import Languages

/// How many records a total row says there are: 12 in «Всего: 12» and «Итого 12 мероприятий».
///
/// ```
/// count = ( "всего" | "итого" ) [ ":" ] digits [ "мероприят" … | "событи" … | "запис" … ]
/// ```
/// «Всего: 12 часов» counts other things, «Итого по разделу» nothing. O(length).
enum ToldCount {
    /// The number; nothing where the row says none.
    static func read(_ text: String) -> Int? {
        let name = NameFolding.fold(text)
        guard let word = ["всего", "итого"].first(where: name.hasPrefix) else { return nil }
        let words = name.dropFirst(word.count).split { " :.—–-".contains($0) }
        guard let first = words.first, words.count <= 2, let number = Int(first) else { return nil }
        let counted = words.count == 1 || ["мероприят", "событи", "запис"].contains { words[1].hasPrefix($0) }
        return counted ? number : nil
    }
}
