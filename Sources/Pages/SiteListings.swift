import Catalog

/// The site's own pages that readers look for by their names: calendar, glossary, coverage, search, lists.
package struct SiteListings {
    let context: SiteContext

    package init(context: SiteContext) {
        self.context = context
    }

    /// A page as the search knows it.
    package struct Listing: Sendable {
        /// Where it stands.
        package let address: String
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
        if !(context.album.catalog.vocabulary("glossary")?.entries ?? []).isEmpty {
            list.append(listing(SitePages.glossary, .pageGlossary, .pageGlossaryLead, names: .namesOfGlossary))
            list[list.count - 1].text = glossaryText
        }
        if context.album.coverage != nil {
            list.append(listing(SitePages.coverage, .pageCoverage, .pageCoverageLead, names: .namesOfCoverage))
        }
        for axis in context.album.catalog.vocabularies where axis.isAxis {
            list.append(Listing(address: SitePages.list(axis), title: axis.title, summary: "", names: [axis.label.one]))
        }
        let published = Set(context.album.published.map { context.album.catalog.materials[$0].kind })
        for (number, kind) in context.album.catalog.kinds.enumerated() where published.contains(number) {
            list.append(Listing(address: SitePages.list(kind), title: kind.title, summary: "", names: []))
        }
        return list
    }

    /// An entry a line.
    private var glossaryText: String {
        (context.album.catalog.vocabulary("glossary")?.entries ?? []).map { entry in
            [entry.name, entry.expansion, entry.description].compactMap(\.self).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private func listing(_ address: String, _ title: Word, _ summary: Word?, names: Word) -> Listing {
        Listing(
            address: address, title: context.word(title),
            summary: summary.map { context.word($0) } ?? context.album.configuration.description,
            names: context.word(names).split(separator: ",").map { String($0.drop { $0 == " " }) })
    }
}
