/// Cells that are empty below a filled one, in columns that are filled nearly everywhere.
///
/// A spreadsheet keeps the value of merged cells in the first of them alone. A column that is often empty is one that
/// need not be filled, and nothing is said of it.
struct ColumnGaps {
    /// An empty cell.
    struct Cell {
        let column: Int
        let range: Range<Int>
    }

    private let columns: [Int]
    private var rows = 0
    private var isFilledAbove: Set<Int> = []
    private var empty: [Int: Int] = [:]
    private var below: [Cell] = []

    init(_ columns: [Int]) { self.columns = columns }

    mutating func add(_ row: RowSurvey.Row) {
        rows += 1
        for column in columns where column < row.texts.count {
            if !row.texts[column].isEmpty {
                isFilledAbove.insert(column)
            } else {
                empty[column, default: 0] += 1
                if isFilledAbove.contains(column) { below.append(Cell(column: column, range: row.cells[column])) }
            }
        }
    }

    /// Cells are not merged over the title of a part.
    mutating func breakOff() { isFilledAbove = [] }

    /// Those of columns of which a third is empty at most; in the order of the text.
    ///
    /// Of two rows the second tells nothing unless several of its cells are empty together.
    var cells: [Cell] {
        if rows == 2, below.count > 1 { return below }
        return below.filter { (empty[$0.column] ?? 0) * 3 <= rows }
    }
}
