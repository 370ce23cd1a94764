import Theming

/// The first page of a book.
struct BookTitleView: TemplateView {
    var title: String
    var summary: String?
    /// By what its materials were chosen; nothing of an album.
    var selection: String?
    /// «7 глав, 24 материала».
    var extent: String
    /// Name of the site.
    var site: String
    /// «Издание от 1 декабря 2023 года».
    var edition: String
    /// Text of the album itself.
    var introduction: RawHTML?
    /// Office to write to.
    var contact: String?
    /// Where the site stands; none while `album.yml` has no `url:`.
    var url: String?

    static let template = "books/title"
    static let schema = ViewSchema<BookTitleView>(
        "book title", "The first page of a book",
        [
            .text("title", "Title of the book") { $0.title },
            .text("summary", "What it is about") { $0.summary },
            .text("selection", "By what its materials were chosen; none for an album") { $0.selection },
            .text("extent", "How much it holds") { $0.extent },
            .text("site", "Name of the site") { $0.site },
            .text("edition", "Of which day it is") { $0.edition },
            .html("introduction", "Text of the album itself") { $0.introduction },
            .text("contact", "Office to write to") { $0.contact },
            .text("url", "Where the site stands") { $0.url },
        ])
}

/// A part of a book: a material, or the head of a chapter.
struct BookPartView: TemplateView {
    var title: String
    /// Anchor, unique in the book.
    var id: String
    /// «Глава 2», «Практика · муниципальный».
    var eyebrow: String?
    var summary: String?
    /// Of a document its full title where that is another.
    var officialTitle: String?
    /// That a document is no longer in force.
    var notice: String?
    /// What its page says of it beside its text.
    var facts: [FactView] = []
    /// The body; its headings begin at level 2 and its anchors begin with `id` and a hyphen.
    var parts: [BodyPartView] = []
    /// Where the site has it; none while `album.yml` has no `url:`.
    var address: String?

    static let template = "books/part"
    static let schema = ViewSchema<BookPartView>(
        "book part", "A material in a book, or the head of a chapter",
        [
            .text("title", "Its title") { $0.title },
            .text("id", "Its anchor") { $0.id },
            .text("eyebrow", "Number of the chapter; kind, level") { $0.eyebrow },
            .text("summary", "Its summary") { $0.summary },
            .text("official_title", "Of a document its full title where that is another") { $0.officialTitle },
            .text("notice", "That a document is no longer in force") { $0.notice },
            .list("facts", "What its page says of it beside its text: values without chips, nothing folded") {
                $0.facts
            },
            .list("parts", "Its body") { $0.parts },
            .text("address", "Where the site has it") { $0.address },
        ])
}
