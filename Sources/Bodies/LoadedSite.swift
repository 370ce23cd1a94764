import Catalog
import Diagnostics
import Files
import Formats

/// A site that was read and understood, but for the bodies of its materials.
package struct LoadedSite: Sendable {
    package let configuration: Configuration
    package let catalog: AlbumCatalog
    /// The files of the materials, in the order of the catalog.
    package let drafts: [MaterialDraft]
    /// The folder `content`.
    package let content: DiskFileSystem
    /// Other files below `content/`, with their sizes.
    package let files: [String: FileEntry]
    /// Files for the site's root, by their address.
    package let rootFiles: [String: FileEntry]
    /// What is known of the pictures among them.
    package let pictures: [String: PictureFacts]
    /// CSV files that materials name as their tables, by path below `content/`.
    package let tableFiles: [String: SourceFile]
    /// What is wrong with all this, the configuration and the schema included.
    package let diagnostics: [Diagnostic]

    package init(
        configuration: Configuration, catalog: AlbumCatalog, drafts: [MaterialDraft], content: DiskFileSystem,
        files: [String: FileEntry], rootFiles: [String: FileEntry], pictures: [String: PictureFacts],
        tableFiles: [String: SourceFile], diagnostics: [Diagnostic]
    ) {
        self.configuration = configuration
        self.catalog = catalog
        self.drafts = drafts
        self.content = content
        self.files = files
        self.rootFiles = rootFiles
        self.pictures = pictures
        self.tableFiles = tableFiles
        self.diagnostics = diagnostics
    }
}
