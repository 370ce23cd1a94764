import Diagnostics

/// What is said of terms.
extension ValueReader {
    mutating func report(_ problem: TermProblem, _ item: Item) {
        let text = item.text
        switch problem {
        case .notUnderstood(let part): report(.unknownPeriod, [text, part], place(of: part, in: item))
        case .elsewhere(let part): report(.dateOutsideTerm, [text, part], place(of: part, in: item))
        case .repeated: report(.repeatedTerm, [text], item.range)
        case .noSuchDay(let right): report(.noSuchDay, [text, right], item.range, [right])
        case .noSuchMonth(let month, let right):
            report(.noSuchMonth, [text, String(month)], item.range, right.map { [$0] } ?? [])
        case .misspelt(let word, let right):
            report(.misspeltTerm, [text, word, right], place(of: word, in: item), [right])
        case .reversed: report(.reversedTerm, [text], item.range)
        case .several: report(.severalTerms, [text], item.range)
        case .eitherYear(let first, let last):
            let years = [String(first), String(last)]
            let right = years.map { "\(text) \($0)" }.filter { Period.parse($0).sortKey != nil }
            report(.ambiguousYear, [text] + years, item.range, right)
        case .eitherSort(let calendar, let school):
            let schoolYear = "\(school)/\((school + 1) % 100 < 10 ? "0" : "")\((school + 1) % 100)"
            let right = ["\(text) \(calendar) года", "\(text) \(schoolYear) учебного года"]
            report(.ambiguousSchoolYear, [text, String(calendar), schoolYear], item.range, right)
        case .shortYear(let right): report(.shortYear, [text, right], item.range, [right])
        case .timeAlone: report(.timeWithoutDay, [text], item.range)
        case .weekdayAlone: report(.unknownPeriod.worded(for: .weekdayAlone), [text], item.range)
        case .duration: report(.durationWithoutBeginning, [text], item.range)
        case .noYear:
            let year = String(edition.year)
            let code: DiagnosticCode = place == .field ? .fieldWithoutYear : .termWithoutYear
            report(code, [text, year], item.range, ["\(text) \(year)"])
        }
    }

    /// Where a part of an item stands; the whole item where its text in the file is spelled otherwise.
    func place(of part: String, in item: Item) -> Range<Int> {
        guard let found = file.bytes[item.range].firstRange(of: Array(part.utf8)) else { return item.range }
        return found
    }
}
