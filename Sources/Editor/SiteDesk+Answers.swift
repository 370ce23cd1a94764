import Catalog
import Editing
import Files
import Formats
import Languages
import Preview
import SiteBuilder

// Pages and other answers.
extension SiteDesk {
    func page(
        _ text: EditableMaterial, _ typed: Typed, _ site: SiteFiles, key: FormKey, base: String, status: Int = 200,
        notices: [EditorWord], said: [String] = [], other: [UInt8]? = nil, looked: Looked? = nil
    ) -> SiteResponder.Answer {
        let listing = text.draft.listing
        let isFresh = if case .new = key { true } else { false }
        let elsewhere = looked.map { Self.elsewhere($0, language) } ?? []
        let page = FormPage(
            language: language, kind: text.kind, schema: site.catalog.schema,
            names: site.catalog.materials.map(\.id.rawValue),
            action: isFresh ? Self.address(ofNew: text.kind) : Self.address(.material, of: listing.id),
            address: isFresh ? nil : listing.address.text,
            title: isFresh ? EditorWord.newMaterial.text(language) : listing.title, typed: typed,
            messages: looked?.messages ?? [],
            grids: looked?.grids ?? Grid.all(text, site.catalog.schema, edition: site.edition),
            notices: notices.map { $0.text(language) } + said + elsewhere, token: token, base: base, key: key,
            isDraft: listing.isDraft, historyAddress: isFresh ? nil : Self.address(.history, of: listing.id),
            other: other.map { String(decoding: $0, as: UTF8.self) })
        return Self.html(status, page.html())
    }

    func plain(_ status: Int, _ word: EditorWord) -> SiteResponder.Answer {
        Self.page(status, title: "album", language, "<p>\(HTMLEscaping.html(word.text(language)))</p>")
    }

    static func page(_ status: Int, title: String, _ language: Language, _ main: String) -> SiteResponder.Answer {
        let readers = "<a href=\"/\">\(HTMLEscaping.html(EditorWord.asReaders.text(language)))</a>"
        return html(status, DeskPage.html(language, title: title, header: readers, main: main))
    }

    /// Rooms of the desk that are about one material.
    enum Room: String, CaseIterable {
        case material, history
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
