/// Abbreviations that programs may not part at the end of a line: `МОУО`, `ФГБОУ`.
///
/// Books leave hyphenation to the program that shows them (`hyphens: auto`), which takes an abbreviation for a word; the style
/// forbids it for the class ``name``.
enum WholeAbbreviations {
    static let name = "whole"
    /// Shorter words are parted by nobody: at least two letters stay at either end.
    private static let shortest = 4

    /// The text with each abbreviation in an element of its own; O(length).
    static func marked(_ text: String) -> [HTMLTree.Node] {
        var nodes: [HTMLTree.Node] = []
        var plain = ""
        var word = ""
        func end() {
            defer { word = "" }
            guard isAbbreviation(word) else { return plain += word }
            if !plain.isEmpty { nodes.append(.text(plain)) }
            plain = ""
            nodes.append(.element(HTMLTree.Element("span", [("class", name)], [.text(word)])))
        }
        for letter in text {
            if letter.isLetter {
                word.append(letter)
            } else {
                end()
                plain.append(letter)
            }
        }
        end()
        if !plain.isEmpty { nodes.append(.text(plain)) }
        return nodes
    }

    /// Whether more of its letters are capitals than not, an ending left aside: `ФГОСов` and `ВсОШ` are, `Минпросвещения` is not.
    private static func isAbbreviation(_ word: String) -> Bool {
        guard word.count >= shortest else { return false }
        let capitals = word.count(where: \.isUppercase)
        return capitals >= 2 && capitals * 2 > word.count && capitals < longestInCapitals
    }

    /// A title in capitals is written in words.
    private static let longestInCapitals = 12
}
