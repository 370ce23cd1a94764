import Diagnostics
import Files
import Foundation
import Languages
import SiteBuilder
import TestSupport
import Testing
import Theming

@testable import Pages

/// The repository's own theme.
private func loadTheme(_ language: Language) throws -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let disk = try DiskFileSystem(root: root.appendingPathComponent("themes/album").path)
    let folder = try ThemeFolder(path: "themes/album", reading: .root, of: disk)
    return Theme.load(
        folders: [folder], language: language, views: templateViews, requiredStrings: Word.required,
        requiredForms: CountWord.allCases.map(\.rawValue))
}

@Test(arguments: Language.allCases)
func theThemeFitsTheViewsInEachLanguage(language: Language) throws {
    let loaded = try loadTheme(language)
    #expect(DiagnosticPrinter(language: .en).report(loaded.diagnostics) == "")
    #expect(loaded.theme != nil)
}

@Test func bothLanguagesHaveTheSameWords() throws {
    let russian = try #require(try loadTheme(.ru).theme)
    let english = try #require(try loadTheme(.en).theme)
    for word in Word.allCases where russian.strings.hasText(word) {
        #expect(english.strings.hasText(word), "\(word)")
    }
}

@Test func everyPageIsAWholeDocumentWithOneHeadingAndNothingInline() throws {
    let theme = try #require(try loadTheme(.ru).theme)
    for (name, bytes) in Samples(theme: theme).pages {
        let html = String(decoding: bytes, as: UTF8.self)
        #expect(html.hasPrefix("<!doctype html>") && html.hasSuffix("</html>"), "\(name)")
        #expect(html.components(separatedBy: "<h1").count == 2, "\(name)")
        #expect(html.components(separatedBy: "<main").count == 2, "\(name)")
        #expect(!html.contains(" style=") && !html.contains("<style") && !html.contains("{{"), "\(name)")
        #expect(!html.contains("<script>") && !html.contains(" onclick"), "\(name)")
        #expect(html.contains("lang=\"ru\"") && html.contains("Content-Security-Policy"), "\(name)")
        #expect(!html.contains("<b>опасно"), "\(name) shows text unescaped")
    }
}

@Test func emptyListsLeaveNoEmptyElements() throws {
    let theme = try #require(try loadTheme(.ru).theme)
    for (name, bytes) in Samples(theme: theme).pages {
        let html = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        for element in ["ul", "ol", "dl", "nav", "aside", "tbody"] {
            let isEmpty = html.contains("<\(element)></\(element)>") || html.contains("\"></\(element)>")
            #expect(!isEmpty, "\(name) has an empty \(element)")
        }
    }
}

@Test func theHandbookOfThemesSaysWhatTheCodeDeclares() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let path = root.appendingPathComponent("THEMES.md").path
    try Golden.expect(ThemeHandbook.markdown(for: templateViews), matchesFile: path)
}
