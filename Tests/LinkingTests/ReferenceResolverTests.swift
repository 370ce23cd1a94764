import AlbumMarkdown
import Catalog
import Diagnostics
import TestSupport
import Testing

@testable import Linking

/// Resolves the only link of a text that stands in `practices/a.md`.
private struct Resolved {
    let link: ResolvedLink
    let title: String?
    let diagnostic: Diagnostic?
    let range: Range<Int>?

    init(_ marked: String, showsDrafts: Bool = false) {
        let album = catalog(
            [
                "practices/a.md": "kind: document", "documents/order-1.md": "", "documents/2023/order-1.md": "",
                "документы/указ.md": "kind: document",
                "documents/secret.md": "draft: да", "documents/plan-2024.md": "aliases: [plan-24]",
            ])
        let resolver = ReferenceResolver(
            catalog: album, pages: ["index.html", "search.html", "directions/znanie.html"],
            files: ["practices/План.docx", "practices/foto.png"],
            pictureSizes: ["practices/foto.png": PictureSize(width: 4, height: 3)],
            showsDrafts: showsDrafts)
        let text = MarkedText(marked)
        let file = text.file("content/practices/a.md")
        let own = album.directory.position(ofPath: "practices/a.md")!
        let use = MarkdownParser.parse(file: file).links[0]
        let written = WrittenLink(kind: use.kind, destination: use.destination)
        let links = PlacedLinks(resolver, of: own, at: BodyPlace(page: album.materials[own].address))
        link = links.resolved(written)
        title = links.title(written)
        if case .fault(let fault) = resolver.resolve(written, of: own) {
            diagnostic = resolver.diagnostic(
                fault, of: own, at: SourceLocation(file, use.addressRange(in: file)))
        } else {
            diagnostic = nil
        }
        range = text.ranges.first
    }

    var address: String? { link.address }
    var code: String? { diagnostic?.code.name }
}

@Suite struct ReferenceResolverTests {
    @Test(arguments: [
        ("[x](../documents/order-1.md)", "../documents/order-1.html"),
        ("[x](/documents/order-1.md)", "../documents/order-1.html"),
        ("[x](../documents/order-1.md#sroki)", "../documents/order-1.html#sroki"),
        ("[x](../documents/order-1)", "../documents/order-1.html"),
        ("[x](../documents/order-1.html)", "../documents/order-1.html"), ("[[указ]]", "../dokumenty/ukaz.html"),
        ("[[documents/order-1#sroki|приказ]]", "../documents/order-1.html#sroki"),
        ("[x](<../документы/указ.md>)", "../dokumenty/ukaz.html"),
        (
            "[x](../%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B/%D1%83%D0%BA%D0%B0%D0%B7.md)",
            "../dokumenty/ukaz.html"
        ),
        ("[x](#khod)", "#khod"), ("[x](a.md#khod)", "#khod"), ("[x](a.md)", "#main"), ("[[search]]", "../search.html"),
        ("[x](../search.html?q=квест)", "../search.html?q=квест"),
        ("[x](/directions/znanie.html#top)", "../directions/znanie.html#top"),
        ("[x](<План.docx>)", "plan.docx"), ("[x](https://example.org/a?b#c)", "https://example.org/a?b#c"),
        ("[x](mailto:office@example.org)", "mailto:office@example.org"),
    ])
    func aLinkLeadsToWhatItNames(link: String, address: String) {
        let resolved = Resolved(link)
        #expect(resolved.address == address && resolved.code == nil)
    }

    @Test(arguments: [
        ("[x](⟦../documents/order-2.md⟧)", "broken-link"), ("[x](⟦../../secret.md⟧)", "link-outside"),
        ("[x](<⟦../documents/order 2.md⟧> \"План\")", "broken-link"), ("[x](⟦../a_(1).md⟧)", "broken-link"),
        ("[[⟦order-1⟧]]", "ambiguous-reference"), ("[x](⟦http://⟧)", "broken-link"),
        ("[x](⟦https:///a⟧)", "broken-link"), ("[x](⟦https:⟧)", "broken-link"), ("[x](⟦HTTP://?a⟧)", "broken-link"),
        ("[[⟦order-2⟧|приказ]]", "unknown-reference"), ("![схема](⟦net.png⟧)", "missing-file"),
        ("[[⟦secret⟧]]", "link-to-draft"), ("![схема](⟦https://example.org/a.png⟧)", "remote-picture"),
    ])
    func aLinkThatLeadsNowhereIsReportedWhereItStands(marked: String, code: String) {
        let resolved = Resolved("До " + marked + " после")
        #expect(resolved.code == code && resolved.address == nil)
        #expect(resolved.diagnostic?.location.range == resolved.range)
    }

    @Test func theNearestMaterialsAreOffered() {
        let candidates = Resolved("[x](../documents/ordr-1.md)").diagnostic?.candidates ?? []
        #expect(candidates.contains("../documents/order-1.md"))
        #expect(
            Resolved("[[order-1]]").diagnostic?.candidates == [
                "documents/2023/order-1", "documents/order-1",
            ])
    }

    @Test func aFileWithAnotherNumberIsNoNearOneAndMayHaveBeenRenamed() throws {
        let diagnostic = try #require(Resolved("[x](../documents/order-2.md)").diagnostic)
        #expect(diagnostic.candidates == [])
        #expect(diagnostic.code.remedy.text(.ru, diagnostic.arguments).contains("«aliases: [documents/order-2]»"))
        let file = try #require(Resolved("[x](net.docx)").diagnostic)
        #expect(!file.code.remedy.ru.contains("aliases"))
    }

    @Test func aFormerNameBehindAWrongFolderIsOffered() {
        #expect(Resolved("[x](../documents/plan-24.md)").code == nil)
        #expect(
            Resolved("[x](plan-24.md)").diagnostic?.candidates == ["../documents/plan-2024.md"])
    }

    @Test(arguments: [
        "[x](../documents/ordr-1.md)", "[x](documents/order-1.md)", "![фото](foto1.png)", "[x](www.example.org)",
        "[x](metodist@example.org)", "[x](8-351-1234567)", "[x](+73511234567)",
    ])
    func eachCandidateWorksWhenItIsPutIn(link: String) throws {
        let diagnostic = try #require(Resolved(link).diagnostic)
        #expect(!diagnostic.candidates.isEmpty)
        for candidate in diagnostic.candidates {
            let mended = String(link.prefix { $0 != "(" }) + "(" + candidate + ")"
            #expect(Resolved(mended).code == nil, "\(mended)")
        }
    }

    @Test(arguments: ["[x](12-34)", "[x](2023)", "[x](a@b)", "[x](папка/a@b.ru)"])
    func whatIsNoMailboxAndNoNumberIsABrokenPath(link: String) {
        #expect(Resolved(link).code == "broken-link")
    }

    @Test func aPictureKnowsItsSize() {
        let attributes = Resolved("![фото](foto.png)").link.attributes
        #expect(attributes.map { "\($0.name)=\($0.value)" } == ["width=4", "height=3", "loading=lazy"])
    }

    @Test func aDraftIsLinkedToWhereDraftsAreShown() {
        #expect(Resolved("[[secret]]", showsDrafts: true).address == "../documents/secret.html")
    }

    @Test func anAddressThatRunsAProgramIsRefused() {
        #expect(Resolved("[x](javascript:alert)").address == nil)
    }
}

@Suite struct TextMarksTests {
    private let terms = glossary(
        "[{id: fgos, name: ФГОС, expansion: стандарт}, {id: rma, name: РМА, expansion: актив}]")
    private let album = catalog(["documents/a.md": "number: 1-РМА\ndate: 09.12.2022", "documents/b.md": ""])

    private func marks(_ text: String, own: MaterialIndex = 1) -> TextMarks {
        let document = MarkdownParser.parse(file: SourceFile(path: "a.md", text: text)).document
        let runs = MarkedRuns(document, Abbreviations(terms)).all.map(\.run)
        return TextMarks(runs, own: own, citations: Citations(album))
    }

    @Test func citationsAndAbbreviationsOfRunningTextAreFound() {
        let found = marks("По ФГОС и *приказу от 09.12.2022 № 1-РМА*, ФГОС.\n")
        #expect(found.cited == [0] && found.abbreviations.map(\.entry) == [0])
    }

    @Test func anAbbreviationWithinACitationIsExplainedAtItsNextUse() {
        let text = "Приказ от 09.12.2022 № 1 - РМА. Актив РМА.\n"
        #expect(marks(text).cited == [0] && marks(text).abbreviations.map(\.entry) == [1])
    }

    @Test func aMaterialDoesNotCiteItself() {
        #expect(marks("приказ от 09.12.2022 № 1-РМА", own: 0).cited.isEmpty)
    }

    @Test func codeAndLinksAreNoRunningText() {
        let found = marks("`ФГОС` и [приказ от 09.12.2022 № 1-РМА](b.md)\n")
        #expect(found.cited.isEmpty && found.abbreviations.isEmpty)
    }
}
