import Diagnostics
import Languages
import Theming

/// A page with everything that a template can ask for.
struct PageSample: TemplateView {
    var title = "Заголовок"
    var summary: String?
    var body = RawHTML("<p>Текст</p>")
    var count = 0
    var isDraft = false
    var tags: [String] = []
    var author: AuthorSample?
    var parts: [PartSample] = []
    var cards: [Fragment<CardSample>] = []

    static let template = "pages/page"
    static let schema = ViewSchema<PageSample>(
        "page", "A page",
        [
            .text("title", "Title") { $0.title },
            .text("summary", "Summary") { $0.summary },
            .html("body", "Body") { $0.body },
            .number("count", "Count") { $0.count },
            .flag("is_draft", "Draft") { $0.isDraft },
            .texts("tags", "Tags") { $0.tags },
            .record("author", "Author") { $0.author },
            .list("parts", "Parts") { $0.parts },
            .fragments("cards", "Cards") { $0.cards },
        ])
}

struct AuthorSample: View {
    var name: String
    var title: String?

    static let schema = ViewSchema<AuthorSample>(
        "author", "An author",
        [.text("name", "Name") { $0.name }, .text("title", "Title") { $0.title }])
}

struct PartSample: View {
    var name: String
    var parts: [PartSample] = []

    static let schema = ViewSchema<PartSample>(
        "part", "A part",
        [.text("name", "Name") { $0.name }, .list("parts", "Parts of the part") { $0.parts }])
}

struct CardSample: TemplateView {
    var title: String

    static let template = "partials/card"
    static let schema = ViewSchema<CardSample>("card", "A card", [.text("title", "Title") { $0.title }])
}

/// A theme written in a test: `pages/page` and what it needs.
func load(
    _ files: [String: String], over changes: [String: String] = [:], language: Language = .ru, required: [String] = []
) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var all = ["templates/pages/page.mustache": "", "templates/partials/card.mustache": "[{{title}}]"]
    all.merge(files) { _, new in new }
    let site = ThemeFolder(path: "themes/own", files: changes.mapValues { Array($0.utf8) })
    let theme = ThemeFolder(path: "themes/album", files: all.mapValues { Array($0.utf8) })
    return Theme.load(
        folders: changes.isEmpty ? [theme] : [site, theme], language: language,
        views: [PageSample.self, CardSample.self], requiredStrings: required)
}

/// What an editor sees.
func report(_ files: [String: String], required: [String] = []) -> String {
    DiagnosticPrinter(language: .ru).report(load(files, required: required).diagnostics)
}

/// A page shown by a theme of one template and perhaps more.
func show(_ template: String, _ page: PageSample, _ more: [String: String] = [:]) -> String {
    var files = ["templates/pages/page.mustache": template]
    files.merge(more) { _, new in new }
    let loaded = load(files)
    guard let theme = loaded.theme else { return DiagnosticPrinter(language: .ru).report(loaded.diagnostics) }
    return String(decoding: theme.render(page).html, as: UTF8.self)
}
