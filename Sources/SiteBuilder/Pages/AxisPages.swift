import Catalog
import Linking
import Theming

/// The list of an axis.
struct AxisListPage {
    let context: SiteContext
    let vocabulary: Int

    func view() -> AxisListView {
        let axis = context.catalog.vocabularies[vocabulary]
        let page = SitePages.list(axis)
        var groups: [(title: String?, entries: [DirectionEntryView])] = []
        for (position, entry) in axis.entries.enumerated() {
            let reference = EntryReference(vocabulary: vocabulary, entry: position)
            let count = context.materials(of: reference).count
            let view = DirectionEntryView(
                chip: context.chip(reference, from: page),
                count: count == 0 ? nil : context.strings.counted(count, CountWord.materials), about: entry.description)
            let title = entry.group ?? context.regionName(of: entry)
            if groups.last?.title == title, !groups.isEmpty {
                groups[groups.count - 1].entries.append(view)
            } else if let existing = groups.firstIndex(where: { $0.title == title }) {
                groups[existing].entries.append(view)
            } else {
                groups.append((title, [view]))
            }
        }
        return AxisListView(
            frame: context.frame(page, title: axis.title), title: axis.title,
            groups: groups.map { AxisGroupView(groups.count > 1 ? $0.title : nil, entries: $0.entries) })
    }
}

extension SiteContext {
    /// Published materials of an entry of an axis, in the order of the catalog.
    func materials(of reference: EntryReference) -> [Int] { entryMaterials[reference] ?? [] }

    /// The region an entry belongs to, in words.
    func regionName(of entry: VocabularyEntry) -> String? {
        guard let region = entry.region, let regions = catalog.vocabulary("regions"),
            let position = regions.position(of: region)
        else { return nil }
        return regions.entries[position].name
    }

    /// Materials in the order in which lists show them: the newest first, then by title.
    func listed(_ materials: [Int]) -> [Int] {
        materials.map { ($0, listRanks[$0]) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// Of a set of materials, those of each kind, in the order of the kinds.
    func byKind(_ materials: [Int]) -> [(kind: Int, materials: [Int])] {
        var groups = [[Int]](repeating: [], count: catalog.kinds.count)
        for material in materials { groups[catalog.materials[material].kind].append(material) }
        return groups.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
    }

    /// The address of the full list of an entry's materials of one kind.
    func fullList(of reference: EntryReference, kind: Kind) -> String? {
        address(of: reference).map { String($0.dropLast(".html".utf8.count)) + ".\(kind.folder).html" }
    }
}

/// The page of an entry of an axis: what is here, what is due, what is missing.
struct AxisEntryPage {
    let context: SiteContext
    let reference: EntryReference

    /// A group with more cards than this shows the newest, and leads to a full list.
    static let cardLimit = 12

    private var vocabulary: Vocabulary { context.catalog.vocabularies[reference.vocabulary] }
    private var entry: VocabularyEntry { vocabulary.entries[reference.entry] }
    private var page: String { SitePages.entry(vocabulary, entry) }

    func view() -> AxisEntryPageView {
        let materials = context.listed(context.materials(of: reference))
        let groups = context.byKind(materials)
        let due = context.rows.due(on: context.configuration.edition, limit: 6) { row in
            row.facets.axes.contains(reference)
        }
        let cross = crossEntries()
        let hue = Hues.hue(of: reference, context.catalog, context.configuration)
        return AxisEntryPageView(
            frame: context.frame(
                page, title: context.uniqueTitle(of: reference), description: entry.description,
                breadcrumbs: [(vocabulary.title, SitePages.list(vocabulary))], current: SitePages.list(vocabulary)),
            axis: vocabulary.label.one, title: entry.name, hue: hue,
            letter: hue > 0 ? Hues.letter(of: reference, context.catalog) : nil, description: entry.description,
            facts: facts(), figures: figures(groups), groups: groups.map { group($0.kind, $0.materials) },
            empty: materials.isEmpty
                ? EmptyView(context.strings.text(Word.emptyEntry, entry.name), help: context.help(from: page)) : nil,
            due: due.rows.map { context.row($0, on: page) },
            dueTitle: context.word(due.areAhead ? .dueNext : .dueLatest), dueAll: dueAll, crossTitle: cross.title,
            present: cross.present, missing: cross.missing,
            missingTitle: cross.missing.isEmpty
                ? "" : context.strings.text(Word.crossMissing, context.counted(cross.missing.count, cross.label)),
            missingHelp: context.help(from: page), links: linkGroups(materials),
            downloads: [context.calendarDownload(of: reference, from: page)].compactMap(\.self))
    }

    /// The calendar, narrowed down to the entry.
    private var dueAll: LinkView? {
        let query = RowFilter.query(of: reference, context)
        return query.map {
            LinkView(context.word(.dueAll), RelativeAddress.make(from: page, to: SitePages.calendar) + $0)
        }
    }

    private func figures(_ groups: [(kind: Int, materials: [Int])]) -> [FigureView] {
        groups.map { kind, materials in
            let kind = context.catalog.kinds[kind]
            return FigureView(
                NumberText.grouped(materials.count, context.language), kind.name.form(for: materials.count),
                url: "#\(kind.folder)")
        }
    }

    private func group(_ kind: Int, _ materials: [Int]) -> CardGroupView {
        let kind = context.catalog.kinds[kind]
        let isLong = materials.count > Self.cardLimit
        return CardGroupView(
            kind.title, id: kind.folder, count: context.counted(materials.count, kind),
            cards: materials.prefix(Self.cardLimit).map { context.card($0, on: page) },
            more: isLong
                ? context.fullList(of: reference, kind: kind).map {
                    LinkView(
                        context.strings.text(Word.allOfKind, context.counted(materials.count, kind)),
                        RelativeAddress.make(from: page, to: $0))
                } : nil)
    }

    private func facts() -> [FactView] {
        var facts: [FactView] = []
        func add(_ word: Word, _ text: String?) {
            if let text, text != entry.name { facts.append(FactView(context.word(word), [LinkView(text)])) }
        }
        add(.factFull, entry.full)
        // A direction's letter is its number.
        if Hues.hue(of: reference, context.catalog, context.configuration) == 0 {
            add(.factNumber, entry.number.map { String($0) })
        }
        add(.factType, entry.type)
        add(.factRegion, context.regionName(of: entry))
        add(.factValid, validity())
        if let url = entry.url { facts.append(FactView(context.word(.factLink), [LinkView(url, url)])) }
        if !entry.aliases.isEmpty { add(.factAliases, entry.aliases.joined(separator: "; ")) }
        return facts
    }

    /// «2021 — 2023»; an open end is «…».
    private func validity() -> String? {
        guard let valid = entry.valid, valid.from != nil || valid.to != nil else { return nil }
        return [valid.from, valid.to].map { $0.map { context.text($0) } ?? "…" }.joined(separator: " — ")
    }

    // MARK: The other axis

    private struct Cross {
        var title = ""
        var label = Catalog.PluralForms(one: "", few: "", many: "")
        var present: [CrossEntryView] = []
        var missing: [CrossEntryView] = []
    }

    /// Municipalities of a direction, directions of a municipality; nothing for other axes.
    private func crossEntries() -> Cross {
        guard let coverage = context.coverage else { return Cross() }
        let isRow = reference.vocabulary == coverage.rowVocabulary
        guard isRow || reference.vocabulary == coverage.columnVocabulary else { return Cross() }
        let other = isRow ? coverage.columnVocabulary : coverage.rowVocabulary
        let vocabulary = context.catalog.vocabularies[other]
        var cross = Cross()
        cross.title = vocabulary.title
        cross.label = vocabulary.label
        for position in vocabulary.entries.indices {
            let count =
                isRow
                ? coverage.materials(row: reference.entry, column: position).count
                : coverage.materials(row: position, column: reference.entry).count
            let view = CrossEntryView(
                chip: context.chip(EntryReference(vocabulary: other, entry: position), from: page), count: count)
            if count > 0 { cross.present.append(view) } else { cross.missing.append(view) }
        }
        return cross
    }

    private func linkGroups(_ materials: [Int]) -> [LinkGroupView] {
        var groups: [LinkGroupView] = []
        if let coverage = context.coverage, reference.vocabulary == coverage.rowVocabulary {
            groups += directionGroups(coverage)
        }
        let documents = documents(of: materials)
        if !documents.isEmpty {
            groups.append(
                LinkGroupView(
                    context.word(.documentsBehind), id: "documents-behind",
                    links: documents.prefix(12).map { context.link(to: $0, from: page) }))
        }
        return groups
    }

    /// What a municipality has in each direction: the lists behind the numbers of the coverage.
    private func directionGroups(_ coverage: Coverage) -> [LinkGroupView] {
        let columns = context.catalog.vocabularies[coverage.columnVocabulary]
        return columns.entries.enumerated().compactMap { position, column in
            let materials = coverage.materials(row: reference.entry, column: position)
            guard !materials.isEmpty else { return nil }
            return LinkGroupView(
                column.name, id: column.id.rawValue,
                links: context.listed(materials).map { context.link(to: $0, from: page) })
        }
    }

    /// Documents that the materials rest on, the most used first.
    private func documents(of materials: [Int]) -> [Int] {
        var uses: [Int: Int] = [:]
        for material in materials {
            for document in context.catalog.basis(of: material) { uses[document, default: 0] += 1 }
        }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}

/// The full list of an entry's materials of one kind, as links by year.
struct EntryListPage {
    let context: SiteContext
    let reference: EntryReference
    let kind: Kind
    let materials: [Int]

    func view(_ page: String) -> SiteMapView {
        let vocabulary = context.catalog.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        let title = context.strings.text(Word.pageAllOf, kind.title, context.uniqueTitle(of: reference))
        return SiteMapView(
            frame: context.frame(
                page, title: title,
                breadcrumbs: [
                    (vocabulary.title, SitePages.list(vocabulary)), (entry.name, SitePages.entry(vocabulary, entry)),
                ], current: SitePages.list(vocabulary)),
            title: title, groups: context.groupsByYear(materials, page: page))
    }
}

extension SiteContext {
    /// Links to materials under the years of their dates, the latest first.
    func groupsByYear(_ materials: [Int], page: String) -> [LinkGroupView] {
        var groups: [(year: Int?, links: [LinkView])] = []
        for index in listed(materials) {
            let year = catalog.materials[index].date?.sortKey?.year
            if groups.last?.year != year || groups.isEmpty { groups.append((year, [])) }
            groups[groups.count - 1].links.append(link(to: index, from: page))
        }
        return groups.map { group in
            LinkGroupView(
                group.year.map { DateText(language).year($0) } ?? word(.withoutDate),
                id: group.year.map { "y\($0)" } ?? "y0", links: group.links)
        }
    }

    /// «12 муниципалитетов».
    func counted(_ count: Int, _ forms: Catalog.PluralForms) -> String {
        "\(NumberText.grouped(count, language))\u{A0}\(forms.form(for: count))"
    }

    /// The name of an entry, made unique among the titles of all axes: an RMA direction may be called as another.
    func uniqueTitle(of reference: EntryReference) -> String {
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        return "\(vocabulary.entries[reference.entry].name) — \(vocabulary.label.one)"
    }
}
