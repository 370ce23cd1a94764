import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Files
import Store
import Synchronization
import Theming

/// The whole pipeline, in the order in which it runs: the map of this program.
///
/// ```
/// folder ─ discover ─▶ album.yml, vocabularies, kinds ─▶ Configuration, Schema
///             └──────▶ each material with its CSV files ─ UnitReader ─▶ [MaterialUnit] ─▶ AlbumCatalog ─▶ LoadedSite
///        ─ link ─▶ Album, with the theme Page ─ pages ───▶ HTML ───┐
///                                     ├──────── index ──▶ shards ──┤
///                                     └──────── exports ─▶ data ───┴─ write ─▶ public/
/// ```
/// What a build has made it keeps for the next one, in the store (`BuildStore`) and beside the output:
/// - `LastBuild`: where the same is asked, no file has changed and the published folder is untouched, there is nothing
///   to do;
/// - `UnitReader`, `SourceStamps`: a material of which no byte has changed is not read again while vocabularies, kinds,
///   the day of the edition and the theme's words in bodies are the same;
/// - `BuildMemory`: what hangs on the front matter of all materials is worked out again when some of it has changed;
/// - `PageTraces`: a page is made again when an answer that it was given is another one, or when it no longer stands as
///   published; `SearchMemory`: the same for documents of the search, and of the index only the files that changed
///   documents reach are made;
/// - `SpareTree`: the folder that was replaced stays beside the output and becomes the next one.
///
/// Commands that list and add materials read a site without bodies (`LoadedSite.load`).
/// What a site consists of is one list, `SiteFiles`: a build writes all of it, `album serve` makes the file that is
/// asked for.
/// Each stage takes values and gives a value with diagnostics; one run reports everything. Only the output sink
/// writes the site, and it publishes all or nothing: an error in the content leaves what stands there, unless the build
/// is lenient.
package enum SiteBuild {
    /// Builds and publishes.
    ///
    /// Throws what the machine refuses; what an editor can mend is in the report.
    package static func run(_ request: BuildRequest) throws(FileError) -> BuildReport {
        let sources =
            ["content", "themes"].map { "\(request.root.root)/\($0)" } + RootSources.folders(of: request.root)
        return try run(request) { output throws(FileError) in
            try OutputTransaction(replacing: output, apartFrom: sources, keepsSpare: request.store != nil)
        }
    }

    /// Builds into any sink that is made for the folder that the request names, or else `album.yml`.
    package static func run(
        _ request: BuildRequest, into makeSink: (String) throws(FileError) -> any OutputSink
    ) throws(FileError) -> BuildReport {
        let inputs = request.store.map { _ in LastBuild.inputs(request) }
        if let report = inputs.flatMap({ LastBuild.report(of: $0, request) }) { return report }
        let site = try assemble(request).forReaders(request)
        guard let files = site.files else { return BuildReport(site, summary: nil) }
        let sink = try makeSink(files.output)
        var clock = site.clock
        do throws(FileError) {
            let traces = Traces(request, files.catalog, files.stamps)
            let pageTraces = PageTraces(traces: traces)
            let made = try clock.measure(.pages) { () throws(FileError) in
                try writePages(files.pages, pageTraces, request, sink)
            }
            let memory = SearchMemory(request, files, traces)
            let paths = try clock.measure(.index) { () throws(FileError) in
                try writeIndex(files.search, memory, request.parallel, sink)
            }
            let manifest = try clock.measure(.write) { () throws(FileError) in
                _ = try writePages(files.exports, pageTraces, request, sink)
                try request.parallel.forEach(files.others, grain: 1) { _, file throws(FileError) in
                    try sink.write(file.path, file.bytes())
                }
                return try sink.commit(files.state)
            }
            if let store = request.store { keep(traces, memory, paths, manifest, in: store) }
            let summary = BuildSummary(
                output: files.output, counts: files.counts, made: made, files: manifest.entries.count + 1,
                bytes: manifest.byteCount, goneBooks: goneBooks(sink.earlier, manifest, request),
                elsewhere: files.elsewhere?.count ?? 0, times: clock.times)
            var report = BuildReport(site, summary: summary)
            report.explanation = request.explained.map { pageTraces.explanation(of: $0, files, report.language) } ?? []
            // What another site has is none of the inputs.
            let isOwn = !report.diagnostics.contains { $0.code == .nameOfWholeSite } && report.lostBooks.isEmpty
            if let inputs, isOwn { LastBuild.keep(report, of: inputs, request) }
            return report
        } catch {
            sink.abort()
            throw error
        }
    }

    /// Up to link, and the list of all files with how each is made: none is made yet.
    package static func assemble(_ request: BuildRequest) throws(FileError) -> AssembledSite {
        var clock = StageClock(progress: request.progress)
        let (_, linked, diagnostics) = try linkedSite(request, wishes: false, &clock)
        guard let linked, request.allowsPublication(of: diagnostics, linked.sourceMap) else {
            return AssembledSite(linked, nil, diagnostics, clock)
        }
        let books = try AlbumBooks(linked, request)
        let told = LedgerCheck.diagnostics(
            linked.publishedBooks, made: Set(books.files.map(\.address)), failed: Set(books.lost.map(\.address)))
        return AssembledSite(
            linked, try SiteFiles(linked.with(books), request, books), diagnostics, clock, lostBooks: books.lost,
            faultsOfBooks: told)
    }

    /// Up to link: the site, unless it may not be published, and all that is wrong with it, sorted for printing.
    static func linked(_ request: BuildRequest) throws(FileError) -> (LinkedSite?, [Diagnostic]) {
        var clock = StageClock(progress: request.progress)
        let (_, linked, diagnostics) = try linkedSite(request, wishes: false, &clock)
        let told = AssembledSite(linked, nil, diagnostics, clock).diagnostics
        guard let linked, request.allowsPublication(of: diagnostics, linked.sourceMap) else { return (nil, told) }
        return (linked, told)
    }

    /// Up to link, with the wishes that a build does not mention: nothing is made or written.
    package static func check(_ request: BuildRequest) throws(FileError) -> BuildReport {
        var clock = StageClock(progress: request.progress)
        let (_, linked, diagnostics) = try linkedSite(request, wishes: true, &clock)
        return BuildReport(AssembledSite(linked, nil, diagnostics, clock), summary: nil)
    }

    /// The same with all that names a material or a file; no references where the site is beyond reading.
    package static func survey(
        _ request: BuildRequest
    ) throws(FileError) -> (survey: SiteSurvey?, diagnostics: [Diagnostic]) {
        var clock = StageClock(progress: request.progress)
        let (loaded, linked, diagnostics) = try linkedSite(request, wishes: true, &clock)
        guard let loaded, let linked else { return (nil, diagnostics.sortedForPrinting()) }
        let told = AssembledSite(linked, nil, diagnostics, clock).diagnostics
        let survey = SiteSurvey(
            catalog: loaded.catalog, references: ReferenceCollector.references(loaded, linked.album.resolver),
            files: Set(loaded.files.keys), diagnostics: told, language: linked.language)
        return (survey, told)
    }

    // MARK: Stages

    /// Discover, materials, link: all that can find a fault.
    private static func linkedSite(
        _ request: BuildRequest, wishes: Bool, _ clock: inout StageClock
    ) throws(FileError) -> (LoadedSite?, LinkedSite?, [Diagnostic]) {
        var theme: Theme?
        var faults: [Diagnostic] = []
        var reading = LoadedSite.Reading(parallel: request.parallel, edition: request.edition)
        reading.showsDrafts = request.includesDrafts
        reading.tellsWishes = wishes || request.wishes == .told
        (reading.store, reading.shelf) = (request.store, request.shelf)
        // The theme is known once `album.yml` is read, and is needed before the materials: bodies hold some of its words.
        reading.makesBodies = { configuration, schema throws(FileError) in
            (theme, faults) = try SiteTheme.load(
                configuration, request.root, installed: request.installedThemes, request.memory)
            return MaterialCompiler(
                schema: schema, edition: configuration.edition, places: configuration.coverageRows,
                words: theme.map { HTMLOptions.Words($0.strings) } ?? HTMLOptions.Words(),
                wishes: wishes || request.wishes != .unasked)
        }
        let (loaded, loadFaults) = try LoadedSite.load(request.root, reading, clock: &clock)
        faults += loadFaults
        guard let loaded else { return (nil, nil, OneCause.settled(faults)) }
        guard let chosen = request.choosing(from: loaded) else { return (loaded, nil, []) }
        return try clock.measure(.link) { () throws(FileError) in
            let (linked, linkFaults) = LinkedSite.link(loaded, theme, chosen)
            faults += linkFaults
            faults += try PicturePosition.diagnostics(linked, loaded)
            if let linked { faults = DraftFaults.marked(faults, linked.album, loaded) }
            // What is wrong elsewhere is nothing to a part.
            if chosen.part != nil { faults.removeAll(where: \.isOfDraft) }
            let told = loaded.sourceMap.shown(OneCause.settled(try WholeSite.settled(faults, request)))
            return (loaded, linked, SourceTexts(request.root).located(told))
        }
    }

    /// Makes every page, or other file of which it is noted what it asks, that is not as it was and writes it at once,
    /// so that no more of them are in memory than there are threads; how many were made.
    private static func writePages(
        _ pages: [SiteFiles.Page], _ traces: PageTraces, _ request: BuildRequest, _ sink: any OutputSink
    ) throws(FileError) -> Int {
        let made = Mutex(0)
        try request.parallel.forEach(pages, grain: 8) { _, page throws(FileError) in
            if let earlier = traces.carriedOver(page), try sink.takeOver(earlier) { return }
            try sink.write(page.path, traces.made(page))
            // A page as Markdown is no page for readers.
            if !OnlineFiles.contain(page.path.text) { made.withLock { $0 += 1 } }
        }
        return made.withLock { $0 }
    }

    /// Makes the files of the index that are not as they were.
    ///
    /// Returns the paths of all its files, to be kept for the next build; none where nothing is kept.
    private static func writeIndex(
        _ index: SearchIndex, _ memory: SearchMemory?, _ parallel: Parallel, _ sink: any OutputSink
    ) throws(FileError) -> [String] {
        guard let memory else {
            try index.make(parallel) { path, bytes throws(FileError) in try sink.write(path, bytes) }
            return []
        }
        memory.begin { sink.stands($0) }
        let written = Mutex<Set<String>>([])
        let paths = try index.update(parallel, memory) { path, bytes throws(FileError) in
            written.withLock { _ = $0.insert(path.text) }
            try sink.write(path, bytes)
        }
        let made = written.withLock { $0 }
        // What stood there at the beginning may be gone: another build has published meanwhile.
        var lost: Set<String> = []
        for path in paths where !made.contains(path) {
            if let entry = memory.file(path), try sink.takeOver(entry) { continue }
            lost.insert(path)
        }
        guard !lost.isEmpty else { return paths }
        try index.make(parallel) { [lost] path, bytes throws(FileError) in
            if lost.contains(path.text) { try sink.write(path, bytes) }
        }
        return paths
    }

    /// How many books the build before had and this one has not, where it was asked for none.
    private static func goneBooks(_ earlier: Manifest?, _ manifest: Manifest, _ request: BuildRequest) -> Int {
        guard let earlier, request.books.isEmpty else { return 0 }
        func books(_ manifest: Manifest) -> Set<SiteAddress> {
            AddressLedger.books(among: manifest.entries.lazy.map { SiteAddress($0.path.text) })
        }
        return books(earlier).subtracting(books(manifest)).count
    }

    /// Keeps what the pages and documents have asked, and what was published of them, for the next build.
    private static func keep(
        _ traces: Traces, _ memory: SearchMemory?, _ paths: [String], _ manifest: Manifest, in store: BuildStore
    ) {
        let entries = manifest.byPath
        traces.keep { thing in
            switch thing {
            case .page(let address, _): (try? SitePath(address)).flatMap { entries[$0] }.map(PageTraces.kept)
            case .document(let address, _): memory?.kept(address)
            }
        }
        memory?.keep(paths, entries)
        store.commit()
    }
}
