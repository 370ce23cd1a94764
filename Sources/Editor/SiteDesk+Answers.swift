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
        _ text: EditableMaterial, _ typed: Typed, _ site: SiteFiles, key: String, base: String, status: Int = 200,
        notices: [EditorWord], said: [String] = [], other: [UInt8]? = nil, looked: Looked? = nil, isNew: Bool = false
    ) -> SiteResponder.Answer {
        let language = state.withLock { $0.language }
        let id = text.draft.listing.id.rawValue
        let isFresh = key.hasPrefix("new/")
        let elsewhere =
            (looked?.errorsElsewhere ?? 0) == 0
            ? [] : [EditorWord.elsewhere.text(language).replacing("{1}", with: "\(looked?.errorsElsewhere ?? 0)")]
        let page = FormPage(
            language: language, kind: text.kind, schema: site.catalog.schema,
            names: site.catalog.materials.map(\.id.rawValue),
            action: isFresh
                ? "/_edit/new?kind=" + text.kind.id.rawValue : "/_edit/material/" + PercentEncoding.encoded(id),
            address: isFresh ? nil : text.draft.listing.address.text,
            title: isFresh ? EditorWord.newMaterial.text(language) : text.draft.listing.title, typed: typed,
            messages: looked?.messages ?? [],
            grids: looked?.grids ?? Grid.all(text, site.catalog.schema, edition: site.edition),
            notices: notices.map { $0.text(language) } + said + elsewhere, token: token, base: base, key: key,
            isDraft: text.draft.listing.isDraft,
            historyAddress: isFresh ? nil : "/_edit/history/" + PercentEncoding.encoded(id),
            other: other.map { String(decoding: $0, as: UTF8.self) })
        return Self.html(status, page.html())
    }

    func plain(_ status: Int, _ word: EditorWord) -> SiteResponder.Answer {
        let language = state.withLock { $0.language }
        return Self.page(status, title: "album", language, "<p>\(HTMLEscaping.html(word.text(language)))</p>")
    }

    static func page(_ status: Int, title: String, _ language: Language, _ main: String) -> SiteResponder.Answer {
        html(
            status,
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(HTMLEscaping.html(title))</title><link rel="icon" href="/_edit/assets/icon.svg"><link rel="stylesheet" href="/_edit/assets/editor.css"></head>
            <body><header><a href="/">\(HTMLEscaping.html(EditorWord.asReaders.text(language)))</a></header><main>\(main)</main></body></html>

            """)
    }

    /// Nothing runs and nothing is loaded but the desk's own script and style, and nothing is sent elsewhere.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"

    static func html(_ status: Int, _ text: String) -> SiteResponder.Answer {
        SiteResponder.Answer(
            status: status, contentType: "text/html; charset=utf-8", bytes: Array(text.utf8), policy: policy)
    }

    static func asset(_ path: String) -> SiteResponder.Answer? {
        switch path {
        case "assets/editor.css":
            SiteResponder.Answer(
                status: 200, contentType: "text/css; charset=utf-8", bytes: PackageResources.editor_css)
        case "assets/editor.js":
            SiteResponder.Answer(
                status: 200, contentType: "text/javascript; charset=utf-8", bytes: PackageResources.editor_js)
        case "assets/icon.svg":
            SiteResponder.Answer(
                status: 200, contentType: "image/svg+xml",
                bytes: Array(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M2 14l1-4 8-8 3 3-8 8z\" fill=\"#0b57a4\"/></svg>"
                        .utf8))
        default: nil
        }
    }

    static func digest(_ bytes: [UInt8]) -> String { SHA256.digest(bytes).hexadecimal }

    /// Where what was typed is kept: by the path of the material, or by its kind.
    static func place(_ key: String) -> String { key }

    static func path(of material: String) throws(FileError) -> SitePath {
        do {
            return try SitePath("content/" + material)
        } catch {
            throw FileError(.read, material, .unusableName)
        }
    }
}
