import Editing
import Formats

/// What changed between two texts, as a page shows it: lines that stay around what changed, and within it the words.
struct TextComparison {
    private enum Piece {
        case same(String), removed(String), added(String)
    }

    private enum Row {
        /// Lines that stay, of which not all are shown.
        case same([String])
        /// Lines that changed, word by word; words and the blanks between them are pieces.
        case changed([Piece])
    }

    private let rows: [Row]

    /// Compares lines, and of lines that changed the words.
    ///
    /// O(lines × changes).
    init(from old: String, to new: String) {
        let (before, after) = (Self.lines(old), Self.lines(new))
        let changes = ItemChanges(from: before, to: after)
        var rows: [Row] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            let (first, second) = (old, new)
            while old < before.count, changes.removed.contains(old) { old += 1 }
            while new < after.count, changes.inserted.contains(new) { new += 1 }
            if old > first || new > second {
                rows.append(.changed(Self.words(before[first..<old], after[second..<new])))
                continue
            }
            while old < before.count, new < after.count, !changes.removed.contains(old), !changes.inserted.contains(new)
            {
                (old, new) = (old + 1, new + 1)
            }
            rows.append(.same(Array(before[first..<old])))
        }
        self.rows = rows
    }

    /// Both texts in one, what went and what came marked.
    static func html(from old: String, to new: String) -> String {
        let comparison = TextComparison(from: old, to: new)
        return "<div class=\"difference\">" + comparison.html(removed: "del", added: "ins") + "</div>"
    }

    /// Two texts for two columns: in each what the other has not is marked.
    static func sides(_ left: String, _ right: String) -> (left: String, right: String) {
        let comparison = TextComparison(from: left, to: right)
        return (
            left.isEmpty ? "" : comparison.html(removed: "mark", added: nil),
            right.isEmpty ? "" : comparison.html(removed: nil, added: "mark")
        )
    }

    // MARK: Shown

    /// - Parameters:
    ///   - removed: the element that marks what went; nothing where it is not shown.
    ///   - added: the same of what came.
    private func html(removed: String?, added: String?) -> String {
        rows.enumerated().map { index, row in
            switch row {
            case .same(let lines): context(lines, isFirst: index == 0, isLast: index == rows.count - 1)
            case .changed(let pieces):
                "<p>"
                    + pieces.map { piece in
                        switch piece {
                        case .same(let text): HTMLEscaping.html(text)
                        case .removed(let text): removed.map { "<\($0)>\(Self.marked(text))</\($0)>" } ?? ""
                        case .added(let text): added.map { "<\($0)>\(Self.marked(text))</\($0)>" } ?? ""
                        }
                    }.joined() + "</p>"
            }
        }.joined()
    }

    /// A line end that came or went is seen by a sign.
    private static func marked(_ text: String) -> String {
        HTMLEscaping.html(text.contains { !$0.isWhitespace } ? text : text.replacing("\n", with: "¶\n"))
    }

    /// One line beside what changed; that there are more is said.
    private func context(_ lines: [String], isFirst: Bool, isLast: Bool) -> String {
        var shown: [String] = []
        if !isFirst, let line = lines.first { shown.append(line) }
        let hidden = lines.count - (isFirst ? 0 : 1) - (isLast ? 0 : 1)
        if hidden > 0 { shown.append("…") }
        if !isLast, let line = lines.last, lines.count > (isFirst ? 0 : 1) { shown.append(line) }
        return shown.map { "<p class=\"around\">\($0.isEmpty ? "&nbsp;" : HTMLEscaping.html($0))</p>" }.joined()
    }

    // MARK: Compared

    /// Longer passages are shown as a whole: comparing their words would take seconds.
    private static let longest = 3_000

    private static func words(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> [Piece] {
        let (before, after) = (old.joined(separator: "\n"), new.joined(separator: "\n"))
        let (left, right) = (tokens(before), tokens(after))
        guard !left.isEmpty, !right.isEmpty, left.count + right.count <= longest else {
            return [.removed(before), .added(after)].filter { if case .removed("") = $0 { false } else { true } }
                .filter { if case .added("") = $0 { false } else { true } }
        }
        let changes = ItemChanges(from: left, to: right)
        var pieces: [Piece] = []
        var (old, new) = (0, 0)
        while old < left.count || new < right.count {
            var (gone, come, kept) = ("", "", "")
            while old < left.count, changes.removed.contains(old) { gone += left[old]; old += 1 }
            while new < right.count, changes.inserted.contains(new) { come += right[new]; new += 1 }
            if !gone.isEmpty { pieces.append(.removed(gone)) }
            if !come.isEmpty { pieces.append(.added(come)) }
            while old < left.count, new < right.count, !changes.removed.contains(old), !changes.inserted.contains(new) {
                kept += left[old]
                (old, new) = (old + 1, new + 1)
            }
            if !kept.isEmpty { pieces.append(.same(kept)) }
        }
        return pieces
    }

    private static func lines(_ text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Words, each with the blanks behind it.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var (token, isBlank) = ("", false)
        for character in text {
            if isBlank, !character.isWhitespace {
                tokens.append(token)
                token = ""
            }
            isBlank = character.isWhitespace
            token.append(character)
        }
        return token.isEmpty ? tokens : tokens + [token]
    }
}
