import Testing
import Theming

@Test func textIsEscapedAndReadyHTMLIsNot() {
    let page = PageSample(title: "<a & \"b\" 'c'>")
    #expect(show("{{title}}|{{{body}}}", page) == "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;|<p>Текст</p>")
}

@Test func sectionsOverAbsentEmptyZeroAndFalseValuesAreSkipped() {
    let template =
        "{{#summary}}s{{/summary}}{{^summary}}-{{/summary}}{{#count}}n{{/count}}{{#is_draft}}d{{/is_draft}}{{#author}}a{{/author}}{{#parts}}p{{/parts}}"
    #expect(show(template, PageSample(summary: "")) == "-")
    let full = PageSample(
        summary: "x", count: 2, isDraft: true, author: AuthorSample(name: "А"), parts: [PartSample(name: "б")])
    #expect(show(template, full) == "sndap")
}

@Test func aTextIsSetApartByItsOwnSectionAndDotShowsIt() {
    #expect(
        show("{{#summary}}<{{.}}>{{/summary}}{{#tags}}{{.}};{{/tags}}", PageSample(summary: "и", tags: ["а", "б&"]))
            == "<и>а;б&amp;;")
}

@Test func anAbsentValueOfAnInnerViewHidesTheSameNameOutside() {
    let page = PageSample(title: "Вне", author: AuthorSample(name: "А"))
    #expect(show("{{#author}}{{name}}[{{title}}]{{count}}{{/author}}", page) == "А[]0")
}

@Test func dottedNamesReachIntoInnerViews() {
    #expect(
        show("{{author.name}}{{#author.title}}!{{/author.title}}", PageSample(author: AuthorSample(name: "А"))) == "А")
    #expect(show("{{author.name}}", PageSample()) == "")
}

@Test func listsBringAConditionForTheirHeading() {
    let template = "{{#has_parts}}<ul>{{#parts}}<li>{{name}}</li>{{/parts}}</ul>{{/has_parts}}"
    #expect(show(template, PageSample()) == "")
    #expect(
        show(template, PageSample(parts: [PartSample(name: "а"), PartSample(name: "б")]))
            == "<ul><li>а</li><li>б</li></ul>")
}

@Test func aPartialMayCallItselfForPartsOfParts() {
    let tree = ["templates/partials/tree.mustache": "({{name}}{{#parts}}{{>partials/tree}}{{/parts}})"]
    let page = PageSample(parts: [PartSample(name: "1", parts: [PartSample(name: "2"), PartSample(name: "3")])])
    #expect(show("{{#parts}}{{>partials/tree}}{{/parts}}", page, tree) == "(1(2)(3))")
}

@Test func aPageFillsTheBlocksOfItsLayoutAndKeepsTheOthers() {
    let layout = ["templates/layouts/base.mustache": "<h>{{$head}}{{title}}{{/head}}</h><m>{{$main}}{{/main}}</m>"]
    #expect(
        show("{{<layouts/base}}{{$main}}м{{/main}}{{/layouts/base}}", PageSample(), layout)
            == "<h>Заголовок</h><m>м</m>")
    #expect(show("{{<layouts/base}}{{$head}}г{{/head}}{{/layouts/base}}", PageSample(), layout) == "<h>г</h><m></m>")
}

@Test func tagsAloneOnTheirLineLeaveNoLineAndIndentationGoes() {
    let template = """
        <ul>
          {{#parts}}
            <li>{{name}}</li>
          {{/parts}}
          {{! a comment }}
        </ul>

        """
    #expect(
        show(template, PageSample(parts: [PartSample(name: "а"), PartSample(name: "б")]))
            == "<ul>\n<li>а</li>\n<li>б</li>\n</ul>")
}

@Test func fragmentsAreRenderedOnceAndPlacedAsTheyAre() throws {
    let theme = try #require(
        load(["templates/pages/page.mustache": "{{#has_cards}}<ul>{{{cards}}}</ul>{{/has_cards}}"]).theme)
    let card = theme.fragment(CardSample(title: "A&B")).html
    #expect(
        String(decoding: theme.render(PageSample(cards: [card, card])).html, as: UTF8.self)
            == "<ul>[A&amp;B][A&amp;B]</ul>")
}

@Test func stringsAndAssetsArePutInWhenTheThemeIsLoaded() throws {
    let loaded = load([
        "templates/pages/page.mustache": "{{strings.hello}} {{assets.css_album_css}}",
        "strings/ru.yml": "hello: \"Привет {{мир}} & все\"", "assets/css/album.css": "body{}",
    ])
    let theme = try #require(loaded.theme)
    let path = try #require(theme.assets.first?.path)
    #expect(path.hasPrefix("assets/css/album.") && path.hasSuffix(".css"))
    #expect(theme.assetPath("css/album.css") == path)
    #expect(String(decoding: theme.render(PageSample()).html, as: UTF8.self) == "Привет {{мир}} &amp; все \(path)")
}

@Test func anAssetsNameFollowsItsContent() throws {
    let first = try #require(load(["assets/a.js": "1"]).theme?.assetPath("a.js"))
    let same = try #require(load(["assets/a.js": "1"]).theme?.assetPath("a.js"))
    let other = try #require(load(["assets/a.js": "2"]).theme?.assetPath("a.js"))
    #expect(first == same && first != other)
}

@Test func aFileOfTheSiteReplacesTheSameFileOfTheDefaultTheme() throws {
    let files = [
        "templates/pages/page.mustache": "{{>partials/a}}{{>partials/b}}{{strings.x}}{{strings.y}}",
        "templates/partials/a.mustache": "a", "templates/partials/b.mustache": "b",
        "strings/ru.yml": "x: \"x\"\ny: \"y\"\n",
    ]
    let changes = ["templates/partials/b.mustache": "B", "strings/ru.yml": "y: \"Y\"\n"]
    let theme = try #require(load(files, over: changes).theme)
    #expect(String(decoding: theme.render(PageSample()).html, as: UTF8.self) == "aBxY")
}

@Test func aPageNamesTheTemplatesThatMadeItAndNoOthers() throws {
    let files = [
        "templates/pages/page.mustache":
            "{{#has_cards}}{{>partials/cards}}{{/has_cards}}{{^has_cards}}{{>partials/none}}{{/has_cards}}",
        "templates/partials/cards.mustache": "{{>partials/list}}", "templates/partials/list.mustache": "{{{cards}}}",
        "templates/partials/none.mustache": "-", "templates/partials/unused.mustache": "-",
    ]
    let theme = try #require(load(files).theme)
    let card = theme.fragment(CardSample(title: "A"))
    #expect(card.templates == ["partials/card"])
    #expect(
        theme.render(PageSample(cards: [card.html])).templates == ["pages/page", "partials/cards", "partials/list"])
    #expect(theme.render(PageSample()).templates == ["pages/page", "partials/none"])
    let changed = try #require(load(files, over: ["templates/partials/none.mustache": "–"]).theme)
    let different = theme.templateStamps.filter { changed.templateStamps[$0.key] != $0.value }.keys
    #expect(Array(different) == ["partials/none"] && changed.stamp == theme.stamp)
}

@Test func aThemeWithAnErrorIsNotLoaded() {
    #expect(load(["templates/pages/page.mustache": "{{nothing}}"]).theme == nil)
}
