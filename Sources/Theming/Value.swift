import Formats

/// What a template can see: a closed set of values.
///
/// A view hands out its variables as values, one at a time, when a template asks for them (``ViewSchema``). Text is
/// escaped by the template, ``RawHTML`` is not; an empty text, an empty list and a missing record count as absent in
/// a section.
package enum Value: Sendable {
    /// Text, escaped where it is shown.
    case text(String)
    /// HTML that the program made, shown as it is.
    case html(RawHTML)
    /// A whole number.
    case number(Int)
    /// A condition.
    case flag(Bool)
    /// Values to go through, in order.
    case list([Value])
    /// A view inside a view.
    case record(any Record)
    /// Nothing stands here.
    case absent

    /// Whether a section over the value is skipped.
    package var isAbsent: Bool {
        switch self {
        case .text(let text): text.utf8.isEmpty
        case .html(let html): html.isEmpty
        case .number(let number): number == 0
        case .flag(let flag): !flag
        case .list(let values): values.isEmpty
        case .record: false
        case .absent: true
        }
    }
}

/// A view inside a value.
///
/// A class, so that walking through views copies a pointer.
package protocol Record: AnyObject, Sendable {
    /// What its variables are.
    var schema: any AnyViewSchema { get }
    /// The value of a variable by its place in ``AnyViewSchema/variables``.
    ///
    /// O(1).
    func value(at index: Int) -> Value
}

/// Text that is already HTML: escaped, well-formed and safe.
///
/// Only code that makes HTML creates one; whatever an editor wrote becomes HTML in the Markdown layer or by
/// ``init(escaping:)``.
package struct RawHTML: Sendable, Hashable {
    /// The markup.
    package let text: String

    /// Trusts `text` to be HTML.
    package init(_ text: String) { self.text = text }

    /// Plain text, made safe for an element's content or a quoted attribute.
    package init(escaping text: String) { self.text = HTMLEscaping.html(text) }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { text.utf8.isEmpty }
}

/// A view that was rendered once, to be placed in many pages.
///
/// A card stands in a dozen lists; rendering it once for each depth of the address and placing the result costs a
/// copy. The parameter keeps cards out of places made for rows.
package struct Fragment<Source: View>: Sendable, Hashable {
    /// The rendered view.
    package let html: RawHTML

    /// Trusts `html` to be the rendered form of a `Source`; ``Theme/fragment(_:)`` makes these.
    package init(_ html: RawHTML) { self.html = html }

    package static func == (left: Fragment, right: Fragment) -> Bool { left.html == right.html }
    package func hash(into hasher: inout Hasher) { hasher.combine(html) }
}
