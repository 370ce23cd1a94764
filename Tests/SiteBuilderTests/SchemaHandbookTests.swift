import Catalog
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Pages
@testable import SiteBuilder

/// `handbook/schema.html`: every key is explained, and what is shown is right.
@Suite struct SchemaHandbookTests {
    @Test func everyPlaceIsExplained() {
        let places = Set(SchemaSection.all.map(\.subject))
        let missing = SchemaPlace.allCases.filter { !places.contains(.keys($0)) }
        #expect(missing.isEmpty, "\(missing)")
        #expect(places.isSuperset(of: [.types, .views, .rowColumns, .forms, .entryForms, .coverageRoles]))
        #expect(places.count == SchemaSection.all.count)
    }

    @Test(arguments: SchemaSection.all.indices)
    func whatIsKnownIsExplainedAndWhatIsExplainedIsKnown(index: Int) {
        let section = SchemaSection.all[index]
        #expect(section.entries.map(\.name).sorted() == section.known.sorted(), "\(section.id)")
    }

    @Test(arguments: SchemaSection.all.indices)
    func everySampleIsAPartOfTheSampleSite(index: Int) {
        let texts = SchemaSample.shown.map(\.text)
        for entry in SchemaSection.all[index].entries {
            #expect(texts.contains { $0.contains(entry.sample) }, "\(entry.name): \(entry.sample)")
            if case .keys = SchemaSection.all[index].subject,
                !["points", "fields", "entries", "sections", "tables", "columns", "sharing"].contains(entry.name)
            {
                #expect(entry.sample.contains(entry.name + ":"), "\(entry.name): \(entry.sample)")
            }
        }
    }

    @Test func theSampleSiteIsBuiltWithoutAMessage() throws {
        let site = try TemporaryFolder()
        for (path, text) in SchemaSample.shown + SchemaSample.beside { try site.write(text, to: path) }
        let themes = SampleSite.repository.appendingPathComponent("themes").resolvingSymlinksInPath()
        try FileManager.default.copyItem(atPath: themes.path, toPath: site.path("themes"))
        let root = try DiskFileSystem(root: site.path)
        var request = BuildRequest(root: root, parallel: Parallel(jobs: 2))
        request.wishes = .told
        let report = try SiteBuild.run(request)
        #expect(report.diagnostics.isEmpty, "\(DiagnosticPrinter(language: .ru).report(report.diagnostics))")
        #expect(report.summary != nil)
        // A kind that extends another has all that the other has.
        let page = try site.text("public/school-plans/first.html").withoutBreaks
        #expect(page.contains("Бюджет") && page.contains("id=\"model-title\""))
        #expect(try site.text("public/calendar.html").withoutBreaks.contains("Вечер чтения"))
        // Columns that a table keeps are in its data.
        let files = try site.files(below: "public/data").map { try site.text("public/data/" + $0) }
        #expect(files.contains { $0.contains("Кабинет") && $0.contains("12") })
        #expect(files.contains { $0.contains("\"Кабинет\":\"12\"") || $0.contains("\"Кабинет\": \"12\"") })
    }

    @Test func thePageHasARowForEachKeyInBothLanguages() throws {
        let page = try #require(try OwnSite.shared.get().pages["handbook/schema.html"])
        let missing = SchemaSection.all.flatMap { section in section.entries.map { "\(section.id)-\($0.name)" } }
            .filter { !page.ids.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
        for entry in SchemaSection.all.flatMap(\.entries) {
            #expect(!entry.about.ru.isEmpty && !entry.about.en.isEmpty)
        }
    }
}
