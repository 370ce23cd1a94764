import Linking
import Theming

/// `compare.html`: municipalities side by side, direction by direction.
struct ComparisonView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String
    /// The way to the whole table, for readers without scripts.
    var coverage: Href
    /// All that can be chosen, by name.
    var places: [ComparedPlaceView]
    /// The rows.
    var directions: [ComparedDirectionView]

    static let template = "pages/compare"
    static let schema = ViewSchema<ComparisonView>(
        "comparison", "Municipalities side by side",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page is for") { $0.lead },
            .text("coverage", "Relative address of the coverage") { $0.coverage.text },
            .list("places", "The municipalities that can be chosen") { $0.places },
            .list("directions", "The directions, each a row") { $0.directions },
        ])
}

/// A municipality that can be compared.
struct ComparedPlaceView: View {
    /// As it stands in the address of the page.
    var id: String
    var title: String
    var url: Href
    /// The script with what is shown of it.
    var data: Href
    /// Ids under which former addresses of the page have it.
    var former: [String]

    static let schema = ViewSchema<ComparedPlaceView>(
        "compared place", "A municipality that can be compared",
        [
            .text("id", "By which the address of the page names it") { $0.id },
            .text("title", "Its name") { $0.title },
            .text("url", "Relative address of its page") { $0.url.text },
            .text("data", "Relative address of the script with what is shown of it") { $0.data.text },
            .text("former", "Ids under which former addresses have it, with spaces between") {
                $0.former.isEmpty ? nil : $0.former.joined(separator: " ")
            },
        ])
}

/// A direction as a row of the comparison.
struct ComparedDirectionView: View {
    var id: String
    var chip: ChipView

    static let schema = ViewSchema<ComparedDirectionView>(
        "compared direction", "A direction as a row of the comparison",
        [
            .text("id", "By which the data name it") { $0.id },
            .record("chip", "Colour, letter, name and address") { $0.chip },
        ])
}
