import Catalog
import Formats
import Languages
import Linking
import Theming

/// What is known of a material besides its text: where and when at once, the other facts, its files.
struct MaterialFacts {
    let page: Page
    let index: MaterialIndex
    /// Of a book where each of its materials stands; nothing of a page.
    ///
    /// Links lead to these alone, since paper spells out where others lead.
    var printed: [MaterialIndex: String]? = nil

    private var material: Material { page.album.catalog.materials[index] }
    private var kind: Kind { page.album.catalog.kind(of: material) }

    /// Fields that have a place of their own on the page.
    private static let placedElsewhere: Set<FieldID> = [
        CoreField.title, CoreField.kind, CoreField.id, CoreField.summary, CoreField.draft, CoreField.aliases,
        CoreField.attachments, CoreField.tables,
    ]

    /// All of them as a book has them: what the page says in its order, with nothing folded and nothing to press.
    func inBook() -> [FactView] {
        (strip() + facts()).map { fact in
            FactView(fact.label, fact.values + fact.chips.map { LinkView($0.title) })
        }
    }

    /// A longer list of values is folded.
    private static let longList = 6

    /// Where and when it is, and its directions: what one asks first, in this order.
    func strip() -> [FactView] {
        let place = place.flatMap { fact($0.value, $0.definition, label: page.wording.word(placeWord)) } ?? regions
        let date = value(of: CoreField.date).flatMap {
            fact($0.value, $0.definition, label: page.wording.word(.stripWhen))
        }
        let directions = directions.flatMap { fact($0.value, $0.definition) }
        guard let venue else { return [place, date, directions].compactMap(\.self) }
        // Of an event its day and its house; whose people come is told behind.
        return [date, venue, place, directions].compactMap(\.self)
    }

    /// Where an event takes place, as its kind says (``FieldRoles/Event``).
    private var venue: FactView? {
        kind.roles.event?.place.flatMap { value(of: $0) }.flatMap {
            // Its municipalities stand below «Где» where they are no participants.
            fact($0.value, $0.definition, label: placeWord == .stripWhere ? nil : page.wording.word(.stripWhere))
        }
    }

    /// The regions of a material that names no place, where the site has several: one of an album is of its region.
    private var regions: FactView? {
        guard let axis = page.album.regionCoverage?.rowVocabulary else { return nil }
        let regions = material.axes.filter { $0.vocabulary == axis }
        return regions.isEmpty
            ? nil : FactView(page.wording.word(.stripWhere), regions.map { link(to: $0) })
    }

    /// Municipalities of what has participants are no place: «Участвуют: 36 муниципалитетов».
    private var placeWord: Word {
        page.album.coverage?.part(of: material, page.album.catalog) == .takingPart
            ? .stripParticipants : .stripWhere
    }

    private typealias Filled = (value: FieldValue, definition: FieldDefinition)

    private func value(of field: FieldID) -> Filled? {
        guard let value = material.fields.first(where: { $0.id == field })?.value, let definition = kind.field(field)
        else {
            return nil
        }
        return (value, definition)
    }

    private func value(from vocabulary: VocabularyIndex?) -> Filled? {
        for field in material.fields {
            guard case .entries(let entries) = field.value, let entry = entries.first, entry.vocabulary == vocabulary,
                let definition = kind.field(field.id)
            else { continue }
            return (field.value, definition)
        }
        return nil
    }

    /// Its municipalities, or else its region.
    private var place: Filled? { value(from: page.album.coverage?.rowVocabulary) ?? value(of: CoreField.region) }
    private var directions: Filled? { value(from: page.album.coverage?.columnVocabulary) }

    /// All other filled fields in the order of the kind.
    func facts() -> [FactView] {
        let placed = Self.placedElsewhere.union(
            [
                kind.roles.citation?.title, kind.roles.review?.event, place?.definition.id, directions?.definition.id,
                CoreField.date, kind.roles.event?.place, kind.roles.door?.group, kind.roles.order,
            ].compactMap(\.self))
        return material.fields.compactMap { field in
            guard !placed.contains(field.id), let definition = kind.field(field.id) else { return nil }
            if field.id == kind.roles.review?.state { return review(field.value, definition) }
            if field.id == kind.roles.lifecycle?.status, page.album.lifecycle.isRepealed(index),
                let wording = page.album.lifecycle.wording(of: index)
            {
                return FactView(definition.label, [LinkView(wording)])
            }
            return fact(field.value, definition)
        }
    }

    /// The state of discussion and expertise, who took part, and where it is told.
    private func review(_ state: FieldValue, _ definition: FieldDefinition) -> FactView {
        let events = kind.roles.review.map { page.album.catalog.materials(namedIn: $0.event, of: material) } ?? []
        let details = ([index] + events).flatMap { ReviewTable.respondents(of: $0, page) }
        return FactView(
            definition.label,
            [LinkView(text(state))] + details.map { LinkView($0) } + events.map { link(to: $0) })
    }

    private func fact(_ value: FieldValue, _ definition: FieldDefinition, label: String? = nil) -> FactView? {
        let label = label ?? definition.label
        switch value {
        case .entries(let entries):
            let isDirections = entries.first.map { $0.vocabulary == page.album.coverage?.columnVocabulary } ?? false
            if isDirections { return FactView(label, chips: entries.map { page.chip($0) }) }
            let vocabulary = entries.first.map { page.album.catalog.vocabularies[$0.vocabulary] }
            return FactView(
                label, entries.map { link(to: $0) },
                folded: entries.count > Self.longList
                    ? vocabulary.map { page.wording.counted(entries.count, $0.label) } : nil)
        case .materials:
            let names = page.album.catalog.shown(of: value)
            return names.isEmpty ? nil : FactView(label, names.map { link($0) })
        case .citations(let citations):
            return FactView(label, citations.map { LinkView(citation($0), sources) })
        case .list(let items): return FactView(label, items.map { LinkView($0) })
        default: return FactView(label, [LinkView(text(value))])
        }
    }

    /// A name of a material: what was withdrawn is said to be so, and leads nowhere.
    private func link(_ name: AlbumCatalog.ShownName) -> LinkView {
        switch name {
        case .material(let index): link(to: index)
        case .withdrawn(let title): page.withdrawn(title)
        }
    }

    private func link(to material: MaterialIndex) -> LinkView {
        var link = page.link(to: material)
        if let printed { link.url = printed[material].map { .place($0) } }
        return link
    }

    private func link(to entry: EntryReference) -> LinkView {
        var link = page.link(to: entry)
        if printed != nil { link.url = nil }
        return link
    }

    /// The page that tells of the sources, as the configuration names it; none on that page itself.
    private var sources: Href? {
        guard printed == nil, let about = page.album.material(page.album.configuration.about),
            about.address != page.address
        else {
            return nil
        }
        return page.url(to: about.address)
    }

    /// «Проект „500+“ в 2022 году, раздел „Результаты“».
    private func citation(_ citation: SourceCitation) -> String {
        let entry = page.album.catalog.schema.entry(citation.source)
        let name = entry.short ?? entry.name
        return citation.locator.isEmpty ? name : "\(name), \(NestedQuotes.set(citation.locator))"
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text), .markdown(let text): text
        case .number(let number): number.plainDecimal.replacing(".", with: ",")
        case .share(let number): number.plainDecimal.replacing(".", with: ",") + "\u{A0}%"
        case .date(let date): DateText(page.wording.language).day(date.year, date.month, date.day)
        case .period(let period): page.wording.text(period)
        case .flag(let flag): page.wording.word(flag ? .yes : .no)
        case .choice(_, let label): label
        case .absentInSource: page.wording.word(.absent)
        // The last is no value of a field.
        case .list, .entries, .materials, .citations, .reach: ""
        }
    }

    // MARK: Files

    /// Of a document its first files, «Скачать PDF»: they are what a reader came for.
    func scans() -> [DownloadView] {
        guard page.album.catalog.kind(of: material).roles.citation != nil else { return [] }
        return downloads().filter { $0.url != nil }.prefix(2).map { file in
            DownloadView(
                page.wording.strings.text(Word.downloadScan, file.format), file.url, format: file.title,
                size: file.size)
        }
    }

    /// Data of record tables and attachments.
    func downloads() -> [DownloadView] {
        material.attachments.map { attachment in
            let name = attachment.path.split(separator: "/").last.map(String.init) ?? attachment.path
            // A name that begins with its only point has no ending.
            let format = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
            let isNamedByPoint = name.hasPrefix(".") && !name.dropFirst().contains(".")
            let shown = isNamedByPoint ? "" : (format ?? Substring(name)).uppercased()
            if page.album.isRefused(attachment.path, in: index) {
                let reason = page.album.steersServer(attachment.path) ? Word.refusedSettings : .refusedFile
                return DownloadView(name, nil, format: shown, note: page.wording.word(reason))
            }
            // A build that is lenient publishes pages that name files which are not there.
            let size = page.album.fileSize(attachment.path)
            return DownloadView(
                name, size.map { _ in page.url(to: Address.file(ofPath: attachment.path)) }, format: shown,
                size: size.map { NumberText.bytes($0, page.wording.language) })
        }
    }
}
