import Catalog

/// Which entries of two axes have materials together: municipalities × directions, as two things apart.
///
/// *Own* is what a municipality worked out: materials of kinds with ``CoverageRole/own`` that name at most
/// ``mostAuthors`` rows. *Taking part* are materials of kinds with ``CoverageRole/takingPart``, such as name more
/// rows than that, as who stands in a list of forty did not write it, and such as were decided above them: the roadmap
/// of a ministry that names three municipalities is none of theirs. Materials of other kinds are neither. A gap is where
/// nothing of one's own is.
package struct Coverage: Sendable {
    /// A material that names more rows than this is nobody's own.
    package static let mostAuthors = 4

    /// More are never named: three besides the one who asks.
    package static let mostLeading = 4

    /// What a map shows of each row.
    package enum Measure: String, Sendable, CaseIterable {
        /// Materials of one's own, directions that have some, materials one takes part in.
        case materials, directions, part
    }

    /// Of so many rows one that has something is enough to tell of it first.
    private static let fewestToTell = 20

    /// Which of the two is asked for.
    package enum Part: Int, Sendable, CaseIterable { case own, takingPart }

    /// Positions in ``Schema/vocabularies``.
    package let rowVocabulary: VocabularyIndex
    package let columnVocabulary: VocabularyIndex
    private let allRows: [EntryIndex]
    private let allColumns: [EntryIndex]
    /// For each part and cell, each part and row, each part: materials in the order of the catalog.
    private var cells: [Indexed<EntryIndex, Indexed<EntryIndex, [MaterialIndex]>>]
    private var rows: [Indexed<EntryIndex, [MaterialIndex]>]
    private var all: [[MaterialIndex]]
    /// For each part and column, and each part: materials that name no row.
    private var unplacedCells: [Indexed<EntryIndex, [MaterialIndex]>]
    private var allUnplaced: [[MaterialIndex]]
    /// Of each column the rows that have most of their own.
    private var leading: Indexed<EntryIndex, [(row: EntryIndex, count: Int)]>
    private var mostTelling = Measure.materials
    private var log: ReadLog?

    /// The same as a page reads it; its vocabularies are noted with ``Question/axes``.
    package func read(_ log: ReadLog) -> Coverage {
        var coverage = self
        coverage.log = log
        return coverage
    }

    /// Counts published materials.
    ///
    /// O(materials × rows of one × columns of one).
    /// - Parameter published: in the order of the catalog.
    package init(
        _ catalog: AlbumCatalog, rows rowVocabulary: VocabularyIndex, columns columnVocabulary: VocabularyIndex,
        published: [MaterialIndex]
    ) {
        self.rowVocabulary = rowVocabulary
        self.columnVocabulary = columnVocabulary
        allRows = catalog.vocabularies[rowVocabulary].shown
        allColumns = catalog.vocabularies[columnVocabulary].shown
        let rowCount = catalog.vocabularies[rowVocabulary].entries.count
        let columnCount = catalog.vocabularies[columnVocabulary].entries.count
        let parts = Part.allCases.count
        let row = Indexed<EntryIndex, [MaterialIndex]>(repeating: [], count: columnCount)
        cells = Array(repeating: Indexed(repeating: row, count: rowCount), count: parts)
        rows = Array(repeating: Indexed(repeating: [], count: rowCount), count: parts)
        all = Array(repeating: [], count: parts)
        unplacedCells = Array(repeating: row, count: parts)
        allUnplaced = all
        leading = Indexed(repeating: [], count: columnCount)
        for index in published {
            let material = catalog.materials[index]
            let rows = material.axes.filter { $0.vocabulary == rowVocabulary }.map(\.entry)
            guard let part = Self.part(of: material, naming: rows.count, of: rowVocabulary, catalog) else { continue }
            let columns = material.axes.filter { $0.vocabulary == columnVocabulary }.map(\.entry)
            if rows.isEmpty {
                allUnplaced[part.rawValue].append(index)
                for column in columns { unplacedCells[part.rawValue][column].append(index) }
            } else {
                count(index, part, rows, columns)
            }
        }
        let own = cells[Part.own.rawValue]
        for column in allColumns {
            let filled = allRows.filter { !own[$0][column].isEmpty }
            let ordered = filled.sorted { (own[$1][column].count, $0) < (own[$0][column].count, $1) }
            leading[column] = ordered.prefix(Self.mostLeading).map { ($0, own[$0][column].count) }
        }
        let placed = allRows.filter { catalog.vocabularies[rowVocabulary].entries[$0].tile != nil }
        let counted = placed.isEmpty ? allRows : placed
        let filled = Measure.allCases.map { measure in counted.count { value(measure, row: $0) > 0 } }
        let place =
            filled.firstIndex { $0 * Self.fewestToTell >= counted.count } ?? filled.firstIndex(of: filled.max() ?? 0)
        mostTelling = Measure.allCases[place ?? 0]
    }

    /// What a map shows that stands alone, the same on all pages: the first measure by which it is not all but empty.
    package var telling: Measure {
        log?.note(.measure)
        return mostTelling
    }

    /// What a map by a measure shows of a row.
    package func value(_ measure: Measure, row: EntryIndex) -> Int {
        switch measure {
        case .materials: materials(.own, row: row).count
        case .directions: filled(row: row)
        case .part: materials(.takingPart, row: row).count
        }
    }

    private mutating func count(
        _ material: MaterialIndex, _ part: Part, _ ofRow: [EntryIndex], _ ofColumn: [EntryIndex]
    ) {
        all[part.rawValue].append(material)
        for row in ofRow {
            rows[part.rawValue][row].append(material)
            for column in ofColumn { cells[part.rawValue][row][column].append(material) }
        }
    }

    /// What a material is to the rows that it names; nothing where it names none or counts for neither.
    package func part(of material: Material, _ catalog: AlbumCatalog) -> Part? {
        let rows = material.axes.count { $0.vocabulary == rowVocabulary }
        return rows == 0 ? nil : Self.part(of: material, naming: rows, of: rowVocabulary, catalog)
    }

    private static func part(
        of material: Material, naming rows: Int, of vocabulary: VocabularyIndex, _ catalog: AlbumCatalog
    ) -> Part? {
        let kind = catalog.kind(of: material)
        guard !kind.roles.isAside else { return nil }
        switch kind.coverage {
        case .own:
            // To a region its own plans are its own.
            let isFromAbove = rows > 0 && vocabulary != catalog.regionAxis && material.holdsForItsRegion(catalog.schema)
            return rows > mostAuthors || isFromAbove ? .takingPart : .own
        case .takingPart: return .takingPart
        case .none: return nil
        }
    }

    /// Materials that have both, in the order of the catalog.
    package func materials(_ part: Part, row: EntryIndex, column: EntryIndex) -> [MaterialIndex] {
        log?.note(.covered(EntryReference(vocabulary: rowVocabulary, entry: row)))
        return cells[part.rawValue][row][column]
    }
    /// Materials of a row, each once.
    package func materials(_ part: Part, row: EntryIndex) -> [MaterialIndex] {
        log?.note(.covered(EntryReference(vocabulary: rowVocabulary, entry: row)))
        return rows[part.rawValue][row]
    }
    /// Materials of all rows, each once.
    package func materials(_ part: Part) -> [MaterialIndex] {
        log?.note(.coverage)
        return all[part.rawValue]
    }
    /// Materials that would count and name no row, in the order of the catalog; of a column, or all of them.
    package func unplaced(_ part: Part, column: EntryIndex? = nil) -> [MaterialIndex] {
        log?.note(.coverage)
        return column.map { unplacedCells[part.rawValue][$0] } ?? allUnplaced[part.rawValue]
    }
    /// Sum of a column's cells: a material of two rows counts at both.
    package func sum(_ part: Part, column: EntryIndex) -> Int {
        allRows.reduce(0) { $0 + materials(part, row: $1, column: column).count }
    }

    /// Columns of a row that have nothing of its own.
    package func gaps(row: EntryIndex) -> [EntryIndex] {
        allColumns.filter { materials(.own, row: row, column: $0).isEmpty }
    }
    /// Rows of a column that have nothing of their own.
    package func gaps(column: EntryIndex) -> [EntryIndex] {
        allRows.filter { materials(.own, row: $0, column: column).isEmpty }
    }
    /// The few rows that have most of their own in a column, with how many: those that have most first.
    package func leading(column: EntryIndex) -> [(row: EntryIndex, count: Int)] {
        log?.note(
            .leading(EntryReference(vocabulary: columnVocabulary, entry: column), rows: rowVocabulary))
        return leading[column]
    }
    /// Columns of a row that have something of its own.
    package func filled(row: EntryIndex) -> Int { allColumns.count - gaps(row: row).count }
    /// Rows that have something, with or without a column.
    package func rows(with part: Part) -> [EntryIndex] { allRows.filter { !materials(part, row: $0).isEmpty } }
}
