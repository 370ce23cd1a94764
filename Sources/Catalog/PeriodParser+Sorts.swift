/// Years of the calendar and years of school.
extension PeriodParser {
    /// «2024-2025» in surroundings of a school year: one too, unless it says «гг.».
    func inSchoolYear(_ span: TermSpan, _ year: TermYear?) -> TermSpan {
        guard case .school? = year, case .point(let point) = span.form, let first = point.pairedYear else {
            return span
        }
        return TermSpan(form: .point(TermPoint(.schoolYear, .schoolYear(first: first))))
    }

    /// Whether the grammar takes all of it and the sort of its year, which it does not name, moves it: halves and ends of
    /// a year are others at school.
    mutating func dependsOnSortOfYear() -> Bool {
        guard let span = span(), index == tokens.count else { return false }
        return span.points.contains { $0.year == nil && $0.dependsOnSortOfYear }
    }
}
