import Formats

/// What changed between two texts, line by line, as a page shows it.
enum TextComparison {
    /// Lines that went and lines that came, each marked, with a line of what stayed around them.
    ///
    /// O(lines × changes) (E. Myers, "An O(ND) Difference Algorithm", 1986, in the standard library).
    static func html(from old: String, to new: String) -> String {
        let (before, after) = (lines(old), lines(new))
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var rows: [(mark: String, text: String)] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                rows.append(("del", before[old]))
                old += 1
            } else if inserted.contains(new) {
                rows.append(("ins", after[new]))
                new += 1
            } else {
                rows.append(("", before[old]))
                (old, new) = (old + 1, new + 1)
            }
        }
        let shown = rows.indices.filter { index in
            (max(0, index - 1)...min(rows.count - 1, index + 1)).contains { !rows[$0].mark.isEmpty }
        }
        return "<div class=\"difference\">"
            + shown.map { index in
                let text = rows[index].text.isEmpty ? "&nbsp;" : HTMLEscaping.html(rows[index].text)
                let mark = rows[index].mark
                return mark.isEmpty ? "<p>\(text)</p>" : "<p><\(mark)>\(text)</\(mark)></p>"
            }.joined() + "</div>"
    }

    private static func lines(_ text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
