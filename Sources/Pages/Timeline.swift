import Catalog
import Drawings
import Formats
import Languages
import Theming

/// Rows of a table with the view `timeline` over time.
///
/// A bar is as long as what is known. What lasts without an end of its own fades at the end of the picture, a day until
/// which is a ring; what lasts a moment is a dot. A term that names no year in a table of several is an outline in each
/// year in which it may lie; one that says nothing of time but «в течение года» is an outline as long as its table's
/// time, and one of which the year alone is known an outline of that year. More rows than ``mostRows``
/// become stretches of time, each with the number of rows that begin in it. The table below says the same.
struct Timeline {
    /// More than this many bars are no picture any more.
    static let mostRows = 60

    struct Row {
        let name: String
        /// As a reader sees it.
        let term: String
        let period: Period
        /// That it was called off or moved, in words.
        let change: String?
        /// Id of the table's row.
        let anchor: String
    }

    let rows: [Row]
    let caption: String
    /// Beginning of the ids in the picture.
    let id: String
    let strings: Strings

    /// Nothing when no row has a day.
    func view() -> TimelineView? {
        let bounds = rows.flatMap { [$0.period.start, $0.period.end].compactMap(\.self) }
        guard let first = bounds.min(), let last = bounds.max() else { return nil }
        let isOverview = rows.count > Self.mostRows
        let scale = TimeScale(from: first, to: last, limit: isOverview ? 16 : 4)
        return TimelineView(
            id: id, title: strings.text(Word.timelineTitle, caption), about: about(first, last, isOverview),
            note: !isOverview && rows.contains(where: isOutline) ? strings.text(Word.timelineOutline) : nil,
            axis: RawHTML(isOverview ? "" : axis(scale)), grid: RawHTML(isOverview ? "" : grid(scale)),
            rows: isOverview ? overview(scale) : rows.map { view($0, scale) }, isOverview: isOverview)
    }

    private func about(_ first: CalendarDate, _ last: CalendarDate, _ isOverview: Bool) -> String {
        let dates = DateText(strings.language)
        return strings.text(
            isOverview ? Word.timelineOverview : Word.timelineAbout, String(rows.count),
            dates.day(first.year, first.month, first.day), dates.day(last.year, last.month, last.day))
    }

    // MARK: Bars

    private func axis(_ scale: TimeScale) -> String {
        var drawing = Drawing()
        for index in 0...scale.steps {
            let isBetween = index % 2 == 1 && index < scale.steps
            drawing.text(
                scale.label(ofStep: index, strings.language), isBetween ? .between : .tick,
                x: scale.place(ofStep: index), y: 11,
                anchor: index == 0 ? .start : index == scale.steps ? .end : .middle)
        }
        return drawing.decoration(class: "timeline-axis", height: Drawing.line)
    }

    private func grid(_ scale: TimeScale) -> String {
        var drawing = Drawing()
        for index in 0...scale.steps { drawing.upright(.grid, x: scale.place(ofStep: index)) }
        return drawing.decoration(class: "timeline-grid", height: nil)
    }

    private func view(_ row: Row, _ scale: TimeScale) -> TimelineRowView {
        var drawing = Drawing()
        let start = row.period.start.map { scale.place(of: $0) }
        let end = row.period.end.map { scale.placeAfter($0) }
        let possible = row.period.possibleTerms
        switch (start, end) {
        case _ where !possible.isEmpty:
            for (first, last) in possible {
                let (begin, finish) = (scale.place(of: first), scale.placeAfter(last))
                drawing.rectangle(.openBar, x: begin, width: max(1, finish - begin), y: 1, height: 8)
            }
        case (let start?, nil):
            // Fading parts instead of an edge: nobody says when it ends.
            drawing.rectangle(.bar, x: start, width: max(1, min(40, 1000 - start)), y: 1, height: 8)
            for place in stride(from: start + 50, to: 1000, by: 30) {
                drawing.rectangle(.openBar, x: place, width: min(15, 1000 - place), y: 4, height: 2)
            }
        // Words say it all: a bar would claim a time.
        case (nil, nil): break
        case (nil, let end?): drawing.circle(.deadline, x: end, y: 5)
        case (let start?, let end?) where end - start < 12: drawing.circle(.point, x: (start + end) / 2, y: 5)
        default:
            drawing.rectangle(
                isOutline(row) ? .openBar : .bar, x: start ?? 0, width: (end ?? 1000) - (start ?? 0), y: 1,
                height: 8)
        }
        return TimelineRowView(
            term: possible.isEmpty ? row.term : strings.text(Word.timelineUnknownYear, row.term), name: row.name,
            change: row.change, row: row.anchor,
            bar: RawHTML(drawing.decoration(class: "timeline-bar", height: 10)))
    }

    /// Whether a bar would say more than is known: something happens within this time.
    private func isOutline(_ row: Row) -> Bool {
        guard row.period.start != nil, row.period.end != nil else { return false }
        return row.period.isOpen || row.period.isYearAlone
    }

    // MARK: Stretches

    /// How many rows begin in each stretch of time in which any does; those without a day of their own in none.
    private func overview(_ scale: TimeScale) -> [TimelineRowView] {
        var counts = [Int](repeating: 0, count: scale.steps)
        for row in rows where !row.period.isOpen {
            if let day = row.period.sortKey { counts[scale.step(of: day)] += 1 }
        }
        let highest = max(1, counts.max() ?? 1)
        return counts.enumerated().filter { $0.element > 0 }.map { index, count in
            var drawing = Drawing()
            drawing.rectangle(.bar, x: 0, width: count * 1000 / highest, y: 1, height: 8)
            return TimelineRowView(
                term: scale.title(ofStep: index, strings.language), count: NumberText.grouped(count, strings.language),
                days: scale.days(ofStep: index).map(RowMarksView.init(days:)),
                bar: RawHTML(drawing.decoration(class: "timeline-bar", height: 10)))
        }
    }
}

extension Period {
    /// The days that a term without a year may mean within its table's time, one stretch for each year in question.
    ///
    /// Empty for one that names its year, or lasts all that time.
    var possibleTerms: [(CalendarDate, CalendarDate)] {
        guard isOpen, let start, let end, start.year < end.year else { return [] }
        let terms = (start.year...min(end.year, start.year + 12)).compactMap { year -> (CalendarDate, CalendarDate)? in
            let term = Period.parse(text, year: year)
            guard !term.isOpen, let first = term.start, let last = term.end, last >= start, first <= end,
                first > start || last < end
            else { return nil }
            return (first, last)
        }
        return terms.count > 1 ? terms : []
    }
}
