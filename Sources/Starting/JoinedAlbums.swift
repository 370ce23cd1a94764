import Catalog
import Diagnostics
import Editing
import Files
import Languages

/// Albums that are there, as a new common site joins them: what they share, and what they say differently.
///
/// A root's id is that of its region: addresses begin with what the region is called, wherever its folder lies.
package struct JoinedAlbums: Sendable {
    /// One of them.
    package struct Album: Sendable {
        /// Below the folder of the common site.
        package let folder: SitePath
        /// Its own entry of the vocabulary `regions`.
        package let region: EntryID
        let schema: Schema
        let files: MergedSchema.Files
    }

    /// In the order in which they were named.
    package let albums: [Album]
    /// What is wrong with their lists and kinds, and what two of them say differently; positions are in their own files.
    package let diagnostics: [Diagnostic]
    /// The kinds that all of them have, as the first says them.
    let kinds: [SourceFile]

    /// - Parameters:
    ///   - roots: the albums in their order, with their lists and kinds.
    /// - Throws: what keeps them from being one site.
    package init(_ roots: [(root: ContentRoot, files: MergedSchema.Files)]) throws(StartingNote) {
        var albums: [Album] = []
        for (root, files) in roots {
            let (schema, _) = MergedSchema.load(files, roots: [])
            let region = try Self.region(of: schema.whole, root.folder)
            if let other = albums.first(where: { $0.region == region }) {
                throw StartingNote(
                    StartingReason.sharedRegion, [root.folder.text, other.folder.text, region.rawValue],
                    isRefusal: true)
            }
            albums.append(Album(folder: root.folder, region: region, schema: schema.whole, files: files))
        }
        let kinds = Self.sharedKinds(albums)
        let regional = zip(roots, albums).map { root, album in
            (root: root.root.of(album.region), files: album.files)
        }
        self.albums = albums
        self.kinds = kinds
        // The list of the site, which is made of theirs, has numbers of its own.
        diagnostics = MergedSchema.load(.init(vocabularies: [], kinds: kinds), roots: regional).1
            .filter { $0.code != .numberOfRootTaken }
    }

    /// The region that the album is about: the only one that its list has, else the one of all its municipalities.
    private static func region(of schema: Schema, _ folder: SitePath) throws(StartingNote) -> EntryID {
        func entries(_ id: VocabularyID) -> [VocabularyEntry] {
            schema.vocabularies.first { $0.id == id }.map { Array($0.entries) } ?? []
        }
        let regions = entries("regions").map(\.id)
        if regions.count == 1 { return regions[0] }
        let named = Set(entries("municipalities").compactMap(\.region)).intersection(regions)
        if named.count == 1, let only = named.first { return only }
        throw StartingNote(
            regions.isEmpty ? StartingReason.noOwnRegion : StartingReason.severalRegions,
            [folder.text, regions.map(\.rawValue).joined(separator: ", ")], isRefusal: true)
    }

    private static func sharedKinds(_ albums: [Album]) -> [SourceFile] {
        func id(_ file: SourceFile) -> String? { YAMLReader.read(file).0?[key: "id"]?.text }
        let others = albums.dropFirst().map { Set($0.files.kinds.compactMap(id)) }
        return (albums.first?.files.kinds ?? []).filter { file in
            id(file).map { id in others.allSatisfy { $0.contains(id) } } ?? false
        }
    }

    // MARK: Lists

    /// Whose places are never the site's: two regions have namesakes.
    private static let ofPlaces: Set<VocabularyID> = ["municipalities", "organisations"]

    /// The lists of the site: all regions and directions, of the others what all albums say alike, and no place.
    func vocabularies() -> [(id: VocabularyID, text: String)] {
        var ids: [VocabularyID] = []
        for id in albums.flatMap({ $0.files.vocabularies.map(\.id) }) where !ids.contains(id) { ids.append(id) }
        return ids.compactMap { id in
            let lists = albums.map { album in
                album.files.vocabularies.first { $0.id == id }.flatMap { YAMLReader.read($0.file).0 }
            }
            guard let head = lists.compactMap(\.self).first(where: { $0[key: "entries"] != nil }) else { return nil }
            let text = Self.text(
                head, isRegions: id == "regions", areNumbered: id == "directions", entries: entries(id, lists))
            return (id, text)
        }
    }

    private func entries(_ id: VocabularyID, _ lists: [YAMLNode?]) -> [YAMLNode] {
        func entries(_ list: YAMLNode?) -> [YAMLNode] { list.map { ($0[key: "entries"] ?? $0).items } ?? [] }
        if Self.ofPlaces.contains(id) { return [] }
        if id == "regions" {
            return zip(albums, lists).compactMap { album, list in
                entries(list).first { $0[key: "id"]?.text == album.region.rawValue }
            }.sortedByName { $0[key: "name"]?.text ?? "" }
        }
        if id == "directions" {
            // One that several say has what any of them says of it.
            var found: [YAMLNode] = []
            for entry in lists.flatMap(entries) {
                if let known = found.firstIndex(where: { Self.isOne($0, entry) }) {
                    found[known] = found[known].completed(with: entry)
                } else {
                    found.append(entry)
                }
            }
            return found
        }
        let others = lists.dropFirst().map(entries)
        return entries(lists.first ?? nil).filter { entry in
            others.allSatisfy { $0.contains { Self.isOne($0, entry) && $0.says(whatIsSaidBy: entry) } }
        }
    }

    private static func isOne(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
        one[key: "id"]?.text == other[key: "id"]?.text
    }

    /// - Parameter areNumbered: whether entries have numbers, which are those of the common list: each album counts from 1.
    private static func text(
        _ head: YAMLNode, isRegions: Bool, areNumbered: Bool, entries: [YAMLNode]
    ) -> String {
        let pairs = (head.pairs ?? []).filter { $0.key != "entries" && !(isRegions && $0.key == "axis") }
        var text = pairs.map { "\($0.key): \(YAMLSpelling.text($0.value, isInList: false))\n" }.joined()
        if isRegions { text += "axis: true\n" }
        if entries.isEmpty { return text + "entries: []\n" }
        text += "entries:\n"
        for (place, entry) in entries.enumerated() {
            let lines = (entry.pairs ?? []).map { pair in
                let isNumber = areNumbered && pair.key == "number"
                return "\(pair.key): \(isNumber ? String(place + 1) : YAMLSpelling.text(pair.value, isInList: false))\n"
            }
            text += "  - " + lines.joined(separator: "    ")
        }
        return text
    }

    // MARK: Names

    /// A direction and a municipality, which the site offers to search for.
    func samples() -> (direction: String, municipality: String) {
        func first(_ id: VocabularyID) -> String {
            albums.lazy.compactMap { $0.schema.vocabularies.first { $0.id == id }?.entries.first?.name }.first ?? ""
        }
        return (first("directions"), first("municipalities"))
    }

    /// What the menu can name.
    func menu() -> [String] {
        let lists = Set(albums.flatMap { $0.files.vocabularies.map(\.id.rawValue) })
        let kinds = Set(kinds.compactMap { YAMLReader.read($0).0?[key: "id"]?.text })
        let pages: Set = ["coverage", "calendar"]
        return [
            "album", "regions", "directions", "municipalities", "practice", "model-decision", "roadmap", "indicators",
            "document", "coverage", "calendar",
        ].filter { lists.contains($0) || kinds.contains($0) || pages.contains($0) }
    }
}
