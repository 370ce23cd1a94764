import AlbumMarkdown
import Bodies
import Catalog
import Diagnostics
import Files
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
/// What a site consists of is one list, `SiteFiles`: a build writes all of it, `album serve` makes the file that is
/// asked for.
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
        let site = try assemble(request)
        guard let files = site.files else { return BuildReport(site, summary: nil) }
        let sink = try makeSink(files.output)
        var clock = site.clock
        do throws(FileError) {
            try clock.measure(.pages) { () throws(FileError) in try write(files.pages, grain: 8, request, sink) }
            try clock.measure(.index) { () throws(FileError) in
                try files.search.make(request.parallel) { path, bytes throws(FileError) in try sink.write(path, bytes) }
            }
            let manifest = try clock.measure(.write) { () throws(FileError) in
                try write(files.others, grain: 1, request, sink)
                return try sink.commit(files.state)
            }
            let summary = BuildSummary(
                output: files.output, counts: files.counts, files: manifest.entries.count + 1,
                bytes: manifest.byteCount, times: clock.times)
            return BuildReport(site, summary: summary)
        } catch {
            sink.abort()
            throw error
        }
    }

    /// Everything but writing: the site as the files of which it consists, for those who ask for one at a time.
    package static func assemble(_ request: BuildRequest) throws(FileError) -> AssembledSite {
        var clock = StageClock(progress: request.progress)
        let (linked, diagnostics) = try linkedSite(request, wishes: false, &clock)
        guard let linked, request.allowsPublication(of: diagnostics) else {
            return AssembledSite(linked, nil, diagnostics, clock)
        }
        return AssembledSite(linked, try SiteFiles(linked, request), diagnostics, clock)
    }

    /// Everything but publication, and the wishes that a build does not mention.
    package static func check(_ request: BuildRequest) throws(FileError) -> BuildReport {
        var clock = StageClock(progress: request.progress)
        let (linked, diagnostics) = try linkedSite(request, wishes: true, &clock)
        return BuildReport(AssembledSite(linked, nil, diagnostics, clock), summary: nil)
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

    /// Makes files and writes each at once, so that no more of them are in memory than there are threads.
    private static func write(
        _ files: [SiteFiles.File], grain: Int, _ request: BuildRequest, _ sink: any OutputSink
    ) throws(FileError) {
        try request.parallel.forEach(files, grain: grain) { _, file throws(FileError) in
            try sink.write(file.path, file.bytes())
        }
    }
}
