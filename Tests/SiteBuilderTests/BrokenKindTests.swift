import TestSupport
import Testing

@testable import SiteBuilder

/// Where a kind cannot be read, its file is told of, and not each material that may be its own.
@Suite struct BrokenKindTests {
    @Test(arguments: [
        ("folder: practices", "folder: \"Наши практики\"", "broken-kind"),
        ("id: practice", "id: [practice", "broken-yaml"), ("id: practice", "id: Практика", "broken-kind"),
    ])
    func theCauseAloneIsTold(line: String, broken: String, code: String) throws {
        let site = try SampleSite([
            "content/practices/kvest.md": SampleSite.practice("Квест", body: "Как [[igra]] и [игра](igra.md)."),
            "content/practices/igra.md": SampleSite.practice("Игра", "kind: practice", body: "Как [[kvest]]."),
            "content/documents/prikaz.md":
                "---\ntitle: О квестах\nsummary: О квестах\nnumber: 1-п\ndate: 2022-03-12\n---\n\nСм. [[kvest]].\n",
        ])
        let kind = try site.folder.text("content/kinds/practice.yml")
        #expect(kind.contains(line))
        try site.folder.write(kind.replacing(line, with: broken), to: "content/kinds/practice.yml")
        let told = try SiteBuild.check(try site.request()).diagnostics.filter { $0.severity > .hint }
        #expect(told.map(\.code.name) == [code], "\(told.map { "\($0.location.path) \($0.code.name)" })")
    }

    /// That there are no kinds is false where the only one cannot be read.
    @Test func aFolderOfBrokenKindsIsThere() throws {
        let site = try SampleSite(["content/practices/kvest.md": SampleSite.practice("Квест")])
        for path in try site.folder.files(below: "content/kinds/") {
            try site.folder.write("id: [practice\n", to: "content/kinds/" + path)
        }
        let report = try SiteBuild.check(try site.request())
        #expect(Set(report.codes) == ["broken-yaml"], "\(report.text)")
    }
}
