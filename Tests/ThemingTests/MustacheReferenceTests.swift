import Mustache
import Testing

@testable import Theming

/// Templates of every form that the theme uses; the library, which follows the Mustache spec, must show the same.
private let templates = [
    "{{title}} {{summary}} {{{body}}} {{count}}",
    "{{#summary}}a{{/summary}}{{^summary}}b{{/summary}}",
    "{{#is_draft}}a{{/is_draft}}{{^is_draft}}b{{/is_draft}}",
    "<ul>\n{{#parts}}\n<li>{{name}}{{#has_parts}}\n<ul>\n{{#parts}}\n<li>{{name}}\n{{/parts}}\n</ul>\n{{/has_parts}}\n{{/parts}}\n</ul>",
    "{{#author}}{{name}} {{title}} {{count}}{{/author}}{{^author}}-{{/author}} {{author.name}}",
    "{{#tags}}{{.}}, {{/tags}}{{#has_tags}}!{{/has_tags}}",
    "{{#parts}}{{>tree}}\n{{/parts}}\n{{>tail}}\n",
    "{{<base}}{{$main}}{{#parts}}{{name}}{{/parts}}{{/main}}{{/base}}",
    "{{<base}}\n{{$head}}\n{{title}}\n{{/head}}\n{{$main}}\nx\n{{>tail}}\ny\n{{/main}}\n{{/base}}",
    "{{! note }}\n{{#parts}}{{! note }}{{name}} {{/parts}}",
]

private let partials = [
    "tree": "({{name}}{{#parts}}{{>tree}}{{/parts}})", "tail": "<hr>\n{{title}}\n",
    "base": "<h>{{$head}}{{title}}{{/head}}</h>\n{{$main}}\n{{/main}}\n<f>{{>tail}}</f>",
]

private let pages = [
    PageSample(),
    PageSample(
        title: "«А» & <Б>", summary: "к", count: 3, isDraft: true, tags: ["x", "y<"],
        author: AuthorSample(name: "Имя", title: "методист"),
        parts: [PartSample(name: "1", parts: [PartSample(name: "2")]), PartSample(name: "3")]),
]

@Test(arguments: templates)
func aTemplateShowsWhatTheMustacheLibraryShows(template: String) throws {
    var library = MustacheLibrary()
    for (name, text) in partials { try library.register(text, named: name) }
    try library.register(template, named: "page")
    for page in pages {
        let expected = try #require(library.render(dictionary(ViewRecord(page)), withTemplate: "page"))
        let more = Dictionary(uniqueKeysWithValues: partials.map { ("templates/\($0).mustache", $1) })
        #expect(show(template, page, more).withoutLineEnds == expected.withoutLineEnds)
    }
}

/// A view as the library takes it.
private func dictionary(_ record: any Record) -> [String: Any] {
    var result: [String: Any] = [:]
    for (index, variable) in record.schema.variables.enumerated() {
        result[variable.name] = plain(record.value(at: index))
    }
    return result
}

private func plain(_ value: Value) -> Any? {
    switch value {
    case .text(let text): text
    case .html(let html): html.text
    case .number(let number): number
    case .flag(let flag): flag
    case .list(let values): values.compactMap(plain)
    case .record(let record): dictionary(record)
    case .absent: nil
    }
}

extension String {
    /// Both drop line ends around tags, the library not always the same ones.
    fileprivate var withoutLineEnds: String { String(filter { $0 != "\n" }) }
}
