import Catalog
import Linking
import Theming

/// The handbook: `handbook/fields.html` and `handbook/diagnostics.html` for editors, `handbook/schema.html` for whoever keeps
/// kinds and vocabularies.
///
/// Comes of the kinds, the vocabularies and the list of diagnostics, so it is never older than what checks the content.
package struct HandbookPages {
    let page: Page

    package init(page: Page) {
        self.page = page
    }

    /// The pages of the handbook.
    package enum Part: CaseIterable, Sendable {
        case fields, diagnostics, schema
    }

    func view(_ part: Part) -> PlainView {
        let (title, lead) = (title(part), lead(part))
        let chapters = chapters(part)
        var trail: [(String, SiteAddress)] = []
        if let guide = page.album.guide { trail.append((guide.title, guide.address)) }
        let other = Part.allCases.filter { $0 != part }.map { link(to: $0) }
        return PlainView(
            frame: page.frame(title: title, description: lead, breadcrumbs: trail), title: title,
            summary: lead, contents: chapters.map { OutlineView($0.title, .place($0.id)) },
            body: RawHTML(chapters.map(\.html).joined()),
            links: [
                LinkGroupView(page.wording.word(.handbook), links: [page.help()].compactMap(\.self) + other)
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
    package func chapters(_ part: Part) -> [Chapter] {
        switch part {
        case .fields: HandbookFields(page: page).chapters()
        case .diagnostics: HandbookDiagnostics(page: page).chapters()
        case .schema: HandbookSchema(page: page).chapters()
        }
    }

    /// Where it stands.
    package static func address(_ part: Part) -> SiteAddress {
        switch part {
        case .fields: SitePages.handbookFields
        case .diagnostics: SitePages.handbookDiagnostics
        case .schema: SitePages.handbookSchema
        }
    }

    /// Its title.
    package func title(_ part: Part) -> String {
        switch part {
        case .fields: page.wording.word(.pageFields)
        case .diagnostics: page.wording.word(.pageDiagnostics)
        case .schema: page.wording.word(.pageSchema)
        }
    }

    /// What it is for.
    package func lead(_ part: Part) -> String {
        switch part {
        case .fields: page.wording.word(.pageFieldsLead)
        case .diagnostics: page.wording.word(.pageDiagnosticsLead)
        case .schema: page.wording.word(.pageSchemaLead)
        }
    }

    func link(to part: Part) -> LinkView {
        LinkView(title(part), page.url(to: Self.address(part)))
    }
}
