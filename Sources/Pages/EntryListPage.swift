import Catalog
import Languages
import Theming

/// The full list of an entry's materials of one kind, as links by year.
struct EntryListPage {
    let page: Page
    let reference: EntryReference
    let kind: Kind
    let materials: [MaterialIndex]

    func view() -> SiteMapView {
        let vocabulary = page.album.catalog.vocabularies[reference.vocabulary]
        let entry = page.album.catalog.schema.entry(reference)
        let title = page.wording.strings.text(Word.pageAllOf, kind.title, page.album.uniqueTitle(of: reference))
        return SiteMapView(
            frame: page.frame(
                title: title,
                breadcrumbs: [
                    (vocabulary.title, SitePages.list(vocabulary)),
                    (entry.distinctName, SitePages.entry(vocabulary, entry)),
                ], current: SitePages.list(vocabulary)),
            title: title, groups: page.groupsByYear(materials))
    }
}

extension Page {
    /// Links to materials, which come in the order of lists, under the years of their dates, the latest first.
    func groupsByYear(_ materials: [MaterialIndex]) -> [LinkGroupView] {
        var groups: [(year: Int?, links: [LinkView])] = []
        for index in materials {
            let year = album.catalog.materials[index].date?.sortKey?.year
            if groups.last?.year != year || groups.isEmpty { groups.append((year, [])) }
            groups[groups.count - 1].links.append(link(to: index))
        }
        return groups.map { group in
            LinkGroupView(
                group.year.map { DateText(wording.language).year($0) } ?? wording.word(.withoutDate),
                id: group.year.map { "y\($0)" } ?? "y0", links: group.links)
        }
    }
}
