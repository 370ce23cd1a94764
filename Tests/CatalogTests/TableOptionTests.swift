import AlbumMarkdown
import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// Columns that a table keeps, forms of indicators, the columns of a score sheet.
@Suite struct TableOptionTests {
    private static let indicators = """
        id: indicators
        folder: indicators
        tables:
          list:
            heading: Показатели
            key: name
            form: numbering
            columns:
              number: {label: № Р-139, type: number}
              name: {label: Показатель, type: text, required: true}
            numberings: [number]
            views: [crosswalk]
          values:
            heading: Значения
            key: name
            form: values
            columns:
              name: {label: Показатель, type: text, required: true}
              plan: {label: План, type: text}
              year: {label: Год, type: text}
            measures: [plan]
            year: year
        """

    private func heads(_ titles: [String], _ table: TableDefinition) -> ColumnHeads {
        let file = SourceFile(path: "content/a.md", text: titles.joined(separator: "|"))
        let place = SourceLocation(file, 0..<1)
        return ColumnHeads(titles.map { ColumnHeads.Head(title: $0, place: place) }, table, row: place)
    }

    private func table(_ other: String) throws -> TableDefinition {
        let text = """
            id: plan
            tables:
              events:
                heading: Мероприятия
                columns: {name: {label: Название, type: text, required: true}, term: {label: Сроки, type: period}}
                \(other)
            """
        let album = SmallAlbum(kinds: [text])
        #expect(album.schemaDiagnostics.isEmpty)
        return album.schema.kinds[0].tables[0]
    }

    @Test func aKindSaysWhichOfItsTablesANewMaterialBeginsWith() {
        let plain = SmallAlbum(kinds: [Self.indicators])
        #expect(plain.schema.kinds[0].newTable?.id == "list" && !plain.schema.kinds[0].namesNewTable)
        let said = SmallAlbum(kinds: [Self.indicators + "\nnew-table: values"])
        #expect(said.schemaDiagnostics.isEmpty)
        #expect(said.schema.kinds[0].newTable?.id == "values" && said.schema.kinds[0].namesNewTable)
        let wrong = SmallAlbum(kinds: [Self.indicators + "\nnew-table: value"])
        #expect(wrong.schemaDiagnostics.codes == ["broken-kind"])
        #expect(wrong.schemaDiagnostics.first?.candidates == ["values"])
        #expect(wrong.schema.kinds[0].newTable == nil)
    }

    @Test func columnsThatATableKeepsAreNotTold() throws {
        let kept = heads(["Название", "Сроки", "Кабинет", "Бюджет"], try table("other-columns: да"))
        #expect(kept.diagnostics.isEmpty && kept.positions == [0, 1, nil, nil])
        let told = heads(["Название", "Сроки", "Кабинет", "Бюджет"], try table("key: name"))
        #expect(told.diagnostics.codes == ["unknown-column", "unknown-column"])
    }

    @Test func aSlipInAColumnThatIsMissedIsToldAllTheSame() throws {
        let table = try table("other-columns: да")
        #expect(heads(["Названия", "Сроки"], table).diagnostics.codes == ["unknown-column"])
        #expect(heads(["Кабинет", "Сроки"], table).diagnostics.codes == ["missing-column"])
        #expect(heads(["Кабинет", "Бюджет"], table).diagnostics.codes == ["foreign-columns"])
    }

    @Test func aColumnOfTheOtherFormIsToldWithTheTableWhereItBelongs() throws {
        let kind = SmallAlbum(kinds: [Self.indicators]).schema.kinds[0]
        #expect(kind.tables.map(\.form) == [.numbering, .values] && kind.tables[1].measures == ["plan"])
        let numbered = heads(["№ Р-139", "Показатель", "План", "Год"], kind.tables[0]).diagnostics
        // One heading is wrong, however many columns show it.
        #expect(numbered.codes == ["other-form"] && numbered[0].related.count == 1)
        let report = DiagnosticPrinter(language: .ru).report(numbered)
        #expect(report.contains("«Показатели» — таблица номеров"), "\(report)")
        #expect(report.contains("здесь «План», «Год»"), "\(report)")
        #expect(report.contains("назовите её заголовок «Значения»"), "\(report)")
        let valued = heads(["Показатель", "План", "№ Р-139"], kind.tables[1]).diagnostics
        #expect(valued.codes == ["other-form"])
        #expect(DiagnosticPrinter(language: .ru).report(valued).contains("«Значения» — таблица значений"))
        // Without any column of its own the heading is wrong too, and not each name below it.
        #expect(heads(["План", "Год"], kind.tables[0]).diagnostics.codes == ["other-form", "missing-column"])
        #expect(heads(["Показатель", "План", "Заметка"], kind.tables[1]).diagnostics.codes == ["unknown-column"])
    }

    @Test(arguments: [
        "form: ⟦table⟧", "form: ⟦numbering⟧", "form: ⟦values⟧", "form: values, measures: [⟦fact⟧]",
        "measures: ⟦[⟧name]", "year: ⟦name⟧", "form: values, measures: [name], numberings: ⟦[⟧number]",
        "views: [score-sheet], points: {maximum: ⟦name⟧}", "views: [score-sheet], points: {parameters: [number, ⟦x⟧]}",
        "points: ⟦{⟧maximum: number}", "views: [score-sheet], points: {meanings: ⟦{⟧table: t}}",
    ])
    func aFaultOfATableIsReportedWhereItStands(marked: String) {
        let text = MarkedText(
            "id: a\ntables:\n  t: {heading: Т, columns: {name: {type: text}, number: {type: number}}, \(marked)}\n")
        let found = SmallAlbum(kinds: [text.text]).schemaDiagnostics
        #expect(found.codes == ["broken-kind"] && found.first?.location.range == text.ranges[0], "\(found)")
    }

    @Test func aScoreSheetSaysWhichColumnIsWhat() throws {
        let text = """
            id: a
            tables:
              t:
                heading: Т
                columns: {name: {type: text}, most: {type: number}, one: {type: number}, rank: {type: number}, off: {type: number}}
                views: [score-sheet]
                points: {maximum: most, parameters: [one], penalty: off, level: rank}
              plain:
                heading: П
                columns: {name: {type: text}, maximum: {type: number}, p1: {type: number}, level: {type: number}, penalty: {type: number}}
                views: [score-sheet]
            """
        let album = SmallAlbum(kinds: [text])
        #expect(album.schemaDiagnostics.isEmpty)
        let tables = album.schema.kinds[0].tables
        let parameters = tables.map { table in table.columns.filter(table.sheet.points.isParameter).map(\.id) }
        #expect(parameters == [["one"], ["p1"]])
        #expect(tables[0].sheet.points.maximum == "most" && tables[1].sheet.points.maximum == "maximum")
    }

    @Test func whatIsAdaptedSaysWhatItWasMadeOf() throws {
        let kinds = SmallAlbum(kinds: ["id: a\nadaptable: да\n", "id: b\n", "id: c\nadaptable: нет\n"]).schema.kinds
        #expect(kinds.map { $0.field("based-on") != nil } == [true, false, false])
        #expect(kinds[0].field("based-on")?.inverse == "Адаптировано в")
        let text = MarkedText("id: a\nadaptable: {without: [⟦nowhere⟧]}\n")
        let found = SmallAlbum(kinds: [text.text]).schemaDiagnostics
        #expect(found.codes == ["broken-kind"] && found[0].location.range == text.ranges[0])
    }
}
