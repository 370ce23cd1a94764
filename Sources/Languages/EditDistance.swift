/// Optimal string alignment distance: insert, delete, replace, swap neighbours.
///
/// Its rows are kept for the next pair.
package struct EditDistance {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    package init() {}

    /// The distance, or nil when it is above `limit`; O(length × limit).
    package mutating func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        // Cells further than `limit` from the diagonal cannot be part of an answer.
        let beyond = limit + 1
        beforeLast = Array(repeating: beyond, count: right.count + 1)
        last = (0...right.count).map { min($0, beyond) }
        current = beforeLast
        for row in 1...left.count {
            let columns = max(1, row - limit)...max(1, min(right.count, row + limit))
            current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, beyond) : beyond
            var smallest = beyond
            for column in columns {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = min(cost, beyond)
                smallest = min(smallest, cost)
            }
            if columns.upperBound < right.count { current[columns.upperBound + 1] = beyond }
            if smallest > limit { return nil }
            swap(&beforeLast, &last)
            swap(&last, &current)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
