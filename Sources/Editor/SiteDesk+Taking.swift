import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Importing
import Languages
import OfficeFiles
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
    /// {"fields":{"title":"Квест"},"body":"## Цель\n…","origin":"название взято из …","short":"12 строк, 11 сроков","checks":["лист «План», столбец F: …"],
    ///  "details":["слова: в файле 90, перенесено 90"],"offers":[{"choice":"sheet/Смета","label":"Взять и лист «Смета»",
    ///  "isTaken":false}],"tables":[{"definition":"events",…}],"privacy":[],"pictures":[]}
    /// ```
    /// Nothing of a file is kept: whoever wants more of it sends it again, with `with` for each choice.
    func take(_ request: EditingRequest, _ bytes: [UInt8], _ site: SiteFiles) -> SiteResponder.Answer {
        let query = FormData(encoded: Array(request.query.utf8))
        guard query["token"] == token else { return plain(403, .notThere) }
        let key = FormKey(query["key"] ?? "")
        guard let kind = kind(of: key, site), let name = query["name"] else { return plain(404, .notThere) }
        let choices = query.pairs.filter { $0.name == "with" }.compactMap { ImportChoice($0.value) }
        let importing = MaterialImport(
            schema: site.catalog.schema, kind: kind, options: ImportOptions(choices: Set(choices)))
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
            json.member("short", material.report.short(language))
            json.key("checks")
            json.strings(material.report.checks(language))
            // The same where rows go into a table that is there.
            json.key("checksOfRows")
            json.strings(material.report.checks(language, areRowsPlaced: false))
            // Its own line; a name of a file is among what is to be checked.
            let origin = material.report.titleOrigin.flatMap { $0 == .fileName ? nil : $0.text(language) }
            json.member("origin", origin ?? "")
            json.key("details")
            json.strings(material.report.details(language).filter { $0 != origin })
            Self.write(material.report.offers, language, to: &json)
            Self.write(material.tables, material.kind, to: &json)
            json.key("privacy")
            json.strings(
                material.privacy.map { fault in
                    [fault.code.formMessage, fault.code.formRemedy].map { $0.text(language, fault.arguments) }
                        .filter { !$0.isEmpty }.joined(separator: ": ")
                })
            Self.write(material.pictures, to: &json)
        }
        return Self.json(200, json)
    }

    private static func write(_ offers: [ImportOffer], _ language: Language, to json: inout JSONWriter) {
        json.key("offers")
        json.array { json in
            for offer in offers {
                json.object { json in
                    json.member("choice", offer.choice.text)
                    json.member("label", offer.told.text(language))
                    json.member("isTaken", offer.isTaken)
                }
            }
        }
    }

    /// The tables of the kind that are in the text, so that their rows can go into one that is there.
    private static func write(_ tables: [ImportedTable], _ kind: Kind, to json: inout JSONWriter) {
        json.key("tables")
        json.array { json in
            for table in tables {
                json.object { json in
                    json.member("definition", table.definition)
                    json.member("markdown", table.markdown)
                    json.key("columns")
                    json.array { json in
                        for column in table.columns {
                            json.object { json in
                                json.member("id", column.id?.rawValue ?? "")
                                json.member("title", column.title)
                                json.member("isRowNumber", column.isRowNumber)
                            }
                        }
                    }
                    write(table, kind, to: &json)
                }
            }
        }
    }

    /// The rows of a table as those of a pasted block are told, so that they are put in alike.
    private static func write(_ table: ImportedTable, _ kind: Kind, to json: inout JSONWriter) {
        json.key("known")
        json.array { json in
            for column in kind.tables.first(where: { $0.id == table.definition })?.columns ?? [] {
                json.object { json in
                    json.member("id", column.id.rawValue)
                    json.member("label", column.label)
                }
            }
        }
        json.key("rows")
        json.array { json in
            for (place, row) in table.rows.enumerated() {
                json.object { json in
                    // The heads are the first row.
                    json.member("number", place + 1)
                    json.member("role", name(row.role))
                    json.member("needsBold", row.needsBold)
                    json.key("cells")
                    json.strings(row.cells)
                    json.member("termCount", row.terms.placed)
                    json.key("unreadTerms")
                    json.strings(row.terms.unread)
                    json.key("yearlessTerms")
                    json.strings(row.terms.yearless)
                }
            }
        }
    }

    private static func write(_ pictures: [ImportedMaterial.Picture], to json: inout JSONWriter) {
        json.key("pictures")
        json.array { json in
            for picture in pictures {
                json.object { json in
                    json.member("name", picture.name)
                    json.member("data", String(decoding: Base64.encoded(picture.bytes), as: UTF8.self))
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
            let slug = Address.newID(of: title, limit: 60)
            return slug.isEmpty ? kind.rawValue : slug
        }
    }
}
