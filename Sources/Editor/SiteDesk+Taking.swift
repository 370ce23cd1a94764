import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Importing
import Preview
import SiteBuilder

// Texts from elsewhere: what was pasted, and documents that are taken in. Nothing is written.
extension SiteDesk {
    /// A page that is copied whole, with its pictures.
    static let largestPaste = 32 << 20
    /// Whoever pastes waits.
    private static let longestPaste = 20

    /// ```
    /// {"markdown":"## Цель\n…","told":["цвет не перенесён (3)"],"places":["абзац 2: …"],"pictures":[{"name":…,"data":…}]}
    /// {"said":"для файлов HTML нужна программа pandoc, …"}
    /// ```
    func paste(_ form: FormData, _ site: SiteFiles) -> SiteResponder.Answer {
        let key = FormKey(form["_key"] ?? "")
        guard let kind = kind(of: key, site), let page = form["_html"] else { return plain(404, .notThere) }
        guard page.utf8.count <= Self.largestPaste else {
            return Self.told(422, ImportReason.tooLarge.text(language, [String(Self.largestPaste >> 20)]))
        }
        let pandoc = Pandoc.find()?.stopped(after: Self.longestPaste)
        let importing = MaterialImport(schema: site.catalog.schema, kind: kind, pandoc: pandoc)
        do {
            let fragment = try conversions.withLock { _ throws(ImportFailure) in
                try importing.fragment(
                    ofHTML: Array(page.utf8), slug: Self.slug(of: key, title: form["_title"] ?? ""),
                    at: FragmentPlace(behind: form["_before"] ?? ""))
            }
            var json = JSONWriter()
            json.object { json in
                json.member("markdown", fragment.markdown)
                json.key("told")
                json.strings(fragment.report.summary(language))
                json.key("places")
                json.strings(fragment.report.places(language))
                Self.write(fragment.pictures, to: &json)
            }
            return Self.json(200, json)
        } catch {
            return Self.told(422, error.text(language))
        }
    }

    /// ```
    /// {"fields":{"title":"Квест"},"body":"## Цель\n…","report":["слова: в файле 90, перенесено 90"],"privacy":[],"pictures":[]}
    /// ```
    func take(_ request: EditingRequest, _ bytes: [UInt8], _ site: SiteFiles) -> SiteResponder.Answer {
        let query = FormData(encoded: Array(request.query.utf8))
        guard query["token"] == token else { return plain(403, .notThere) }
        let key = FormKey(query["key"] ?? "")
        guard let kind = kind(of: key, site), let name = query["name"] else { return plain(404, .notThere) }
        let importing = MaterialImport(schema: site.catalog.schema, kind: kind)
        do {
            let slug = Self.slug(of: key, title: query["title"] ?? "")
            let material = try conversions.withLock { _ throws(ImportFailure) in
                try importing.material(of: bytes, named: name, slug: slug)
            }
            return try answer(material, site)
        } catch let failure as ImportFailure {
            return Self.told(422, failure.text(language))
        } catch {
            return plain(503, .noSite)
        }
    }

    private func answer(_ material: ImportedMaterial, _ site: SiteFiles) throws -> SiteResponder.Answer {
        let path = String(material.path.dropFirst("content/".count))
        let typed = Typed(try EditableMaterial(Array(material.text.utf8), path: path, site.catalog.schema))
        var json = JSONWriter()
        json.object { json in
            json.key("fields")
            json.object { json in
                for field in Typed.shown(material.kind) {
                    let text = typed.fields[field.id] ?? ""
                    if !text.isEmpty { json.member(field.id.rawValue, text) }
                }
            }
            json.member("body", typed.body)
            json.key("report")
            json.strings(material.report.lines(language))
            json.key("privacy")
            json.strings(material.privacy.map { $0.code.message.text(language, $0.arguments) })
            Self.write(material.pictures, to: &json)
        }
        return Self.json(200, json)
    }

    private static func write(_ pictures: [ImportedMaterial.Picture], to json: inout JSONWriter) {
        json.key("pictures")
        json.array { json in
            for picture in pictures {
                json.object { json in
                    json.member("name", picture.name)
                    json.member("data", DataAddress.base64(picture.bytes))
                }
            }
        }
    }

    /// How names of pictures begin: as the material's file is called, or will be.
    static func slug(of key: FormKey, title: String) -> String {
        switch key {
        case .material(let path):
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        case .new(let kind):
            let slug = Address.shortSlug(of: title, limit: 60)
            return slug.isEmpty ? kind.rawValue : slug
        }
    }
}
