/// Addresses of the files beside the pages that the program writes: records as data, calendars, what programs look for.
///
/// They are contracts, as those of ``SitePages`` are.
package enum DataFiles {
    /// Every file of the site with its checksum.
    package static let manifest = "manifest.json"
    /// The day of the edition, for copies that ask whether they are the newest.
    package static let edition = "edition.json"
    /// The matrix of the coverage.
    package static let coverage = "data/coverage.csv"
    /// All that is due.
    package static let calendar = "data/calendar.ics"
    /// For search engines; only a site with an address of its own has them.
    package static let sitemap = "sitemap.xml"
    /// Where the sitemap is named.
    package static let robots = "robots.txt"

    /// The files under fixed names that every site may have.
    package static let fixed: Set<String> = [manifest, edition, coverage, calendar]

    /// What is due at an entry of an axis: `data/directions/zdorove.ics`.
    package static func calendar(of vocabulary: Vocabulary, _ entry: VocabularyEntry) -> String {
        "data/\(vocabulary.id)/\(entry.id).ics"
    }

    /// The records of a table, without the extension: `data/roadmaps/rma`; from the second table of a page on with the
    /// table's id, `data/roadmaps/rma-figures`.
    package static func records(ofPage address: String, table: Int, id: String) -> String {
        let base = "data/" + address.dropLast(".html".utf8.count)
        return table == 0 ? base : "\(base)-\(id)"
    }
}
