import Catalog

/// Terms as a calendar can use them: understood and placed, understood but for the year, or not understood.
package struct TermCount: Sendable, Hashable {
    package private(set) var placed = 0
    /// «до 20 декабря»: no calendar has a place for it before somebody says of which year.
    package private(set) var yearless: [String] = []
    package private(set) var unread: [String] = []

    package init(_ texts: [String] = []) { texts.forEach { add($0) } }

    package mutating func add(_ text: String) {
        let period = Period.parse(text)
        switch period.problem {
        case .noYear?: yearless.append(text)
        default: if period.isUnderstood { placed += 1 } else { unread.append(text) }
        }
    }
}
