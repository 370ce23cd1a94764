import Files
import Testing

@Suite struct SitePathTests {
    @Test(arguments: [
        ("/etc/passwd", SitePathError.Fault.absolute), ("a//b", .emptyComponent), ("a/", .emptyComponent),
        ("../a", .dots), ("a/../b", .dots), ("./a", .dots), ("a/.", .dots), ("a\\b", .forbiddenCharacter),
        ("a\u{0}b", .forbiddenCharacter), ("a\nb", .forbiddenCharacter), ("/", .absolute),
        (String(repeating: "ж", count: 128), .tooLong),
    ])
    func whatCouldEscapeIsRefused(text: String, fault: SitePathError.Fault) {
        let error = #expect(throws: SitePathError.self) { try SitePath(text) }
        #expect(error?.fault == fault)
    }

    @Test func partsOfAPath() throws {
        let path = try SitePath("a/б.c/квест.html")
        #expect(path.parent.text == "a/б.c")
        #expect(path.name == "квест.html")
        #expect(path.pathExtension == "html")
        #expect(path.components == ["a", "б.c", "квест.html"])
        #expect(try SitePath("a").parent.isRoot)
        #expect(try SitePath(".htaccess").pathExtension == "")
        #expect(try path.appending("x").text == "a/б.c/квест.html/x")
        #expect(throws: SitePathError.self) { try path.appending("../../../..") }
        #expect(try SitePath("...").text == "...")
    }

    @Test func hiddenIsWhatHasADotName() throws {
        #expect(try SitePath("a/.git/x").isHidden)
        #expect(try !SitePath("a.b/c").isHidden)
    }

    @Test func pathsAreSortedByBytesAndSpellingsOfALetterDiffer() throws {
        let sorted = try ["b", "a/b", "a", "a-b", "я", "Z"].map { try SitePath($0) }.sorted()
        #expect(sorted.map(\.text) == ["Z", "a", "a-b", "a/b", "b", "я"])
        #expect(try SitePath("\u{439}") != SitePath("\u{438}\u{306}"))
        #expect(try Set([SitePath("a"), SitePath("a"), .root]).count == 2)
    }
}
