import AlbumMarkdown
import Catalog
import Diagnostics
import Files

/// A link, image or `[[…]]` as it is written: where it leads depends on all materials and files.
package struct WrittenLink: Sendable, Hashable {
    package let kind: LinkUse.Kind
    /// Decoded; the target of a `[[target]]`.
    package let destination: String
    /// What the document gives as a title.
    package let title: String?

    package init(kind: LinkUse.Kind, destination: String, title: String? = nil) {
        self.kind = kind
        self.destination = destination
        self.title = title
    }
}

/// Finds out where a link of a material leads.
///
/// Understands `[[id]]`, paths to Markdown files relative to the material's own, addresses of the site's pages, files
/// beside the material, places on pages, and addresses elsewhere.
package struct ReferenceResolver: Sendable {
    /// Where a link leads.
    package enum Target: Sendable {
        /// Out of the site, to an address that is safe.
        case external(String)
        /// To a material, or to a place on its page; the anchor as written.
        case material(MaterialIndex, anchor: String?)
        /// To a page of the site that is no material; `search.html?q=…` keeps its question.
        case page(SiteAddress, question: String?, anchor: String?)
        /// To a file below `content/`.
        case file(String)
        /// Nowhere, which is no fault: an address that is not safe is shown as text, and between two drafts nobody goes.
        case nowhere
        /// Nowhere, which is told.
        case fault(LinkFault)
    }

    private(set) var catalog: AlbumCatalog
    private var log: ReadLog?
    /// Addresses of the pages that are no materials.
    private let pages: Set<SiteAddress>
    /// Paths below `content/` of files that are no materials.
    private let files: Set<String>
    /// Those of pictures among them that could be read.
    package let pictureSizes: [String: PictureSize]
    private let showsDrafts: Bool

    package init(
        catalog: AlbumCatalog, pages: Set<SiteAddress>, files: Set<String>, pictureSizes: [String: PictureSize],
        showsDrafts: Bool
    ) {
        self.catalog = catalog
        self.pages = pages
        self.files = files
        self.pictureSizes = pictureSizes
        self.showsDrafts = showsDrafts
    }

    /// Resolves one link of a material.
    package func resolve(_ link: WrittenLink, of material: MaterialIndex) -> Target {
        if link.kind == .wiki { return wiki(link.destination, of: material) }
        guard SafeAddress.isAllowed(link.destination) else { return .nowhere }
        if SafeAddress.isExternal(link.destination) {
            // No request leaves the site: a page would show nothing in its place.
            if link.kind == .image { return .fault(.remotePicture(link.destination)) }
            return Self.hasHost(link.destination) ? .external(link.destination) : .fault(.noHost(link.destination))
        }
        return path(link, of: material)
    }

    /// Whether an address on the web says of which site it is; others need none.
    private static func hasHost(_ address: String) -> Bool {
        let beginning = address.prefix("https:".count).lowercased()
        for scheme in ["https:", "http:"] where beginning.hasPrefix(scheme) {
            let rest = address.dropFirst(scheme.count)
            return rest.hasPrefix("//") && rest.dropFirst(2).first.map { !"/?#:@.".contains($0) } ?? false
        }
        return true
    }

    /// The same as a page reads it.
    package func read(_ log: ReadLog, _ catalog: AlbumCatalog) -> ReferenceResolver {
        var resolver = self
        (resolver.log, resolver.catalog) = (log, catalog)
        return resolver
    }

    /// Whether a page that is no material stands at an address.
    package func isPage(_ address: SiteAddress) -> Bool {
        log?.note(.file(address.text))
        return pages.contains(address)
    }

    private func isFile(_ path: String) -> Bool {
        log?.note(.file(path))
        return files.contains(path)
    }

    // MARK: [[id]]

    private func wiki(_ destination: String, of material: MaterialIndex) -> Target {
        let (name, anchor) = Self.split(destination, at: "#")
        let root = catalog.directory.listings[material].root
        let isLeftOut = root != nil && catalog.directory.isLeftOut(name, from: root)
        switch catalog.directory.resolve(name, from: root) {
        // The site's page in its place has other sections.
        case .one(let target): return to(target, isLeftOut ? nil : anchor, of: material, isName: true)
        case .several(let found): return .fault(.ambiguous(name, found))
        case .none:
            if isLeftOut { return .nowhere }
            let page = SiteAddress(name + ".html")
            if isPage(page) { return .page(page, question: nil, anchor: anchor) }
            if let withdrawn = catalog.directory.withdrawn(name, from: root) {
                return .fault(.withdrawn(withdrawn, written: name, isName: true))
            }
            return .fault(.unknownMaterial(name))
        }
    }

    // MARK: Paths

    private func path(_ link: WrittenLink, of material: MaterialIndex) -> Target {
        let (beforeAnchor, anchor) = Self.split(link.destination, at: "#")
        let (written, question) = Self.split(beforeAnchor, at: "?")
        if written.isEmpty { return to(material, anchor, of: material) }
        let directory = catalog.directory
        let (source, root) = (directory.listings[material].path, directory.listings[material].root)
        guard let path = SourcePath.resolve(inFolderOf: source, PercentEncoding.decoded(written) ?? written, of: root),
            catalog.schema.root(ofPath: path) == root
        else { return .fault(.outside(written)) }
        let paths = [path, path + ".md"] + (path.hasSuffix(".html") ? [path.dropLast(5) + ".md"] : [])
        if root != nil, paths.contains(where: { directory.isLeftOut(path: $0) }) {
            return paths.lazy.compactMap { directory.target(ofPath: $0) }.first
                .map { to($0, nil, of: material) } ?? .nowhere
        }
        if let target = directory.position(ofPath: path) ?? directory.position(ofPath: path + ".md") {
            return to(target, anchor, of: material)
        }
        if isFile(path) { return .file(path) }
        // Pages of the site are no root's own.
        let page = SiteAddress(root.map { String(path.dropFirst($0.rawValue.utf8.count + 1)) } ?? path)
        if isPage(page) { return .page(page, question: question, anchor: anchor) }
        if path.hasSuffix(".html"), let target = directory.position(ofPath: path.dropLast(5) + ".md") {
            return to(target, anchor, of: material)
        }
        if link.kind != .image, let withdrawn = withdrawn(paths) {
            return .fault(.withdrawn(withdrawn, written: written, isName: false))
        }
        if let whole = BareAddress.completed(written) { return .fault(.bareAddress(written, whole: whole)) }
        return .fault(link.kind == .image ? .missingFile(written, path: path) : .missing(written, path: path))
    }

    /// The material that was withdrawn and whose file had one of these paths.
    private func withdrawn(_ paths: [String]) -> WithdrawnMaterials.Listing? {
        paths.lazy.filter { $0.hasSuffix(".md") }.compactMap { catalog.directory.withdrawn(ofPath: $0) }.first
    }

    /// - Parameter isName: whether it is named, and not led to by a path.
    private func to(
        _ target: MaterialIndex, _ anchor: String?, of material: MaterialIndex, isName: Bool = false
    ) -> Target {
        let (own, goal) = (catalog.directory.listings[material], catalog.directory.listings[target])
        if goal.isDraft, !showsDrafts, target != material {
            if let withdrawn = catalog.directory.withdrawn(target), !own.isDraft {
                return .fault(.withdrawn(withdrawn, written: goal.id.rawValue, isName: isName))
            }
            // Between two drafts no reader of this edition goes, and its title is not for them either.
            return own.isDraft ? .nowhere : .fault(.draft(goal.title))
        }
        return .material(target, anchor: anchor)
    }

    private static func split(_ text: String, at separator: Unicode.Scalar) -> (String, String?) {
        guard let place = text.utf8.firstIndex(of: UInt8(ascii: separator)) else { return (text, nil) }
        return (String(text[..<place]), String(text[text.utf8.index(after: place)...]))
    }

    // MARK: Faults

    /// What is told of a link of a material that leads nowhere; candidates work when they stand in its place.
    package func diagnostic(_ fault: LinkFault, of material: MaterialIndex, at place: SourceLocation) -> Diagnostic {
        let directory = catalog.directory
        switch fault {
        case .remotePicture(let address): return Diagnostic(.remotePicture, [address], at: place)
        case .noHost(let address): return Diagnostic(.linkWithoutHost, [address], at: place)
        case .outside(let written): return Diagnostic(.linkOutside, [written], at: place)
        case .draft(let title): return Diagnostic(.linkToDraft, [title], at: place)
        case .withdrawn(let withdrawn, let written, let isName):
            let source = directory.listings[material].path
            return directory.diagnostic(withdrawn, named: written, by: material, at: place) { target in
                let name = directory.listings[target]
                return isName ? name.id.rawValue : RelativeAddress.make(from: source, to: name.path)
            }
        case .bareAddress(let written, let whole):
            return Diagnostic(.bareAddress, [written, whole], at: place, candidates: [whole])
        case .ambiguous(let name, let found):
            return Diagnostic(
                .ambiguousReference, [name], at: place, candidates: found.map { directory.listings[$0].id.rawValue })
        case .unknownMaterial(let name): return directory.unknown(name).diagnostic(at: place)
        case .missingFile(let written, let path):
            let (source, files) = (directory.listings[material].path, files)
            return Diagnostic(
                .missingFile, [written], at: place,
                candidates: NameSuggester(files.sorted()).nearest(to: path).map {
                    RelativeAddress.make(from: source, to: $0)
                })
        case .missing(let written, let path): return missing(written, path, of: material, at: place)
        }
    }

    private func missing(
        _ written: String, _ path: String, of material: MaterialIndex, at place: SourceLocation
    ) -> Diagnostic {
        let directory = catalog.directory
        let source = directory.listings[material].path
        let name = Self.withoutExtension(path)
        let isMaterial = name != path || !(path.split(separator: "/").last ?? "").contains(".")
        return Diagnostic(
            isMaterial ? .brokenMaterialLink : .brokenLink, isMaterial ? [written, name] : [written], at: place,
            candidates: directory.suggestions(for: name).flatMap { name in
                let targets: [MaterialIndex] =
                    switch directory.resolve(name) {
                    case .one(let target): [target]
                    case .several(let found): found
                    case .none: []
                    }
                return targets.map { RelativeAddress.make(from: source, to: directory.listings[$0].path) }
            })
    }

    private static func withoutExtension(_ path: String) -> String {
        for ending in [".md", ".html"] where path.hasSuffix(ending) { return String(path.dropLast(ending.utf8.count)) }
        return path
    }
}

/// Why a link leads nowhere.
package enum LinkFault: Sendable, Hashable {
    /// A picture of another site.
    case remotePicture(String)
    /// An address on the web that names no site.
    case noHost(String)
    /// A path out of `content/`.
    case outside(String)
    /// A name that several materials have, by their positions.
    case ambiguous(String, [MaterialIndex])
    /// A name in `[[…]]` that no material has.
    case unknownMaterial(String)
    /// A material that readers of this edition do not see, by its title.
    case draft(String)
    /// A material that was withdrawn, and how it is written: as a name, or as a path.
    case withdrawn(WithdrawnMaterials.Listing, written: String, isName: Bool)
    /// An address without `https://`.
    case bareAddress(String, whole: String)
    /// A picture that is not there.
    case missingFile(String, path: String)
    /// A path to nothing.
    case missing(String, path: String)
}

/// Width and height of a picture in pixels.
package struct PictureSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
