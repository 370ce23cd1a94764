import Diagnostics
import Languages

/// Names of municipalities among words: in any case, with their sorts, those of the list and others.
extension PlaceMentions {
    /// The places of a text, the candidates of each: none of one that is a municipality and none of the list.
    func mentions(in words: [Substring]) -> [Mention] { list(words) ?? scanned(words) }

    private func scanned(_ words: [Substring]) -> [Mention] {
        var (result, place, floor): ([Mention], Int, Int) = ([], 0, 0)
        let hasOffice = Self.nameOffice(words)
        // «Школы Миасса», «отдел образования Миасса».
        let areOfAPlace = hasOffice || Self.areLocals(words)
        func take(_ named: (entries: [EntryIndex], count: Int), at start: Int, from first: Int) {
            result.append(Mention(entries: named.entries, text: Self.text(of: words[first..<start + named.count])))
            (place, floor) = (start + named.count, start + named.count)
        }
        while place < words.count {
            // «Департамент образования Ярославской области (г. Ярославль)» sits in a town and is not the town's.
            if result.isEmpty, place > 0, Self.isRegion(words[place]), InflectedWords.isAdjectival(words[place - 1]) {
                return []
            }
            guard let (sort, count) = PlaceSort.beginning(words[place...]) else {
                // A name by itself, or the place of an office; not an adjective, which says of what it is behind itself.
                if let named = noun(at: place, words, sort: nil),
                    named.count == words.count
                        || areOfAPlace && place > 0 && (named.count > 1 || !InflectedWords.isAdjectival(words[place]))
                {
                    take(named, at: place, from: place)
                    // «учителя Миасса и Сокола»: a town like the one before it.
                    while place + 1 < words.count, words[place] == "и", let count = unlistedTown(at: place + 1, words) {
                        take(([], count), at: place + 1, from: place + 1)
                    }
                } else if InflectedWords.isAdjectival(words[place]), Self.isInstitution(at: place + 1, words),
                    words[place].first?.isUppercase == true,
                    case let found = entries(named: [words[place]], sort: nil), found.count == 1
                {
                    // «Миасские школы»
                    take((found, 1), at: place, from: place)
                } else {
                    place += 1
                }
                continue
            }
            let end = place + count
            let before = adjectives(before: place, words, sort: sort, sortEnd: end, floor: floor)
            // «Кировский район г. Саратова» is of a town.
            let town =
                PlaceSort.beginning(words[end...]).flatMap { $0.sort == .settlement ? end + $0.count : nil } ?? end
            if !before.isEmpty, before.allSatisfy(\.entries.isEmpty),
                let named = noun(at: town, words, sort: .settlement),
                !named.entries.isEmpty
            {
                take(named, at: town, from: town)
                continue
            }
            if !before.isEmpty {
                result += before
                (place, floor) = (end, end)
                continue
            }
            // «ГО город Ярославль».
            let inner = PlaceSort.beginning(words[end...])
            let start = inner?.sort == .settlement ? end + (inner?.count ?? 0) : end
            // «гг. Миасс и Сокол», «администрация г. Сокола».
            let isUnderstood = hasOffice || PlaceSort.areSettlements(words[place]) || !result.isEmpty
            // «Муниципальные районы Заволжья» are not called that.
            let areMany = PlaceSort.areMunicipalities(words[place..<end])
            if let named = noun(at: start, words, sort: sort, isOffices: isUnderstood),
                !(areMany && named.entries.isEmpty)
            {
                take(named, at: start, from: place)
                // «городов Вологды и Череповца»: the sort is said once.
                while place + 1 < words.count, words[place] == "и",
                    PlaceSort.beginning(words[(place + 1)...]) == nil,
                    let next = noun(at: place + 1, words, sort: sort, isOffices: isUnderstood),
                    // «г. Миасса и Троицкого района»: that has a sort of its own.
                    PlaceSort.beginning(words[(place + 1 + next.count)...]) == nil
                {
                    take(next, at: place + 1, from: place + 1)
                }
            } else {
                place = end
            }
        }
        return result
    }

    /// Words as they stand in their text.
    private static func text(of words: ArraySlice<Substring>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return String(first.base[first.startIndex..<last.endIndex])
    }

    /// How many words a town has that the list has not and that stands beside one of it: «Сокола», «Великого Устюга».
    func unlistedTown(at place: Int, _ words: [Substring]) -> Int? {
        guard PlaceSort.beginning(words[place...]) == nil, noun(at: place, words, sort: nil) == nil else { return nil }
        let isLed = InflectedWords.isAdjectival(words[place]) && place + 1 < words.count
        let last = isLed ? place + 1 : place
        guard words[place...last].allSatisfy(Self.isProperName), !InflectedWords.isAdjectival(words[last]),
            !Self.isLand(words[last]), PlaceSort.beginning(words[last...]) == nil,
            Self.mayBePlace(Self.text(of: words[last...last]))
        else { return nil }
        return last - place + 1
    }

    /// «Миасс и Аша», «Миасс и Ашинский район»: names, of which the list has one at least; nothing of other words.
    private func list(_ words: [Substring]) -> [Mention]? {
        let names = words.split(separator: "и")
        guard names.count > 1 else { return nil }
        var (found, hasName): ([Mention], Bool) = ([], false)
        let hasSort = names.contains { name in name.indices.contains { PlaceSort.beginning(name[$0...]) != nil } }
        for name in names {
            let text = Self.text(of: name)
            let named = entries(named: Array(name), sort: nil)
            if !named.isEmpty {
                // «Миасского и Троицкого районов»: their sort stands behind the last.
                if hasSort, let last = name.last, InflectedWords.isAdjectival(last) { return nil }
                found.append(Mention(entries: named, text: text))
                hasName = true
            } else if name.indices.contains(where: { PlaceSort.beginning(name[$0...]) != nil }) {
                let inner = scanned(Array(name))
                guard !inner.isEmpty else { return nil }
                found += inner
            } else if hasSort ? Self.mayBePlace(text) : name.count == 1 && name.first?.first?.isUppercase == true {
                // One word with a capital may be a place elsewhere.
                found.append(Mention(entries: [], text: text))
            } else {
                return nil
            }
        }
        return hasName ? found : nil
    }

    static func isRegion(_ word: Substring) -> Bool {
        ["област", "кра", "республик"].contains { InflectedWords.isForm(word, of: $0) }
    }

    /// «Миасского и Копейского» before a sort.
    private func adjectives(
        before end: Int, _ words: [Substring], sort: PlaceSort, sortEnd: Int, floor: Int
    ) -> [Mention] {
        guard sort.isMunicipal else { return [] }
        var (result, place): ([Mention], Int) = ([], end)
        while place > floor {
            let word = words[place - 1]
            guard word.first?.isUppercase == true else { break }
            // «Верхнего Услона» has two words, «Большемурашкинского» one.
            let stem = InflectedWords.adjectiveStem(word)
            let found = stem == nil ? [] : entries(named: [word], sort: sort)
            guard !found.isEmpty || stem.map(Self.tellsAPlace) ?? false || resembles(word) else { break }
            // «Буйского» of «Буйского и Любимского районов».
            let isAlone = place == end && !(place - 2 > floor && words[place - 2] == "и")
            result.insert(
                Mention(entries: found, text: Self.text(of: words[place - 1..<(isAlone ? sortEnd : place)])), at: 0)
            guard place - 2 > floor, words[place - 2] == "и" else { break }
            place -= 2
        }
        return result
    }

    /// Whether an adjective is made of a place: «Буйский», not «Каждый», «Городской», «Методический».
    static func tellsAPlace(_ stem: String) -> Bool {
        // «Верховажкий» is misspelt, and a place all the same.
        stem.hasSuffix("к") && stem.count > 4 && !stem.hasSuffix("ическ") && !common.contains(stem)
    }

    /// Whether a word begins like a name of the list and is no form of it: «Вольскго», «Балаковсого».
    func resembles(_ word: Substring) -> Bool {
        let folded = NameFolding.fold(word)
        let alike = names[folded.prefix(Self.letters)] ?? []
        return !alike.contains { $0.stems.count == 1 && InflectedWords.isForm(folded: folded, of: $0.stems[0]) }
            && alike.contains { name in
                guard let stem = name.stems.first, folded.count <= stem.count + Self.longestEnding else { return false }
                return zip(folded, stem).prefix { $0 == $1 }.count >= max(4, stem.count - 2)
            }
    }

    /// What a word may have behind its stem, and a letter that is too many.
    private static let longestEnding = 4

    /// Names in a text that are near to some of the list and are none of those that were found in it.
    ///
    /// People, «Вольская Н. П.», and what is called something in quotation marks are no places.
    func leftOver(in text: String, besides found: Finding) -> [String] {
        let (entries, told): (Set<EntryIndex>, [String]) =
            switch found {
            case .known(let named, let unknown): (Set(named.flatMap(\.self)), unknown)
            case .every(_, let but, let unknown, _): (Set(but.flatMap(\.self)), unknown)
            case .unknown(let unknown), .locals(let unknown): ([], unknown)
            case .everyLocals, .ofRegion, .unclear, .none: ([], [])
            }
        let words = InflectedWords.words(Self.withoutQuotations(text))
        return words.indices.filter { place in
            let word = words[place]
            return Self.isProperName(word) && !Self.isOfPerson(place, words) && !Self.areLocals([word])
                && resembles(word)
                && !told.contains { $0.contains(word) } && !Self.isLand(word)
                && !(place + 1 < words.count && Self.isRegion(words[place + 1]))
                && !entries.contains { entry in
                    (stems[entry] ?? []).contains { InflectedWords.isForm(word, of: $0) }
                }
        }.map { String(words[$0]) }
    }

    private static let common: Set<String> = [
        "городск", "сельск", "российск", "детск", "родительск", "учительск", "республиканск", "ученическ",
        "велик", "маленьк", "близк", "далек", "мелк", "редк", "юниорск", "юношеск", "женск", "мужск", "студенческ",
    ]

    /// The name that begins at a word, the longest of the list, and how many words it has; of none a municipality by its sort.
    ///
    /// - Parameter isOffices: whether an office is named, which in a town that the list has not is of a municipality elsewhere.
    func noun(
        at place: Int, _ words: [Substring], sort: PlaceSort?, isOffices: Bool = false
    ) -> (entries: [EntryIndex], count: Int)? {
        guard place < words.count, words[place].first?.isUppercase == true, !Self.isOfPerson(place, words),
            // «Музей „Свеча“» is called so; «ЗАТО „Первомайский“» is a municipality.
            sort != nil || place == 0 || !Self.isQuoted(words[place])
        else { return nil }
        for count in stride(from: min(3, words.count - place), through: 1, by: -1) {
            let named = Array(words[place..<place + count])
            let found = entries(named: named, sort: sort)
            if !found.isEmpty { return (found, count) }
        }
        // «МО» is mostly something else than an okrug: an association of teachers.
        guard sort == .cityOkrug || sort == .district || sort == .settlement && isOffices else { return nil }
        let isLed =
            InflectedWords.isAdjectival(words[place]) && place + 1 < words.count && Self.isProperName(words[place + 1])
        return ([], isLed ? 2 : 1)
    }

    /// Entries whose names are near to one, in any case and of any sort, the nearest first; O(names).
    func near(_ name: String) -> [EntryIndex] {
        var owners: [String: [EntryIndex]] = [:]
        for name in names.values.flatMap(\.self) {
            owners[name.stems.joined(separator: " "), default: []].append(name.entry)
        }
        let (stems, _) = Self.parts(of: InflectedWords.words(name))
        var seen: Set<EntryIndex> = []
        return NameSuggester(owners.keys.sorted()).likely(stems.joined(separator: " "), limit: 6)
            .flatMap { owners[$0] ?? [] }.filter { seen.insert($0).inserted }
    }

    /// Words for the sorts of which it has entries, where these are several; as texts have them.
    var sortNames: [String] {
        let sorts = Set(official.values)
        let named: [(PlaceSort, String)] = [
            (.cityOkrug, "городские округа"), (.municipalOkrug, "муниципальные округа"),
            (.district, "муниципальные районы"),
        ]
        let found = named.filter { sorts.contains($0.0) }.map(\.1)
        return found.count > 1 ? found : []
    }

    /// The entries of some sorts, nothing where that is all of them; and those of which nobody can say what they are.
    func entries(of wanted: Set<PlaceSort>) -> (found: [EntryIndex]?, unsorted: [EntryIndex]) {
        let found = everyEntry.filter { entry in
            guard let sort = official[entry] else { return false }
            return wanted.contains(sort) || wanted.contains(.okrug) && (sort == .cityOkrug || sort == .municipalOkrug)
                || sort == .okrug && (wanted.contains(.cityOkrug) || wanted.contains(.municipalOkrug))
        }
        return (found.count == everyEntry.count ? nil : found, unsorted)
    }

    /// The entries that are called by some words in any case.
    func entries(named words: [Substring], sort: PlaceSort?) -> [EntryIndex] {
        let folded = words.map { NameFolding.fold($0) }
        guard let first = folded.first else { return [] }
        if words.count == 2, words[0].count == 1 { return abbreviated(first, folded[1]) }
        // A stem may be shorter than that.
        let called = (1...Self.letters).filter { $0 <= first.count }.flatMap { names[first.prefix($0)] ?? [] }.filter {
            name in
            name.stems.count == folded.count
                && zip(folded, name.stems).allSatisfy { InflectedWords.isForm(folded: $0, of: $1) }
        }
        let fitting = called.filter { name in
            let own = sorts[name.entry] ?? []
            guard let sort else { return true }
            // «Миасс» and «город Миасс» are names of towns, and «Троицкий ГО» is that of Троицк; «Троицкий» is one of a town and
            // of a district.
            if sort == .settlement {
                return name.sort == nil || name.sort == .settlement || name.sort == .cityOkrug || own.isEmpty
            }
            return own.isEmpty || own.contains { $0 != .settlement && $0.mayBe(sort) }
        }
        let exact = fitting.filter { name in sort.map { sorts[name.entry]?.contains($0) ?? false } ?? true }
        return Set((exact.isEmpty ? fitting : exact).map(\.entry)).sorted()
    }

    /// The entries whose name has two words, the first of which is said by its initial; O(names).
    private func abbreviated(_ initial: String, _ last: String) -> [EntryIndex] {
        let found = names.values.flatMap(\.self).filter { name in
            name.stems.count == 2 && name.stems[0].hasPrefix(initial)
                && InflectedWords.isForm(folded: last, of: name.stems[1])
        }
        return Set(found.map(\.entry)).sorted()
    }
}
