import Catalog

/// Names on the tiles of a map: at most seven letters, and no two alike as far as that goes.
///
/// ```
/// Уйский МР → Уйский          Верхнеуральский МР → В-урал.         Троицкий ГО → Трои ГО
/// Ашинский МР → Ашинск.       Верхнеуфалейский ГО → В-уфал.        Троицкий МР → Трои МР
/// ```
enum TileNames {
    private static let longest = 7

    /// In the order of the entries.
    static func of(_ entries: [VocabularyEntry]) -> [String] {
        let words = entries.map { $0.short ?? $0.name.split(separator: " ").first.map(String.init) ?? $0.name }
        var names = words.map { cut($0) }
        for places in Dictionary(grouping: names.indices, by: { names[$0] }).values where places.count > 1 {
            let shared = sharedLetters(places.map { words[$0] })
            for place in places {
                let isSame = places.contains { $0 != place && words[$0] == words[place] }
                names[place] = isSame ? typed(entries[place], words[place]) : hyphened(words[place], after: shared)
            }
        }
        return names
    }

    /// Its first letters: «Ашинск.».
    private static func cut(_ word: String) -> String {
        if word.count <= longest { return word }
        let start = word.prefix(longest - 1)
        return (start.hasSuffix("-") ? start.dropLast() : start) + "."
    }

    /// «Трои ГО»: entries that their sort alone tells apart.
    private static func typed(_ entry: VocabularyEntry, _ word: String) -> String {
        guard let type = entry.type else { return cut(word) }
        return word.prefix(max(1, longest - 1 - type.count)) + " " + type
    }

    /// «В-урал.»: the first letter, then the letters by which it differs.
    private static func hyphened(_ word: String, after shared: Int) -> String {
        let rest = word.dropFirst(max(1, shared - 1))
        return rest.count <= longest - 2
            ? "\(word.prefix(1))-\(rest)" : "\(word.prefix(1))-\(rest.prefix(longest - 3))."
    }

    /// How many letters all words begin with.
    private static func sharedLetters(_ words: [String]) -> Int {
        guard let first = words.first else { return 0 }
        return words.dropFirst().reduce(first.count) { shared, word in
            min(shared, zip(first, word).prefix { $0 == $1 }.count)
        }
    }
}
