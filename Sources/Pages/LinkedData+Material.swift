import AlbumModel
import Bodies
import Catalog
import Formats
import Linking
import Theming

extension Page {
    /// The frame of a material's page with what that says of itself to programs.
    func frame(_ frame: PageFrame, of index: MaterialIndex) -> PageFrame {
        guard let said = LinkedData(self) else { return frame }
        var frame = frame
        let twin =
            album.part == nil
            ? "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(HTMLEscaping.html(said.url(of: address.twin)))\">"
            : ""
        let ways = MaterialCitation(index, album).map { dublinCore($0, of: index) } ?? ""
        frame.metadata = RawHTML((frame.metadata?.text ?? "") + twin + ways + said.of(index))
        return frame
    }
}

// What the page of a material says of itself to programs.
extension LinkedData {
    /// Of the page of a material: what it is, of what and where, with its tables as data.
    func of(_ index: MaterialIndex) -> String {
        let material = page.album.catalog.materials[index]
        let kind = page.album.catalog.kind(of: material)
        return Self.script { json in
            json.member("@context", "https://schema.org")
            if let event = kind.roles.event {
                append(event, of: index, to: &json)
            } else {
                appendWork(index, to: &json)
            }
        }
    }

    // MARK: Works

    /// A text, with what it is part of.
    private func appendWork(_ index: MaterialIndex, to json: inout JSONWriter) {
        let album = page.album
        let material = album.catalog.materials[index]
        let kind = album.catalog.kind(of: material)
        appendAddress(to: &json)
        if let citation = kind.roles.citation {
            json.member("@type", "Legislation")
            json.member("name", album.officialTitle(of: material) ?? material.title)
            if case .text(let number)? = material[citation.number] { json.member("legislationIdentifier", number) }
            if let day = day(material) { json.member("legislationDate", day) }
            // Of what nobody has looked up nothing is said.
            if album.lifecycle.isRepealed(index) {
                json.member("legislationLegalForce", "https://schema.org/NotInForce")
            } else if album.lifecycle.isInForce(index) {
                json.member("legislationLegalForce", "https://schema.org/InForce")
            }
        } else {
            // What others are to take over, and what tells of things.
            let isModel = kind.adapting != nil || kind.sharing != nil
            json.member("@type", isModel ? "LearningResource" : "CreativeWork")
            json.member("name", material.title)
            json.member(isModel ? "learningResourceType" : "genre", kind.name.one)
            if let day = day(material) { json.member("temporalCoverage", day) }
            // Of a document it would be the day on which others published it.
            if let first = album.firstEdition(of: index) { json.member("datePublished", "\(first)") }
        }
        if !material.summary.isEmpty { json.member("description", material.summary) }
        if let changes = album.changes(of: index) { json.member("dateModified", "\(changes.last)") }
        append(axes: material, to: &json)
        append(tablesOf: index, as: "hasPart", to: &json)
        json.key("isPartOf")
        json.object { json in
            json.member("@type", "WebSite")
            json.member("name", album.configuration.title)
            json.member("url", site)
        }
    }

    private func appendAddress(to json: inout JSONWriter) {
        json.member("@id", url(of: page.address))
        json.member("url", url(of: page.address))
        json.member("inLanguage", page.wording.language.rawValue)
    }

    // MARK: Events

    /// What took or takes place: when, where and who held it, as far as the material says it.
    private func append(_ roles: FieldRoles.Event, of index: MaterialIndex, to json: inout JSONWriter) {
        let album = page.album
        let material = album.catalog.materials[index]
        appendAddress(to: &json)
        json.member("@type", "Event")
        json.member("name", material.title)
        if !material.summary.isEmpty { json.member("description", material.summary) }
        if let date = material.date, let start = date.start {
            switch date.precision {
            case .day, .days:
                json.member("startDate", "\(start)")
                if let end = date.end { json.member("endDate", "\(end)") }
            // A month or a year, as ISO 8601 writes them.
            default: if let text = page.wording.machineText(date) { json.member("startDate", text) }
            }
        }
        if let field = roles.place, case .text(let place)? = material[field] {
            json.key("location")
            json.object { json in
                json.member("@type", "Place")
                json.member("name", place)
            }
        }
        if let field = roles.host, case .entries(let hosts)? = material[field] {
            append(hosts, as: "organizer", type: "Organization", to: &json)
        }
        append(axesOf: material, in: album.configuration.coverageColumns, as: "about", to: &json)
        // An event has no parts that are data; its page tells of it.
        append(tablesOf: index, as: "subjectOf", to: &json)
    }

    // MARK: Parts

    /// Directions as what it is about, places as where, what else there is as mentioned.
    private func append(axes material: Material, to json: inout JSONWriter) {
        let configuration = page.album.configuration
        append(axesOf: material, in: configuration.coverageColumns, as: "about", to: &json)
        append(axesOf: material, in: configuration.coverageRows, as: "spatialCoverage", to: &json)
        let known = [configuration.coverageColumns, configuration.coverageRows]
        let others = material.axes.filter { !known.contains(page.album.catalog.vocabularies[$0.vocabulary].id) }
        append(others, as: "mentions", type: "Thing", to: &json)
    }

    private func append(
        axesOf material: Material, in vocabulary: VocabularyID, as key: String, to json: inout JSONWriter
    ) {
        let position = page.album.catalog.schema.vocabulary(vocabulary)
        append(material.axes.filter { $0.vocabulary == position }, as: key, type: "Thing", to: &json)
    }

    /// - Parameter type: of what nothing more is known.
    private func append(_ entries: [EntryReference], as key: String, type: String, to json: inout JSONWriter) {
        if entries.isEmpty { return }
        json.key(key)
        json.array { json in
            for entry in entries {
                json.object { json in
                    json.member("@type", self.type(of: entry) ?? type)
                    json.member("name", page.album.catalog.schema.entry(entry).name)
                    if let address = page.album.address(of: entry) { json.member("url", url(of: address)) }
                }
            }
        }
    }

    private func append(tablesOf index: MaterialIndex, as key: String, to json: inout JSONWriter) {
        let tables = page.album.compiled[index].tables
        if tables.isEmpty { return }
        let material = page.album.catalog.materials[index]
        let kind = page.album.catalog.kind(of: material)
        json.key(key)
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
}
