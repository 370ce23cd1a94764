import Catalog

/// Which part of a site is built, to be handed out by itself.
package struct SitePart: Sendable, Hashable {
    /// Whose materials it has: those of one choice or another where they are of one sort, of each sort of those that are named,
    /// as in the filters of the search.
    package enum Choice: Sendable, Hashable {
        /// Of a direction, a municipality or a region.
        case entry(VocabularyID, EntryID)
        /// An album with its chapters.
        case album(MaterialID)

        /// Choices of one sort widen the part, another sort narrows it: `municipalities`, `album`.
        package var sort: String {
            switch self {
            case .entry(let vocabulary, _): vocabulary.rawValue
            case .album: "album"
            }
        }

        /// `municipalities/asha-mr`: the same in every edition.
        var id: String {
            switch self {
            case .entry(let vocabulary, let entry): "\(vocabulary)/\(entry)"
            case .album(let material): "album/\(material)"
            }
        }
    }

    /// In the order in which they were named, each once.
    package let choices: [Choice]

    /// - Parameter choices: at least one.
    package init(_ choices: [Choice]) {
        var seen: Set<Choice> = []
        self.choices = choices.filter { seen.insert($0).inserted }
    }

    /// Whether it has all that the album has of the entries that it shows: what is missing in it is missing in the album then.
    ///
    /// Not so where one sort of choice narrows another: of a municipality it has one direction alone.
    package var isWholeOfItsEntries: Bool { Set(choices.map(\.sort)).count == 1 && choices[0].sort != "album" }

    /// By which one part is told from another in `manifest.json`, in whatever order its choices were named.
    package var id: String { choices.map(\.id).sorted().joined(separator: " ") }

    /// What it has, for readers: «Ашинский МР».
    package func name(in catalog: AlbumCatalog) -> String {
        choices.map { choice in
            switch choice {
            case .entry(let vocabulary, let entry):
                catalog.schema.vocabulary(vocabulary).flatMap { position in
                    catalog.vocabularies[position].position(of: entry).map {
                        catalog.schema.entry(EntryReference(vocabulary: position, entry: $0)).distinctName
                    }
                } ?? entry.rawValue
            case .album(let id):
                catalog.directory.position(ofID: id.rawValue).map { "«\(catalog.directory.listings[$0].title)»" }
                    ?? id.rawValue
            }
        }.joined(separator: ", ")
    }
}
