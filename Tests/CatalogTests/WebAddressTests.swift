import Diagnostics
import TestSupport
import Testing

@testable import Catalog

@Suite struct WebAddressTests {
    @Test(arguments: [
        "https://example.org", "http://example.org/", "https://example.org:8443/a/b.html?c=d&e=%20#f",
        "https://альбом.рф/методика/", "https://xn--80a.example.org/~a/(b)",
    ])
    func anAddressOfTheWebIsTaken(text: String) { #expect(WebAddress.isOne(text)) }

    @Test(arguments: [
        "", "https://", "https:///a", "http:/example.org", "javascript:alert(1)", "data:text/html,x", "//example.org",
        "example.org", "/a", "mailto:a@example.org", "ftp://example.org", " https://example.org",
        "https://example.org/a b", "https://example.org/\nSitemap: https://evil.example",
        "https://example.org/\u{2028}",
        "https://example.org/<script>", "https://example.org/\"onclick=", "https://example.org/'", "https://a\\b",
        "https://user@example.org", "https://example.org:x", "https://example.org:", "https://.example.org",
        "https://-a.org", "https://a:1:2", "HTTPS\u{200B}://a.org", "https://exa\u{202E}mple.org",
    ])
    func anythingElseIsNot(text: String) { #expect(!WebAddress.isOne(text)) }
}

/// What lists and kinds could say that would stop the program or lead a reader elsewhere.
@Suite struct SchemaLimitTests {
    private func vocabulary(_ marked: String) -> (MarkedText, [Diagnostic]) {
        let text = MarkedText(marked)
        let file = SourceFile(path: "content/vocabularies/a.yml", bytes: Array(text.text.utf8))
        return (text, VocabularyLoader.load(file, id: "a").1)
    }

    @Test(arguments: [
        "tile: ⟦[⟧101, 1]", "tile: ⟦[⟧1, 101]", "tile: ⟦[⟧1000000000000000000, 1]",
        "tile: ⟦[⟧9223372036854775807, 9223372036854775807]", "tile: ⟦[⟧9223372036854775808, 1]", "tile: ⟦[⟧-5, 1]",
        "url: ⟦\"javascript:alert(1)\"⟧", "url: ⟦//evil.example⟧", "url: ⟦\"https://a.org/\\nX\"⟧",
        "number: ⟦9223372036854775808⟧",
    ])
    func aValueOutOfItsBoundsIsOneErrorAtItsPlace(marked: String) {
        let (text, found) = vocabulary("- {id: a, name: А, \(marked)}\n")
        #expect(found.map(\.code.name) == ["broken-vocabulary"])
        #expect(found.first?.location.range == text.ranges[0])
    }

    @Test(arguments: ["tile: [100, 100]", "url: \"https://a.org/\"", "number: -9223372036854775808"])
    func aValueAtItsBoundsIsFine(line: String) {
        #expect(vocabulary("- {id: a, name: А, \(line)}\n").1.isEmpty)
    }

    @Test(arguments: ["{}", "{heading: []}", "{headings: []}", "{columns: {a: {label: А, type: text}}}", "x", ""])
    func aTableWithoutAHeadingIsReportedAndIsNoTable(table: String) {
        let album = SmallAlbum(kinds: [SmallAlbum.document, "id: lab\nname: опыт\ntables:\n  t: \(table)\n"])
        #expect(album.schemaDiagnostics.contains { $0.code.name == "broken-kind" })
        #expect(album.schema.kinds.allSatisfy { $0.tables.allSatisfy { !$0.headings.isEmpty } })
    }
}
