import Catalog
import Linking
import Theming

/// What stands beside the text of a material: facts, links from the other end, downloads.
struct MaterialFacts {
    let context: SiteContext
    let index: Int
    /// The page on which they stand.
    let page: String

    private var material: Material { context.catalog.materials[index] }
    private var kind: Kind { context.catalog.kind(of: material) }

    /// Fields that have a place of their own on the page.
    private static let placedElsewhere: Set<FieldID> = [
        CoreField.title, CoreField.kind, CoreField.id, CoreField.summary, CoreField.draft, CoreField.aliases,
        CoreField.attachments, "official-title",
    ]

    /// A longer list of values is folded.
    private static let longList = 6

    /// All filled fields in the order of the kind.
    func facts() -> [FactView] {
        material.fields.compactMap { field in
            guard !Self.placedElsewhere.contains(field.id), let definition = kind.field(field.id) else { return nil }
            return fact(field.value, definition)
        }
    }

    private func fact(_ value: FieldValue, _ definition: FieldDefinition) -> FactView? {
        switch value {
        case .entries(let entries):
            let isDirections = entries.first.map { $0.vocabulary == context.coverage?.columnVocabulary } ?? false
            if isDirections { return FactView(definition.label, chips: entries.map { context.chip($0, from: page) }) }
            let vocabulary = entries.first.map { context.catalog.vocabularies[$0.vocabulary] }
            return FactView(
                definition.label, entries.map { context.link(to: $0, from: page) },
                folded: entries.count > Self.longList
                    ? vocabulary.map { context.counted(entries.count, $0.label) } : nil)
        case .materials(let materials):
            return FactView(definition.label, materials.map { context.link(to: $0, from: page) })
        case .citations(let citations):
            return FactView(definition.label, citations.map { LinkView(citation($0)) })
        case .list(let items): return FactView(definition.label, items.map { LinkView($0) })
        default: return FactView(definition.label, [LinkView(text(value))])
        }
    }

    /// «Источник 000, раздел „Дорожная карта“».
    private func citation(_ citation: SourceCitation) -> String {
        let entry = context.catalog.schema.entry(citation.source)
        let name = entry.short ?? entry.name
        return citation.locator.isEmpty ? name : "\(name), \(citation.locator)"
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text), .markdown(let text): text
        case .number(let number): number.plainDecimal.replacing(".", with: ",")
        case .share(let number): number.plainDecimal.replacing(".", with: ",") + "\u{A0}%"
        case .date(let date): DateText(context.language).day(date.year, date.month, date.day)
        case .period(let period): context.text(period)
        case .flag(let flag): context.word(flag ? .yes : .no)
        case .choice(_, let label): label
        case .absentInSource: context.word(.absent)
        case .list, .entries, .materials, .citations: ""
        }
    }

    // MARK: The other end

    /// Who refers to this material, under the headings that the schema gives.
    func linkGroups() -> [LinkGroupView] {
        var groups: [(title: String, sources: [Int])] = []
        var positions: [String: Int] = [:]
        // A material may refer in several manners; under one heading it stands once.
        var seen: [String: Set<Int>] = [:]
        for backlink in context.backlinks.of(index) {
            let title =
                switch backlink.manner {
                case .link: context.word(.linkedFrom)
                case .citation: context.word(.citedIn)
                case .field(_, let inverse): inverse ?? context.word(.linkedFrom)
                }
            guard seen[title, default: []].insert(backlink.source).inserted else { continue }
            if let position = positions[title] {
                groups[position].sources.append(backlink.source)
            } else {
                positions[title] = groups.count
                groups.append((title, [backlink.source]))
            }
        }
        // What the schema names says more than a mere link: who stands there need not stand among the links too.
        let named = Set(groups.filter { $0.title != context.word(.linkedFrom) }.flatMap(\.sources))
        return groups.compactMap { group in
            let isPlain = group.title == context.word(.linkedFrom)
            let sources = isPlain ? group.sources.filter { !named.contains($0) } : group.sources
            guard !sources.isEmpty else { return nil }
            let ordered = sources.sortedByName { context.catalog.materials[$0].title }
            return LinkGroupView(group.title, links: ordered.map { context.link(to: $0, from: page) })
        }
    }

    // MARK: Files

    /// Data of record tables and attachments.
    func downloads() -> [DownloadView] {
        material.attachments.map { attachment in
            let name = attachment.path.split(separator: "/").last.map(String.init) ?? attachment.path
            let format = name.split(separator: ".").last.map { $0.uppercased() } ?? ""
            return DownloadView(
                name, RelativeAddress.make(from: page, to: Address.file(ofPath: attachment.path)), format: format,
                size: context.fileSizes[attachment.path].map { NumberText.bytes($0, context.language) })
        }
    }
}
