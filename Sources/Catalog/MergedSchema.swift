import Diagnostics
import Formats

/// The schema of a site with roots: as a whole, and as the materials of each part are read by it.
///
/// Kinds are those of the site; one that it lacks is taken over from the first root that has it. Vocabularies are merged
/// by the ids of their entries. What a root's material may name are the entries of the site and those of its own root: so a
/// changed vocabulary of another root is nothing to it. The site's own materials may name those of all roots. Each root's
/// entries stand in this order, the site's first, in another one than those of the whole: ``Part/positions`` leads from the
/// one to the other.
package struct MergedSchema: Sendable {
    /// The schema files of the site or of a root.
    package struct Files: Sendable {
        package let vocabularies: [(id: VocabularyID, file: SourceFile)]
        package let kinds: [SourceFile]

        package init(vocabularies: [(id: VocabularyID, file: SourceFile)], kinds: [SourceFile]) {
            self.vocabularies = vocabularies
            self.kinds = kinds
        }
    }

    /// What the materials of the site itself or of one root are read by.
    package struct Part: Sendable {
        package let schema: Schema
        /// Where each entry stands in the whole; nothing where all stand where they do there.
        package let positions: ByteReader.Positions?
    }

    package let whole: Schema
    package let site: Part
    package let roots: [RootID: Part]
    /// The files of the kinds that hold.
    package let kinds: [SourceFile]

    /// Merges; one that has no roots is the schema of the site's own files.
    package static func load(
        _ files: Files, roots: [(root: ContentRoot, files: Files)]
    ) -> (MergedSchema, [Diagnostic]) {
        guard !roots.isEmpty else {
            let (schema, diagnostics) = SchemaLoader.load(vocabularies: files.vocabularies, kinds: files.kinds)
            let part = Part(schema: schema, positions: nil)
            return (MergedSchema(whole: schema, site: part, roots: [:], kinds: files.kinds), diagnostics)
        }
        var diagnostics: [Diagnostic] = []
        let kindFiles = KindMerge.files(files.kinds, roots.map(\.files.kinds), &diagnostics)
        var merge = VocabularyMerge(SchemaLoader.vocabularies(files.vocabularies, &diagnostics))
        for (root, files) in roots {
            merge.take(SchemaLoader.vocabularies(files.vocabularies, &diagnostics), of: root)
        }
        diagnostics += merge.diagnostics
        let whole = merge.whole
        let known = Set(files.vocabularies.map(\.id) + roots.flatMap { $0.files.vocabularies.map(\.id) })
        let kinds = SchemaLoader.kinds(kindFiles, whole, known: known, &diagnostics)
        let all = roots.map(\.root)
        // Of a region that is none all else follows.
        let unknown = roots.compactMap { root, own in
            unknownRegion(root, own, files, merge).map { (root: root.id.rawValue, told: $0) }
        }
        let homeless = Set(unknown.map(\.root))
        diagnostics.removeAll { $0.code == .placeOfOtherRegion && homeless.contains($0.arguments[2]) }
        func part(_ root: ContentRoot?) -> Part {
            let vocabularies = root.map { merge.part(of: $0.id) } ?? merge.ofSite
            diagnostics += SchemaLoader.danglingEntries(
                vocabularies, of: root?.id, told: root.flatMap { homeless.contains($0.id.rawValue) ? $0.region : nil })
            return Part(
                schema: Schema(vocabularies: vocabularies, kinds: kinds, roots: all, root: root),
                positions: root.flatMap { merge.positions(of: $0.id) })
        }
        let site = part(nil)
        let parts = Dictionary(all.map { ($0.id, part($0)) }, uniquingKeysWith: { first, _ in first })
        diagnostics += unknown.map(\.told)
        let schema = Schema(vocabularies: whole, kinds: kinds, roots: all)
        return (MergedSchema(whole: schema, site: site, roots: parts, kinds: kindFiles), diagnostics)
    }

    /// The part that the materials of a root, or those of the site itself, are read by.
    package func part(of root: RootID?) -> Part { root.flatMap { roots[$0] } ?? site }

    /// What is told of a root whose region is none: where the site has a list of regions, that one decides, else the
    /// root's own.
    ///
    /// With it the first place of each of its lists that names the region too, and has to be changed with it.
    private static func unknownRegion(
        _ root: ContentRoot, _ own: Files, _ files: Files, _ merge: VocabularyMerge
    ) -> Diagnostic? {
        guard let region = root.region else { return nil }
        let regions = merge.part(of: root.id).first { $0.id == RegionAxis.vocabulary }
        let isSites = files.vocabularies.contains { $0.id == RegionAxis.vocabulary }
        let known = (regions.map { Array($0.entries) } ?? []).filter { !isSites || $0.root == nil }.map(\.id.rawValue)
        if known.contains(region.rawValue) { return nil }
        return Diagnostic(
            .brokenConfiguration.because(RootReason.region), [region.rawValue], at: root.location,
            candidates: SchemaLoader.idsToShow(known, region), related: places(naming: region, own))
    }

    private static func places(naming region: EntryID, _ files: Files) -> [SourceLocation] {
        var told: [Diagnostic] = []
        return SchemaLoader.vocabularies(files.vocabularies, &told).compactMap { vocabulary in
            vocabulary.entries.first { entry in
                entry.region == region || vocabulary.id == RegionAxis.vocabulary && entry.id == region
            }?.location
        }
    }

    // MARK: Places of other roots

    /// A name that no list has which the material may use, told as what it is where another part has it.
    ///
    /// Worked out once all is known: what a material is by itself hangs on no other root.
    package func told(_ diagnostic: Diagnostic, in root: RootID?) -> Diagnostic {
        guard diagnostic.code == .unknownValue, diagnostic.arguments.count > 1,
            let vocabulary = whole.vocabularies.first(where: { $0.title == diagnostic.arguments[1] })
        else { return diagnostic }
        if let gone = goneRoot(diagnostic.arguments[0], vocabulary) {
            let known = whole.roots.map(\.id.rawValue).joined(separator: ", ")
            return Diagnostic(
                .placeOfGoneRoot, [diagnostic.arguments[0], gone.rawValue, known.isEmpty ? "—" : known],
                at: diagnostic.location, candidates: diagnostic.candidates)
        }
        guard let root else { return diagnostic }
        let found = vocabulary.owners(of: diagnostic.arguments[0]).map { vocabulary.entries[$0] }
        let owners = found.compactMap(\.root).filter { $0 != root }
        guard let owner = owners.first, owners.count == found.count else { return diagnostic }
        return Diagnostic(
            .entryOfOtherRoot,
            [diagnostic.arguments[0], owner.rawValue, root.rawValue, vocabulary.id.rawValue],
            at: diagnostic.location, related: found.prefix(1).map(\.location))
    }

    /// The root that the site lacks of whose place a name is the id, `perm.leninsky-mr`: an id of one album has no dot.
    private func goneRoot(_ name: String, _ vocabulary: Vocabulary) -> RootID? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        func isID(_ text: Substring) -> Bool {
            !text.isEmpty
                && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
        guard VocabularyMerge.ofPlaces.contains(vocabulary.id), parts.count == 2, parts.allSatisfy(isID) else {
            return nil
        }
        let root = RootID(String(parts[0]))
        return whole.roots.contains { $0.id == root } ? nil : root
    }
}
