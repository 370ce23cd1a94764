import Catalog
import Diagnostics
import Formats
import Preview
import SiteBuilder

// Materials of roots are edited where their album is: a form writes below the site's `content/` alone.
extension SiteDesk {
    private static let ofRoot = Bilingual(
        ru: "Этот материал — из альбома «{1}»: правьте его там, album serve --root {2}. Здесь он только виден.",
        en: "This material belongs to the album \"{1}\": edit it there, album serve --root {2}. Here it is only shown.")

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
        guard let id = paths.lazy.compactMap({ $0.flatMap { schema.root(ofPath: $0) } }).first,
            let root = schema.roots.first(where: { $0.id == id })
        else { return nil }
        return Self.html(
            403, "<p>\(HTMLEscaping.html(Self.ofRoot.text(language, [id.rawValue, root.folder.text])))</p>")
    }
}
