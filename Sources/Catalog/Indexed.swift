/// A list of which each element belongs to one of another list: its positions are of that list's type.
///
/// `Indexed<MaterialIndex, CompiledMaterial>` has something for each material. Inlined in other modules, so that it costs
/// what an array does.
@usableFromInline
package struct Indexed<Index: ListIndex, Element>: RandomAccessCollection, MutableCollection {
    /// In the order of the positions.
    @usableFromInline package var elements: [Element]

    @inlinable
    package init(_ elements: [Element]) { self.elements = elements }

    /// The same for each of `count` positions.
    @inlinable
    package init(repeating element: Element, count: Int) { elements = Array(repeating: element, count: count) }

    @inlinable
    package var startIndex: Index { Index(0) }

    @inlinable
    package var endIndex: Index { Index(elements.count) }

    @inlinable
    package subscript(index: Index) -> Element {
        get { elements[index.offset] }
        _modify { yield &elements[index.offset] }
    }
}

extension Indexed: Sendable where Element: Sendable {}

/// Something for each material, in the order of the catalog.
package typealias PerMaterial<Element> = Indexed<MaterialIndex, Element>

extension RandomAccessCollection where Index: ListIndex, Indices == Range<Index> {
    /// The elements with their positions.
    @inlinable
    package var positioned: Zip2Sequence<Range<Index>, Self> { zip(indices, self) }

    /// Something for each element, at the same positions.
    @inlinable
    package func mapped<Result>(_ transform: (Element) -> Result) -> Indexed<Index, Result> { Indexed(map(transform)) }
}
