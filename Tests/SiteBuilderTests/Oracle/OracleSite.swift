import Files
import Foundation
import Store
import Synchronization
import Testing

@testable import SiteBuilder

/// Whom a site is built for: each has traces of its own.
struct Edition: Hashable {
    var isLenient = false
    var hasDrafts = false

    func apply(to request: inout BuildRequest) {
        request.isLenient = isLenient
        request.includesDrafts = hasDrafts
    }
}

/// A site that is edited, with what stood there after its builds, so that a build can be held against a bound.
struct OracleSite {
    static let cache = ".album-cache"

    var edited: EditedSite
    /// What is published: path → bytes.
    private(set) var standing: [String: [UInt8]] = [:]
    /// What the last published build of each edition gave, and the edits since.
    private var last: [Edition: [String: [UInt8]]] = [:]
    private var since: [Edition: [SiteChange]] = [:]
    /// Whether the last build that was to be faultless was refused.
    private(set) var isRefused = false
    /// How many pages the last published build has made.
    private(set) var lastMade = 0
    /// What the builds came to so far.
    private(set) var tally = Tally()

    /// How much an oracle has seen: a run in which nothing is published proves nothing.
    struct Tally {
        var builds = 0
        var published = 0
        /// Published builds after a single edit of the same edition.
        var single = 0
        var made = 0
        /// Pages that were made and are as before.
        var idle = 0
        var pages = 0
    }

    /// What a reader and an editor see of the last build.
    struct Seen: Hashable {
        var told = ""
        var files: [String: [UInt8]]?
    }

    private(set) var seen = Seen()

    init(seed: UInt64) throws { edited = try EditedSite(seed: seed) }

    private var site: SampleSite { edited.site }

    /// Builds after edits, and demands that bytes and diagnostics are those of a build from nothing, that the same is
    /// served and told by `check`, and that no more pages were made than the edits allow.
    ///
    /// - Parameters:
    ///   - isQuick: whether `check` and what is served are left out.
    ///   - cold: what a build from nothing gives, where that is known.
    mutating func expectAsFromNothing(
        after edits: [SiteChange], _ edition: Edition, isQuick: Bool = false, cold known: Seen? = nil
    ) throws {
        for known in last.keys { since[known, default: []] += edits }
        tally.builds += 1
        let (warm, made) = try warm(edition)
        let cold = try known ?? Self.cold(site, edition)
        #expect(warm.text == cold.told, "\(edits)")
        if !isQuick { try expectTheSameIsTold(after: edits, edition) }
        let output = try site.output()
        seen = cold
        if !edition.isLenient { isRefused = cold.files == nil }
        guard let files = cold.files else {
            let isUntouched = output == standing
            #expect(isUntouched, "\(edits): published in spite of errors")
            return
        }
        if !isQuick { try expectTheSameOnDemand(files, after: edits, edition) }
        let different = Set(output.keys).union(files.keys).filter { output[$0] != files[$0] }
        #expect(different.isEmpty, "\(edits): \(different.sorted().prefix(5))")
        let pages = files.keys.filter { $0.hasSuffix(".html") }
        let madePages = made.intersection(pages)
        #expect(warm.summary?.made == madePages.count, "\(edits)")
        expectNoMoreMade(madePages, files, edition)
        (standing, last[edition], since[edition]) = (files, files, [])
        if !edition.isLenient { try edited.remember() }
        tally.published += 1
        tally.pages += pages.count
        tally.made += madePages.count
        lastMade = madePages.count
    }

    /// Pages whose bytes are others than in the last build of this edition, or than those that stand there, have to be
    /// made; of the others only those that the edits since then reach.
    private mutating func expectNoMoreMade(
        _ made: Set<String>, _ files: [String: [UInt8]], _ edition: Edition
    ) {
        guard let before = last[edition], let edits = since[edition] else { return }
        if edits.count == 1 { tally.single += 1 }
        let idle = made.filter { files[$0] == before[$0] && files[$0] == standing[$0] }
        func texts(_ address: String) -> [String] {
            [before, files].compactMap { files in files[address].map { String(decoding: $0, as: UTF8.self) } }
        }
        // Behind the title of a namesake its id stands, by which the two are told apart.
        func title(_ text: String) -> Substring? { text.firstMatch(of: /<title>(.+?)(?: \([^<]*?\) — | — |<)/)?.1 }
        let titles: [Substring: Int] = Set(before.keys).union(files.keys).filter { $0.hasSuffix(".html") }
            .reduce(into: [:]) { count, address in
                for title in Set(texts(address).compactMap(title)) { count[title, default: 0] += 1 }
            }
        let bound = RenderBound(changes: edits) { address, name in
            texts(address).contains { $0.contains(name) }
        } hasNamesakes: { address in
            texts(RenderBound.page(of: address)).compactMap(title).contains { titles[$0, default: 0] > 1 }
        }
        let needless = idle.filter { !bound.allows($0) }
        #expect(needless.isEmpty, "\(edits): made without need were \(needless.sorted())")
        tally.idle += idle.count
    }

    /// Builds with the cache; which files were written and not taken over.
    private func warm(_ edition: Edition) throws -> (BuildReport, made: Set<String>) {
        var request = try site.request()
        edition.apply(to: &request)
        request.store = BuildStore.open(site.folder.path(Self.cache))
        let log = WriteLog()
        let report = try SiteBuild.run(request) { output throws(FileError) in
            LoggedOutput(sink: try OutputTransaction(replacing: output, keepsSpare: true), log: log)
        }
        return (report, log.paths)
    }

    /// The wishes too, which a check tells besides.
    private func expectTheSameIsTold(after edits: [SiteChange], _ edition: Edition) throws {
        var request = try site.request(jobs: 1)
        edition.apply(to: &request)
        let cold = try SiteBuild.check(request)
        request.store = BuildStore.open(site.folder.path(Self.cache))
        #expect(try SiteBuild.check(request).text == cold.text, "\(edits)")
    }

    /// Every address of the built site has its bytes when they are made for one who asks, and there is no other; the
    /// addresses of pages.
    private func expectTheSameOnDemand(
        _ files: [String: [UInt8]], after edits: [SiteChange], _ edition: Edition
    ) throws {
        var request = try site.request()
        edition.apply(to: &request)
        let served = SiteOnDemand(try #require(try SiteBuild.assemble(request).files))
        #expect(try Set(served.paths().map(\.text)) == Set(files.keys), "\(edits)")
        let different = try files.filter { path, bytes in try served.bytes(at: SitePath(path)) != bytes }
        #expect(different.isEmpty, "\(edits): \(different.keys.sorted().prefix(5)) as they are served")
    }

    /// What is told and published by a build that knows nothing; nothing is published in case of errors.
    static func cold(_ site: SampleSite, _ edition: Edition) throws -> Seen {
        var request = try site.request(jobs: 1)
        edition.apply(to: &request)
        let output = MemoryOutput()
        let report = try SiteBuild.run(request) { _ throws(FileError) in output }
        let files = Dictionary(uniqueKeysWithValues: output.files.map { ($0.key.text, $0.value) })
        return Seen(told: report.text, files: report.summary == nil ? nil : files)
    }
}

/// Which files a build has written, those that it took over from the tree before left out.
final class WriteLog: Sendable {
    private let written = Mutex<Set<String>>([])

    var paths: Set<String> { written.withLock { $0 } }

    func note(_ path: SitePath) { written.withLock { _ = $0.insert(path.text) } }
}

/// An output that notes what is written to it.
struct LoggedOutput: OutputSink {
    let sink: OutputTransaction
    let log: WriteLog

    func write(_ path: SitePath, pieces: [[UInt8]]) throws(FileError) {
        log.note(path)
        try sink.write(path, pieces: pieces)
    }

    var earlier: Manifest? { sink.earlier }
    func stands(_ entry: Manifest.Entry) -> Bool { sink.stands(entry) }
    func takeOver(_ entry: Manifest.Entry) throws(FileError) -> Bool { try sink.takeOver(entry) }
    func commit(_ state: EditionState) throws(FileError) -> Manifest { try sink.commit(state) }
    func abort() { sink.abort() }
}
