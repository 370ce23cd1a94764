import Catalog
import Diagnostics
import Files
import TestSupport
import Testing

@testable import SiteBuilder

/// What `album.yml`, themes and links may not do.
@Suite struct ConfigurationSafetyTests {
    /// It stands on every page.
    @Test(arguments: [
        ("Методический кабинет, тел. 8 912 345-67-89", DiagnosticCode.mobilePhone),
        ("metodist.ivanova@mail.ru", .privateAddress),
    ])
    func aContactThatIsPrivateIsTold(contact: String, code: DiagnosticCode) throws {
        let site = try SampleSite()
        let text = try site.folder.text("album.yml").replacing("Методический кабинет", with: contact)
        try site.folder.write(text, to: "album.yml")
        let report = try site.build()
        #expect(report.diagnostics.map(\.code) == [code], "\(report.text)")
        #expect(report.diagnostics.first?.location.path == "album.yml")
    }

    @Test func aContactOfAnOfficeIsNone() throws {
        let site = try SampleSite()
        let text = try site.folder.text("album.yml")
            .replacing("Методический кабинет", with: "Отдел образования, (351) 263-00-00, otdel@edu.example.ru")
        try site.folder.write(text, to: "album.yml")
        #expect(try site.build().diagnostics.isEmpty)
    }

    private static let kvest = ["content/practices/kvest.md": SampleSite.practice("Квест")]

    private func site(_ lines: String, _ files: [String: String] = [:]) throws -> SampleSite {
        let site = try SampleSite(Self.kvest.merging(files) { $1 })
        let text = try site.folder.text("album.yml")
        let keys = lines.split(separator: "\n").compactMap { $0.split(separator: ":").first }
        let kept = text.split(separator: "\n").filter { line in !keys.contains { line.hasPrefix($0 + ":") } }
        try site.folder.write(kept.joined(separator: "\n") + "\n" + lines + "\n", to: "album.yml")
        return site
    }

    private func errors(_ report: BuildReport) -> [String] {
        report.diagnostics.filter { $0.severity == .error }.map(\.code.name)
    }

    @Test(arguments: [
        "url: \"javascript:alert(1)\"", "url: \"//example.org/\"", "url: https://example.org/a?b",
        "url: \"https://example.org/\\nDisallow: /\"", "url: \"https://example.org/</loc><x/>\"",
        "bundle: {file: a.zip, url: \"javascript:alert(1)\"}", "bundle: {file: a.zip, url: \"data:text/html,x\"}",
        "bundle: {file: a.zip, url: \"//evil.example/a.zip\"}", "bundle: {file: a.zip, url: a.zip}",
        "theme: ../../secret", "theme: ..", "theme: .", "theme: /etc", "theme: a/b", "theme: .git", "theme: \"a\\\\b\"",
        "output: .git", "output: .album-work/x", "output: content", "output: Content/x", "output: THEMES",
        "output: Album.yml",
        "output: ..", "output: /etc", "output: .",
    ])
    func anAddressAThemeOrAFolderThatLeadsOutIsOneError(line: String) throws {
        let report = try site(line).build()
        #expect(report.summary == nil)
        #expect(errors(report) == ["broken-configuration"])
    }

    /// Neither its title nor its address is anybody's business.
    @Test func aDraftThatTheConfigurationNamesIsNotShown() throws {
        let draft = SampleSite.practice("Тайный черновик").replacing("title:", with: "draft: да\ntitle:")
        let site = try site("about: tainyi", ["content/practices/tainyi.md": draft])
        let report = try site.build()
        #expect(report.diagnostics.map(\.code.name).contains("link-to-draft"))
        for (path, bytes) in try site.output() where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("tainyi"), "\(path)")
        }
    }

    @Test func anAddressWithMarksIsEscapedInTheSitemap() throws {
        let site = try site("url: https://example.org/a&b/")
        #expect(try site.build().summary != nil)
        #expect(try site.page("sitemap.xml").contains("<loc>https://example.org/a&amp;b/practices/kvest.html</loc>"))
        #expect(try site.page("robots.txt").hasSuffix("Sitemap: https://example.org/a&b/sitemap.xml\n"))
    }

    @Test(arguments: ["../../secret", "..", "../content"])
    func aThemeThatIsALinkOutOfThemesIsRefused(target: String) throws {
        let site = try site("theme: linked", ["secret/assets/password.txt": "тайна"])
        try site.folder.link("themes/linked", to: target == "../../secret" ? "../secret" : target)
        let report = try site.build()
        #expect(errors(report) == ["theme-outside"])
        #expect(report.summary == nil)
    }

    @Test func aThemeThatIsALinkToAnotherThemeIsTaken() throws {
        let site = try site("theme: linked")
        try site.folder.link("themes/linked", to: "small")
        #expect(try site.build().summary != nil)
    }

    @Test(arguments: [
        ("content/vocabularies/directions.yml", "directions", "broken-yaml"),
        ("content/kinds/practice.yml", "practice", "broken-yaml"),
    ])
    func aBrokenListIsToldOnceAndNotAgainForTheMenu(path: String, name: String, code: String) throws {
        let site = try site("menu: [\(name)]")
        try site.folder.write("id: \(name)\nname: Знание: ум\n", to: path)
        let report = try site.build()
        #expect(errors(report).contains(code) && !errors(report).contains("unknown-menu-item"), "\(errors(report))")
    }

    private static let kinds = "content/kinds/practice.yml"

    /// Editors' words become names of folders and files: one that no disk takes is told at its place and takes no build down.
    @Test(arguments: [
        (kinds, "folder: practices", "folder: ..", "broken-kind"),
        (kinds, "folder: practices", "folder: a/../b", "broken-kind"),
        (kinds, "folder: practices", "folder: /a", "broken-kind"),
        (kinds, "folder: practices", "folder: Опыт", "broken-kind"),
        (
            "content/vocabularies/municipalities.yml", "id: asha-mr", "id: " + String(repeating: "a", count: 252),
            "broken-vocabulary"
        ),
        (
            "content/practices/kvest.md", "title: Квест",
            "title: Квест\naliases: [" + String(repeating: "a/", count: 2500) + "b]", "former-address"
        ),
    ])
    func aNameThatNoDiskTakesIsTold(path: String, old: String, new: String, code: String) throws {
        let site = try site("")
        try site.folder.write(try site.folder.text(path).replacing(old, with: new), to: path)
        #expect(errors(try site.build()).contains(code))
        #expect(try site.build { $0.isLenient = true }.summary != nil)
    }

    @Test func aFaultOfTheWholeSiteKeepsTheFormerPreviewAndOneOfAMaterialDoesNot() throws {
        let site = try site("")
        func build() throws -> BuildReport {
            try site.build {
                $0.isLenient = true
                $0.includesDrafts = true
                $0.needsSoundSite = true
            }
        }
        #expect(try build().summary != nil)
        try site.folder.write(SampleSite.practice("Квест", body: "[[propazha]]"), to: "content/practices/kvest.md")
        #expect(try build().summary != nil)
        #expect(try site.page("manifest.json").contains("\"lenient\":true,\"drafts\":true,"))
        try site.folder.write("entries: 5\n", to: "content/vocabularies/levels.yml")
        let report = try build()
        #expect(report.summary == nil && report.diagnostics.contains { SiteFault.isOne($0, SourceMap()) })
    }
}
