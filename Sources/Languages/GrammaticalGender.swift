/// The gender of a Russian noun phrase: «муниципалитет вошёл», «группа вошла», «направление вошло».
package enum GrammaticalGender: Sendable {
    case masculine
    case feminine
    case neuter

    /// That of the first noun of a phrase in the nominative, by its ending.
    ///
    /// «муниципальное образование» is neuter, «вид документа» masculine. Of those in «ь» the ones in «ость» and «асть» are
    /// taken for feminine.
    package init(of phrase: String) {
        let words = phrase.lowercased().split(separator: " ")
        let noun = words.first { word in !Self.adjectives.contains { word.hasSuffix($0) } } ?? words.first ?? ""
        self =
            if ["о", "е", "ё", "мя"].contains(where: noun.hasSuffix) {
                .neuter
            } else if ["а", "я", "ость", "асть"].contains(where: noun.hasSuffix) {
                .feminine
            } else {
                .masculine
            }
    }

    private static let adjectives = ["ый", "ий", "ой", "ое", "ее", "ая", "яя"]
}
