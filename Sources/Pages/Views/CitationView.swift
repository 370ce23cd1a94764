import Linking
import Theming

/// How a material is cited, for readers to copy.
struct CitationView: View {
    /// The description up to the day of access, without a full stop at its end.
    var text: String
    /// «дата обращения:»; none where there is no address to have been at.
    var accessed: String?
    /// The citations of all materials for programs; none on a site without an address.
    var data: Href?

    static let schema = ViewSchema<CitationView>(
        "citation", "How a material is cited, for readers to copy",
        [
            .text("text", "The description up to the day of access, without a full stop at its end") { $0.text },
            .text("accessed", "The word before the day of access, which a script fills in; none without an address") {
                $0.accessed
            },
            .text("data", "Citations of all materials as CSL-JSON") { $0.data?.text },
        ])
}
