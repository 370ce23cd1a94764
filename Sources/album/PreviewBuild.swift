import Catalog
import Diagnostics
import Editor
import Files
import Languages
import Preview
import SiteBuilder
import Synchronization

/// Makes the site for the preview, drafts and faults included, and shows it with what no page tells.
final class PreviewBuild: Sendable {
    private let site: SiteOptions
    private let files: DiskFileSystem
    private let themes: DiskFileSystem?
    private let preview: LivePreview
    /// What edits the site, once it is there.
    private let desk = Mutex<SiteDesk?>(nil)
    /// That of the last site whose language could be read.
    private let language = Mutex(Language.ru)
    /// What one build keeps for the next: in memory, since nothing is written here.
    private let shelf = UnitShelf()

    /// - Parameter themes: those that came with the program.
    init(site: SiteOptions, files: DiskFileSystem, themes: DiskFileSystem?, preview: LivePreview) {
        self.site = site
        self.files = files
        self.themes = themes
        self.preview = preview
    }

    /// Tells a desk of each build from now on.
    func keep(_ desk: SiteDesk) { self.desk.withLock { $0 = desk } }

    /// Makes the site as if texts were saved; nothing is shown.
    func site(with unsaved: UnsavedFiles) throws(FileError) -> AssembledSite {
        try SiteBuild.assemble(
            request(try DiskFileSystem(root: files.root, unsaved: unsaved), needsSoundSite: true, wishes: .told))
    }

    private func request(
        _ root: DiskFileSystem, needsSoundSite: Bool, wishes: BuildRequest.Wishes = .sought
    ) -> BuildRequest {
        var request = BuildRequest(
            root: root, parallel: site.parallel, edition: site.editionDate, isLenient: true, includesDrafts: true,
            needsSoundSite: needsSoundSite, installedThemes: themes)
        request.wishes = wishes
        return request.keeping(shelf)
    }

    /// The builds, each of which calls ``build()``.
    func turns() -> BuildTurns<SourceLook> {
        let sources =
            ["album.yml", AddressLedger.path, "content", "themes"].map { "\(files.root)/\($0)" }
            + (themes.map { [$0.root] } ?? []) + RootSources.folders(of: files)
        return BuildTurns(
            look: { former in SourceLook(sources, at: former?.time ?? DiskClock.now) }, build: { self.build() })
    }

    /// Builds; what goes wrong is told in the terminal and on the pages, and the site of before stays.
    private func build() {
        do throws(FileError) {
            let isShown = preview.hasSite
            let built = try SiteBuild.assemble(request(files, needsSoundSite: isShown))
            let language = language.withLock { language in
                language = built.language ?? language
                return language
            }
            desk.withLock { $0 }?.show(built)
            // Shown before it is told of, since printing many messages takes its time.
            preview.show(
                site: built.files.map { SiteOnDemand($0) }, notice: Self.notice(built, language, isShown: isShown))
            site.report(built.diagnostics, language: language)
            if let files = built.files, !site.quiet {
                Terminal.message(
                    BuildSummaryText.text(files.counts, built.times, language, verbose: site.verbose))
            }
        } catch {
            let language = language.withLock { $0 }
            let (title, text) = (PreviewTitle.failed.text(language), MachineMessage.text(error, language))
            preview.show(site: nil, notice: LivePreview.Notice(language: language, title: title, text: text))
            Terminal.message("\(title) \(text)")
        }
    }

    /// What no page shows by itself.
    private static func notice(
        _ built: AssembledSite, _ language: Language, isShown: Bool
    ) -> LivePreview.Notice? {
        let faults = built.faultsOfNoPage
        guard !faults.isEmpty else { return nil }
        let title =
            if built.files == nil {
                isShown ? PreviewTitle.former : PreviewTitle.none
            } else {
                faults.contains { $0.severity == .error } ? PreviewTitle.errors : PreviewTitle.warnings
            }
        return LivePreview.Notice(
            language: language, title: title.text(language),
            text: DiagnosticPrinter(language: language).report(faults))
    }
}

/// What the sources of a site are at a moment.
struct SourceLook: Equatable {
    let time: Int64
    private let stamps: [TreeStamp]

    init(_ paths: [String], at time: Int64) {
        self.time = time
        stamps = paths.map { TreeStamp(of: $0, readingTouchedAt: time) }
    }

    /// Whether nothing has changed: never where that cannot be told.
    static func == (one: SourceLook, other: SourceLook) -> Bool {
        one.stamps == other.stamps && !one.stamps.contains { $0.isBlind }
    }
}

/// What is shown, above the messages.
private enum PreviewTitle {
    static let errors = Bilingual(
        ru: "Эти ошибки не относятся ни к одной странице. Исправьте их и сохраните файл:",
        en: "These errors belong to no single page. Correct them and save the file:")
    static let warnings = Bilingual(ru: "Замечания ко всему сайту:", en: "Warnings about the whole site:")
    static let former = Bilingual(
        ru: "Показан сайт, каким он был до этой ошибки. Исправьте её и сохраните файл:",
        en: "This is the site as it was before this error. Correct it and save the file:")
    static let none = Bilingual(
        ru: "Сайта ещё нет: мешает ошибка. Исправьте её и сохраните файл:",
        en: "There is no site yet because of an error. Correct it and save the file:")
    static let failed = Bilingual(ru: "Сборка не удалась.", en: "The build failed.")
}
