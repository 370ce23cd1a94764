import Formats

/// A workbook of a spreadsheet program as values.
package struct Workbook: Sendable, Hashable {
    /// In the order of their tabs.
    package var sheets: [Sheet] = []
    /// Whether days are counted from 1904, as Excel for the Macintosh did.
    package var countsFrom1904 = false

    package init() {}

    /// One sheet.
    package struct Sheet: Sendable, Hashable {
        package let name: String
        package let isHidden: Bool
        /// Rows that hold something, from above.
        package var rows: [Row] = []
        /// Cells that were merged; only the first of a range has a value.
        package var merges: [CellRange] = []
        package var comments: [Comment] = []
        package var hiddenColumns: Set<Int> = []
        /// Pictures, charts and text boxes that lie over the cells.
        package var drawings: [Drawing] = []
        /// Where cells link to, by cell.
        package var links: [CellPlace: String] = [:]

        /// Cells with a background or letters of a colour.
        package var colouredCells: [CellPlace] {
            rows.flatMap { row in
                row.cells.filter(\.isColoured).map { CellPlace(row: row.number, column: $0.column) }
            }
        }

        /// Whether nothing of it is to be seen.
        package var isEmpty: Bool { rows.isEmpty && comments.isEmpty && drawings.isEmpty }
    }

    /// One row.
    package struct Row: Sendable, Hashable {
        /// From 1, as the program shows it.
        package let number: Int
        package let isHidden: Bool
        /// Cells that hold something, from the left.
        package var cells: [Cell] = []
    }

    /// One cell.
    package struct Cell: Sendable, Hashable {
        /// From 0.
        package let column: Int
        package let value: Value
        /// As an editor would write it: `15.10.2024`, `85 %`, `0,5`.
        package let text: String
        package var isBold = false
        package var isColoured = false
        /// A formula that no program has worked out yet.
        package var lacksResult = false

        /// The same in another column.
        func moved(to column: Int) -> Cell {
            Cell(
                column: column, value: value, text: text, isBold: isBold, isColoured: isColoured,
                lacksResult: lacksResult)
        }
    }

    /// What a cell holds.
    package enum Value: Sendable, Hashable {
        case text(String)
        case number(Double)
        case date(CalendarDate)
        case boolean(Bool)
        /// `#REF!`
        case error(String)
    }

    /// What somebody wrote beside a cell.
    package struct Comment: Sendable, Hashable {
        package let place: CellPlace
        package let text: String
    }

    /// What lies over the cells.
    package struct Drawing: Sendable, Hashable {
        package enum Sort: Sendable, Hashable {
            case picture, chart, textBox
        }

        package let sort: Sort
        package let text: String
    }
}

/// The place of a cell: `B7`.
package struct CellPlace: Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    package let row: Int
    /// From 0.
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7` or `$B$7`; nothing where it is no place that a sheet of Excel has.
    package init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    package var description: String {
        Self.letters(of: column) + String(row)
    }

    /// How programs call a column: `F`.
    package static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Cells from the upper left to the lower right: `B7:D8`.
package struct CellRange: Sendable, Hashable {
    package let first: CellPlace
    package let last: CellPlace

    init(first: CellPlace, last: CellPlace) {
        self.first = first
        self.last = last
    }

    /// Reads `B7:D8`; nothing of anything else.
    package init?(_ text: some StringProtocol) {
        let ends = text.split(separator: ":", maxSplits: 1).compactMap { CellPlace($0) }
        guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column else {
            return nil
        }
        self.first = first
        self.last = last
    }
}
