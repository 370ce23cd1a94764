import AlbumModel
import Catalog
import Files
import Formats
import Pages
import Theming

/// A part of a site that is carried away by itself: albums, or what concerns some directions, municipalities, regions.
///
/// With a material goes what it rests on, with a municipality what holds for its whole region and the roadmaps whose rows
/// concern it, with an album its chapters. Lists, the calendar and the coverage stay whole, so that what they say is true;
/// what they name and does not go along is read on the site (``OutwardLinks``). The search finds what goes along.
package struct SitePart: Sendable {
    /// What a part was made of, and what became of its links.
    package struct Report: Sendable {
        package let materials: Int
        /// Links that lead out of the part.
        package let outwardLinks: Int
        /// Where they lead; nothing: the site has no address, and they are plain text.
        package let site: String?
    }

    private let files: SiteFiles
    private let entries: [EntryReference]
    private let materials: Set<MaterialIndex>
    /// Pages that go along.
    private let pages: Set<SiteAddress>
    private var home: Page { files.search.home }
    private var album: Album { home.album }

    /// - Parameters:
    ///   - entries: of axes; what belongs to any of them goes along.
    ///   - albums: such as the site has.
    package init(_ files: SiteFiles, entries: [EntryReference], albums: [MaterialIndex]) {
        self.files = files
        self.entries = entries
        let album = files.search.home.album
        var found = Set(albums)
        for contents in album.albums where found.contains(contents.album) {
            for chapter in contents.chapters { found.formUnion(chapter.materials) }
        }
        for entry in entries { found.formUnion(Self.materials(of: entry, album)) }
        let published = Set(album.published)
        var waiting = Array(found)
        while let material = waiting.popLast() {
            for basis in album.catalog.basis(of: material) where found.insert(basis).inserted { waiting.append(basis) }
        }
        materials = found.filter {
            published.contains($0) && !album.catalog.kind(of: album.catalog.materials[$0]).roles.isAside
        }
        pages = Self.pages(files, entries, materials)
    }

    /// Whether nothing of what was asked for is there.
    package var isEmpty: Bool { materials.isEmpty }

    /// What readers call it: «Ашинский МР, Здоровье».
    private var name: String {
        let albums = album.albums.map(\.album).filter { materials.contains($0) && entries.isEmpty }
        return
            (entries.map { album.catalog.schema.entry($0).distinctName }
            + albums.map { "«\(album.catalog.materials[$0].title)»" }).joined(separator: ", ")
    }

    private static func materials(of entry: EntryReference, _ album: Album) -> [MaterialIndex] {
        var found = album.materials(of: entry) + album.rows(of: entry).rows.map(\.material)
        if entry.vocabulary == album.coverage?.rowVocabulary {
            found += album.binding.materials(in: album.catalog.schema.entry(entry).region)
        } else if entry.vocabulary == album.catalog.regionAxis {
            found += album.binding.materials(in: album.catalog.schema.entry(entry).id)
        }
        return found
    }

    private static func pages(
        _ files: SiteFiles, _ entries: [EntryReference], _ materials: Set<MaterialIndex>
    ) -> Set<SiteAddress> {
        let (home, catalog) = (files.search.home, files.search.home.album.catalog)
        let named = entries + materials.flatMap { catalog.materials[$0].axes }
        var pages = Set(materials.map { catalog.materials[$0].address })
        pages.formUnion(named.compactMap { home.album.address(of: $0) })
        // Pages that stand beside these: an album to print, a crosswalk, a long list.
        let stems = Set(pages.map { String($0.stem) })
        for page in files.pages {
            let address = SiteAddress(page.path.text)
            let own = address.stem.split(separator: ".", maxSplits: 1)[0]
            if address.text.hasSuffix(".html"), stems.contains(String(own)) { pages.insert(address) }
        }
        for material in home.album.published where catalog.kind(of: catalog.materials[material]).roles.door != nil {
            pages.insert(catalog.materials[material].address)
        }
        if let about = home.album.material(home.album.configuration.about) { pages.insert(about.address) }
        pages.formUnion(catalog.kinds.filter { !$0.roles.isAside }.map { SitePages.list($0) })
        pages.formUnion(catalog.vocabularies.filter(\.isAxis).map { SitePages.list($0) })
        pages.formUnion([
            SitePages.home, SitePages.coverage, SitePages.calendar, SitePages.search, SitePages.glossary,
            SitePages.copyCheck, SitePages.accessibility,
        ])
        // What was moved leads on.
        pages.formUnion(files.moves.filter { pages.contains($0.to) }.map(\.from))
        return pages
    }

    /// Writes the part into a folder that is not there or was a site.
    package func write(to folder: String) throws(FileError) -> Report {
        let sink = try OutputTransaction(replacing: folder)
        do throws(FileError) {
            let site = album.configuration.url
            let known = Set(files.pages.map(\.path.text))
            let kept = Set(pages.map(\.text))
            var (named, links) = (Set<String>(), 0)
            for page in files.pages where kept.contains(page.path.text) {
                let html = page.bytes(ReadLog())
                let part = OutwardLinks(html, of: SiteAddress(page.path.text), site: site) { path in
                    known.contains(path) && !kept.contains(path) || path.hasSuffix(".atom")
                        || path.hasSuffix("feed.json")
                }
                named.formUnion(part.named)
                links += part.count
                try sink.write(page.path, noted(part.bytes, isHome: page.path.text == SitePages.home.text))
            }
            for file in files.others where Self.isCommon(file.path) || named.contains(file.path.text) {
                try sink.write(file.path, file.bytes())
            }
            try SearchIndex(home: home, only: pages).make(files.parallel) { path, bytes throws(FileError) in
                try sink.write(path, bytes)
            }
            _ = try sink.commit(files.state)
            return Report(materials: materials.count, outwardLinks: links, site: site)
        } catch {
            sink.abort()
            throw error
        }
    }

    /// The theme's files, which name each other, and the day of the edition, for which scripts ask.
    private static func isCommon(_ path: SitePath) -> Bool {
        path.components.first == "assets"
            || [DataFiles.edition.text, DataFiles.editionScript.text].contains(path.text)
    }

    /// The page with a line on its foot, and the home page with one above all, that say what was left out.
    private func noted(_ html: [UInt8], isHome: Bool) -> [UInt8] {
        let strings = home.wording.strings
        let whole =
            album.configuration.url.map { url in
                let shown = HTMLEscaping.html(url)
                return strings.text(Word.partElsewhere, "<a href=\"\(shown)\" rel=\"external\">\(shown)</a>")
            } ?? strings.text(Word.partNowhere)
        let text = "<p class=\"part-note\">\(HTMLEscaping.html(strings.text(Word.partOf, name))) \(whole)</p>"
        var html = html
        let foot = html.lastRange(of: Array("</footer>".utf8)) ?? html.lastRange(of: Array("</body>".utf8))
        if let foot { html.insert(contentsOf: Array(text.utf8), at: foot.lowerBound) }
        if isHome, let main = html.firstRange(of: Array("<main".utf8)),
            let end = html[main.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        {
            html.insert(contentsOf: Array(text.utf8), at: end + 1)
        }
        return html
    }
}

extension [UInt8] {
    fileprivate func lastRange(of mark: [UInt8]) -> Range<Int>? {
        guard count >= mark.count else { return nil }
        for start in (0...(count - mark.count)).reversed() where self[start...].starts(with: mark) {
            return start..<(start + mark.count)
        }
        return nil
    }
}
