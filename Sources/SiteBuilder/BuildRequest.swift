import Catalog
import Diagnostics
import Files
import Formats
import Languages

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
    /// In a lenient build: publishes nothing when that is faulty on which all pages stand (``SiteFault``), so that the
    /// site of the build before stays.
    package var needsSoundSite: Bool
    /// Replaces the output folder of `album.yml`; as the working folder sees it.
    package var output: String?
    /// The folder of the themes that came with the program; a site's own theme stands before them.
    package var installedThemes: DiskFileSystem?
    /// Told of each stage as it begins.
    package var progress: (@Sendable (Stage) -> Void)?

    package init(
        root: DiskFileSystem, parallel: Parallel, edition: CalendarDate? = nil, isLenient: Bool = false,
        isStrict: Bool = false, includesDrafts: Bool = false,
        needsSoundSite: Bool = false, output: String? = nil,
        installedThemes: DiskFileSystem? = nil, progress: (@Sendable (Stage) -> Void)? = nil
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
        self.progress = progress
    }

    /// Whether a site with these diagnostics may be published.
    func allowsPublication(of diagnostics: [Diagnostic]) -> Bool {
        let counts = DiagnosticCounts(diagnostics)
        if isLenient { return !(needsSoundSite && diagnostics.contains(where: SiteFault.isOne)) }
        return counts.errors == 0 && !(isStrict && counts.warnings > 0)
    }
}

extension BuildRequest {
    /// What the manifest says of a site that is built so.
    var editionState: EditionState { EditionState(isLenient: isLenient, hasDrafts: includesDrafts) }
}

/// What a build did.
package struct BuildReport: Sendable {
    /// Sorted for printing.
    package let diagnostics: [Diagnostic]
    /// Nothing when nothing was published.
    package let summary: BuildSummary?
    package let language: Language

    init(_ site: AssembledSite, summary: BuildSummary?) {
        diagnostics = site.diagnostics
        self.summary = summary
        language = site.language ?? .ru
    }
}

/// The figures of a published build.
package struct BuildSummary: Sendable {
    package let output: String
    package let counts: SiteFiles.Counts
    /// The manifest too.
    package let files: Int
    package let bytes: Int
    package let times: StageTimes
}
