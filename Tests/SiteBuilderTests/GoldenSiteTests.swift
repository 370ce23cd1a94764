import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// Whole sites with what is to come of them.
///
/// ```
/// Golden/<sentence>/site/                      laid over Common/: materials, and whatever the case changes
/// Golden/<sentence>/build.txt                  optional: check, lenient, drafts, strict
/// Golden/<sentence>/expected/                  those published files that are worth pinning
/// Golden/<sentence>/expected-diagnostics.txt   everything that is said; absent when nothing is
/// ```
/// A new case: write `site/`, make empty files in `expected/`, run with `RECORD=1`, read what was written.
@Suite struct GoldenSiteTests {
    static let folder = SampleSite.tests.appendingPathComponent("Golden")

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test(arguments: cases)
    func theSiteIsAsExpected(name: String) throws {
        let golden = GoldenCase(name: name)
        let site = try SampleSite()
        try site.lay(golden.folder.appendingPathComponent("site"))
        for path in golden.removed { try site.folder.remove(path) }
        let report = try golden.build(site)
        compare(report.text, golden.folder.appendingPathComponent("expected-diagnostics.txt"))
        for path in golden.pinned {
            guard site.folder.contains("public/" + path) else {
                Issue.record("\(name): \(path) was not published")
                continue
            }
            compare(try site.page(path), golden.folder.appendingPathComponent("expected/" + path))
        }
    }

    /// Compares every file of a case, so that one run shows and records them all.
    private func compare(_ actual: String, _ file: URL) {
        if actual.isEmpty, !FileManager.default.fileExists(atPath: file.path) { return }
        do {
            try Golden.expect(actual, matchesFile: file.path)
        } catch {
            Issue.record(error)
        }
    }

    /// What only the machine, a link, a file of megabytes or a site above brings about: see ``FaultTests``, ``RootTests``.
    private static let shownElsewhere: Set<String> = [
        "huge-file", "unreadable-file", "symlink-outside", "symlink-dangling", "root-outside",
        "name-of-whole-site",
    ]

    @Test func everyCodeThatAnEditorCanCauseIsShown() throws {
        var texts = ""
        for name in Self.cases {
            let file = Self.folder.appendingPathComponent("\(name)/expected-diagnostics.txt")
            texts += FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        let codes =
            DiagnosticCode.catalogCodes + DiagnosticCode.markdownCodes + DiagnosticCode.linkingCodes
            + DiagnosticCode.siteCodes + DiagnosticCode.recordCodes + DiagnosticCode.lossCodes
        let missing = codes.map(\.name).filter { !texts.contains("[\($0)]") && !Self.shownElsewhere.contains($0) }
        #expect(missing.isEmpty, "no golden site shows \(missing)")
    }
}

/// A folder of `Golden/`.
struct GoldenCase {
    let folder: URL
    /// Words of `build.txt`: how to build.
    private let words: [String]

    init(name: String) {
        folder = GoldenSiteTests.folder.appendingPathComponent(name)
        let how = FileManager.default.contents(atPath: folder.appendingPathComponent("build.txt").path)
        words =
            how.map { String(decoding: $0, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init) } ?? []
    }

    /// Paths of `Common/` that the case does without: `without:content/kinds/album.yml`.
    var removed: [String] { words.filter { $0.hasPrefix("without:") }.map { String($0.dropFirst("without:".count)) } }

    /// Files below `expected/`.
    var pinned: [String] {
        let root = folder.appendingPathComponent("expected")
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return paths.sorted().filter { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: root.appendingPathComponent(path).path)
            return attributes?[.type] as? FileAttributeType != .typeDirectory
        }
    }

    func build(_ site: SampleSite) throws -> BuildReport {
        var request = try site.request()
        request.isLenient = words.contains("lenient")
        request.isStrict = words.contains("strict")
        request.includesDrafts = words.contains("drafts")
        return try words.contains("check") ? SiteBuild.check(request) : SiteBuild.run(request)
    }
}
