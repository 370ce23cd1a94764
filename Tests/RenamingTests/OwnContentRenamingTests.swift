import Catalog
import Diagnostics
import Files
import Formats
import SiteBuilder
import TestSupport
import Testing

@testable import Renaming

/// Materials of the repository's own content under other names: the site says what it said, and differs in addresses.
@Suite struct OwnContentRenamingTests {
    /// What is put behind each name: it sorts right before the end of the file's name, so that the order of files stays.
    private static let mark = "-zz"

    /// Some of each folder, the one with a file of its own, and the one that `album.yml` names.
    private static func sample(_ paths: [String]) -> [String] {
        let always = ["events/rma-contest-2023.md", "pages/about.md"]
        let rest = paths.enumerated().filter { $0.offset % 9 == 4 && !always.contains($0.element) }.map(\.element)
        return always + rest
    }

    @Test func aSampleOfAllMaterialsCanBeRenamed() throws {
        let site = try RenamedSite()
        let before = try SiteBuild.check(try site.request).diagnostics
        let old = try site.output()
        let survey = try #require(try SiteBuild.survey(try site.request).survey)
        let sample = Self.sample(survey.catalog.materials.map(\.path))
        #expect(sample.count > 8)
        for path in sample {
            try site.rename(path, to: String(path.dropLast(3)) + Self.mark)
        }
        // Nothing is said that was not, but for the names in it.
        func told(_ diagnostics: [Diagnostic]) -> [String] {
            diagnostics.map { "\($0.code.name) \($0.location.path) \($0.arguments)".replacing(Self.mark, with: "") }
                .sorted()
        }
        #expect(told(try SiteBuild.check(try site.request).diagnostics) == told(before))
        try expectTheSame(old, try site.output(), sample)
    }

    /// Pages and data are the same when the mark is taken out of the new ones; old addresses lead on.
    private func expectTheSame(
        _ old: [String: [UInt8]], _ new: [String: [UInt8]], _ sample: [String]
    ) throws {
        // Named by their contents, of places in texts, or of all files; rules for servers, of which the old site has none; what
        // has moved.
        func isCompared(_ path: String) -> Bool {
            !path.hasPrefix("search/") && !path.hasPrefix(OnlineFiles.serverFolder)
                && !["manifest.json", "sitemap.xml", "edition.json"].contains(path)
        }
        func plain(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).replacing(Self.mark, with: "") }
        let renamed = Dictionary(
            new.filter { $0.key.contains(Self.mark) }.map { ($0.key.replacing(Self.mark, with: ""), $0.value) }
        ) { $1 }
        for path in sample {
            let address = Address.page(ofPath: path).text
            #expect(renamed[address] != nil && new[address].map(plain)?.contains("http-equiv=\"refresh\"") == true)
        }
        var different: [String] = []
        for (path, bytes) in old where isCompared(path) {
            guard let other = renamed[path] ?? new[path], plain(other) == plain(bytes) else {
                different.append(path)
                continue
            }
        }
        #expect(different.isEmpty, "\(different.sorted().prefix(9))")
        let known = Set(old.keys)
        let more = new.keys.filter { isCompared($0) && !known.contains($0.replacing(Self.mark, with: "")) }
        #expect(more.isEmpty, "\(more.sorted().prefix(9))")
    }
}
