import Catalog
import Linking
import Theming

/// A part of the list of a kind, of a readable length.
struct KindListPage {
    let page: Page
    let kind: KindIndex
    /// Which part, from 0.
    let part: Int
    /// All of the kind, in the order of lists.
    let materials: [MaterialIndex]

    /// Cards on one part.
    static let partLength = 60

    private var definition: Kind { page.album.catalog.kinds[kind] }

    /// Addresses of the parts: `practices/index.html`, `practices/index.2.html`, ….
    static func addresses(of kind: Kind, count: Int) -> [SiteAddress] {
        let parts = max(1, (count + partLength - 1) / partLength)
        return (1...parts).map { $0 == 1 ? SitePages.list(kind) : SiteAddress("\(kind.folder)/index.\($0).html") }
    }

    func view() -> KindListView {
        let addresses = Self.addresses(of: definition, count: materials.count)
        let range = part * Self.partLength..<min(materials.count, (part + 1) * Self.partLength)
        let title =
            part == 0 ? definition.title : page.wording.strings.text(Word.pagePart, definition.title, String(part + 1))
        let links = addresses.enumerated().map { number, address in
            LinkView(String(number + 1), number == part ? nil : page.url(to: address))
        }
        var view = KindListView(
            frame: page.frame(title: title, description: definition.description, current: addresses[0]),
            title: definition.title, description: definition.description,
            count: materials.isEmpty ? nil : page.wording.counted(materials.count, definition),
            parts: addresses.count > 1 ? links : [], groups: groups(materials[range]),
            empty: materials.isEmpty
                ? EmptyView(page.wording.strings.text(Word.emptyKind, definition.name.many), help: page.help())
                : nil, share: part == 0 ? page.sharingLink(definition) : nil)
        if part == 0 { view.blank = BlankForm(definition).text }
        return view
    }

    private func groups(_ materials: ArraySlice<MaterialIndex>) -> [CardGroupView] {
        materials.isEmpty ? [] : [CardGroupView(nil, cards: materials.map { page.card($0) })]
    }
}

/// The list of documents, by their sort, with the materials whose pages mention them.
struct DocumentListPage {
    let page: Page
    let kind: Kind
    let materials: [MaterialIndex]

    func view() -> DocumentListView {
        var groups: [(title: String, materials: [MaterialIndex])] = []
        for index in page.album.listed(materials) {
            let title =
                kind.roles.citation?.group.flatMap { page.album.catalog.materials[index].entries($0).first }.map {
                    page.wording.heading(page.album.catalog.schema.entry($0).name)
                }
                ?? page.wording.word(.otherDocuments)
            if let position = groups.firstIndex(where: { $0.title == title }) {
                groups[position].materials.append(index)
            } else {
                groups.append((title, [index]))
            }
        }
        var view = DocumentListView(
            frame: page.frame(title: kind.title, description: kind.description), title: kind.title,
            description: kind.description, count: materials.isEmpty ? nil : page.wording.counted(materials.count, kind),
            groups: groups.enumerated().map { number, group in
                DocumentGroupView(
                    group.title, id: "g\(number + 1)", count: page.wording.counted(group.materials.count, kind),
                    documents: group.materials.map { entry($0) })
            })
        view.blank = BlankForm(kind).text
        return view
    }

    /// What the document says of itself or others of it; nothing where nobody said anything.
    private func state(of index: MaterialIndex) -> String? {
        let material = page.album.catalog.materials[index]
        if page.album.lifecycle.isRepealed(index) { return page.album.lifecycle.wording(of: index) }
        guard let status = kind.roles.lifecycle?.status,
            let field = material.fields.first(where: { $0.id == status }), !material.isDefault(field),
            case .choice(_, let label) = field.value
        else { return nil }
        return label
    }

    /// More pages than this are counted, not named.
    private static let mostSources = 6

    private func entry(_ index: MaterialIndex) -> DocumentEntryView {
        let material = page.album.catalog.materials[index]
        var sources: [MaterialIndex] = []
        for backlink in page.album.backlinks.of(index) where !sources.contains(backlink.source) {
            sources.append(backlink.source)
        }
        let url = page.url(to: material.address)
        return DocumentEntryView(
            title: material.title, url: url,
            officialTitle: page.album.officialTitle(of: material), state: state(of: index),
            citedIn: sources.prefix(Self.mostSources).map { page.link(to: $0) },
            more: page.more(sources.count - Self.mostSources, url))
    }
}
