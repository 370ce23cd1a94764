/// What keeps an expression of time from being read whole.
///
/// One at most for each expression: the first cause, in words an editor can act on.
package enum TermProblem: Hashable, Sendable {
    /// `part` is what the grammar could not take, to the end of the expression.
    case notUnderstood(part: String)
    /// «май 2025 (перенесено с марта 2025)»: `part` is the remark with a date that does not lie in the term.
    case elsewhere(part: String)
    /// «то же», «-//-»: the term of another row.
    case repeated
    /// «30 февраля 2024»; `right` is the whole expression with the nearest day that there is.
    case noSuchDay(right: String)
    /// «01.13.2023»; `right` is the whole expression with the day first, where that is a date.
    case noSuchMonth(Int, right: String?)
    /// «17 октебря»; `right` is the word that was meant.
    case misspelt(word: String, right: String)
    /// The end lies before the beginning.
    case reversed
    /// «март, октябрь»: several terms, which are no stretch of time.
    case several
    /// «март» where nothing says of which year; the expression is understood all the same.
    case noYear
    /// «август» in a school year: before it, or at its end; the expression has no date.
    case eitherYear(Int, Int)
    /// «1 полугодие» where nothing says whether a year of the calendar or a school year is meant; the first of each.
    case eitherSort(calendar: Int, school: Int)
    /// «09.24»: a month of a year, or a time of day; `right` is the expression with the year in four digits.
    case shortYear(right: String)
    /// «10:00»: a time of a day that is not named.
    case timeAlone
    /// «понедельник»: a day of which week is not said.
    case weekdayAlone
    /// «в течение 3 дней»: how long it lasts, and not since when.
    case duration

    /// The whole expression with a day that there is; nothing where none is near.
    var right: String? {
        switch self {
        case .noSuchDay(let right): right
        case .noSuchMonth(_, let right): right
        default: nil
        }
    }
}
