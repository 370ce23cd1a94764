import Languages

/// What a region is called, made by rule of its official name; a person approves it.
///
/// ```swift
/// RegionName.read("Пермский край")   // genitive: "Пермского края", id: "permskii-krai"
/// ```
/// The rule knows «край», «область», «округ» and «республика» with adjectives before them, and «Республика» before a name,
/// which stays as it is. Of any other name nothing is guessed.
package struct RegionName: Sendable, Hashable {
    package var id: String
    package var name: String
    /// «… для школ Пермского края»; nothing where the rule does not know it.
    package var genitive: String?
    /// What people say for short: «Татарстан».
    package var short: String?
    package var aliases: [String] = []

    /// Nothing for a text without letters.
    package static func read(_ text: String) -> RegionName? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let name = words.joined(separator: " ")
        let id = Transliteration.slug(name)
        guard !id.isEmpty, name.contains(where: \.isLetter) else { return nil }
        var result = RegionName(id: id, name: name)
        if let first = words.first, NameFolding.fold(first) == "республика", words.count > 1 {
            let rest = words.dropFirst().joined(separator: " ")
            result.genitive = String(first.dropLast()) + "и " + rest
            result.short = rest
            result.aliases = ["Респ. " + rest]
            return result
        }
        result.genitive = genitive(words)
        if words.count == 2, NameFolding.fold(words[1]) == "область" { result.aliases = [words[0] + " обл."] }
        return result
    }

    /// What its office for education may be called; a person approves it.
    ///
    /// Nothing where the genitive is not known.
    package var suggestedDepartment: String? { genitive.map { "Министерство образования \($0)" } }

    /// What a person says of the office: nothing typed is the suggestion, a hyphen is that none shall be written.
    package func department(typed: String) -> String? {
        let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? suggestedDepartment : words == "-" ? nil : words
    }

    /// All names under which tables have it behind a municipality.
    package var allNames: [String] {
        [name, genitive].compactMap(\.self).flatMap { text in
            ["область", "области"].contains { text.hasSuffix(" \($0)") }
                ? [text, text.split(separator: " ").dropLast().joined(separator: " ") + " обл."] : [text]
        }
    }

    private static func genitive(_ words: [String]) -> String? {
        guard words.count > 1, let last = words.last else { return nil }
        let head: String
        let endings: [(nominative: String, genitive: String)]
        switch NameFolding.fold(last) {
        case "край": (head, endings) = (String(last.dropLast()) + "я", Self.masculine)
        case "округ": (head, endings) = (last + "а", Self.masculine)
        case "область": (head, endings) = (String(last.dropLast()) + "и", Self.feminine)
        case "республика": (head, endings) = (String(last.dropLast()) + "и", Self.feminine)
        default: return nil
        }
        var result: [String] = []
        for word in words.dropLast() {
            guard let ending = endings.first(where: { word.hasSuffix($0.nominative) }) else { return nil }
            result.append(String(word.dropLast(ending.nominative.count)) + ending.genitive)
        }
        return (result + [head]).joined(separator: " ")
    }

    /// Endings that lead back from the genitive too: «…ого» alone may be of «…ый» and of «…ой».
    static let plainMasculine = [("ский", "ского"), ("цкий", "цкого"), ("ный", "ного")]
        .map { (nominative: $0.0, genitive: $0.1) }
    private static let masculine = plainMasculine + [(nominative: "ой", genitive: "ого")]
    private static let feminine = [("ая", "ой")].map { (nominative: $0.0, genitive: $0.1) }
}
