import TestSupport
import Testing

@testable import SiteBuilder

/// What the page of an entry tells of it beside its materials.
@Suite struct EntryFactsTests {
    private func site(_ organisation: String = "{id: lyceum, name: Лицей № 1, municipality: asha-mr}") throws
        -> SampleSite
    {
        let site = try SampleSite([
            "content/vocabularies/organisations.yml":
                "title: Организации\nlabel: {one: организация, few: организации, many: организаций}\naxis: true\n"
                + "entries:\n  - \(organisation)\n",
            "content/vocabularies/regions.yml": "title: Регионы\nentries:\n  - {id: ural, name: Уральский край}\n",
            "content/vocabularies/municipalities.yml": """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:
              - {id: asha-mr, name: Ашинский МР, region: ural, aliases: [Аша], code: ОКТМО 75609000}

            """,
            "content/kinds/practice.yml":
                "id: practice\nfolder: practices\nname: {one: практика, few: практики, many: практик}\ntitle: Практики\n"
                + "fields:\n  place: {label: Организация, type: reference, to: organisations}\n",
            "content/practices/kvest.md": "---\ntitle: Квест\nsummary: Игра\nplace: lyceum\n---\n\nТекст.\n",
        ])
        try site.build()
        return site
    }

    @Test func anOrganisationSaysWhereItIs() throws {
        let page = try site().page("organisations/lyceum.html")
        #expect(
            page.contains("Муниципалитет")
                && page.contains("<a href=\"../municipalities/asha-mr.html\">Ашинский МР</a>"))
        // Its region is that of its municipality.
        #expect(page.contains("Уральский край"))
    }

    /// Offices number a municipality; nobody calls it so.
    @Test func aCodeIsNoName() throws {
        let site = try site()
        let page = try site.page("municipalities/asha-mr.html")
        #expect(page.contains("Код") && page.contains("ОКТМО 75609000"), "\(page)")
        #expect(!page.contains("Аша; ОКТМО"))
        try site.folder.write(
            SampleSite.practice("Поход", "municipalities: [ОКТМО 75609000]"), to: "content/practices/pokhod.md")
        #expect(try !site.build().codes.contains("unknown-value"))
    }

    /// What stands under no head is on no page: a list has what it plans, or what it reached.
    @Test func emptyColumnsOfIndicatorsAreNotShown() throws {
        let site = try SampleSite([
            "content/kinds/list.yml": """
            id: list
            folder: lists
            name: {one: перечень, few: перечня, many: перечней}
            title: Перечни
            tables:
              values:
                headings: [Значения]
                key: name
                form: values
                columns:
                  name: {label: Показатель, type: markdown, required: true}
                  plan: {label: План на год, type: text}
                  fact: {label: Достигнуто, type: text}
                  year: {label: Год, type: text}
                measures: [plan, fact]
                year: year

            """,
            "content/lists/a.md": """
            ---
            title: Показатели
            summary: Кратко
            ---

            ## Значения

            | Показатель | План на год | Достигнуто | Год |
            |---|---|---|---|
            | Охват | | 85 | 2023 |

            """,
        ])
        try site.build()
        let page = try site.page("lists/a.html")
        #expect(page.contains("Достигнуто") && page.contains("85") && !page.contains("План на год"), "\(page)")
    }
}
