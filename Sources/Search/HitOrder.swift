/// In which order hits are shown, and which of them are counted.
///
/// First the page that the query names, such as the calendar; then the others, of a query with a quoted phrase those with
/// all words before the rest; at last the pages that stand aside. Within a group the better score is first, of equal ones
/// the lesser id. The browser's client has the same order.
struct HitOrder {
    private typealias Hit = Scores.Hit

    /// All hits that pass, in order.
    private(set) var hits: [Scores.Hit]
    /// The number of pages that the answer counts: where it is split those with all words, else all but those aside;
    /// where all stand aside, these.
    private(set) var total: Int
    /// The number of pages with all words, those aside left out.
    private(set) var complete: Int
    /// Whether pages with all words stand before the others.
    let isSplit: Bool

    /// - Parameters:
    ///   - found: hits before any filter: these decide whether the answer is split.
    ///   - named: the page that the query names, if it names one.
    ///   - firstAside: the first of the ids that stand aside.
    ///   - isQuoted: whether the query has a quoted phrase, which only a page with all words can have.
    init(_ found: [Scores.Hit], named: Int?, firstAside: Int, isQuoted: Bool, where passes: (Int) -> Bool) {
        let main = found.filter { $0.id < firstAside }
        let whole = main.filter(\.isComplete)
        let isSplit = isQuoted && !whole.isEmpty && whole.count < main.count
        let counted = isSplit ? whole : main.isEmpty ? found : main
        func group(_ hit: Scores.Hit) -> Int {
            if hit.id == named { return 0 }
            if hit.id >= firstAside { return 3 }
            return isSplit && !hit.isComplete ? 2 : 1
        }
        self.isSplit = isSplit
        total = counted.count { passes($0.id) }
        complete = whole.count { passes($0.id) }
        hits = found.filter { passes($0.id) }.map { (group($0), $0) }
            .sorted { ($0.0, $1.1.score, $0.1.id) < ($1.0, $0.1.score, $1.1.id) }
            .map(\.1)
    }

    /// Leaves these hits alone, which are all counted.
    mutating func keep(only held: [Scores.Hit]) {
        hits = held
        total = held.count
        complete = held.count(where: \.isComplete)
    }
}
