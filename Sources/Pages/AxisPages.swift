import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// The list of an axis.
struct AxisListPage {
    let context: SiteContext
    let vocabulary: Int

    func view() -> AxisListView {
        let axis = context.album.catalog.vocabularies[vocabulary]
        let page = SitePages.list(axis)
        var groups: [(title: String?, entries: [DirectionEntryView])] = []
        for (position, entry) in axis.entries.enumerated() {
            let reference = EntryReference(vocabulary: vocabulary, entry: position)
            let count = context.album.materials(of: reference).count
            var chip = context.chip(reference, from: page)
            // Letters without a colour tell nothing apart: five municipalities begin with «Ка».
            if chip.hue == 0 && entry.number == nil { chip.letter = "" }
            let view = DirectionEntryView(
                chip: chip,
                count: context.count(of: reference, materials: count), about: entry.description)
            let title = entry.group ?? context.album.regionName(of: entry)
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
    /// How many materials an entry of an axis has, in words; a municipality's own and those in which it takes part are
    /// told apart.
    ///
    /// Nothing where it has none.
    package func count(of reference: EntryReference, materials count: Int) -> String? {
        guard let coverage = album.coverage, coverage.rowVocabulary == reference.vocabulary else {
            return count == 0 ? nil : strings.counted(count, CountWord.materials)
        }
        let words: [Word] = [.ownCount, .partCount]
        let texts = zip(Coverage.Part.allCases, words).compactMap { part, word in
            let count = coverage.materials(part, row: reference.entry).count
            return count == 0 ? nil : strings.text(word, NumberText.grouped(count, language))
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

}

/// The page of an entry of an axis: what is here, what is due, what is missing.
struct AxisEntryPage {
    let context: SiteContext
    let reference: EntryReference

    /// A group with more cards than this shows the newest, and leads to a full list.
    static let cardLimit = 12

    private var vocabulary: Vocabulary { context.album.catalog.vocabularies[reference.vocabulary] }
    private var entry: VocabularyEntry { vocabulary.entries[reference.entry] }
    private var page: String { SitePages.entry(vocabulary, entry) }

    func view() -> AxisEntryPageView {
        let materials = context.album.listed(context.album.materials(of: reference))
        let groups = groups(materials)
        let due = DueRows(
            context.album.rows.due(on: context.album.configuration.edition, limit: 6) {
                context.album.concerns($0, reference)
            }, context)
        let cross = crossEntries()
        let hue = Hues.hue(of: reference, context.album.catalog, context.album.configuration)
        return AxisEntryPageView(
            frame: context.frame(
                page, title: context.album.uniqueTitle(of: reference), description: entry.description,
                breadcrumbs: [(vocabulary.title, SitePages.list(vocabulary))], current: SitePages.list(vocabulary)),
            axis: vocabulary.label.one, title: entry.name, hue: hue,
            letter: hue > 0 ? Hues.letter(of: reference, context.album.catalog) : nil, description: entry.description,
            facts: facts(), figures: figures(groups), groups: groups.map(view),
            empty: materials.isEmpty
                ? EmptyView(context.strings.text(Word.emptyEntry, entry.name), help: context.help(from: page)) : nil,
            due: due.rows.map { context.row($0, on: page) },
            dueTitle: due.title, dueNone: due.none, dueWithinTitle: due.withinTitle,
            dueWithin: due.within.map { context.row($0, on: page) }, dueAll: dueAll, crossTitle: cross.title,
            crossNote: cross.title.isEmpty ? nil : context.strings.text(Word.crossNote, String(Coverage.mostAuthors)),
            present: cross.present,
            missing: cross.missing,
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

    /// The materials of one kind on the page.
    private struct Group {
        let kind: Kind
        let materials: [Int]
        /// The entry only takes part in them.
        let isPart: Bool

        /// Anchor of the group.
        var id: String { isPart ? "part-\(kind.folder)" : kind.folder }
    }

    /// By kind; at a municipality its own first, behind them what it takes part in.
    private func groups(_ materials: [Int]) -> [Group] {
        let joined = context.album.coverage.flatMap { coverage in
            coverage.rowVocabulary == reference.vocabulary
                ? Set(coverage.materials(.takingPart, row: reference.entry)) : nil
        }
        return [false, true].flatMap { isPart in
            context.album.byKind(materials.filter { (joined?.contains($0) ?? false) == isPart }).map {
                Group(kind: context.album.catalog.kinds[$0.kind], materials: $0.materials, isPart: isPart)
            }
        }
    }

    private func figures(_ groups: [Group]) -> [FigureView] {
        groups.map { group in
            let noun = group.kind.name.form(for: group.materials.count, context.language)
            return FigureView(
                NumberText.grouped(group.materials.count, context.language),
                group.isPart ? context.strings.text(Word.partFigure, noun) : noun, url: "#\(group.id)")
        }
    }

    private func view(_ group: Group) -> CardGroupView {
        let (kind, materials) = (group.kind, group.materials)
        let isLong = materials.count > Self.cardLimit
        // The full list does not tell own materials from others.
        let listed = context.album.materials(of: reference).count {
            context.album.catalog.kind(of: context.album.catalog.materials[$0]).id == kind.id
        }
        return CardGroupView(
            group.isPart ? context.strings.text(Word.partGroup, kind.title) : kind.title, id: group.id,
            count: context.counted(materials.count, kind),
            cards: materials.prefix(Self.cardLimit).map { context.card($0, on: page) },
            more: isLong
                ? context.album.fullList(of: reference, kind: kind).map {
                    LinkView(
                        context.strings.text(Word.allOfKind, context.counted(listed, kind)),
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
        if Hues.hue(of: reference, context.album.catalog, context.album.configuration) == 0 {
            add(.factNumber, entry.number.map { String($0) })
        }
        add(.factType, entry.type)
        add(.factRegion, context.album.regionName(of: entry))
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
        var label = PluralForms(one: "", few: "", many: "")
        var present: [CrossEntryView] = []
        var missing: [CrossEntryView] = []
    }

    /// Municipalities of a direction, directions of a municipality; nothing for other axes.
    private func crossEntries() -> Cross {
        guard let coverage = context.album.coverage else { return Cross() }
        let isRow = reference.vocabulary == coverage.rowVocabulary
        guard isRow || reference.vocabulary == coverage.columnVocabulary else { return Cross() }
        let other = isRow ? coverage.columnVocabulary : coverage.rowVocabulary
        let vocabulary = context.album.catalog.vocabularies[other]
        var cross = Cross()
        cross.title = vocabulary.title
        cross.label = vocabulary.label
        for position in vocabulary.entries.indices {
            let (row, column) = isRow ? (reference.entry, position) : (position, reference.entry)
            let own = coverage.materials(.own, row: row, column: column).count
            let part = coverage.materials(.takingPart, row: row, column: column).count
            let view = CrossEntryView(
                chip: context.chip(EntryReference(vocabulary: other, entry: position), from: page), count: own,
                part: part == 0 ? nil : context.strings.text(Word.partCount, String(part)))
            if own > 0 { cross.present.append(view) } else { cross.missing.append(view) }
        }
        return cross
    }

    private func linkGroups(_ materials: [Int]) -> [LinkGroupView] {
        var groups: [LinkGroupView] = []
        let isRow = context.album.coverage?.rowVocabulary == reference.vocabulary
        if let coverage = context.album.coverage, isRow { groups += directionGroups(coverage) }
        let documents = documents(of: materials)
        if !documents.isEmpty {
            groups.append(
                LinkGroupView(
                    context.word(.documentsBehind), id: "documents-behind",
                    links: documents.prefix(12).map { context.link(to: $0, from: page) }))
        }
        return groups + (isRow ? [bindingGroup()].compactMap(\.self) : [])
    }

    /// What holds for every municipality of the region; the newest, where there are many.
    private func bindingGroup() -> LinkGroupView? {
        let materials = context.album.listed(context.album.binding.materials(in: entry.region))
        guard !materials.isEmpty else { return nil }
        var links = materials.prefix(Self.bindingLimit).map { context.link(to: $0, from: page) }
        if materials.count > Self.bindingLimit {
            // Each kind whose materials were left out leads to its whole list.
            links += context.album.byKind(Array(materials.dropFirst(Self.bindingLimit))).map { kind, _ in
                let kind = context.album.catalog.kinds[kind]
                return LinkView(
                    context.strings.text(Word.bindingMore, kind.title),
                    RelativeAddress.make(from: page, to: SitePages.list(kind)))
            }
        }
        return LinkGroupView(context.word(.binding), id: "binding", links: links)
    }

    /// More links than this are no list that one reads.
    private static let bindingLimit = 40

    /// What a municipality has in each direction: the lists behind the numbers of the coverage, its own first.
    private func directionGroups(_ coverage: Coverage) -> [LinkGroupView] {
        let columns = context.album.catalog.vocabularies[coverage.columnVocabulary]
        return columns.entries.enumerated().compactMap { position, column in
            let own = coverage.materials(.own, row: reference.entry, column: position)
            let part = coverage.materials(.takingPart, row: reference.entry, column: position)
            guard !own.isEmpty || !part.isEmpty else { return nil }
            let note = context.word(.partNote)
            return LinkGroupView(
                column.name, id: column.id.rawValue,
                links: context.album.listed(own).map { context.link(to: $0, from: page) }
                    + context.album.listed(part).map { context.link(to: $0, from: page, note: note) })
        }
    }

    /// Documents that the materials rest on, the most used first.
    private func documents(of materials: [Int]) -> [Int] {
        var uses: [Int: Int] = [:]
        for material in materials {
            for document in context.album.catalog.basis(of: material) { uses[document, default: 0] += 1 }
        }
        return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
