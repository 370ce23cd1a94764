import Books
import Catalog
import Diagnostics
import Files
import Search
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// The words of files that pages offer are words of these pages to the search.
@Suite struct AttachedTextTests {
    private static let path = "practices/kvest.md"

    private func site(_ files: [String: [UInt8]], _ attachments: String, settings: String = "") throws -> SampleSite {
        let site = try SampleSite([
            "content/" + Self.path: SampleSite.practice(
                "Квест", "attachments: [\(attachments)]", body: "Ход.\n\n[Бланк](blank.odt)")
        ])
        let own = ["blank.odt": try Self.office("practice.odt")]
        for (name, bytes) in own.merging(files, uniquingKeysWith: { $1 }) {
            try site.folder.write(bytes, to: "content/practices/" + name)
        }
        try site.folder.write(try site.folder.text("album.yml") + settings, to: "album.yml")
        return site
    }

    private static func office(_ name: String) throws -> [UInt8] {
        let path = SampleSite.repository.appendingPathComponent("Tests/Fixtures/office/" + name).path
        return try DiskFileSystem.readFile(path)
    }

    private func body(_ site: SampleSite, _ store: BuildStore? = nil) throws -> (text: String, told: [Diagnostic]) {
        var request = try site.request()
        request.store = store
        let (linked, all) = try SiteBuild.linked(request)
        let told = all.filter { $0.code.name != "orphan" }
        let home = try #require(linked?.home)
        let index = try #require(home.album.published.first { home.album.catalog.materials[$0].path == Self.path })
        return (SearchPages(home: home).document(.material(index), ReadLog()).body, told)
    }

    /// A PDF of one page, as small as it can be.
    private static func pdf(_ text: String) -> [UInt8] {
        let content = text.isEmpty ? "" : "BT /F1 12 Tf 20 100 Td (\(text)) Tj ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        let body = objects.enumerated().map { "\($0 + 1) 0 obj\($1)endobj\n" }.joined()
        return Array("%PDF-1.4\n\(body)trailer<</Root 1 0 R/Size 6>>\n".utf8)
    }

    @Test func filesInTheListAndInTheTextAreSearchedUnderTheirNames() throws {
        let site = try site(["chto-teryaetsya.docx": try Self.office("losses.docx")], "chto-teryaetsya.docx")
        let (text, told) = try body(site)
        #expect(told.isEmpty, "\(told)")
        #expect(text.contains(SearchDocument.file(named: "chto-teryaetsya.docx", "Семинар о потерях\n")), "\(text)")
        #expect(text.contains(SearchDocument.file(named: "blank.odt", "Семинар\n")), "\(text)")
        #expect(text.contains("Обсудить оценку."), "\(text)")
    }

    @Test func aFileThatCannotBeReadIsToldAndPublished() throws {
        let whole = try Self.office("practice.docx")
        let site = try site(["pol.docx": Array(whole[..<(whole.count / 2)])], "pol.docx")
        let report = try site.build()
        #expect(report.summary != nil)
        let told = report.diagnostics.filter { $0.location.path == "content/practices/pol.docx" }
        #expect(told.map(\.code.name) == ["unsearched-file"] && told.map(\.severity) == [.warning], "\(report.text)")
        #expect(site.folder.contains("public/practices/pol.docx"))
    }

    @Test(.enabled(if: PDFText.find() != nil, "pdftotext is missing: apt-get install poppler-utils"))
    func textsOfPDFsAreSearchedWhereTheSiteSaysSo() throws {
        let files = ["a.pdf": Self.pdf("Pervye slova"), "skan.pdf": Self.pdf("")]
        let silent = try body(try site(files, "a.pdf, skan.pdf"))
        #expect(silent.told.isEmpty && !silent.text.contains("Pervye"), "\(silent)")
        let searched = try body(try site(files, "a.pdf, skan.pdf", settings: "search-pdf: да\n"))
        #expect(searched.text.contains(SearchDocument.file(named: "a.pdf", "Pervye slova")), "\(searched)")
        #expect(searched.told.map(\.code.name) == ["scanned-file"], "\(searched)")
    }

    /// A build takes over what it read before, sees what is changed, and forgets what is gone.
    @Test func aFileIsReadOncePerState() throws {
        let site = try site(["a.docx": try Self.office("losses.docx")], "a.docx")
        func build() throws -> (text: String, names: Int) {
            let store = try #require(BuildStore.open(site.folder.path(".album-cache")))
            let text = try body(site, store).text
            store.commit()
            return (text, store.names(in: .files).count)
        }
        let first = try build().text
        #expect(try build().text == first)
        try site.folder.write(try Self.office("practice.docx"), to: "content/practices/a.docx")
        let second = try build().text
        #expect(second != first && !second.contains("потерях"))
        try site.folder.write(SampleSite.practice("Квест"), to: "content/" + Self.path)
        for name in ["a.docx", "blank.odt"] { try site.folder.remove("content/practices/" + name) }
        #expect(try build().names == 0)
    }
}
