import Catalog
import Languages
import Theming

/// Names on the tiles of a map: whole, in two lines where they are long, and no two alike.
///
/// ```
/// Уйский МР → Уйский          Верхнеуральский МР → Верхне-, уральский      Троицкий ГО → Троицкий, ГО
/// Ашинский МР → Ашинский      Катав-Ивановский МР → Катав-, Ивановский     Троицкий МР → Троицкий, МР
/// ```
/// Where an entry has a short name, that is what is shown: «Верхний Уфалей» in its two words, «Октябрь-, ский р-н». What
/// two lines of ten letters do not hold is cut, with a point.
struct TileNames: Equatable {
    let first: String
    /// The second line; none where the first says it all.
    let second: String?

    /// Letters of a name that stands in one line, and of a line of a longer one.
    static let usual = 7
    static let longest = 10

    /// In the order of the entries.
    static func of(_ entries: [VocabularyEntry]) -> [TileNames] {
        let words = entries.map { $0.short ?? $0.name.split(separator: " ").first.map(String.init) ?? $0.name }
        let uses = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
        return entries.indices.map { index in
            let (word, type) = (words[index], entries[index].type)
            guard let type, uses[word, default: 0] > 1 else { return parted(word) }
            return TileNames(first: cut(word), second: type)
        }
    }

    /// Its space or its own hyphen, where both lines are short enough, or else the place between two syllables that makes
    /// the lines most alike; two vowels that meet are the joint of two words, «Верхне-уральский».
    private static func parted(_ word: String) -> TileNames {
        guard word.count > usual else { return TileNames(first: word, second: nil) }
        if let space = word.firstIndex(of: " ") {
            let (first, second) = (String(word[..<space]), String(word[word.index(after: space)...]))
            if max(first.count, second.count) <= longest { return TileNames(first: first, second: second) }
        } else if let hyphen = word.firstIndex(of: "-") {
            let next = word.index(after: hyphen)
            return TileNames(first: cut(String(word[..<hyphen])) + "-", second: cut(String(word[next...])))
        }
        let ways = places(in: word).map { (first: $0 + "-", second: String(word.dropFirst($0.count))) }
        func length(_ way: (first: String, second: String)) -> Int { max(way.first.count, way.second.count) }
        guard let best = ways.min(by: { length($0) < length($1) }), length(best) <= longest else {
            return TileNames(first: cut(word), second: nil)
        }
        return TileNames(first: best.first, second: best.second)
    }

    /// What may stand on the first line of a name, without its hyphen.
    private static func places(in word: String) -> [String] {
        let letters = Array(word.prefix { $0 != " " })
        let syllables = SoftHyphens.inText(String(letters)).split(separator: "\u{AD}").map(\.count)
        var places = Set(syllables.indices.dropFirst().map { syllables[..<$0].reduce(0, +) })
        for place in letters.indices.dropFirst(3).dropLast(2) where letters[place - 1].isVowel && letters[place].isVowel
        {
            places.remove(place + 1)
            places.insert(place)
        }
        return places.sorted().map { String(letters[..<$0]) }
    }

    private static func cut(_ word: String) -> String {
        if word.count <= longest { return word }
        return word.prefix(longest - 1) + "."
    }
}

extension Character {
    fileprivate var isVowel: Bool { "аеёиоуыэюя".contains(self) }
}
