import Diagnostics
import TestSupport
import Testing

@testable import SiteBuilder

/// Tables of a roadmap that make no records where they stand.
@Suite struct LostTableTests {
    private static let table = "| Мероприятие | Сроки |\n|---|---|\n| Слёт | май 2024 |\n"

    private func told(_ body: String, ownKinds: Bool = false) throws -> [Diagnostic] {
        let site = try SampleSite([
            "content/roadmaps/plan.md": "---\ntitle: План\nsummary: Что и когда.\n---\n\n\(body)\n"
        ])
        if ownKinds {
            for folder in ["content/kinds", "content/vocabularies"] {
                try site.lay(SampleSite.repository.appendingPathComponent(folder), into: folder + "/")
            }
        }
        return try SiteBuild.check(site.request()).diagnostics
            .filter { $0.location.path.hasSuffix("plan.md") && $0.code != .orphan }
    }

    private func codes(_ body: String) throws -> [String] { try told(body).map(\.code.name) }

    @Test(arguments: [
        "- два.\n", "1. раз\n2. два\n", "- раз\n\n  два\n", "> цитата\n", "- раз\n  - два\n", "> - раз\n",
    ])
    func aTablePressedToAListIsToldAndAnEmptyLineMendsIt(before: String) throws {
        let lead = before.hasPrefix("> -") ? "> " : ""
        let table = Self.table.split(separator: "\n").map { lead + $0 + "\n" }.joined()
        for heading in ["## Ход", "## Мероприятия"] {
            #expect(try codes("\(heading)\n\n\(before)\(table)") == ["pressed-table"], "\(heading) \(before)")
        }
        if lead.isEmpty {
            #expect(try codes("## Мероприятия\n\n\(before)\n\(table)").isEmpty)
        }
    }

    @Test(arguments: [
        "- Вот план:\n\n  | Мероприятие | Сроки |\n  |---|---|\n  | Слёт | май 2024 |\n",
        "> | Мероприятие | Сроки |\n> |---|---|\n> | Слёт | май 2024 |\n",
        "- раз\n  | Мероприятие | Сроки |\n  |---|---|\n  | Слёт | май 2024 |\n",
    ])
    func aTableWithinAnItemOrAQuoteIsTold(body: String) throws {
        for heading in ["## План", "## Мероприятия"] {
            #expect(try codes("\(heading)\n\n\(body)") == ["nested-table"], "\(heading) \(body)")
        }
    }

    @Test func aTableOfAnotherSortMayStandInAnItem() throws {
        let item = "- Дни:\n\n  | День | Час |\n  |---|---|\n  | Среда | 12 |\n"
        #expect(try codes("## Мероприятия\n\n\(Self.table)\n## Ход\n\n\(item)").isEmpty)
    }

    @Test(arguments: [
        "Наименование мероприятий | Сроки | Ответственные", "Мероприятие | Когда | Кто",
        "Мероприятие | Срокк | Кто отвечает", "Мероприятия | Срок (дата) | Исполнитель",
        "Мероприятье | Сроки | Отвественные",
    ])
    func aTableWithHeadsThatAreNearIsTold(heads: String) throws {
        let table = "| \(heads) |\n|---|---|---|\n| Слёт | май 2024 | ЦРО |\n"
        for heading in ["## План\n\n", ""] {
            let told = try told(heading + table, ownKinds: true).map(\.code.name)
            #expect(told.contains("table-under-other-heading"), "\(heading) \(heads): \(told)")
        }
    }

    @Test func aTableWithOtherHeadsIsNotTold() throws {
        for heads in ["Класс | Срок обучения | Часы", "День | Когда | Место"] {
            let told = try told("| \(heads) |\n|---|---|---|\n| а | б | в |\n", ownKinds: true).map(\.code.name)
            #expect(!told.contains("table-under-other-heading"), "\(heads)")
        }
    }
}
