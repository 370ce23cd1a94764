import AlbumModel
import Catalog
import Formats

// What the page of an entry of an axis says of itself to programs.
extension LinkedData {
    /// What an entry is in the words of schema.org: a place, an organisation as far as its sort says what it is, a direction.
    ///
    /// Nothing where that is not known.
    func type(of reference: EntryReference) -> String? {
        let catalog = page.album.catalog
        let vocabulary = catalog.vocabularies[reference.vocabulary]
        let configuration = page.album.configuration
        if vocabulary.id == configuration.coverageRows || vocabulary.id == RegionAxis.vocabulary {
            return "AdministrativeArea"
        }
        if vocabulary.id == configuration.coverageColumns { return "DefinedTerm" }
        return vocabulary.organisationType(of: catalog.schema.entry(reference))?.rawValue
    }

    /// Of the page of an entry: what it is, its other names, where it is; nothing where it is not known what it is.
    func of(_ reference: EntryReference) -> String? {
        guard let type = type(of: reference) else { return nil }
        let catalog = page.album.catalog
        let entry = catalog.schema.entry(reference)
        return Self.script { json in
            json.member("@context", "https://schema.org")
            json.member("@type", type)
            json.member("@id", url(of: page.address))
            json.member("url", url(of: page.address))
            json.member("name", entry.name)
            let others = [entry.full, entry.short].compactMap(\.self).filter { $0 != entry.name }
            if !others.isEmpty {
                json.key("alternateName")
                json.strings(others)
            }
            if let code = entry.code { json.member("identifier", code) }
            if let description = entry.description, !description.isEmpty { json.member("description", description) }
            if let address = entry.url { json.member("sameAs", address) }
            switch type {
            case "DefinedTerm":
                json.key("inDefinedTermSet")
                json.object { json in
                    let vocabulary = catalog.vocabularies[reference.vocabulary]
                    json.member("@type", "DefinedTermSet")
                    json.member("name", vocabulary.title)
                    json.member("url", url(of: SitePages.list(vocabulary)))
                }
            case "AdministrativeArea":
                if let region = page.album.regionName(of: entry), region != entry.name {
                    append(area: region, as: "containedInPlace", to: &json)
                }
            default:
                let area = municipalityName(of: entry) ?? page.album.regionName(of: entry)
                if let area { append(area: area, as: "location", to: &json) }
            }
        }
    }

    private func append(area: String, as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { json in
            json.member("@type", "AdministrativeArea")
            json.member("name", area)
        }
    }

    private func municipalityName(of entry: VocabularyEntry) -> String? {
        let catalog = page.album.catalog
        guard let id = entry.municipality, let position = catalog.schema.vocabulary("municipalities"),
            let place = catalog.vocabularies[position].position(of: id)
        else { return nil }
        return catalog.schema.entry(EntryReference(vocabulary: position, entry: place)).name
    }
}
