import Bodies
import Drawings
import Languages
import Theming

/// What the numbers of a chart say, as the end of its title: the title of a picture that states its finding is read
/// where the picture is only looked at.
///
/// ```
/// Заявки в региональный методический актив: одобрено — 458 из 629 (73 %)      the largest part of one whole
/// Доля экспертных оценок «за»: от 52 % (традиционная форма) до 89 % (ВПР)     the lowest and the highest of several
/// Какая доля школ прошла самодиагностику: 99,4 %                              one number
/// ```
struct ChartFinding {
    let form: BarChart.Form
    let table: ChartTable
    let strings: Strings

    /// Nothing where the numbers say no one thing: of several rows with several numbers each.
    var text: String? {
        let rows = table.rows
        guard let first = rows.first else { return nil }
        if rows.count == 1, form == .stacked { return largestPart(of: first) }
        guard rows.allSatisfy({ $0.values.count == 1 }) else { return nil }
        let numbered = zip(rows, table.texts.dropFirst()).compactMap { row, texts in
            row.values[0].map { (value: $0, name: row.name, text: texts.count > 1 ? texts[1] : "") }
        }
        // What is missing may be the lowest or the highest.
        guard numbered.count == rows.count, let lowest = numbered.min(by: { $0.value < $1.value }),
            let highest = numbered.max(by: { $0.value < $1.value })
        else { return nil }
        if lowest.value == highest.value { return highest.text }
        return strings.text(Word.chartFromTo, lowest.text, lowest.name, highest.text, highest.name)
    }

    private func largestPart(of row: BarChart.Row) -> String? {
        let head = table.texts[0].dropFirst()
        let values = row.values.compactMap(\.self)
        let total = values.reduce(0, +)
        guard values.count == row.values.count, values.count == head.count, values.count > 1, total > 0,
            let place = values.indices.max(by: { values[$0] < values[$1] })
        else { return nil }
        func written(_ value: Double) -> String {
            value == value.rounded() ? NumberText.grouped(Int(value), strings.language) : table.texts[1][place + 1]
        }
        guard total == total.rounded() else { return nil }
        let share = NumberText.percent(Int((values[place] / total * 100).rounded()), strings.language)
        let name = Self.loweringFirst(head[head.startIndex + place])
        return strings.text(Word.chartShareOf, name, written(values[place]), written(total), share)
    }

    /// Within a sentence a name begins small, but an abbreviation.
    private static func loweringFirst(_ name: String) -> String {
        name.dropFirst().first?.isUppercase ?? false ? name : name.prefix(1).lowercased() + name.dropFirst()
    }
}
