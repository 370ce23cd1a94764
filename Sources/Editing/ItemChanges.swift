/// Which items of a list went, and which of another came, that one may become the other: lines, words, rows.
///
/// E. Myers, "An O(ND) Difference Algorithm", 1986, in the standard library.
package struct ItemChanges: Sendable {
    /// Positions in the old list.
    package let removed: Set<Int>
    /// Positions in the new one.
    package let inserted: Set<Int>

    /// O(items × changes).
    package init<Item: Equatable>(from old: [Item], to new: [Item]) {
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        (self.removed, self.inserted) = (removed, inserted)
    }
}
