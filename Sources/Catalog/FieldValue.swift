import Formats

/// A value of a field or a cell, typed.
package enum FieldValue: Sendable, Hashable {
    case text(String)
    /// With inline Markdown.
    case markdown(String)
    case number(Double)
    /// Per cent.
    case share(Double)
    case date(CalendarDate)
    case period(Period)
    case flag(Bool)
    /// The id of the choice and its label.
    case choice(id: String, label: String)
    case list([String])
    /// Entries of one vocabulary, in the order written.
    case entries([EntryReference])
    /// Positions in ``AlbumCatalog/materials``, in the order written.
    case materials([Int])
    case citations([SourceCitation])
    /// «нет в источнике»: the source does not have it, and that is known.
    case absentInSource

    /// How editors write ``absentInSource``.
    package static let absenceMark = "нет в источнике"
}

/// An entry of a vocabulary of sources, and the place in it.
package struct SourceCitation: Sendable, Hashable {
    package let source: EntryReference
    /// «раздел „Дорожная карта“»; may be empty.
    package let locator: String
}

extension FieldValue {
    /// A number or a share as a number.
    package var measure: Double? {
        switch self {
        case .number(let number), .share(let number): number
        default: nil
        }
    }
}
