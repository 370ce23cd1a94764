import ArgumentParser
import Catalog
import Diagnostics
import Importing

/// A list that somebody has named or sent: of municipalities, neighbours, directions.
///
/// It comes as lines: a text in any of the encodings of spreadsheets, or the first sheet of a workbook that is seen and holds
/// something, a line for each row, cells parted by tabs, as they would be pasted. A line stands where its row stands in the book, so that
/// remarks name the number that the book shows. What is neither is refused with what it is.
struct GivenList {
    let text: String
    /// What of a book was left out.
    private(set) var note: String?

    /// A list has some thousand lines at most.
    static let largestFile = 4 << 20

    init(_ path: String) throws { try self.init(GivenFile.read(path, limit: Self.largestFile), named: path) }

    init(_ bytes: [UInt8], named name: String) throws {
        guard bytes.count <= Self.largestFile else { throw ValidationError("файл «\(name)» слишком велик для списка") }
        switch FileSignature(bytes) {
        case .excelBook?: (text, note) = try Self.rows(of: bytes, name)
        case let signature?:
            let isTable = signature == .oldOffice || signature == .openSpreadsheet
            let reason = isTable ? StartingReason.oldBook : StartingReason.wordDocument
            throw ValidationError(Terminal.printable(reason.text(.ru, [name, signature.name.ru])))
        case nil:
            let utf8 = SpreadsheetText.utf8(bytes)
            let plain = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
            text = String(decoding: plain, as: UTF8.self)
        }
    }

    private static func rows(of bytes: [UInt8], _ name: String) throws -> (String, String?) {
        let book: Workbook
        do {
            book = try WorkbookReader.read(bytes)
        } catch {
            throw ValidationError(Terminal.printable("\(name): \(error.text(.ru))"))
        }
        let sheets = book.sheets.filter { sheet in
            !sheet.isHidden && sheet.rows.contains { !$0.isHidden && !$0.cells.isEmpty }
        }
        guard let sheet = sheets.first else {
            throw ValidationError(Terminal.printable(StartingReason.emptyBook.text(.ru, [name])))
        }
        var lines: [String] = []
        for row in sheet.rows where !row.isHidden {
            lines += Array(repeating: "", count: max(0, row.number - 1 - lines.count))
            lines.append(line(row, hidden: sheet.hiddenColumns))
        }
        let others = sheets.dropFirst().map { "«\($0.name)»" }.joined(separator: ", ")
        let note = others.isEmpty ? nil : StartingReason.otherSheets.text(.ru, [name, sheet.name, others])
        return (lines.joined(separator: "\n"), note)
    }

    private static func line(_ row: Workbook.Row, hidden: Set<Int>) -> String {
        var cells: [String] = []
        for cell in row.cells where !hidden.contains(cell.column) {
            cells += Array(repeating: "", count: max(0, cell.column - cells.count))
            // One line a row: a line end within a cell is a blank.
            let text = cell.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            cells.append(text.contains("\"") ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text)
        }
        return cells.joined(separator: "\t")
    }
}
