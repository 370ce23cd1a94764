import Catalog

/// What changed between two texts, as `diff -u` and `patch` write it.
///
/// The format is POSIX's (`diff`, "Diff -u Output Format"): hunks with three lines of context.
package enum UnifiedDiff {
    private static let context = 3

    /// The hunks behind the names of the files; empty where the texts are equal.
    ///
    /// O(lines × changes).
    /// - Parameters:
    ///   - path: of the file, from the root of the site.
    ///   - newPath: that of the new text where it is another.
    package static func text(from old: [UInt8], to new: [UInt8], path: String, newPath: String? = nil) -> String {
        // A table in an encoding of its own is read as people see it.
        let isTable = path.lowercased().hasSuffix(".csv")
        let (before, after) =
            isTable ? (lines(SpreadsheetText.utf8(old)), lines(SpreadsheetText.utf8(new))) : (lines(old), lines(new))
        let rows = rows(before, after)
        let changed = rows.indices.filter { rows[$0].mark != " " }
        guard let first = changed.first else { return "" }
        var hunks: [Range<Int>] = []
        var hunk = max(0, first - context)..<first + 1
        for index in changed.dropFirst() {
            if index - hunk.upperBound > 2 * context {
                hunks.append(hunk.lowerBound..<min(rows.count, hunk.upperBound + context))
                hunk = index - context..<index + 1
            } else {
                hunk = hunk.lowerBound..<index + 1
            }
        }
        hunks.append(hunk.lowerBound..<min(rows.count, hunk.upperBound + context))
        return "--- a/\(path)\n+++ b/\(newPath ?? path)\n" + hunks.map { written(rows, $0) }.joined()
    }

    private struct Row {
        let mark: Character
        let line: ArraySlice<UInt8>
        /// How many lines of either text stand above.
        let above: (old: Int, new: Int)
    }

    private static func rows(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) -> [Row] {
        let changes = ItemChanges(from: before, to: after)
        var rows: [Row] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if changes.removed.contains(old) {
                rows.append(Row(mark: "-", line: before[old], above: (old, new)))
                old += 1
            } else if changes.inserted.contains(new) {
                rows.append(Row(mark: "+", line: after[new], above: (old, new)))
                new += 1
            } else {
                rows.append(Row(mark: " ", line: before[old], above: (old, new)))
                (old, new) = (old + 1, new + 1)
            }
        }
        return rows
    }

    private static func written(_ rows: [Row], _ hunk: Range<Int>) -> String {
        let part = rows[hunk]
        let (old, new) = (part.count { $0.mark != "+" }, part.count { $0.mark != "-" })
        func place(_ above: Int, _ count: Int) -> String { "\(count == 0 ? above : above + 1),\(count)" }
        let above = part[hunk.lowerBound].above
        let head = "@@ -\(place(above.old, old)) +\(place(above.new, new)) @@\n"
        return head
            + part.map { row in
                let line = String(decoding: row.line, as: UTF8.self)
                return String(row.mark)
                    + (line.last?.isNewline == true ? line : line + "\n\\ No newline at end of file\n")
            }.joined()
    }

    /// With their ends; bytes that are no UTF-8 are shown as U+FFFD.
    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }
}
