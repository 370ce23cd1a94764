import Diagnostics
import Formats

/// One material of the album: what its front matter says, typed and resolved.
///
/// A class, because everybody asks a material for something and copying it would count up all that it holds.
package final class Material: Sendable {
    /// A field that was filled in.
    package struct Field: Sendable {
        package let id: FieldID
        package let value: FieldValue
        /// Bytes in the source file, one range for each item that was written.
        package let places: [Range<Int>]

        /// The place of what was not written: the line that begins the front matter.
        static let nowhere = 0..<3

        /// From the first item to the last.
        package var range: Range<Int> { (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0) }
    }

    package let id: MaterialID
    /// Position in ``Schema/kinds``.
    package let kind: KindIndex
    package let title: String
    package let summary: String
    /// Site-relative address of its page: `practices/kvest.html`.
    package let address: SiteAddress
    /// Path of its file below `content/`.
    package let path: String
    package let date: Period?
    package let updated: CalendarDate?
    package let isDraft: Bool
    /// Addresses that it had before.
    package let formerAddresses: [String]
    /// Paths below `content/` of files that go with it.
    package let attachments: [Attachment]
    /// CSV files that hold record tables of it.
    package let tableFiles: [TableFile]
    /// The time that its tables speak of.
    package let timeFrame: TimeFrame?
    /// All fields that were filled in, in the order of the kind.
    package let fields: [Field]
    /// Its entries of axis vocabularies, each once, sorted.
    package let axes: [EntryReference]
    /// Whether its fields are those of another kind, which is told: what else its kind expects is no matter then.
    package let isMisplaced: Bool

    /// A file beside a material.
    package struct Attachment: Sendable, Hashable {
        /// As the editor named it.
        package let written: String
        /// Below `content/`.
        package let path: String
        package let range: Range<Int>
    }

    /// A CSV file with the rows of a record table.
    package struct TableFile: Sendable, Hashable {
        /// Position in ``Kind/tables``.
        package let definition: Int
        /// Below `content/`.
        package let path: String
        package let range: Range<Int>
    }

    init(
        id: MaterialID, kind: KindIndex, title: String, summary: String, address: SiteAddress, path: String,
        date: Period?,
        updated: CalendarDate?, isDraft: Bool, formerAddresses: [String], attachments: [Attachment],
        tableFiles: [TableFile], timeFrame: TimeFrame?, fields: [Field], axes: [EntryReference], isMisplaced: Bool
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.summary = summary
        self.address = address
        self.path = path
        self.date = date
        self.updated = updated
        self.isDraft = isDraft
        self.formerAddresses = formerAddresses
        self.attachments = attachments
        self.tableFiles = tableFiles
        self.timeFrame = timeFrame
        self.fields = fields
        self.axes = axes
        self.isMisplaced = isMisplaced
    }

    /// The value of a field, if it was filled in.
    ///
    /// O(fields).
    package subscript(id: FieldID) -> FieldValue? { fields.first { $0.id == id }?.value }

    /// Whether nobody wrote a field: it holds what its absence means.
    package func isDefault(_ field: Field) -> Bool { field.places == [Field.nowhere] }

    /// The number by which it stands in a list; infinite where it has none, so that it stands behind those that have.
    package func place(by order: FieldID?) -> Double {
        if let order, case .number(let number)? = self[order] { number } else { .infinity }
    }

    /// The entries of a reference field, empty when it was not filled in.
    package func entries(_ id: FieldID) -> [EntryReference] {
        if case .entries(let entries)? = self[id] { entries } else { [] }
    }
}
