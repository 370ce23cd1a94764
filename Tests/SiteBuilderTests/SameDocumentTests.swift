import TestSupport
import Testing

@testable import SiteBuilder

/// An order that was recorded twice is told; two offices may number their papers alike.
@Suite struct SameDocumentTests {
    private func codes(_ second: String) throws -> [String] {
        func order(_ title: String, _ fields: String) -> String {
            "---\ntitle: \(title)\nsummary: О чём он\nofficial-title: О школах\n\(fields)\n---\n\nТекст.\n"
        }
        let site = try SampleSite([
            "content/kinds/document.yml": """
            id: document
            folder: documents
            name: {one: документ, few: документа, many: документов}
            title: Документы
            order: 7
            fields:
              issuer: {label: Кто издал, type: references, to: offices}
              number: {label: Номер, type: text}
              official-title: {label: Официальное название, type: text}
            citation: {number: number, date: date, title: official-title}

            """,
            "content/vocabularies/offices.yml": """
            title: Ведомства
            label: {one: ведомство, few: ведомства, many: ведомств}
            sorts: {министерство: GovernmentOrganization}
            entries:
              - {id: ministry, name: Министерство}
              - {id: city, name: Управление}

            """,
            "content/documents/first.md": order("Первый", "number: 17-б\ndate: 14.03.2025\nissuer: Министерство"),
            "content/documents/second.md": order("Второй", second),
        ])
        return try site.build().codes.filter { $0 != "orphan" }
    }

    @Test func oneOrderRecordedTwiceIsTold() throws {
        let codes = try codes("number: 17-Б\ndate: 2025-03-14\nissuer: Министерство")
        #expect(codes == ["same-document", "same-document"], "\(codes)")
    }

    @Test(arguments: [
        "number: 17-б\ndate: 14.03.2025\nissuer: Управление", "number: 17-б\ndate: 15.03.2025\nissuer: Министерство",
        "number: 17\ndate: 14.03.2025\nissuer: Министерство", "number: 17-б\nissuer: Министерство",
    ])
    func othersAreNot(fields: String) throws {
        #expect(try !codes(fields).contains("same-document"))
    }
}
