import Catalog
import Languages
import Theming

/// The full list of an entry's materials of one kind, as links by year.
struct EntryListPage {
    let context: SiteContext
    let reference: EntryReference
    let kind: Kind
    let materials: [Int]

    func view(_ page: String) -> SiteMapView {
        let vocabulary = context.album.catalog.vocabularies[reference.vocabulary]
        let entry = vocabulary.entries[reference.entry]
        let title = context.strings.text(Word.pageAllOf, kind.title, context.album.uniqueTitle(of: reference))
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
        for index in album.listed(materials) {
            let year = album.catalog.materials[index].date?.sortKey?.year
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
    package func counted(_ count: Int, _ forms: PluralForms) -> String {
        forms.counted(count, language)
    }

}
