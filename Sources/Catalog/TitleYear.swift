import Diagnostics

/// A year above the heads of a table that is none of the material's: the file of another year, or a slip of the pen.
package enum TitleYear {
    /// What is to be said of the rows above the heads; nothing where they name no year, or one of the material's.
    ///
    /// O(bytes).
    ///
    /// - Parameter frame: the time of the material; without one there is nothing to compare.
    package static func diagnostic(_ titles: [Range<Int>], of file: SourceFile, frame: TimeFrame?) -> Diagnostic? {
        guard let frame else { return nil }
        let years = titles.flatMap { title in Self.named(in: file.text(title)).map { (year: $0, title: title) } }
        let own = frame.start.year...frame.end.year
        guard let first = years.first, !years.contains(where: { own.contains($0.year) }) else { return nil }
        let time = own.count == 1 ? "\(own.lowerBound)" : "\(own.lowerBound)–\(own.upperBound)"
        return Diagnostic(.titleYear, [String(first.year), time], at: SourceLocation(file, first.title))
    }

    /// «2022-2023», «на 2023/24 учебный год»: numbers of four digits that begin with 19 or 20, and the year behind the first.
    private static func named(in text: String) -> [Int] {
        text.matches(of: /(\d+)(?:\/\d\d(?!\d))?/).flatMap { match -> [Int] in
            guard match.1.count == 4, let year = Int(match.1), (1900...2099).contains(year) else { return [] }
            return match.0.count == match.1.count ? [year] : [year, year + 1]
        }
    }
}
