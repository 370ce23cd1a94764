import Archives
import Files
import TestSupport
import Testing

@testable import Books

@Suite struct BookTests {
    private static func book(site: String? = nil, _ texts: [String]) -> Book {
        let parts = texts.enumerated().map { number, html in
            Book.Part(
                anchor: "m\(number)", title: "Часть \(number)", isInChapter: number > 1,
                html: "<h1 id=\"m\(number)\">Часть \(number)</h1>" + html)
        }
        return Book(
            title: "Книга & «кавычки»", publisher: "Сайт", summary: nil, language: "ru", date: "2023-12-01", site: site,
            subject: "albums/a.html", parts: parts,
            words: Book.Words(contents: "Содержание", page: "с.", accessibility: "Да"))
    }

    private static func bound(site: String? = nil, _ texts: [String]) -> BoundBook {
        EPUB.bound(book(site: site, texts))
    }

    /// On paper nobody can press: a link says its page, or where it leads, unless its text does.
    @Test func onPaperLinksSayWhereTheyLead() {
        let texts = [
            "<a href=\"#m1\">а</a> <a href=\"https://example.org/\">б</a> <a href=\"https://example.org/\">example.org</a>",
            "<p>г</p>",
        ]
        let book = Self.book(site: "https://album.example/", texts)
        let paged = PagedBook(bound: PagedBook.bound(book) { $0 }).text
        #expect(
            paged.contains(
                ##"a[href^="#"]::after { content: " (" "с." "\A0" target-counter(attr(href), page) ")"; }"##),
            "\(paged)")
        #expect(paged.contains(#"a[href^="http"]::after { content: " (" attr(href) ")";"#))
        #expect(paged.contains(#".part td a[href^="https://album.example/"]::after"#))
        #expect(
            paged.contains(
                #"<a href="https://example.org/">б</a> <a href="https://example.org/" class="shown-address">example.org</a>"#
            ))
    }

    @Test func linksLeadWithinTheBookOrToTheSite() {
        let texts = [
            "<a href=\"#m1\">а</a><a href=\"#m1-b\">б</a><a href=\"practices/kvest.html#x\">в</a>",
            "<p id=\"m1-b\">г</p><a href=\"https://example.org/\">д</a><a href=\"mailto:a@example.org\">е</a><a href=\"#нет\">ё</a>",
        ]
        let alone = Self.bound(texts)
        #expect(
            alone.parts[0].tree.xml.contains(
                "<a href=\"part-2.xhtml\">а</a><a href=\"part-2.xhtml#m1-b\">б</a>в"))
        #expect(
            alone.parts[1].tree.xml.contains(
                "<a href=\"https://example.org/\">д</a><a href=\"mailto:a@example.org\">е</a>ё"))
        #expect(alone.lostLinks == 2)
        let published = Self.bound(site: "https://album.example/", texts)
        #expect(published.parts[0].tree.xml.contains("<a href=\"https://album.example/practices/kvest.html#x\">в</a>"))
        #expect(published.lostLinks == 1)
    }

    @Test func picturesAreTakenOnceAndUnknownFormatsAreTold() {
        let bound = Self.bound([
            "<img src=\"a%20b.png\" alt=\"А\" loading=\"lazy\"><img src=\"c.tiff\" alt=\"Схема\">",
            "<img src=\"a%20b.png\" alt=\"\">",
        ])
        #expect(bound.pictures == ["a b.png"] && bound.lostPictures == ["c.tiff"] && bound.describesPictures)
        #expect(bound.parts[0].tree.xml.hasSuffix("<img src=\"picture-1.png\" alt=\"А\"/>Схема"))
        #expect(!Self.bound(["<img src=\"a.png\">"]).describesPictures)
    }

    /// Programs that part words take an abbreviation for one.
    @Test func anAbbreviationIsNotPartedAtTheEndOfALine() {
        let bound = Self.bound([
            "<p>МОУО, <b>ВсОШ</b> и ФГОСов: Минпросвещения РФ, IIIV</p><pre>МОУО</pre><h2>СОВЕЩАНИЕ ДИРЕКТОРОВ В УФЕ</h2>"
        ])
        func whole(_ word: String) -> String { "<span class=\"whole\">\(word)</span>" }
        #expect(
            bound.parts[0].tree.xml.hasSuffix(
                "<p>\(whole("МОУО")), <b>\(whole("ВсОШ"))</b> и \(whole("ФГОСов")): Минпросвещения РФ, \(whole("IIIV"))</p>"
                    + "<pre>МОУО</pre><h2>\(whole("СОВЕЩАНИЕ")) \(whole("ДИРЕКТОРОВ")) В УФЕ</h2>"),
            "\(bound.parts[0].tree.xml)")
    }

    @Test func whatOnlyAScreenHasIsLeftOut() {
        let bound = Self.bound([
            "<h2>З <a class=\"heading-link\" href=\"#m0\">#</a></h2><form><input></form><td data-label=\"Срок\" data-key>1</td>"
        ])
        #expect(bound.parts[0].tree.xml.hasSuffix("<h2>З </h2><td data-label=\"Срок\">1</td>"))
    }

    @Test func theSameBookHasTheSameBytesAndALaterEditionTheSameName() throws {
        let folder = try TemporaryFolder()
        let texts = ["<p>а</p><img src=\"a.png\" alt=\"\">", "<p>б</p>", "<p>в</p>"]
        for name in ["1.epub", "2.epub"] {
            let report = try BookFile.write(Self.book(texts), as: .epub, to: folder.path(name)) { _ in [1, 2, 3] }
            #expect(try folder.bytes(name).count == report.byteCount)
        }
        #expect(try folder.bytes("1.epub") == folder.bytes("2.epub"))
        let bytes = try folder.bytes("1.epub")
        // The format is known by its first bytes (OCF, 4.3).
        #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
        let names = try ZIPReader(folder.path("1.epub")).entries.map(\.name)
        #expect(names.first == "mimetype" && names.contains("EPUB/picture-1.png") && Set(names).count == names.count)
        let identifiers = [texts, texts + ["<p>г</p>"]].map { texts in
            EPUB(Self.bound(texts), pictures: [[]]).entries.first { $0.name == "EPUB/package.opf" }
                .map { String(decoding: $0.bytes, as: UTF8.self) }?.firstMatch(of: /urn:uuid:[0-9a-f-]{36}/).map {
                    String($0.0)
                }
        }
        #expect(identifiers[0] != nil && identifiers[0] == identifiers[1])
    }

    @Test func anOlderBookStaysWhenAPictureCannotBeRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("старое", to: "a.epub")
        let failure = FileError(.read, "a.png", .notAFile)
        #expect(throws: BookError.file(failure)) {
            try BookFile.write(Self.book(["<img src=\"a.png\" alt=\"\">"]), as: .epub, to: folder.path("a.epub")) {
                (_) throws(FileError) in throw failure
            }
        }
        #expect(try folder.text("a.epub") == "старое")
        #expect(throws: BookError.self) {
            try BookFile.write(Self.book(["<p>а</p>"]), as: .epub, to: folder.path("нет/a.epub")) { _ in [] }
        }
    }
}
