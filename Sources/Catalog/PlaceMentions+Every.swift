import Languages

/// All municipalities, and all of a sort.
extension PlaceMentions {
    /// All municipalities, or all of some sorts, where words say so; ``Finding/unclear`` where one of the words may leave some out,
    /// nothing where they do not speak of all.
    func every(_ words: [Substring]) -> Finding? {
        let folded = words.map { NameFolding.fold($0) }
        let saysAll = folded.contains(where: Self.allWords.contains)
        var (sorts, adjectives): (Set<PlaceSort>, Set<PlaceSort>) = ([], [])
        var (isEverybody, areDistricts, areLocal) = (false, false, false)
        // «муниципальные районы и округа»: said once.
        var lastAdjectives: Set<PlaceSort> = []
        // «все МО» are mostly municipalities of any sort.
        let areAny = saysAll && !folded.contains { $0 != "мо" && !Self.allWords.contains($0) }
        if areAny, folded.count > 1 { return .every(of: nil, but: []) }
        // «школы ЗАТО», «все ЗАТО», «закрытые административно-территориальные образования»
        if folded.contains(where: { $0 == "зато" || $0.hasPrefix("административно-территориальн") }) {
            let isKnown = folded.indices.allSatisfy { place in
                folded[place] == "зато" || folded[place].hasPrefix("закрыт")
                    || folded[place].hasPrefix("административно-территориальн") || Self.areOfEach([words[place]])
            }
            // «МР, МО, ГО, ЗАТО» are several sorts.
            let isOne = !folded.contains { ["мр", "мо", "го"].contains($0) || InflectedWords.isForm($0, of: "район") }
            return isKnown && isOne && !closed.isEmpty ? .every(of: closed, but: []) : .unclear
        }
        for (place, word) in folded.enumerated() {
            let isSort = InflectedWords.isForm(word, of: "район") || InflectedWords.isForm(word, of: "округ")
            if isSort, adjectives.isEmpty, place > 0, folded[place - 1] == "и" { adjectives = lastAdjectives }
            if isSort { lastAdjectives = adjectives }
            // «городским округам» are several, «городским округом» is one.
            let isPlural =
                saysAll || Self.plurals.contains(where: word.hasSuffix)
                || ["ым", "им"].contains(where: word.hasSuffix)
                    && folded.dropFirst(place + 1).contains { $0.hasSuffix("ам") }
            if InflectedWords.isForm(word, of: "муниципальн") {
                if isPlural { adjectives.insert(.municipalOkrug) }
            } else if InflectedWords.isForm(word, of: "городск") {
                if isPlural { adjectives.insert(.cityOkrug) }
            } else if InflectedWords.isForm(word, of: "район") {
                if !adjectives.isEmpty {
                    sorts.insert(.district)
                } else if saysAll || Self.districts.contains(word) {
                    areDistricts = true
                }
                adjectives = []
            } else if InflectedWords.isForm(word, of: "округ") {
                let isMeant = saysAll || !adjectives.isEmpty || Self.okrugs.contains(word)
                if isMeant { sorts.formUnion(adjectives.isEmpty ? [.okrug] : adjectives) }
                adjectives = []
            } else if saysAll, let sort = PlaceSort.beginning([words[place]]), sort.count == 1, sort.sort.isMunicipal {
                sorts.insert(sort.sort)
            } else if Self.officesOfEach.contains(word) {
                areLocal = true
            } else if word != "и" {
                // «муниципальных образований»; «муниципальные методические службы» are people of each.
                if adjectives.contains(.municipalOkrug) {
                    if saysAll || word.hasPrefix("образовани") { isEverybody = true } else { areLocal = true }
                }
                isEverybody =
                    isEverybody || Self.municipalities.contains(word) || Self.towns.contains(word)
                    || saysAll && word == "муниципалитет"
                adjectives = []
            }
        }
        isEverybody = isEverybody || adjectives.contains(.municipalOkrug)
        // «Все районы» are all there are; those beside «городские округа» are a sort.
        if areDistricts { if sorts.isEmpty { isEverybody = true } else { sorts.insert(.district) } }
        // «школы области»; the office of a region is none of all.
        if !Self.nameOffice(words), Self.areLocals(words), words.contains(where: Self.isRegion) { isEverybody = true }
        if folded.first.map(Self.allAlone.contains) ?? false, sorts.isEmpty { isEverybody = true }
        // «все, кроме:» says nobody.
        if isEverybody, folded.contains(where: Self.exceptions.contains) { return .unclear }
        guard isEverybody || !sorts.isEmpty else { return areLocal ? .everyLocals : nil }
        if Self.nameMunicipalities(words), !Self.areOfEach(words) { return .unclear }
        let (found, unsorted) = isEverybody ? (nil, []) : entries(of: sorts)
        // The list has none of that sort.
        if found == [], unsorted.isEmpty { return .unclear }
        return .every(of: found, but: [], unsorted: unsorted)
    }

    /// Whether municipalities are named as such: «пилотные муниципалитеты», «три района»; «МО» alone is mostly an association of
    /// teachers.
    static func nameMunicipalities(_ words: [Substring]) -> Bool {
        words.indices.contains { place in
            let folded = NameFolding.fold(words[place])
            if folded.hasPrefix("муниципалитет") || municipalities.contains(folded) || towns.contains(folded) {
                return true
            }
            // «Муниципальная методическая служба» is of one.
            if InflectedWords.isForm(folded, of: "муниципальн"),
                ["ые", "ых", "ым", "ыми"].contains(where: folded.hasSuffix)
            {
                return true
            }
            guard let found = PlaceSort.beginning(words[place...]) else { return false }
            return found.sort.isMunicipal && NameFolding.fold(words[place]) != "мо"
                || NameFolding.fold(words[place]) == "зато"
        }
    }

    /// The same of a text.
    package static func nameMunicipalities(in text: String) -> Bool { nameMunicipalities(InflectedWords.words(text)) }

    /// Whether a word is one of those that say municipalities or a sort of them: «муниципальные», «округов», «МР».
    static func isMunicipalWord(_ word: Substring) -> Bool {
        let folded = NameFolding.fold(word)
        return municipalities.contains(folded) || towns.contains(folded)
            || folded.hasPrefix("муниципалитет") && !folded.contains("-")
            || ["муниципальн", "городск", "район", "округ"].contains { InflectedWords.isForm(folded, of: $0) }
            || isSort(word)
    }

    /// Whether each word of a text that names municipalities is known to leave none of them out: sorts, people, offices and
    /// their like, the region; not «пилотные», «три», «Правобережья».
    static func areOfEach(_ words: [Substring]) -> Bool {
        words.indices.allSatisfy { place in
            let word = words[place]
            let folded = NameFolding.fold(word)
            return isMunicipalWord(word) || allWords.contains(folded) || plain.contains(folded)
                || PlaceSort.beginning(words[place...])?.sort.isMunicipal ?? false
                // «г.о.» are two words.
                || ["о", "р"].contains(folded) || InflectedWords.isForm(folded, of: "город")
                || areLocals([word]) || nameOffice([word]) || isLand(word) || isRegion(word)
                || place + 1 < words.count && isRegion(words[place + 1]) && InflectedWords.isAdjectival(word)
                || ofEach.contains { folded.hasPrefix($0) }
        }
    }

    private static let plain: Set<String> = [
        "и", "а", "также", "из", "от", "в", "во", "по", "с", "со", "их", "при", "для",
    ]
    private static let ofEach = [
        "образовани", "образовател", "общеобразовател", "педагогическ", "методическ", "служб", "орган", "самоуправлени",
        "местн", "власт", "сфер", "представител", "заместител", "координатор", "ответственн", "член", "начальник",
        "согласовани", "кадр", "объединени", "ассоциац", "совет", "центр", "дополнительн",
    ]

    static let allWords: Set<String> = [
        "все", "всех", "всем", "всеми", "каждый", "каждое", "каждого", "каждом", "каждому", "любой", "любое", "любого",
    ]
    private static let allAlone: Set<String> = ["все", "всем", "каждый"]
    private static let plurals = ["ые", "ых", "ыми", "ие", "их", "ими"]
    private static let districts: Set<String> = ["районы", "районов", "районам", "районами", "районах"]
    /// «округа» may be that of one.
    private static let okrugs: Set<String> = ["округов", "округам", "округами", "округах"]
    private static let towns: Set<String> = ["городов", "городам", "городами", "городах"]
    private static let municipalities: Set<String> = [
        "муниципалитеты", "муниципалитетов", "муниципалитетам", "муниципалитетами", "муниципалитетах",
    ]
    /// Offices that each municipality has; beside a name they are its own.
    private static let officesOfEach: Set<String> = ["моуо", "муо", "руо", "ммс"]

    /// Whether a text counts some of all: «5 муниципальных округов»; numbers of institutions count nothing, «школы № 5».
    static func counts(_ text: String) -> Bool {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "№" }.enumerated().contains { place, word in
            word.allSatisfy(\.isNumber) && !(place > 0 && text.contains("№ \(word)"))
        }
    }

    /// Whether a text is the abbreviation of a sort: «МР», «ГО».
    package static func isSort(_ text: some StringProtocol) -> Bool { ["мр", "го"].contains(NameFolding.fold(text)) }

    /// Whether it is one that may be something else: «МО», an association of teachers.
    package static func mayBeSort(_ text: String) -> Bool { NameFolding.fold(text) == "мо" }

    /// What «МО» stands for beside other sorts.
    package static let municipalOkrugs = "муниципальные округа"
}
