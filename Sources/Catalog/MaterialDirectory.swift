import AlbumMarkdown
import Diagnostics
import Languages

/// Who is who: ids, titles, paths and addresses of all materials, before their fields are read.
///
/// References are resolved against it, so that it exists before the materials themselves.
package struct MaterialDirectory: Sendable {
    /// What is known of a material from its file's name and the first look at its front matter.
    package struct Listing: Sendable {
        package let id: MaterialID
        /// Position in ``Schema/kinds``.
        package let kind: KindIndex
        package let title: String
        /// Below `content/`.
        package let path: String
        /// Below the site's root.
        package let address: SiteAddress
        package let isDraft: Bool
        /// Paths below `content/`, without an end, that it had before: links to them lead to it.
        let formerPaths: [String]
        /// Nothing of the site's own materials.
        package internal(set) var root: RootID? = nil
    }

    private let names: Names
    private let log: ReadLog?

    /// - Parameters:
    ///   - schema: which kinds are of another kind too.
    ///   - leftOut: pages of roots that the site does not have.
    ///   - withdrawn: what was withdrawn from publication.
    ///   - showsDrafts: whether readers of this edition see drafts.
    package init(
        _ listings: [Listing], _ schema: Schema, leftOut: [Listing] = [],
        withdrawn: WithdrawnMaterials = WithdrawnMaterials(), showsDrafts: Bool = true
    ) {
        names = Names(listings, schema, LeftOutPages(leftOut), withdrawn, showsDrafts: showsDrafts)
        log = nil
    }

    private init(_ names: Names, _ log: ReadLog) {
        self.names = names
        self.log = log
    }

    /// The same as a page reads it.
    func read(_ log: ReadLog) -> MaterialDirectory { MaterialDirectory(names, log) }

    /// In the order of ``AlbumCatalog/materials``.
    package var listings: ReadList<PerMaterial<Listing>> { ReadList(names.listings, log) { .listing($0) } }

    /// What was withdrawn from publication: whoever asks has noted the name that it asks for.
    var withdrawnMaterials: WithdrawnMaterials { names.withdrawn }

    /// A kind and those that extend it.
    func kinds(extending kind: KindIndex) -> Set<KindIndex> { names.fitting[kind] ?? [kind] }

    /// Whether readers of this edition do not see a material: neither it nor its title may show.
    package func isHidden(_ index: MaterialIndex) -> Bool { listings[index].isDraft && !names.showsDrafts }

    /// The material of a file below `content/`.
    package func position(ofPath path: String) -> MaterialIndex? {
        log?.note(.path(path))
        return names.byPath[path]
    }

    /// The material that a path of a link leads to: that of the file, or the site's own page in place of a root's page that
    /// is left out.
    package func target(ofPath path: String) -> MaterialIndex? {
        position(ofPath: path) ?? names.leftOut.id(ofPath: path).flatMap { ofSite($0, nil) }
    }

    /// Whether the file at a path is a page of a root that is left out.
    package func isLeftOut(path: String) -> Bool {
        log?.note(.path(path))
        return names.leftOut.id(ofPath: path) != nil
    }

    /// Whether a name is in its root that of a page which the whole site leaves out.
    package func isLeftOut(_ text: String, from root: RootID?) -> Bool {
        log?.note(.named(text, kind: nil, root: root))
        return names.leftOut.id(of: text, in: root) != nil && find(text, nil, .of(root)) == nil
    }

    /// Paths below `content/` of the pages of roots that the site leaves out.
    package var leftOutPaths: some Sequence<String> { names.leftOut.paths }

    /// The site's own page of the id that a page of a root has there.
    private func ofSite(_ id: String, _ kind: KindIndex?) -> MaterialIndex? {
        let found = find(id, kind, .of(nil)) ?? find(Self.lastPart(id), kind, .of(nil))
        if case .one(let index)? = found { return index }
        return nil
    }

    /// Addresses, in lower case, that materials had before: a new material that took one would take all links to it.
    package var formerAddresses: Set<SiteAddress> {
        Set(listings.flatMap { $0.formerPaths.map { Address.page(ofPath: $0 + ".md").lowercased() } })
    }

    /// The material of a full id.
    package func position(ofID id: String) -> MaterialIndex? {
        log?.note(.named(id, kind: nil, root: nil))
        return names.byID[id]
    }

    /// Finds the material that a text names: by id, the unique last part of its id, its title, or the name of its file
    /// before it was renamed.
    ///
    /// Of several with one name the only published one is meant. Where a site has several roots, a name is looked for in
    /// that of the material which names it, then in the site's own content, then in all others; `perm/kvest` is `kvest`
    /// of the root `perm`. For a page of its root that the site leaves out stands the site's own of the same id.
    /// - Parameters:
    ///   - kind: only materials of this kind or of one that extends it, if given. A match of another kind is
    ///     none.
    ///   - root: that of the material which names it; nothing for the site's own.
    package func resolve(_ text: String, kind: KindIndex? = nil, from root: RootID? = nil)
        -> NameMatch<MaterialIndex>
    {
        log?.note(.named(text, kind: kind, root: root))
        if names.roots.isEmpty { return find(text, kind, .everywhere) ?? .none }
        if let found = find(text, kind, .of(root)) ?? qualified(text, kind) { return found }
        if let id = names.leftOut.id(of: text, in: root) { return ofSite(id, kind).map { .one($0) } ?? .none }
        if root != nil, let found = find(text, kind, .of(nil)) { return found }
        return find(text, kind, .othersThan(root)) ?? .none
    }

    /// A name behind the id of its root, or one that the root had before.
    private func qualified(_ text: String, _ kind: KindIndex?) -> NameMatch<MaterialIndex>? {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let written = RootID(String(text[..<slash]))
        let root = names.formerRoots[written] ?? written
        guard names.roots.contains(root) else { return nil }
        return find(String(text[text.index(after: slash)...]), kind, .of(root))
    }

    /// Among which materials a name is looked for.
    private enum Scope {
        case everywhere
        case of(RootID?)
        case othersThan(RootID?)

        func holds(_ root: RootID?) -> Bool {
            switch self {
            case .everywhere: true
            case .of(let own): root == own
            case .othersThan(let own): root != nil && root != own
            }
        }
    }

    private func find(_ text: String, _ kind: KindIndex?, _ scope: Scope) -> NameMatch<MaterialIndex>? {
        var id = text
        if case .of(let root?) = scope { id = "\(root)/\(text)" }
        if let index = names.byID[id], fits(index, kind), scope.holds(names.listings[index].root) { return .one(index) }
        return match(names.byLastPart[text], kind, scope) ?? match(names.byTitle[NameFolding.fold(text)], kind, scope)
            ?? match(names.byFormerName[text], kind, scope)
    }

    private func match(_ candidates: [MaterialIndex]?, _ kind: KindIndex?, _ scope: Scope)
        -> NameMatch<MaterialIndex>?
    {
        guard let candidates else { return nil }
        let fitting = candidates.filter { fits($0, kind) && scope.holds(names.listings[$0].root) }
        // A draft of the same name makes no link ambiguous that leads to what is published.
        let published = fitting.filter { !names.listings[$0].isDraft }
        if published.count == 1 { return .one(published[0]) }
        return fitting.isEmpty ? nil : fitting.count == 1 ? .one(fitting[0]) : .several(fitting)
    }

    /// The material that a field or a cell names, where there is one and readers of this edition see it.
    package func target(of name: MaterialName) -> MaterialIndex? {
        guard case .one(let index) = resolve(name.text, kind: name.kind, from: name.root), !isHidden(index) else {
            return nil
        }
        return index
    }

    /// Ids that may have been meant, the nearest first.
    ///
    /// Where none is near, those that go on from the text or that it goes on from: a file that was renamed to its full
    /// title, or shortened. O(materials).
    package func suggestions(for text: String, kind: KindIndex? = nil) -> [String] {
        let known = names.listings.indices.filter { fits($0, kind) }.map {
            Self.lastPart(names.listings[$0].id.rawValue)
        }
        let last = Self.lastPart(text)
        // A former name, or a right one behind a wrong folder.
        if resolve(last, kind: kind) != .none { return [last] }
        let nearest = NameSuggester(known.filter { !Self.countsOtherwise($0, last) }).nearest(to: last)
        guard nearest.isEmpty else { return nearest }
        let wanted = Transliteration.slug(Self.lastPart(text))
        guard wanted.utf8.count >= 4 else { return [] }
        let longer = known.filter { name in
            let slug = Transliteration.slug(name)
            return slug.hasPrefix(wanted + "-") || slug.utf8.count >= 4 && wanted.hasPrefix(slug + "-")
        }
        return Array(longer.prefix(3))
    }

    /// What a name is in the albums beside the site's own content.
    func resolveInRoots(_ text: String, kind: KindIndex?) -> NameMatch<MaterialIndex> {
        find(text, kind, .othersThan(nil)) ?? .none
    }

    /// Whether a name is that of a folder with materials, the site's own or an album's; O(materials).
    func isFolder(_ name: String) -> Bool {
        names.listings.contains { $0.path.split(separator: "/").dropLast().contains { $0 == name } }
    }

    private func fits(_ index: MaterialIndex, _ kind: KindIndex?) -> Bool {
        guard let kind else { return true }
        return names.fitting[kind]?.contains(names.listings[index].kind) ?? false
    }

    /// Whether two names differ in a number of one or two digits: `k3` is another thing than `k4`, and no slip of it.
    private static func countsOtherwise(_ left: String, _ right: String) -> Bool {
        let numbers = [left, right].map { name in
            name.utf8.split { !(0x30...0x39).contains($0) }.map { String($0) ?? "" }
        }
        return numbers[0].count == numbers[1].count
            && zip(numbers[0], numbers[1]).contains { $0 != $1 && $0.utf8.count < 3 && $1.utf8.count < 3 }
    }

    static func lastPart(_ id: String) -> String {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return id }
        return String(id[id.index(after: slash)...])
    }
}

/// What materials are named by.
private struct Names: Sendable {
    let listings: PerMaterial<MaterialDirectory.Listing>
    private(set) var byID: [String: MaterialIndex] = [:]
    private(set) var byLastPart: [String: [MaterialIndex]] = [:]
    private(set) var byTitle: [String: [MaterialIndex]] = [:]
    private(set) var byPath: [String: MaterialIndex] = [:]
    private(set) var byFormerName: [String: [MaterialIndex]] = [:]
    /// Of each kind those that extend it, itself among them.
    let fitting: [KindIndex: Set<KindIndex>]
    /// Those that have materials.
    let roots: Set<RootID>
    /// By the ids that they had before.
    let formerRoots: [RootID: RootID]
    let leftOut: LeftOutPages
    let withdrawn: WithdrawnMaterials
    let showsDrafts: Bool

    init(
        _ listings: [MaterialDirectory.Listing], _ schema: Schema, _ leftOut: LeftOutPages,
        _ withdrawn: WithdrawnMaterials, showsDrafts: Bool
    ) {
        self.leftOut = leftOut
        self.withdrawn = withdrawn
        let listings = PerMaterial<_>(listings)
        fitting = Dictionary(
            uniqueKeysWithValues: schema.kinds.indices.map { ($0, schema.kinds(extending: $0)) })
        self.listings = listings
        self.showsDrafts = showsDrafts
        roots = Set(listings.lazy.compactMap(\.root))
        formerRoots = Dictionary(
            schema.roots.flatMap { root in root.was.map { ($0, root.id) } }, uniquingKeysWith: { first, _ in first })
        for (index, listing) in listings.positioned.publishedFirst(isDraft: { $0.1.isDraft }) {
            byPath[listing.path] = index
            // Links name `kvest.md`, whatever end the file has in truth.
            let proper = MaterialFileName.proper(listing.path)
            byPath[proper] = byPath[proper] ?? index
            let id = listing.id.rawValue
            let title = NameFolding.fold(listing.title)
            // An id that stands twice is told once: its names lead to the first and are not ambiguous besides.
            if let first = byID[id] {
                if NameFolding.fold(listings[first].title) != title { byTitle[title, default: []].append(index) }
                continue
            }
            byID[id] = index
            byLastPart[MaterialDirectory.lastPart(id), default: []].append(index)
            byTitle[title, default: []].append(index)
        }
        for (index, listing) in listings.positioned {
            for path in listing.formerPaths {
                byPath[path + ".md"] = byPath[path + ".md"] ?? index
                let own = listing.root.map { String(path.dropFirst($0.rawValue.utf8.count + 1)) } ?? path
                for name in Set([own, MaterialDirectory.lastPart(path)]) {
                    byFormerName[name, default: []].append(index)
                }
            }
        }
    }
}
