import AlbumModel
import Catalog
import Languages
import Linking
import Theming

/// The list of documents, grouped as their kind says, the newest first, with the materials whose pages mention them.
///
/// `citation: {…, group: level}` in the kind names the field of the groups; they stand in the order of its vocabulary.
struct DocumentListPage {
    let page: Page
    let kind: Kind
    let materials: [MaterialIndex]

    func view() -> DocumentListView {
        let filter = MaterialFilter(materials, page: page).view(noun: kind.name.many)
        var view = DocumentListView(
            frame: page.frame(
                title: kind.title, description: kind.description,
                feed: materials.contains(where: page.album.isNews) ? DataFiles.feed(of: kind) : nil), title: kind.title,
            description: kind.description, count: materials.isEmpty ? nil : page.wording.counted(materials.count, kind),
            groups: groups().enumerated().map { number, group in
                DocumentGroupView(
                    group.title, id: "g\(number + 1)", count: page.wording.counted(group.materials.count, kind),
                    documents: group.materials.map { entry($0, isMarked: filter != nil) })
            })
        view.filter = filter
        view.family = page.family(of: kind)
        view.blank = BlankForm(kind).text
        return view
    }

    private struct Group {
        let title: String
        var materials: [MaterialIndex]
    }

    /// By the entries of the vocabulary, in its order; what names none stands last.
    private func groups() -> [Group] {
        var groups: [EntryIndex?: Group] = [:]
        for index in page.album.listed(materials) {
            let reference = kind.roles.citation?.group.flatMap {
                page.album.catalog.materials[index].entries($0).first
            }
            let title = reference.map { groupTitle($0) } ?? page.wording.word(.otherDocuments)
            groups[reference?.entry, default: Group(title: title, materials: [])].materials.append(index)
        }
        return groups.sorted { left, right in
            guard let first = left.key, let second = right.key else { return left.key != nil }
            return first < second
        }.map(\.value)
    }

    /// «Региональный уровень» where the entry is called so too: an adjective alone is no heading.
    private func groupTitle(_ reference: EntryReference) -> String {
        let entry = page.album.catalog.schema.entry(reference)
        let noun = page.album.catalog.vocabularies[reference.vocabulary].label.one
        let whole = "\(entry.name) \(noun)"
        return page.wording.heading(entry.aliases.contains(whole) ? whole : entry.name)
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

    private func entry(_ index: MaterialIndex, isMarked: Bool) -> DocumentEntryView {
        let material = page.album.catalog.materials[index]
        var sources: [MaterialIndex] = []
        for backlink in page.album.backlinks.of(index) where !sources.contains(backlink.source) {
            sources.append(backlink.source)
        }
        let url = page.url(to: material.address)
        var view = DocumentEntryView(
            title: material.title, url: url,
            officialTitle: page.album.officialTitle(of: material), state: state(of: index),
            citedIn: sources.prefix(Self.mostSources).map { page.link(to: $0) },
            more: page.more(sources.count - Self.mostSources, url))
        view.date = material.date.map { page.wording.text($0) }
        view.machineDate = material.date.flatMap { page.wording.machineText($0) }
        view.number = number(of: material)
        view.marks = isMarked ? MaterialFacets(index, page).marks : nil
        return view
    }

    private func number(of material: Material) -> String? {
        guard let field = kind.roles.citation?.number else { return nil }
        switch material[field] {
        case .text(let text): return text
        case .number(let number): return number.plainDecimal
        default: return nil
        }
    }
}
