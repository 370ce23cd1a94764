import AlbumModel
import Bodies
import Books
import Catalog
import Diagnostics
import Files
import Formats
import Languages
import Store

/// What is to be built, and how.
package struct BuildRequest: Sendable {
    package var root: DiskFileSystem
    package var parallel: Parallel
    /// Replaces the edition of `album.yml`.
    package var edition: CalendarDate?
    /// Publishes pages in spite of errors in them; the fault is shown on the page.
    package var isLenient: Bool
    /// Refuses publication at warnings too.
    package var isStrict: Bool
    package var includesDrafts: Bool
    /// What is done about things that a material of its kind could have; `check` tells them in any case.
    package var wishes = Wishes.unasked
    /// In a lenient build: publishes nothing when that is faulty on which all pages stand (``SiteFault``), so that the
    /// site of the build before stays.
    package var needsSoundSite: Bool
    /// In which formats books of the albums are made; none usually.
    package var books: Set<BookFile.Format> = []
    /// Which part of the site is built; nothing for all of it.
    ///
    /// A part is made without a store.
    package var part: SitePart?
    /// Replaces the output folder of `album.yml`; as the working folder sees it.
    package var output: String?
    /// The folder of the themes that came with the program; a site's own theme stands before them.
    package var installedThemes: DiskFileSystem?
    /// Where a build keeps for the next one what need not be made again; without it all is made anew.
    package var store: BuildStore?
    /// In place of a store where several builds are made by one run.
    package var shelf: UnitShelf?
    /// The address of a page of which is to be said why it was made again; nothing for none.
    package var explained: String?
    /// Says which part is built, once it is known what there is to choose from; nothing, and nothing is built, where it cannot.
    package var choosesPart: (@Sendable (AlbumCatalog, Configuration) -> SitePart?)?
    /// Told of each stage as it begins.
    package var progress: (@Sendable (Stage) -> Void)?

    /// Wishes of a kind: sections and tables that are missing or nearly there.
    package enum Wishes: Sendable {
        case unasked
        /// Looked for, so that another build of the run can tell them without reading all again.
        case sought
        case told
    }

    package init(
        root: DiskFileSystem, parallel: Parallel, edition: CalendarDate? = nil, isLenient: Bool = false,
        isStrict: Bool = false, includesDrafts: Bool = false,
        needsSoundSite: Bool = false, output: String? = nil,
        installedThemes: DiskFileSystem? = nil, store: BuildStore? = nil, progress: (@Sendable (Stage) -> Void)? = nil
    ) {
        self.root = root
        self.parallel = parallel
        self.edition = edition
        self.isLenient = isLenient
        self.isStrict = isStrict
        self.includesDrafts = includesDrafts
        self.needsSoundSite = needsSoundSite
        self.output = output
        self.installedThemes = installedThemes
        self.store = store
        self.progress = progress
    }

    /// The same with what an earlier build of this run has read.
    package func keeping(_ shelf: UnitShelf) -> BuildRequest {
        var request = self
        request.shelf = shelf
        return request
    }

    /// Whether a site with these diagnostics may be published.
    /// - Parameter map: where materials of roots are.
    func allowsPublication(of diagnostics: [Diagnostic], _ map: SourceMap) -> Bool {
        let counts = DiagnosticCounts(diagnostics)
        if isLenient { return !(needsSoundSite && diagnostics.contains { SiteFault.isOne($0, map) }) }
        return counts.errors == 0 && !(isStrict && counts.warnings > 0)
    }
}

extension BuildRequest {
    /// The same with the part that ``choosesPart`` takes of what there is; nothing where it takes none.
    func choosing(from loaded: LoadedSite) -> BuildRequest? {
        guard let choosesPart else { return self }
        guard let part = choosesPart(loaded.catalog, loaded.configuration) else { return nil }
        var request = self
        request.part = part
        return request
    }

    /// Under which name the traces of its pages are kept: a build for other readers makes other pages.
    var traceName: String { "pages\(isLenient ? "-lenient" : "")\(includesDrafts ? "-drafts" : "")" }

    /// What the build before has worked out.
    var memory: BuildMemory { BuildMemory(store: store, shelf: shelf, readers: traceName) }
}

/// What a build did.
package struct BuildReport: Sendable {
    /// Sorted for printing.
    package let diagnostics: [Diagnostic]
    /// Nothing when nothing was published.
    package let summary: BuildSummary?
    /// Books that could not be made, by address: the site was published without them.
    package var lostBooks: [LostBook] = []
    package let language: Language
    /// Why a page was made again, in lines; empty where nobody asked.
    package var explanation: [String] = []

    init(_ site: AssembledSite, summary: BuildSummary?) {
        self.init(diagnostics: site.diagnostics, summary: summary, language: site.language ?? .ru)
        lostBooks = site.lostBooks
    }

    init(diagnostics: [Diagnostic], summary: BuildSummary?, language: Language) {
        self.diagnostics = diagnostics
        self.summary = summary
        self.language = language
    }
}

/// The figures of a published build.
package struct BuildSummary: Sendable {
    package let output: String
    package let counts: SiteFiles.Counts
    /// Pages that were made: the others stayed as they were.
    package let made: Int
    /// The manifest too.
    package let files: Int
    package let bytes: Int
    /// Books that stood there before and are gone, since none were asked for.
    package let goneBooks: Int
    /// Links of a part to what it does not have, on all its pages; 0 for a whole site.
    package let elsewhere: Int
    package let times: StageTimes
}
