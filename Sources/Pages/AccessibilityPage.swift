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
        let scripts = needingScripts.map { "<li>\(HTMLEscaping.html(page.wording.word($0)))</li>" }
        let body = [
            section(.accessibilityMeans, paragraphs([page.wording.word(.accessibilityMeansText)])),
            section(
                .accessibilityScripts,
                paragraphs([page.wording.word(.accessibilityScriptsText)]) + "<ul>\(scripts.joined())</ul>"),
            section(.accessibilityFound, paragraphs(found())), section(.accessibilityTell, paragraphs(tell())),
        ].compactMap(\.self)
        return PlainView(
            frame: page.frame(title: title, description: lead), title: title, summary: lead,
            body: RawHTML(body.joined(separator: "\n")))
    }

    private func section(_ heading: Word, _ html: String) -> String? {
        html.isEmpty ? nil : "<h2>\(HTMLEscaping.html(page.wording.word(heading)))</h2>\(html)"
    }

    private func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\(HTMLEscaping.html($0))</p>" }.joined() }

    /// Each thing that only scripts do, with what stands for it without them; what the site does not have is not named.
    private var needingScripts: [Word] {
        let always: [Word] = [.scriptsVision, .scriptsSearch, .scriptsSheets, .scriptsCalendar, .scriptsFiles]
        return always + (page.hasComparison ? [.scriptsComparison] : [])
            + (page.sharingKinds.isEmpty ? [] : [.scriptsSharing]) + [.scriptsCopy]
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
