import Catalog
import Languages
import Linking
import Theming

/// `index.html`.
struct HomePage {
    let context: SiteContext

    func view() -> HomeView {
        let page = SitePages.home
        let due = DueRows(context.album.rows.due(on: context.album.configuration.edition, limit: 5), context)
        return HomeView(
            frame: context.frame(
                page, title: context.album.configuration.title, description: context.album.configuration.description),
            title: context.album.configuration.title, lead: context.album.configuration.description,
            directions: directions(),
            figures: figures(), map: CoverageMaps(context: context, page: page).maps().first,
            due: due.rows.map { context.row($0, on: page) },
            dueTitle: due.title, dueNone: due.none, dueWithinTitle: due.withinTitle,
            dueWithin: due.within.map { context.row($0, on: page) }, albums: albums(),
            newestTitle: context.strings.text(Word.newest, context.editionText),
            newest: newest().map { context.card($0, on: page) }, kinds: kinds(),
            editors: editors())
    }

    private func editors() -> [LinkView] {
        let handbook = HandbookPages(context: context)
        return [context.help(from: SitePages.home)].compactMap(\.self)
            + HandbookPages.Page.allCases.map { handbook.link(to: $0, from: SitePages.home) }
    }

    private func directions() -> [DirectionEntryView] {
        guard let column = context.album.coverage?.columnVocabulary else { return [] }
        return context.album.catalog.vocabularies[column].entries.enumerated().map { position, entry in
            let reference = EntryReference(vocabulary: column, entry: position)
            let count = context.album.materials(of: reference).count
            return DirectionEntryView(
                chip: context.chip(reference, from: SitePages.home),
                count: count == 0 ? nil : context.strings.counted(count, CountWord.materials), about: entry.description)
        }
    }

    private func figures() -> [FigureView] {
        var figures = [figure(context.album.published.count, CountWord.materials, nil)]
        if let coverage = context.album.coverage {
            let owners = coverage.rows(with: .own).count
            let noun = context.strings.forms(CountWord.municipalities).form(for: owners, context.language)
            figures.append(
                FigureView(
                    NumberText.grouped(owners, context.language), context.strings.text(Word.figureOwners, noun),
                    url: SitePages.coverage))
        }
        if !context.album.rows.rows.isEmpty {
            figures.append(figure(context.album.rows.rows.count, .events, SitePages.calendar))
        }
        return figures
    }

    private func figure(_ count: Int, _ word: CountWord, _ url: String?) -> FigureView {
        FigureView(
            NumberText.grouped(count, context.language),
            context.strings.forms(word).form(for: count, context.language), url: url)
    }

    private func albums() -> [BookView] {
        context.album.albums.map { contents in
            let album = context.album.catalog.materials[contents.album]
            return BookView(
                title: album.title, url: album.address, summary: album.summary.isEmpty ? nil : album.summary,
                spine: contents.chapters.compactMap { $0.direction.map { context.chip($0, from: nil) } },
                extent: AlbumPage.extent(contents, context))
        }
    }

    /// The newest materials that are neither documents nor pages.
    private func newest() -> [Int] {
        let wanted = context.album.published.filter { index in
            let kind = context.album.catalog.kind(of: context.album.catalog.materials[index])
            return kind.roles.citation == nil && kind.importance >= 4
        }
        return Array(context.album.listed(wanted).prefix(6))
    }

    private func kinds() -> [LinkView] {
        context.album.byKind(context.album.published).map { kind, materials in
            let kind = context.album.catalog.kinds[kind]
            return LinkView(
                kind.title, SitePages.list(kind), note: NumberText.grouped(materials.count, context.language))
        }
    }
}
