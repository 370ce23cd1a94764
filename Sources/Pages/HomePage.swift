import Catalog
import Languages
import Linking
import Theming

/// `index.html`.
struct HomePage {
    let page: Page

    func view() -> HomeView {
        let due = DueRows(page.album.rows.due(on: page.album.configuration.edition, limit: 5), page)
        let regions = RegionOverview(page: page).view()
        let title = page.partTitle ?? page.album.configuration.title
        let (newest, isNew) = newest()
        let lead = page.album.part == nil ? page.album.configuration.description : page.wording.word(.partLead)
        var view = HomeView(
            frame: page.frame(title: title, description: lead), title: title, lead: lead, examples: examples(),
            directions: directions(), doors: HomeDoors(page: page).groups(),
            figures: figures(), map: regions == nil ? CoverageMaps(page: page).chosen() : nil,
            due: due.rows.map { page.row($0) },
            dueTitle: due.title, dueNone: due.none, dueWithinTitle: due.withinTitle,
            dueWithin: due.within.map { page.row($0) }, albums: albums(),
            newestTitle: isNew
                ? page.wording.strings.text(Word.newest, page.editionText) : page.wording.word(.latest),
            newest: newest.map { page.card($0) }, kinds: kinds(),
            editors: editors())
        view.regions = regions
        view.part = page.part(at: page.editionText)
        return view
    }

    /// None in a part, which may have nothing to show for them.
    private func examples() -> [LinkView] {
        guard page.album.part == nil else { return [] }
        return page.album.configuration.searchExamples.map { LinkView($0, page.searchURL($0)) }
    }

    private func editors() -> [LinkView] {
        let handbook = HandbookPages(page: page)
        return page.sharingKinds.compactMap { page.sharingLink($0.kind) } + [page.help()].compactMap(\.self)
            + page.handbookParts.map { handbook.link(to: $0) }
    }

    private func directions() -> [DirectionEntryView] {
        guard let column = page.album.coverage?.columnVocabulary else { return [] }
        return page.album.catalog.vocabularies[column].shown.map { position in
            let reference = EntryReference(vocabulary: column, entry: position)
            let entry = page.album.catalog.schema.entry(reference)
            let count = page.album.materials(of: reference).count
            return DirectionEntryView(
                chip: page.chip(reference),
                count: count == 0 ? nil : page.wording.strings.counted(count, CountWord.materials),
                about: entry.description)
        }
    }

    private func figures() -> [FigureView] {
        var figures = [figure(page.album.worked.count, CountWord.materials, nil)]
        let owners = page.album.coverage?.rows(with: .own).count
        // A part may have none of it at all.
        if let owners, owners > 0 || page.album.part == nil {
            let noun = page.wording.strings.forms(CountWord.municipalities).form(for: owners, page.wording.language)
            figures.append(
                FigureView(
                    NumberText.grouped(owners, page.wording.language),
                    page.wording.strings.text(Word.figureOwners, noun),
                    url: page.url(to: SitePages.coverage)))
        }
        if !page.album.rows.rows.isEmpty {
            figures.append(figure(page.album.rows.rows.count, .events, page.url(to: SitePages.calendar)))
        }
        return figures
    }

    private func figure(_ count: Int, _ word: CountWord, _ url: Href?) -> FigureView {
        FigureView(
            NumberText.grouped(count, page.wording.language),
            page.wording.strings.forms(word).form(for: count, page.wording.language), url: url)
    }

    private func albums() -> [BookView] {
        page.album.albums.map { contents in
            let album = page.album.catalog.materials[contents.album]
            return BookView(
                title: album.title, url: page.url(to: album.address),
                summary: album.summary.isEmpty ? nil : album.summary, cover: page.cover(of: contents),
                extent: AlbumPage.extent(contents, page))
        }
    }

    /// What the site has not had for long, but pages; where it does not know, or nothing is new, what is dated last, which is no
    /// news.
    ///
    /// Documents are half of them at most, unless there is room.
    private func newest() -> (materials: [MaterialIndex], isNew: Bool) {
        func kind(_ index: MaterialIndex) -> Kind { page.album.catalog.kind(of: page.album.catalog.materials[index]) }
        func isWanted(_ index: MaterialIndex) -> Bool { kind(index).importance >= 4 && !kind(index).roles.isAside }
        let new = page.album.recent.filter(isWanted)
        let wanted = new.isEmpty ? page.album.listed(page.album.published.filter(isWanted)) : new
        let documents = wanted.filter { kind($0).roles.citation != nil }
        let room = max(Self.mostNew / 2, Self.mostNew - (wanted.count - documents.count))
        let left = Set(documents.dropFirst(room))
        return (Array(wanted.filter { !left.contains($0) }.prefix(Self.mostNew)), !new.isEmpty)
    }

    private static let mostNew = 6

    private func kinds() -> [LinkView] {
        page.album.byKind(page.album.worked).map { kind, materials in
            let kind = page.album.catalog.kinds[kind]
            return LinkView(
                kind.title, page.url(to: SitePages.list(kind)),
                note: NumberText.grouped(materials.count, page.wording.language))
        }
    }
}
