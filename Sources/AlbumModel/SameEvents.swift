import Catalog
import Diagnostics
import Formats
import Languages

/// Which events rows of roadmaps tell of: each stands in the calendar once, and what may be one is told.
///
/// A row tells of an event that it names if both have the same days; or if it names no other one, and its term is at most a
/// month in which the event lies, or some days before or behind it: then the event's days are the better ones. So does a
/// row of a roadmap that the event names, where both have nearly the same title. Of anything else nothing is guessed.
struct SameEvents {
    private let rows: [CalendarRow]
    /// By the position of an event's row those of the rows that tell of it.
    private(set) var telling: [Int: [Int]] = [:]
    /// Rows that name an event of other days.
    private(set) var apart: [(row: Int, event: Int)] = []
    /// Rows of the same day and of nearly the same title, of which neither names the other.
    private(set) var alike: [(row: Int, event: Int)] = []

    /// O(rows); for each event also the rows of its first day.
    init(_ rows: [CalendarRow]) {
        self.rows = rows
        let events = rows.indices.filter { rows[$0].source == .material && rows[$0].period?.sortKey != nil }
        if events.isEmpty { return }
        let position = Dictionary(events.map { (rows[$0].material, $0) }, uniquingKeysWith: { first, _ in first })
        var ofMaterial: [MaterialIndex: [Int]] = [:]
        var ofDay: [CalendarDate: [Int]] = [:]
        let days = Set(events.compactMap { rows[$0].period?.start })
        let wanted = Set(events.flatMap { rows[$0].named })
        for (index, row) in rows.enumerated() where row.source != .material {
            let named = row.named.compactMap { position[$0] }
            for event in Set(named) { take(index, naming: event, isAlone: Set(named).count == 1) }
            if wanted.contains(row.material) { ofMaterial[row.material, default: []].append(index) }
            if named.isEmpty, let day = row.period?.start, days.contains(day) { ofDay[day, default: []].append(index) }
        }
        for event in events {
            let title = TitleWords(rows[event].name)
            var own: Set<Int> = []
            for row in Set(rows[event].named).sorted().flatMap({ ofMaterial[$0] ?? [] })
            where rows[row].named.isEmpty && isNear(rows[row], rows[event]) && title.isAlike(rows[row].name) {
                telling[event, default: []].append(row)
                own.insert(row)
            }
            guard telling[event] == nil, let day = rows[event].period?.start else { continue }
            // Of a day of all regions few rows are of its place: their words alone are looked at.
            for row in ofDay[day] ?? [] where !own.contains(row) && Self.mayBeOne(rows[row], rows[event]) {
                if title.isAlike(rows[row].name) { alike.append((row, event)) }
            }
        }
    }

    private mutating func take(_ row: Int, naming event: Int, isAlone: Bool) {
        if Self.haveSameDays(rows[row], rows[event]) || isAlone && isNear(rows[row], rows[event]) {
            telling[event, default: []].append(row)
        } else if isAlone, let term = rows[row].term, !term.isYearAlone {
            apart.append((row, event))
        }
    }

    /// All rows but the events that others tell of, whose days those have.
    var rowsOfCalendar: [CalendarRow] {
        if telling.isEmpty { return rows }
        var shown = rows
        for (event, tellers) in telling {
            for row in tellers where !Self.haveSameDays(rows[row], rows[event]) {
                shown[row] = rows[row].at(rows[event].period)
            }
        }
        return shown.enumerated().filter { telling[$0.offset] == nil }.map(\.element)
    }

    // MARK: Days

    private static func haveSameDays(_ row: CalendarRow, _ event: CalendarRow) -> Bool {
        guard let one = row.period, let other = event.period, one.sortKey != nil else { return false }
        return one.start == other.start && one.end == other.end
    }

    /// Days of a month, and by so many a term may miss its event.
    private static let (month, few) = (31, 3)

    /// Whether the days of an event lie within a term of at most a month, or some days from it; not where the row itself
    /// says that it was moved.
    private func isNear(_ row: CalendarRow, _ event: CalendarRow) -> Bool {
        guard row.facets.change == nil, let term = row.term, let first = term.start, let last = term.end,
            let start = event.period?.start, let end = event.period?.end
        else { return false }
        let (termStart, termEnd) = (first.dayNumber, last.dayNumber)
        guard termEnd - termStart < Self.month else { return false }
        return start.dayNumber >= termStart - Self.few && end.dayNumber <= termEnd + Self.few
    }

    /// Whether both have an entry in common of each axis of which both have any: regions, municipalities, directions.
    private static func mayBeOne(_ row: CalendarRow, _ event: CalendarRow) -> Bool {
        let (some, others) = (row.facets.axes, event.facets.axes)
        return some.allSatisfy { entry in
            others.contains(entry) || !others.contains { $0.vocabulary == entry.vocabulary }
                || some.contains { $0.vocabulary == entry.vocabulary && others.contains($0) }
        }
    }
}

/// The words of a title that tell it from others.
private struct TitleWords {
    private let stems: Set<String>
    private let numbers: Set<String>

    init(_ title: String) {
        let words = NameFolding.fold(title).split { !$0.isLetter && !$0.isNumber }
        numbers = Set(words.filter { $0.contains(where: \.isNumber) }.map(String.init))
        stems = Set(
            words.filter { $0.count >= Self.shortest }.map { String($0.prefix(Self.length)) }
                .filter { stem in !Self.common.contains(stem) })
    }

    private static let (shortest, length) = (4, 5)
    /// «Провести», «проведение», «организация», «участие», «мероприятие», «года».
    private static let common: Set<String> = ["прове", "орган", "участ", "мероп", "подго", "года", "году", "район"]

    /// Whether nearly all words of the shorter title stand in the other one, at least two, and no number is another.
    func isAlike(_ title: String) -> Bool {
        let other = TitleWords(title)
        let common = stems.intersection(other.stems).count
        guard common >= 2, common * 5 >= min(stems.count, other.stems.count) * 4 else { return false }
        return numbers.isEmpty || other.numbers.isEmpty || numbers == other.numbers
    }
}

/// That an event may stand in the calendar twice: told to whoever writes the roadmap.
package enum EventTwice {
    /// - Parameters:
    ///   - rows: of all materials of which readers see something.
    ///   - location: of a material.
    package static func diagnostics(
        _ rows: [CalendarRow], _ catalog: AlbumCatalog, at location: (MaterialIndex) -> SourceLocation
    ) -> [Diagnostic] {
        let same = SameEvents(rows)
        func told(_ code: DiagnosticCode, _ pair: (row: Int, event: Int)) -> Diagnostic {
            let (row, event) = (rows[pair.row], rows[pair.event])
            let days = [row, event].map { $0.period?.text ?? "" }
            return Diagnostic(
                code,
                [
                    row.name, days[0], catalog.materials[event.material].title, days[1],
                    catalog.materials[event.material].id.rawValue,
                ],
                at: location(row.material), related: [location(event.material)])
        }
        return same.apart.map { told(.eventApart, $0) } + same.alike.map { told(.eventAlike, $0) }
    }
}
