import Linking
import Theming

/// The region's municipalities as equal tiles, coloured in steps by one measure.
struct TileMapView: View {
    /// Anchor; unique on the page, also the base of the SVG's ids.
    var id: String
    var title: String
    /// What the picture says, in a sentence, for those who do not see it.
    var about: String
    var tiles: [TileView]
    /// Columns and rows of the grid.
    var columns: Int
    var rows: Int
    /// From the lowest step up.
    var legend: [LegendStepView]
    /// Who has any, the most first: what a narrow screen shows in place of the tiles.
    var bars: [MapBarView] = []
    /// «без материалов — 42»; none where all have some.
    var barsRest: String?
    /// It is the one of several that is shown first.
    var isChosen = false

    init(
        id: String, title: String, about: String, tiles: [TileView], columns: Int, rows: Int, legend: [LegendStepView]
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.tiles = tiles
        self.columns = columns
        self.rows = rows
        self.legend = legend
    }

    /// Side of a tile and gap between tiles in the units of the picture.
    static let side = 56
    static let pitch = 60
    /// Pixels from tile to tile where there is room; more would be a poster.
    private static let largestPitch = 96

    static let schema = ViewSchema<TileMapView>(
        "tile map", "The region's municipalities as equal tiles, coloured in steps by one measure",
        [
            .text("id", "Anchor, and base of the ids in the picture") { $0.id },
            .text("title", "What is measured") { $0.title },
            .text("about", "What the picture says, in a sentence") { $0.about },
            .list("tiles", "The municipalities") { $0.tiles },
            .flag("is_roomy", "So few columns that names can be read on a small map too") { $0.columns <= 4 },
            .text("width", "Width of the picture in its own units") { String($0.columns * pitch) },
            .text("largest", "Width of the picture where there is room, in pixels") {
                String($0.columns * largestPitch)
            },
            .text("height", "Height of the picture in its own units") { String($0.rows * pitch) },
            .list("legend", "Steps of the measure, the lowest first") { $0.legend },
            .list("bars", "Who has any, the most first, for narrow screens") { $0.bars },
            .text("bars_rest", "How many have none, in words; absent where all have some") { $0.barsRest },
            .flag("is_chosen", "It is the one of several that is shown first") { $0.isChosen },
        ])
}

/// A municipality as a bar, where there is no room for the map.
struct MapBarView: View {
    var title: String
    /// Its page; none: the vocabulary has no pages.
    var url: Href?
    /// The measure as a number.
    var figure: String
    /// Width of the bar, 0…100.
    var share: Int

    static let schema = ViewSchema<MapBarView>(
        "map bar", "A municipality as a bar of a narrow screen",
        [
            .text("title", "Its name") { $0.title },
            .text("url", "Relative address of its page") { $0.url?.text },
            .text("figure", "The measure as a number") { $0.figure },
            .text("share", "Width of the bar, of 100") { String($0.share) },
        ])
}

/// A municipality on the tile map.
struct TileView: View {
    /// From 0.
    var column: Int
    /// From 0.
    var row: Int
    /// The first line of its name on the tile: «Верхне-», «Уйский».
    var short: String
    /// The second line: «уральский»; none where the first says it all.
    var rest: String?
    /// Full name, shown by the browser on hover and read aloud with the value.
    var title: String
    /// Its page; none: the vocabulary has no pages.
    var url: Href?
    /// 0…4; 0 is a gap.
    ///
    /// None: the measure says nothing of it.
    var step: Int?
    /// The measure in words: «3 направления».
    var value: String
    /// The number on the tile: «3»; a gap shows «–».
    var figure: String

    init(
        column: Int, row: Int, short: String, rest: String? = nil, title: String, url: Href?,
        step: Int?, value: String, figure: String
    ) {
        self.column = column
        self.row = row
        self.short = short
        self.rest = rest
        self.title = title
        self.url = url
        self.step = step
        self.value = value
        self.figure = figure
    }

    static let schema = ViewSchema<TileView>(
        "tile", "A municipality on the tile map",
        [
            .text("x", "Left edge") { String($0.column * TileMapView.pitch) },
            .text("y", "Upper edge") { String($0.row * TileMapView.pitch) },
            .text("side", "Side of the tile") { _ in String(TileMapView.side) },
            .text("middle", "Where its texts are centred") {
                String($0.column * TileMapView.pitch + TileMapView.side / 2)
            },
            .text("name_y", "Base line of the first line of the name") {
                String($0.row * TileMapView.pitch + ($0.rest == nil ? 22 : 15))
            },
            .text("rest_y", "Base line of the second line of the name") { String($0.row * TileMapView.pitch + 27) },
            .text("figure_y", "Base line of the number") { String($0.row * TileMapView.pitch + 47) },
            .text("short", "First line of the name") { $0.short },
            .text("rest", "Second line of the name") { $0.rest },
            .text("title", "Full name") { $0.title },
            .text("url", "Relative address of its page") { $0.url?.text },
            .text("step", "Step of the measure, 0 to 4, or `none`: class `step-N`") {
                $0.step.map(String.init) ?? "none"
            },
            .text("value", "The measure in words") { $0.value },
            .text("figure", "The number on the tile") { $0.figure },
        ])
}

/// A step of a measure in the legend of a map.
struct LegendStepView: View {
    /// None: where the measure says nothing.
    var step: Int?
    var label: String

    init(_ step: Int?, _ label: String) {
        self.step = step
        self.label = label
    }

    static let schema = ViewSchema<LegendStepView>(
        "legend step", "A step of a measure",
        [
            .text("step", "0 to 4, or `none`: class `step-N`") { $0.step.map(String.init) ?? "none" },
            .text("label", "What the step means") { $0.label },
        ])
}
