import AlbumModel
import Catalog
import Linking
import Theming

// Rows of roadmaps, apart from their tables.
extension Page {
    /// A row of a roadmap, apart from its table.
    /// - Parameters:
    ///   - namesRoadmap: whether it says where it stands; not where that is said above it.
    ///   - namesPlace: whether it says whose that is; not on the page of such a place.
    func row(
        _ row: RoadmapRow, marks: RowMarksView? = nil, namesRoadmap: Bool = true, namesPlace: Bool = true
    ) -> Fragment<RowView> {
        let material = album.catalog.materials[row.material]
        let roadmap = url(to: material.address)
        let directions = row.facets.axes.filter { $0.vocabulary == album.coverage?.columnVocabulary }
        return fragment(
            RowView(
                name: RawHTML(escaping: row.name), url: roadmap.at(row.anchor),
                term: row.period.map { wording.rowTerm($0) } ?? wording.word(.rowWithoutTerm),
                machineDate: row.period.flatMap { wording.machineText($0) }, isOpen: row.period?.isOpen ?? false,
                change: changes(of: row, material), mark: row.facets.mark,
                participants: row.facets.participants.map(\.name),
                executors: row.facets.executors.map(\.name), coExecutors: row.facets.coExecutors.map(\.name),
                result: row.result.map {
                    RawHTML(album.body(of: row.material, at: BodyPlace(page: self.address)).html($0))
                },
                chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0) },
                marks: marks, place: marks.flatMap { _ in wording.placeText(row, album) },
                regions: marks.map { _ in wording.regionNames(row, album) } ?? [],
                roadmap: namesRoadmap
                    ? LinkView(material.title, roadmap, note: origin(of: material, namesPlace: namesPlace)) : nil))
    }

    /// That it was called off, moved, or stands in a draft, which only `--drafts` and `album serve` show.
    private func changes(of row: RoadmapRow, _ material: Material) -> String? {
        let said = [wording.changeText(row.facets.change), material.isDraft ? wording.word(.draftMark) : nil]
            .compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }

    /// Whose a roadmap is, where its rows stand among those of others: its level, if it was decided above municipalities,
    /// and its place, if the site has several regions.
    private func origin(of material: Material, namesPlace: Bool) -> String? {
        let level = material.holdsForItsRegion(album.catalog.schema) ? level(of: material) : nil
        let said = [level, namesPlace ? placeInSeveral(material) : nil].compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: "; ")
    }
}
