import Formats
import Testing

@testable import SiteBuilder

/// «Сведения об образовательной организации».
@Suite struct OrganisationPageTests {
    private func site(_ lines: String) throws -> SampleSite {
        let site = try SampleSite(["content/practices/kvest.md": SampleSite.practice("Квест")])
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write("\(text)\n\(lines)\n", to: "album.yml")
        return site
    }

    private static let day = CalendarDate.first(ofMonth: 6, year: 2023)!

    private static let school = """
        organisation:
          full-name: Школа № 1 имени «А & Б»
          phone: [8 (35159) 3-00-01, +7 35159 3-00-02]
          email: school@example.org
          founders: [{name: Администрация, site: "https://adm.example.org/"}, {name: Второй}]
        """

    @Test func whatIsSaidHasTheMarksOfTheOrder() throws {
        let site = try site(Self.school)
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let page = try site.page("sveden/common/index.html").replacing("\u{A0}", with: " ")
        #expect(page.contains("<dd itemprop=\"fullName\">Школа № 1 имени «А &amp; Б»</dd>"))
        #expect(page.contains("<dd itemprop=\"telephone\"><a href=\"tel:83515930001\">8 (35159) 3-00-01</a></dd>"))
        #expect(page.contains("href=\"tel:+73515930002\""))
        #expect(page.contains("<dd itemprop=\"email\"><a href=\"mailto:school@example.org\">"))
        #expect(page.split(separator: "<div itemprop=\"uchredLaw\" itemscope>").count == 3)
        #expect(page.contains("<dd itemprop=\"websiteUchred\"><a href=\"https://adm.example.org/\">"))
        // What nobody has said is not there.
        for name in ["regDate", "address", "workTime", "telUchred"] { #expect(!page.contains("itemprop=\"\(name)\"")) }
        #expect(try site.page("index.html").contains("href=\"sveden/common/index.html\""))
    }

    @Test func theActSaysWhatIsMissing() throws {
        let site = try site(Self.school)
        let act = try #require(try SiteBuild.preflight(try site.request(), nil, today: Self.day).preflight)
        let check = try #require(act.checks.first { $0.id == "organisation" })
        #expect(
            check.findings.map { String($0.text.split(separator: " ").last ?? "") }
                == [
                    "organisation.short-name", "organisation.founded", "organisation.address", "organisation.hours",
                    "organisation.founders[1].address", "organisation.founders[1].phone",
                    "organisation.founders[1].email",
                    "organisation.founders[2].address", "organisation.founders[2].phone",
                    "organisation.founders[2].email",
                    "organisation.founders[2].site",
                ])
    }

    @Test func whatNobodyHasSaidIsSaidToBeUnsaid() throws {
        let site = try site("organisation: {full-name: Школа № 1}")
        try site.build()
        let page = try site.page("sveden/common/index.html").replacing("\u{A0}", with: " ")
            .replacing("\u{AD}", with: "")
        #expect(page.contains("<p class=\"quiet\">На сайте пока не сказано: сокращённое наименование"), "\(page)")
        #expect(page.contains(", учредитель.</p>"))
        // A page of nothing is no page.
        let report = try self.site("organisation: {phone: []}").build()
        #expect(report.codes.contains("broken-configuration") && report.summary == nil, "\(report.text)")
    }

    @Test func aSiteOfNoSchoolHasNoSuchPage() throws {
        let site = try site("")
        try site.build()
        #expect(!site.folder.contains("public/sveden/common/index.html"))
        let act = try SiteBuild.preflight(try site.request(), nil, today: Self.day).preflight
        #expect(act?.checks.contains { $0.id == "organisation" } == false)
    }

    @Test func aSiteThatIsNoAddressIsTold() throws {
        let report = try site("organisation: {founders: [{name: Администрация, site: adm}]}").build()
        #expect(report.codes.contains("broken-configuration"))
    }
}
