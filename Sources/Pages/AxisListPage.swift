import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// The list of an axis.
struct AxisListPage {
    let page: Page
    let vocabulary: VocabularyIndex

    func view() -> AxisListView {
        let axis = page.album.catalog.vocabularies[vocabulary]
        let entries = axis.shown.map { ($0, axis.entries[$0]) }
        let filter = filter(entries.map(\.1))
        // What is said of a few of many is no part of a list; their pages have it.
        let tellsAbout = entries.count { $0.1.description != nil } * 2 >= entries.count
        var groups: [(title: String?, entries: [DirectionEntryView])] = []
        // As their maps stand.
        for (position, entry) in isOfRegions ? entries.sortedByName(\.1.name) : entries {
            let reference = EntryReference(vocabulary: vocabulary, entry: position)
            let count = page.album.materials(of: reference).count
            // The heading says it.
            var chip = page.chip(reference, isInRegion: entry.group == nil)
            // Letters without a colour tell nothing apart: five municipalities begin with «Ка».
            if chip.hue == 0 && entry.number == nil { chip.letter = "" }
            let holdings = isOfRegions ? page.holdings(ofRegion: reference) : nil
            var view = DirectionEntryView(
                chip: chip, count: holdings ?? page.count(of: reference, materials: count),
                about: tellsAbout ? entry.description : nil)
            if filter != nil { view.marks = marks(entry) }
            if chip.hue > 0 { view.cover = CoverView(id: "cover-\(entry.id)", hues: [chip.hue]) }
            let title =
                entry.group ?? region(of: entry).map { page.album.catalog.schema.entry($0).name }
                ?? page.album.regionName(of: entry)
            if groups.last?.title == title, !groups.isEmpty {
                groups[groups.count - 1].entries.append(view)
            } else if let existing = groups.firstIndex(where: { $0.title == title }) {
                groups[existing].entries.append(view)
            } else {
                groups.append((title, [view]))
            }
        }
        var view = AxisListView(
            frame: page.frame(title: axis.title), title: axis.title,
            groups: groups.map { AxisGroupView(groups.count > 1 ? $0.title : nil, entries: $0.entries) })
        view.filter = filter
        if isOfRegions { view.regions = RegionOverview(page: page).view() }
        return view
    }

    private var isOfRegions: Bool { vocabulary == page.album.regionCoverage?.rowVocabulary }

    private static func token(ofType type: String) -> String { "type:" + Address.shortSlug(of: type, limit: 60) }

    private static func token(of region: VocabularyEntry) -> String { "region:\(region.id)" }

    /// What the filter compares at an entry.
    private func marks(_ entry: VocabularyEntry) -> RowMarksView {
        let region = region(of: entry).map { Self.token(of: page.album.catalog.schema.entry($0)) }
        return RowMarksView(tokens: [entry.type.map { Self.token(ofType: $0) }, region].compactMap(\.self))
    }

    /// Regions tell no regions apart.
    private func region(of entry: VocabularyEntry) -> EntryReference? {
        vocabulary == page.album.catalog.regionAxis ? nil : page.album.region(of: entry)
    }

    /// By words of their names, and by their region and type where they have several.
    private func filter(_ entries: [VocabularyEntry]) -> FilterView? {
        let noun = page.album.catalog.vocabularies[vocabulary].label.many
        guard var view = MaterialFilter.ofWords(entries.count, noun: noun, page: page) else { return nil }
        let counter = MarkCounter(entries.map(marks))
        func add(_ name: String, _ label: Word, _ choices: [FilterChoice]) {
            guard let options = counter.options(choices) else { return }
            view.fields.append(FilterFieldView(name: name, label: page.wording.word(label), options: options))
        }
        let regions = Set(entries.compactMap(region)).map { page.album.catalog.schema.entry($0) }
        add(
            "region", .factRegion,
            regions.sortedByName(\.name).map {
                FilterChoice(
                    value: $0.id.rawValue, label: $0.name, marks: RowMarksView(tokens: [Self.token(of: $0)]))
            })
        add(
            "type", .factType,
            Set(entries.compactMap(\.type)).sortedByName(\.self).map {
                FilterChoice(
                    value: Address.shortSlug(of: $0, limit: 60), label: $0,
                    marks: RowMarksView(tokens: [Self.token(ofType: $0)]))
            })
        return view
    }
}

extension Page {
    /// How many materials an entry of an axis has, in words; a municipality's own and those in which it takes part are
    /// told apart.
    ///
    /// Nothing where it has none.
    func count(of reference: EntryReference, materials count: Int) -> String? {
        guard let coverage = album.coverage, coverage.rowVocabulary == reference.vocabulary else {
            return count == 0 ? nil : wording.strings.counted(count, CountWord.materials)
        }
        let words: [Word] = [.ownCount, .partCount]
        let texts = zip(Coverage.Part.allCases, words).compactMap { part, word in
            let count = coverage.materials(part, row: reference.entry).count
            return count == 0 ? nil : wording.strings.text(word, NumberText.grouped(count, wording.language))
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }
}
