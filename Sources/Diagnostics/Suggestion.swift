import Languages

/// The nearest right names for a wrong one: «Муниципальная грппа» → «Муниципальная группа».
///
/// Names are prepared once and asked many times. Compared is what a person reads: letter case, `ё`/`е`, quotes,
/// hyphens and doubled spaces are folded. A name typed on the wrong keyboard layout (`ghfrnbrf` for «практика») or
/// with Latin look-alikes among Cyrillic letters is found too.
///
/// Near is a Damerau-Levenshtein distance (optimal string alignment: F. Damerau 1964, V. Levenshtein 1965) of at most
/// a third of the name's length, to the name or to a beginning of whole words of it. O(names), most of them dismissed by a few bits.
package struct NameSuggester: Sendable {
    private struct Name: Sendable {
        let original: String
        let folded: [Unicode.Scalar]
        let letters: LetterSet
    }

    private let names: [Name]

    /// Prepares the right names; doubles are dropped, the order decides among equally near ones.
    package init(_ names: some Sequence<String>) {
        var seen: Set<String> = []
        self.names = names.filter { seen.insert($0).inserted }
            .map { original in
                let folded = SuggestedName.folded(original)
                return Name(original: original, folded: folded, letters: LetterSet(folded))
            }
    }

    /// The right names nearest to `wrong`, the nearest first; empty when nothing is near.
    package func nearest(to wrong: String, limit: Int = 3) -> [String] {
        let folded = SuggestedName.folded(wrong)
        guard !folded.isEmpty, folded.count <= 200 else { return [] }
        var variants = [folded]
        for variant in [
            SuggestedName.folded(SuggestedName.otherLayout(wrong)), SuggestedName.withoutLookAlikes(folded),
        ]
        where !variants.contains(variant) {
            variants.append(variant)
        }
        let letters = variants.map { LetterSet($0) }
        var measure = EditDistance()
        var found: [(distance: Int, index: Int)] = []
        for (index, name) in names.enumerated() {
            var nearest: Int?
            for (variant, letters) in zip(variants, letters) {
                guard let distance = Self.distance(variant, letters, name, &measure) else { continue }
                nearest = min(nearest ?? distance, distance)
            }
            if let nearest { found.append((nearest, index)) }
        }
        return found.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
            .prefix(limit)
            .map { names[$0.index].original }
    }

    /// The names that hold `wrong` as whole words, then those nearest to it; where there are none of both, those of which it
    /// begins a word: «Уфа» in «ГО город Уфа», «Ивановский» in «Катав-Ивановский МР».
    package func likely(_ wrong: String, limit: Int = 3) -> [String] {
        let folded = SuggestedName.folded(wrong)
        // Two letters begin too many words.
        guard folded.count > 2, folded.count <= 200 else { return nearest(to: wrong, limit: limit) }
        let whole = names.filter { Self.holds($0.folded, folded, isWhole: true) }.map(\.original)
        let sure = whole + nearest(to: wrong, limit: limit).filter { !whole.contains($0) }
        let found = sure.isEmpty ? names.filter { Self.holds($0.folded, folded, isWhole: false) }.map(\.original) : sure
        return Array(found.prefix(limit))
    }

    private static func holds(_ name: [Unicode.Scalar], _ words: [Unicode.Scalar], isWhole: Bool) -> Bool {
        guard name.count >= words.count else { return false }
        return (0...(name.count - words.count)).contains { start in
            let end = start + words.count
            return (start == 0 || name[start - 1] == " ") && (!isWhole || end == name.count || name[end] == " ")
                && name[start..<end].elementsEqual(words)
        }
    }

    /// How far a name is, or nil when too far to be meant.
    private static func distance(
        _ wrong: [Unicode.Scalar], _ letters: LetterSet, _ name: Name, _ measure: inout EditDistance
    ) -> Int? {
        let right = name.folded
        let limit = max(1, min(wrong.count, right.count) / 3)
        if abs(wrong.count - right.count) <= limit, letters.leastEdits(to: name.letters) <= limit,
            let edits = measure.between(wrong, right, limit: limit)
        {
            return edits == 0 || mayMean(wrong, right, &measure) ? edits : nil
        }
        // «Каменск» for «Каменск-Уральский ГО», «Миасского» for «Миасский ГО»: words left out at the end, those before
        // them declined or mistyped. Further than any slip of the pen.
        guard wrong.count >= 3, let beginning = beginning(of: right, words: words(in: wrong)) else { return nil }
        let slack = max(1, (min(wrong.count, beginning.count) + 1) / 3)
        if let edits = measure.between(wrong, beginning, limit: slack), mayMean(wrong, beginning, &measure) {
            return 100 * (edits + 1) + right.count - beginning.count
        }
        // «Саткинский городской» for «Саткинский МР»: what comes first names the thing, the rest says of what sort it is.
        return sharesFirstWord(wrong, right, &measure) ? 10_000 + right.count : nil
    }

    /// Whether both begin with the same word, give or take its ending; Cyrillic names of several words alone.
    private static func sharesFirstWord(
        _ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar], _ measure: inout EditDistance
    ) -> Bool {
        guard let one = wrong.firstIndex(of: " "), let other = right.firstIndex(of: " "), one >= 6, other >= 6,
            right.contains(where: { $0.value >= 0x400 })
        else { return false }
        return measure.between(Array(wrong[..<one]), Array(right[..<other]), limit: 2) != nil
    }

    /// Whether no word of a long name differs as a whole: «Управление образования Саткинского района» is near to that of
    /// another district by its letters alone.
    private static func mayMean(_ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar], _ measure: inout EditDistance)
        -> Bool
    {
        let pairs = (wrong.split(separator: " "), right.split(separator: " "))
        // Identifiers have no such words.
        guard pairs.0.count >= 2, pairs.0.count == pairs.1.count, right.contains(where: { $0.value >= 0x400 }) else {
            return true
        }
        return zip(pairs.0, pairs.1).allSatisfy { left, right in
            left == right
                || measure.between(Array(left), Array(right), limit: max(1, max(left.count, right.count) / 4)) != nil
        }
    }

    private static func words(in name: [Unicode.Scalar]) -> Int { name.reduce(into: 1) { if $1 == " " { $0 += 1 } } }

    /// The first words of a name that has more of them.
    private static func beginning(of name: [Unicode.Scalar], words: Int) -> [Unicode.Scalar]? {
        var left = words
        for (index, letter) in name.enumerated() where letter == " " {
            left -= 1
            if left == 0 { return Array(name[..<index]) }
        }
        return nil
    }
}

/// Which letters a name has, in 64 bits: tells most far names apart without measuring.
private struct LetterSet: Sendable {
    private var bits: UInt64 = 0

    init(_ name: [Unicode.Scalar]) {
        for letter in name { bits |= 1 << UInt64(letter.value & 63) }
    }

    /// Never more than the true distance: an edit changes at most two bits.
    func leastEdits(to other: LetterSet) -> Int { ((bits ^ other.bits).nonzeroBitCount + 1) / 2 }
}

/// Names brought to what a person reads in them.
private enum SuggestedName {
    /// The folded name with hyphens and underscores as blanks, single quotation marks dropped.
    static func folded(_ name: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(name.utf8.count)
        for scalar in NameFolding.fold(name).unicodeScalars {
            switch scalar {
            case "'", "‘", "’": continue
            case " ", "-", "_": if let last = result.last, last != " " { result.append(" ") }
            default: result.append(scalar)
            }
        }
        if result.last == " " { result.removeLast() }
        return result
    }

    /// The same keys on the other of the two layouts; letters decide which one was meant.
    static func otherLayout(_ name: String) -> String {
        let keys = name.lowercased().unicodeScalars
        let isRussian = keys.contains { $0.value >= 0x400 }
        var result = String.UnicodeScalarView()
        for key in keys { result.append((isRussian ? KeyboardKeys.latin(key) : KeyboardKeys.russian(key)) ?? key) }
        return String(result)
    }

    /// Latin letters that look like Cyrillic ones among Cyrillic letters, as Cyrillic.
    static func withoutLookAlikes(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard name.contains(where: { $0.value >= 0x400 }) else { return name }
        return name.map { LookAlikes.cyrillic($0) ?? $0 }
    }
}
