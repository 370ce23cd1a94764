import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// Edits of the repository's own content, where much is asked that small sites have not.
@Suite struct OwnContentEditTests {
    /// A copy of the site that may be edited.
    private static func copy() throws -> SampleSite {
        let site = try SampleSite()
        for name in ["album.yml", "content", "themes"] {
            if site.folder.contains(name) { try site.folder.remove(name) }
            try FileManager.default.copyItem(
                atPath: SampleSite.repository.appendingPathComponent(name).path, toPath: site.folder.path(name))
        }
        return site
    }

    private static func build(_ site: SampleSite) throws -> BuildReport {
        try site.build { $0.store = BuildStore.open(site.folder.path(".album-cache")) }
    }

    /// Edits files between two builds, and demands of the second what a build from nothing gives.
    private static func expectAsFromNothing(after edits: [(path: String, old: String, new: String)]) throws {
        let site = try copy()
        _ = try build(site)
        for (path, old, new) in edits {
            let text = try site.folder.text(path)
            try #require(text.contains(old), "\(path)")
            try site.folder.write(text.replacing(old, with: new, maxReplacements: 1), to: path)
        }
        let report = try build(site)
        #expect(report.summary != nil, "\(report.text)")
        let output = MemoryOutput()
        _ = try SiteBuild.run(try site.request(jobs: 2)) { _ throws(FileError) in output }
        let warm = try site.output()
        let different = output.files.filter { warm[$0.key.text] != $0.value }.map(\.key.text)
        #expect(different.isEmpty, "\(different.sorted().prefix(5))")
    }

    @Test func whatBindsARegionIsShownInTheRegionThatItNames() throws {
        try Self.expectAsFromNothing(after: [
            ("content/documents/order-02-2066.md", "region: Челябинская область", "region: Свердловская область")
        ])
    }

    /// The new entry has the position that the old one had.
    @Test func anEntryInAnothersPlaceIsAnother() throws {
        let entry = "  - id: minobr-chelyabinsk\n"
        let new = """
              - id: novoe
                name: Новое ведомство
                type: министерство
                group: Организации Челябинской области

            """
        try Self.expectAsFromNothing(after: [
            ("content/vocabularies/organisations.yml", entry, new + entry),
            (
                "content/documents/order-02-2066.md", "issuer: Минобрнауки Челябинской области",
                "issuer: Новое ведомство"
            ),
        ])
    }
}
