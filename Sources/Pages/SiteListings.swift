import Catalog

/// The site's own pages that readers look for by their names: calendar, glossary, coverage, search, lists.
package struct SiteListings {
    let page: Page

    package init(page: Page) {
        self.page = page
    }

    /// A page as the search knows it.
    package struct Listing: Sendable {
        /// Where it stands.
        package let address: SiteAddress
        /// Its title.
        package let title: String
        /// What it shows, in a sentence.
        package let summary: String
        /// What it is called besides.
        package let names: [String]
        /// What it says that no other page does.
        package var text = ""
    }

    /// Those that the site has.
    package func all() -> [Listing] {
        var list = [
            listing(SitePages.home, .pageHome, nil, names: .namesOfHome),
            listing(SitePages.search, .pageSearch, .searchHint, names: .namesOfSearch),
            listing(SitePages.calendar, .pageCalendar, .pageCalendarLead, names: .namesOfCalendar),
        ]
        if !(page.album.catalog.vocabulary("glossary").map { Array($0.entries) } ?? []).isEmpty {
            list.append(listing(SitePages.glossary, .pageGlossary, .pageGlossaryLead, names: .namesOfGlossary))
            list[list.count - 1].text = glossaryText
        }
        if page.album.coverage != nil {
            list.append(listing(SitePages.coverage, .pageCoverage, .pageCoverageLead, names: .namesOfCoverage))
        }
        if page.hasComparison {
            list.append(listing(SitePages.comparison, .pageComparison, .pageComparisonLead, names: .namesOfComparison))
        }
        for axis in page.album.catalog.vocabularies where axis.isAxis {
            list.append(Listing(address: SitePages.list(axis), title: axis.title, summary: "", names: [axis.label.one]))
        }
        let published = Set(page.album.published.map { page.album.catalog.materials[$0].kind })
        for (number, kind) in page.album.catalog.kinds.positioned where published.contains(number) {
            list.append(Listing(address: SitePages.list(kind), title: kind.title, summary: "", names: []))
        }
        return list + sharing()
    }

    /// Where readers write what they send in.
    private func sharing() -> [Listing] {
        let kinds = page.sharingKinds
        let (title, lead) = (page.wording.word(.pageSharing), page.wording.word(.pageSharingLead))
        let list = Listing(address: SitePages.sharingIndex, title: title, summary: lead, names: [])
        return (kinds.count > 1 ? [list] : [])
            + kinds.map { kind, sharing in
                Listing(
                    address: SitePages.sharing(kind), title: sharing.heading, summary: sharing.lead ?? lead, names: [])
            }
    }

    /// An entry a line.
    private var glossaryText: String {
        (page.album.catalog.vocabulary("glossary").map { Array($0.entries) } ?? []).map { entry in
            [entry.name, entry.expansion, entry.description].compactMap(\.self).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private func listing(_ address: SiteAddress, _ title: Word, _ summary: Word?, names: Word) -> Listing {
        Listing(
            address: address, title: page.wording.word(title),
            summary: summary.map { page.wording.word($0) } ?? page.album.configuration.description,
            names: page.wording.word(names).split(separator: ",").map { String($0.drop { $0 == " " }) })
    }
}
