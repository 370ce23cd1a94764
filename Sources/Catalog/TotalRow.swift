import Diagnostics

/// Rows that sum up the others of their table.
///
/// ```
/// total = word [":"] { empty cell | any cell }        «Итого», «Всего: 12», «Итого по разделу»
///       | word name { empty cell | number }           «Всего часов | 144», «Всего провести | | 12»
///       | word name number { empty cell }             «Всего планируется слётов: 3»
/// word  = "итого" | "всего"
/// ```
/// Where the rows are numbers, «Всего участников» is one of them; and «Всего доброго: праздник», with a term beside it,
/// is something to be done.
struct TotalRow {
    /// Whether the table has numbers of its own.
    let countsNumbers: Bool
    /// What each column takes; nothing for one that the kind does not know.
    let types: [FieldType?]

    /// Whether a row is one.
    ///
    /// O(cells).
    func isOne(_ texts: [String], _ first: Int) -> Bool {
        let name = HeadingName.fold(texts[first])
        guard let word = ["итого", "всего"].first(where: name.hasPrefix) else { return false }
        let rest = name.dropFirst(word.count)
        guard rest.first.map({ !$0.isLetter }) ?? true else { return false }
        let words = rest.drop { " :.,-".contains($0) }
        if words.isEmpty { return true }
        let isCount = words.first.map(\.isNumber) ?? false
        if isCount, rest.first == ":" { return true }
        guard word == "итого" || !countsNumbers else { return false }
        if isCount || words.hasPrefix("по ") { return true }
        let beside = texts.indices.filter { $0 > first && !texts[$0].isEmpty }
        return beside.isEmpty ? words.contains(where: \.isNumber) : beside.allSatisfy { isNumber(texts[$0], types[$0]) }
    }

    /// «144», «85 %», «36 чел.»; a year in the column of terms is none.
    private func isNumber(_ text: String, _ type: FieldType?) -> Bool {
        if type == .period, text.utf8.count == 4 { return false }
        return text.wholeMatch(of: /\d[\d\s.,]*%?(?:\s*(?:чел|час|шт|ед|мероприят|событи)\p{L}*\.?)?/) != nil
    }
}
