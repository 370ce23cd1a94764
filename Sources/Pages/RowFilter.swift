import AlbumModel
import Catalog
import Formats
import Languages
import Theming

/// The filter over rows of roadmaps: its fields, and what each row says to them.
///
/// A field that would leave every row whatever is chosen is no field. Everything is worked out here; the theme's script
/// compares words and days.
struct RowFilter {
    let page: Page
    private let rows: [RowFacets]
    private let materials: [MaterialIndex]
    private let participants: NameTokens
    private let executors: NameTokens
    /// Years in which terms lie, those of terms without a day of their own among them.
    private let years: Set<Int>

    /// - Parameter rows: facets with the position of the material they belong to.
    init(_ rows: [(facets: RowFacets, material: MaterialIndex)], page: Page) {
        self.page = page
        self.rows = rows.map(\.facets)
        materials = rows.map(\.material)
        participants = NameTokens(rows.map(\.facets.participants), in: "participants")
        executors = NameTokens(rows.map { $0.facets.executors + $0.facets.coExecutors }, in: "executors")
        years = Set(rows.compactMap(\.facets.period).flatMap { [$0.start?.year, $0.end?.year].compactMap(\.self) })
    }

    /// The fields; nothing where there are few rows or nothing tells them apart.
    /// - Parameters:
    ///   - target: id of the element that holds the rows.
    ///   - prefix: before the names in the address, where a page has several filters.
    ///   - isMine: whether a municipality is the reader's own, kept by the browser.
    func view(target: String, prefix: String = "", isMine: Bool = false) -> FilterView? {
        guard rows.count >= Album.fewestRows else { return nil }
        let counter = MarkCounter(rows.indices.map { marks($0) })
        var fields: [FilterFieldView] = []
        func add(_ name: String, _ label: String, _ choices: [FilterChoice], note: String? = nil, keptAs: String? = nil)
        {
            guard let options = counter.options(choices) else { return }
            fields.append(
                FilterFieldView(name: prefix + name, label: label, keptAs: keptAs, note: note, options: options))
        }
        if let regions = page.album.catalog.regionAxis, regions != page.album.coverage?.rowVocabulary {
            let vocabulary = page.album.catalog.vocabularies[regions]
            add(
                vocabulary.id.rawValue, page.wording.heading(vocabulary.label.one),
                vocabulary.shown.sortedByName { vocabulary.entries[$0].name }.map {
                    // What is of no region concerns all of them.
                    choice(EntryReference(vocabulary: regions, entry: $0), also: ["common:"])
                })
        }
        if let coverage = page.album.coverage {
            let vocabulary = page.album.catalog.vocabularies[coverage.rowVocabulary]
            add(
                vocabulary.id.rawValue,
                isMine ? page.wording.word(.filterMine) : page.wording.heading(vocabulary.label.one),
                municipalityChoices(coverage.rowVocabulary), note: hasCommon ? page.wording.word(.filterCommon) : nil,
                keptAs: isMine ? "album-municipality" : nil)
        }
        add("period", page.wording.word(.filterPeriod), periodChoices())
        if let column = page.album.coverage?.columnVocabulary {
            let vocabulary = page.album.catalog.vocabularies[column]
            add(
                vocabulary.id.rawValue, page.wording.heading(vocabulary.label.one),
                vocabulary.shown.map { choice(EntryReference(vocabulary: column, entry: $0)) })
        }
        add("participants", page.wording.word(.filterParticipants), participants.choices)
        let hasHelpers = rows.contains { !$0.coExecutors.isEmpty }
        add("executors", page.wording.word(hasHelpers ? .filterAllExecutors : .filterExecutors), executors.choices)
        guard !fields.isEmpty else { return nil }
        var view = FilterView(target: target, noun: page.wording.word(.filterEvents), fields: fields)
        if prefix.isEmpty { view.absent = page.absentFields(beside: fields, counter) }
        return view
    }

    /// `municipalities=asha-mr`, `regions=perm`: what narrows the calendar down to an entry; nothing for entries that it has no field for.
    static func query(of reference: EntryReference, _ page: Page) -> String? {
        let coverage = page.album.coverage
        let axes = [page.album.catalog.regionAxis, coverage?.rowVocabulary, coverage?.columnVocabulary]
        guard axes.contains(reference.vocabulary), page.album.hasManyRows else { return nil }
        return
            "\(page.album.catalog.vocabularies[reference.vocabulary].id)=\(page.album.catalog.schema.entry(reference).id)"
    }

    /// What the script compares at one row.
    func marks(_ index: Int) -> RowMarksView {
        let row = rows[index]
        var tokens = (regions(index) + row.axes.filter(isCovered)).map(token)
        tokens += commonTokens(index)
        tokens += participants.tokens(of: row.participants) + executors.tokens(of: row.executors + row.coExecutors)
        guard let period = row.period, period.sortKey != nil, !period.isOpen else {
            return RowMarksView(tokens: tokens + [Self.openToken] + years(of: row.period))
        }
        if period.isYearAlone { return RowMarksView(tokens: tokens + years(of: period)) }
        // What has a beginning and no end lasts on.
        let end = period.end?.description ?? "9999-12-31"
        return RowMarksView(tokens: tokens, from: period.sortKey?.description, to: end)
    }

    // MARK: Axes

    private func isCovered(_ reference: EntryReference) -> Bool {
        reference.vocabulary == page.album.coverage?.rowVocabulary
            || reference.vocabulary == page.album.coverage?.columnVocabulary
    }

    /// The regions that a row concerns: its own and its roadmap's.
    private func regions(_ index: Int) -> [EntryReference] {
        guard let regions = page.album.catalog.regionAxis, regions != page.album.coverage?.rowVocabulary else {
            return []
        }
        let axes = rows[index].axes + page.album.catalog.materials[materials[index]].axes
        return Set(axes.filter { $0.vocabulary == regions }).sorted()
    }

    private func token(_ reference: EntryReference) -> String {
        "\(page.album.catalog.vocabularies[reference.vocabulary].id):\(page.album.catalog.schema.entry(reference).id)"
    }

    private func choice(_ reference: EntryReference, also: [String] = []) -> FilterChoice {
        let entry = page.album.catalog.schema.entry(reference)
        return FilterChoice(
            value: entry.id.rawValue, label: entry.distinctName,
            marks: .init(tokens: [token(reference)] + also), former: { page.formerValues(of: reference) })
    }

    /// A row without municipalities concerns all of its regions, or all there are; none of one that names some.
    private func commonTokens(_ index: Int) -> [String] {
        guard let vocabulary = page.album.coverage?.rowVocabulary,
            rows[index].isCommon(to: vocabulary)
        else { return [] }
        let regions = page.album.catalog.wholeRegionIDs(of: page.album.catalog.materials[materials[index]])
        return regions.isEmpty ? ["common:"] : regions.map { "common:\($0)" }
    }

    private var hasCommon: Bool { rows.indices.contains { !commonTokens($0).isEmpty } }

    private func municipalityChoices(_ vocabulary: VocabularyIndex) -> [FilterChoice] {
        let entries = page.album.catalog.vocabularies[vocabulary].entries
        // A copy of a part names whom it has.
        let offered =
            page.album.part == nil
            ? Array(entries.indices)
            : entries.indices.filter {
                page.album.address(of: EntryReference(vocabulary: vocabulary, entry: $0)) != nil
            }
        return offered.sortedByName { entries[$0].name }.map { position in
            choice(
                EntryReference(vocabulary: vocabulary, entry: position),
                also: ["common:"] + (entries[position].region.map { ["common:\($0)"] } ?? []))
        }
    }

    // MARK: Terms

    /// A row that lasts longer is found by quarters and years of others.
    private static let mostMonths = 24

    private static let openToken = "period:open"

    private static func token(ofYear year: Int) -> String { "period:\(year)" }

    /// The years in which a term may lie of which no more is known: «I квартал» in a roadmap of two years is found in both,
    /// «2023 год» in its year, and neither in a month.
    private func years(of period: Period?) -> [String] {
        guard let period, let first = period.sortKey?.year else { return [] }
        return years.filter { $0 >= first && $0 <= period.end?.year ?? .max }.sorted().map(Self.token(ofYear:))
    }

    /// Years, and the quarters and months in which a row lies or begins, lasts and ends; what has no days of its own at
    /// the end.
    private func periodChoices() -> [FilterChoice] {
        var spans = Set(years.map { CalendarSpan.year($0) })
        for period in rows.compactMap(\.period) where !period.isOpen {
            if let span = CalendarSpan(around: period) { spans.insert(span) }
            guard !period.isYearAlone, let first = period.start ?? period.end, let last = period.end ?? period.start
            else { continue }
            for (year, month) in first.months(through: last, limit: Self.mostMonths) {
                spans.formUnion([.month(year, month), .quarter(year, (month + 2) / 3)])
            }
        }
        let choices = spans.sorted().compactMap { span in
            span.days.map { days in
                var marks = RowMarksView(days: days)
                if case .year(let year) = span { marks.tokens = [Self.token(ofYear: year)] }
                return FilterChoice(value: span.id, label: span.title(page.wording.strings), marks: marks)
            }
        }
        return choices
            + [
                FilterChoice(
                    value: "open", label: page.wording.word(.filterOpen), marks: .init(tokens: [Self.openToken]))
            ]
    }

    // MARK: Choices

    /// Names written in cells with the words that stand for them; an entry is one by itself, whoever else is called so.
    ///
    /// Spellings that differ in case are one, and so is a name with a remark in parentheses behind it where the name
    /// stands alone too: «ЧИРО» and «ЧИРО (администратор модуля)».
    private struct NameTokens {
        let choices: [FilterChoice]
        private let byName: [String: String]
        private let byEntry: [EntryReference: String]

        init(_ lists: [[RowParty]], in field: String) {
            var byName: [String: String] = [:]
            var byEntry: [EntryReference: String] = [:]
            var taken: Set<String> = []
            var choices: [FilterChoice] = []
            /// A new word for a name, with the choice that has it.
            func added(_ name: String) -> String {
                let slug = Address.shortSlug(of: name, limit: 60)
                var value = slug
                var number = 2
                while !taken.insert(value).inserted {
                    value = "\(slug)-\(number)"
                    number += 1
                }
                let token = "\(field):\(value)"
                choices.append(FilterChoice(value: value, label: name, marks: .init(tokens: [token])))
                return token
            }
            let parties = lists.flatMap(\.self)
            let names = parties.filter { $0.entry == nil }.map(\.name)
            let folded = Set(names.map(NameFolding.fold))
            let bareFirst = names.filter { Self.bare($0) == $0 } + names.filter { Self.bare($0) != $0 }
            for name in bareFirst where byName[NameFolding.fold(name)] == nil {
                if Self.bare(name) != name, folded.contains(NameFolding.fold(Self.bare(name))) {
                    byName[NameFolding.fold(name)] = byName[NameFolding.fold(Self.bare(name))]
                    continue
                }
                byName[NameFolding.fold(name)] = added(name)
            }
            for party in parties {
                if let entry = party.entry, byEntry[entry] == nil { byEntry[entry] = added(party.name) }
            }
            (self.byName, self.byEntry) = (byName, byEntry)
            self.choices = choices.sortedByName(\.label)
        }

        /// A name without the remark in parentheses that stands behind it.
        private static func bare(_ name: String) -> String {
            guard name.hasSuffix(")"), let open = name.firstRange(of: " (") else { return name }
            return String(name[..<open.lowerBound])
        }

        func tokens(of parties: [RowParty]) -> [String] {
            parties.reduce(into: []) { tokens, party in
                let token = party.entry.map { byEntry[$0] } ?? byName[NameFolding.fold(party.name)]
                if let token, !tokens.contains(token) { tokens.append(token) }
            }
        }
    }
}

extension CalendarDate {
    /// The months from this day's to another's, year and month; none where there are more than `limit`.
    fileprivate func months(through last: CalendarDate, limit: Int) -> [(Int, Int)] {
        let range = (year * 12 + month - 1)...max(year * 12 + month - 1, last.year * 12 + last.month - 1)
        return range.count > limit ? [] : range.map { ($0 / 12, $0 % 12 + 1) }
    }
}

extension RowMarksView {
    /// Some days and no tokens.
    init(days: ClosedRange<CalendarDate>) {
        self.init(tokens: [], from: days.lowerBound.description, to: days.upperBound.description)
    }
}
