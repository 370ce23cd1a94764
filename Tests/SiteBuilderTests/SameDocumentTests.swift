import TestSupport
import Testing

@testable import SiteBuilder

/// An order that was recorded twice is told; two offices may number their papers alike.
@Suite struct SameDocumentTests {
    private func codes(_ second: String) throws -> [String] {
        try build(second, citing: nil).codes.filter { $0 != "orphan" }
    }

    /// - Parameter citing: a text of a practice, whose page is given back.
    private func build(_ second: String, citing: String?) throws -> (codes: [String], text: String, page: String) {
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
        if let citing {
            try site.folder.write(
                SampleSite.practice("Квест", body: citing), to: "content/practices/kvest.md")
        }
        let report = try site.build()
        return (report.codes, report.text, citing == nil ? "" : try site.page("practices/kvest.html"))
    }

    /// Nobody can tell which of the two a text means: no link, and the editor is told both.
    @Test func aCitationThatSeveralAnswerToIsNoLink() throws {
        let (first, ambiguous) = ("documents/first.html", "ambiguous-citation")
        let twice = try build(
            "number: 17-Б\ndate: 2025-03-14\nissuer: Министерство", citing: "Приказ от 14.03.2025 № 17-б.")
        #expect(twice.codes.contains(ambiguous) && !twice.page.contains(first), "\(twice.text)")
        #expect(twice.text.contains("«Первый», «Второй»") && !twice.text.contains("удалите"), "\(twice.text)")
        let other = "number: 17-б\ndate: 14.03.2025\nissuer: Управление"
        let two = try build(other, citing: "Приказ от 14.03.2025 № 17-б.")
        #expect(two.codes.contains(ambiguous) && !two.page.contains(first), "\(two.text)")
        let told = try build(other, citing: "Приказ Министерства от 14.03.2025 № 17-б.")
        #expect(!told.codes.contains(ambiguous) && told.page.contains(first), "\(told.text)")
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
