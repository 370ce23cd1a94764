import Diagnostics
import Files
import Formats
import Foundation
import TestSupport
import Testing

@testable import Bodies
@testable import SiteBuilder

/// Pictures and attachments as readers get them.
@Suite struct PublishedFileTests {
    private static let kvest = "content/practices/kvest.md"

    /// Exif with a turned picture, a place and, behind it, a description.
    private static func exif(isLittle: Bool) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittle ? bytes : bytes.reversed()
        }
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            number(tag, 2) + number(type, 2) + number(count, 4) + value
        }
        // IFD0 at 8 with 3 entries ends at 50; GPS directory at 50 with 1 entry ends at 68; latitude at 68.
        return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(3, 2)
            + entry(0x0112, 3, 1, number(6, 2) + [0, 0]) + entry(0x8825, 4, 1, number(50, 4))
            + entry(0x9003, 2, 4, Array("abc".utf8) + [0]) + number(0, 4) + number(1, 2)
            + entry(2, 5, 3, number(68, 4)) + number(0, 4) + [UInt8](repeating: 0x55, count: 24)
    }

    private static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }

    private static let scan: [UInt8] = [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xE1, 0, 9, 0xFF, 0xD9]
    private static let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 3, 0, 4, 1, 1, 0x11, 0]

    private static func jpeg(_ segments: [UInt8]) -> [UInt8] { [0xFF, 0xD8] + segments + frame + scan }

    @Test(arguments: [true, false])
    func thePlaceGoesOutOfAJPEGAndAllElseStays(isLittle: Bool) throws {
        let head = Self.segment(0xE0, Array("JFIF".utf8))
        let exif = Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: isLittle)
        let picture = Self.jpeg(head + Self.segment(0xE1, exif))
        let clean = try #require(PicturePosition.removed(from: picture))
        #expect(clean.count == picture.count)
        #expect(!clean.contains(0x55))
        #expect(clean.starts(with: [0xFF, 0xD8] + head) && clean.suffix(26) == (Self.frame + Self.scan).suffix(26))
        let directory = 2 + head.count + 4 + 6 + 8
        #expect(clean[directory] + clean[directory + 1] == 2)
        #expect(String(decoding: clean, as: UTF8.self).contains("abc"))
        #expect(PicturePosition.removed(from: clean) == nil)
    }

    @Test func aPacketThatSpeaksOfGPSGoesAndAnotherStays() throws {
        let name = Array("http://ns.adobe.com/xap/1.0/".utf8) + [0]
        let told = Self.segment(0xE1, name + Array("<x exif:GPSLatitude=\"55,9N\"/>".utf8))
        let silent = Self.segment(0xE1, name + Array("<x dc:title=\"ж\"/>".utf8))
        #expect(PicturePosition.removed(from: Self.jpeg(silent + told)) == Self.jpeg(silent))
        #expect(PicturePosition.removed(from: Self.jpeg(silent)) == nil)
    }

    private static func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
        func big(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        let marked = Array(type.utf8) + body
        return big(UInt32(body.count)) + marked + big(CyclicCheck.value(of: marked))
    }

    @Test func thePlaceGoesOutOfAPNGWithARightCheckSum() throws {
        #expect(CyclicCheck.value(of: "123456789".utf8) == 0xCBF4_3926)
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]
        let head = Self.chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0])
        let picture = start + head + Self.chunk("eXIf", Self.exif(isLittle: false)) + Self.chunk("IEND", [])
        let clean = try #require(PicturePosition.removed(from: picture))
        #expect(clean.count == picture.count && !clean.contains(0x55))
        let body = Array(clean[(start.count + head.count + 8)...].prefix(Self.exif(isLittle: false).count))
        #expect(clean == start + head + Self.chunk("eXIf", body) + Self.chunk("IEND", []))
    }

    @Test func thePlaceGoesOutOfAWebPWithARightSize() throws {
        func chunk(_ type: String, _ body: [UInt8]) -> [UInt8] {
            Array(type.utf8) + [UInt8(body.count), 0, 0, 0] + body + (body.count % 2 == 1 ? [0] : [])
        }
        func file(_ chunks: [UInt8]) -> [UInt8] {
            Array("RIFF".utf8) + [UInt8(chunks.count + 4), 0, 0, 0] + Array("WEBP".utf8) + chunks
        }
        let rest = chunk("VP8 ", [1, 2, 3])
        let packet = chunk("XMP ", Array("<x exif:GPSLongitude=\"1\"/>".utf8))
        func head(_ flags: UInt8) -> [UInt8] { chunk("VP8X", [flags, 0, 0, 0, 3, 0, 0, 2, 0, 0]) }
        #expect(PicturePosition.removed(from: file(head(0x04) + rest + packet)) == file(head(0) + rest))
        let clean = try #require(
            PicturePosition.removed(from: file(head(8) + rest + chunk("EXIF", Self.exif(isLittle: true)))))
        #expect(!clean.contains(0x55) && clean.starts(with: file(head(8) + rest).dropFirst(8).prefix(0)))
    }

    /// Every byte changed and every beginning: no trap, and never longer than before.
    @Test func damagedMetadataIsNoTrap() {
        let exif = Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: true))
        let whole = Self.jpeg(exif)
        for length in 0..<whole.count { _ = PicturePosition.removed(from: Array(whole[..<length])) }
        for place in whole.indices {
            for value: UInt8 in [0, 1, 0x7F, 0xFF] {
                var damaged = whole
                damaged[place] = value
                #expect(PicturePosition.removed(from: damaged).map { $0.count <= damaged.count } ?? true)
            }
        }
    }

    @Test func aPictureThatIsShownStandsBesideItselfAsAScript() throws {
        let site = try SampleSite([
            Self.kvest: SampleSite.practice("Квест", body: "![Учителя](foto.jpg)\n\n[План](plan.jpg)")
        ])
        let exif = Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: true))
        for name in ["foto.jpg", "plan.jpg"] {
            try site.folder.write(Self.jpeg(exif), to: "content/practices/\(name)")
        }
        try site.build()
        let picture = try site.folder.bytes("public/practices/foto.jpg")
        let script = String(decoding: try site.folder.bytes("public/practices/foto.jpg.js"), as: UTF8.self)
        let base64 = String(decoding: Base64.encoded(picture), as: UTF8.self)
        #expect(script == "(self.AlbumPictures=self.AlbumPictures||{})[\"practices/foto.jpg\"]=\"\(base64)\";\n")
        #expect(site.folder.contains("public/practices/plan.jpg"))
        #expect(!site.folder.contains("public/practices/plan.jpg.js"))
    }

    @Test func aPublishedPictureHasNoPlaceAndItIsSaidOnce() throws {
        let body = "![Учителя](foto.jpg)\n\n![Те же](foto.jpg)"
        let site = try SampleSite([
            Self.kvest: SampleSite.practice("Квест", body: body),
            "content/practices/igra.md": SampleSite.practice("Игра", body: body),
        ])
        let exif = Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: true))
        try site.folder.write(Self.jpeg(exif), to: "content/practices/foto.jpg")
        let report = try site.build()
        #expect(report.codes.filter { $0 == "picture-position" }.count == 1)
        #expect(try !site.folder.bytes("public/practices/foto.jpg").contains(0x55))
        #expect(try site.folder.bytes("content/practices/foto.jpg").contains(0x55))
    }

    /// `privacy-allow` of the material that shows a picture, by the picture's name.
    @Test(arguments: [
        ("foto.jpg", [String]()), ("practices/Foto.jpg", []), ("oto.jpg", ["picture-position", "idle-privacy-allow"]),
        ("foto.png", ["picture-position", "idle-privacy-allow"]),
    ])
    func thePlaceOfAPictureMayBeAllowed(name: String, told: [String]) throws {
        let body = "![Учителя](foto.jpg)"
        let leave = "\nprivacy-allow: [{text: \"\(name)\", reason: \"площадь города\"}]\n---\n\n"
        let practice = SampleSite.practice("Квест", body: body)
        let site = try SampleSite([
            Self.kvest: practice.replacing("\n---\n", with: leave, maxReplacements: 1),
            "content/practices/igra.md": SampleSite.practice("Игра", body: body),
        ])
        let exif = Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: true))
        try site.folder.write(Self.jpeg(exif), to: "content/practices/foto.jpg")
        let report = try SiteBuild.check(try site.request())
        #expect(report.codes.filter { told.contains($0) || $0.hasSuffix("allow") || $0.hasPrefix("picture") } == told)
        try site.build()
        #expect(try !site.folder.bytes("public/practices/foto.jpg").contains(0x55))
    }

    /// A name that tells of a child is allowed by the name of the picture too, and its place with it.
    @Test func oneLeaveIsForTheNameAndThePlaceOfAPicture() throws {
        let name = "Иванова Маша 7А.jpg"
        let practice = SampleSite.practice("Квест", body: "![Сцена](<\(name)>)")
        let leave = "\nprivacy-allow: [{text: \"\(name)\", reason: \"согласие родителей\"}]\n---\n\n"
        let site = try SampleSite([Self.kvest: practice])
        let exif = Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + Self.exif(isLittle: true))
        try site.folder.write(Self.jpeg(exif), to: "content/practices/\(name)")
        let told = { try SiteBuild.check(try site.request()).codes.filter { $0 != "orphan" } }
        let before = try told()
        #expect(before == ["child-with-class", "picture-position"])
        try site.folder.write(practice.replacing("\n---\n", with: leave, maxReplacements: 1), to: Self.kvest)
        let after = try told()
        #expect(after == [])
    }

    // MARK: What is told

    private func codes(_ name: String, _ bytes: [UInt8], size: Int? = nil, body: String) throws -> [String] {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест", body: body)])
        try site.folder.write(bytes, to: "content/practices/\(name)")
        if let size {
            let handle = try FileHandle(
                forWritingTo: URL(fileURLWithPath: site.folder.path("content/practices/\(name)")))
            try handle.truncate(atOffset: UInt64(size))
            try handle.close()
        }
        return try SiteBuild.check(try site.request()).codes.filter { $0 != "orphan" && $0 != "missing-section" }
    }

    @Test(arguments: [
        ("a.exe", "program-file"), ("a.HTA", "program-file"), ("a.html", "active-file"), ("a.svg", "active-file"),
        ("a.xml", "active-file"), ("a.docm", "file-with-macros"), ("a.xhtml", "active-file"), ("a.js", "program-file"),
        ("a.phtml", "program-file"), ("a.php.jpg", "program-file"), ("a.html.ru", "active-file"),
        ("t.html.", "active-file"),
        ("a.chm", "program-file"), ("a.htc", "active-file"), ("a.shtml", "program-file"), ("a.pl", "program-file"),
        ("anketa", "active-file"), ("a.html.gz", "active-file"), ("index.HTM.br", "active-file"),
        ("a.html.old", "active-file"), ("a.kml", "active-file"), ("a.desktop", "program-file"),
        ("a.ppam", "file-with-macros"),
    ])
    func aFileThatRunsIsToldOfAsALink(name: String, code: String) throws {
        #expect(try codes(name, Array("<svg xmlns=\"a\"/>".utf8), body: "[Файл](\(name))") == [code])
    }

    /// A preview is a lenient build, and is opened with the trust that is given to the program.
    @Test(arguments: [
        ("practices/a.html", "[Файл](a.html)", ""), ("practices/a.svg", "![Схема](a.svg)", ""),
        ("practices/a.js", "Текст.", "attachments: [a.js]"),
        ("practices/Приказ, a.html", "Текст.", "attachments: [Приказ, a.html]"),
        ("root/a.html", "Текст.", ""), ("root/.htaccess", "Текст.", ""), ("root/.user.ini", "Текст.", ""),
    ])
    func aFileThatRunsIsPublishedByNoBuild(path: String, body: String, lines: String) throws {
        let site = try SampleSite(["content/practices/kvest.md": SampleSite.practice("Квест", lines, body: body)])
        try site.folder.write(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", to: "content/" + path)
        let report = try site.build { $0.isLenient = true }
        #expect(report.summary != nil && report.diagnostics.contains { $0.severity == .error }, "\(report.text)")
        let name = path.split(separator: "/").last.map(String.init) ?? path
        #expect(try site.output().keys.filter { ("/" + $0).hasSuffix("/" + name) } == [])
    }

    /// Whoever looks at a preview sees that a file is left out, and no link that leads nowhere.
    @Test func aPageNamesAFileThatIsLeftOutAndSaysSo() throws {
        let site = try SampleSite([
            Self.kvest: SampleSite.practice(
                "Квест", "attachments: [a.html, .htaccess]",
                body: "[Анкета](a.html), [правила](web.config), [[kvest]]\n\n![Схема зала](zal.svg)")
        ])
        for name in ["a.html", ".htaccess", "web.config"] {
            try site.folder.write("<p>", to: "content/practices/\(name)")
        }
        try site.folder.write(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>1</script></svg>",
            to: "content/practices/zal.svg")
        try site.lay(SampleSite.repository.appendingPathComponent("themes/album"), into: "themes/small/")
        let report = try site.build { $0.isLenient = true }
        #expect(report.summary != nil, "\(report.text)")
        let page = try site.page("practices/kvest.html").replacing("\u{A0}", with: " ")
        let told = "файл не публикуется: в нём может быть программа"
        #expect(page.contains("<span class=\"withdrawn\">Анкета (\(told))</span>"), "\(page)")
        #expect(page.contains("<li><span>a.html</span>") && page.contains("<li><span>.htaccess</span>"), "\(page)")
        #expect(page.ranges(of: told).count == 3, "\(page)")
        // A picture that is left out says so too.
        #expect(page.contains("<span class=\"withdrawn\">Схема зала (\(told))</span>"), "\(page)")
        // What a server would obey is no program.
        let settings = "файл не публикуется: это настройки веб-сервера"
        #expect(page.contains("<span class=\"withdrawn\">правила (\(settings))</span>"), "\(page)")
        #expect(page.ranges(of: settings).count == 2 && !page.contains("HTACCESS"), "\(page)")
        #expect(!page.contains("href=\"a.html\"") && !page.contains("href=\".htaccess\""), "\(page)")
        #expect(report.text.contains("файл «.htaccess» — настройки веб-сервера"), "\(report.text)")
    }

    @Test(arguments: ["a.heic", "a.HEIF", "a.tif", "a.psd", "a.nef"])
    func aPictureThatNoBrowserShowsIsToldOf(name: String) throws {
        #expect(try codes(name, [1], body: "![Снимок](\(name))") == ["unshown-picture"])
    }

    @Test(arguments: ["a.py", "a.docx", "a.pdf", "a.txt", "anketa", "a.foo"])
    func aFileThatIsNoPictureIsNoneByItsMark(name: String) throws {
        #expect(try codes(name, Array("print(1)".utf8), body: "![Снимок](\(name))").contains("no-picture"))
    }

    @Test func emptyLargeAndHugeFilesAreToldOfOnce() throws {
        #expect(try codes("a.pdf", [], body: "[Приказ](a.pdf)") == ["empty-attachment"])
        #expect(try codes("a.pdf", [1], size: 20_000_000, body: "[Приказ](a.pdf)") == [])
        #expect(try codes("a.pdf", [1], size: 20_000_001, body: "[Приказ](a.pdf)") == ["large-file"])
        #expect(try codes("a.pdf", [1], size: 8 << 30, body: "[Приказ](a.pdf)") == ["too-large-to-publish"])
        #expect(try codes("a.bmp", [1], body: "![План](a.bmp)") == ["plain-picture"])
    }

    @Test(arguments: [
        (2_000_000, 2560, [String]()), (2_000_001, 100, ["large-picture"]), (100, 2561, ["wide-picture"]),
    ])
    func largeAndWidePicturesAreToldOf(size: Int, width: Int, told: [String]) throws {
        let png: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0]
            + [UInt8(width >> 8), UInt8(width & 0xFF), 0, 0, 0, 3, 8, 2, 0, 0, 0]
        #expect(try codes("a.png", png, size: size, body: "![План](a.png)") == told)
    }

    /// Sizes are judged before anything is read: 8 GB of nothing take no memory.
    @Test(arguments: [
        "content/practices/b.md", "content/vocabularies/levels.yml", "content/kinds/practice.yml", "album.yml",
    ])
    func aSparseGiantIsAMessage(path: String) throws {
        let site = try SampleSite([Self.kvest: SampleSite.practice("Квест")])
        if !site.folder.contains(path) { try site.folder.write("", to: path) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: site.folder.path(path)))
        try handle.truncate(atOffset: 8 << 30)
        try handle.close()
        #expect(try SiteBuild.check(try site.request()).codes.contains("huge-file"))
    }

    @Test(arguments: ["unused.png", "unused.svg"])
    func anUnusedGiantPictureIsNotRead(name: String) throws {
        #expect(try codes(name, Array("<svg/>".utf8), size: 8 << 30, body: "Текст").contains("stray-file"))
    }

    // MARK: Drawings

    @Test(arguments: [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>",
        "<?xml version=\"1.0\"?><!-- план --><!DOCTYPE svg><svg><text>1 &lt; 2</text></svg>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
            + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            + "i:label=\"Схема (зал)\"><metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></metadata>"
            + "<i:namedview i:zoom=\"f(1)\"/><g transform=\"matrix(1 0 0 1 2 3) rotate(5)\" aria-label=\"план (1)\">"
            + "<rect fill=\"rgb(1,2,3)\" style=\"filter:url('#f');color:hsl(1,2%,3%)\"/></g></svg>",
        "<svg><style>@media (max-width:9px){.a{fill:#fff}} text{font:1px sans-serif}</style></svg>",
        "<svg><style>.a{fill:url(#g)}</style><use href=\"#g\"/><image href='data:image/png;base64,AA=='/></svg>",
    ])
    func anInertDrawingPasses(text: String) {
        #expect(DrawingSafety.danger(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "<svg><script>1</script></svg>", "<svg><SVG:Script/></svg>", "<svg onload=\"a()\"/>", "<svg OnLoad='a()'/>",
        "<svg><foreignObject/></svg>", "<svg><a href=\"javascript:1\"/></svg>",
        "<svg><use xlink:href=\"//e.org/a#b\"/></svg>",
        "<svg><image href=\"https://e.org/a.png\"/></svg>", "<svg><style>@import 'a'</style></svg>",
        "<svg><rect style=\"fill:url(http://e.org)\"/></svg>", "<svg><set attributeName=\"href\" to=\"a\"/></svg>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "<?xml-stylesheet href=\"a\"?><svg/>", "<svg><a href=x></svg>",
        "<svg><animate attributeName='href'/></svg>", "<svg", "<svg><rect style=\"fill:&#117;rl(a)\"/></svg>",
        // As a browser reads them, of another encoding, namespace or document type.
        "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><svg><text>\u{1B}$B<!--\u{1B}(B</text><!-- --></svg>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>", "<svg><text>\u{1B}</text></svg>",
        "<svg xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:p/></svg>",
        "<svg xmlns:h=\"http://&#119;ww.w3.org/1999/xhtml\"/>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a\"><svg/>",
        "<svg><rect fill=\"url&lpar;a)\"/></svg>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"a\"><svg/>", "<svg><text>&nbsp;</text></svg>",
        "<svg><h:form action=\"a\"/></svg>", "<svg><h:img srcset=\"a 1x\"/></svg>", "<svg><p/></svg>", "<p/>", "",
        "<svg><style><!-- x -->@import \"a\";</style></svg>", "<svg><style>@im<!-- x -->port \"a\";</style></svg>",
        "<svg><style><g/>@import \"a\"</style></svg>", "<svg><style>a", "<svg><style>@namespace url(a)</style></svg>",
        "<svg><rect style=\"mask-image:image-set('a' 1x)\"/></svg>", "<svg><rect cursor=\"image-set('a' 1x)\"/></svg>",
        "<svg><style>svg{background:-webkit-image-set(\"a\" 1x)}</style></svg>",
        "<svg><rect mask=\"cross-fade(url(#a), 'b')\"/></svg>",
        "<svg><![CDATA[<script>]]></svg>", "<svg><image href=\"data:image/svg+xml;base64,AA==\"/></svg>",
    ])
    func aDrawingThatRunsOrFetchesIsUnfit(text: String) {
        #expect(DrawingSafety.danger(Array(text.utf8)) != nil)
    }

    /// A browser goes by the name.
    @Test(arguments: [
        ("a.html", "active-file"), ("a.htm", "active-file"), ("a.xhtml", "active-file"), ("a.xml", "active-file"),
        ("a.svgz", "active-file"), ("a.mht", "active-file"), ("a.svg", "active-picture"),
    ])
    func aPageThatIsShownAsAPictureIsRefused(name: String, code: String) throws {
        let page = Array("<script>alert(1)</script>".utf8)
        #expect(try codes(name, page, body: "![План](\(name))") == [code])
        #expect(try codes(name, page, body: "![План](\(name)) и [крупно](\(name))").contains(code))
    }

    @Test func anUnfitDrawingIsAnErrorWhereItIsShown() throws {
        let text = "<svg width=\"4\" height=\"3\"><script>alert(1)</script></svg>"
        #expect(try codes("a.svg", Array(text.utf8), body: "![План](a.svg)") == ["active-picture"])
    }
}
