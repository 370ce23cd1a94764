import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// The page of an entry of an axis: what is here, what is due, what is missing.
struct AxisEntryPage {
    let page: Page
    let reference: EntryReference

    /// A group with more cards than this shows the newest, and leads to a full list.
    static let cardLimit = 12

    /// More rows are counted, and stand in the calendar.
    static let rowLimit = 6

    /// The groups of an entry that have a full list.
    static func longGroups(
        of reference: EntryReference, _ album: Album
    ) -> [(kind: KindIndex, materials: [MaterialIndex])] {
        album.byKind(album.listed(of: reference)).filter { $0.materials.count > cardLimit }
    }

    var vocabulary: Vocabulary { page.album.catalog.vocabularies[reference.vocabulary] }
    /// Whether it is one of the rows of the coverage: a municipality.
    private var isRow: Bool { page.album.coverage?.rowVocabulary == reference.vocabulary }
    /// Whether it is a place itself: rows on its page are there because they concern it.
    private var isPlace: Bool { isRow || reference.vocabulary == page.album.catalog.regionAxis }
    var entry: VocabularyEntry { page.album.catalog.schema.entry(reference) }

    func view() -> AxisEntryPageView {
        let materials = page.album.listed(of: reference)
        let groups = groups(materials)
        let filter = filter(groups)
        let rows = page.album.rows(of: reference)
        let due = DueRows(rows.due(on: page.album.configuration.edition, limit: Self.rowLimit), page)
        let more = rows.countDue(on: page.album.configuration.edition) - due.rows.count - due.within.count
        let cross = crossEntries()
        let hue = page.hue(of: reference)
        var view = AxisEntryPageView(
            frame: page.frame(
                title: page.album.uniqueTitle(of: reference), description: entry.description,
                breadcrumbs: breadcrumbs, current: SitePages.list(vocabulary),
                feed: materials.contains(where: page.album.isNews) ? DataFiles.feed(of: vocabulary, entry) : nil),
            axis: vocabulary.label.one, title: entry.distinctName, hue: hue,
            letter: hue > 0 ? page.album.catalog.schema.letter(of: reference) : nil, description: entry.description,
            facts: facts(), figures: figures(groups), groups: groups.map { self.view($0, isMarked: filter != nil) },
            empty: materials.isEmpty
                ? EmptyView(
                    page.wording.strings.text(page.album.part == nil ? Word.emptyEntry : .emptyPartEntry, entry.name),
                    help: page.help())
                : nil,
            due: due.rows.map { page.row($0, namesPlace: !isPlace, of: isRow ? reference : nil) },
            dueTitle: due.title, dueNone: due.none, dueWithinTitle: due.withinTitle,
            dueWithin: due.within.map { page.row($0, namesPlace: !isPlace, of: isRow ? reference : nil) },
            dueAll: dueAll(more: due.none == nil || !due.within.isEmpty ? more : 0), crossTitle: cross.title,
            crossNote: cross.title.isEmpty
                ? nil : page.wording.strings.text(Word.crossNote, String(Coverage.mostAuthors)),
            present: cross.present,
            missing: cross.missing,
            missingTitle: cross.missing.isEmpty
                ? ""
                : page.wording.strings.text(missingWord, page.wording.counted(cross.missing.count, cross.label)),
            missingHelp: page.help(), comparison: comparison, links: linkGroups(materials),
            downloads: [page.calendarDownload(of: reference)].compactMap(\.self))
        view.filter = filter
        if isRow { addOverdue(of: rows, beside: due.rows, to: &view) }
        if let said = LinkedData(page)?.of(reference) {
            view.frame.metadata = RawHTML((view.frame.metadata?.text ?? "") + said)
        }
        if let rows = regionRows {
            view.map = CoverageMaps(page: page, only: rows).chosen()
            view.coverage = RegionCoverage.address(of: reference, page.album).map {
                LinkView(page.wording.word(.regionMatrixLink), page.url(to: $0))
            }
        }
        return view
    }

    /// What passed within a year and nobody marked; what ended last may stand there already.
    private func addOverdue(of rows: CalendarRows, beside shown: [CalendarRow], to view: inout AxisEntryPageView) {
        let sources = shown.map { ($0.material, $0.source) }
        let overdue = rows.overdue(on: page.album.configuration.edition, limit: Self.rowLimit)
            .filter { row in !sources.contains { $0 == (row.material, row.source) } }
        guard !overdue.isEmpty else { return }
        view.overdueTitle = page.wording.word(.dueOverdue)
        view.overdue = overdue.map { page.row($0, namesPlace: false, of: reference) }
    }

    /// A municipality of several regions stands below its own.
    private var breadcrumbs: [(String, SiteAddress)] {
        let list = (vocabulary.title, SitePages.list(vocabulary))
        guard isRow, page.album.regionCoverage != nil, let region = page.album.region(of: entry),
            let address = page.album.address(of: region)
        else { return [list] }
        let regions = page.album.catalog.vocabularies[region.vocabulary]
        return [(regions.title, SitePages.list(regions)), (page.album.catalog.schema.entry(region).name, address)]
    }

    /// Over all cards of the page; none where it shows only the newest of a kind, whose full list has one of its own.
    private func filter(_ groups: [Group]) -> FilterView? {
        guard groups.allSatisfy({ $0.materials.count <= Self.cardLimit }) else { return nil }
        return MaterialFilter(groups.flatMap(\.materials), of: reference, page: page)
            .view(noun: page.wording.word(.filterMaterials))
    }

    /// A municipality beside others.
    private var comparison: LinkView? {
        isRow
            ? page.comparison(of: [entry, model].compactMap(\.self)) : nil
    }

    /// The calendar, narrowed down to the entry.
    private func dueAll(more: Int) -> LinkView? {
        let query = RowFilter.query(of: reference, page)
        let title =
            more > 0
            ? page.wording.strings.text(Word.dueMore, NumberText.grouped(more, page.wording.language))
            : page.wording.word(.dueAll)
        return query.map {
            LinkView(title, page.url(to: SitePages.calendar).asking($0))
        }
    }

    /// The materials of one kind on the page.
    private struct Group {
        let kind: Kind
        let materials: [MaterialIndex]
        /// The entry only takes part in them.
        let isPart: Bool

        /// Anchor of the group.
        var id: String { isPart ? "part-\(kind.folder)" : kind.folder }
    }

    /// By kind; at a municipality its own first, behind them what it takes part in.
    private func groups(_ materials: [MaterialIndex]) -> [Group] {
        let joined = page.album.coverage.flatMap { coverage in
            coverage.rowVocabulary == reference.vocabulary
                ? Set(coverage.materials(.takingPart, row: reference.entry)) : nil
        }
        return [false, true].flatMap { isPart in
            page.album.byKind(materials.filter { (joined?.contains($0) ?? false) == isPart }).map {
                Group(kind: page.album.catalog.kinds[$0.kind], materials: $0.materials, isPart: isPart)
            }
        }
    }

    private func figures(_ groups: [Group]) -> [FigureView] {
        groups.map { group in
            let noun = group.kind.name.form(for: group.materials.count, page.wording.language)
            return FigureView(
                NumberText.grouped(group.materials.count, page.wording.language),
                group.isPart ? page.wording.strings.text(Word.partFigure, noun) : noun, url: .place(group.id))
        }
    }

    private func view(_ group: Group, isMarked: Bool) -> CardGroupView {
        let (kind, materials) = (group.kind, group.materials)
        let isLong = materials.count > Self.cardLimit
        // The full list does not tell own materials from others.
        let listed = page.album.materials(of: reference).count {
            page.album.catalog.kind(of: page.album.catalog.materials[$0]).id == kind.id
        }
        return CardGroupView(
            group.isPart ? page.wording.strings.text(Word.partGroup, kind.title) : kind.title, id: group.id,
            count: page.wording.counted(materials.count, kind),
            cards: materials.prefix(Self.cardLimit).map { page.card($0, isMarked: isMarked) },
            more: isLong
                ? page.album.fullList(of: reference, kind: kind).map {
                    LinkView(
                        page.wording.strings.text(Word.allOfKind, page.wording.counted(listed, kind)),
                        page.url(to: $0))
                } : nil)
    }

    // MARK: The other axis

    private struct Cross {
        var title = ""
        var label = PluralForms(one: "", few: "", many: "")
        var present: [CrossEntryView] = []
        var missing: [CrossEntryView] = []
    }

    /// Municipalities of a direction, directions of a municipality; nothing for other axes.
    private func crossEntries() -> Cross {
        guard let coverage = page.album.coverage else { return Cross() }
        guard isRow || reference.vocabulary == coverage.columnVocabulary else { return Cross() }
        let other = isRow ? coverage.columnVocabulary : coverage.rowVocabulary
        let vocabulary = page.album.catalog.vocabularies[other]
        // Who is no more has nothing to make up for.
        let today = page.album.configuration.edition
        var cross = Cross()
        cross.title = vocabulary.title
        cross.label = vocabulary.label
        for position in vocabulary.shown {
            let (row, column) = isRow ? (reference.entry, position) : (position, reference.entry)
            let own = coverage.materials(.own, row: row, column: column).count
            let part = coverage.materials(.takingPart, row: row, column: column).count
            var view = CrossEntryView(
                chip: page.chip(EntryReference(vocabulary: other, entry: position)), count: own,
                part: part == 0 ? nil : page.wording.strings.text(Word.partCount, String(part)))
            if own > 0 || part > 0 && !isRow {
                cross.present.append(view)
            } else if page.album.part?.isWholeOfItsEntries ?? true, isMissed(position, vocabulary),
                !entry.hasEnded(before: today), !vocabulary.entries[position].hasEnded(before: today)
            {
                if isRow {
                    view.holders = holders(of: position, coverage)
                    // Who has nothing in a part may have much elsewhere.
                    view.nobody = view.holders.isEmpty && page.album.part == nil ? page.wording.word(.crossNobody) : nil
                }
                cross.missing.append(view)
            }
        }
        return cross
    }

    /// Whether nothing is a gap: a direction of one region's own is none of the municipalities of another.
    private func isMissed(_ position: EntryIndex, _ other: Vocabulary) -> Bool {
        let (direction, place) = isRow ? (other.entries[position], entry) : (entry, other.entries[position])
        return direction.isOf(reference.vocabulary == page.album.catalog.regionAxis ? place.id : place.region)
    }

    /// Who has something of their own in a direction: where a municipality can look for what it lacks, first in its region.
    private func holders(of column: EntryIndex, _ coverage: Coverage) -> [LinkView] {
        let near = leading(column, among: neighbours(coverage), coverage)
        let leading = near.isEmpty ? coverage.leading(column: column) : near
        return leading.filter { $0.row != reference.entry }.prefix(Self.mostHolders).map { row, count in
            let holder = EntryReference(vocabulary: coverage.rowVocabulary, entry: row)
            // Another region's is not the neighbour that one takes it for.
            let isInRegion = page.album.catalog.schema.entry(holder).region == entry.region
            return page.link(to: holder, isInRegion: isInRegion, note: NumberText.grouped(count, page.wording.language))
        }
    }

    /// Of some municipalities those that have most of their own in a direction, those that have most first.
    private func leading(
        _ column: EntryIndex, among rows: [EntryIndex], _ coverage: Coverage
    ) -> [(row: EntryIndex, count: Int)] {
        rows.map { (row: $0, count: coverage.materials(.own, row: $0, column: column).count) }
            .filter { $0.count > 0 }.sorted { ($1.count, $0.row) < ($0.count, $1.row) }
    }

    /// More names than this are no hint any more.
    private static let mostHolders = Coverage.mostLeading - 1

    /// The municipality of the same region that has most of its own: the first to be compared with.
    private var model: VocabularyEntry? {
        guard let coverage = page.album.coverage else { return nil }
        let others = neighbours(coverage).filter {
            $0 != reference.entry && !coverage.materials(.own, row: $0).isEmpty
        }
        let counts = others.map { ($0, coverage.filled(row: $0)) }
        return counts.max { ($0.1, $1.0) < ($1.1, $0.0) }.map { row, _ in
            page.album.catalog.schema.entry(EntryReference(vocabulary: coverage.rowVocabulary, entry: row))
        }
    }

    /// The municipalities of the same region.
    private func neighbours(_ coverage: Coverage) -> [EntryIndex] {
        if let id = entry.region, let regions = page.album.catalog.schema.vocabulary("regions"),
            let region = page.album.catalog.schema.vocabularies[regions].position(of: id)
        {
            return page.album.municipalities(of: EntryReference(vocabulary: regions, entry: region))
        }
        return vocabulary.shown.filter { vocabulary.entries[$0].region == entry.region }
    }

    /// A direction names those who take part among those who have something; a municipality's own gap is one all the same.
    private var missingWord: Word { isRow ? .crossMissing : .crossNothing }

    private func linkGroups(_ materials: [MaterialIndex]) -> [LinkGroupView] {
        var groups: [LinkGroupView] = []
        if let coverage = page.album.coverage, isRow { groups += directionGroups(coverage) }
        if isRow, let plans = planGroup(materials) { groups.append(plans) }
        let documents = documents(of: materials)
        if !documents.isEmpty {
            groups.append(
                LinkGroupView(
                    page.wording.word(.documentsBehind), id: "documents-behind",
                    links: documents.prefix(12).map { page.link(to: $0) }))
        }
        return groups + regionGroups() + (isRow ? [bindingGroup()].compactMap(\.self) : [])
    }

    /// What came of the plans of its indicators, table by table; bodies of kinds without plans are not read.
    private func planGroup(_ materials: [MaterialIndex]) -> LinkGroupView? {
        let links = materials.flatMap { index -> [LinkView] in
            let material = page.album.catalog.materials[index]
            let definitions = page.album.catalog.kind(of: material).tables
            guard definitions.contains(where: { $0.planned != nil }) else { return [] }
            return page.album.compiled[index].tables.compactMap { table in
                PlanFigures(table, definitions[table.definition], page).map { figures in
                    LinkView(material.title, page.url(to: material.address).at(table.id), note: figures.summary)
                }
            }
        }
        return links.isEmpty
            ? nil
            : LinkGroupView(
                page.wording.word(.planGroup), id: "plans", links: Array(links.prefix(Self.planLimit)))
    }

    private static let planLimit = 12

    /// What holds for every municipality of the region; the newest, where there are many.
    private func bindingGroup() -> LinkGroupView? {
        let materials = page.album.binding(in: entry.region)
        guard !materials.isEmpty else { return nil }
        var links = materials.prefix(Self.bindingLimit).map { page.link(to: $0) }
        if materials.count > Self.bindingLimit {
            // Each kind whose materials were left out leads to its whole list.
            links += page.album.byKind(Array(materials.dropFirst(Self.bindingLimit))).map { kind, _ in
                let kind = page.album.catalog.kinds[kind]
                return LinkView(
                    page.wording.strings.text(Word.bindingMore, kind.title),
                    page.url(to: SitePages.list(kind)))
            }
        }
        // Of several regions those of one are no others'.
        let title: Word = page.album.regionCoverage == nil ? .binding : .bindingInSeveral
        return LinkGroupView(page.wording.word(title), id: "binding", links: links)
    }

    /// More links than this are no list that one reads.
    private static let bindingLimit = 40

    /// What a municipality has in each direction: the lists behind the numbers of the coverage, its own first.
    private func directionGroups(_ coverage: Coverage) -> [LinkGroupView] {
        let columns = page.album.catalog.vocabularies[coverage.columnVocabulary]
        return columns.shown.compactMap { position in
            let column = columns.entries[position]
            let own = coverage.materials(.own, row: reference.entry, column: position)
            let part = coverage.materials(.takingPart, row: reference.entry, column: position)
            guard !own.isEmpty || !part.isEmpty else { return nil }
            let note = page.wording.word(.partNote)
            return LinkGroupView(
                column.name, id: column.id.rawValue,
                links: page.album.listed(own, of: reference).map { page.link(to: $0) }
                    + page.album.listed(part, of: reference).map { page.link(to: $0, note: note) })
        }
    }

    /// Documents that the materials rest on, the most used first.
    private func documents(of materials: [MaterialIndex]) -> [MaterialIndex] {
        var uses: [MaterialIndex: Int] = [:]
        for material in materials {
            for document in page.album.catalog.basis(of: material) { uses[document, default: 0] += 1 }
        }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
