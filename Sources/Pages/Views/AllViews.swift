import Theming

/// Every view with a template of its own: what a theme must be able to show.
package let templateViews: [any TemplateView.Type] = [
    CardView.self, RowView.self, ChartView.self, HomeView.self, KindListView.self, AxisListView.self,
    DocumentListView.self,
    AxisEntryPageView.self, CoverageView.self, ComparisonView.self, CalendarView.self, AlbumView.self,
    AlbumPrintView.self,
    MaterialView.self, SearchView.self, GlossaryView.self, PlainView.self, NotFoundView.self, SiteMapView.self,
    CopyCheckView.self, BookTitleView.self, BookPartView.self,
    TableOrderView.self, SharingView.self, SharingListView.self,
]
