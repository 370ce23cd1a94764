import Catalog
import Diagnostics
import Files
import Formats

/// A site that was read, each file for itself: what its parts say of each other is not known yet.
package struct LoadedSite: Sendable {
    package let configuration: Configuration
    package private(set) var catalog: AlbumCatalog
    /// Where the materials come from, in the order of the catalog.
    package let origins: PerMaterial<MaterialOrigin>
    /// What others need of their bodies, in the same order.
    package private(set) var compiled: PerMaterial<CompiledMaterial>
    /// What is shown of them.
    package let contents: BodyContents
    /// Their leaves that name pictures, in the same order.
    package let pictureLeaves: PerMaterial<[PictureLeave]>
    /// The folder `content`.
    package let content: DiskFileSystem
    /// Other files below `content/`, with their sizes.
    package let files: [String: FileEntry]
    /// Files for the site's root, by their address.
    package let rootFiles: [SiteAddress: FileEntry]
    /// The addresses that the site has published; nothing where it keeps no list of them.
    package let ledger: ReadLedger?
    /// What was found when the pages were checked; nothing where nobody has.
    package let accessibility: AccessibilityReport?
    /// Where the files of roots truly are.
    package let sourceMap: SourceMap
    /// What is known of the pictures among them.
    package let pictures: [String: PictureFacts]
    /// The stamps of what pages may ask of it.
    package let stamps: Stamps
    /// How many materials were read: the others were taken over from the build before.
    package let readCount: Int
    /// What is wrong with all this, the configuration and the schema included.
    package let diagnostics: [Diagnostic]

    /// Stamps of parts that are compared as bytes.
    package struct Stamps: Sendable {
        /// Of `album.yml` and the day of the edition.
        package let configuration: UInt64
        /// Of the files of the kinds.
        package let kinds: UInt64
        /// Of the front matter of all materials, with all that it is read by.
        package let frontMatter: UInt64
        /// Of the files that are no materials, as the disk tells of them; nothing where a change of one might not show.
        package let files: UInt64?
        /// Of all that each material was made of.
        package let versions: PerMaterial<UInt64>

        package init(
            configuration: UInt64, kinds: UInt64, frontMatter: UInt64, files: UInt64?, versions: PerMaterial<UInt64>
        ) {
            self.configuration = configuration
            self.kinds = kinds
            self.frontMatter = frontMatter
            self.files = files
            self.versions = versions
        }
    }

    /// The stamps of the materials.
    package let unitStamps: PerMaterial<MaterialUnit.Stamps>

    package init(
        configuration: Configuration, catalog: AlbumCatalog, units: PerMaterial<MaterialUnit>,
        contents: BodyContents,
        content: DiskFileSystem,
        files: [String: FileEntry], rootFiles: [SiteAddress: FileEntry],
        ledger: ReadLedger? = nil, accessibility: AccessibilityReport? = nil, sourceMap: SourceMap = SourceMap(),
        pictures: [String: PictureFacts],
        stamps: Stamps, readCount: Int, diagnostics: [Diagnostic]
    ) {
        self.readCount = readCount
        self.configuration = configuration
        self.catalog = catalog
        origins = units.mapped(\.origin)
        compiled = units.mapped(\.body)
        self.contents = contents
        pictureLeaves = units.mapped(\.pictureLeaves)
        self.content = content
        self.files = files
        self.rootFiles = rootFiles
        self.ledger = ledger
        self.accessibility = accessibility
        self.sourceMap = sourceMap
        self.pictures = pictures
        self.stamps = stamps
        unitStamps = units.mapped(\.stamps)
        self.diagnostics = diagnostics
    }

    /// The same with bodies of which more is known.
    package func with(compiled: PerMaterial<CompiledMaterial>) -> LoadedSite {
        var site = self
        site.compiled = compiled
        return site
    }

    /// The same for a part of a site that has no pages of some entries.
    package func withholding(_ entries: Set<EntryReference>) -> LoadedSite {
        var site = self
        site.catalog = catalog.withholding(entries)
        return site
    }
}
