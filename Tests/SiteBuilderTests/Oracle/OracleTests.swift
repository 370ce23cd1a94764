import Diagnostics
import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// A build after an edit gives what a build from nothing gives, in every byte and in every diagnostic, and so does a
/// site of which nothing is written.
///
/// The site is edited at random and built again in its folder; beside it the same sources are built into memory by one
/// thread, with nothing that an earlier build has left. `ALBUM_LONG_TESTS` makes ten times as many edits.
@Suite struct OracleTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil

    /// Edits of one run; the runs differ in their seeds.
    private static let edits = isLong ? 500 : 50

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func anEditedSiteIsBuiltAsFromNothing(seed: UInt64) throws {
        var edited = try EditedSite(seed: seed)
        var numbers = SeededNumbers(seed: seed &+ 77)
        var made: [SiteEdit] = []
        while made.count < Self.edits {
            // Mostly one edit between two builds, sometimes a burst.
            var burst: [SiteEdit] = []
            for _ in 0..<(Int.random(in: 0..<5, using: &numbers) == 0 ? 6 : 1) {
                guard let edit = SiteEdit.allCases.randomElement(using: &numbers), try edited.make(edit) else {
                    continue
                }
                burst.append(edit)
            }
            guard !burst.isEmpty else { continue }
            made += burst
            let isLenient = Int.random(in: 0..<4, using: &numbers) == 0
            let hasDrafts = Int.random(in: 0..<6, using: &numbers) == 0
            try expectTheSame(edited.site, after: burst) { request in
                request.isLenient = isLenient
                request.includesDrafts = hasDrafts
            }
        }
    }

    @Test func everyEditIsMadeAndSeen() throws {
        let before = try Self.cold(EditedSite(seed: 5).site) { $0.isLenient = true }
        for edit in SiteEdit.allCases where edit != .nothing && edit != .mended && edit != .draft {
            var edited = try EditedSite(seed: 5)
            #expect(try edited.make(edit), "\(edit)")
            let after = try Self.cold(edited.site) { $0.isLenient = true }
            #expect(before.files != after.files || before.told != after.told, "\(edit) changes nothing")
        }
    }

    private func expectTheSame(
        _ site: SampleSite, after edits: [SiteEdit], _ change: (inout BuildRequest) -> Void
    ) throws {
        let earlier = try site.output()
        let warm = try site.build { request in
            change(&request)
            request.store = BuildStore.open(site.folder.path(".album-cache"))
        }
        let cold = try Self.cold(site, change)
        #expect(warm.text == cold.told, "\(edits)")
        try expectTheSameIsTold(site, after: edits, change)
        let output = try site.output()
        guard let files = cold.files else {
            #expect(output == earlier, "\(edits): published in spite of errors")
            return
        }
        try expectTheSameOnDemand(site, files, after: edits, change)
        let different = Set(output.keys).union(files.keys).filter { output[$0] != files[$0] }
        #expect(different.isEmpty, "\(edits): \(different.sorted().prefix(5))")
    }

    /// The wishes too, which a check tells besides.
    private func expectTheSameIsTold(
        _ site: SampleSite, after edits: [SiteEdit], _ change: (inout BuildRequest) -> Void
    ) throws {
        var request = try site.request(jobs: 1)
        change(&request)
        let cold = try SiteBuild.check(request)
        request.store = BuildStore.open(site.folder.path(".album-cache"))
        #expect(try SiteBuild.check(request).text == cold.text, "\(edits)")
    }

    /// Every address of the built site has its bytes when they are made for one who asks, and there is no other.
    private func expectTheSameOnDemand(
        _ site: SampleSite, _ files: [String: [UInt8]], after edits: [SiteEdit], _ change: (inout BuildRequest) -> Void
    ) throws {
        var request = try site.request()
        change(&request)
        let served = SiteOnDemand(try #require(try SiteBuild.assemble(request).files))
        #expect(try Set(served.paths().map(\.text)) == Set(files.keys), "\(edits)")
        let different = try files.filter { path, bytes in try served.bytes(at: SitePath(path)) != bytes }
        #expect(different.isEmpty, "\(edits): \(different.keys.sorted().prefix(5)) as they are served")
    }

    /// What is told and published by a build that knows nothing; nothing is published in case of errors.
    private static func cold(
        _ site: SampleSite, _ change: (inout BuildRequest) -> Void
    ) throws -> (told: String, files: [String: [UInt8]]?) {
        var request = try site.request(jobs: 1)
        change(&request)
        let output = MemoryOutput()
        let report = try SiteBuild.run(request) { _ throws(FileError) in output }
        let files = Dictionary(uniqueKeysWithValues: output.files.map { ($0.key.text, $0.value) })
        return (report.text, report.summary == nil ? nil : files)
    }
}
