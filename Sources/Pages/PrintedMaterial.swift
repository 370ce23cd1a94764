import AlbumModel
import Bodies
import Catalog
import Linking
import Theming

/// A material that stands with others on one page or in one book.
struct PrintedMaterial {
    let page: Page
    let index: MaterialIndex
    /// Its anchor, and with a hyphen the beginning of all anchors in it.
    let anchor: String
    /// Where each material that is printed beside it stands.
    let printed: [MaterialIndex: String]
    /// How many levels its headings go down.
    let headingShift: Int
    /// What only a page of the site has is left out: files to download, pictures that lead to pages.
    var isInBook = false

    private var material: Material { page.album.catalog.materials[index] }

    /// With its body.
    func view() -> PrintMaterialView {
        var view = head()
        view.parts = parts()
        return view
    }

    /// Without its body.
    func head() -> PrintMaterialView {
        PrintMaterialView(
            title: material.title, id: anchor, kind: page.kindView(material, isLink: false), about: about,
            summary: material.summary.isEmpty ? nil : material.summary, parts: [])
    }

    /// «муниципальный · Ашинский МР · 2018».
    private var about: String? {
        let facts =
            [page.level(of: material)].compactMap(\.self)
            + page.album.municipalities(of: material).map { page.album.catalog.schema.entry($0).distinctName }
            + [material.date.map { page.wording.text($0) }].compactMap(\.self)
        return facts.isEmpty ? nil : facts.joined(separator: " · ")
    }

    private func parts() -> [BodyPartView] {
        var place = BodyPlace(page: page.address)
        (place.anchorPrefix, place.headingShift, place.printed) = (anchor + "-", headingShift, printed)
        let body = page.album.body(of: index, at: place)
        let tables = RecordTables(page: page, index: index, body: body, anchorPrefix: place.anchorPrefix)
        let charts = ChartFigures(page: page, index: index, anchorPrefix: place.anchorPrefix)
        return page.album.content(of: index).parts.compactMap { part in
            switch part {
            case .html(let html): BodyPartView(html: RawHTML(body.html(html)))
            case .table(let table): BodyPartView(table: isInBook ? tables.view(table).inBook : tables.view(table))
            case .chart(let chart): charts.html(chart).map { BodyPartView(html: $0) }
            }
        }
    }
}

extension RecordTableView {
    /// Without what only a page of the site has; its words and its chart stay.
    fileprivate var inBook: RecordTableView {
        var view = self
        (view.filter, view.timeline, view.map, view.scoreSheet, view.worksheet) = (nil, nil, nil, nil, nil)
        (view.downloads, view.orders) = ([], [])
        return view
    }
}
