import Testing

@testable import Languages

@Suite struct NestedQuotesTests {
    @Test(arguments: [
        ("раздел «Итоги «500+»»", "раздел «Итоги „500+“»"),
        ("«А «б» и «в»» и «г»", "«А „б“ и „в“» и «г»"),
        ("«а» «б»", "«а» «б»"), ("без кавычек", "без кавычек"),
        ("«Печа-куча «Итоги «500+»» на базе", "«Печа-куча «Итоги „500+“» на базе"),
        ("а»»", "а»»"), ("«««", "«««"), ("", ""),
    ]) func innerMarksDiffer(text: String, expected: String) {
        #expect(NestedQuotes.set(text) == expected)
        #expect(NestedQuotes.set(expected) == expected)
    }
}
