import Diagnostics
import Formats

/// A year that is so far from the rest that it must be a slip of the pen: «15.10.1923» in a plan of 2023.
struct DistantYear {
    let year: Int
    /// What it is far from, in years.
    let time: String
    let code: DiagnosticCode

    /// So many years behind the edition no plan reaches.
    private static let yearsAfterEdition = 15
    private static let firstYear = 1900
    /// Plans reach further than they look back, but tables of figures begin long ago.
    private static let yearsBeforeFrame = 20
    private static let yearsAfterFrame = 7

    /// Nothing where both ends of the period are near.
    ///
    /// - Parameter frame: the time of the table that it stands in; without one the edition is what counts.
    init?(_ period: Period, around frame: TimeFrame?, edition: CalendarDate) {
        let years = [period.start?.year, period.end?.year].compactMap(\.self)
        if let frame {
            let (first, last) = (frame.start.year, frame.end.year)
            let near = (first - Self.yearsBeforeFrame)...(last + Self.yearsAfterFrame)
            if let year = years.first(where: { !near.contains($0) }) {
                self.year = year
                time = first == last ? "\(first)" : "\(first)–\(last)"
                code = .distantYear.because(DistantFrom.material)
                return
            }
        }
        let near = Self.firstYear...max(Self.firstYear, edition.year + Self.yearsAfterEdition)
        guard let year = years.first(where: { !near.contains($0) }) else { return nil }
        self.year = year
        time = String(edition.year)
        code = .distantYear.because(DistantFrom.edition)
    }
}
