import Foundation
import Testing

/// What programs are told of events, offices and documents: what the data say, and nothing besides.
@Suite struct LinkedDataTests {
    private static let files = [
        "content/kinds/meeting.yml": """
        id: meeting
        folder: meetings
        name: {one: встреча, few: встречи, many: встреч}
        title: Встречи
        event: {place: place, host: host}
        fields:
          title: {label: Название, type: text, required: true}
          summary: {label: Кратко, type: text, required: true}
          directions: {label: Направления, type: references, to: directions}
          place: {label: Место, type: text}
          host: {label: Кто проводит, type: reference, to: offices}

        """,
        "content/kinds/order.yml": """
        id: order
        folder: orders
        name: {one: приказ, few: приказа, many: приказов}
        title: Приказы
        fields:
          title: {label: Название, type: text, required: true}
          summary: {label: Кратко, type: text, required: true}
          number: {label: Номер, type: text}
          date: {label: Дата, type: date}
          status: {label: Состояние, type: choice, default: unknown, choices: {valid: действует, repealed: утратил силу, unknown: не проверено}}
          repeals: {label: Отменяет, type: references, to: order}
          repealed-by: {label: Отменён, type: references, to: order}
        citation: {number: number, date: date}
        lifecycle: {status: status, repealed: repealed, in-force: valid, repeals: repeals, repealed-by: repealed-by}

        """,
        "content/vocabularies/offices.yml": """
        title: Ведомства
        axis: да
        sorts: {Министерство: GovernmentOrganization}
        entries:
          - {id: ministry, name: Минобр, full: Министерство образования, type: министерство, url: "https://min.example.org/"}
          - {id: club, name: Кружок, type: кружок}

        """,
        "content/meetings/den.md":
            "---\ntitle: День школы\nsummary: Встреча школ\nplace: Аша\nhost: Минобр\ndirections: [Знание]\ndate: 11–12 мая 2023\n---\n\nТекст.\n",
        "content/meetings/mesiats.md": "---\ntitle: Месяц\nsummary: Ещё\nhost: Кружок\ndate: май 2023\n---\n\nТекст.\n",
        "content/orders/a.md":
            "---\ntitle: Приказ А\nsummary: А\nnumber: 1\ndate: 2022-01-02\nstatus: действует\n---\n\nТекст.\n",
        "content/orders/b.md": "---\ntitle: Приказ Б\nsummary: Б\nnumber: 2\ndate: 2022-01-03\n---\n\nТекст.\n",
        "content/orders/v.md":
            "---\ntitle: Приказ В\nsummary: В\nnumber: 3\ndate: 2022-01-04\nstatus: утратил силу\n---\n\nТекст.\n",
    ]

    private func site() throws -> SampleSite {
        let site = try SampleSite(Self.files)
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "standard/album/")
        let text = try site.folder.text("album.yml").replacing("theme: small", with: "theme: album")
        try site.folder.write(text + "\nurl: https://album.example.org/a/\n", to: "album.yml")
        return site
    }

    /// The blocks of a page but its way.
    private func data(_ site: SampleSite, _ page: String) throws -> [[String: Any]] {
        try site.folder.text("public/" + page).matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/)
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.1.utf8)) as? [String: Any]) }
            .filter { $0["@type"] as? String != "BreadcrumbList" }
    }

    @Test func anEventSaysWhenWhereAndWhoHeldIt() throws {
        let site = try site()
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        let event = try #require(try data(site, "meetings/den.html").first)
        #expect(event["@type"] as? String == "Event")
        #expect(event["startDate"] as? String == "2023-05-11")
        #expect(event["endDate"] as? String == "2023-05-12")
        #expect((event["location"] as? [String: String])?["name"] == "Аша")
        let host = try #require((event["organizer"] as? [[String: String]])?.first)
        #expect(host["@type"] == "GovernmentOrganization" && host["name"] == "Минобр")
        #expect((event["about"] as? [[String: String]])?.first?["@type"] == "DefinedTerm")
        let month = try #require(try data(site, "meetings/mesiats.html").first)
        #expect(month["startDate"] as? String == "2023-05")
        #expect(month["endDate"] == nil && month["location"] == nil)
        #expect((month["organizer"] as? [[String: String]])?.first?["@type"] == "Organization")
    }

    @Test func anOrganisationIsWhatItsSortSays() throws {
        let site = try site()
        try site.build()
        let ministry = try #require(try data(site, "offices/ministry.html").first)
        #expect(ministry["@type"] as? String == "GovernmentOrganization")
        #expect(ministry["alternateName"] as? [String] == ["Министерство образования"])
        #expect(ministry["sameAs"] as? String == "https://min.example.org/")
        #expect(try data(site, "offices/club.html").isEmpty)
    }

    @Test func ofADocumentThatNobodyHasLookedUpNothingIsSaid() throws {
        let site = try site()
        try site.build()
        let force = try ["a", "b", "v"].map {
            try #require(try data(site, "orders/\($0).html").first)["legislationLegalForce"] as? String
        }
        #expect(force == ["https://schema.org/InForce", nil, "https://schema.org/NotInForce"])
    }

    @Test func anUnknownSortIsTold() throws {
        let site = try site()
        let path = "content/vocabularies/offices.yml"
        try site.folder.write(
            try site.folder.text(path).replacing(": GovernmentOrganization}", with: ": Ministry}"), to: path)
        let report = try site.build()
        #expect(report.codes.last == "broken-vocabulary", "\(report.text)")
        #expect(report.text.contains("GovernmentOrganization") && report.text.contains("«Ministry»"))
    }
}
