/// Addresses of the pages that are no materials.
///
/// They are contracts: readers and other sites link to them.
package enum SitePages {
    package static let home = SiteAddress("index.html")
    package static let coverage = SiteAddress("coverage.html")
    package static let comparison = SiteAddress("compare.html")
    package static let calendar = SiteAddress("calendar.html")
    package static let search = SiteAddress("search.html")
    package static let glossary = SiteAddress("glossary.html")
    package static let notFound = SiteAddress("404.html")
    package static let copyCheck = SiteAddress("check-copy.html")
    package static let accessibility = SiteAddress("accessibility.html")
    /// What a school must say of itself, where the order wants it: below `sveden/common`.
    package static let organisation = SiteAddress("sveden/common/index.html")
    package static let handbookFields = SiteAddress("handbook/fields.html")
    package static let handbookDiagnostics = SiteAddress("handbook/diagnostics.html")
    package static let handbookSchema = SiteAddress("handbook/schema.html")

    /// All of them.
    package static let fixed = [
        home, coverage, comparison, calendar, search, glossary, notFound, copyCheck, accessibility, organisation,
        handbookFields,
        handbookDiagnostics, handbookSchema,
    ]

    /// Folders that belong to the program: files of the theme, data, the search.
    package static let folders: Set<String> = ["assets", "data", "search"]

    /// The page of an entry of an axis: `directions/zdorove.html`.
    package static func entry(_ vocabulary: Vocabulary, _ entry: VocabularyEntry) -> SiteAddress {
        self.entry(vocabulary, entry.id)
    }
    package static func entry(_ vocabulary: Vocabulary, _ id: EntryID) -> SiteAddress { entry(vocabulary.id, id) }
    package static func entry(_ vocabulary: VocabularyID, _ id: EntryID) -> SiteAddress {
        SiteAddress("\(vocabulary)/\(id).html")
    }

    /// The list of an axis or of a kind: `directions/index.html`.
    package static func list(_ vocabulary: Vocabulary) -> SiteAddress {
        SiteAddress("\(vocabulary.id)/index.html")
    }
    package static func list(_ kind: Kind) -> SiteAddress { SiteAddress("\(kind.folder)/index.html") }

    /// The page on which readers write a material of a kind to send in: `share/practices.html`.
    package static func sharing(_ kind: Kind) -> SiteAddress { SiteAddress("share/\(kind.folder).html") }

    /// The list of those pages, where there are several.
    package static let sharingIndex = SiteAddress("share/index.html")

    /// The one-page edition of an album: `albums/team-album.print.html`.
    package static func printEdition(of address: SiteAddress) -> SiteAddress {
        address.companion("print.html")
    }

    /// Every address that no material may take, in lower case.
    package static func reservedAddresses(_ schema: Schema) -> Set<SiteAddress> {
        var result = Set(fixed)
        for vocabulary in schema.vocabularies where vocabulary.isAxis {
            result.insert(list(vocabulary).lowercased())
            for entry in vocabulary.entries { result.insert(self.entry(vocabulary, entry).lowercased()) }
        }
        for kind in schema.kinds { result.insert(list(kind).lowercased()) }
        let shared = schema.kinds.filter { $0.sharing != nil }
        if shared.count > 1 { result.insert(sharingIndex) }
        for kind in shared { result.insert(sharing(kind).lowercased()) }
        return result
    }
}
