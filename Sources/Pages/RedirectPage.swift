import AlbumModel
import Books
import Catalog
import Diagnostics
import Formats
import Linking
import Theming

/// The page at a former address of a material or of an entry of an axis, which leads on to where it is now.
package struct RedirectPage {
    /// What stood at a former address.
    enum Target: Hashable, Sendable {
        case material(MaterialIndex)
        /// A page beside that of a material, at this address today: an album to print, a crosswalk by another numbering.
        case companion(MaterialIndex, SiteAddress)
        case entry(EntryReference)
        /// The full list of an entry's materials of a kind.
        case list(EntryReference, KindIndex)
        /// The coverage of a region.
        case coverage(EntryReference)
    }

    let page: Page
    let target: Target

    /// Former addresses and what stood there, each address once, none that a page has today.
    static func all(_ album: Album, taken: some Sequence<SiteAddress>) -> [(address: SiteAddress, target: Target)] {
        var taken = FormerAddress.Taken(taken)
        let materials = album.published.flatMap { index -> [(address: FormerAddress, target: Target)] in
            let material = album.catalog.materials[index]
            let own = material.formerAddresses.compactMap { FormerAddress($0, of: material.address) }
            let former = own + ofFormerRoots(material, own, album.catalog.schema)
            guard !former.isEmpty else { return [] }
            let companions = companions(of: index, album)
            return former.map { ($0, .material(index)) }
                + former.filter { $0.address.text.hasSuffix(".html") }.flatMap { former in
                    companions.compactMap { present in
                        let ending = present.text.dropFirst(material.address.stem.utf8.count + 1)
                        let beside = former.address.companion(String(ending))
                        return FormerAddress("/" + beside.text, of: material.address).map {
                            ($0, .companion(index, present))
                        }
                    }
                }
        }
        return (materials + entries(album).map { ($0.address, $0.target) }).compactMap { former, target in
            taken.take(former) ? (former.address, target) : nil
        }
    }

    /// The pages beside that of a material.
    private static func companions(of index: MaterialIndex, _ album: Album) -> [SiteAddress] {
        let isAlbum = album.albums.contains { $0.album == index }
        let edition = isAlbum ? [SitePages.printEdition(of: album.catalog.materials[index].address)] : []
        return edition + TableOrder.all(album, index).map(\.address)
    }

    /// The addresses of a material of a root, of today and before, below the ids that the root had.
    private static func ofFormerRoots(
        _ material: Material, _ former: [FormerAddress], _ schema: Schema
    ) -> [FormerAddress] {
        guard let id = schema.root(ofPath: material.path), let root = schema.roots.first(where: { $0.id == id }),
            case let prefix = "\(id)/"
        else { return [] }
        return root.was.flatMap { was in
            ([material.address] + former.map(\.address)).compactMap { address in
                address.text.hasPrefix(prefix)
                    ? FormerAddress("/\(was)/" + address.text.dropFirst(prefix.utf8.count), of: material.address) : nil
            }
        }
    }

    /// The former ids of entries of axes, with the addresses that their pages had.
    private static func entries(
        _ album: Album
    ) -> [(address: FormerAddress, target: Target, name: PastName)] {
        album.catalog.vocabularies.positioned.filter { $1.isAxis }.flatMap { position, axis in
            axis.entries.indices.flatMap { index in
                let reference = EntryReference(vocabulary: position, entry: index)
                return axis.formerIDs(of: index).flatMap { name in
                    addresses(of: name, reference, axis, album).map { ($0, $1, name) }
                }
            }
        }
    }

    private static func addresses(
        of name: PastName, _ reference: EntryReference, _ axis: Vocabulary, _ album: Album
    ) -> [(FormerAddress, Target)] {
        guard let id = name.id, let page = album.address(of: reference) else { return [] }
        let former = SitePages.entry(axis, id)
        let lists = AxisEntryPage.longGroups(of: reference, album).map(\.kind).map { kind -> (SiteAddress, Target) in
            (former.companion("\(album.catalog.kinds[kind].folder).html"), .list(reference, kind))
        }
        let hasCoverage =
            reference.vocabulary == album.regionCoverage?.rowVocabulary && !album.municipalities(of: reference).isEmpty
        let coverage: [(SiteAddress, Target)] =
            hasCoverage ? [(RegionCoverage.address(below: former), .coverage(reference))] : []
        return ([(former, .entry(reference))] + lists + coverage).compactMap { address, target in
            FormerAddress("/" + address.text, of: page).map { ($0, target) }
        }
    }

    /// Former addresses that lead nowhere: no paths, or taken by a page or by another material before.
    package static func diagnostics(
        _ album: Album, generated: [SiteAddress]
    ) -> [Diagnostic] {
        let materials = album.catalog.materials
        let published = album.published
        let moved = published.filter { !materials[$0].formerAddresses.isEmpty }
        let entries = entries(album)
        guard !moved.isEmpty || !entries.isEmpty else { return [] }
        // Readers come to a published material by its former address: a draft that takes it is at fault.
        let drafts = published.filter { materials[$0].isDraft }
        let ofDrafts = Dictionary(
            drafts.map { (materials[$0].address.lowercased(), materials[$0]) }, uniquingKeysWith: { first, _ in first })
        var taken = FormerAddress.Taken(
            generated + published.filter { !materials[$0].isDraft }.map { materials[$0].address })
        let inOrder = moved.filter { !materials[$0].isDraft } + moved.filter { materials[$0].isDraft }
        return inOrder.flatMap { faults(of: materials[$0], ofDrafts, &taken) }
            + entries.filter { !taken.take($0.address) }.map {
                Diagnostic(.formerAddress, [$0.address.address.text], at: $0.name.location)
            }
    }

    /// - Parameter drafts: by their addresses, in lower case.
    private static func faults(
        of material: Material, _ drafts: [SiteAddress: Material], _ taken: inout FormerAddress.Taken
    ) -> [Diagnostic] {
        let places = material.fields.first { $0.id == CoreField.aliases }?.places ?? []
        return zip(material.formerAddresses, places).compactMap { former, range in
            let place = SourceLocation(path: "content/" + material.path, range: range)
            guard let address = FormerAddress(former, of: material.address) else {
                return Diagnostic(.formerAddress, [former], at: place)
            }
            // An address that the material has again harms nobody.
            if address.address == material.address { return nil }
            let draft = drafts[address.address.lowercased()]
            guard taken.take(address), draft == nil || !material.isDraft else {
                return Diagnostic(.formerAddress, [former], at: place)
            }
            guard let draft else { return nil }
            return Diagnostic(
                .collidingAddress, [address.address.text], at: SourceLocation(path: "content/" + draft.path),
                related: [place])
        }
    }

    /// The address of today, and what stands there.
    var present: (address: SiteAddress, title: String) {
        let album = page.album
        switch target {
        case .material(let index):
            let material = album.catalog.materials[index]
            return (material.address, material.title)
        case .companion(let index, let address): return (address, album.catalog.materials[index].title)
        case .entry(let reference):
            return (album.address(of: reference) ?? SitePages.home, album.catalog.schema.entry(reference).distinctName)
        case .coverage(let reference):
            return (
                RegionCoverage.address(of: reference, album) ?? SitePages.home,
                "\(album.catalog.schema.entry(reference).distinctName) — \(page.wording.word(.pageCoverage))"
            )
        case .list(let reference, let kind):
            let kind = album.catalog.kinds[kind]
            return (
                album.fullList(of: reference, kind: kind) ?? SitePages.home,
                "\(album.catalog.schema.entry(reference).distinctName) — \(kind.title)"
            )
        }
    }

    /// The same as Markdown, for programs that know the page so (``MaterialTwin``); nothing where no page as Markdown stands today.
    func twin(onSite site: String) -> String? {
        guard case .material = target else { return nil }
        let present = present
        let title = page.wording.strings.text(Word.pageMoved, present.title)
        let url = present.address.twin.url(onSite: site)
        return MarkdownWriter.heading(MarkdownWriter.escaped(title), level: 1) + "\n\n<\(url)>\n"
    }

    func view() -> PlainView {
        let present = present
        let target = page.url(to: present.address)
        let title = page.wording.strings.text(Word.pageMoved, present.title)
        var frame = page.frame(title: "\(title) (\(page.address))")
        let url = HTMLEscaping.html(target.text)
        frame.canonical = page.album.configuration.url.map { $0 + present.address.text }
        frame.metadata = RawHTML(
            "<meta http-equiv=\"refresh\" content=\"0; url=\(url)\"><meta name=\"robots\" content=\"noindex\">")
        let body = "<p><a href=\"\(url)\">\(HTMLEscaping.html(present.title))</a></p>"
        return PlainView(frame: frame, title: title, body: RawHTML(body), movedTo: target)
    }
}
