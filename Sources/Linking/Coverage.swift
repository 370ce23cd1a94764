import Catalog

/// Which entries of two axes have materials together: municipalities × directions.
package struct Coverage: Sendable {
    /// Positions in ``Schema/vocabularies``.
    package let rowVocabulary: Int
    package let columnVocabulary: Int
    private let rowCount: Int
    private let columnCount: Int
    private let cells: [[Int]]
    private let rows: [[Int]]
    private let columns: [[Int]]

    /// Counts the materials of a catalog.
    ///
    /// O(materials × rows of one × columns of one).
    package init(
        _ catalog: AlbumCatalog, rows rowVocabulary: Int, columns columnVocabulary: Int, showsDrafts: Bool = false
    ) {
        self.rowVocabulary = rowVocabulary
        self.columnVocabulary = columnVocabulary
        rowCount = catalog.vocabularies[rowVocabulary].entries.count
        columnCount = catalog.vocabularies[columnVocabulary].entries.count
        var cells = [[Int]](repeating: [], count: rowCount * columnCount)
        var rows = [[Int]](repeating: [], count: rowCount)
        var columns = [[Int]](repeating: [], count: columnCount)
        for (index, material) in catalog.materials.enumerated() where showsDrafts || !material.isDraft {
            let ofRow = material.axes.filter { $0.vocabulary == rowVocabulary }.map(\.entry)
            let ofColumn = material.axes.filter { $0.vocabulary == columnVocabulary }.map(\.entry)
            for row in ofRow { rows[row].append(index) }
            for column in ofColumn { columns[column].append(index) }
            for row in ofRow { for column in ofColumn { cells[row * columnCount + column].append(index) } }
        }
        self.cells = cells
        self.rows = rows
        self.columns = columns
    }

    /// Materials that have both, in the order of the catalog.
    package func materials(row: Int, column: Int) -> [Int] { cells[row * columnCount + column] }
    /// Materials of a row, each once.
    package func materials(row: Int) -> [Int] { rows[row] }
    /// Materials of a column, each once.
    package func materials(column: Int) -> [Int] { columns[column] }

    /// Columns of a row that have nothing.
    package func gaps(row: Int) -> [Int] { (0..<columnCount).filter { materials(row: row, column: $0).isEmpty } }
    /// Rows of a column that have nothing.
    package func gaps(column: Int) -> [Int] { (0..<rowCount).filter { materials(row: $0, column: column).isEmpty } }
    /// Columns of a row that have something.
    package func filled(row: Int) -> Int { columnCount - gaps(row: row).count }
}
