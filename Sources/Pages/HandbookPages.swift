import Catalog
import Linking
import Theming

/// The editor's handbook: `handbook/fields.html` and `handbook/diagnostics.html`.
///
/// Comes of the kinds, the vocabularies and the list of diagnostics, so it is never older than what checks the content.
package struct HandbookPages {
    let context: SiteContext

    package init(context: SiteContext) {
        self.context = context
    }

    /// The pages of the handbook.
    package enum Page: CaseIterable, Sendable {
        case fields, diagnostics
    }

    func view(_ page: Page) -> PlainView {
        let (address, title, lead) = (Self.address(page), title(page), lead(page))
        let chapters = chapters(page)
        var trail: [(String, String)] = []
        if let guide = context.album.guide { trail.append((guide.title, guide.address)) }
        let other = Page.allCases.filter { $0 != page }.map { link(to: $0, from: address) }
        return PlainView(
            frame: context.frame(address, title: title, description: lead, breadcrumbs: trail), title: title,
            summary: lead, contents: chapters.map { OutlineView($0.title, "#" + $0.id) },
            body: RawHTML(chapters.map(\.html).joined()),
            links: [
                LinkGroupView(context.word(.handbook), links: [context.help(from: address)].compactMap(\.self) + other)
            ])
    }

    /// A chapter of a page: a heading of level 2 and what stands under it.
    package struct Chapter {
        /// Its anchor.
        package let id: String
        /// Its heading.
        package let title: String
        let content: [Markup]

        var html: String { Markup.heading(2, title, id: id).html + content.map(\.html).joined() }
        /// What the search reads of it.
        package var text: String { title + "\n" + content.map(\.text).joined() }
    }

    /// The chapters of a page, in order.
    package func chapters(_ page: Page) -> [Chapter] {
        switch page {
        case .fields: HandbookFields(context: context).chapters()
        case .diagnostics: HandbookDiagnostics(context: context).chapters()
        }
    }

    /// Where it stands.
    package static func address(_ page: Page) -> String {
        switch page {
        case .fields: SitePages.handbookFields
        case .diagnostics: SitePages.handbookDiagnostics
        }
    }

    /// Its title.
    package func title(_ page: Page) -> String {
        switch page {
        case .fields: context.word(.pageFields)
        case .diagnostics: context.word(.pageDiagnostics)
        }
    }

    /// What it is for.
    package func lead(_ page: Page) -> String {
        switch page {
        case .fields: context.word(.pageFieldsLead)
        case .diagnostics: context.word(.pageDiagnosticsLead)
        }
    }

    func link(to page: Page, from address: String) -> LinkView {
        LinkView(title(page), RelativeAddress.make(from: address, to: Self.address(page)))
    }
}
