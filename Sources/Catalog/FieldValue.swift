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
    /// Materials as they are named, in the order written: ``AlbumCatalog/materials(namedBy:)`` finds them.
    case materials([MaterialName])
    case citations([SourceCitation])
    /// «нет в источнике»: the source does not have it, and that is known.
    case absentInSource

    /// How editors write ``absentInSource``.
    package static let absenceMark = "нет в источнике"
}

/// A material as an editor names it, whether there is one or not.
///
/// Which one is meant depends on all materials, so that nobody knows while one file is read.
package struct MaterialName: Sendable, Hashable {
    /// As written.
    package let text: String
    /// Position in ``Schema/kinds`` of those that may be meant; all where there is none.
    package let kind: KindIndex?
    /// Of the material that names it: its own folder's names come first.
    package let root: RootID?
    /// Bytes in the file that names it.
    package let range: Range<Int>
    /// Whether it may stand in the wrong column, so that nothing is said when there is none of that name.
    package var isUncertain = false

    /// Two are equal that name the same, wherever they stand.
    package static func == (left: MaterialName, right: MaterialName) -> Bool {
        left.text == right.text && left.kind == right.kind && left.root == right.root
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
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
