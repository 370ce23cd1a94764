import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import SiteBuilder

/// The repository's own site, built once for all tests of this file.
final class OwnSite: Sendable {
    static let shared = Result { try OwnSite() }

    let report: BuildReport
    /// Path → bytes of everything that is published.
    let files: [String: [UInt8]]
    /// Path → tags of every page.
    let pages: [String: LinkScanner]

    private init() throws {
        let root = SampleSite.repository
        let output = try TemporaryFolder()
        report = try SiteBuild.run(
            BuildRequest(
                root: try DiskFileSystem(root: root.path), parallel: Parallel(jobs: 2), output: output.path("site")))
        var files: [String: [UInt8]] = [:]
        for path in try output.files(below: "site") { files[path] = try output.bytes("site/" + path) }
        self.files = files
        pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { LinkScanner($0) }
    }

    /// Files with this end of their names, sorted by path.
    func files(_ suffix: String) -> [(path: String, bytes: [UInt8])] {
        files.filter { $0.key.hasSuffix(suffix) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Pages sorted by path.
    var sortedPages: [(path: String, page: LinkScanner)] { pages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    /// The file and the place that an address on a page means; nothing for an address outside the site.
    ///
    /// `../practices/kvest.html?q=1#khod` on `directions/znanie.html` gives `practices/kvest.html` and `khod`.
    static func target(of address: String, on page: String) -> (path: String, anchor: String?)? {
        for scheme in ["http:", "https:", "mailto:", "tel:", "data:"] where address.hasPrefix(scheme) { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        if path.isEmpty { return (page, anchor) }
        var folders = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": if folders.isEmpty { return ("(outside)", nil) } else { folders.removeLast() }
            default: folders.append(String(part).removingPercentEncoding ?? String(part))
            }
        }
        return (folders.joined(separator: "/"), anchor)
    }
}

@Suite struct OwnContentTests {
    let site: OwnSite

    init() throws { site = try OwnSite.shared.get() }

    @Test func theContentBuildsWithoutErrorAndWarning() {
        let worse = site.report.diagnostics.filter { $0.severity != .hint }
        #expect(worse.isEmpty, "\(DiagnosticPrinter(language: .ru).report(worse))")
        #expect(site.report.summary != nil)
        #expect(site.pages.count > 100)
    }

    @Test func everyLinkLeadsToAFileAndEveryAnchorToAPlace() {
        var broken: [String] = []
        for (path, page) in site.sortedPages {
            for address in page.addresses {
                guard let (file, anchor) = OwnSite.target(of: address, on: path) else { continue }
                if site.files[file] == nil {
                    broken.append("\(path): \(address)")
                } else if let anchor, !anchor.isEmpty, let target = site.pages[file] {
                    let wanted = anchor.removingPercentEncoding ?? anchor
                    if !target.ids.contains(wanted) { broken.append("\(path): \(address) (no such place)") }
                }
            }
        }
        #expect(broken.isEmpty, "\(broken.count) broken links: \(broken.prefix(20).joined(separator: "\n"))")
    }

    @Test func aPageLinksToFilesAndNotToFolders() {
        var folders: [String] = []
        for (path, page) in site.sortedPages {
            for address in page.addresses where OwnSite.target(of: address, on: path) != nil {
                let file = address.prefix { $0 != "#" && $0 != "?" }
                if file.hasSuffix("/") || file == "." || file == ".." { folders.append("\(path): \(address)") }
            }
        }
        #expect(folders.isEmpty, "\(folders.prefix(20))")
    }

    @Test func onlyThePageForMissingAddressesLinksFromTheRoot() {
        var absolute: [String] = []
        for (path, page) in site.sortedPages where path != "404.html" {
            absolute += page.addresses.filter { $0.hasPrefix("/") }.map { "\(path): \($0)" }
        }
        #expect(absolute.isEmpty, "\(absolute.prefix(20))")
        let relative = site.pages["404.html"]?.addresses.filter { !$0.hasPrefix("/") && !$0.hasPrefix("#") }
        #expect(relative?.isEmpty == true, "\(relative ?? [])")
    }

    @Test func idsAreUniqueOnEachPage() {
        var doubles: [String] = []
        for (path, page) in site.sortedPages {
            var seen: Set<String> = []
            doubles += page.ids.filter { !seen.insert($0).inserted }.map { "\(path): \($0)" }
            if page.ids.contains(where: { $0.isEmpty || $0.contains(" ") }) {
                doubles.append("\(path): empty or spaced")
            }
        }
        #expect(doubles.isEmpty, "\(doubles.prefix(20))")
    }

    @Test func titlesOfPagesAreUnique() {
        let byTitle = Dictionary(grouping: site.sortedPages, by: \.page.title).filter { $0.value.count > 1 }
        let doubles = byTitle.map { "\($0.key): \($0.value.map(\.path).joined(separator: ", "))" }.sorted()
        #expect(doubles.isEmpty, "\(doubles.joined(separator: "\n"))")
        #expect(!site.sortedPages.contains { $0.page.title.isEmpty })
    }

    @Test func noPageHoldsAStyleOrAScriptOfItsOwn() {
        var found: [String] = []
        for (path, page) in site.sortedPages {
            for tag in page.tags {
                if tag.name == "style" || tag["style"] != nil { found.append("\(path): style in <\(tag.name)>") }
                for (name, _) in tag.attributes where name.hasPrefix("on") { found.append("\(path): \(name)") }
                if tag.name == "script", tag["src"] == nil, tag["type"] != "application/ld+json" {
                    found.append("\(path): a script without src")
                }
            }
            if page.addresses.contains(where: { $0.lowercased().hasPrefix("javascript:") }) {
                found.append("\(path): javascript:")
            }
        }
        #expect(found.isEmpty, "\(found.prefix(20))")
    }

    @Test func everyPageHasItsContentSecurityPolicyAndLanguage() {
        for (path, page) in site.sortedPages {
            let policies = page.tags.filter { $0.name == "meta" && $0["http-equiv"] == "Content-Security-Policy" }
            #expect(policies.count == 1, "\(path)")
            let policy = policies.first?["content"] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(path)")
            #expect(page.tags.first { $0.name == "html" }?["lang"] == "ru", "\(path)")
        }
    }

    @Test func noPageLoadsAnythingFromElsewhere() {
        let loading: Set<String> = ["script", "img", "iframe", "source", "video", "audio", "embed", "object"]
        var foreign: [String] = []
        for (path, page) in site.sortedPages {
            for tag in page.tags where loading.contains(tag.name) || (tag.name == "link" && tag["rel"] != "canonical") {
                for address in [tag["src"], tag["href"]].compactMap(\.self) where address.contains("//") {
                    foreign.append("\(path): \(address)")
                }
            }
        }
        #expect(foreign.isEmpty, "\(foreign.prefix(20))")
    }

    @Test func everyPageIsReachedFromTheHomePage() {
        var reached: Set<String> = ["index.html"]
        var waiting = ["index.html"]
        while let path = waiting.popLast() {
            for address in site.pages[path]?.addresses ?? [] {
                guard let (file, _) = OwnSite.target(of: address, on: path), site.pages[file] != nil else { continue }
                if reached.insert(file).inserted { waiting.append(file) }
            }
        }
        let lost = site.pages.keys.filter { !reached.contains($0) && $0 != "404.html" }.sorted()
        #expect(lost.isEmpty, "\(lost)")
    }

    @Test func everyDataFileIsOfferedOnAPage() {
        var offered: Set<String> = []
        for (path, page) in site.sortedPages {
            for address in page.addresses { OwnSite.target(of: address, on: path).map { _ = offered.insert($0.path) } }
        }
        // Scripts are loaded by the page that compares.
        let comparing = String(decoding: site.files["compare.html"] ?? [], as: UTF8.self)
        offered.formUnion(comparing.matches(of: /data-script="([^"]+)"/).map { String($0.1) })
        let lost = site.files.keys.filter { $0.hasPrefix("data/") && !offered.contains($0) }.sorted()
        #expect(lost.isEmpty, "\(lost)")
    }

    @Test func headingsOfAPageGoDownOneLevelAtATime() {
        var faults: [String] = []
        for (path, page) in site.sortedPages {
            let levels = page.tags.compactMap { tag in
                tag.name.utf8.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
            }
            if levels.filter({ $0 == 1 }).count != 1 { faults.append("\(path): \(levels.filter { $0 == 1 }.count) h1") }
            for (left, right) in zip(levels, levels.dropFirst()) where right > left + 1 {
                faults.append("\(path): h\(right) after h\(left)")
            }
        }
        #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(20))")
    }

    @Test func everyAbbreviationIsExplained() {
        var count = 0
        for (path, page) in site.sortedPages {
            for tag in page.tags where tag.name == "abbr" {
                count += 1
                #expect(!(tag["title"] ?? "").isEmpty, "\(path)")
            }
        }
        #expect(count > 50)
    }

    @Test func everyJSONFileParses() throws {
        for (path, bytes) in site.files(".json") {
            #expect(throws: Never.self, "\(path)") {
                try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            }
        }
        for (path, bytes) in site.files(".json") where path.hasPrefix("data/") {
            let value = try JSONSerialization.jsonObject(with: Data(bytes))
            #expect(value is [[String: Any]], "\(path) is no array of objects")
        }
    }

    @Test func everyCSVFileIsARectangle() throws {
        #expect(!site.files(".csv").isEmpty)
        for (path, bytes) in site.files(".csv") {
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path) has no byte order mark")
            let rows = try #require(CSVText.rows(bytes.dropFirst(3)), "\(path) does not parse")
            #expect(Set(rows.map(\.count)).count == 1, "\(path) has rows of several lengths")
            #expect(rows.count > 1, "\(path) has no row")
        }
    }

    @Test func addressesAreLowerCaseLatin() {
        let odd = site.files.keys.filter { path in
            !path.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "/-._".utf8.contains($0)
            }
        }
        #expect(odd.isEmpty, "\(odd.sorted().prefix(20))")
    }
}

/// Reads CSV (RFC 4180).
enum CSVText {
    /// Rows of cells; nothing when a quoted cell does not end or a row does not.
    static func rows(_ bytes: ArraySlice<UInt8>) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                guard byte == 0x22 else { cell.append(byte); continue }
                if index < bytes.endIndex, bytes[index] == 0x22 {
                    cell.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22: isQuoted = true
            case 0x2C, 0x0A:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0A {
                    rows.append(row)
                    row = []
                }
            case 0x0D: continue
            default: cell.append(byte)
            }
        }
        return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
    }
}
