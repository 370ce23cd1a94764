import Linking
import Theming

/// A link, or a plain text where there is nothing to link to.
struct LinkView: View {
    var title: String
    /// Relative to the page; none: shown as text.
    var url: Href?
    /// A quiet remark after the link: a count, a date.
    var note: String?

    init(_ title: String, _ url: Href? = nil, note: String? = nil) {
        self.title = title
        self.url = url
        self.note = note
    }

    static let schema = ViewSchema<LinkView>(
        "link", "A link, or a plain text where there is nothing to link to",
        [
            .text("title", "What it leads to") { $0.title },
            .text("url", "Relative address; absent for plain text") { $0.url?.text },
            .text("note", "A quiet remark after the link: a count, a date") { $0.note },
        ])
}

/// Links under a heading of their own: «Цитируется в», «По направлениям».
struct LinkGroupView: View {
    var title: String
    /// Anchor of the heading; none: no anchor.
    var id: String?
    var links: [LinkView]
    /// What to say when there are no links; none: the group is not worth showing empty.
    var empty: String?

    init(_ title: String, id: String? = nil, links: [LinkView], empty: String? = nil) {
        self.title = title
        self.id = id
        self.links = links
        self.empty = empty
    }

    static let schema = ViewSchema<LinkGroupView>(
        "link group", "Links under a heading of their own",
        [
            .text("title", "The heading") { $0.title },
            .text("id", "Anchor of the heading") { $0.id },
            .list("links", "The links") { $0.links },
            .flag("is_long", "It has more links than one looks through unasked") { $0.links.count > 20 },
            .text("empty", "What to say when there are no links") { $0.empty },
        ])
}

/// A direction in its colour, with the letter that tells it where colour does not.
struct ChipView: View {
    var title: String
    /// None: a label without a link.
    var url: Href?
    /// Number of the colour and pattern, 1…9; 0 is neutral (RMA directions, directions without a colour).
    var hue: Int
    /// One or two letters or a number beside the colour: «З», «Зд».
    var letter: String

    init(_ title: String, _ url: Href?, hue: Int, letter: String) {
        self.title = title
        self.url = url
        self.hue = hue
        self.letter = letter
    }

    static let schema = ViewSchema<ChipView>(
        "chip", "A direction in its colour, with its letter",
        [
            .text("title", "Name of the direction") { $0.title },
            .text("url", "Relative address of its page; absent for a mere label") { $0.url?.text },
            .text("hue", "Number of its colour, 0 to 12: class `hue-N`") { String($0.hue) },
            .text("letter", "One or two letters beside the colour") { $0.letter },
        ])
}

/// A kind of material: a word and a small sign.
struct KindView: View {
    /// Id of the kind: picks the sign, class `sign-<id>`; unknown ids get a plain square.
    var id: String
    /// «практика», singular, as it begins inside a sentence.
    var word: String
    /// The kind's list; none: a mere label.
    var url: Href?

    init(id: String, word: String, url: Href? = nil) {
        self.id = id
        self.word = word
        self.url = url
    }

    static let schema = ViewSchema<KindView>(
        "kind", "A kind of material: a word and a small sign",
        [
            .text("id", "Id of the kind, for the class of its sign") { $0.id },
            .text("word", "Name in the singular") { $0.word },
            .text("url", "Relative address of the kind's list; absent for a mere label") { $0.url?.text },
        ])
}

/// A number that matters, set large, with what it counts beside it.
struct FigureView: View {
    /// «2603», «85 %»: already formatted.
    var value: String
    /// What it counts, in the plural form that fits the number.
    var label: String
    var url: Href?

    init(_ value: String, _ label: String, url: Href? = nil) {
        self.value = value
        self.label = label
        self.url = url
    }

    static let schema = ViewSchema<FigureView>(
        "figure", "A number that matters, set large",
        [
            .text("value", "The number, formatted") { $0.value },
            .text("label", "What it counts") { $0.label },
            .text("url", "Relative address of the list behind it") { $0.url?.text },
        ])
}

/// A file to take away: data of a table, a Word file beside a material, an EPUB.
struct DownloadView: View {
    var title: String
    /// None of a file that is not published.
    var url: Href?
    /// «CSV», «DOCX».
    var format: String
    /// «340 КБ», see `NumberText.bytes`; none where it is not known while pages are made.
    var size: String?
    /// What a reader should know of it before taking it, a phrase.
    var note: String?

    init(_ title: String, _ url: Href?, format: String, size: String? = nil, note: String? = nil) {
        self.title = title
        self.url = url
        self.format = format
        self.size = size
        self.note = note
    }

    static let schema = ViewSchema<DownloadView>(
        "download", "A file to take away",
        [
            .text("title", "What is in it") { $0.title },
            .text("url", "Relative address; absent where the file is not published") { $0.url?.text },
            .text("format", "CSV, DOCX …") { $0.format },
            .text("size", "Size in words") { $0.size },
            .text("note", "What to know of it before taking it; a script may say it anew") { $0.note },
        ])
}

/// What could stand in an empty place, and how to bring it.
struct EmptyView: View {
    /// What is not here yet, a sentence.
    var text: String
    /// «Как добавить»; none: nobody can bring it.
    var help: LinkView?

    init(_ text: String, help: LinkView? = nil) {
        self.text = text
        self.help = help
    }

    static let schema = ViewSchema<EmptyView>(
        "empty", "What could stand in an empty place",
        [
            .text("text", "What is not there yet") { $0.text },
            .record("help", "How to bring it") { $0.help },
        ])
}
