import AlbumModel
import Bodies
import Catalog
import Exports
import Files
import Formats
import Linking
import Pages

/// Everything that a site consists of: the path of each file, and how its bytes are made.
///
/// Nothing is made yet: a build writes all of them, `album serve` makes the one that is asked for (``SiteOnDemand``).
/// The names of the search's files hang on their bytes, so ``search`` tells both at once; the manifest names all others.
package struct SiteFiles: Sendable {
    /// A file that is to be made.
    struct File: Sendable {
        let path: SitePath
        /// Whether its name changes with its bytes.
        var isNamedByContent = false
        /// Makes its bytes; from any thread.
        let bytes: @Sendable () throws(FileError) -> [UInt8]
    }

    /// A page or another file for which it is noted while it is made what it asks of the site.
    struct Page: Sendable {
        let path: SitePath
        /// As the traces know it.
        let thing: Traces.Thing
        /// Makes its bytes; from any thread.
        let bytes: @Sendable (ReadLog) -> [UInt8]
    }

    /// How many materials and pages a site has.
    package struct Counts: Sendable {
        package let materials: Int
        /// Materials that were left out as drafts.
        package let drafts: Int
        package let pages: Int
    }

    package let counts: Counts
    /// The folder that a build would replace.
    let output: String
    let pages: [Page]
    /// Files for programs that stay while what they asked is as it was: calendars, the comparison.
    let exports: [Page]
    /// What pages are asked, and what was answered.
    package let catalog: AlbumCatalog
    private let backlinks: Backlinks
    /// Where its handbook for editors is; nothing where `album.yml` names none.
    package let guide: SiteAddress?
    /// The site's today.
    package let edition: CalendarDate
    /// The vocabulary of the places whose work the site gathers.
    package let places: VocabularyID
    let stamps: AlbumStamps
    /// What every build makes: styles and scripts, pictures and attachments, records as data.
    let others: [File]
    let search: SearchIndex
    /// Links of a part to what it does not have; nothing for a whole site.
    let elsewhere: ElsewhereLinks?
    let parallel: Parallel
    /// What the manifest says of the site.
    let state: EditionState

    /// The published materials that name one, each once, in the order of the catalog.
    package func naming(_ material: MaterialIndex) -> [Material] {
        Set(backlinks.of(material).map(\.source)).sorted().map { catalog.materials[$0] }.filter { !$0.isDraft }
    }

    init(_ linked: LinkedSite, _ request: BuildRequest, _ books: AlbumBooks) throws(FileError) {
        let plans = PagePlans(linked.home)
        let pagePlans = request.isLenient ? plans.firstOfEachAddress() : plans.all()
        let pages = try pagePlans.map { plan throws(FileError) in
            let path = try Self.path(plan.address)
            return Page(path: path, thing: .page(path.text, subject: plan.subject), bytes: plan.render)
        }
        let all = SiteExports.all(linked.home, pages: pagePlans)
        let exports = try all.filter(\.isTraced).map { file throws(FileError) in
            let path = try Self.path(file.address)
            return Page(path: path, thing: .page(path.text, subject: "export"), bytes: file.bytes)
        }
        var others = try all.filter { !$0.isTraced }.map { file throws(FileError) in
            File(path: try Self.path(file.address)) { () throws(FileError) in file.bytes(ReadLog()) }
        }
        others += try linked.home.theme.assets.map { asset throws(FileError) in
            File(path: try Self.path(SiteAddress(asset.path)), isNamedByContent: true) { () throws(FileError) in
                asset.bytes
            }
        }
        others += try books.files.map { address, bytes throws(FileError) in
            File(path: try Self.path(address)) { () throws(FileError) in bytes }
        }
        others += try Self.attachments(linked) + PictureScripts.files(linked)
        let album = linked.album
        if album.part == nil {
            let rules = ServerRules(
                pagePlans, album, files: Set(all.map(\.address)), base: album.configuration.basePath)
            others += try rules.files().map { address, bytes throws(FileError) in
                File(path: try Self.path(address)) { () throws(FileError) in bytes }
            }
        }
        counts = Counts(
            materials: album.worked.count, drafts: album.catalog.materials.count - album.published.count,
            pages: pagePlans.count { if case .twin = $0.standing { false } else { true } })
        let search = SearchIndex(home: linked.home)
        let elsewhere = album.part.map { _ in
            ElsewhereLinks(
                site: album.configuration.url,
                words: (linked.home.wording.word(.elsewhere), linked.home.wording.word(.notInCopy)),
                present: Set(((pages + exports).map(\.path) + others.map(\.path)).map(\.text)))
        }
        self.elsewhere = elsewhere
        self.pages =
            elsewhere.map { elsewhere in
                pages.map { page in
                    Page(path: page.path, thing: page.thing) { log in
                        elsewhere.settled(page.bytes(log), at: SiteAddress(page.path.text))
                    }
                }
            } ?? pages
        self.search = search
        var taken = Set(pages.map(\.path)).union([Manifest.path])
        self.exports = request.isLenient ? Self.free(exports, \.path, &taken) : exports
        self.others = request.isLenient ? Self.free(others, \.path, &taken) : others
        catalog = album.catalog
        backlinks = album.backlinks
        guide = album.guide?.address
        edition = album.configuration.edition
        places = album.configuration.coverageRows
        stamps = linked.stamps
        output = request.output ?? "\(request.root.root)/\(album.configuration.output)"
        parallel = request.parallel
        state = EditionState(isLenient: request.isLenient, hasDrafts: request.includesDrafts, part: album.part?.id)
    }

    /// Pictures and files for download, without the place where a picture was taken, and those of the site's root.
    private static func attachments(_ linked: LinkedSite) throws(FileError) -> [File] {
        let content = linked.content
        let besidePages = try linked.files.map { entry throws(FileError) in
            File(path: try path(Address.file(ofPath: entry.path.text))) { () throws(FileError) in
                try linked.publishedBytes(of: entry)
            }
        }
        let ofRoot = try linked.rootFiles.sorted { $0.key < $1.key }.map { address, entry throws(FileError) in
            File(path: try path(address)) { () throws(FileError) in try content.read(entry.path) }
        }
        return besidePages + ofRoot
    }

    /// In a lenient build two files may want one address, which was told of: the first has it, and the program's own
    /// files go before.
    private static func free<One>(_ files: [One], _ path: (One) -> SitePath, _ taken: inout Set<SitePath>) -> [One] {
        files.filter { taken.insert(path($0)).inserted && !SearchIndex.owns(path($0)) }
    }

    /// The path of an address that the program itself made; one that is no path would be a fault of ours.
    static func path(_ address: SiteAddress) throws(FileError) -> SitePath {
        do {
            return try SitePath(address.text)
        } catch {
            throw FileError(.write, address.text, .unusableName)
        }
    }
}
