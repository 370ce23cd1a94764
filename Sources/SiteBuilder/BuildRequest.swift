import Catalog
import Diagnostics
import Files

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
    /// Replaces the output folder of `album.yml`; as the working folder sees it.
    package var output: String?
    /// The folder of the themes that came with the program; a site's own theme stands before them.
    package var installedThemes: DiskFileSystem?
    /// Told of each stage as it begins.
    package var progress: (@Sendable (Stage) -> Void)?

    package init(
        root: DiskFileSystem, parallel: Parallel, edition: CalendarDate? = nil, isLenient: Bool = false,
        isStrict: Bool = false, includesDrafts: Bool = false, output: String? = nil,
        installedThemes: DiskFileSystem? = nil, progress: (@Sendable (Stage) -> Void)? = nil
    ) {
        self.root = root
        self.parallel = parallel
        self.edition = edition
        self.isLenient = isLenient
        self.isStrict = isStrict
        self.includesDrafts = includesDrafts
        self.output = output
        self.installedThemes = installedThemes
        self.progress = progress
    }

    /// Whether a site with these diagnostics may be published.
    func allowsPublication(of diagnostics: [Diagnostic]) -> Bool {
        let counts = DiagnosticCounts(diagnostics)
        if isLenient { return true }
        return counts.errors == 0 && !(isStrict && counts.warnings > 0)
    }
}

/// What a build did.
package struct BuildReport: Sendable {
    /// Sorted for printing.
    package let diagnostics: [Diagnostic]
    /// Nothing when nothing was published.
    package let summary: BuildSummary?
    package let language: MessageLanguage
}

/// The figures of a published build.
package struct BuildSummary: Sendable {
    package let output: String
    package let materials: Int
    package let pages: Int
    /// The manifest too.
    package let files: Int
    package let bytes: Int
    package let stages: [(stage: Stage, duration: Duration)]
    /// The whole build, what lies between the stages included.
    package let total: Duration
}
