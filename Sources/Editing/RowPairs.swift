/// How the rows of a table came to be others: which stayed, were changed, went away or were added.
enum RowPairs {
    enum Step: Equatable {
        case same(Int)
        case changed(Int, Int)
        case removed(Int)
        /// Behind a row of the old ones.
        case added(Int, behind: Int)
    }

    /// The heads are the first row of both and always a pair.
    ///
    /// Where more than a thousand rows differ they are paired in their order. O(rows × changes).
    static func all(_ old: [[String]], _ new: [[String]]) -> [Step] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] || start == 0 { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (left, right) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        var (removed, added): (Set<Int>, Set<Int>) = ([], [])
        if left.count + right.count > 1_000 {
            (removed, added) = (Set(left.indices), Set(right.indices))
        } else {
            let changes = ItemChanges(from: left, to: right)
            (removed, added) = (changes.removed, changes.inserted)
        }
        var steps: [Step] = []
        if let first = old.first, let head = new.first, first != head { steps.append(.changed(0, 0)) }
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            switch (removed.contains(i), added.contains(j)) {
            case (true, true): steps.append(.changed(start + i, start + j))
            case (true, false): steps.append(.removed(start + i))
            case (false, true): steps.append(.added(start + j, behind: start + i - 1))
            case (false, false): steps.append(.same(start + i))
            }
            let (isRemoved, isAdded) = (removed.contains(i), added.contains(j))
            i += isRemoved || !isAdded ? 1 : 0
            j += isAdded || !isRemoved ? 1 : 0
        }
        return steps
    }
}

/// How the columns of a table came to be others, by their heads.
enum ColumnPairs {
    /// For each of the new columns the position of the one that it was, nothing for one that was added.
    ///
    /// Nothing at all where the columns are those of before, though some may have other heads and new ones stand behind them.
    /// O(columns²).
    static func all(_ old: [String], _ new: [String]) -> [Int?]? {
        var left = Array(old.indices)
        var sources: [Int?] = new.map { head in
            guard let place = left.firstIndex(where: { old[$0] == head }) else { return nil }
            return left.remove(at: place)
        }
        // One that has a name of its own at the place of one that is gone was renamed.
        for place in sources.indices where sources[place] == nil && old.count == new.count {
            guard let gone = left.firstIndex(of: place) else { continue }
            sources[place] = left.remove(at: gone)
        }
        let there = sources[..<((sources.lastIndex { $0 != nil } ?? -1) + 1)]
        return there.elementsEqual(old.indices.map { Optional($0) }) ? nil : sources
    }
}
