import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Exports
import Files
import Linking
import Pages
import Search
import Store
import Synchronization
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
        let store = request.cache.flatMap { BuildStore.open($0) }
        defer { store?.commit() }
        let inputs = store.map { _ in LastBuild.inputs(request) }
        if request.explained == nil, let store, let inputs, let report = LastBuild.report(of: inputs, request, store) {
            return SourceTexts(request.root).located(report)
        }
        let (linked, diagnostics) = try linkedSite(request, wishes: false, store, &clock)
        guard let linked, request.allowsPublication(of: diagnostics) else {
            return BuildReport(diagnostics: diagnostics, summary: nil, language: linked?.language ?? .ru)
        }
        let output = request.output ?? "\(request.root.root)/\(linked.album.configuration.output)"
        let made = try makeSink(output)
        let sink = request.isLenient ? FirstComeSink(made) : made
        do throws(FileError) {
            let pages = PagePlans(linked.home)
            let plans = request.isLenient ? pages.firstOfEachAddress() : pages.all()
            let traces = PageTraces(store, named: request.traceName, linked.album.catalog, linked.stamps)
            let made = try clock.measure(.pages) { () throws(FileError) in
                try writePages(plans, traces, request, sink)
            }
            try clock.measure(.index) { () throws(FileError) in try writeIndex(linked.home, request.parallel, sink) }
            let manifest = try clock.measure(.write) { () throws(FileError) in
                try writeFiles(linked, request, plans, sink)
                return try sink.commit(request.editionState)
            }
            if let store { traces.keep(manifest, named: request.traceName, in: store) }
            let summary = BuildSummary(
                output: output, materials: linked.album.published.count,
                drafts: linked.album.catalog.materials.count - linked.album.published.count,
                pages: plans.count, made: made,
                files: manifest.entries.count + 1,
                bytes: manifest.byteCount, stages: clock.durations, total: clock.total)
            var report = BuildReport(diagnostics: diagnostics, summary: summary, language: linked.language)
            report.explanation =
                request.explained.map { address in
                    Explanation(
                        address: address, isPlanned: plans.contains { $0.address == address },
                        changes: traces.changes(of: address)
                    ).lines(linked.album.catalog, linked.language)
                } ?? []
            if let store, let inputs { LastBuild.keep(report, of: inputs, request, in: store) }
            return report
        } catch {
            sink.abort()
            throw error
        }
    }

    /// Everything but publication, and the wishes that a build does not mention.
    package static func check(_ request: BuildRequest) throws(FileError) -> BuildReport {
        var clock = StageClock(progress: request.progress)
        let store = request.cache.flatMap { BuildStore.open($0) }
        defer { store?.commit() }
        let (linked, diagnostics) = try linkedSite(request, wishes: true, store, &clock)
        return BuildReport(diagnostics: diagnostics, summary: nil, language: linked?.language ?? .ru)
    }

    // MARK: Stages

    /// Discover, materials, link: all that can find a fault.
    private static func linkedSite(
        _ request: BuildRequest, wishes: Bool, _ store: BuildStore?, _ clock: inout StageClock
    ) throws(FileError) -> (LinkedSite?, [Diagnostic]) {
        var theme: Theme?
        var faults: [Diagnostic] = []
        var reading = LoadedSite.Reading(parallel: request.parallel, edition: request.edition)
        reading.showsDrafts = request.includesDrafts
        reading.store = store
        reading.makesBodies = { configuration, schema throws(FileError) in
            (theme, faults) = try SiteTheme.load(configuration, request.root, installed: request.installedThemes)
            return MaterialCompiler(
                schema: schema, edition: configuration.edition, places: configuration.coverageRows,
                words: theme.map { HTMLOptions.Words($0.strings) } ?? HTMLOptions.Words(), wishes: wishes)
        }
        let (loaded, loadFaults) = try LoadedSite.load(request.root, reading, clock: &clock)
        faults += loadFaults
        guard let loaded else { return (nil, OneCause.settled(faults)) }
        return try clock.measure(.link) { () throws(FileError) in
            let (linked, linkFaults) = LinkedSite.link(loaded, theme, request)
            faults += linkFaults
            faults += try PicturePosition.diagnostics(linked, loaded)
            return (linked, SourceTexts(request.root).located(OneCause.settled(faults)))
        }
    }

    /// Renders every page that is not as it was and writes it at once, so that no more HTML is in memory than there are
    /// threads; how many were rendered.
    private static func writePages(
        _ plans: [PagePlan], _ traces: PageTraces, _ request: BuildRequest, _ sink: any OutputSink
    ) throws(FileError) -> Int {
        let made = Mutex(0)
        try request.parallel.forEach(plans, grain: 8) { _, plan throws(FileError) in
            let path = try sitePath(plan.address)
            if let page = traces.fresh(plan.address),
                try sink.keep(Manifest.Entry(path: path, byteCount: page.byteCount, digest: page.digest))
            {
                traces.keep(plan.address, page)
                return
            }
            let log = ReadLog()
            try sink.write(path, plan.render(log))
            traces.note(plan.address, log)
            made.withLock { $0 += 1 }
        }
        return made.withLock { $0 }
    }

    /// The search index: partitions in parallel, then merged.
    private static func writeIndex(
        _ home: Page, _ parallel: Parallel, _ sink: any OutputSink
    ) throws(FileError) {
        let search = SearchPages(home: home)
        let pages = search.pages()
        // Large ones merge faster; several for each thread share the work out. The index is the same whatever the size.
        let batches = Parallel.batches(of: pages.count, size: min(1024, max(128, pages.count / 8)))
        let partitions = try parallel.map(batches, grain: 1) { _, batch throws(FileError) in
            var partition = IndexPartition()
            for id in batch { partition.add(search.document(pages[id]), id: id) }
            for file in partition.takeTextShards() { try sink.write(sitePath(file.path), file.bytes) }
            return partition
        }
        let files = IndexWriter.write(partitions, configuration: search.configuration, using: parallel)
        try parallel.forEach(files) { _, file throws(FileError) in try sink.write(sitePath(file.path), file.bytes) }
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
