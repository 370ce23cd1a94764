import Catalog

/// The place of a material in an album.
package struct AlbumPlace: Sendable, Hashable {
    /// Position of the album.
    package let album: MaterialIndex
    /// The first chapter that has it; nothing where none does.
    package let chapter: Chapter?
    /// What is read before it and behind it.
    package let previous: MaterialIndex?
    package let next: MaterialIndex?

    /// A chapter as a link to it needs it.
    package struct Chapter: Sendable, Hashable {
        /// From 1.
        package let number: Int
        package let title: String
        package let anchor: String
    }

    /// Nothing where the album does not have the material.
    init?(_ contents: AlbumContents, of material: MaterialIndex) {
        guard let place = contents.places[material] else { return nil }
        let order = contents.readingOrder
        album = contents.album
        chapter = contents.chapters.enumerated().first { $0.element.materials.contains(material) }.map {
            Chapter(number: $0.offset + 1, title: $0.element.title, anchor: $0.element.anchor)
        }
        previous = place > 0 ? order[place - 1] : nil
        next = place + 1 < order.count ? order[place + 1] : nil
    }
}
