import Catalog
import Files
import Formats
import Preview
import SiteBuilder

// What helps to write a text: materials to link to, tables of the kind.
extension SiteDesk {
    /// ```
    /// {"materials":[{"id":"practices/kvest","name":"kvest","title":"Квест","kind":"практика"}],
    ///  "tables":[{"heading":"Мероприятия","heads":["Мероприятие","Сроки"]}]}
    /// ```
    /// A material's name is what a link calls it by: that of its file where no other has the same.
    func aids(_ request: EditingRequest, _ site: SiteFiles) -> SiteResponder.Answer {
        let key = FormData(encoded: Array(request.query.utf8))["key"] ?? ""
        guard let kind = kind(of: FormKey(key), site) else { return plain(404, .notThere) }
        let catalog = site.catalog
        var json = JSONWriter()
        json.object { json in
            json.key("materials")
            json.array { json in
                for material in catalog.materials {
                    json.object { json in
                        json.member("id", material.id.rawValue)
                        json.member("name", Self.shortName(of: material, site))
                        json.member("title", material.title)
                        json.member("kind", catalog.kinds[material.kind].name.one)
                        json.member("isDraft", material.isDraft)
                    }
                }
            }
            json.key("tables")
            json.array { json in
                for table in kind.tables {
                    json.object { json in
                        json.member("heading", table.headings[0])
                        json.key("heads")
                        json.strings(table.newColumns.map(\.label))
                    }
                }
            }
        }
        return Self.json(200, json)
    }

    /// That of a form; nothing where the key is of no kind and no material.
    func kind(of key: FormKey, _ site: SiteFiles) -> Kind? {
        switch key {
        case .new(let id): site.catalog.schema.kind(id).map { site.catalog.kinds[$0] }
        case .material(let path):
            site.catalog.directory.position(ofPath: path).map { site.catalog.kinds[site.catalog.materials[$0].kind] }
        }
    }

    private static func shortName(of material: Material, _ site: SiteFiles) -> String {
        let id = material.id.rawValue
        guard let slash = id.lastIndex(of: "/") else { return id }
        let last = String(id[id.index(after: slash)...])
        if case .one(let found) = site.catalog.directory.resolve(last), site.catalog.materials[found].id == material.id
        {
            return last
        }
        return id
    }
}
