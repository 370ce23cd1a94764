import Catalog
import Diagnostics
import Formats
import Languages
import Preview
import SiteBuilder

// Materials of roots are edited where their album is: a form writes below the site's `content/` alone.
extension SiteDesk {
    private static let ofRoot = Bilingual(
        ru: "Этот материал — из альбома «{1}»: правьте его там, album serve --root {2}. Здесь он только виден.",
        en: "This material belongs to the album \"{1}\": edit it there, album serve --root {2}. Here it is only shown.")

    private static let elsewhere = Bilingual(
        ru: "Эту страницу правят в альбоме «{1}»: album serve --root {2}",
        en: "This page is edited in the album \"{1}\": album serve --root {2}")

    private static let commonOnly = Bilingual(
        ru:
            "Здесь начинают то, что принадлежит всему сайту. Материал региона пишут в его альбоме, и сюда он придёт сам:",
        en:
            "What belongs to the whole site begins here. A material of a region is written in its album, and comes here:"
    )

    private static let albumOfRegion = Bilingual(
        ru: "«{1}» — album serve --root {2}", en: "\"{1}\": album serve --root {2}")

    /// Said before a new material of a site of several albums: what is not begun here, and where it is; empty for other sites.
    static func ofAlbums(_ roots: [ContentRoot], _ language: Language) -> String {
        guard !roots.isEmpty else { return "" }
        let albums = roots.map { root in
            "<li>\(HTMLEscaping.html(albumOfRegion.text(language, [root.id.rawValue, root.folder.text])))</li>"
        }
        return "<p>\(HTMLEscaping.html(commonOnly.text(language, [])))</p><ul>\(albums.joined())</ul>"
    }

    /// The root of a path below `content/`; nothing of what is the site's own.
    static func root(of path: String, _ schema: Schema) -> ContentRoot? {
        schema.root(ofPath: path).flatMap { id in schema.roots.first { $0.id == id } }
    }

    /// Where a material of a root is edited, in words.
    func editedElsewhere(_ root: ContentRoot) -> String {
        Self.elsewhere.text(language, [root.id.rawValue, root.folder.text])
    }

    /// The answer to whoever asks for the form of a material of a root, or sends one; nothing for all others.
    func refusedOfRoot(_ path: String, _ query: FormData, _ form: FormData?, _ site: SiteFiles)
        -> SiteResponder.Answer?
    {
        let schema = site.catalog.schema
        guard !schema.roots.isEmpty else { return nil }
        var paths = [Self.room(path, site)?.1.path]
        for key in [query["key"], form?["_key"]] {
            if let key, case .material(let path) = FormKey(key) { paths.append(path) }
        }
        guard let root = paths.lazy.compactMap({ $0.flatMap { Self.root(of: $0, schema) } }).first else { return nil }
        return Self.html(
            403, "<p>\(HTMLEscaping.html(Self.ofRoot.text(language, [root.id.rawValue, root.folder.text])))</p>")
    }
}
