import AlbumMarkdown
import Catalog

/// Where a body is shown.
package struct BodyPlace: Sendable {
    /// The address of the page.
    package let page: SiteAddress
    /// Before each anchor of the body, so that several fit on one page.
    package var anchorPrefix = ""
    /// How many levels headings go down.
    package var headingShift = 0
    /// Materials that are printed on the same page: their anchors there, by position.
    ///
    /// The anchors inside such a material have its anchor and a hyphen before them.
    package var printed: [MaterialIndex: String] = [:]

    package init(page: SiteAddress) { self.page = page }
}

/// The links of a material as they stand on a page.
package struct PlacedLinks: Sendable {
    private let resolver: ReferenceResolver
    private let index: MaterialIndex
    package let place: BodyPlace
    private let refused: Set<String>

    /// - Parameters:
    ///   - index: position of the material in which the links are written.
    ///   - refused: paths below `content/` of files that it names and no build publishes.
    package init(
        _ resolver: ReferenceResolver, of index: MaterialIndex, at place: BodyPlace, refused: Set<String> = []
    ) {
        self.resolver = resolver
        self.refused = refused
        self.index = index
        self.place = place
    }

    /// What the page gets for a link or an image.
    package func resolved(_ link: WrittenLink) -> ResolvedLink {
        var resolved =
            switch resolver.resolve(link, of: index) {
            case .external(let address): ResolvedLink(address: address)
            case .material(let target, let anchor): ResolvedLink(address: url(to: target, anchor: anchor).text)
            case .page(let address, let question, let anchor):
                ResolvedLink(address: url(to: address, question, anchor).text)
            case .file(let path) where refused.contains(path): ResolvedLink.refused
            case .file(let path): file(path, isPicture: link.kind == .image)
            case .nowhere, .fault: ResolvedLink.refused
            }
        if let address = resolved.address, !SafeAddress.isAllowed(address) { resolved.address = nil }
        resolved.title = link.title
        return resolved
    }

    private func file(_ path: String, isPicture: Bool) -> ResolvedLink {
        var link = ResolvedLink(address: url(to: Address.file(ofPath: path)).text)
        guard isPicture else { return link }
        if let size = resolver.pictureSizes[path] {
            link.attributes = [("width", "\(size.width)"), ("height", "\(size.height)")]
        }
        link.attributes.append(("loading", "lazy"))
        return link
    }

    /// The title of the material that a link leads to, or led to until that was withdrawn; nothing where it leads to none.
    package func title(_ link: WrittenLink) -> String? {
        switch resolver.resolve(link, of: index) {
        case .material(let target, _): resolver.catalog.directory.listings[target].title
        case .fault(.withdrawn(let withdrawn, _, _)): withdrawn.title
        default: nil
        }
    }

    /// Whether a link leads to what was withdrawn.
    package func isWithdrawn(_ link: WrittenLink) -> Bool {
        if case .fault(.withdrawn) = resolver.resolve(link, of: index) { true } else { false }
    }

    /// The file that a link leads to, where no build publishes it; nothing of other links.
    package func refusedPath(_ link: WrittenLink) -> String? {
        guard !refused.isEmpty, case .file(let path) = resolver.resolve(link, of: index) else { return nil }
        return refused.contains(path) ? path : nil
    }

    /// The way to an address of the site.
    package func url(to address: SiteAddress) -> Href { address.url(from: place.page) }

    private func url(to address: SiteAddress, _ question: String?, _ anchor: String?) -> Href {
        let page = url(to: address)
        let asking = question.map { page.asking($0) } ?? page
        return anchor.map { asking.at($0) } ?? asking
    }

    /// The way to a material, or to a place of it, which may be printed on the same page.
    package func url(to material: MaterialIndex, anchor: String?) -> Href {
        let target = resolver.catalog.directory.listings[material].address
        if target == place.page { return .place(anchor.map { place.anchorPrefix + $0 } ?? "main") }
        if let printed = place.printed[material] { return .place(printed + (anchor.map { "-" + $0 } ?? "")) }
        return url(to: target, nil, anchor)
    }
}
