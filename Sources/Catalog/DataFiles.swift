import Files

/// Addresses of the files beside the pages that the program writes: records as data, calendars, what programs look for.
///
/// They are contracts, as those of ``SitePages`` are.
package enum DataFiles {
    /// Every file of the site with its checksum.
    package static let manifest = SiteAddress("manifest.json")
    /// The day of the edition, for copies that ask whether they are the newest.
    package static let edition = SiteAddress("edition.json")
    /// The same for the theme's scripts: a page of the disk reads no JSON.
    package static let editionScript = SiteAddress("edition.js")
    /// The matrix of the coverage.
    package static let coverage = SiteAddress("data/coverage.csv")
    /// The same of regions, on a site of several.
    package static let regionCoverage = SiteAddress("data/region-coverage.csv")
    /// All that is due.
    package static let calendar = SiteAddress("data/calendar.ics")
    /// For search engines; only a site with an address of its own has them.
    package static let sitemap = SiteAddress("sitemap.xml")
    /// Where the sitemap is named.
    package static let robots = SiteAddress("robots.txt")

    /// What the site is and where its texts are as Markdown (llmstxt.org); only a site with an address of its own has it.
    package static let overview = SiteAddress(OnlineFiles.overview)

    /// Whom to tell of a hole in the site's safety (RFC 9116); only a site with an address of its own has it.
    package static let security = SiteAddress(OnlineFiles.security)

    /// What a web server of this name is told of former addresses and of withdrawn ones: `.server/nginx.conf`.
    package static func serverRules(of server: String) -> SiteAddress {
        SiteAddress("\(OnlineFiles.serverFolder)\(server).conf")
    }

    /// What every material is cited by; only a site with an address of its own has it.
    package static let citations = SiteAddress("data/citations.json")

    /// What is new in the site, as Atom; only a site with an address of its own has feeds.
    package static let feed = SiteAddress("data/feed.atom")

    /// What is new of a kind: `data/practices/feed.atom`.
    package static func feed(of kind: Kind) -> SiteAddress { SiteAddress("data/\(kind.folder)/feed.atom") }

    /// What is new of an entry of an axis: `data/directions/zdorove.atom`.
    package static func feed(of vocabulary: Vocabulary, _ entry: VocabularyEntry) -> SiteAddress {
        SiteAddress("data/\(vocabulary.id)/\(entry.id).atom")
    }

    /// The same feed as JSON: `data/directions/zdorove.feed.json`, `data/feed.json`.
    package static func jsonFeed(_ atom: SiteAddress) -> SiteAddress {
        let stem = atom.text.dropLast(".atom".utf8.count)
        return SiteAddress(stem.hasSuffix("/feed") ? "\(stem).json" : "\(stem).feed.json")
    }

    /// The files under fixed names that every site may have.
    package static let fixed: Set<SiteAddress> = [manifest, edition, editionScript, coverage, regionCoverage, calendar]

    /// What is due at an entry of an axis: `data/directions/zdorove.ics`.
    package static func calendar(of vocabulary: Vocabulary, _ entry: VocabularyEntry) -> SiteAddress {
        calendar(of: vocabulary.id, entry.id)
    }
    package static func calendar(of vocabulary: VocabularyID, _ id: EntryID) -> SiteAddress {
        SiteAddress("data/\(vocabulary)/\(id).ics")
    }

    /// What the comparison shows of an entry, as a script that a page of the disk may load:
    /// `data/municipalities/asha-mr.js`.
    package static func comparison(of vocabulary: Vocabulary, _ entry: VocabularyEntry) -> SiteAddress {
        SiteAddress("data/\(vocabulary.id)/\(entry.id).js")
    }

    /// The records of a table: `data/roadmaps/rma.csv`; from the second table of a page on with the table's id,
    /// `data/roadmaps/rma-figures.csv`.
    package static func records(ofPage address: SiteAddress, table: Int, id: String, _ format: String) -> SiteAddress {
        file(ofPage: address, "\(table == 0 ? "" : "-\(id)").\(format)")
    }

    /// A file of a page: its address without the ending, and one that tells the files of a page apart.
    package static func file(ofPage address: SiteAddress, _ ending: String) -> SiteAddress {
        SiteAddress("data/\(address.stem)\(ending)")
    }
}
