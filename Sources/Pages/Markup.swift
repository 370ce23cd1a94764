import Formats
import Linking
import Theming

/// A piece of a page that the program itself writes: HTML, and the same as plain text for the search.
///
/// ```swift
/// Markup.paragraph(.text("Папка "), .code("content/practices"))
/// // <p>Папка <code>content/practices</code></p>
/// ```
/// Every text that goes in is escaped here, so no caller can forget it. What templates can do is theirs; this is for
/// pages whose form follows from data alone.
struct Markup {
    private(set) var html: String
    private(set) var text: String

    static func text(_ text: String) -> Markup { Markup(html: HTMLEscaping.html(text), text: text) }

    static func code(_ text: String) -> Markup { element("code", of: [.text(text)]) }

    static func link(_ text: String, _ url: Href) -> Markup { element("a", ["href": url.text], of: [.text(text)]) }

    static func paragraph(_ children: Markup...) -> Markup { element("p", of: children).block }

    static func heading(_ level: Int, _ title: String, id: String) -> Markup {
        element("h\(level)", ["id": id], of: [.text(title)]).block
    }

    static func list(_ items: [Markup]) -> Markup { element("ul", of: items.map { element("li", of: [$0]).block }) }

    /// A text to be copied as it is.
    ///
    /// The search does not know it: what stands in an example, its mistakes too, is not what the page is about.
    static func sample(_ text: String) -> Markup { element("pre", ["tabindex": "0"], of: [.code(text)]).block.silent }

    /// A table whose rows become labelled cards on a phone; the first cell names its row.
    static func table(_ heads: [String], _ rows: [Row]) -> Markup {
        let head = element("tr", of: heads.map { element("th", ["scope": "col"], of: [.text($0)]) })
        let body = rows.map { row in
            element("tr", row.id.map { ["id": $0] } ?? [:], of: zip(heads, row.cells).enumerated().map(cell)).block
        }
        return element(
            "table", ["class": "reflow"], of: [element("thead", of: [head]).silent, element("tbody", of: body)])
    }

    private static func cell(_ position: Int, _ cell: (label: String, content: Markup)) -> Markup {
        let content = Markup(html: cell.content.html, text: cell.content.text + " ")
        if position == 0 { return element("th", ["data-label": cell.label, "scope": "row"], of: [content]) }
        return element("td", content.html.isEmpty ? [:] : ["data-label": cell.label], of: [content])
    }

    /// A row of a table.
    struct Row {
        var id: String?
        let cells: [Markup]
    }

    static func joined(_ parts: [Markup], by separator: String = "") -> Markup {
        Markup(
            html: parts.map(\.html).joined(separator: HTMLEscaping.html(separator)),
            text: parts.map(\.text).joined(separator: separator))
    }

    /// Attributes are written by name.
    private static func element(
        _ name: String, _ attributes: [String: String] = [:], of children: [Markup]
    ) -> Markup {
        let inside = joined(children)
        let list = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(HTMLEscaping.html($0.value))\"" }
        return Markup(html: "<\(name)\(list.joined())>\(inside.html)</\(name)>", text: inside.text)
    }

    /// With the line ends of a block.
    private var block: Markup { Markup(html: html + "\n", text: text + "\n") }

    /// The same where it stands in a text: the search does not know it.
    var unsearched: Markup { silent }

    /// Not for the search.
    private var silent: Markup { Markup(html: html, text: "") }
}
