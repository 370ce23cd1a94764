import AlbumModel
import Catalog
import Diagnostics
import Languages

/// A site of which nothing is written yet: its files, and what is wrong with it.
package struct AssembledSite: Sendable {
    /// Sorted for printing.
    package private(set) var diagnostics: [Diagnostic]
    /// What no page of the site shows by itself, of ``diagnostics``: all errors when there are no files.
    package let faultsOfNoPage: [Diagnostic]
    /// The site's language; nothing when too little of it could be read.
    package let language: Language?
    /// The files that a build would write; nothing when the diagnostics forbid it.
    package private(set) var files: SiteFiles?
    /// Addresses that were published and are not withdrawn, and that readers would not find.
    package let lostAddresses: [SiteAddress]
    /// Addresses that were withdrawn, and that readers find again.
    package let returnedAddresses: [SiteAddress]
    /// Books that could not be made, by address.
    let lostBooks: [LostBook]
    /// What is told of books that readers have had, where the site is built for them: whoever looks at it as it is written makes none.
    private let faultsOfBooks: [Diagnostic]
    package let times: StageTimes
    /// Goes on measuring when the files are written.
    let clock: StageClock

    init(
        _ linked: LinkedSite?, _ files: SiteFiles?, _ diagnostics: [Diagnostic], _ clock: StageClock,
        lostBooks: [LostBook] = [], faultsOfBooks: [Diagnostic] = []
    ) {
        self.lostBooks = lostBooks
        self.faultsOfBooks = faultsOfBooks
        self.diagnostics = diagnostics
        language = linked?.language
        lostAddresses = linked?.lostAddresses ?? []
        returnedAddresses = linked?.returnedAddresses ?? []
        self.files = files
        times = clock.times
        self.clock = clock
        if let linked, files != nil {
            faultsOfNoPage = Self.faultsOfNoPage(diagnostics, linked)
        } else {
            faultsOfNoPage = diagnostics.filter { $0.severity == .error }
        }
    }

    /// The same as it is built for readers.
    func forReaders(_ request: BuildRequest) -> AssembledSite {
        if faultsOfBooks.isEmpty { return self }
        var site = self
        site.diagnostics = (diagnostics + faultsOfBooks).sortedForPrinting()
        if request.isStrict { site.files = nil }
        return site
    }

    /// Errors and warnings in what all pages stand on, and errors in files that have no page, as a picture that may not
    /// be published.
    private static func faultsOfNoPage(_ diagnostics: [Diagnostic], _ linked: LinkedSite) -> [Diagnostic] {
        let (album, map) = (linked.album, linked.sourceMap)
        let candidates = diagnostics.filter { diagnostic in
            diagnostic.severity == .error
                || diagnostic.severity == .warning && SiteFault.isOfWholeSite(diagnostic.location.path, map)
        }
        guard !candidates.isEmpty else { return [] }
        let shown = album.published.reduce(into: Set<String>()) { paths, index in
            let material = album.catalog.materials[index]
            paths.insert(map.shown("content/" + material.path))
            for table in material.tableFiles { paths.insert(map.shown("content/" + table.path)) }
        }
        return candidates.filter { !shown.contains($0.location.path) }
    }
}

/// Errors in what all pages stand on: `album.yml`, vocabularies, kinds, the theme.
///
/// No page of a lenient build shows them, while an error in a material is shown on the material's page.
package enum SiteFault {
    package static func isOne(_ diagnostic: Diagnostic, _ map: SourceMap) -> Bool {
        diagnostic.severity == .error && isOfWholeSite(diagnostic.location.path, map)
    }

    /// - Parameter map: where materials of roots are.
    static func isOfWholeSite(_ path: String, _ map: SourceMap) -> Bool {
        if map.isMaterial(path) { return false }
        return !path.hasPrefix("content/") || path.hasPrefix("content/vocabularies/")
            || path.hasPrefix("content/kinds/")
    }
}
