/// A position in one certain list, which cannot be passed where one in another list is wanted.
///
/// Arithmetic is inlined, also in other modules, so that it costs what that of an `Int` does.
@usableFromInline
package protocol ListIndex: Strideable, Hashable, Sendable where Stride == Int {
    /// How many elements stand before it.
    var offset: Int { get }

    init(_ offset: Int)
}

extension ListIndex {
    @inlinable
    package func advanced(by distance: Int) -> Self { Self(offset + distance) }

    @inlinable
    package func distance(to other: Self) -> Int { other.offset - offset }

    @inlinable
    package func hash(into hasher: inout Hasher) { hasher.combine(offset) }
}

/// Position of a material in ``AlbumCatalog/materials``.
///
/// It means something in the catalog of the present build alone and is never kept: what outlives a build is named by paths
/// and ids.
@usableFromInline
package struct MaterialIndex: ListIndex {
    @usableFromInline package let offset: Int

    @inlinable
    package init(_ offset: Int) { self.offset = offset }
}

/// Position of a kind in ``Schema/kinds``.
///
/// It means something under one schema alone: what is kept with it is kept under a stamp of the schema.
@usableFromInline
package struct KindIndex: ListIndex {
    @usableFromInline package let offset: Int

    @inlinable
    package init(_ offset: Int) { self.offset = offset }
}

/// Position of a vocabulary in ``Schema/vocabularies``.
///
/// It means something under one schema alone, as ``KindIndex`` does.
@usableFromInline
package struct VocabularyIndex: ListIndex {
    @usableFromInline package let offset: Int

    @inlinable
    package init(_ offset: Int) { self.offset = offset }
}

/// Position of an entry in ``Vocabulary/entries``.
///
/// It means something in one vocabulary of one schema alone; an ``EntryReference`` says in which.
@usableFromInline
package struct EntryIndex: ListIndex {
    @usableFromInline package let offset: Int

    @inlinable
    package init(_ offset: Int) { self.offset = offset }
}
