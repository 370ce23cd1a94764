import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Pages and other answers.
extension SiteDesk {
    /// What a form is shown with beside what was typed.
    struct Showing {
        var status = 200
        var notices: [EditorWord] = []
        var said: [String] = []
        /// What somebody else has written meanwhile, brought together with what was typed.
        var meeting: Meeting?
        var looked: Looked?
        var answer: FormPage.Answer?
        /// What was typed for readers of what leaves the site.
        var withdrawing: Withdrawing?
    }

    func page(
        _ text: EditableMaterial, _ typed: Typed, _ site: SiteFiles, key: FormKey, base: String, _ showing: Showing
    ) throws(FileError) -> SiteResponder.Answer {
        let listing = text.draft.listing
        let isFresh = if case .new = key { true } else { false }
        let elsewhere = showing.looked.map { Self.elsewhere($0, language) } ?? []
        let withdrawing = isFresh ? nil : try withdrawing(listing, key, showing)
        let page = FormPage(
            language: language, kind: text.kind,
            action: isFresh ? Self.address(ofNew: text.kind) : Self.address(.material, of: listing.id),
            address: isFresh ? nil : listing.address.text,
            title: isFresh ? Self.titleOfNew(text.kind, language) : listing.title, typed: typed,
            messages: showing.looked?.messages ?? [],
            grids: showing.looked?.grids
                ?? Grid.all(text, site.catalog.schema, edition: site.edition, language: language),
            notices: showing.notices.map { $0.text(language) } + showing.said, token: token, base: base,
            keptDigest: try work.typed(key).map { Self.digest($0.encoded) } ?? "", key: key,
            stage: isFresh ? .new : listing.isDraft ? .draft : .published,
            historyAddress: isFresh ? nil : Self.address(.history, of: listing.id),
            adaptingAddress: isFresh || text.kind.adapting == nil ? nil : Self.address(.adapting, of: listing.id),
            examples: Examples(site.catalog).values(of: text.kind), guide: site.guide?.text,
            usual: Examples(site.catalog).usual(in: text.kind), reach: Reach(text.kind, site.catalog.schema),
            meeting: showing.meeting, readable: ReadableValue(site.catalog),
            answer: showing.answer, withdrawing: withdrawing,
            naming: withdrawing == nil ? [] : naming(listing, site), elsewhere: elsewhere, aside: try aside(key),
            told: try told(key),
            belonging: isFresh ? nil : belonging(text, site))
        return Self.html(showing.status, page.html())
    }

    /// The titles of those that name a published material.
    private func naming(_ listing: MaterialDirectory.Listing, _ site: SiteFiles) -> [String] {
        site.catalog.directory.position(ofPath: listing.path).map { site.naming($0).map(\.title) } ?? []
    }

    /// What was told of the file that came into a form: of one that is not saved yet, else of the one that is.
    private func told(_ key: FormKey) throws(FileError) -> FormPage.ToldOfFile {
        let saved: String? = if case .material(let path) = key { try work.told(path) } else { nil }
        let typed = try work.typed(key)?["_told"]
        let isSaved = saved != nil && typed ?? saved == saved
        return FormPage.ToldOfFile(json: typed ?? saved ?? "", isSaved: isSaved)
    }

    private func aside(_ key: FormKey) throws(FileError) -> FormPage.Aside? {
        guard let kept = try work.forgotten(key) else { return nil }
        return FormPage.Aside(
            title: Typed(kept).fields[CoreField.title] ?? "", isEarlier: try work.typed(key) != nil,
            isOfAnotherPage: kept.has("_beside"))
    }

    /// «Новый материал: практика».
    private static func titleOfNew(_ kind: Kind, _ language: Language) -> String {
        EditorWord.newMaterial.text(language) + ": " + kind.name.one
    }

    func plain(_ status: Int, _ word: EditorWord) -> SiteResponder.Answer { plain(status, word.wording) }

    func plain(_ status: Int, _ word: some Worded) -> SiteResponder.Answer { plain(status, word.wording) }

    func plain(_ status: Int, _ word: Bilingual) -> SiteResponder.Answer {
        Self.page(status, title: "album", language, "<p>\(HTMLEscaping.html(word.text(language, [])))</p>")
    }

    /// - Parameter behind: what follows the page, as HTML.
    static func page(_ status: Int, title: String, _ language: Language, _ main: String, behind: String = "")
        -> SiteResponder.Answer
    {
        let links = [("/_edit/", EditorWord.allMaterials), ("/", .asReaders)].map { address, word in
            "<a href=\"\(address)\">\(HTMLEscaping.html(word.text(language)))</a>"
        }
        return html(
            status,
            DeskPage.html(
                language, title: title, header: links.joined(), main: "<div class=\"page\">\(main)</div>",
                behind: behind))
    }

    /// Rooms of the desk that are about one material.
    enum Room: String, CaseIterable {
        case material, history, earlier, joining, adapting
    }

    static func address(_ room: Room, of material: MaterialID) -> String {
        EditingRequest.prefix + room.rawValue + "/" + PercentEncoding.encoded(material.rawValue)
    }

    static func address(ofNew kind: Kind) -> String { EditingRequest.prefix + "new?kind=" + kind.id.rawValue }

    /// What a form is answered with that was taken: the page to go on with.
    static func redirect(to address: String) -> SiteResponder.Answer {
        SiteResponder.Answer(status: 303, contentType: "text/plain", bytes: [], location: address)
    }

    static func json(_ status: Int = 200, _ json: JSONWriter) -> SiteResponder.Answer {
        SiteResponder.Answer(status: status, contentType: "application/json; charset=utf-8", bytes: json.bytes)
    }

    /// Nothing runs and nothing is loaded but the desk's own script and style, and nothing is sent elsewhere.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

    static func html(_ status: Int, _ text: String) -> SiteResponder.Answer {
        SiteResponder.Answer(
            status: status, contentType: "text/html; charset=utf-8", bytes: Array(text.utf8), policy: policy)
    }

    static func digest(_ bytes: [UInt8]) -> String { SHA256.digest(bytes).hexadecimal }

    static func path(of material: String) throws(FileError) -> SitePath {
        do {
            return try SitePath("content/" + material)
        } catch {
            throw FileError(.read, material, .unusableName)
        }
    }
}
