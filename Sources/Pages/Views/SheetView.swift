import Theming

/// What a sheet is that readers fill in, whatever stands in its rows: the head and the foot of a form.
struct SheetView: View {
    /// Under this name, and that of the page, the browser keeps what was entered.
    var id: String
    /// Address of the page from the root of the site: a saved sheet names it.
    var page: String
    /// Title of the material.
    var title: String
    /// Day of the edition as `YYYY-MM-DD`: a saved sheet names it.
    var edition: String
    /// For whom it is filled in: «Муниципалитет».
    var subject: String
    /// Names that are offered for it.
    var names: [String]
    /// What adds a sheet for another one: «Ещё один муниципалитет».
    var another: String

    init(
        id: String, page: String, title: String, edition: String, subject: String, names: [String] = [],
        another: String
    ) {
        self.id = id
        self.page = page
        self.title = title
        self.edition = edition
        self.subject = subject
        self.names = names
        self.another = another
    }

    static let schema = ViewSchema<SheetView>(
        "sheet", "What a sheet is that readers fill in: the head and the foot of its form",
        [
            .text("id", "Under this name the browser keeps what was entered") { $0.id },
            .text("page", "Address of the page from the root of the site, for saved sheets") { $0.page },
            .text("title", "Title of the material") { $0.title },
            .text("edition", "Day of the edition as YYYY-MM-DD, for saved sheets") { $0.edition },
            .text("subject", "For whom it is filled in") { $0.subject },
            .texts("names", "Names that are offered for it") { $0.names },
            .text("another", "What adds a sheet for another one") { $0.another },
        ])
}
