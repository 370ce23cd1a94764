/// What two people have made of one text, brought together line by line.
///
/// Where only one of them has changed something, that is taken; where both have changed the same lines, or have put
/// different lines at the same place, it is theirs to decide. (S. Khanna, K. Kunal, B. Pierce, "A Formal Investigation of
/// Diff3", 2007; other than there, changes that touch without overlapping do not clash: rows of a table are lines.)
package struct ThreeWayMerge: Sendable {
    /// What is to stand where the two disagree.
    package enum Choice: Sendable {
        case mine, theirs
        /// Mine, and theirs below it.
        case both
    }

    private enum Part {
        case agreed([String])
        case disputed(mine: [String], theirs: [String])
    }

    private let parts: [Part]

    /// Compares the lines of three texts, which have `\n`.
    ///
    /// O(lines × changes).
    package init(base: String, mine: String, theirs: String) {
        let lines = Self.lines(base)
        var (left, right) = (Self.hunks(lines, Self.lines(mine))[...], Self.hunks(lines, Self.lines(theirs))[...])
        var (parts, place): ([Part], Int) = ([], 0)
        while let first = Self.earlier(left.first, right.first) {
            if first.old.lowerBound > place { parts.append(.agreed(Array(lines[place..<first.old.lowerBound]))) }
            // All that hangs together on either side.
            var (old, mine, theirs): (Range<Int>, [Hunk], [Hunk]) = (first.old, [], [])
            while true {
                if let hunk = left.first, Self.clash(hunk.old, old) {
                    mine.append(left.removeFirst())
                    old = old.lowerBound..<max(old.upperBound, hunk.old.upperBound)
                } else if let hunk = right.first, Self.clash(hunk.old, old) {
                    theirs.append(right.removeFirst())
                    old = old.lowerBound..<max(old.upperBound, hunk.old.upperBound)
                } else {
                    break
                }
            }
            let (one, other) = (Self.applied(mine, to: lines, old), Self.applied(theirs, to: lines, old))
            if theirs.isEmpty || one == other {
                parts.append(.agreed(one))
            } else if mine.isEmpty {
                parts.append(.agreed(other))
            } else {
                parts.append(.disputed(mine: one, theirs: other))
            }
            place = old.upperBound
        }
        parts.append(.agreed(Array(lines[place...])))
        self.parts = parts
    }

    /// Whether nobody has to decide anything.
    package var isSettled: Bool { parts.allSatisfy { if case .agreed = $0 { true } else { false } } }

    /// The whole text.
    package func text(_ choice: Choice) -> String {
        parts.flatMap { part in
            switch (part, choice) {
            case (.agreed(let lines), _): lines
            case (.disputed(let mine, _), .mine): mine
            case (.disputed(_, let theirs), .theirs): theirs
            case (.disputed(let mine, let theirs), .both): mine + theirs
            }
        }.joined(separator: "\n")
    }

    // MARK: Changes

    /// Lines of the base, and what stands in their place.
    private struct Hunk {
        let old: Range<Int>
        let new: [String]
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func hunks(_ old: [String], _ new: [String]) -> [Hunk] {
        let changes = ItemChanges(from: old, to: new)
        var (hunks, before, after): ([Hunk], Int, Int) = ([], 0, 0)
        while before < old.count || after < new.count {
            let (first, second) = (before, after)
            while changes.removed.contains(before) { before += 1 }
            while changes.inserted.contains(after) { after += 1 }
            if before > first || after > second {
                hunks.append(Hunk(old: first..<before, new: Array(new[second..<after])))
            } else {
                (before, after) = (before + 1, after + 1)
            }
        }
        return hunks
    }

    /// An insertion comes before a change of the line that follows it.
    private static func earlier(_ one: Hunk?, _ other: Hunk?) -> Hunk? {
        guard let one, let other else { return one ?? other }
        return (other.old.lowerBound, other.old.upperBound) < (one.old.lowerBound, one.old.upperBound) ? other : one
    }

    /// Whether two changes are about the same lines, or put lines at the same place.
    private static func clash(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one == other || one.overlaps(other) && !one.isEmpty && !other.isEmpty
            || one.isEmpty && other.lowerBound < one.lowerBound && one.lowerBound < other.upperBound
            || other.isEmpty && one.lowerBound < other.lowerBound && other.lowerBound < one.upperBound
    }

    private static func applied(_ hunks: [Hunk], to lines: [String], _ range: Range<Int>) -> [String] {
        var (result, place): ([String], Int) = ([], range.lowerBound)
        for hunk in hunks {
            result += lines[place..<hunk.old.lowerBound] + hunk.new
            place = hunk.old.upperBound
        }
        return result + lines[place..<range.upperBound]
    }
}
