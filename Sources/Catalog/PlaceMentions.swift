import Languages
import Synchronization

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
        /// Municipalities beside it take part, and do not make its work theirs alone.
        case ofRegion(beside: [[EntryIndex]])
        /// Municipalities are meant and nobody can say which: «пилотные районы», «Миасс и другие».
        case unclear
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

    struct Name: Sendable {
        let stems: [String]
        let sort: PlaceSort?
        let entry: EntryIndex
    }

    /// Names by the first letters of their first stem.
    let names: [Substring: [Name]]
    /// The words of each one's names.
    let stems: [EntryIndex: Set<String>]
    /// The sorts that any of their names says, former and spoken ones too: by these namesakes are told apart.
    let sorts: [EntryIndex: Set<PlaceSort>]
    /// What each is: by its type, else its full name, else its name; nothing of one that none of these tells.
    ///
    /// What people call it says nothing of that.
    let official: [EntryIndex: PlaceSort]
    /// Those without a sort that are still there.
    let unsorted: [EntryIndex]
    /// What the regions of entries are called, folded.
    private let regions: [EntryIndex: String]
    /// Those that a name says to be a ЗАТО.
    let closed: [EntryIndex]
    let everyEntry: [EntryIndex]
    private let read = ReadTexts()

    /// O(names).
    init(_ entries: Indexed<EntryIndex, VocabularyEntry>) {
        let official = Dictionary(
            uniqueKeysWithValues: entries.positioned.compactMap { index, entry in
                [entry.type, entry.full, entry.name].lazy.compactMap(\.self).compactMap(PlaceSort.ofMunicipality).first
                    .map { (index, $0) }
            })
        var names: [Substring: [Name]] = [:]
        var words: [EntryIndex: Set<String>] = [:]
        // «Муниципальное образование «Город Вологда»» is a city okrug, whatever it is called.
        var sorts: [EntryIndex: Set<PlaceSort>] = official.mapValues { [$0] }
        for (index, entry) in entries.positioned {
            for text in entry.readersNames + entry.was.map(\.text) + [entry.type].compactMap(\.self) {
                let (stems, sort) = Self.parts(of: InflectedWords.words(text))
                if let sort { sorts[index, default: []].insert(sort) }
                guard text != entry.type, let first = stems.first else { continue }
                words[index, default: []].formUnion(stems)
                // Under each beginning that it may have.
                for beginning in Set(([first] + InflectedWords.fleeting(first)).map { $0.prefix(Self.letters) }) {
                    names[beginning, default: []].append(Name(stems: stems, sort: sort, entry: index))
                }
            }
        }
        (self.names, stems, self.sorts, everyEntry) = (names, words, sorts, Array(entries.indices))
        self.official = official
        closed = entries.positioned.compactMap { index, entry in
            entry.readersNames.contains { InflectedWords.words($0).contains { NameFolding.fold($0) == "зато" } }
                ? index : nil
        }
        unsorted = entries.positioned.compactMap { index, entry in
            official[index] == nil && entry.successor == nil ? index : nil
        }
        regions = Dictionary(
            uniqueKeysWithValues: entries.positioned.compactMap { index, entry in
                (entry.regionName ?? entry.understoodRegion).map { (index, NameFolding.fold($0)) }
            })
    }

    static func parts(of words: [Substring]) -> (stems: [String], sort: PlaceSort?) {
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
    static let letters = 3

    /// What a text says; O(words · names that begin alike), and O(1) for one that was read before, as plans say the same of
    /// many rows.
    package func find(in text: String) -> Finding {
        guard !names.isEmpty else { return .none }
        if let found = read.finding(of: text) { return found }
        let found = findAnew(in: text)
        read.keep(found, of: text)
        return found
    }

    private func findAnew(in text: String) -> Finding {
        let lines = Self.lines(of: text)
        return lines.count > 1 ? combined(listed(lines)) : lines.first.map(item) ?? .none
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
    func item(_ text: String) -> Finding {
        if let found = Self.exception(in: text) {
            var but = excepted(found.but)
            // A misspelt one is told.
            if but == .none, Self.hasProperName(found.but) { but = .unknown([found.but.trimmed]) }
            if case .locals(let names) = but, !names.isEmpty { but = .unknown(names) }
            // «кроме областного центра»; «кроме победителей» are people.
            let words = InflectedWords.words(found.but)
            let isOfPlaces =
                Self.nameMunicipalities(words) || words.contains { NameFolding.fold($0).hasPrefix("центр") }
                // «муниципальные районы, кроме пилотных»
                || Self.nameMunicipalities(in: found.whole) && !Self.areLocals(words)
            if but == .none || but == .ofRegion(beside: []), !found.maybe, isOfPlaces { but = .unclear }
            // «без двоек» excepts nobody: the words stay part of the text.
            if !found.maybe || but != .none { return every(found.whole, but: but) }
        }
        // «все муниципалитеты, в том числе Миасс»
        if let whole = Self.including(text), case let found = named(in: whole), case .every = found { return found }
        let sides = Self.together(text)
        return sides.count > 1 ? combined(sides.map(item)) : named(in: text)
    }

    /// What one item of a list says that excepts nobody, and what it names besides.
    private func named(in written: String) -> Finding {
        let (name, region) = Self.withoutRegion(written)
        let text = Self.withoutRemarks(name)
        guard !Self.isOfRegion(text) else { return ofRegion(text) }
        if region == nil, let found = whole(text) ?? headed(text) ?? hyphened(text) { return found }
        let found = recognised(self.found(region == nil ? text : written, text, of: region))
        let left = leftOver(in: text, besides: found)
        guard left.isEmpty else {
            return switch found {
            case .known(let entries, let unknown): .known(entries, unknown: unknown + left)
            case .unknown(let names): .unknown(names + left)
            case .locals(let unknown): .locals(unknown: unknown + left)
            // A name alone is one of a municipality, however it is misspelt.
            case .none where InflectedWords.words(text).count == 1: .unknown(left)
            case .every, .everyLocals, .ofRegion, .unclear, .none: .locals(unknown: left)
            }
        }
        return isDoubtful(found, in: name) ? .unclear : found
    }

    /// «Переславль - Залесский», which is a name with its hyphen alone.
    private func hyphened(_ text: String) -> Finding? {
        let joined = text.replacing(" - ", with: "-").replacing(" – ", with: "-")
        guard joined != text, case .known(_, unknown: [])? = whole(joined) else { return nil }
        return whole(joined)
    }

    /// An office of the region, and the municipalities that stand beside it: «Вольский МР, ГАУ ДПО „СОИРО“».
    private func ofRegion(_ text: String) -> Finding {
        let others = Self.pieces(of: text).filter { !Self.isOfRegion($0) }.compactMap { whole($0) }
        guard case .known(let entries, _) = combined(others) else { return .ofRegion(beside: []) }
        return .ofRegion(beside: entries)
    }

    /// Names that are told to be unknown and are of the list, however they came to stand so.
    private func recognised(_ found: Finding) -> Finding {
        func parted(_ names: [String]) -> (known: [[EntryIndex]], unknown: [String]) {
            names.reduce(into: ([], [])) { parts, name in
                if case .known(let entries, _)? = whole(name) { parts.0 += entries } else { parts.1.append(name) }
            }
        }
        switch found {
        case .known(let entries, let names):
            let (known, unknown) = parted(names)
            return .known(entries + known, unknown: unknown)
        case .unknown(let names):
            let (known, unknown) = parted(names)
            return known.isEmpty ? found : .known(known, unknown: unknown)
        case .every, .locals, .everyLocals, .ofRegion, .unclear, .none: return found
        }
    }

    /// - Parameter region: that the text names behind its own name, folded.
    private func found(_ written: String, _ text: String, of region: String?) -> Finding {
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
        let parts = Self.parts(of: text)
        let found = parts.map { mentions(in: InflectedWords.words($0)) }
        if !found.isEmpty, found.allSatisfy({ !$0.isEmpty }) { return known(found.flatMap(\.self)) }
        let pieces = text.split(separator: ",").map(String.init)
        if pieces.count > 1, found.contains(where: { !$0.isEmpty }) || isPlace(pieces[0]) {
            let findings = listed(pieces)
            // «Миасс, учителя»; in «Отдел образования, культуры Троицкого МР» no piece is a place by itself.
            if pieces.contains(where: isPlace) { return combined(findings) }
        }
        guard found.allSatisfy(\.isEmpty) else {
            return combined(zip(parts, found).map { $1.isEmpty ? towns($0) ?? unplaced($0) : known($1) })
        }
        return unplaced(text)
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
        if words.contains(where: { NameFolding.fold($0).hasPrefix("списк") }) { return .unclear }
        if let every = every(words) { return Self.counts(text) ? .unclear : every }
        // «Департамент образования Ярославской области (г. Ярославль)» only sits there.
        if Self.nameOffice(words), words.contains(where: Self.isRegion) { return .ofRegion(beside: []) }
        let unknown = unlisted(words)
        if !unknown.isEmpty || Self.areLocals(words) { return .locals(unknown: unknown) }
        if Self.nameMunicipalities(words) || words.count == 1 && NameFolding.fold(words[0]) == "мо" { return .unclear }
        return Self.mayBeOfRegion(words) ? .ofRegion(beside: []) : .none
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
    func combined(_ findings: [Finding]) -> Finding {
        var (known, unknown, isElsewhere): ([[EntryIndex]], [String], Bool) = ([], [], false)
        var (areLocals, areEverys, isOpen, isUnclear): (Bool, Bool, Bool, Bool) = (false, false, false, false)
        var isOfRegion = false
        for finding in findings {
            switch finding {
            case .known(let entries, let others): (known, unknown) = (known + entries, unknown + others)
            case .unknown(let names): (isElsewhere, unknown) = (true, unknown + names)
            case .every(let entries?, let but, let others, _) where !entries.isEmpty:
                known += entries.filter { entry in !but.contains { $0.contains(entry) } }.map { [$0] }
                unknown += others
            case .every: return finding
            case .ofRegion(let beside): (isOfRegion, known) = (true, known + beside)
            case .unclear: isUnclear = true
            case .locals(let others): (areLocals, unknown) = (true, unknown + others)
            case .everyLocals: areEverys = true
            case .none: isOpen = true
            }
        }
        if isOfRegion { return .ofRegion(beside: known) }
        if !known.isEmpty {
            // «МР, МО и ГО»
            let isAll = unknown.isEmpty && everyEntry.allSatisfy { entry in known.contains { $0.contains(entry) } }
            return isAll && known.count > 1 ? .every(of: nil, but: []) : .known(known, unknown: unknown)
        }
        if isUnclear { return .unclear }
        if areEverys { return .everyLocals }
        if isOpen { return unknown.isEmpty ? .none : .locals(unknown: unknown) }
        return isElsewhere ? .unknown(unknown) : areLocals ? .locals(unknown: unknown) : .none
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
        "управлени", "администраци", "отделени", "комитет", "департамент", "моуо", "муо", "руо", "ммс", "мку", "мбу",
        "мау",
        "глав",
    ]

    /// Whether an office is named, as a region and each municipality have one.
    static func nameOffice(_ words: [Substring]) -> Bool {
        words.contains { word in
            let folded = NameFolding.fold(word)
            // «Отдельные» are no office.
            return InflectedWords.isForm(folded, of: "отдел") || offices.contains { folded.hasPrefix($0) }
        }
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

/// What texts were found to say, as long as they are not too many; safe from several threads.
private final class ReadTexts: Sendable {
    private let findings = Mutex<[String: PlaceMentions.Finding]>([:])
    /// Then it begins anew.
    private static let most = 10_000

    func finding(of text: String) -> PlaceMentions.Finding? { findings.withLock { $0[text] } }

    func keep(_ finding: PlaceMentions.Finding, of text: String) {
        findings.withLock { findings in
            if findings.count >= Self.most { findings.removeAll(keepingCapacity: true) }
            findings[text] = finding
        }
    }
}
