import Languages

/// Finds the kind that a person names: «Практики», «дорожную карту», «приказ».
///
/// A name is the id, the folder, any form of the kind's word, the heading of its list, or one of its aliases; letter case,
/// ё/е, grammatical case and number do not count.
package struct KindNames: Sendable {
    private let names: [(kind: KindIndex, name: String, words: [Word])]

    /// One word of a name, folded.
    private typealias Word = [Unicode.Scalar]

    package init(_ kinds: Indexed<KindIndex, Kind>) {
        names = kinds.positioned.flatMap { index, kind in
            let all = [kind.id.rawValue, kind.folder, kind.name.one, kind.name.few, kind.name.many, kind.title]
            return (all + kind.aliases).map { (index, NameFolding.fold($0), Self.words($0)) }
        }
    }

    /// The kinds that a text names: by the very name, else by another form of it; none, one or several.
    ///
    /// O(names).
    package func resolve(_ text: String) -> [KindIndex] {
        let folded = NameFolding.fold(text)
        let exact = names.filter { $0.name == folded }
        let words = Self.words(text)
        let found =
            exact.isEmpty
            ? names.filter { name in
                !words.isEmpty && name.words.count == words.count
                    && zip(name.words, words).allSatisfy { Self.areForms($0, $1) }
            } : exact
        var seen: Set<KindIndex> = []
        return found.map(\.kind).filter { seen.insert($0).inserted }
    }

    private static func words(_ text: String) -> [Word] {
        NameFolding.fold(text).split { $0 == " " || $0 == "-" }.map { Array($0.unicodeScalars) }
    }

    /// Whether two words are one in different forms: a common beginning of three letters and what is left an ending.
    private static func areForms(_ left: Word, _ right: Word) -> Bool {
        guard left != right else { return true }
        let common = zip(left, right).prefix { $0 == $1 }.count
        guard common >= 3 else { return false }
        // «событие» and «событий» have more in common than the stem: any shorter beginning may be it.
        return (max(3, common - 2)...common).contains { length in
            isEnding(left[length...]) && isEnding(right[length...])
        }
    }

    private static func isEnding(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return endings.contains(String(text))
    }

    /// Endings of nouns and adjectives, and none.
    private static let endings: Set<String> = Set(
        """
        а я о е у ю ы и ь й ой ей ою ею ом ем ам ям ах ях ами ями ов ев ий ый ая яя ое ее ые ие их ых им ым ими ыми ого \
        его ому ему ую юю ия ию ии ием иям иями иях ью
        """.split(separator: " ").map(String.init) + [""])
}
