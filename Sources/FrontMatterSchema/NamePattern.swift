/// Regular expressions (ECMA-262, as JSON Schema asks for) that take a name as the readers do, who fold it: letter case,
/// ё and е, sorts of dashes, quotation marks and white space do not count.
enum NamePattern {
    /// A whole text that is one of the names.
    static func whole(_ names: [String]) -> String { "^\\s*(?:\(alternatives(names)))\\s*$" }

    /// One of the names, to stand within another expression.
    static func alternatives(_ names: [String]) -> String {
        var seen: Set<String> = []
        return names.map(one).filter { seen.insert($0).inserted }.joined(separator: "|")
    }

    private static func one(_ name: String) -> String {
        var result = ""
        var wasSpace = false
        for character in name {
            if character.isWhitespace {
                if !wasSpace { result += "\\s+" }
                wasSpace = true
                continue
            }
            // Behind № a space is nothing new.
            wasSpace = character == "№"
            result += piece(character)
        }
        return result
    }

    private static func piece(_ character: Character) -> String {
        switch character {
        case "е", "ё", "Е", "Ё": return "[ЕеЁё]"
        case "-", "‐", "‑", "‒", "–", "—", "−": return "[-‐‑‒–—−]"
        case "«", "»", "\"", "„", "“", "”": return "[«»\"„“”]?"
        case "№": return "№\\s*"
        default:
            let (small, large) = (character.lowercased(), character.uppercased())
            if small != large, small.unicodeScalars.count == 1, large.unicodeScalars.count == 1 {
                return "[\(large)\(small)]"
            }
            return escaped(String(character))
        }
    }

    /// The very text.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "^$\\.*+?()[]{}|/".contains(character) { result += "\\" }
            result.append(character)
        }
    }
}
