import Catalog
import Theming

/// Rows of a table with the view `timeline` over time: above each bar its term and name, so that it reads on a phone.
///
/// What has no end or no beginning of its own is an outline; what lasts a moment is a dot. More rows than
/// ``mostRows`` become a chart of how many begin when. The table below says the same.
struct Timeline {
    /// More than this many bars are no picture any more.
    static let mostRows = 60

    struct Row {
        let name: String
        /// As a reader sees it.
        let term: String
        let period: Period
    }

    let rows: [Row]
    let caption: String
    /// Beginning of the ids in the picture.
    let id: String
    let strings: Strings

    /// Nothing when no row has a day.
    func svg() -> String? {
        let bounds = rows.flatMap { [$0.period.start, $0.period.end].compactMap(\.self) }
        guard let first = bounds.min(), let last = bounds.max() else { return nil }
        if rows.count > Self.mostRows { return overview(first, last) }
        let scale = TimeScale(from: first, to: last, limit: 4)
        var drawing = Drawing()
        let body = rows.map { ($0, TextLines.of($0.name)) }
        let top = 18
        let height = body.reduce(top) { $0 + Self.height(ofLines: $1.1.count) }
        axis(scale, to: height, &drawing)
        var y = top
        for (row, lines) in body {
            draw(row, lines, scale, y, &drawing)
            y += Self.height(ofLines: lines.count)
        }
        return drawing.svg(class: "timeline", id: id, title: title, about: about(first, last), height: height)
    }

    private var title: String { strings.text(Word.timelineTitle, caption) }

    private func about(_ first: CalendarDate, _ last: CalendarDate) -> String {
        let dates = DateText(strings.language)
        return strings.text(
            Word.timelineAbout, String(rows.count), dates.day(first.year, first.month, first.day),
            dates.day(last.year, last.month, last.day))
    }

    /// Of a row: the term, the lines of its name, its bar and the space below.
    private static func height(ofLines count: Int) -> Int { Drawing.line * (count + 1) + 22 }

    private func axis(_ scale: TimeScale, to bottom: Int, _ drawing: inout Drawing) {
        for index in 0...scale.steps {
            let x = scale.place(ofStep: index)
            drawing.upright(.grid, x: x, from: 14, to: bottom)
            drawing.text(
                scale.label(ofStep: index, strings.language), .tick, x: x, y: 10,
                anchor: index == 0 ? .start : index == scale.steps ? .end : .middle)
        }
    }

    private func draw(_ row: Row, _ lines: [String], _ scale: TimeScale, _ y: Int, _ drawing: inout Drawing) {
        drawing.text(row.term, .term, x: 0, y: y + 12)
        for (index, line) in lines.enumerated() {
            drawing.text(line, .name, x: 0, y: y + 12 + Drawing.line * (index + 1))
        }
        let bar = y + Drawing.line * (lines.count + 1) + 5
        let start = row.period.start.map { scale.place(of: $0) }
        let end = row.period.end.map { scale.placeAfter($0) }
        switch (start, end) {
        case (nil, let end?): drawing.circle(.deadline, x: end, y: bar + 4)
        case (let start?, let end?) where end - start < 12: drawing.circle(.point, x: (start + end) / 2, y: bar + 4)
        default:
            let isOpen = row.period.isOpen || end == nil
            drawing.rectangle(
                isOpen ? .openBar : .bar, x: start ?? 0, width: (end ?? 1000) - (start ?? 0), y: bar, height: 8)
        }
    }

    /// How many rows begin in each stretch of time.
    private func overview(_ first: CalendarDate, _ last: CalendarDate) -> String? {
        let scale = TimeScale(from: first, to: last, limit: 16)
        var counts = [Int](repeating: 0, count: scale.steps)
        for row in rows where !row.period.isOpen {
            if let day = row.period.sortKey { counts[scale.step(of: day)] += 1 }
        }
        let chart = BarChart(
            form: .bars, title: title, about: about(first, last),
            rows: counts.enumerated().map { index, count in
                .init(name: scale.label(ofStep: index, strings.language), values: [Double(count)])
            })
        return chart.svg(id: id, strings.language)
    }
}
