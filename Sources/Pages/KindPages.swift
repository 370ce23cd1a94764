import Catalog
import Linking
import Theming

/// The list of a kind, in parts of a readable length.
struct KindListPages {
    let context: SiteContext
    let kind: Int

    /// Cards on one part.
    static let partLength = 60

    private var definition: Kind { context.album.catalog.kinds[kind] }

    /// Addresses of the parts: `practices/index.html`, `practices/index.2.html`, ….
    static func addresses(of kind: Kind, count: Int) -> [String] {
        let parts = max(1, (count + partLength - 1) / partLength)
        return (1...parts).map { $0 == 1 ? SitePages.list(kind) : "\(kind.folder)/index.\($0).html" }
    }

    /// One part, from 0.
    func view(part: Int, materials: [Int]) -> KindListView {
        let addresses = Self.addresses(of: definition, count: materials.count)
        let page = addresses[part]
        let range = part * Self.partLength..<min(materials.count, (part + 1) * Self.partLength)
        let title =
            part == 0 ? definition.title : context.strings.text(Word.pagePart, definition.title, String(part + 1))
        let links = addresses.enumerated().map { number, address in
            LinkView(String(number + 1), number == part ? nil : RelativeAddress.make(from: page, to: address))
        }
        return KindListView(
            frame: context.frame(page, title: title, description: definition.description, current: addresses[0]),
            title: definition.title, description: definition.description,
            count: materials.isEmpty ? nil : context.counted(materials.count, definition),
            parts: addresses.count > 1 ? links : [], groups: groups(materials[range], page),
            empty: materials.isEmpty
                ? EmptyView(context.strings.text(Word.emptyKind, definition.name.many), help: context.help(from: page))
                : nil)
    }

    private func groups(_ materials: ArraySlice<Int>, _ page: String) -> [CardGroupView] {
        materials.isEmpty ? [] : [CardGroupView(nil, cards: materials.map { context.card($0, on: page) })]
    }
}

/// The list of documents, by their sort, with the materials whose pages mention them.
struct DocumentListPage {
    let context: SiteContext
    let kind: Kind
    let materials: [Int]

    func view() -> DocumentListView {
        let page = SitePages.list(kind)
        var groups: [(title: String, materials: [Int])] = []
        for index in context.album.listed(materials) {
            let title =
                kind.roles.citation?.group.flatMap { context.album.catalog.materials[index].entries($0).first }.map {
                    context.heading(context.album.catalog.schema.entry($0).name)
                }
                ?? context.word(.otherDocuments)
            if let position = groups.firstIndex(where: { $0.title == title }) {
                groups[position].materials.append(index)
            } else {
                groups.append((title, [index]))
            }
        }
        return DocumentListView(
            frame: context.frame(page, title: kind.title, description: kind.description), title: kind.title,
            description: kind.description, count: materials.isEmpty ? nil : context.counted(materials.count, kind),
            groups: groups.enumerated().map { number, group in
                DocumentGroupView(
                    group.title, id: "g\(number + 1)", count: context.counted(group.materials.count, kind),
                    documents: group.materials.map { entry($0, page) })
            })
    }

    /// What the document says of itself or others of it; nothing where nobody said anything.
    private func state(of index: Int) -> String? {
        let material = context.album.catalog.materials[index]
        if context.album.lifecycle.isRepealed(index) { return context.album.lifecycle.wording(of: index) }
        guard let status = kind.roles.lifecycle?.status,
            let field = material.fields.first(where: { $0.id == status }), !material.isDefault(field),
            case .choice(_, let label) = field.value
        else { return nil }
        return label
    }

    /// More pages than this are counted, not named.
    private static let mostSources = 6

    private func entry(_ index: Int, _ page: String) -> DocumentEntryView {
        let material = context.album.catalog.materials[index]
        var sources: [Int] = []
        for backlink in context.album.backlinks.of(index) where !sources.contains(backlink.source) {
            sources.append(backlink.source)
        }
        let url = RelativeAddress.make(from: page, to: material.address)
        return DocumentEntryView(
            title: material.title, url: url,
            officialTitle: context.album.officialTitle(of: material), state: state(of: index),
            citedIn: sources.prefix(Self.mostSources).map { context.link(to: $0, from: page) },
            more: context.more(sources.count - Self.mostSources, url))
    }
}
