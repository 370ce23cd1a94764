import Languages

/// What sort of a place words say: «муниципального района», «ГО», «г.», in any case.
enum PlaceSort: Hashable, Sendable {
    /// район, МР, р-н, муниципальный район.
    case district
    /// ГО, городской округ.
    case cityOkrug
    /// МО, муниципальный округ.
    case municipalOkrug
    /// An okrug of either sort.
    case okrug
    /// город, посёлок, село, ЗАТО: a settlement, of which a municipality may be called.
    case settlement

    /// The sort that begins at the first of some words, and how many say it.
    static func beginning(_ words: ArraySlice<Substring>) -> (sort: PlaceSort, count: Int)? {
        guard let word = words.first, !isInitial(word) else { return nil }
        let first = NameFolding.fold(word)
        let second = words.dropFirst().first.map { NameFolding.fold($0) } ?? ""
        if let sort = abbreviations[first] { return (sort, 1) }
        if let sort = pointed[first + " " + second] { return (sort, 2) }
        if isForm(first, "муниципальн") {
            if isForm(second, "район") { return (.district, 2) }
            return isForm(second, "округ") ? (.municipalOkrug, 2) : nil
        }
        if isForm(first, "городск") { return isForm(second, "округ") ? (.cityOkrug, 2) : nil }
        if isForm(first, "район") { return (.district, 1) }
        if isForm(first, "округ") { return (.okrug, 1) }
        return settlements.contains { isForm(first, $0) } ? (.settlement, 1) : nil
    }

    /// A name without the words that say a sort: «Ашинский» of «Ашинский муниципальный район»; empty where nothing is left.
    static func leaving(_ name: String) -> String {
        let words = InflectedWords.words(name)
        var (left, place): ([Substring], Int) = ([], 0)
        while place < words.count {
            if let found = beginning(words[place...]) {
                place += found.count
            } else {
                left.append(words[place])
                place += 1
            }
        }
        return left.joined(separator: " ")
    }

    /// What sort of a municipality a type or an official name says: the city of «Муниципальное образование «Город Вологда»» is
    /// an okrug of its own, whatever stands for «муниципальное образование»; a village is of none.
    static func ofMunicipality(_ text: String) -> PlaceSort? {
        let words = InflectedWords.words(text)
        var (sort, isShort, isTown, place): (PlaceSort?, Bool, Bool, Int) = (nil, false, false, 0)
        while place < words.count {
            guard let found = beginning(words[place...]) else {
                place += 1
                continue
            }
            if found.sort == .settlement {
                isTown = isTown || towns.contains(NameFolding.fold(words[place]))
            } else if sort == nil {
                (sort, isShort) = (found.sort, found.count == 1)
            }
            place += found.count
        }
        return isTown && (sort == nil || sort == .municipalOkrug && isShort) ? .cityOkrug : sort
    }

    private static let towns: Set<String> = ["г", "город", "зато"]

    /// The sort of which an adjective by itself is: «городских».
    static func ofAdjective(_ word: Substring) -> PlaceSort? {
        if InflectedWords.isForm(word, of: "муниципальн") { return .municipalOkrug }
        return InflectedWords.isForm(word, of: "городск") ? .cityOkrug : nil
    }

    private static func isForm(_ word: String, _ stem: String) -> Bool { InflectedWords.isForm(word, of: stem) }

    private static let abbreviations: [String: PlaceSort] = [
        "мр": .district, "р-н": .district, "р-на": .district, "р-не": .district, "го": .cityOkrug,
        "мо": .municipalOkrug, "зато": .settlement,
    ]

    /// «г.о.», whose points part it into two words; «г.» stays by itself.
    private static let pointed: [String: PlaceSort] = [
        "г о": .cityOkrug, "м о": .municipalOkrug, "м р": .district, "р п": .settlement,
    ]

    private static let settlements = [
        "г", "гг", "город", "п", "пос", "поселок", "поселк", "пгт", "рп", "с", "сел", "деревн", "станиц", "хутор",
        "аул",
    ]

    /// Whether a word is an initial.
    ///
    /// A cell may begin with «Г. Миасс» or «С. Шуйское», which a person is called too.
    private static func isInitial(_ word: Substring) -> Bool {
        word.count == 1 && word.first?.isUppercase == true
            && !isTown(word)
    }

    /// Whether a capital letter is that of a town with which a text begins, «Г. Миасс»
    static func isTown(_ word: Substring) -> Bool {
        NameFolding.fold(word) == "г" && word.startIndex == word.base.startIndex
    }

    /// Whether a place that is called of this sort may be one that a text calls of another: «район» of what has become a
    /// municipal okrug, «округ» of either sort; a town is not the district around it.
    func mayBe(_ other: PlaceSort) -> Bool {
        if self == other { return true }
        return switch (self, other) {
        case (.municipalOkrug, .district), (.municipalOkrug, .okrug), (.cityOkrug, .okrug), (.okrug, .cityOkrug),
            (.okrug, .municipalOkrug), (.municipalOkrug, .cityOkrug):
            true
        default: false
        }
    }

    /// Whether a word says that names of several settlements follow: «гг.», «города», «городов», which may be one town's too.
    static func areSettlements(_ word: Substring) -> Bool {
        ["гг", "городов", "городам", "городами", "городах"].contains(NameFolding.fold(word))
    }

    /// Whether the words of a sort say several municipalities: «муниципальные районы», «округов».
    static func areMunicipalities(_ words: ArraySlice<Substring>) -> Bool {
        words.contains { word in
            let folded = NameFolding.fold(word)
            return ["ые", "ых", "ыми", "ие", "их", "районы"].contains(where: folded.hasSuffix)
                || folded.count > 6 && ["ов", "ам", "ами", "ах"].contains(where: folded.hasSuffix)
        }
    }

    /// Whether words say that this is a municipality: in a town or a village there may be much else.
    var isMunicipal: Bool { self != .settlement }
}
