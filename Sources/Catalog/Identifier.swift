/// A name that is a type of its own: an id of a kind cannot be passed where one of a vocabulary is wanted.
package struct Identifier<Tag>: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// As written in the content.
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Marks ``VocabularyID``.
package enum VocabularyTag {}
/// Marks ``EntryID``.
package enum EntryTag {}
/// Marks ``KindID``.
package enum KindTag {}
/// Marks ``FieldID``.
package enum FieldTag {}
/// Marks ``RootID``.
package enum RootTag {}
/// Marks ``MaterialID``.
package enum MaterialTag {}

/// A vocabulary: the name of its file without the extension.
package typealias VocabularyID = Identifier<VocabularyTag>
/// Another album that is part of the site, and the first part of all its addresses: `perm`.
package typealias RootID = Identifier<RootTag>
/// An entry within its vocabulary.
package typealias EntryID = Identifier<EntryTag>
/// A kind of material.
package typealias KindID = Identifier<KindTag>
/// A field of the front matter or a column of a record table.
package typealias FieldID = Identifier<FieldTag>
/// A material: its path below `content/` without the extension, or its own `id:`.
package typealias MaterialID = Identifier<MaterialTag>

/// An entry of a vocabulary in a loaded catalog: two positions, so that axes are compared and counted as numbers.
package struct EntryReference: Hashable, Sendable, Comparable {
    /// Position in ``AlbumCatalog/vocabularies``.
    package let vocabulary: VocabularyIndex
    /// Position in ``Vocabulary/entries``.
    package let entry: EntryIndex

    package init(vocabulary: VocabularyIndex, entry: EntryIndex) {
        self.vocabulary = vocabulary
        self.entry = entry
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.vocabulary, left.entry) < (right.vocabulary, right.entry)
    }
}
