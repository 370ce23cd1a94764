import Catalog
import Languages

/// The adjective of a place and the place itself, which the search takes for the same: «Миасский» is «Миасс».
///
/// Comes of a vocabulary: an entry whose name is an adjective with a last word («Миасский ГО»), and its aliases that are
/// proper names without that adjective («г. Миасс» without what ends in a full stop, «Миасс»).
package enum PlaceNames {
    /// Sets of names that mean the same, in the order of the entries; an entry without another name has none.
    package static func sets(_ vocabulary: Vocabulary?) -> [[String]] {
        (vocabulary.map { Array($0.entries) } ?? []).reduce(into: []) { sets, entry in
            guard let set = set(entry), !sets.contains(set) else { return }
            sets.append(set)
        }
    }

    private static func set(_ entry: VocabularyEntry) -> [String]? {
        let words = entry.name.split(separator: " ").map(String.init)
        guard words.count > 1, let adjective = words.first, ["ий", "ый", "ой"].contains(where: adjective.hasSuffix)
        else {
            return nil
        }
        var names = [adjective]
        for alias in entry.aliases {
            let name = alias.split(separator: " ").filter { !$0.hasSuffix(".") }.joined(separator: " ")
            let isOther = NameFolding.fold(String(name.prefix { $0 != " " })) != NameFolding.fold(adjective)
            if isOther, name.first?.isUppercase ?? false, !names.contains(name) { names.append(name) }
        }
        return names.count > 1 ? names : nil
    }
}
