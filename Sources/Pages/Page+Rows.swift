import AlbumModel
import Catalog
import Linking
import Theming

// Rows of the calendar, apart from their roadmaps and from the pages of events.
extension Page {
    /// A row of a roadmap, apart from its table, or an event.
    /// - Parameters:
    ///   - namesRoadmap: whether it says where it stands; not where that is said above it.
    ///   - namesPlace: whether it says whose that is; not on the page of such a place.
    ///   - owner: the municipality whose page it is, beside which the row tells whom it concerns besides.
    func row(
        _ row: CalendarRow, marks: RowMarksView? = nil, namesRoadmap: Bool = true, namesPlace: Bool = true,
        of owner: EntryReference? = nil
    ) -> Fragment<RowView> {
        let material = album.catalog.materials[row.material]
        let directions = row.facets.axes.filter { $0.vocabulary == album.coverage?.columnVocabulary }
        return fragment(
            RowView(
                name: RawHTML(escaping: row.name), url: url(to: row),
                term: row.period.map { wording.rowTerm($0) } ?? wording.word(.rowWithoutTerm),
                machineDate: row.period.flatMap { wording.machineText($0) }, isOpen: row.period?.isOpen ?? false,
                change: changes(of: row, material), mark: row.facets.mark,
                reach: owner.flatMap { wording.reachText(row, of: $0, album) },
                participants: row.facets.participants.map(\.name),
                executors: row.facets.executors.map(\.name), coExecutors: row.facets.coExecutors.map(\.name),
                result: row.result.map {
                    RawHTML(album.body(of: row.material, at: BodyPlace(page: self.address)).html($0))
                },
                chips: directions.count > Self.longestOnCard ? [] : directions.map { chip($0) },
                marks: marks, place: marks.flatMap { _ in wording.placeText(row, album) },
                regions: marks.map { _ in wording.regionNames(row, album) } ?? [],
                isEvent: row.source == .material, venue: row.venue,
                roadmap: namesRoadmap ? source(of: row, namesPlace: namesPlace) : nil))
    }

    /// Where a row stands: on its roadmap's page, or on a page of its own.
    private func url(to row: CalendarRow) -> Href {
        let url = url(to: album.catalog.materials[row.material].address)
        return switch row.source {
        case .row(_, let anchor): url.at(anchor)
        case .material: url
        }
    }

    /// Its roadmap, with its place if the site has several regions; of an event the list of events.
    func source(of row: CalendarRow) -> LinkView {
        let material = album.catalog.materials[row.material]
        return switch row.source {
        case .row: link(to: row.material, namesPlace: true)
        case .material: events(of: material, note: placeInSeveral(material))
        }
    }

    private func source(of row: CalendarRow, namesPlace: Bool) -> LinkView {
        let material = album.catalog.materials[row.material]
        let origin = origin(of: material, namesPlace: namesPlace)
        return switch row.source {
        case .row: LinkView(material.title, url(to: material.address), note: origin)
        case .material: events(of: material, note: origin)
        }
    }

    private func events(of material: Material, note: String?) -> LinkView {
        let kind = album.catalog.kind(of: material)
        return LinkView(kind.title, url(to: SitePages.list(kind)), note: note)
    }

    /// That it was called off, moved, or stands in a draft, which only `--drafts` and `album serve` show.
    private func changes(of row: CalendarRow, _ material: Material) -> String? {
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
