import Linking
import Theming

/// The regions of a site of several, on its home page.
struct RegionOverviewView: View {
    /// Heading, which leads to the coverage of the whole.
    var title: String
    var url: Href
    /// What the maps or rows show.
    var note = ""
    /// A map for each region; none where there are too many.
    var maps: [RegionMapView] = []
    /// In place of maps: each region as a row of its directions.
    var strips: [RegionStripView] = []
    /// Regions that have no map beside those that have one.
    var others: [RegionStripView] = []

    init(title: String, url: Href) {
        self.title = title
        self.url = url
    }

    static let schema = ViewSchema<RegionOverviewView>(
        "region overview", "The regions of a site of several, on its home page",
        [
            .text("title", "Heading") { $0.title },
            .text("url", "Relative address of the coverage of all regions") { $0.url.text },
            .text("note", "What the maps or rows show, in a sentence") { $0.note },
            .list("maps", "A map for each region; none where there are too many") { $0.maps },
            .list("strips", "In place of maps: each region as a row of its directions") { $0.strips },
            .list("others", "Regions that have no map beside those that have one") { $0.others },
        ])
}

/// A region with the map of its municipalities.
struct RegionMapView: View {
    /// Its page.
    var region: LinkView
    /// The way to its matrix and further maps.
    var coverage: LinkView?
    var map: TileMapView

    static let schema = ViewSchema<RegionMapView>(
        "region map", "A region with the map of its municipalities",
        [
            .record("region", "Its page") { $0.region },
            .record("coverage", "The way to its matrix and further maps") { $0.coverage },
            .record("map", "Its municipalities as tiles") { $0.map },
        ])
}

/// A region as a row of its directions: a square for each, filled where the region has something of its own.
struct RegionStripView: View {
    /// Its page.
    var region: LinkView
    /// The way to its matrix; none where it has no municipalities.
    var coverage: LinkView?
    /// How many materials of its own it has.
    var figure: String
    /// What the row says, in words.
    var about: String
    var cells: [RegionCellView]

    static let schema = ViewSchema<RegionStripView>(
        "region strip", "A region as a row of its directions",
        [
            .record("region", "Its page") { $0.region },
            .record("coverage", "The way to its matrix; absent where it has no municipalities") { $0.coverage },
            .text("figure", "How many materials of its own it has") { $0.figure },
            .text("about", "What the row says, in words") { $0.about },
            .text("width", "Width of the row in its own units") { String($0.cells.count * RegionCellView.pitch) },
            .list("cells", "A square for each direction") { $0.cells },
        ])
}

/// A direction of a region as a square.
struct RegionCellView: View {
    /// From 0.
    var place: Int
    /// Number of its colour.
    var hue: Int
    /// Name of the direction.
    var title: String
    /// Materials of the region's own; 0 is a gap.
    var count: Int

    /// From one square to the next.
    static let pitch = 14

    static let schema = ViewSchema<RegionCellView>(
        "region cell", "A direction of a region as a square",
        [
            .text("x", "Left edge") { String($0.place * RegionCellView.pitch) },
            .text("hue", "Number of its colour: class `hue-N`") { String($0.hue) },
            .text("title", "Name of the direction") { $0.title },
            .number("count", "How many materials of its own; absent for a gap") { $0.count },
        ])
}
