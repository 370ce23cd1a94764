import Languages

/// Who is of no municipality by name, and who is of all.
extension PlaceMentions {
    // MARK: Exceptions and partners

    /// «Все районы, кроме Аши»: what stands before and behind the word.
    static func exception(in text: String) -> (whole: String, but: String)? {
        guard let found = Self.joint(in: text, exceptions) else { return nil }
        let but = found.behind
        return (found.before, but.hasSuffix(")") && !but.contains("(") ? String(but.dropLast()) : but)
    }

    /// Those who act together: «Отдел образования совместно с музеем».
    static func together(_ text: String) -> [String] {
        guard let found = Self.joint(in: text, partnerships) else { return [text] }
        return [found.before, found.behind].filter { !$0.isEmpty }
    }

    private static let exceptions = [["кроме"], ["исключая"], ["за", "исключением"]]
    private static let partnerships = [["совместно", "с"], ["совместно", "со"], ["вместе", "с"], ["вместе", "со"]]

    /// What stands before and behind the first of some words, if anything stands behind them; O(words).
    private static func joint(in text: String, _ spellings: [[String]]) -> (before: String, behind: String)? {
        let words = text.split(whereSeparator: \.isWhitespace)
        for (place, word) in words.enumerated() {
            let opened = word.first == "(" ? word.dropFirst() : word
            // Most words are told apart by their length.
            for spelling in spellings where opened.utf8.count == spelling[0].utf8.count {
                let end = place + spelling.count
                guard end < words.count, NameFolding.fold(opened) == spelling[0],
                    spelling.count == 1 || NameFolding.fold(words[place + 1]) == spelling[1]
                else { continue }
                var before = text[..<word.startIndex]
                while let last = before.last, last.isWhitespace || last == "," || last == "(" { before.removeLast() }
                return (String(before), String(text[words[end].startIndex...]))
            }
        }
        return nil
    }

    // MARK: All

    /// All municipalities, or all of some sorts, where words say so; nothing where they do not.
    func every(_ words: [Substring]) -> Finding? {
        let folded = words.map { NameFolding.fold($0) }
        let saysAll = folded.contains(where: Self.allWords.contains)
        var (sorts, adjectives): (Set<PlaceSort>, Set<PlaceSort>) = ([], [])
        var (isEverybody, areDistricts) = (false, false)
        for (place, word) in folded.enumerated() {
            let isPlural = saysAll || Self.plurals.contains(where: word.hasSuffix)
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
            } else if word != "и" {
                // «муниципальные методические службы», «муниципальных образований».
                isEverybody = isEverybody || adjectives.contains(.municipalOkrug)
                isEverybody = isEverybody || Self.municipalities.contains(word) || Self.towns.contains(word)
                adjectives = []
            }
        }
        isEverybody = isEverybody || adjectives.contains(.municipalOkrug)
        // «Все районы» are all there are; those beside «городские округа» are a sort.
        if areDistricts { if sorts.isEmpty { isEverybody = true } else { sorts.insert(.district) } }
        // «школы области»; the office of a region is none of all.
        if !Self.nameOffice(words), Self.areLocals(words), words.contains(where: Self.isRegion) { isEverybody = true }
        if folded.first.map(Self.allAlone.contains) ?? false, sorts.isEmpty { isEverybody = true }
        guard isEverybody || !sorts.isEmpty else { return nil }
        return .every(of: isEverybody ? nil : entries(of: sorts), but: [], hasUnknown: false)
    }

    private static let allWords: Set<String> = [
        "все", "всех", "всем", "всеми", "каждый", "каждого", "каждом", "каждому", "любой", "любого",
    ]
    private static let allAlone: Set<String> = ["все", "всем", "каждый"]
    private static let plurals = ["ые", "ых", "ыми", "ие", "их", "ими"]
    private static let districts: Set<String> = ["районы", "районов", "районам", "районами", "районах"]
    /// «округа» may be that of one.
    private static let okrugs: Set<String> = ["округов", "округам", "округами", "округах"]
    private static let towns: Set<String> = ["городов", "городам", "городами", "городах"]
    private static let municipalities: Set<String> = [
        "муниципалитеты", "муниципалитетов", "муниципалитетам", "муниципалитетами", "муниципалитетах", "моуо", "муо",
        "руо", "ммс",
    ]

    // MARK: People

    /// Whether words name people or institutions such as each municipality has.
    static func areLocals(_ words: [Substring]) -> Bool {
        words.contains { word in
            let folded = NameFolding.fold(word)
            return locals.contains(folded) || localStems.contains { folded.hasPrefix($0) }
        }
    }

    private static let localStems = [
        "учител", "педагог", "преподавател", "воспитател", "директор", "завуч", "школ", "гимнази", "лицей", "лицея",
        "лицее", "лицею", "детсад", "дошкольн", "учрежден", "организац", "обучающ", "учащ", "ученик", "ученич",
        "воспитанник", "родител", "методист", "библиоте", "музе", "коллектив", "команд", "молодеж", "волонтер",
        "тьютор", "психолог", "логопед", "наставник", "студент", "выпускник", "советник", "руководител", "специалист",
        "работник", "сотрудник", "жител", "участник",
    ]
    private static let locals: Set<String> = [
        "сад", "сада", "сады", "садов", "садам", "садах", "доу", "сош", "оош", "мбоу", "мкоу", "маоу", "мдоу", "мбдоу",
        "мадоу", "оо", "оу", "дети", "детей", "детям", "детьми", "семьи", "семей", "семьям",
    ]

    /// Whether a text may be the name of a place that the list has not: «Сокол», «Великий Устюг»; no abbreviation and no
    /// office.
    package static func mayBePlace(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let last = words.last, words.count <= 2, words.allSatisfy(isProperName),
            words.count == 1 || InflectedWords.isAdjectival(words[0])
        else { return false }
        let folded = NameFolding.fold(last)
        return !areLocals(words) && !nameOffice(words) && !isOfRegion(text)
            && !organisations.contains { folded.hasPrefix($0) }
    }

    private static func isProperName(_ word: Substring) -> Bool {
        word.count > 2 && word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
            && word.allSatisfy { $0.isLetter || $0 == "-" }
    }

    private static let organisations = [
        "академи", "центр", "ассоциац", "союз", "профсоюз", "фонд", "служб", "совет", "лаборатор", "кафедр",
        "издательств", "оператор", "куратор", "модератор", "спикер", "эксперт", "ведущ", "партнер", "исполнител",
        "ответственн", "рабоч", "групп", "все", "кажд", "орган", "оргкомитет", "жюри", "гост", "колледж", "техникум",
        "ректор", "губернатор", "правительств", "наставни", "проект", "онлайн", "заочн", "очн",
    ]

    /// Whether a single name has the ending of a family name, as towns may have it too.
    static func mayBePerson(_ text: String) -> Bool {
        let folded = NameFolding.fold(text)
        return ["ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "ич", "ко", "ский", "цкий", "ская", "цкая"].contains
        {
            folded.hasSuffix($0)
        }
    }

    /// Whether people or institutions are of a settlement that the list has not: «школы города Сокола», «школы Сокола».
    func namesUnlisted(_ words: [Substring]) -> Bool {
        let isMarked = words.indices.dropLast().contains { place in
            guard let found = PlaceSort.beginning(words[place...]), found.sort == .settlement,
                place + found.count < words.count
            else { return false }
            return Self.isProperName(words[place + found.count])
        }
        if isMarked { return true }
        // «школы Сокола», and nothing else: not «школы Росатома и партнёры», «учителя России».
        guard words.count > 1, let last = words.last, let first = words.first, Self.areLocals([first]),
            Self.isProperName(last), words.dropFirst().dropLast().allSatisfy({ $0.first?.isLowercase == true }),
            let ending = last.last, "аяыи".contains(ending), !InflectedWords.isAdjectival(last)
        else { return false }
        let folded = NameFolding.fold(last)
        return !Self.lands.contains { folded.hasPrefix($0) }
    }

    private static let lands = ["росси", "урал", "сибир", "поволж", "федераци", "европ", "прикам", "кавказ", "югр"]
}
