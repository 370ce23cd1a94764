import Diagnostics
import Formats

/// What was found when the pages of a site were checked for accessibility: `accessibility.json` beside `album.yml`.
///
/// ```json
/// {"date": "2026-11-28", "standard": "WCAG 2.1 A и AA", "program": "axe-core 4.10.3", "checks": 22, "failed": 0, "pages": 31}
/// ```
/// Whoever checks writes it; the album's own tests do. Its absence says that nobody has.
package struct AccessibilityReport: Sendable, Hashable {
    /// Beside `album.yml`.
    package static let path = "accessibility.json"

    /// When it was found.
    package let day: CalendarDate
    /// What the pages were held against, as readers see it.
    package let standard: String
    /// What checked them.
    package let program: String
    /// How many checks were made, and how many of them the pages failed.
    package let checks: Int
    package let failed: Int
    /// How many pages were looked at, one of each sort; nothing where the report does not say it.
    package let pages: Int?

    /// Reads a report; nothing where it says less than all, which the diagnostics tell.
    package static func read(_ file: SourceFile) -> (AccessibilityReport?, [Diagnostic]) {
        var reader = SchemaReader(file: file, code: .brokenAccessibility)
        guard let root = reader.root() else { return (nil, reader.diagnostics) }
        let texts = ["date", "standard", "program"].map { reader.requiredText($0, of: root) }
        let numbers = ["checks", "failed"].map { key -> Int? in
            if root[key: key] == nil { reader.report(SchemaReason.missing, key, at: root.range) }
            return reader.integer(key, of: root)
        }
        guard let date = texts[0], let standard = texts[1], let program = texts[2], let checks = numbers[0],
            let failed = numbers[1]
        else { return (nil, reader.diagnostics) }
        guard let day = CalendarDate(iso: date) else {
            reader.report(SchemaReason.badValidity, date, at: root[key: "date"]?.range ?? root.range)
            return (nil, reader.diagnostics)
        }
        let pages = reader.integer("pages", of: root)
        guard checks > 0, 0...checks ~= failed else {
            reader.report(SchemaReason.badCounts, at: root[key: "failed"]?.range ?? root.range)
            return (nil, reader.diagnostics)
        }
        return (
            AccessibilityReport(
                day: day, standard: standard, program: program, checks: checks, failed: failed, pages: pages),
            reader.diagnostics
        )
    }
}
