import Testing

@testable import Catalog

@Suite struct TableFitTests {
    private func definition() throws -> TableDefinition {
        let kind = """
            id: plan
            folder: plans
            name: {one: план, few: плана, many: планов}
            tables:
              events:
                headings: [Мероприятия]
                key: name
                columns:
                  name: {label: Мероприятие, aliases: [Наименование], type: markdown, required: true}
                  term: {label: Сроки, aliases: [Срок], type: period}
                  who: {label: Ответственный, type: text}
                views: [calendar]
            """
        let album = SmallAlbum(kinds: [SmallAlbum.material, kind])
        return try #require(album.schema.kinds.first?.tables.first)
    }

    private func rows(_ texts: [[String]]) -> [TableFit.Row] { texts.map { TableFit.Row($0) } }

    @Test func theHeadIsTheRowThatKnowsMostColumns() throws {
        let table = rows([
            ["План на год", "", "", ""], ["№ п/п", "Наименование", "Сроки (дата)", "Бюджет"],
            ["Раздел I", "", "", ""], ["1", "Совещание", "май 2024", "0"], ["Итого", "1", "", ""], ["", "", "", ""],
        ])
        let fit = try #require(TableFit(table, try definition()))
        #expect(fit.head == 1)
        #expect(fit.columns.map(\.definition) == [nil, 0, 1, nil])
        #expect(fit.columns.map(\.isNamed) == [false, true, false, false])
        #expect(fit.columns.map(\.isRowNumber) == [true, false, false, false])
        #expect(fit.roles == [.section, .record, .total, nil])
        #expect(fit.hasKey)
    }

    @Test func aHeadWithASlipIsTheColumn() throws {
        let fit = try #require(TableFit(rows([["Мероприятия", "Срок", "Ответственые"]]), try definition()))
        #expect(fit.columns.map(\.definition) == [0, 1, nil] || fit.columns.map(\.definition) == [0, 1, 2])
    }

    @Test func aTableOfOtherColumnsIsNone() throws {
        #expect(TableFit(rows([["Класс", "Число учеников"], ["5", "20"]]), try definition()) == nil)
        #expect(TableFit([], try definition()) == nil)
    }
}
