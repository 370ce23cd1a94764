import AlbumModel
import Bodies
import Catalog
import Formats
import Languages
import Linking

/// What pages say of themselves to programs: Open Graph (ogp.me) for previews of links, schema.org as JSON-LD 1.1.
///
/// Only a site with an address of its own has any of it: both name pages by whole addresses.
struct LinkedData {
    let page: Page
    /// The address of the site, with a slash at the end.
    private let site: String

    /// Nothing for a site without an address.
    init?(_ page: Page) {
        guard let site = page.album.configuration.url else { return nil }
        self.page = page
        self.site = site
    }

    /// Of any page.
    /// - Parameters:
    ///   - breadcrumbs: titles and addresses from below the home page down to its parent.
    func ofPage(title: String, description: String?, breadcrumbs: [(String, SiteAddress)]) -> String {
        var facts = [
            ("og:type", page.address == SitePages.home ? "website" : "article"), ("og:title", title),
            ("og:site_name", page.album.configuration.title), ("og:url", url(of: page.address)),
            ("og:locale", Self.locale(page.wording.language)),
        ]
        if let description, !description.isEmpty { facts.append(("og:description", description)) }
        let tags = facts.map { name, value in
            "<meta property=\"\(name)\" content=\"\(HTMLEscaping.html(value))\">"
        }.joined()
        guard page.address != SitePages.home else { return tags }
        let home = (page.wording.word(.pageHome), SitePages.home)
        let steps = [home] + breadcrumbs + [(title, page.address)]
        return tags
            + Self.script { json in
                json.member("@context", "https://schema.org")
                json.member("@type", "BreadcrumbList")
                json.key("itemListElement")
                json.array { json in
                    for (number, step) in steps.enumerated() {
                        json.object { json in
                            json.member("@type", "ListItem")
                            json.member("position", number + 1)
                            json.member("name", step.0)
                            json.member("item", url(of: step.1))
                        }
                    }
                }
            }
    }

    /// Of the page of a material: what it is, of what and where, with its tables as data.
    func of(_ index: MaterialIndex) -> String {
        let album = page.album
        let material = album.catalog.materials[index]
        let kind = album.catalog.kind(of: material)
        return Self.script { json in
            json.member("@context", "https://schema.org")
            json.member("@id", url(of: page.address))
            json.member("url", url(of: page.address))
            json.member("inLanguage", page.wording.language.rawValue)
            if let citation = kind.roles.citation {
                json.member("@type", "Legislation")
                json.member("name", album.officialTitle(of: material) ?? material.title)
                if case .text(let number)? = material[citation.number] {
                    json.member("legislationIdentifier", number)
                }
                if let day = day(material) { json.member("legislationDate", day) }
                if kind.roles.lifecycle != nil {
                    json.member(
                        "legislationLegalForce",
                        album.lifecycle.isRepealed(index)
                            ? "https://schema.org/NotInForce" : "https://schema.org/InForce")
                }
            } else {
                // What others are to take over, and what tells of things.
                let isModel = kind.adapting != nil || kind.sharing != nil
                json.member("@type", isModel ? "LearningResource" : "CreativeWork")
                json.member("name", material.title)
                json.member(isModel ? "learningResourceType" : "genre", kind.name.one)
                if let day = day(material) { json.member("temporalCoverage", day) }
            }
            if !material.summary.isEmpty { json.member("description", material.summary) }
            append(axes: material, to: &json)
            append(tablesOf: index, to: &json)
            json.key("isPartOf")
            json.object { json in
                json.member("@type", "WebSite")
                json.member("name", album.configuration.title)
                json.member("url", site)
            }
        }
    }

    // MARK: Parts

    /// Directions as what it is about, places as where, what else there is as mentioned.
    private func append(axes material: Material, to json: inout JSONWriter) {
        let album = page.album
        let schema = album.catalog.schema
        let places = schema.vocabulary(album.configuration.coverageRows)
        let directions = schema.vocabulary(album.configuration.coverageColumns)
        let axes = Dictionary(grouping: material.axes) { axis in
            axis.vocabulary == places ? "spatialCoverage" : axis.vocabulary == directions ? "about" : "mentions"
        }
        for (key, type) in [("about", "DefinedTerm"), ("spatialCoverage", "Place"), ("mentions", "Thing")] {
            let entries = axes[key] ?? []
            if entries.isEmpty { continue }
            json.key(key)
            json.array { json in
                for entry in entries {
                    json.object { json in
                        json.member("@type", type)
                        json.member("name", album.catalog.schema.entry(entry).name)
                        if let address = album.address(of: entry) { json.member("url", url(of: address)) }
                    }
                }
            }
        }
    }

    private func append(tablesOf index: MaterialIndex, to json: inout JSONWriter) {
        let tables = page.album.compiled[index].tables
        if tables.isEmpty { return }
        let material = page.album.catalog.materials[index]
        let kind = page.album.catalog.kind(of: material)
        json.key("hasPart")
        json.array { json in
            for (position, table) in tables.enumerated() {
                let file = DataFiles.records(ofPage: page.address, table: position, id: table.id, "csv")
                json.object { json in
                    json.member("@type", "Dataset")
                    json.member("name", "\(material.title): \(kind.tables[table.definition].headings[0])")
                    json.key("distribution")
                    json.object { json in
                        json.member("@type", "DataDownload")
                        json.member("encodingFormat", "text/csv")
                        json.member("contentUrl", url(of: file))
                    }
                }
            }
        }
    }

    /// Nothing for a term that is no day.
    private func day(_ material: Material) -> String? {
        guard let date = material.date, date.precision == .day, let start = date.start, date.end == start else {
            return nil
        }
        return "\(start)"
    }

    private func url(of address: SiteAddress) -> String {
        address.url(onSite: site)
    }

    private static func locale(_ language: Language) -> String {
        switch language {
        case .ru: "ru_RU"
        case .en: "en_GB"
        case .tt: "tt_RU"
        }
    }

    /// A block of data, which no browser runs; no text in it can end it.
    private static func script(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return "<script type=\"application/ld+json\">\(json.text.replacing("<", with: "\\u003C"))</script>"
    }
}
