import Languages

/// Texts that are understood as a whole, and what leaves others in doubt.
///
/// ```
/// whole  = piece { ( "," | ";" | "и" | "а также" | "и/или" | "/" ) piece }
/// piece  = name | sort | head ( ":" | "—" | "(" ) whole [ ")" ]     Муниципальные районы: Миасский, Ашинский; школы (Миасс)
/// ```
/// Remarks in brackets that name nobody, «(по согласованию)», «(3 школы)», say nothing of whom.
extension PlaceMentions {
    /// Names and sorts and nothing else; nothing of other texts.
    ///
    /// O(words · names that begin alike).
    func whole(_ text: String) -> Finding? {
        var (found, sortBehind): ([Finding], PlaceSort?) = ([], nil)
        let pieces = Self.pieces(of: text)
        // «МР, МО и ГО»
        let hasSort = pieces.contains(where: Self.isSort)
        for piece in pieces.reversed() {
            if hasSort, Self.mayBeSort(piece), let okrugs = every(InflectedWords.words(Self.municipalOkrugs)) {
                found.append(okrugs)
            } else if let (entries, sort, isPlural) = wholeName(piece, behind: sortBehind) {
                // «Миасского и Троицкого районов»: their sort stands behind the last.
                if sort != nil { sortBehind = isPlural ? sort : nil }
                found.append(.known([entries], unknown: []))
            } else if let finding = headed(piece) ?? wholeSort(piece) {
                sortBehind = nil
                found.append(finding)
            } else if let name = unlistedName(piece), pieces.count > 1 {
                sortBehind = nil
                found.append(.unknown([name]))
            } else {
                return nil
            }
        }
        guard found.count > 1 else { return found.first }
        return combined(found.reversed())
    }

    /// A text that is the name of a municipality with its sort, which the list has not: «Верховажкий район».
    private func unlistedName(_ text: String) -> String? {
        let found = mentions(in: InflectedWords.words(text))
        return found.count == 1 && found[0].entries.isEmpty && found[0].text == text ? text : nil
    }

    /// The entries that a text calls and nothing else, and the sort that it says them to be.
    private func wholeName(
        _ text: String, behind: PlaceSort?
    ) -> (entries: [EntryIndex], sort: PlaceSort?, isPlural: Bool)? {
        let words = InflectedWords.words(text)
        var (start, end, sort, isPlural): (Int, Int, PlaceSort?, Bool) = (0, words.count, nil, false)
        func take(_ found: PlaceSort, _ words: ArraySlice<Substring>) {
            sort = sort?.isMunicipal ?? false ? sort : found
            isPlural = isPlural || PlaceSort.areMunicipalities(words)
        }
        while start < end, let found = PlaceSort.beginning(words[start...]), start + found.count < end {
            take(found.sort, words[start..<start + found.count])
            start += found.count
        }
        for count in [2, 1] where end - count > start {
            guard let found = PlaceSort.beginning(words[(end - count)...]), found.count == count else { continue }
            take(found.sort, words[end - count..<end])
            end -= count
            break
        }
        guard start < end, words[start].first?.isUppercase == true else { return nil }
        let entries = entries(named: Array(words[start..<end]), sort: sort ?? behind)
        return entries.isEmpty ? nil : (entries, sort, isPlural)
    }

    private func wholeSort(_ text: String) -> Finding? {
        let words = InflectedWords.words(text)
        if words.count == 1, let found = abbreviated(words[0]) { return found }
        // «муниципальные» of «муниципальные и городские округа» are none yet.
        guard words.count == 1 ? PlaceSort.ofAdjective(words[0]) == nil : Self.nameMunicipalities(words),
            !Self.counts(text), let found = every(words), case .every = found
        else { return nil }
        return found
    }

    /// All of a sort that is said by its abbreviation, «МР», «ГО»; «МО» may be something else.
    func abbreviated(_ word: Substring) -> Finding? {
        guard Self.isSort(word) || NameFolding.fold(word) == "зато" else { return nil }
        return every(["все", word])
    }

    /// What stands between the marks that join names, outside brackets and quotation marks, without remarks that name nobody.
    static func pieces(of text: String) -> [String] {
        var (pieces, depth, isQuoted): ([String], Int, Bool) = ([""], 0, false)
        for character in joined(text) {
            if "«„“".contains(character) { isQuoted = true }
            if "»".contains(character) { isQuoted = false }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth <= 0, !isQuoted, character == "," || character == ";" {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces.map { withoutRemark($0.trimmed) }.filter { !$0.isEmpty }
    }

    /// With commas for the words that join.
    private static func joined(_ text: String) -> String {
        var text = text
        for word in [" и/или ", " а также ", ", так и ", " / ", " и "] { text = text.replacing(word, with: ", ") }
        return text.hasPrefix("как ") || text.hasPrefix("Как ") ? String(text.dropFirst(4)) : text
    }

    /// «Миасский — 3 школы», where the remark names nobody.
    private static func withoutRemark(_ piece: String) -> String {
        guard let mark = piece.firstIndex(where: { "—–:".contains($0) }), mark > piece.startIndex,
            case let remark = piece[piece.index(after: mark)...], !remark.allSatisfy(\.isWhitespace), isRemark(remark),
            // «Муниципальные районы — участники проекта» are not all of them.
            !nameSort(String(piece[..<mark]))
        else { return piece }
        return piece[..<mark].trimmed
    }

    /// A text without the brackets whose words name nobody and leave nobody out: «(по согласованию)».
    static func withoutRemarks(_ text: String) -> String {
        guard text.contains("(") else { return text }
        var (result, rest) = ("", text[...])
        // «Муниципальные районы (первая группа)» are not all of them.
        let isOfSort = nameSort(text)
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let inner = rest[rest.index(after: open)..<close]
            let isPlain = isRemark(inner) && (!isOfSort || NameFolding.fold(inner).contains("согласован"))
            result += isPlain ? String(rest[..<open]).trimmedAtEnd : String(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return (result + rest).trimmed
    }

    /// Whether a text speaks of municipalities in the plural: «муниципальные районы».
    private static func nameSort(_ text: String) -> Bool {
        InflectedWords.words(text).contains { word in
            isMunicipalWord(word) && PlaceSort.areMunicipalities([word])
                || NameFolding.fold(word).hasPrefix("муниципалитет")
        }
    }

    private static func isRemark(_ text: Substring) -> Bool {
        let words = InflectedWords.words(String(text))
        return !words.indices.contains { place in
            let (word, folded) = (words[place], NameFolding.fold(words[place]))
            return word.first?.isUppercase == true && !isOfPerson(place, words) || isMunicipalWord(word)
                || folded == "не" || folded == "все"
                || exceptions.contains(folded) || doubtful.contains { folded.hasPrefix($0) }
                || ["списк", "исключ", "зато", "муниципалитет"].contains { folded.hasPrefix($0) }
        }
    }

    /// «Муниципальные районы: Вольский, Балаковский», «школы (Саратов, Шиханы)»: names behind what they are of.
    ///
    /// Nothing where anything else than names stands behind it, and where the head speaks of all or of a place.
    func headed(_ text: String) -> Finding? {
        guard let mark = text.firstIndex(where: { ":(—–".contains($0) }), mark > text.startIndex else { return nil }
        let head = InflectedWords.words(String(text[..<mark]))
        var tail = text[text.index(after: mark)...].trimmed[...]
        if text[mark] == "(" {
            guard tail.last == ")" else { return nil }
            tail = tail.dropLast()
        }
        let isOfNames = head.indices.dropFirst().allSatisfy { place in
            head[place].first?.isLowercase == true || Self.isMunicipalWord(head[place]) || Self.isOfPerson(place, head)
        }
        guard isOfNames, !head.contains(where: Self.mayWiden), names(of: head[...]).isEmpty else { return nil }
        let sort = head.indices.lazy.compactMap { PlaceSort.beginning(head[$0...])?.sort }.first { $0.isMunicipal }
        var found: [Finding] = []
        for piece in Self.pieces(of: String(tail)) {
            if let (entries, _, _) = wholeName(piece, behind: sort) ?? wholeName(piece, behind: nil) {
                found.append(.known([entries], unknown: []))
            } else if sort != nil || Self.mayBePlace(piece),
                piece.split(whereSeparator: \.isWhitespace).allSatisfy({ $0.first?.isUppercase == true })
            {
                found.append(.unknown([piece]))
            } else {
                return nil
            }
        }
        // «школы (Сокол)»: whose they are says but a name of the list.
        let isNamed = sort != nil || found.contains { if case .known = $0 { true } else { false } }
        return found.isEmpty || !isNamed ? nil : combined(found)
    }

    /// Whether a word of a head makes it one of all, or of where something takes place: «все», «области», «площадка».
    private static func mayWiden(_ word: Substring) -> Bool {
        let folded = NameFolding.fold(word)
        return folded == "не" || allWords.contains(folded) || isRegion(word)
            || doubtful.contains { folded.hasPrefix($0) }
    }

    // MARK: Doubt

    /// Whether words that a finding leaves over may change whom the text means: names, sorts, «и др.», «не участвует», a place
    /// where something is held beside a word for all.
    func isDoubtful(_ found: Finding, in text: String) -> Bool {
        let (named, told): (Set<EntryIndex>, [String])
        switch found {
        case .known(let entries, let unknown): (named, told) = (Set(entries.flatMap(\.self)), unknown)
        case .locals, .everyLocals, .every(.some, _, _, _): (named, told) = ([], [])
        case .unknown, .every, .ofRegion, .unclear, .none: return false
        }
        let words = InflectedWords.words(Self.withoutQuotations(text))
        var isWide = false
        for place in words.indices {
            let (word, folded) = (words[place], NameFolding.fold(words[place]))
            let next = place + 1 < words.count ? words[place + 1] : ""
            if ["не", "минус"].contains(folded) || Self.doubtful.contains(where: { folded.hasPrefix($0) }) {
                return true
            }
            if ["др", "пр"].contains(folded) || folded == "т" && ["д", "п"].contains(NameFolding.fold(next)) {
                return true
            }
            guard !named.isEmpty else { continue }
            // «все школы Вольского МР» are those of one.
            isWide =
                isWide || Self.isRegion(word) && !(place > 0 && InflectedWords.isAdjectival(words[place - 1]))
                || Self.allWords.contains(folded) && (next.isEmpty || Self.isMunicipalWord(next))
        }
        if isWide { return true }
        let isOne =
            named.isEmpty
            ? false : names(of: words[...]).contains { !named.isSuperset(of: $0) && named.isDisjoint(with: $0) }
        if case .every = found { return isOne }
        return isOne || hasSort(words, besides: named, told)
    }

    private static let doubtful = [
        "друг", "остальн", "проч", "соседн", "желающ", "затем", "вычет", "базе", "площадк", "проведени", "включая",
        "числе",
    ]

    /// The entries that the words of a text call, each name for itself; not people, and not what is called after them.
    private func names(of words: ArraySlice<Substring>) -> [[EntryIndex]] {
        let all = Array(words)
        return all.indices.compactMap { place in
            guard all[place].first?.isUppercase == true, !Self.isOfPerson(place, all) else { return nil }
            let found = entries(named: [all[place]], sort: nil)
            return found.isEmpty ? nil : found
        }
    }

    /// Whether a word is the name of a person, as with initials, with a patronymic, or behind «имени».
    static func isOfPerson(_ place: Int, _ words: [Substring]) -> Bool {
        func isInitial(_ other: Int) -> Bool {
            words.indices.contains(other) && words[other].count == 1 && words[other].first?.isUppercase == true
        }
        func isNamed(_ other: Int) -> Bool {
            words.indices.contains(other) && ["имени", "им"].contains(NameFolding.fold(words[other]))
        }
        func isPatronymic(_ other: Int) -> Bool {
            words.indices.contains(other)
                && ["вич", "вна", "ична"].contains { NameFolding.fold(words[other]).hasSuffix($0) }
        }
        return isPatronymic(place) || isInitial(place) && isInitial(place - 1)
            || isInitial(place - 1) && !PlaceSort.isTown(words[place - 1]) || isInitial(place + 1) || isNamed(place - 1)
            || isNamed(place - 2) && isProperName(words[place - 1]) || isPatronymic(place + 1)
            || isPatronymic(place + 2)
    }

    /// Whether words say a sort in the plural, or by its abbreviation, that is that of no name beside it: «Миасский ГО и районы».
    private func hasSort(_ words: [Substring], besides named: Set<EntryIndex>, _ told: [String]) -> Bool {
        func isName(_ place: Int) -> Bool {
            guard words.indices.contains(place) else { return false }
            if told.contains(where: { $0.contains(words[place]) }) { return true }
            return named.contains { entry in
                (stems[entry] ?? []).contains { InflectedWords.isForm(words[place], of: $0) }
            }
        }
        var place = 0
        while place < words.count {
            guard let found = PlaceSort.beginning(words[place...]), found.sort.isMunicipal else {
                if NameFolding.fold(words[place]).hasPrefix("муниципалитет") { return true }
                place += 1
                continue
            }
            let end = place + found.count
            if Self.isSort(words[place]) || PlaceSort.areMunicipalities(words[place..<end]), !isName(place - 1),
                !isName(end),
                // «ГО город Ярославль»
                !(end + 1 < words.count && isName(end + 1))
            {
                return true
            }
            place = end
        }
        return false
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
