import AlbumModel
import Catalog
import Formats
import Languages
import Theming

/// What a material is cited by: the same facts for readers (ГОСТ Р 7.0.100-2018), programs that keep references (CSL) and
/// Dublin Core.
package struct MaterialCitation: Sendable {
    /// Which material.
    package let id: MaterialID
    package let title: String
    /// The sort of a document: «приказ»; else the kind in the singular: «практика».
    package let genre: String
    /// Whose it is: who has issued a document, else the municipalities whose own work it is, else nobody.
    package let responsible: [String]
    /// The title of the site.
    package let site: String
    /// When it was changed last, as git has it, else the edition that was the first to have it; nothing where neither is known.
    package let dated: CalendarDate?
    /// The year of that day, else of the site's edition.
    package let year: Int
    /// The day of a document.
    package let day: CalendarDate?
    /// The number of a document.
    package let number: String?
    /// Whether it is a document that somebody has issued.
    package let isDocument: Bool
    /// One sentence; empty where there is none.
    package let summary: String
    /// The whole address; nothing where the site has none of its own.
    package let url: String?

    /// Nothing for what leads to others or tells of the site, and for drafts.
    /// - Parameter album: as the page reads it, or as it is for a file of the whole site.
    package init?(_ index: MaterialIndex, _ album: Album) {
        let material = album.catalog.materials[index]
        let kind = album.catalog.kind(of: material)
        if material.isDraft || kind.roles.isAside { return nil }
        id = material.id
        title = album.officialTitle(of: material) ?? material.title
        func names(_ field: FieldID?) -> [String] {
            switch field.flatMap({ material[$0] }) {
            case .text(let text)?: [text]
            case .list(let texts)?: texts
            case .entries(let entries)?: entries.map { Self.name(album.catalog.schema.entry($0)) }
            default: []
            }
        }
        let issuers = names(kind.roles.citation?.issuer)
        genre = names(kind.roles.citation?.type).first ?? kind.name.one
        let isOwn = album.coverage?.part(of: material, album.catalog) == .own
        responsible =
            issuers.isEmpty && isOwn
            ? album.municipalities(of: material).map { Self.name(album.catalog.schema.entry($0)) } : issuers
        site = album.configuration.title
        dated = album.changes(of: index)?.last ?? album.firstEdition(of: index)
        year = (dated ?? album.configuration.edition).year
        isDocument = kind.roles.citation != nil
        if let roles = kind.roles.citation {
            if case .text(let text)? = material[roles.number] { number = text } else { number = nil }
            switch material[roles.date] {
            case .date(let date)?: day = date
            case .period(let period)? where period.precision == .day: day = period.start
            default: day = nil
            }
        } else {
            (number, day) = (nil, nil)
        }
        summary = material.summary
        url = album.configuration.url.map { material.address.url(onSite: $0) }
    }

    private static func name(_ entry: VocabularyEntry) -> String { entry.full ?? entry.name }

    /// As ГОСТ Р 7.0.100-2018 describes a part of a site, up to where the day of access stands.
    ///
    /// «Регата : практика / Ашинский муниципальный район. – Текст : электронный // Альбом : [сайт]. – 2023. – URL: https://…»
    func description(_ wording: Wording) -> String {
        var head = "\(Self.ended(title)) : \(genre)"
        if isDocument {
            let language = wording.language
            head +=
                day.map {
                    " " + wording.strings.text(Word.citeOfDay, DateText(language).day($0.year, $0.month, $0.day))
                } ?? ""
            head += number.map { " № \($0)" } ?? ""
        }
        if !responsible.isEmpty { head += " / " + responsible.joined(separator: ", ") }
        let place = url == nil ? site : "\(site) : \(wording.word(.citeSite))"
        var parts = [Self.ended(head), "\(wording.word(.citeText)) // \(place)", String(year)]
        if let url { parts.append("URL: \(url)") }
        return parts.map(Self.ended).joined(separator: ". – ")
    }

    /// A part without a full stop, which stands before the next one.
    private static func ended(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

    // MARK: Dublin Core

    /// Elements of Dublin Core (DCMES 1.1, DCMI terms) as `meta`; nothing for a site without an address.
    func dublinCore(subjects: [String], places: [String], language: String) -> String {
        guard let url else { return "" }
        var facts = [("DC.title", title), ("DC.type", "Text"), ("DC.format", "text/html"), ("DC.language", language)]
        facts += [("DC.identifier", url)]
        facts += responsible.map { ("DC.creator", $0) } + subjects.map { ("DC.subject", $0) }
        facts += places.map { ("DC.coverage", $0) }
        if !summary.isEmpty { facts.append(("DC.description", summary)) }
        facts += [("DC.date", (day ?? dated).map { "\($0)" } ?? String(year)), ("DCTERMS.isPartOf", site)]
        let schemas =
            "<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">"
            + "<link rel=\"schema.DCTERMS\" href=\"http://purl.org/dc/terms/\">"
        return schemas
            + facts.map { "<meta name=\"\($0)\" content=\"\(HTMLEscaping.html($1))\">" }.joined()
    }
}

extension Page {
    /// The citation that readers copy.
    func view(_ citation: MaterialCitation) -> CitationView {
        CitationView(
            text: citation.description(wording), accessed: citation.url == nil ? nil : wording.word(.citeAccessed),
            data: citation.url == nil ? nil : url(to: DataFiles.citations))
    }

    /// The same for programs.
    func dublinCore(_ citation: MaterialCitation, of index: MaterialIndex) -> String {
        let material = album.catalog.materials[index]
        func names(_ entries: [EntryReference]) -> [String] {
            entries.map { album.catalog.schema.entry($0).distinctName }
        }
        return citation.dublinCore(
            subjects: names(album.directions(of: material)), places: names(album.municipalities(of: material)),
            language: wording.language.rawValue)
    }
}
