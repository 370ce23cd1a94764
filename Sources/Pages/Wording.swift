import AlbumModel
import Catalog
import Formats
import Languages
import Theming

/// What the program says on pages and in exports, in the language of the site: strings, dates, counts.
package struct Wording: Sendable {
    /// Texts that the program puts on pages.
    package let strings: Strings

    init(_ strings: Strings) { self.strings = strings }

    /// Of those texts.
    package var language: Language { strings.language }

    /// One of those texts.
    package func word(_ word: Word) -> String { strings.text(word) }

    /// «12 практик».
    package func counted(_ count: Int, _ kind: Kind) -> String { counted(count, kind.name) }

    /// A date or a term as a reader sees it.
    package func text(_ period: Period) -> String {
        let dates = DateText(language)
        // «с 1 сентября» is more than a day, «в течение 2023 года» other than a year, «12 октября 2024 (суббота)» says
        // more than its day: such stand as written.
        guard let start = period.start, period.end != nil, !period.isWithin, !period.saysMore else {
            return asWritten(period)
        }
        switch period.precision {
        case .day: return dates.day(start.year, start.month, start.day)
        case .month: return dates.month(start.year, start.month)
        case .year: return dates.year(start.year)
        case .days where period.namesBothDays:
            return period.end.map { dates.days((start.year, start.month, start.day), ($0.year, $0.month, $0.day)) }
                ?? asWritten(period)
        // «II квартал» of a plan has the year of the plan.
        case .quarter where lacksYear(period, start), .halfYear where lacksYear(period, start):
            return dates.within(start.year, asWritten(period))
        default: return asWritten(period)
        }
    }

    private func lacksYear(_ period: Period, _ start: CalendarDate) -> Bool {
        !period.text.contains(String(start.year)) && !period.text.contains("(")
    }

    /// In its own words, where a day in figures is worded as elsewhere: «до 25.05.2027» is «до 25 мая 2027 г.»; figures
    /// alone stay as a source has them.
    private func asWritten(_ period: Period) -> String {
        let text = period.typographicText
        // Terms are written in Russian.
        let hasWords = language == .ru && period.isUnderstood && text.contains(where: \.isLetter)
        return hasWords ? DateText(language).wordingDays(in: text) : text
    }

    /// For `<time datetime>`; nothing where the expression has no such form.
    func machineText(_ period: Period) -> String? {
        guard let start = period.start else { return nil }
        switch period.precision {
        case .day: return start.description
        case .month: return String(start.description.prefix(7))
        case .year: return String(start.description.prefix(4))
        default: return nil
        }
    }

    /// A name as a heading: its first letter large.
    package func heading(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// A whole page whose lines break in the same places in every browser; languages but Russian have those of the
    /// browsers.
    func typeset(_ page: [UInt8]) -> [UInt8] { language == .ru ? SoftHyphens.inPage(page) : page }

    /// The term of a row that stands apart from its table: a year that its table leaves open is said to be.
    func rowTerm(_ period: Period) -> String {
        period.possibleTerms.isEmpty ? text(period) : strings.text(Word.timelineUnknownYear, text(period))
    }

    /// «12 муниципалитетов».
    func counted(_ count: Int, _ forms: PluralForms) -> String {
        forms.counted(count, language)
    }

    /// What a list says of a row that was called off or moved: its remark, else the one word; nothing of any other.
    package func changeText(_ change: RowChange?) -> String? {
        change.map { $0.remark ?? word($0.state == .cancelled ? .rowCancelled : .rowMoved) }
    }

    /// «Проведено: да»: what a row says of its having taken place, under the head of its column; nothing where it says nothing.
    package func markText(_ mark: RowMark?) -> String? { mark.map { "\($0.label): \($0.text)" } }

    /// What the regions of a row's roadmap are called, by which programs tell calendars apart that were put together.
    package func regionNames(_ row: CalendarRow, _ album: Album) -> [String] {
        album.catalog.regions(of: album.catalog.materials[row.material]).map { album.catalog.schema.entry($0).name }
    }

    /// More places than these are counted.
    private static let mostPlaces = 6

    /// «Муниципалитет: Кунгурский МО (Пермский край)»: whose row it is, by the rows of the coverage, else by regions; nothing
    /// for one that concerns all there are.
    package func placeText(_ row: CalendarRow, _ album: Album) -> String? {
        let catalog = album.catalog
        let places = row.facets.axes.filter { $0.vocabulary == album.coverage?.rowVocabulary }
        let entries = places.isEmpty ? catalog.regions(of: catalog.materials[row.material]) : places
        guard let first = entries.first else { return nil }
        let label = catalog.vocabularies[first.vocabulary].label
        if entries.count > Self.mostPlaces { return counted(entries.count, label) }
        return "\(heading(label.one)): \(names(entries, catalog))"
    }

    private func names(_ entries: [EntryReference], _ catalog: AlbumCatalog) -> String {
        entries.map { catalog.schema.entry($0).distinctName }.joined(separator: "; ")
    }

    /// Whom a row concerns, for a page of one of them: «всех муниципалитетов региона», «Ашинский МР; Троицкий ГО»; nothing
    /// for one that concerns it alone, and is not said to by words that name others.
    func reachText(_ row: CalendarRow, of owner: EntryReference, _ album: Album) -> String? {
        let catalog = album.catalog
        let label = catalog.vocabularies[owner.vocabulary].label
        if row.facets.isCommon(to: owner.vocabulary) {
            let isOfRegion = !catalog.wholeRegions(of: catalog.materials[row.material]).isEmpty
            return strings.text(isOfRegion ? Word.rowReachRegion : .rowReachAll, label.many)
        }
        let places = row.facets.axes.filter { $0.vocabulary == owner.vocabulary }
        // A row that is said to be its own may name others.
        if places == [owner], !row.facets.saysWhom { return nil }
        if places.count <= Self.mostPlaces { return names(places, catalog) }
        let regions = catalog.wholeRegionIDs(of: catalog.materials[row.material])
        let list = catalog.vocabularies[owner.vocabulary]
        let left = list.shown(but: Set(places.map(\.entry)), of: regions)
        guard !left.isEmpty, left.count <= Self.mostPlaces else { return counted(places.count, label) }
        let but = left.map { list.entries[$0].distinctName }.joined(separator: "; ")
        return strings.text(Word.rowReachBut, label.many, but)
    }
}
