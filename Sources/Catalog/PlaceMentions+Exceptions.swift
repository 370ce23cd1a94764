import Languages

/// Who is left out of what a text says: «кроме Миасса», «за исключением городских».
extension PlaceMentions {
    /// «Все районы, кроме Аши»: what stands before and behind the word, or beside the brackets that hold it.
    ///
    /// - Returns: `maybe` of «без», which mostly excepts nobody: «без отрыва от работы».
    static func exception(in text: String) -> (whole: String, but: String, maybe: Bool)? {
        guard let found = joint(in: text, exceptionLength) else { return nil }
        let maybe = NameFolding.fold(found.word) == "без"
        guard found.isBracketed, let close = found.behind.firstIndex(of: ")") else {
            return (found.before, found.behind, maybe)
        }
        let rest = found.behind[found.behind.index(after: close)...].trimmed
        let whole = rest.isEmpty ? found.before : found.before + (rest.first == "," ? "" : " ") + rest
        return (whole, String(found.behind[..<close]), maybe)
    }

    /// Whether a text goes on with an exception from what stands before it: «кроме Миасса».
    package static func beginsWithException(_ text: String) -> Bool {
        exceptionLength(InflectedWords.words(text)[...]) != nil
    }

    /// What stands before «в том числе», «включая»: those that are named behind it are of it already.
    static func including(_ text: String) -> String? {
        let found = joint(in: text) { words in
            let folded = words.prefix(3).map { NameFolding.fold($0) }
            if folded.first == "включая" { return 1 }
            return folded == ["в", "том", "числе"] || folded == ["в", "т", "ч"] ? 3 : nil
        }
        return found?.before
    }

    /// Whether a text excepts some of all, so that a municipality that follows is excepted too: «все, кроме Миасса».
    func exceptsOfAll(_ text: String) -> Bool {
        guard let found = Self.exception(in: text), !found.maybe, case .every(nil, _, _, _) = item(found.whole) else {
            return false
        }
        return true
    }

    /// Whether a text begins a list of those that it excepts: whoever follows is of it, «все, кроме: Миасса».
    package static func endsWithList(_ text: String) -> Bool {
        guard let found = exception(in: text), !found.maybe else { return false }
        return text.dropLast(found.but.count).trimmed.hasSuffix(":")
    }

    /// Those who act together: «Отдел образования совместно с музеем».
    static func together(_ text: String) -> [String] {
        guard let found = joint(in: text, partnershipLength) else { return [text] }
        return [found.before, found.behind].filter { !$0.isEmpty }
    }

    /// How many words begin an exception here: «кроме», «за исключением», «за искл.».
    private static func exceptionLength(_ words: ArraySlice<Substring>) -> Int? {
        guard let first = words.first, (3...10).contains(first.utf8.count / 2) || first.utf8.count == 4 else {
            return nil
        }
        let folded = NameFolding.fold(first)
        if exceptions.contains(folded) { return 1 }
        let second = words.dropFirst().first
        guard folded == "за" || folded == "не" || folded == "с", let second else { return nil }
        let next = NameFolding.fold(second)
        return next.hasPrefix("искл") || folded == "за" && next == "вычетом" || folded == "не" && next == "считая"
            ? 2 : nil
    }

    static let exceptions: Set<String> = ["кроме", "исключая", "искл", "помимо", "без", "минус", "except"]

    private static func partnershipLength(_ words: ArraySlice<Substring>) -> Int? {
        guard let first = words.first, first.utf8.count == 18 || first.utf8.count == 10,
            ["совместно", "вместе"].contains(NameFolding.fold(first)), let second = words.dropFirst().first
        else { return nil }
        return ["с", "со"].contains(NameFolding.fold(second)) ? 2 : nil
    }

    /// What stands before and behind the first of some words, if anything stands behind them; O(words).
    private static func joint(
        in text: String, _ length: (ArraySlice<Substring>) -> Int?
    ) -> (before: String, word: Substring, behind: String, isBracketed: Bool)? {
        let words = InflectedWords.words(text)
        for (place, word) in words.enumerated() {
            guard let count = length(words[place...]), place + count < words.count else { continue }
            var before = text[..<word.startIndex]
            var isBracketed = false
            while let last = before.last, last.isWhitespace || last == "," || last == "(" {
                isBracketed = isBracketed || last == "("
                before.removeLast()
            }
            return (String(before), word, String(text[words[place + count].startIndex...]), isBracketed)
        }
        return nil
    }

    /// Those that an exception names: «Миасса и Аши», «городских» of «все округа, кроме городских».
    func excepted(_ text: String) -> Finding {
        let words = InflectedWords.words(text)
        let sorts = words.filter { $0 != "и" }.map(PlaceSort.ofAdjective)
        if !sorts.isEmpty, sorts.allSatisfy({ $0 != nil }) {
            let (found, unsorted) = entries(of: Set(sorts.compactMap(\.self)))
            return .every(of: found, but: [], unsorted: unsorted)
        }
        let isOfNames = words.contains { $0.first?.isUppercase == true && $0.contains(where: \.isLowercase) }
        if isOfNames, let found = whole(text) { return found }
        // «кроме МР», «кроме районов»
        if words.count == 1, let sort = PlaceSort.beginning(words[...])?.sort, sort.isMunicipal {
            let (found, unsorted) = entries(of: [sort])
            return .every(of: found, but: [], unsorted: unsorted)
        }
        if !isOfNames, Self.nameMunicipalities(words),
            case .every(let some?, _, _, let unsorted)? = every(["все"] + words)
        {
            return .every(of: some, but: [], unsorted: unsorted)
        }
        guard let inner = Self.exception(in: text) else { return find(in: text) }
        // «кроме Миасса и кроме Аши»
        let first = inner.whole.hasSuffix(" и") ? String(inner.whole.dropLast(2)) : inner.whole
        return combined([excepted(first), excepted(inner.but)])
    }

    /// «Все муниципалитеты» but those of an exception; where that names none, «кроме школ», it is as if nothing were said.
    ///
    /// Who is excepted is never meant: whatever stands before it, «победители», it is of all others.
    func every(_ whole: String, but exception: Finding) -> Finding {
        let found = whole.isEmpty ? .none : item(whole)
        let (but, unknown, unsorted): ([[EntryIndex]], [String], [EntryIndex])
        switch exception {
        case .known(let entries, let others): (but, unknown, unsorted) = (entries, others, [])
        case .every(let entries?, _, let others, let without):
            (but, unknown, unsorted) = (entries.map { [$0] }, others, without)
        case .unknown(let names): (but, unknown, unsorted) = ([], names, [])
        case .unclear: return .unclear
        // «все, кроме Аши и Троицка», where there are no others: nobody is left.
        case .every(nil, let others, let names, _) where others.isEmpty:
            (but, unknown, unsorted) = (everyEntry.map { [$0] }, names, [])
        case .every(nil, _, _, _), .locals, .everyLocals, .ofRegion, .none: return found
        }
        switch found {
        case .known(let entries, let others):
            let left = entries.filter { named in !but.contains { !Set($0).isDisjoint(with: named) } }
            return left.isEmpty ? .none : .known(left, unknown: others)
        case .every(let entries, let others, let names, let without):
            return .every(
                of: entries, but: others + but, unknown: unknown + names,
                unsorted: without + unsorted.filter { !without.contains($0) })
        case .unclear: return .unclear
        case .locals(let names): return .every(of: nil, but: but, unknown: unknown + names, unsorted: unsorted)
        case .everyLocals, .ofRegion, .none:
            return .every(of: nil, but: but, unknown: unknown, unsorted: unsorted)
        case .unknown: return found
        }
    }
}
