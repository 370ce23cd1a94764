import Theming

/// `coverage.html`: directions × municipalities as a matrix and as tile maps.
struct CoverageView: TemplateView {
    var frame: PageFrame
    var title: String
    var lead: String
    var figures: [FigureView]
    /// One map for each measure; the first is the sum.
    var maps: [TileMapView]
    var matrix: MatrixView
    /// The way to municipalities side by side.
    var comparison: LinkView?
    /// The way to the matrix of all regions.
    var whole: LinkView?
    var downloads: [DownloadView]
    /// Municipalities without any material.
    var gaps: LinkGroupView?
    var help: LinkView?
    /// Its rows are regions, each of which leads to a matrix of its own.
    var isByRegion = false

    init(
        frame: PageFrame, title: String, lead: String, figures: [FigureView] = [], maps: [TileMapView] = [],
        matrix: MatrixView, comparison: LinkView? = nil, whole: LinkView? = nil, downloads: [DownloadView] = [],
        gaps: LinkGroupView? = nil, help: LinkView? = nil
    ) {
        self.frame = frame
        self.title = title
        self.lead = lead
        self.figures = figures
        self.maps = maps
        self.matrix = matrix
        self.comparison = comparison
        self.whole = whole
        self.downloads = downloads
        self.gaps = gaps
        self.help = help
    }

    static let template = "pages/coverage"
    static let schema = ViewSchema<CoverageView>(
        "coverage", "Directions by municipalities",
        [
            .record("frame", "What every page has") { $0.frame },
            .text("title", "Title of the page") { $0.title },
            .text("lead", "What the page shows, in a sentence") { $0.lead },
            .list("figures", "Numbers that matter") { $0.figures },
            .list("maps", "A tile map for each measure") { $0.maps },
            .record("matrix", "The matrix") { $0.matrix },
            .record("comparison", "The way to municipalities side by side") { $0.comparison },
            .record("whole", "The way to the matrix of all regions") { $0.whole },
            .list("downloads", "The matrix as files") { $0.downloads },
            .record("gaps", "Municipalities without any material") { $0.gaps },
            .record("help", "How to add a material") { $0.help },
            .flag("is_by_region", "Its rows are regions, each of which leads to a matrix of its own") { $0.isByRegion },
        ])
}
