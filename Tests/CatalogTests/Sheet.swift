import AlbumMarkdown
import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Catalog

/// What a CSV file gives as the events of a roadmap.
struct Sheet {
    static let kind = """
        id: roadmap
        tables:
          events:
            heading: Мероприятия
            key: name
            columns:
              name: {label: Мероприятие, type: markdown, required: true}
              participants: {label: Участники, type: list}
              term: {label: Сроки, type: period}
            views: [calendar]
          rows:
            heading: Строки
            key: name
            columns:
              name: {label: Мероприятие, type: markdown, required: true}
              term: {label: Сроки, type: period}
              executors: {label: Исполнители, type: list}
              result: {label: Результат, type: text}
              share: {label: Доля, type: share}
          figures:
            heading: Числа
            columns: {name: {label: Показатель, type: text}, value: {label: Количество, type: number}}
        """

    let table: RecordTable?
    let diagnostics: [Diagnostic]
    let file: SourceFile?

    init(_ bytes: [UInt8], table name: Int = 0, frame: String? = nil) {
        let album = SmallAlbum(kinds: [Self.kind])
        let kind = album.schema.kinds[0]
        let (file, faults) = TextLoader.load(
            path: "content/a.csv", bytes: SpreadsheetText.utf8(bytes), allowing: [.byteOrderMark, .carriageReturns])
        self.file = file
        guard let file else {
            (table, diagnostics) = (nil, faults)
            return
        }
        let csv = CSVTable(file, kind.tables[name])
        let values = ValueReader(
            schema: album.schema, file: file,
            edition: CalendarDate(year: 2024, month: 1, day: 1)!,
            frame: frame.flatMap { TimeFrame(Period.parse($0)) })
        var reader = RecordTableReader(document: Document(), file: file, kind: kind, values: values)
        let cells = MarkdownParser.parse(file: file, rows: csv.rows.map { ($0.range, $0.cells) })
        table = reader.table(in: cells.document, file, name, values: values, uneven: csv.unevenRows)
        diagnostics = faults + csv.diagnostics + reader.diagnostics
    }

    init(_ text: String, table: Int = 0, frame: String? = nil) {
        self.init(Array(text.utf8), table: table, frame: frame)
    }

    /// Names of the records.
    var names: [String] {
        guard let table, let key = table.column(0) else { return [] }
        return table.records.filter { $0.role == .record }.map { $0.cells[key].text }
    }
}
