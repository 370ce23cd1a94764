import Diagnostics

/// One material of the album: what its front matter says, typed and resolved.
package struct Material: Sendable {
    /// A field that was filled in.
    package struct Field: Sendable {
        package let id: FieldID
        package let value: FieldValue
        /// Bytes in the source file.
        package let range: Range<Int>
    }

    package let id: MaterialID
    /// Position in ``Schema/kinds``.
    package let kind: Int
    package let title: String
    package let summary: String
    /// Site-relative address of its page: `practices/kvest.html`.
    package let address: String
    /// Path of its file below `content/`.
    package let path: String
    package let date: Period?
    package let updated: CalendarDate?
    package let isDraft: Bool
    /// Addresses that it had before.
    package let formerAddresses: [String]
    /// Paths below `content/` of files that go with it.
    package let attachments: [Attachment]
    /// All fields that were filled in, in the order of the kind.
    package let fields: [Field]
    /// Its entries of axis vocabularies, each once, sorted.
    package let axes: [EntryReference]

    /// A file beside a material.
    package struct Attachment: Sendable, Hashable {
        /// Below `content/`.
        package let path: String
        package let range: Range<Int>
    }

    /// The value of a field, if it was filled in.
    ///
    /// O(fields).
    package subscript(id: FieldID) -> FieldValue? { fields.first { $0.id == id }?.value }

    /// The entries of a reference field, empty when it was not filled in.
    package func entries(_ id: FieldID) -> [EntryReference] {
        if case .entries(let entries)? = self[id] { entries } else { [] }
    }

    /// The materials of a reference field.
    package func materials(_ id: FieldID) -> [Int] {
        if case .materials(let materials)? = self[id] { materials } else { [] }
    }
}
