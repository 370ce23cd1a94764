import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// What a material says of files beside it is taken as it is meant.
@Suite struct GivenFileTests {
    private static let practice = "---\ntitle: Лист\nsummary: Лист\ndirections: [Знание]\n"

    @Test func anAttachmentInAnotherFolderIsFound() throws {
        let site = try SampleSite([
            "content/practices/list.md": Self.practice + "attachments: [../documents/prikaz.pdf]\n---\nТекст.\n",
            "content/documents/prikaz.pdf": "%PDF-1.4\n",
        ])
        let report = try site.build()
        #expect(!report.codes.contains("missing-file"), "\(report.text)")
        #expect(try site.page("practices/list.html").contains("documents/prikaz.pdf"))
    }

    @Test func aSectionWhoseTableIsAFileIsNotEmpty() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndate: 2023\ntables: {events: plan.csv}\n---\n## Мероприятия\n\n## Числа\n",
            "content/roadmaps/plan.csv": "Мероприятие;Сроки\nСбор;май 2023\n",
        ])
        let report = try SiteBuild.check(site.request())
        let codes = report.diagnostics.map(\.code)
        #expect(!codes.contains(.emptyOptionalSection) && !codes.contains(.emptySection))
    }

    @Test func aRowWithTooManyCellsIsTheSameInBothFiles() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndate: 2023\ntables: {events: plan.csv, figures: chisla.csv}\n---\n## Мероприятия\n\n## Числа\n",
            "content/roadmaps/plan.csv": "Мероприятие;Сроки\nСбор;май 2023;лишнее\n",
            "content/roadmaps/chisla.csv": "Показатель;Количество\nШколы;около пяти;лишнее\n",
        ])
        let report = try site.build { $0.isLenient = true }
        for format in ["csv", "json"] {
            let plan = try site.page("data/roadmaps/plan.\(format)")
            #expect(plan.contains("Сбор") && plan.contains("май 2023") && !plan.contains("лишнее"), "\(plan)")
            #expect(try site.page("data/roadmaps/plan-figures.\(format)").contains("около пяти"))
        }
        #expect(report.text.contains("лишние не показаны и не выгружены, остальные взяты по порядку"))
    }

    @Test func theFilesOfATableHaveAllColumnsThatReadersSee() throws {
        let site = try SampleSite([
            "content/roadmaps/plan.md":
                "---\ntitle: План\nsummary: Дела\ndate: 2023\n---\n## Мероприятия\n\n| № | Мероприятие | Сроки | Тема | Сроки |\n|---|---|---|---|---|\n| 1 | Сбор | май 2023 | Чтение | июнь |\n"
        ])
        let report = try site.build { $0.isLenient = true }
        #expect(report.codes.contains("unknown-column") && report.codes.contains("doubled-column"), "\(report.text)")
        let csv = try site.page("data/roadmaps/plan.csv")
        #expect(csv.hasSuffix("№,Мероприятие,Сроки,Тема,Сроки\r\n1,Сбор,май 2023,Чтение,июнь\r\n"), "\(csv)")
        let json = try site.page("data/roadmaps/plan.json")
        #expect(
            json.contains("\"Тема\":\"Чтение\"") && json.contains("\"Сроки\":\"июнь\"") && json.contains("\"№\":\"1\""),
            "\(json)")
    }
}
