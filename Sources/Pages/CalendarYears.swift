import Catalog
import Theming

/// The years in which a row of the calendar lies: what it stands under, so that a year finds no row under another one.
struct CalendarYears: Hashable {
    let first: Int
    /// None for what has a beginning and no end.
    let last: Int?

    /// Nothing for a term of which not even a year is known.
    init?(_ period: Period) {
        guard let first = period.sortKey?.year else { return nil }
        self.first = first
        last = period.isOpen || period.start == nil ? period.end?.year ?? first : period.end?.year
    }

    /// `2023`, `2023-2024`, `2023-on`.
    var id: String {
        guard let last else { return "\(first)-on" }
        return last == first ? String(first) : "\(first)-\(last)"
    }

    /// «2023 год», «2023–2024 годы», «С 2023 года».
    func title(_ strings: Strings) -> String {
        guard let last else { return strings.text(Word.yearsOn, String(first)) }
        return last == first
            ? strings.text(Word.yearTitle, String(first)) : strings.text(Word.yearsTitle, String(first), String(last))
    }

    /// The latest beginning first; of the same, what lasts longest.
    static func precedes(_ left: CalendarYears, _ right: CalendarYears) -> Bool {
        (left.first, left.last ?? .max) > (right.first, right.last ?? .max)
    }
}
