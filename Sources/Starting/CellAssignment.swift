/// The cheapest way to give each row a column of its own.
///
/// The Hungarian method (Kuhn, "The Hungarian Method for the Assignment Problem", 1955) by shortest augmenting paths
/// with potentials (Jonker and Volgenant, Computing 38, 1987). Of several cheapest ways it takes the one in which
/// earlier columns go first, so that the answer is always the same. O(rows² · columns).
enum CellAssignment {
    /// The column of each row.
    ///
    /// - Parameter costs: rows of equal length, none longer than there are columns.
    static func least(_ costs: [[Int]]) -> [Int] {
        guard let columns = costs.first?.count else { return [] }
        precondition(costs.count <= columns && costs.allSatisfy { $0.count == columns }, "a column for each row")
        var rowPotential = [Int](repeating: 0, count: costs.count + 1)
        var columnPotential = [Int](repeating: 0, count: columns + 1)
        // Rows and columns count from 1; 0 is none.
        var rowOf = [Int](repeating: 0, count: columns + 1)
        for row in 1...costs.count {
            rowOf[0] = row
            var (column, before) = (0, [Int](repeating: 0, count: columns + 1))
            var distance = [Int](repeating: .max, count: columns + 1)
            var isDone = [Bool](repeating: false, count: columns + 1)
            repeat {
                isDone[column] = true
                let current = rowOf[column]
                var (least, next) = (Int.max, 0)
                for other in 1...columns where !isDone[other] {
                    let cost = costs[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
                    if cost < distance[other] { (distance[other], before[other]) = (cost, column) }
                    if distance[other] < least { (least, next) = (distance[other], other) }
                }
                for other in 0...columns {
                    if isDone[other] {
                        rowPotential[rowOf[other]] += least
                        columnPotential[other] -= least
                    } else if distance[other] != .max {
                        distance[other] -= least
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[before[column]]
                column = before[column]
            }
        }
        var result = [Int](repeating: 0, count: costs.count)
        for column in 1...columns where rowOf[column] != 0 { result[rowOf[column] - 1] = column - 1 }
        return result
    }
}
