import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// What a build keeps for the next one: how much of the site is made again, and that it is never trusted in doubt.
@Suite struct BuildCacheTests {
    private static let cache = ".album-cache"

    private static func warm(_ site: SampleSite, _ change: (inout BuildRequest) -> Void = { _ in }) throws
        -> BuildReport
    {
        try site.build { request in
            request.store = BuildStore.open(site.folder.path(cache))
            change(&request)
        }
    }

    /// Builds as from nothing beside the folder and compares every byte.
    private static func expectTheSameAsFromNothing(_ site: SampleSite) throws {
        let output = MemoryOutput()
        _ = try SiteBuild.run(try site.request(jobs: 1)) { _ throws(FileError) in output }
        let cold = Dictionary(uniqueKeysWithValues: output.files.map { ($0.key.text, $0.value) })
        let warm = try site.output()
        let different = Set(cold.keys).union(warm.keys).filter { cold[$0] != warm[$0] }
        #expect(different.isEmpty, "\(different.sorted().prefix(5))")
    }

    // MARK: How much

    @Test func nothingIsMadeAgainWhereNothingChanged() throws {
        let site = try EditedSite(seed: 1).site
        let first = try #require(try Self.warm(site).summary)
        #expect(first.made == first.counts.pages)
        #expect(try Self.warm(site).summary?.made == 0)
    }

    @Test func afterABodyItsPageAloneIsMade() throws {
        let site = try EditedSite(seed: 1).site
        _ = try Self.warm(site)
        let path = "content/practices/p2.md"
        try site.folder.write(try site.folder.text(path) + "\nЕщё слово.\n", to: path)
        #expect(try Self.warm(site).summary?.made == 1)
        try Self.expectTheSameAsFromNothing(site)
    }

    @Test func afterATitlePagesThatShowItAreMade() throws {
        let site = try EditedSite(seed: 1).site
        let pages = try #require(try Self.warm(site).summary?.counts.pages)
        let path = "content/practices/p2.md"
        try site.folder.write(try site.folder.text(path).replacing("Практика 2", with: "Другое имя"), to: path)
        let made = try #require(try Self.warm(site).summary?.made)
        #expect(made > 1 && made < pages * 2 / 3, "\(made) of \(pages)")
        #expect(try site.page("practices/p1.html").contains("Другое имя"))
        try Self.expectTheSameAsFromNothing(site)
    }

    @Test func afterAnotherKeyOfTheConfigurationAllPagesAreMade() throws {
        let site = try EditedSite(seed: 1).site
        let pages = try Self.warm(site).summary?.counts.pages
        let text = try site.folder.text("album.yml")
        try site.folder.write(text.replacing("title: ", with: "title: Новый "), to: "album.yml")
        let report = try Self.warm(site)
        #expect(report.summary?.made == pages, "\(report.text)")
    }

    @Test func withoutACacheAllIsMade() throws {
        let site = try EditedSite(seed: 1).site
        let pages = try Self.warm(site).summary?.counts.pages
        #expect(try site.build().summary?.made == pages)
    }

    // MARK: Never trusted in doubt

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7] as [UInt64])
    func aDamagedCacheIsMadeAnew(seed: UInt64) throws {
        let site = try EditedSite(seed: 1).site
        _ = try Self.warm(site)
        let file = Self.cache + "/store.db"
        var bytes = try site.folder.bytes(file)
        var numbers = SeededNumbers(seed: seed)
        switch seed {
        case 0: bytes = []
        case 1: bytes.removeLast(bytes.count / 2)
        case 2: bytes = Array("это не база".utf8)
        default:
            for _ in 0..<200 {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
            }
        }
        try site.folder.write(bytes, to: file)
        let path = "content/practices/p3.md"
        try site.folder.write(try site.folder.text(path) + "\nЕщё слово.\n", to: path)
        _ = try Self.warm(site)
        try Self.expectTheSameAsFromNothing(site)
        _ = try Self.warm(site)
        try Self.expectTheSameAsFromNothing(site)
    }

    @Test func aFileOfEqualSizeAndTimeIsReadAgain() throws {
        let site = try EditedSite(seed: 1).site
        let path = "content/practices/p2.md"
        let file = URL(fileURLWithPath: site.folder.path(path))
        let old = Date(timeIntervalSince1970: 1_600_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        _ = try Self.warm(site)
        try site.folder.write(try site.folder.text(path).replacing("Слово о", with: "Слово и"), to: path)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        _ = try Self.warm(site)
        #expect(try site.page("practices/p2.html").contains("Слово и"))
    }

    @Test func whatStandsInThePublishedFolderIsNotTrusted() throws {
        let site = try EditedSite(seed: 1).site
        _ = try Self.warm(site)
        let page = try site.page("practices/p2.html")
        try site.folder.write(page.replacing("Слово о", with: "Чужое"), to: "public/practices/p2.html")
        _ = try Self.warm(site)
        #expect(try site.page("practices/p2.html") == page)
    }

    @Test func anotherBuildHasTheCache() throws {
        let site = try EditedSite(seed: 1).site
        _ = try Self.warm(site)
        let path = "content/practices/p2.md"
        try site.folder.write(try site.folder.text(path) + "\nЕщё слово.\n", to: path)
        // While one build reads, another one goes on without the cache.
        let progress: @Sendable (Stage) -> Void = { [site] stage in
            guard stage == .link else { return }
            let second = try? SiteBuild.check(
                BuildRequest(
                    root: DiskFileSystem(root: site.folder.path), parallel: Parallel(jobs: 1),
                    installedThemes: DiskFileSystem(root: site.folder.path("standard")),
                    store: BuildStore.open(site.folder.path(Self.cache))))
            #expect(second != nil)
        }
        _ = try Self.warm(site) { $0.progress = progress }
        try Self.expectTheSameAsFromNothing(site)
    }

    @Test func aLinkInPlaceOfTheCacheIsNotFollowed() throws {
        let site = try EditedSite(seed: 1).site
        let elsewhere = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path(Self.cache), withDestinationPath: elsewhere.path)
        _ = try Self.warm(site)
        #expect(try elsewhere.files(below: "").isEmpty)
        try Self.expectTheSameAsFromNothing(site)
    }

    @Test func ofFilesThatAreGoneNothingIsKept() throws {
        let site = try EditedSite(seed: 1).site
        _ = try Self.warm(site)
        try site.folder.remove("content/practices/p5.md")
        _ = try Self.warm(site) { $0.isLenient = true }
        let store = try #require(BuildStore.open(site.folder.path(Self.cache)))
        let names = store.names(in: .materials)
        #expect(names.contains("practices/p4.md") && !names.contains("practices/p5.md"))
    }
}

/// Why a page was made again.
@Suite struct ExplanationTests {
    private static func lines(_ site: SampleSite, _ address: String) throws -> [String] {
        try site.build { request in
            request.store = BuildStore.open(site.folder.path(".album-cache"))
            request.explained = address
        }.explanation
    }

    @Test func aPageSaysWhatHasChanged() throws {
        let site = try EditedSite(seed: 1).site
        #expect(
            try Self.lines(site, "practices/p1.html")
                == ["practices/p1.html: собрана, прежней страницы с таким адресом нет"])
        #expect(
            try Self.lines(site, "practices/p1.html")
                == ["practices/p1.html: прежняя, всё, что на ней показано, осталось как было"])
        let path = "content/practices/p2.md"
        try site.folder.write(try site.folder.text(path).replacing("Практика 2", with: "Другое имя"), to: path)
        let lines = try Self.lines(site, "practices/p1.html")
        #expect(lines.first == "practices/p1.html: собрана заново, изменилось:")
        #expect(lines.contains("  название или адрес content/practices/p2.md"), "\(lines)")
        #expect(!lines.contains { $0.contains("p5.md") }, "\(lines)")
        #expect(try Self.lines(site, "net.html") == ["net.html: такой страницы на сайте нет"])
    }
}
