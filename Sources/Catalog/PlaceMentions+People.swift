import Languages

/// Who is of no municipality by name, and who is of all.
extension PlaceMentions {
    // MARK: Exceptions and partners

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
        return next.hasPrefix("искл") || folded == "за" && next == "вычетом" || folded == "не" && next == "считая" ? 2 : nil
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

    // MARK: All

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
            return isKnown && !closed.isEmpty ? .every(of: closed, but: []) : .unclear
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
        guard isEverybody || !sorts.isEmpty else { return areLocal ? .everyLocals : nil }
        if Self.nameMunicipalities(words), !Self.areOfEach(words) { return .unclear }
        let (found, unsorted) = isEverybody ? (nil, []) : entries(of: sorts)
        return .every(of: found, but: [], unsorted: unsorted)
    }

    /// Whether municipalities are named as such: «пилотные муниципалитеты», «три района»; «МО» alone is mostly an association of
    /// teachers.
    static func nameMunicipalities(_ words: [Substring]) -> Bool {
        words.indices.contains { place in
            let folded = NameFolding.fold(words[place])
            if folded.hasPrefix("муниципалитет") || municipalities.contains(folded) || towns.contains(folded) { return true }
            // «Муниципальная методическая служба» is of one.
            if InflectedWords.isForm(folded, of: "муниципальн"), ["ые", "ых", "ым", "ыми"].contains(where: folded.hasSuffix) {
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
        return municipalities.contains(folded) || towns.contains(folded) || folded.hasPrefix("муниципалитет") && !folded.contains("-")
            || ["муниципальн", "городск", "район", "округ"].contains { InflectedWords.isForm(folded, of: $0) }
            || ["мр", "го"].contains(folded)
    }

    /// «все», «три»: how many are meant of those that are named.
    static func isAllOrANumber(_ word: Substring) -> Bool {
        let folded = NameFolding.fold(word)
        return allWords.contains(folded) || numbers.contains(folded)
    }

    private static let numbers: Set<String> = [
        "два", "две", "двух", "три", "трех", "четыре", "четырех", "пять", "пяти", "шесть", "шести", "семь", "семи",
        "восемь", "восьми", "девять", "девяти", "десять", "десяти",
    ]

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

    private static let plain: Set<String> = ["и", "а", "также", "из", "от", "в", "во", "по", "с", "со", "их", "при", "для"]
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
        "сад", "сада", "сады", "садов", "садам", "садах", "доу", "сош", "оош", "моу", "мбудо", "мбоу", "мкоу", "маоу",
        "мдоу", "мбдоу",
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
        // Towns are seldom called so: «Петрова».
        if ["ова", "ева", "ина", "ына", "ская", "цкая"].contains(where: folded.hasSuffix), folded.count > 5 {
            return false
        }
        return !areLocals(words) && !nameOffice(words) && !isOfRegion(text)
            && !organisations.contains { folded.hasPrefix($0) }
    }

    /// A text without what stands in quotation marks, which is the name of an institution.
    static func withoutQuotations(_ text: String) -> String {
        var isQuoted = false
        return text.filter { character in
            if "«„“".contains(character) { isQuoted = true }
            if "»".contains(character) { isQuoted = false }
            return !isQuoted
        }
    }

    static func hasProperName(_ text: String) -> Bool { InflectedWords.words(text).contains(where: isProperName) }

    static func isProperName(_ word: Substring) -> Bool {
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

    /// The settlements that the list has not and of which people or offices are, or that are named alone.
    ///
    /// «Школы города Сокола», «школы Сокола», «г. Сокол».
    func unlisted(_ words: [Substring]) -> [String] {
        var (marked, place): ([String], Int) = ([], 0)
        while place + 1 < words.count {
            // «С. Иванова» is a person.
            guard words[place].count > 1 || words[place].first?.isLowercase == true,
                let found = PlaceSort.beginning(words[place...]), found.sort == .settlement,
                place + found.count < words.count
            else {
                place += 1
                continue
            }
            let start = place + found.count
            let isLed = InflectedWords.isAdjectival(words[start]) && start + 1 < words.count
            let end = isLed && Self.isProperName(words[start + 1]) ? start + 1 : start
            if Self.isProperName(words[start]) { marked.append(Self.spelled(words[place...end])) }
            place = start
        }
        if !marked.isEmpty { return marked }
        // «школы Сокола», and nothing else: not «школы Росатома и партнёры», «учителя России».
        guard words.count > 1, let last = words.last, let first = words.first,
            Self.areLocals([first]) || Self.nameOffice([first]), Self.isProperName(last), !Self.isQuoted(last),
            words.dropFirst().dropLast().allSatisfy({ $0.first?.isLowercase == true }),
            let ending = last.last, "аяыи".contains(ending), !InflectedWords.isAdjectival(last), !Self.isLand(last)
        else { return [] }
        // «методист Петрова» is a person, «методисты Кирова» are of a town.
        let areMany = ["ы", "и", "я", "ов", "ам", "ям"].contains { NameFolding.fold(first).hasSuffix($0) }
        let isOffice = Self.nameOffice([first]) && !Self.areLocals([first])
        return areMany || isOffice || !Self.mayBePerson(String(last)) ? [String(last)] : []
    }

    /// Whether a word is the first of a name in quotation marks: «Ромашка».
    private static func isQuoted(_ word: Substring) -> Bool {
        word.startIndex > word.base.startIndex && "«„“\"".contains(word.base[word.base.index(before: word.startIndex)])
    }

    private static func spelled(_ words: ArraySlice<Substring>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return String(first.base[first.startIndex..<last.endIndex])
    }

    /// Whether words begin with several people of a sort, «Координаторы проекта», or are the name of a person.
    package static func arePeople(_ text: String) -> Bool {
        let words = InflectedWords.words(text)
        guard let first = words.first, !isPerson(words) else { return !words.isEmpty }
        let folded = NameFolding.fold(first)
        return ["ы", "и", "ие", "ые"].contains(where: folded.hasSuffix) && !nameOffice(words)
            && !nameMunicipalities(words)
    }

    /// Whether words are a name with initials or a patronymic, «Анна Ивановна Петрова».
    private static func isPerson(_ words: [Substring]) -> Bool {
        words.allSatisfy { $0.first?.isUppercase == true }
            && (words.contains { $0.count == 1 }
                || words.contains { word in ["вич", "вна", "ична"].contains { NameFolding.fold(word).hasSuffix($0) } })
    }

    /// Whether one institution of some municipality is named by its number or its own name: «МАОУ гимназия № 24», «МБДОУ
    /// „Ромашка“».
    package static func isOneOfMany(_ text: String) -> Bool {
        let quoted = text.split(whereSeparator: { "«„“\"".contains($0) }).dropFirst().first
        return (text.contains("№") || quoted?.first?.isUppercase == true) && areLocals(InflectedWords.words(text))
    }

    /// Whether names stand in a text behind its first word that are those of no land and of no region, as a place that the
    /// list has not is named; names of institutions in quotation marks are none.
    package static func hasOtherNames(_ text: String) -> Bool {
        let words = InflectedWords.words(withoutQuotations(text))
        return !isPerson(words)
            && words.indices.dropFirst().contains { place in
                isProperName(words[place]) && !isLand(words[place])
                    && !(place + 1 < words.count && isRegion(words[place + 1]))
            }
    }

    /// Whether a word names a land, of which people are that are everybody's.
    static func isLand(_ word: Substring) -> Bool {
        let folded = NameFolding.fold(word)
        return lands.contains { folded.hasPrefix($0) }
    }

    private static let lands = [
        "росси", "урал", "сибир", "поволж", "федераци", "европ", "прикам", "кавказ", "югр", "росатом", "росгварди",
        "роспотребнадзор", "рособрнадзор", "росмолодеж",
    ]

    /// Whether words name an office without its place, or an institution, which may be the region's own: «Департамент
    /// образования», «Академия», «ЦНППМ».
    static func mayBeOfRegion(_ words: [Substring]) -> Bool {
        nameOffice(words)
            || words.contains { word in
                let folded = NameFolding.fold(word)
                return institutions.contains { folded.hasPrefix($0) }
                    || word.count > 2 && !word.contains { !$0.isUppercase } && !isProperName(word)
            }
    }

    private static let institutions = [
        "академи", "центр", "ассоциац", "союз", "профсоюз", "фонд", "служб", "совет", "лаборатор", "кафедр",
        "издательств", "оператор", "оргкомитет", "колледж", "техникум", "правительств", "губернатор", "филармони",
        "театр", "област", "регион",
    ]
}
