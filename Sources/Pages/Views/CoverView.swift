import Drawings
import Theming

/// The drawn cover of a book or a direction, and its spine.
struct CoverView: View {
    /// Unique on the page.
    let id: String
    /// Of what stands behind it, in its order, 0…12.
    let hues: [Int]

    static let schema = ViewSchema<CoverView>(
        "cover", "The drawn cover of a book, and its spine",
        [
            .list("spine", "Colours of what stands in it, in its order") { $0.hues.map { SpineView(hue: $0) } },
            .html("art", "A picture in these colours, `svg.cover-art`") {
                RawHTML(CoverDrawing.svg(id: $0.id, hues: $0.hues))
            },
        ])
}

/// A chapter as a stripe on the spine of its book.
struct SpineView: View {
    /// Number of its colour, 0…12.
    var hue: Int

    static let schema = ViewSchema<SpineView>(
        "spine", "A chapter as a stripe on the spine of its book",
        [.text("hue", "Number of its colour, 0…12") { String($0.hue) }])
}
