import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Exports
import Files
import Linking
import Pages
import Search
import Theming

/// The whole pipeline, in the order in which it runs: the map of this program.
///
/// ```
/// folder ─ discover ─▶ album.yml, vocabularies, kinds ─▶ Configuration, Schema ─┐
///             └──────▶ materials ─ load ─▶ drafts ─ catalog ─▶ AlbumCatalog ────┤
///             └──────▶ CSV files, pictures; what all of them tell of people ────┴─▶ LoadedSite
///        ─ compile ─▶ [CompiledMaterial] ─ link ─▶ Album, with the theme Page ─ pages ──▶ HTML ───┐
///                                                                          ├─── index ──▶ shards ─┤
///                                                                          └─── exports ─▶ data ──┴─ write ─▶ public/
/// ```
/// What is read before the bodies is `LoadedSite.load`, which the commands that list and add materials call too.
/// Each stage takes values and gives a value with diagnostics; one run reports everything. Only the output sink
/// touches the disk for writing, and it publishes all or nothing: an error in the content leaves what stands there.
package enum SiteBuild {
    /// Builds and publishes.
    ///
    /// Throws what the machine refuses; what an editor can mend is in the report.
    package static func run(_ request: BuildRequest) throws(FileError) -> BuildReport {
        let sources = ["content", "themes"].map { "\(request.root.root)/\($0)" }
        return try run(request) { output throws(FileError) in
            try OutputTransaction(replacing: output, apartFrom: sources)
        }
    }

    /// Builds into any sink that is made for the folder named in the configuration.
    package static func run(
        _ request: BuildRequest, into makeSink: (String) throws(FileError) -> any OutputSink
    ) throws(FileError) -> BuildReport {
        var clock = StageClock(progress: request.progress)
        let (linked, diagnostics) = try linkedSite(request, wishes: false, &clock)
        guard let linked, request.allowsPublication(of: diagnostics) else {
            return BuildReport(diagnostics: diagnostics, summary: nil, language: linked?.language ?? .ru)
        }
        let output = request.output ?? "\(request.root.root)/\(linked.album.configuration.output)"
        let made = try makeSink(output)
        let sink = request.isLenient ? FirstComeSink(made) : made
        do throws(FileError) {
            let pages = PagePlans(linked.home)
            let plans = request.isLenient ? pages.firstOfEachAddress() : pages.all()
            try clock.measure(.pages) { () throws(FileError) in try writePages(plans, request, sink) }
            try clock.measure(.index) { () throws(FileError) in try writeIndex(linked.home, request.parallel, sink) }
            let manifest = try clock.measure(.write) { () throws(FileError) in
                try writeFiles(linked, request, plans, sink)
                return try sink.commit(request.editionState)
            }
            let summary = BuildSummary(
                output: output, materials: linked.album.published.count,
                drafts: linked.album.catalog.materials.count - linked.album.published.count,
                pages: plans.count,
                files: manifest.entries.count + 1,
                bytes: manifest.byteCount, stages: clock.durations, total: clock.total)
            return BuildReport(diagnostics: diagnostics, summary: summary, language: linked.language)
        } catch {
            sink.abort()
            throw error
        }
    }

    /// Everything but publication, and the wishes that a build does not mention.
    package static func check(_ request: BuildRequest) throws(FileError) -> BuildReport {
        var clock = StageClock(progress: request.progress)
        let (linked, diagnostics) = try linkedSite(request, wishes: true, &clock)
        return BuildReport(diagnostics: diagnostics, summary: nil, language: linked?.language ?? .ru)
    }

    // MARK: Stages

    /// Discover, load, catalog, compile, link: all that can find a fault.
    private static func linkedSite(
        _ request: BuildRequest, wishes: Bool, _ clock: inout StageClock
    ) throws(FileError) -> (LinkedSite?, [Diagnostic]) {
        let (loaded, faults) = try LoadedSite.load(
            request.root, edition: request.edition, showsDrafts: request.includesDrafts, parallel: request.parallel,
            clock: &clock)
        guard let loaded else { return (nil, OneCause.settled(faults)) }
        let (theme, themeFaults) = try SiteTheme.load(
            loaded.configuration, request.root, installed: request.installedThemes)
        let compiled = clock.measure(.compile) {
            let compiler = MaterialCompiler(
                site: loaded, words: theme.map { HTMLOptions.Words($0.strings) } ?? HTMLOptions.Words(), wishes: wishes,
                showsDrafts: request.includesDrafts)
            return request.parallel.map(loaded.drafts) { index, _ in compiler.compile(index) }
        }
        return try clock.measure(.link) { () throws(FileError) in
            let (linked, linkFaults) = LinkedSite.link(loaded, compiled, theme, request)
            let positions = try PicturePosition.diagnostics(linked, loaded)
            let found = faults + themeFaults + compiled.flatMap(\.diagnostics) + linkFaults + positions
            return (linked, OneCause.settled(found))
        }
    }

    /// Renders every page and writes it at once, so that no more HTML is in memory than there are threads.
    private static func writePages(
        _ plans: [PagePlan], _ request: BuildRequest, _ sink: any OutputSink
    ) throws(FileError) {
        try request.parallel.forEach(plans, grain: 8) { _, plan throws(FileError) in
            try sink.write(sitePath(plan.address), plan.render())
        }
    }

    /// The search index.
    private static func writeIndex(
        _ home: Page, _ parallel: Parallel, _ sink: any OutputSink
    ) throws(FileError) {
        let search = SearchPages(home: home)
        // Nothing is kept between builds, so no stamp is compared.
        let pages = search.addresses.map { IndexedPage(address: $0, stamp: 0) }
        _ = try IndexBuilder.update(
            pages, configuration: search.configuration, store: NoIndexStore<FileError>(), using: parallel
        ) {
            search.document(search.pages[$0])
        } write: { file throws(FileError) in
            try sink.write(sitePath(file.path), file.bytes)
        }
    }

    /// Styles and scripts, pictures and attachments, records as data.
    private static func writeFiles(
        _ linked: LinkedSite, _ request: BuildRequest, _ plans: [PagePlan], _ sink: any OutputSink
    ) throws(FileError) {
        let album = linked.album
        if let url = album.configuration.url {
            for file in SitemapExport.files(of: url, pages: plans) { try sink.write(sitePath(file.path), file.text) }
        }
        for asset in linked.home.theme.assets { try sink.write(sitePath(asset.path), asset.bytes) }
        for entry in linked.files {
            let bytes = try linked.content.read(entry.path)
            try sink.write(
                sitePath(Address.file(ofPath: entry.path.text)), PicturePosition.removed(from: bytes) ?? bytes)
        }
        for (address, entry) in linked.rootFiles.sorted(by: { $0.key < $1.key }) {
            try sink.write(sitePath(address), linked.content.read(entry.path))
        }
        for index in album.published where !album.compiled[index].tables.isEmpty {
            for file in RecordExports(album: album, index: index).files() {
                try sink.write(sitePath(file.path), file.bytes)
            }
        }
        for file in CalendarExports(album: album, wording: linked.home.wording).files() {
            try sink.write(sitePath(file.path), file.bytes)
        }
        if let coverage = album.coverage {
            try sink.write(sitePath(DataFiles.coverage), CoverageExport.bytes(album, linked.home.wording, coverage))
        }
        try sink.write(sitePath(DataFiles.edition), "{\"edition\":\"\(album.configuration.edition)\"}\n")
    }

    /// An address that the program itself made; one that is no path would be a fault of ours.
    private static func sitePath(_ address: String) throws(FileError) -> SitePath {
        do {
            return try SitePath(address)
        } catch {
            throw FileError(.write, address, .unusableName)
        }
    }
}

extension Parallel: ParallelMap {
    package func map<Result: Sendable>(count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        map(Array(0..<count), grain: 1) { _, index in body(index) }
    }
}
