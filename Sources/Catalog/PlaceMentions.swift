import Diagnostics
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
/// text     = mentions [ ( "кроме" | "без" | "помимо" | "исключая" | "за исключением" | "за искл." ) mentions ]
/// mentions = mention { ( ";" | "," | "совместно с" ) mention }
/// every    = [ "все" ] sort-in-the-plural …            все муниципалитеты, городские округа, школы области
/// ```
/// People and institutions such as each municipality has («учителя», «школы») take nothing from those that are named beside them.
package struct PlaceMentions: Sendable {
    /// What a text says of municipalities.
    package enum Finding: Sendable, Equatable {
        /// Each is one of these entries: several where regions have namesakes; maybe others besides, which the list has not.
        case known([[EntryIndex]], unknown: [String])
        /// Municipalities, none of which the list has, as they are written.
        case unknown([String])
        /// All there are, or all of these, as of one sort, but those that are named: «все, кроме Миасса», «городские округа»;
        /// maybe but some that the list has not. Of those without a sort nobody can say whether they are meant.
        case every(of: [EntryIndex]?, but: [[EntryIndex]], unknown: [String] = [], unsorted: [EntryIndex] = [])
        /// People and institutions such as each has: «учителя», «школы»; maybe of a settlement that the list has not, or such a
        /// settlement itself: «г. Сокол», of which municipality it is nobody can say.
        case locals(unknown: [String])
        /// People that are said to be of each: «муниципальные координаторы»; beside a municipality they are its own.
        case everyLocals
        /// An office or an institution of the region, or who may be one, whose work is for all: «ЧИРО», «Департамент образования».
        case ofRegion
        /// None is named.
        case none
    }

    /// One municipality that words name.
    struct Mention {
        /// Those that may be meant; none of one that the list has not.
        let entries: [EntryIndex]
        /// As written, with the words for its sort.
        let text: String
    }

    private struct Name: Sendable {
        let stems: [String]
        let sort: PlaceSort?
        let entry: EntryIndex
    }

    /// Names by the first letters of their first stem.
    private let names: [Substring: [Name]]
    /// The sorts that any of their names says, former and spoken ones too: by these namesakes are told apart.
    private let sorts: [EntryIndex: Set<PlaceSort>]
    /// What each is: by its type, else its full name, else its name; nothing of one that none of these tells.
    ///
    /// What people call it says nothing of that.
    private let official: [EntryIndex: PlaceSort]
    /// Those without a sort that are still there.
    private let unsorted: [EntryIndex]
    /// What the regions of entries are called, folded.
    private let regions: [EntryIndex: String]
    private let everyEntry: [EntryIndex]

    /// O(names).
    init(_ entries: Indexed<EntryIndex, VocabularyEntry>) {
        let official = Dictionary(
            uniqueKeysWithValues: entries.positioned.compactMap { index, entry in
                [entry.type, entry.full, entry.name].lazy.compactMap(\.self).compactMap(PlaceSort.ofMunicipality).first
                    .map { (index, $0) }
            })
        var names: [Substring: [Name]] = [:]
        // «Муниципальное образование «Город Вологда»» is a city okrug, whatever it is called.
        var sorts: [EntryIndex: Set<PlaceSort>] = official.mapValues { [$0] }
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
        self.official = official
        unsorted = entries.positioned.compactMap { index, entry in
            official[index] == nil && entry.successor == nil ? index : nil
        }
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
        let lines = Self.lines(of: text)
        return lines.count > 1 ? Self.combined(listed(lines)) : lines.first.map(item) ?? .none
    }

    /// Items of a list; an exception belongs to what it is made from: «все; кроме Миасса».
    private static func lines(of text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }.reduce(into: []) { lines, line in
            let line = String(line.drop(while: \.isWhitespace))
            if let last = lines.last, beginsWithException(line) {
                lines[lines.count - 1] = last + ", " + line
            } else {
                lines.append(line)
            }
        }
    }

    /// What one item of a list says, with those that it excepts and who acts together.
    private func item(_ text: String) -> Finding {
        if let found = Self.exception(in: text) {
            var but = excepted(found.but)
            // A misspelt one is told.
            if but == .none, Self.hasProperName(found.but) { but = .unknown([found.but.trimmed]) }
            // «без двоек» excepts nobody: the words stay part of the text.
            if !found.maybe || but != .none { return every(found.whole, but: but) }
        }
        let sides = Self.together(text)
        return sides.count > 1 ? Self.combined(sides.map(item)) : named(in: text)
    }

    /// Those that an exception names: «Миасса и Аши», «городских» of «все округа, кроме городских».
    private func excepted(_ text: String) -> Finding {
        let sorts = InflectedWords.words(text).filter { $0 != "и" }.map(PlaceSort.ofAdjective)
        if !sorts.isEmpty, sorts.allSatisfy({ $0 != nil }) {
            let (found, unsorted) = entries(of: Set(sorts.compactMap(\.self)))
            return .every(of: found, but: [], unsorted: unsorted)
        }
        guard let inner = Self.exception(in: text) else { return find(in: text) }
        // «кроме Миасса и кроме Аши»
        let first = inner.whole.hasSuffix(" и") ? String(inner.whole.dropLast(2)) : inner.whole
        return Self.combined([excepted(first), excepted(inner.but)])
    }

    /// What one item of a list says that excepts nobody.
    private func named(in written: String) -> Finding {
        let (text, region) = Self.withoutRegion(written)
        guard !Self.isOfRegion(text) else { return .ofRegion }
        let adjective = Self.adjectiveOfRegion(text)
        func known(_ mentions: [Mention]) -> Finding {
            let here = mentions.map { mention in
                let entries = mention.entries.filter { entry in
                    guard let own = regions[entry] else { return true }
                    return region.map { $0 == own } ?? adjective.map { Self.isCalled(own, by: $0) } ?? true
                }
                // One that is all of the text is told with its region.
                return Mention(entries: entries, text: mention.text == text.trimmed ? written.trimmed : mention.text)
            }
            let unknown = here.filter(\.entries.isEmpty).map(\.text)
            let known = here.map(\.entries).filter { !$0.isEmpty }
            return known.isEmpty ? .unknown(unknown) : .known(known, unknown: unknown)
        }
        if let both = sortsBesidePlaces(text) { return both }
        let parts = Self.parts(of: text)
        let found = parts.map { mentions(in: InflectedWords.words($0)) }
        if !found.isEmpty, found.allSatisfy({ !$0.isEmpty }) { return known(found.flatMap(\.self)) }
        let pieces = text.split(separator: ",").map(String.init)
        if pieces.count > 1, found.contains(where: { !$0.isEmpty }) || isPlace(pieces[0]) {
            let findings = listed(pieces)
            // «Миасс, учителя»; in «Отдел образования, культуры Троицкого МР» no piece is a place by itself.
            if pieces.contains(where: isPlace) { return Self.combined(findings) }
        }
        guard found.allSatisfy(\.isEmpty) else {
            return Self.combined(zip(parts, found).map { $1.isEmpty ? towns($0) ?? unplaced($0) : known($1) })
        }
        return unplaced(text)
    }

    /// «Все городские округа и Артинский МО»: a sort and those named beside it, known or not; nothing of other words.
    private func sortsBesidePlaces(_ text: String) -> Finding? {
        let pieces = text.replacing(" и ", with: ",").split(separator: ",").map { String($0).trimmed }
        guard pieces.count > 1, case .every(.some, _, _, _)? = every(InflectedWords.words(pieces[0])) else {
            return nil
        }
        let findings = pieces.map { piece -> Finding in every(InflectedWords.words(piece)) ?? named(in: piece) }
        var hasPlace = false
        for finding in findings {
            switch finding {
            case .known, .unknown: hasPlace = true
            case .every: break
            case .locals, .everyLocals, .ofRegion, .none: return nil
            }
        }
        return hasPlace ? Self.combined(findings) : nil
    }

    /// Towns that the list has not, beside one that it has: «Сокола и Грязовца» of «Учителя Вологды, Сокола и Грязовца».
    private func towns(_ text: String) -> Finding? {
        let names = text.replacing(" и ", with: ",").split(separator: ",").map { String($0).trimmed }
        let areTowns = names.allSatisfy { name in
            let words = InflectedWords.words(name)
            return words.count == 1 && unlistedTown(at: 0, words) == 1 && name.last.map("аяыи".contains) ?? false
        }
        return areTowns && !names.isEmpty ? .unknown(names) : nil
    }

    /// What a text says in which no municipality is found.
    private func unplaced(_ text: String) -> Finding {
        let words = InflectedWords.words(text)
        if Self.areSome(words) { return .none }
        if let every = every(words) { return Self.counts(text) ? .none : every }
        // «Департамент образования Ярославской области (г. Ярославль)» only sits there.
        if Self.nameOffice(words), words.contains(where: Self.isRegion) { return .ofRegion }
        let unknown = unlisted(words)
        if !unknown.isEmpty || Self.areLocals(words) { return .locals(unknown: unknown) }
        return Self.mayBeOfRegion(words) && !Self.nameMunicipalities(words) ? .ofRegion : .none
    }

    /// Whether a text counts some of all: «5 муниципальных округов»; numbers of institutions count nothing, «школы № 5».
    private static func counts(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).enumerated().contains { place, word in
            word.allSatisfy(\.isNumber) && !(place > 0 && text.contains("№ \(word)"))
        }
    }

    /// What the items of a list say, where one of them is a place: a bare name beside it is one too.
    private func listed(_ items: [String]) -> [Finding] {
        let hasPlace = items.contains(where: isPlace)
        return items.enumerated().map { position, item in
            let trimmed = item.trimmed
            let finding = self.item(trimmed)
            guard finding == .none, hasPlace else { return finding }
            // Who stands before a place, and is called like a person, sits there: «Иванов, Миасс».
            if Self.mayBePlace(trimmed), position > 0 || !Self.mayBePerson(trimmed) { return .unknown([trimmed]) }
            return trimmed.first?.isLowercase == true && position > 0 ? .locals(unknown: []) : .none
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

    /// What several say together: whoever stands beside a municipality takes nothing from it, but the region's own office or
    /// institute, whose work is for all.
    private static func combined(_ findings: [Finding]) -> Finding {
        var (known, unknown, isElsewhere): ([[EntryIndex]], [String], Bool) = ([], [], false)
        var (areLocals, areEverys, isOpen): (Bool, Bool, Bool) = (false, false, false)
        for finding in findings {
            switch finding {
            case .known(let entries, let others): (known, unknown) = (known + entries, unknown + others)
            case .unknown(let names): (isElsewhere, unknown) = (true, unknown + names)
            case .every(let entries?, let but, let others, _) where !entries.isEmpty:
                known += entries.filter { entry in !but.contains { $0.contains(entry) } }.map { [$0] }
                unknown += others
            case .every, .ofRegion: return finding
            case .locals(let others): (areLocals, unknown) = (true, unknown + others)
            case .everyLocals: areEverys = true
            case .none: isOpen = true
            }
        }
        if !known.isEmpty { return .known(known, unknown: unknown) }
        if areEverys { return .everyLocals }
        if isOpen { return unknown.isEmpty ? .none : .locals(unknown: unknown) }
        return isElsewhere ? .unknown(unknown) : areLocals ? .locals(unknown: unknown) : .none
    }

    /// «Все муниципалитеты» but those of an exception; where that names none, «кроме школ», it is as if nothing were said.
    ///
    /// Who is excepted is never meant: whatever stands before it, «победители», it is of all others.
    private func every(_ whole: String, but exception: Finding) -> Finding {
        let found = whole.isEmpty ? .none : item(whole)
        let (but, unknown, unsorted): ([[EntryIndex]], [String], [EntryIndex])
        switch exception {
        case .known(let entries, let others): (but, unknown, unsorted) = (entries, others, [])
        case .every(let entries?, _, let others, let without):
            (but, unknown, unsorted) = (entries.map { [$0] }, others, without)
        case .unknown(let names): (but, unknown, unsorted) = ([], names, [])
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
        case .locals(let names): return .every(of: nil, but: but, unknown: unknown + names, unsorted: unsorted)
        case .everyLocals, .ofRegion, .none:
            return .every(of: nil, but: but, unknown: unknown, unsorted: unsorted)
        case .unknown: return found
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
    private func mentions(in words: [Substring]) -> [Mention] { list(words) ?? scanned(words) }

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
                } else {
                    place += 1
                }
                continue
            }
            let end = place + count
            let before = adjectives(before: place, words, sort: sort, sortEnd: end, floor: floor)
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
            if let named = noun(at: start, words, sort: sort, isOffices: isUnderstood) {
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
    private func unlistedTown(at place: Int, _ words: [Substring]) -> Int? {
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
            guard word.first?.isUppercase == true, let stem = InflectedWords.adjectiveStem(word) else { break }
            // «Верхнего Услона» has two words, «Большемурашкинского» one.
            let found = entries(named: [word], sort: sort)
            guard !found.isEmpty || Self.tellsAPlace(stem) else { break }
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
    private static func tellsAPlace(_ stem: String) -> Bool {
        // «Верховажкий» is misspelt, and a place all the same.
        stem.hasSuffix("к") && stem.count > 4 && !stem.hasSuffix("ическ") && !common.contains(stem)
    }

    private static let common: Set<String> = [
        "городск", "сельск", "российск", "детск", "родительск", "учительск", "республиканск", "ученическ",
        "велик", "маленьк", "близк", "далек", "мелк", "редк", "юниорск", "юношеск", "женск", "мужск", "студенческ",
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

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
