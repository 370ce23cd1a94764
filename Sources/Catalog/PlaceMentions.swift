import Languages

/// Of which municipalities a name of somebody says that they are theirs: «Управление образования Троицкого МР».
///
/// ```
/// mention  = adjective { ( "и" | "," ) adjective } sort    Троицкого МР, Миасского и Копейского городских округов
///          | sort [ sort ] noun { "и" noun }       ГО город Ярославль, города Миасса, городов Миасса и Аши
///          | noun { "и" noun }                     alone, or where an office is named: Миасс и Аша, администрация Миасса
/// ```
/// Adjectives and nouns begin with a capital and stand in any case. An institution of a region («ГБУ ДПО …», «Министерство …»)
/// is of no municipality, wherever it sits. Of «Троицкого района» and «Троицкого городского округа» each is its own.
///
/// ```
/// text     = mentions [ ( "кроме" | "за исключением" ) mentions ]
/// mentions = mention { ( ";" | "," | "совместно с" ) mention }
/// every    = [ "все" ] sort-in-the-plural …            все муниципалитеты, городские округа, школы области
/// ```
/// People and institutions such as each municipality has («учителя», «школы») take nothing from those that are named beside them.
package struct PlaceMentions: Sendable {
    /// What a text says of municipalities.
    package enum Finding: Sendable, Equatable {
        /// Each is one of these entries: several where regions have namesakes; maybe others besides, which the list has not.
        case known([[EntryIndex]], hasUnknown: Bool)
        /// Municipalities, none of which the list has.
        case unknown
        /// All there are, or all of these, as of one sort, but those that are named: «все, кроме Миасса», «городские округа»;
        /// maybe but some that the list has not.
        case every(of: [EntryIndex]?, but: [[EntryIndex]], hasUnknown: Bool)
        /// People and institutions such as each has: «учителя», «школы»; maybe of a settlement that the list has not.
        case locals(hasUnknown: Bool)
        /// None is named, or somebody else besides.
        case none
    }

    private struct Name: Sendable {
        let stems: [String]
        let sort: PlaceSort?
        let entry: EntryIndex
    }

    /// Names by the first letters of their first stem.
    private let names: [Substring: [Name]]
    private let sorts: [EntryIndex: Set<PlaceSort>]
    /// What the regions of entries are called, folded.
    private let regions: [EntryIndex: String]
    private let everyEntry: [EntryIndex]

    /// O(names).
    init(_ entries: Indexed<EntryIndex, VocabularyEntry>) {
        var names: [Substring: [Name]] = [:]
        var sorts: [EntryIndex: Set<PlaceSort>] = [:]
        for (index, entry) in entries.positioned {
            for text in entry.readersNames + entry.was.map(\.text) + [entry.type].compactMap(\.self) {
                let words = InflectedWords.words(text)
                let (stems, sort) = Self.parts(of: words)
                if let sort { sorts[index, default: []].insert(sort) }
                guard text != entry.type, let first = stems.first else { continue }
                // Under each beginning that it may have.
                for beginning in Set(([first] + InflectedWords.fleeting(first)).map { $0.prefix(Self.letters) }) {
                    names[beginning, default: []].append(Name(stems: stems, sort: sort, entry: index))
                }
            }
        }
        (self.names, self.sorts, everyEntry) = (names, sorts, Array(entries.indices))
        regions = Dictionary(
            uniqueKeysWithValues: entries.positioned.compactMap { index, entry in
                (entry.regionName ?? entry.understoodRegion).map { (index, NameFolding.fold($0)) }
            })
    }

    private static func parts(of words: [Substring]) -> (stems: [String], sort: PlaceSort?) {
        var (stems, sort, place): ([String], PlaceSort?, Int) = ([], nil, 0)
        while place < words.count {
            if let found = PlaceSort.beginning(words[place...]) {
                sort = sort ?? found.sort
                place += found.count
            } else {
                stems.append(InflectedWords.stem(words[place]))
                place += 1
            }
        }
        return (stems, sort)
    }

    /// Letters by which names are looked up.
    private static let letters = 3

    /// What a text says; O(words · names that begin alike).
    package func find(in text: String) -> Finding {
        guard !names.isEmpty else { return .none }
        if let (whole, but) = Self.exception(in: text) { return every(whole, but: find(in: but)) }
        let sides = Self.together(text)
        if sides.count > 1 { return Self.combined(sides.map { find(in: $0) }) }
        let lines = text.split(whereSeparator: { $0 == ";" || $0.isNewline }).map(String.init)
        return lines.count > 1 ? Self.combined(listed(lines)) : named(in: text)
    }

    /// What one item of a list says.
    private func named(in text: String) -> Finding {
        let (text, region) = Self.withoutRegion(text)
        guard !Self.isOfRegion(text) else { return .none }
        let adjective = Self.adjectiveOfRegion(text)
        func known(_ mentions: [[EntryIndex]]) -> Finding {
            let here = mentions.map { entries in
                entries.filter { entry in
                    guard let own = regions[entry] else { return true }
                    return region.map { $0 == own } ?? adjective.map { Self.isCalled(own, by: $0) } ?? true
                }
            }
            let known = here.filter { !$0.isEmpty }
            return known.isEmpty ? .unknown : .known(known, hasUnknown: known.count < here.count)
        }
        let found = Self.parts(of: text).map { mentions(in: InflectedWords.words($0)) }
        if !found.isEmpty, found.allSatisfy({ !$0.isEmpty }) { return known(found.flatMap(\.self)) }
        let pieces = text.split(separator: ",").map(String.init)
        if pieces.count > 1, found.contains(where: { !$0.isEmpty }) || isPlace(pieces[0]) {
            let findings = listed(pieces)
            // «Миасс, учителя»; in «Отдел образования, культуры Троицкого МР» no piece is a place by itself.
            if pieces.contains(where: isPlace) { return Self.combined(findings) }
        }
        guard found.allSatisfy(\.isEmpty) else { return .none }
        let words = InflectedWords.words(text)
        return every(words) ?? (Self.areLocals(words) ? .locals(hasUnknown: namesUnlisted(words)) : .none)
    }

    /// What the items of a list say, where one of them is a place: a bare name beside it is one too.
    private func listed(_ items: [String]) -> [Finding] {
        let hasPlace = items.contains(where: isPlace)
        return items.enumerated().map { position, item in
            let trimmed = String(item.drop { $0.isWhitespace })
            let finding = named(in: trimmed)
            guard finding == .none, hasPlace, !Self.isOfRegion(trimmed) else { return finding }
            // Who stands before a place, and is called like a person, sits there: «Иванов, Миасс».
            if Self.mayBePlace(trimmed), position > 0 || !Self.mayBePerson(trimmed) { return .unknown }
            return trimmed.first?.isLowercase == true && position > 0 ? .locals(hasUnknown: false) : .none
        }
    }

    /// Whether a text is the name of a place of the list and nothing else.
    private func isPlace(_ text: String) -> Bool {
        let words = InflectedWords.words(text)
        let mark = PlaceSort.beginning(words[...]).flatMap { $0.sort == .settlement ? $0 : nil }
        let start = mark?.count ?? 0
        return noun(at: start, words, sort: mark?.sort).map { start + $0.count == words.count && !$0.entries.isEmpty }
            ?? false
    }

    /// What several say together: somebody who is of no municipality leaves it open whose it is.
    private static func combined(_ findings: [Finding]) -> Finding {
        var (known, hasUnknown, isElsewhere, areLocals): ([[EntryIndex]], Bool, Bool, Bool) = ([], false, false, false)
        for finding in findings {
            switch finding {
            case .known(let entries, let others): (known, hasUnknown) = (known + entries, hasUnknown || others)
            case .unknown: isElsewhere = true
            case .every(let entries?, let but, let others):
                known += entries.filter { entry in !but.contains { $0.contains(entry) } }.map { [$0] }
                hasUnknown = hasUnknown || others
            case .every(nil, _, _): return finding
            case .locals(let others): (areLocals, hasUnknown) = (true, hasUnknown || others)
            case .none: return .none
            }
        }
        if !known.isEmpty { return .known(known, hasUnknown: hasUnknown || isElsewhere) }
        return isElsewhere ? .unknown : areLocals ? .locals(hasUnknown: hasUnknown) : .none
    }

    /// «Все муниципалитеты» but those of an exception; where that names none, «кроме школ», it is as if nothing were said.
    private func every(_ whole: String, but exception: Finding) -> Finding {
        let found = whole.isEmpty ? .none : find(in: whole)
        let (but, hasUnknown): ([[EntryIndex]], Bool)
        switch exception {
        case .known(let entries, let others): (but, hasUnknown) = (entries, others)
        case .every(let entries?, _, let others): (but, hasUnknown) = (entries.map { [$0] }, others)
        case .unknown: (but, hasUnknown) = ([], true)
        case .every(nil, _, _), .locals, .none: return found
        }
        switch found {
        case .known(let entries, let others):
            let left = entries.filter { named in !but.contains { !Set($0).isDisjoint(with: named) } }
            return left.isEmpty ? .none : .known(left, hasUnknown: others)
        case .every(let entries, let others, let unknown):
            return .every(of: entries, but: others + but, hasUnknown: hasUnknown || unknown)
        case .locals, .none: return .every(of: nil, but: but, hasUnknown: hasUnknown)
        case .unknown: return .unknown
        }
    }

    /// «Ленинский МР (Пермский край)»: the name, and the region folded; nothing of other remarks.
    private static func withoutRegion(_ text: String) -> (name: String, region: String?) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return (text, nil)
        }
        let region = NameFolding.fold(text[text.index(after: open)...].dropLast())
        guard ["область", "край", "республика"].contains(where: region.contains) else { return (text, nil) }
        return (String(text[..<open]), region)
    }

    /// The adjective of a region that a text names: «Пензенской» of «Никольска Пензенской области».
    private static func adjectiveOfRegion(_ text: String) -> Substring? {
        let words = InflectedWords.words(text)
        return words.indices.dropFirst().first { isRegion(words[$0]) && InflectedWords.isAdjectival(words[$0 - 1]) }
            .map { words[$0 - 1] }
    }

    /// Whether a region is meant by an adjective in any case; one that is called otherwise, «Республика Коми», may be.
    private static func isCalled(_ region: String, by adjective: Substring) -> Bool {
        guard let first = InflectedWords.words(region).first, InflectedWords.isAdjectival(first) else { return true }
        return InflectedWords.isForm(adjective, of: InflectedWords.stem(first))
    }

    // MARK: Words

    /// Those between commas; what goes on with a small letter belongs to what stands before.
    private static func parts(of text: String) -> [String] {
        text.split(separator: ",").reduce(into: [String]()) { parts, part in
            let trimmed = part.drop { $0.isWhitespace }
            if let last = parts.last, trimmed.first?.isUppercase != true {
                parts[parts.count - 1] = last + "," + part
            } else if let last = parts.last, let before = InflectedWords.words(last).last,
                let after = InflectedWords.words(String(trimmed)).first, isOfAPlace(before), isOfAPlace(after)
            {
                // «Миасского, Копейского и Троицкого округов» have one sort behind them.
                parts[parts.count - 1] = last + " и " + trimmed
            } else {
                parts.append(String(trimmed))
            }
        }
    }

    /// Whether a word is an adjective of a place in a case that goes on to a word behind it.
    private static func isOfAPlace(_ word: Substring) -> Bool {
        guard word.first?.isUppercase == true, let stem = InflectedWords.adjectiveStem(word) else { return false }
        return tellsAPlace(stem)
    }

    /// Whether an office or an institution of a region or the state is named.
    static func isOfRegion(_ text: String) -> Bool {
        InflectedWords.words(text).contains { word in
            let folded = NameFolding.fold(word)
            return regional.contains(folded) || regionalStems.contains { folded.hasPrefix($0) }
                // ЧИРО, ВИРО: what institutes of regions are called for short.
                || word.count > 3 && !word.contains(where: \.isLowercase)
                    && regionalEndings.contains { folded.hasSuffix($0) }
        }
    }

    private static let regional: Set<String> = [
        "гбу", "гау", "гоу", "гку", "гбоу", "гаоу", "гбпоу", "гапоу", "гбудпо", "огбу", "огау", "иро", "ипк",
    ]
    private static let regionalEndings = ["иро", "ипк", "пкро"]
    private static let regionalStems = [
        "министерств", "минобр", "региональн", "государственн", "институт", "университет",
    ]

    private static let offices = [
        "управлени", "администраци", "отдел", "комитет", "департамент", "моуо", "муо", "руо", "ммс", "мку", "мбу",
        "мау",
        "глав",
    ]

    /// Whether an office is named, as a region and each municipality have one.
    static func nameOffice(_ words: [Substring]) -> Bool {
        words.contains { word in
            let folded = NameFolding.fold(word)
            return offices.contains { folded.hasPrefix($0) }
        }
    }

    /// The places of a text, the candidates of each: none of one that is a municipality and none of the list.
    private func mentions(in words: [Substring]) -> [[EntryIndex]] {
        if let list = list(words) { return list }
        var (result, place, floor): ([[EntryIndex]], Int, Int) = ([], 0, 0)
        let hasOffice = Self.nameOffice(words)
        // «Школы Миасса», «отдел образования Миасса».
        let areOfAPlace = hasOffice || Self.areLocals(words)
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
                    result.append(named.entries)
                    (place, floor) = (place + named.count, place + named.count)
                } else {
                    place += 1
                }
                continue
            }
            let end = place + count
            let before = adjectives(before: place, words, sort: sort, floor: floor)
            if !before.isEmpty {
                result += before
                (place, floor) = (end, end)
                continue
            }
            // «ГО город Ярославль».
            let inner = PlaceSort.beginning(words[end...])
            let start = inner?.sort == .settlement ? end + (inner?.count ?? 0) : end
            // «гг. Миасс и Сокол», «администрация г. Сокола».
            let isUnderstood = hasOffice || PlaceSort.areSettlements(words[place])
            if let named = noun(at: start, words, sort: sort, isOffices: isUnderstood) {
                result.append(named.entries)
                (place, floor) = (start + named.count, start + named.count)
                // «городов Вологды и Череповца»: the sort is said once.
                while place + 1 < words.count, words[place] == "и",
                    PlaceSort.beginning(words[(place + 1)...]) == nil,
                    let next = noun(at: place + 1, words, sort: sort, isOffices: isUnderstood),
                    // «г. Миасса и Троицкого района»: that has a sort of its own.
                    PlaceSort.beginning(words[(place + 1 + next.count)...]) == nil
                {
                    result.append(next.entries)
                    (place, floor) = (place + 1 + next.count, place + 1 + next.count)
                }
            } else {
                place = end
            }
        }
        return result
    }

    /// «Миасс и Аша»: names alone, of which the list has one at least; nothing of other words.
    private func list(_ words: [Substring]) -> [[EntryIndex]]? {
        let names = words.split(separator: "и")
        guard names.count > 1 else { return nil }
        let found = names.map { name -> [EntryIndex]? in
            let named = entries(named: Array(name), sort: nil)
            // One word with a capital may be a place elsewhere.
            let mayBe = name.count == 1 && name.first?.first?.isUppercase == true
            return named.isEmpty && !mayBe ? nil : named
        }
        let known = found.compactMap(\.self)
        return known.count == names.count && known.contains { !$0.isEmpty } ? known : nil
    }

    static func isRegion(_ word: Substring) -> Bool {
        ["област", "кра", "республик"].contains { InflectedWords.isForm(word, of: $0) }
    }

    /// «Миасского и Копейского» before a sort.
    private func adjectives(before end: Int, _ words: [Substring], sort: PlaceSort, floor: Int) -> [[EntryIndex]] {
        guard sort.isMunicipal else { return [] }
        var (result, place): ([[EntryIndex]], Int) = ([], end)
        while place > floor {
            let word = words[place - 1]
            guard word.first?.isUppercase == true, let stem = InflectedWords.adjectiveStem(word) else { break }
            // «Верхнего Услона» has two words, «Большемурашкинского» one.
            let found = entries(named: [word], sort: sort)
            guard !found.isEmpty || Self.tellsAPlace(stem) else { break }
            result.insert(found, at: 0)
            guard place - 2 > floor, words[place - 2] == "и" else { break }
            place -= 2
        }
        return result
    }

    /// Whether an adjective is made of a place: «Буйский», not «Каждый», «Городской», «Методический».
    private static func tellsAPlace(_ stem: String) -> Bool {
        (stem.hasSuffix("ск") || stem.hasSuffix("цк")) && !stem.hasSuffix("ическ") && !common.contains(stem)
    }

    private static let common: Set<String> = [
        "городск", "сельск", "российск", "детск", "родительск", "учительск", "республиканск", "ученическ",
    ]

    /// The name that begins at a word, the longest of the list, and how many words it has; of none a municipality by its sort.
    ///
    /// - Parameter isOffices: whether an office is named, which in a town that the list has not is of a municipality elsewhere.
    private func noun(
        at place: Int, _ words: [Substring], sort: PlaceSort?, isOffices: Bool = false
    ) -> (entries: [EntryIndex], count: Int)? {
        guard place < words.count, words[place].first?.isUppercase == true else { return nil }
        for count in stride(from: min(3, words.count - place), through: 1, by: -1) {
            let named = Array(words[place..<place + count])
            let found = entries(named: named, sort: sort)
            if !found.isEmpty { return (found, count) }
        }
        // «МО» is mostly something else than an okrug: an association of teachers.
        return sort == .cityOkrug || sort == .district || sort == .settlement && isOffices ? ([], 1) : nil
    }

    /// The entries of some sorts; nothing where that is all of them, none, or nobody can say of each what it is.
    func entries(of wanted: Set<PlaceSort>) -> [EntryIndex]? {
        let own = everyEntry.map { entry in (entry, (sorts[entry] ?? []).filter(\.isMunicipal)) }
        guard own.allSatisfy({ !$0.1.isEmpty }) else { return nil }
        let found = own.filter { _, sorts in
            sorts.contains { sort in
                wanted.contains(sort) || wanted.contains(.okrug) && (sort == .cityOkrug || sort == .municipalOkrug)
                    || sort == .okrug && (wanted.contains(.cityOkrug) || wanted.contains(.municipalOkrug))
            }
        }
        return found.isEmpty || found.count == own.count ? nil : found.map(\.0)
    }

    /// The entries that are called by some words in any case.
    private func entries(named words: [Substring], sort: PlaceSort?) -> [EntryIndex] {
        let folded = words.map { NameFolding.fold($0) }
        guard let first = folded.first else { return [] }
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
}
