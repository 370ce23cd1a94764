import AlbumModel
import Catalog
import Formats
import Languages
import Theming

/// `accessibility.html`: how the pages can be read by everybody, what was checked, and whom to tell.
///
/// What was found is in ``AccessibilityReport``; where there is none, the page says that nothing was checked. Its plan names
/// the report, so that another one makes the page anew.
struct AccessibilityPage {
    let page: Page

    func view() -> PlainView {
        let title = page.wording.word(.pageAccessibility)
        let lead = page.wording.word(.accessibilityLead)
        let sections: [(Word, [String])] = [
            (.accessibilityMeans, [page.wording.word(.accessibilityMeansText)]), (.accessibilityFound, found()),
            (.accessibilityTell, tell()),
        ]
        let body = sections.filter { !$1.isEmpty }.map { heading, texts in
            "<h2>\(HTMLEscaping.html(page.wording.word(heading)))</h2>"
                + texts.map { "<p>\(HTMLEscaping.html($0))</p>" }.joined()
        }
        return PlainView(
            frame: page.frame(title: title, description: lead), title: title, summary: lead,
            body: RawHTML(body.joined(separator: "\n")))
    }

    private func found() -> [String] {
        let strings = page.wording.strings
        guard let report = page.album.accessibility else { return [page.wording.word(.accessibilityUnchecked)] }
        let day = DateText(page.wording.language).day(report.day.year, report.day.month, report.day.day)
        let outcome = strings.text(
            report.failed == 0 ? Word.accessibilityPassed : Word.accessibilityFailed, String(report.checks),
            String(report.failed))
        return [
            strings.text(Word.accessibilityChecked, day, report.standard, report.program), outcome,
            page.wording.word(.accessibilityLimits),
        ]
    }

    private func tell() -> [String] {
        page.album.configuration.contact.map { [page.wording.word(.accessibilityContact), $0] } ?? []
    }
}
