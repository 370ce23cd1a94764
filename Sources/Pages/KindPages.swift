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
        // A filter over a part would hide what stands in the others.
        let filter = addresses.count == 1 ? MaterialFilter(materials, page: page).view(noun: definition.name.many) : nil
        var view = KindListView(
            frame: page.frame(
                title: title, description: definition.description, current: addresses[0],
                feed: materials.contains(where: page.album.isNews) ? DataFiles.feed(of: definition) : nil),
            title: definition.title, description: definition.description,
            count: materials.isEmpty ? nil : page.wording.counted(materials.count, definition),
            parts: addresses.count > 1 ? links : [], groups: groups(materials[range], isMarked: filter != nil),
            empty: materials.isEmpty
                ? EmptyView(page.wording.strings.text(Word.emptyKind, definition.name.many), help: page.help())
                : nil, share: part == 0 ? page.sharingLink(definition) : nil)
        if part == 0 {
            view.blank = BlankForm(definition).text
            view.family = page.family(of: definition)
        }
        view.filter = filter
        return view
    }

    private func groups(_ materials: ArraySlice<MaterialIndex>, isMarked: Bool) -> [CardGroupView] {
        guard !materials.isEmpty else { return [] }
        let isBook = definition.hasChapters
        return [CardGroupView(nil, cards: materials.map { page.card($0, isMarked: isMarked, isBook: isBook) })]
    }
}
