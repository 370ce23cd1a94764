import Languages

/// People, institutions and offices, which are of no municipality by their names.
extension PlaceMentions {
    /// Whether words name people or institutions such as each municipality has.
    static func areLocals(_ words: [Substring]) -> Bool {
        words.contains { word in
            let folded = NameFolding.fold(word)
            return locals.contains(folded) || localStems.contains { folded.hasPrefix($0) }
        }
    }

    /// Whether an institution or an office begins at a word, by its short name too: «школа», «районное управление», «РМК».
    static func isInstitution(at place: Int, _ words: [Substring]) -> Bool {
        guard place < words.count else { return false }
        let (word, folded) = (words[place], NameFolding.fold(words[place]))
        if ["районн", "городск", "муниципальн"].contains(where: { InflectedWords.isForm(folded, of: $0) }) {
            return isInstitution(at: place + 1, words)
        }
        return nameOffice([word]) || institutionStems.contains { folded.hasPrefix($0) }
            || (2...4).contains(word.count) && word.allSatisfy(\.isUppercase) && !isMunicipalWord(word)
                && folded != "мо"
    }

    private static let institutionStems = ["школ", "гимнази", "лице", "детсад", "библиоте", "музе"]

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
            let ending = last.last, "аяыи".contains(ending), !Self.isOfPerson(words.count - 1, words),
            !InflectedWords.isAdjectival(last), !Self.isLand(last)
        else { return [] }
        // «методист Петрова» is a person, «методисты Кирова» are of a town.
        let areMany = ["ы", "и", "я", "ов", "ам", "ям"].contains { NameFolding.fold(first).hasSuffix($0) }
        let isOffice = Self.nameOffice([first]) && !Self.areLocals([first])
        return areMany || isOffice || !Self.mayBePerson(String(last)) ? [String(last)] : []
    }

    /// Whether a word is the first of a name in quotation marks: «Ромашка».
    static func isQuoted(_ word: Substring) -> Bool {
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
