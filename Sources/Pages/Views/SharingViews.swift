import Linking
import Theming

/// The page on which a reader writes a material to send in: a form that nothing is sent from.
struct SharingView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String?
    /// What the script has to know: see ``SharingScript``.
    var data: String
    var fields: [SharingFieldView]
    /// Asked where somebody unfolds them.
    var more: [SharingFieldView]
    var sections: [SharingSectionView]
    var tables: [SharingTableView]
    /// Materials whose text is looked for: one of them may be chosen.
    var wanted: [SharingOptionView]
    /// Where the file goes: an address of electronic mail.
    var mail: String?
    /// Where the file goes: a page of the web.
    var web: LinkView?

    static let template = "pages/share"
    static let schema = ViewSchema<SharingView>(
        "share", "A form in which a reader writes a material to send in",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "What is done here") { $0.title },
            .text("lead", "One sentence under the title") { $0.lead },
            .text("data", "JSON for the script: the kind, and what is taken for personal") { $0.data },
            .list("fields", "What is asked") { $0.fields },
            .list("more", "What is asked where somebody unfolds it") { $0.more },
            .list("sections", "Parts of the text") { $0.sections },
            .list("tables", "Tables with rows to fill in") { $0.tables },
            .list("wanted", "Materials whose text is looked for") { $0.wanted },
            .text("mail", "Address of electronic mail that the file goes to") { $0.mail },
            .record("web", "Page of the web that the file goes to") { $0.web },
        ])
}

/// What is asked: a line, a text, one of some values or several of them.
struct SharingFieldView: View {
    /// How it is filled in.
    enum Control: Sendable {
        case line, text, lines, select, one, many
    }

    var id: String
    var label: String
    var help: String?
    var isRequired: Bool
    var control: Control
    /// What the script checks: `date` and `number`; nothing else.
    var check: String?
    var options: [SharingOptionView]
    /// Other names of a column, parted by `|`: rows that are pasted with their heads find it by them.
    var names: String?
    /// Whether somebody may write a value that is none of the options.
    var isOpen = false

    static let schema = ViewSchema<SharingFieldView>(
        "share field", "What is asked in a form: exactly one of `is_line` … `is_many` holds",
        [
            .text("id", "Id of the field") { $0.id },
            .text("label", "What it is called") { $0.label },
            .text("help", "What belongs into it, with an example") { $0.help },
            .flag("is_required", "It has to be filled in") { $0.isRequired },
            .flag("is_line", "A text of one line") { $0.control == .line },
            .flag("is_text", "A text of several lines") { $0.control == .text },
            .flag("is_lines", "Several values, one a line") { $0.control == .lines },
            .flag("is_select", "One of few values") { $0.control == .select },
            .flag("is_one", "One of many values, with a search") { $0.control == .one },
            .flag("is_many", "Several of the values") { $0.control == .many },
            .flag("is_long", "So many values that they are searched") {
                [.one, .many].contains($0.control) && $0.options.count > SharingFieldView.fewOptions
            },
            .text("check", "What the script checks: `date` or `number`") { $0.check },
            .list("options", "The values") { $0.options },
            .text("names", "Other names of a column, parted by `|`") { $0.names },
            .flag("is_open", "A value that is none of the options may be written") { $0.isOpen },
        ])

    /// More are searched.
    static let fewOptions = 12
}

/// A value that can be chosen.
struct SharingOptionView: View {
    /// As the file has it.
    var value: String
    var title: String
    /// Told to the script beside the value: the title that a text for this material gets.
    var note: String?
    /// What is meant, in a sentence.
    var about: String?
    /// Other names, parted by `|`: it is found by them.
    var names: String?

    init(
        _ value: String, _ title: String, note: String? = nil, about: String? = nil, names: [String] = []
    ) {
        self.value = value
        self.title = title
        self.note = note
        self.about = about
        self.names = names.isEmpty ? nil : names.joined(separator: "|")
    }

    static let schema = ViewSchema<SharingOptionView>(
        "share option", "A value that can be chosen in a form",
        [
            .text("value", "As the file has it") { $0.value },
            .text("title", "As readers see it") { $0.title },
            .text("note", "The title of a text that is written for it") { $0.note },
            .text("about", "What is meant, in a sentence") { $0.about },
            .text("names", "Other names, parted by `|`") { $0.names },
        ])
}

/// A part of the text under a heading of its own.
struct SharingSectionView: View {
    /// Unique on the page.
    var id: String
    var heading: String
    var isRequired: Bool

    static let schema = ViewSchema<SharingSectionView>(
        "share section", "A part of the text, written as plain text",
        [
            .text("id", "Unique on the page") { $0.id },
            .text("heading", "Its heading") { $0.heading },
            .flag("is_required", "It has to be written") { $0.isRequired },
        ])
}

/// A record table with rows to add.
struct SharingTableView: View {
    var id: String
    var heading: String
    var columns: [SharingFieldView]

    static let schema = ViewSchema<SharingTableView>(
        "share table", "A table with rows to fill in",
        [
            .text("id", "Id of the table") { $0.id },
            .text("heading", "Its heading") { $0.heading },
            .list("columns", "What a row is asked") { $0.columns },
        ])
}

/// The list of the pages on which something can be sent in.
struct SharingListView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String
    var forms: [SharingLinkView]

    static let template = "pages/share-list"
    static let schema = ViewSchema<SharingListView>(
        "share list", "The list of the forms in which something can be sent in",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "What is done here") { $0.title },
            .text("lead", "How it goes on") { $0.lead },
            .list("forms", "The forms") { $0.forms },
        ])
}

/// A form, and what it is for.
struct SharingLinkView: View {
    var link: LinkView
    var about: String?

    static let schema = ViewSchema<SharingLinkView>(
        "share link", "A form in which something can be sent in",
        [
            .record("link", "Where it is") { $0.link },
            .text("about", "What it is for") { $0.about },
        ])
}
