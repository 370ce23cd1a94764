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
                let folded = NameFolding.folded(original)
                return Name(original: original, folded: folded, letters: LetterSet(folded))
            }
    }

    /// The right names nearest to `wrong`, the nearest first; empty when nothing is near.
    package func nearest(to wrong: String, limit: Int = 3) -> [String] {
        let folded = NameFolding.folded(wrong)
        guard !folded.isEmpty, folded.count <= 200 else { return [] }
        var variants = [folded]
        for variant in [NameFolding.folded(NameFolding.otherLayout(wrong)), NameFolding.withoutLookAlikes(folded)]
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
        return measure.between(wrong, beginning, limit: slack)
            .map { 100 * ($0 + 1) + right.count - beginning.count }
    }

    /// Whether no word of a long name differs as a whole: «Управление образования Саткинского района» is near to that of
    /// another district by its letters alone.
    private static func mayMean(_ wrong: [Unicode.Scalar], _ right: [Unicode.Scalar], _ measure: inout EditDistance)
        -> Bool
    {
        let pairs = (wrong.split(separator: " "), right.split(separator: " "))
        // Identifiers have no such words.
        guard pairs.0.count >= 3, pairs.0.count == pairs.1.count, right.contains(where: { $0.value >= 0x400 }) else {
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

/// Optimal string alignment distance: insert, delete, replace, swap neighbours.
///
/// Its rows are kept for the next pair.
package struct EditDistance {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    package init() {}

    /// The distance, or nil when it is above `limit`; O(length × limit).
    package mutating func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        // Cells further than `limit` from the diagonal cannot be part of an answer.
        let beyond = limit + 1
        beforeLast = Array(repeating: beyond, count: right.count + 1)
        last = (0...right.count).map { min($0, beyond) }
        current = beforeLast
        for row in 1...left.count {
            let columns = max(1, row - limit)...max(1, min(right.count, row + limit))
            current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, beyond) : beyond
            var smallest = beyond
            for column in columns {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = min(cost, beyond)
                smallest = min(smallest, cost)
            }
            if columns.upperBound < right.count { current[columns.upperBound + 1] = beyond }
            if smallest > limit { return nil }
            swap(&beforeLast, &last)
            swap(&last, &current)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

/// Names brought to what a person reads in them.
enum NameFolding {
    /// Lower case, `ё` as `е`, quotes dropped, hyphens, underscores and runs of blanks as one blank.
    static func folded(_ name: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(name.utf8.count)
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "ё": result.append("е")
            case "«", "»", "\"", "'", "“", "”", "„", "‘", "’": continue
            case " ", "\u{A0}", "\t", "-", "_", "–", "—", "\u{2011}":
                if let last = result.last, last != " " { result.append(" ") }
            default: if !UnseenCharacters.contains(scalar) { result.append(scalar) }
            }
        }
        if result.last == " " { result.removeLast() }
        return result
    }

    /// The same keys on the other of the two layouts; letters decide which one was meant.
    static func otherLayout(_ name: String) -> String {
        let keys = name.lowercased().unicodeScalars
        let table = keys.contains { $0.value >= 0x400 } ? latinByCyrillicKey : cyrillicByLatinKey
        var result = String.UnicodeScalarView()
        for key in keys { result.append(table[key] ?? key) }
        return String(result)
    }

    /// Latin letters that look like Cyrillic ones among Cyrillic letters, as Cyrillic.
    static func withoutLookAlikes(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard name.contains(where: { $0.value >= 0x400 }) else { return name }
        return name.map { cyrillicByLook[$0] ?? $0 }
    }

    private static let latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
    private static let cyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбюё"
    private static let cyrillicByLatinKey = table(latinKeys, cyrillicKeys)
    private static let latinByCyrillicKey = table(cyrillicKeys, latinKeys)
    private static let cyrillicByLook = table("aceopxykmthb", "асеорхукмтнв")

    private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(from.unicodeScalars, to.unicodeScalars)) { first, _ in first }
    }
}
