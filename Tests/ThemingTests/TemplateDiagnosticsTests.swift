import TestSupport
import Testing

private let layout = "<main>{{$main}}{{/main}}</main>{{$scripts}}{{/scripts}}"

/// Template of the page, in order; the printed reports stand in Golden/template-diagnostics.txt.
private let faults: [(name: String, files: [String: String])] = [
    ("unknown variable", ["templates/pages/page.mustache": "<h1>{{titel}}</h1>"]),
    ("unknown variable of an inner view", ["templates/pages/page.mustache": "{{#author}}\n  {{nama}}\n{{/author}}"]),
    ("unknown part of a dotted name", ["templates/pages/page.mustache": "Автор: {{author.nam}}"]),
    ("unknown section", ["templates/pages/page.mustache": "{{#part}}{{/part}}"]),
    (
        "unknown variable in a partial",
        [
            "templates/pages/page.mustache": "{{>partials/a}}", "templates/partials/a.mustache": "Ёж {{sumary}}",
        ]
    ),
    ("unknown partial", ["templates/pages/page.mustache": "{{>partials/cart}}"]),
    (
        "unknown layout",
        [
            "templates/pages/page.mustache": "{{<layouts/bass}}{{/layouts/bass}}",
            "templates/layouts/base.mustache": layout,
        ]
    ),
    ("section not closed", ["templates/pages/page.mustache": "{{#parts}}\n{{name}}\n"]),
    ("section closed twice", ["templates/pages/page.mustache": "{{#parts}}{{/parts}}{{/parts}}"]),
    ("sections crossed", ["templates/pages/page.mustache": "{{#parts}}{{#author}}{{/parts}}{{/author}}"]),
    ("tag not closed", ["templates/pages/page.mustache": "<b>{{title</b>"]),
    (
        "stray block",
        [
            "templates/pages/page.mustache": "{{<layouts/base}}{{$mian}}м{{/mian}}{{/layouts/base}}",
            "templates/layouts/base.mustache": layout,
        ]
    ),
    (
        "content outside of blocks",
        [
            "templates/pages/page.mustache": "{{<layouts/base}}<p>потеряется</p>{{/layouts/base}}",
            "templates/layouts/base.mustache": layout,
        ]
    ),
    ("other delimiters", ["templates/pages/page.mustache": "{{=<% %>=}}"]),
    ("transform", ["templates/pages/page.mustache": "{{uppercased(title)}}"]),
    ("text unescaped", ["templates/pages/page.mustache": "{{{title}}}"]),
    ("html escaped", ["templates/pages/page.mustache": "{{body}}"]),
    ("list shown as text", ["templates/pages/page.mustache": "{{parts}}"]),
    ("unknown string", ["templates/pages/page.mustache": "{{strings.helo}}", "strings/ru.yml": "hello: \"Привет\"\n"]),
    ("unknown asset", ["templates/pages/page.mustache": "{{assets.css_albom_css}}", "assets/css/album.css": ""]),
    (
        "file of a style sheet that is not there",
        [
            "assets/css/a.css": "/* url(no) */ a { b: url('../fonts/t.woff2') url(../../../x) url(\"data:,\") }",
            "assets/fonts/tt.woff2": "",
        ]
    ),
    ("template that includes itself", ["templates/pages/page.mustache": "{{#is_draft}}{{>pages/page}}{{/is_draft}}"]),
    ("unused template with a wrong partial", ["templates/partials/unused.mustache": "{{>partials/gone}}"]),
    ("line of strings not understood", ["strings/ru.yml": "hello: Привет\n"]),
    ("plural form missing", ["strings/ru.yml": "things:\n  one: \"вещь\"\n  many: \"вещей\"\n"]),
]

@Test func eachFaultOfATemplateNamesItsPlaceAndTheNearestRightName() throws {
    let text = faults.map { "## \($0.name)\n\(report($0.files))" }.joined(separator: "\n")
    try Golden.expect(text, matches: "template-diagnostics.txt")
}

@Test func aMissingTemplateAndAMissingStringAreReported() {
    let loaded = load(["templates/pages/page.mustache": "", "strings/ru.yml": "a: \"а\"\n"], required: ["a", "b"])
    #expect(loaded.theme == nil)
    #expect(loaded.diagnostics.map(\.code.name) == ["theme-missing-string"])
}

@Test func whatASiteAddsStandsBehindTheStylesOfTheTheme() throws {
    let theme = try #require(
        load([
            "templates/pages/page.mustache": "{{assets.css_album_css}}", "assets/css/album.css": "a { b: c }",
            "assets/css/site.css": ":root { --hue-1: red }", "assets/css/print.css": "p { q: r }",
        ]).theme)
    let styles = theme.assets.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(styles == ["a { b: c }\n:root { --hue-1: red }", "p { q: r }"])
}

@Test func aStyleSheetNamesFilesAsTheSiteHasThem() throws {
    let theme = try #require(
        load([
            "templates/pages/page.mustache": "", "assets/fonts/title.woff2": "font", "assets/img/a.svg": "<svg/>",
            "assets/css/a.css":
                "@font-face { src: url(\"../fonts/title.woff2\") } b { c: url( ../img/a.svg#x ) url(#y) }",
        ]).theme)
    let paths = Dictionary(uniqueKeysWithValues: theme.assets.map { ($0.path.split(separator: ".")[0], $0.path) })
    let style = try #require(theme.assets.first { $0.path.hasSuffix(".css") })
    let font = try #require(paths["assets/fonts/title"]).dropFirst("assets/".count)
    let picture = try #require(paths["assets/img/a"]).dropFirst("assets/".count)
    #expect(
        String(decoding: style.bytes, as: UTF8.self)
            == "@font-face { src: url(\"../\(font)\") } b { c: url( ../\(picture)#x ) url(#y) }")
}
