import AlbumMarkdown
import Catalog
import Diagnostics
import Files

/// Finds out where a link of a material leads.
///
/// Understands `[[id]]`, paths to Markdown files relative to the material's own, addresses of the site's pages, files
/// beside the material, places on pages, and addresses elsewhere.
package struct ReferenceResolver: Sendable {
    /// What one link came to.
    package struct Resolution: Sendable {
        package var link: ResolvedLink
        /// The material that it leads to.
        package var target: Int?
        /// The place on that material's page.
        package var anchor: String?
        /// A file below `content/` that the page needs.
        package var file: String?
        package var diagnostic: Diagnostic?

        init(_ link: ResolvedLink) { self.link = link }
    }

    private let catalog: AlbumCatalog
    /// Addresses of the pages that are no materials.
    private let pages: Set<String>
    /// Paths below `content/` of files that are no materials, with the pictures' sizes where they are known.
    private let files: Set<String>
    private let pictureSizes: [String: PictureSize]
    private let showsDrafts: Bool

    package init(
        catalog: AlbumCatalog, pages: Set<String>, files: Set<String>, pictureSizes: [String: PictureSize],
        showsDrafts: Bool
    ) {
        self.catalog = catalog
        self.pages = pages
        self.files = files
        self.pictureSizes = pictureSizes
        self.showsDrafts = showsDrafts
    }

    /// Resolves one link of a material, seen from its own page.
    package func resolve(_ use: LinkUse, in file: SourceFile, of material: Int) -> Resolution {
        let reference = Reference(use: use, place: SourceLocation(file, use.addressRange(in: file)), material: material)
        if use.kind == .wiki { return wiki(reference) }
        let destination = use.destination
        guard SafeAddress.isAllowed(destination) else { return Resolution(.refused) }
        if SafeAddress.isExternal(destination) {
            // No request leaves the site: a page would show nothing in its place.
            if use.kind == .image { return failed(Diagnostic(.remotePicture, [destination], at: reference.place)) }
            return Resolution(ResolvedLink(address: destination))
        }
        return path(reference)
    }

    private struct Reference {
        let use: LinkUse
        let place: SourceLocation
        let material: Int
    }

    // MARK: [[id]]

    private func wiki(_ reference: Reference) -> Resolution {
        let (name, anchor) = Self.split(reference.use.destination, at: "#")
        switch catalog.directory.resolve(name) {
        case .one(let target): return to(target, anchor, reference)
        case .several(let found):
            let names = found.map { catalog.directory.listings[$0].id.rawValue }
            return failed(Diagnostic(.ambiguousReference, [name], at: reference.place, candidates: names))
        case .none:
            if pages.contains(name + ".html") { return page(name + ".html", anchor, reference) }
            let directory = catalog.directory
            return failed(
                Diagnostic(
                    .unknownMaterial(named: name), [name], at: reference.place,
                    candidates: directory.suggestions(for: name))
            )
        }
    }

    // MARK: Paths

    private func path(_ reference: Reference) -> Resolution {
        let (beforeAnchor, anchor) = Self.split(reference.use.destination, at: "#")
        let (written, _) = Self.split(beforeAnchor, at: "?")
        if written.isEmpty { return to(reference.material, anchor, reference) }
        let source = catalog.materials[reference.material].path
        guard let path = SourcePath.resolve(inFolderOf: source, PercentEncoding.decoded(written) ?? written) else {
            return failed(Diagnostic(.linkOutside, [written], at: reference.place))
        }
        if let target = catalog.directory.position(ofPath: path) ?? catalog.directory.position(ofPath: path + ".md") {
            return to(target, anchor, reference)
        }
        if files.contains(path) { return self.file(path, reference) }
        if pages.contains(path) { return page(path, anchor, reference) }
        if path.hasSuffix(".html"), let target = catalog.directory.position(ofPath: path.dropLast(5) + ".md") {
            return to(target, anchor, reference)
        }
        return failed(missing(path, written, reference))
    }

    /// What is told of a path that leads to nothing; its candidates work when they stand in the place of the path.
    private func missing(_ path: String, _ written: String, _ reference: Reference) -> Diagnostic {
        if let whole = BareAddress.completed(written) {
            return Diagnostic(.bareAddress, [written, whole], at: reference.place, candidates: [whole])
        }
        let source = catalog.materials[reference.material].path
        if reference.use.kind == .image {
            let files = files
            return Diagnostic(
                .missingFile, [written], at: reference.place,
                candidates: NameSuggester(files.sorted()).nearest(to: path).map {
                    RelativeAddress.make(from: source, to: $0)
                })
        }
        let directory = catalog.directory
        let materials = catalog.materials
        let name = Self.withoutExtension(path)
        let isMaterial = name != path || !(path.split(separator: "/").last ?? "").contains(".")
        return Diagnostic(
            isMaterial ? .brokenMaterialLink : .brokenLink, isMaterial ? [written, name] : [written],
            at: reference.place,
            candidates: directory.suggestions(for: name).flatMap { name in
                let targets: [Int] =
                    switch directory.resolve(name) {
                    case .one(let target): [target]
                    case .several(let found): found
                    case .none: []
                    }
                return targets.map { RelativeAddress.make(from: source, to: materials[$0].path) }
            })
    }

    private func file(_ path: String, _ reference: Reference) -> Resolution {
        let page = catalog.materials[reference.material].address
        var link = ResolvedLink(address: RelativeAddress.make(from: page, to: Address.file(ofPath: path)))
        if reference.use.kind == .image {
            if let size = pictureSizes[path] {
                link.attributes = [("width", "\(size.width)"), ("height", "\(size.height)")]
            }
            link.attributes.append(("loading", "lazy"))
        }
        var resolution = Resolution(link)
        resolution.file = path
        return resolution
    }

    private func page(_ address: String, _ anchor: String?, _ reference: Reference) -> Resolution {
        let own = catalog.materials[reference.material].address
        // `search.html?q=…` keeps its question.
        let question = Self.split(Self.split(reference.use.destination, at: "#").0, at: "?").1
        let relative = RelativeAddress.make(from: own, to: address) + (question.map { "?" + $0 } ?? "")
        return Resolution(ResolvedLink(address: anchor.map { "\(relative)#\($0)" } ?? relative))
    }

    private func to(_ target: Int, _ anchor: String?, _ reference: Reference) -> Resolution {
        let own = catalog.materials[reference.material]
        let goal = catalog.materials[target]
        if goal.isDraft, !showsDrafts, target != reference.material {
            // Between two drafts no reader of this edition goes.
            if own.isDraft { return Resolution(.refused) }
            // Its title is not for readers of this edition either.
            return failed(Diagnostic(.linkToDraft, [goal.title], at: reference.place))
        }
        let relative = target == reference.material ? "" : RelativeAddress.make(from: own.address, to: goal.address)
        let address = anchor.map { "\(relative)#\($0)" } ?? relative
        var resolution = Resolution(ResolvedLink(address: address.isEmpty ? "#main" : address, label: goal.title))
        resolution.target = target
        resolution.anchor = anchor.map { PercentEncoding.decoded($0) ?? $0 }
        return resolution
    }

    private func failed(_ diagnostic: Diagnostic) -> Resolution {
        var resolution = Resolution(.refused)
        resolution.diagnostic = diagnostic
        return resolution
    }

    // MARK: Texts

    private static func split(_ text: String, at separator: Character) -> (String, String?) {
        guard let place = text.firstIndex(of: separator) else { return (text, nil) }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }

    private static func withoutExtension(_ path: String) -> String {
        for ending in [".md", ".html"] where path.hasSuffix(ending) { return String(path.dropLast(ending.utf8.count)) }
        return path
    }
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
