/// What changed between two texts, line by line, in the unified format that `patch` and Git read (POSIX, `diff -u`).
enum LineDiff {
    /// Lines of context around a change.
    private static let context = 3

    /// The hunks; empty where the texts are the same.
    ///
    /// O(lines × changes) (E. Myers, "An O(ND) Difference Algorithm", 1986, in the standard library).
    static func hunks(from old: [UInt8], to new: [UInt8]) -> String {
        let rows = rows(lines(old), lines(new))
        let changed = rows.indices.filter { rows[$0].mark != " " }
        var hunks = ""
        var position = 0
        while position < changed.count {
            var last = position
            while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
            let range = max(0, changed[position] - context)..<min(rows.count, changed[last] + context + 1)
            hunks += hunk(rows, range)
            position = last + 1
        }
        return hunks
    }

    private struct Row {
        let mark: Character
        let text: String
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func rows(_ before: [String], _ after: [String]) -> [Row] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var rows: [Row] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                rows.append(Row(mark: "-", text: before[old]))
                old += 1
            } else if inserted.contains(new) {
                rows.append(Row(mark: "+", text: after[new]))
                new += 1
            } else {
                rows.append(Row(mark: " ", text: before[old]))
                (old, new) = (old + 1, new + 1)
            }
        }
        return rows
    }

    private static func hunk(_ rows: [Row], _ range: Range<Int>) -> String {
        func place(_ other: Character) -> String {
            let start = rows[..<range.lowerBound].count { $0.mark != other }
            let count = rows[range].count { $0.mark != other }
            return "\(count == 0 ? start : start + 1),\(count)"
        }
        return "@@ -\(place("+")) +\(place("-")) @@\n" + rows[range].map { "\($0.mark)\($0.text)\n" }.joined()
    }
}

extension RenamingPlan {
    /// What would be written, as `git diff` shows it.
    package var diff: String {
        changes.map { change in
            let hunks = LineDiff.hunks(from: change.before, to: change.after)
            return (change.isMove ? "rename from \(change.from)\nrename to \(change.to)\n" : "")
                + (hunks.isEmpty ? "" : "--- a/\(change.from)\n+++ b/\(change.to)\n\(hunks)")
        }.joined()
    }
}
