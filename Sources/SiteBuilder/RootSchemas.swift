import Catalog
import Files
import Languages

/// The lists and kinds of albums that a site is to join, read as they are where the site has them as roots.
package enum RootSchemas {
    /// The schema files of each album, with the paths that editors see.
    ///
    /// What is wrong with other files of the albums is told by whoever checks the site.
    /// - Parameters:
    ///   - roots: folders that hold albums; one that does not is left out.
    ///   - site: the folder of the site, which need not be one yet.
    package static func read(
        _ roots: [ContentRoot], of site: DiskFileSystem
    ) throws(FileError) -> [(root: ContentRoot, files: MergedSchema.Files)] {
        var sources = SiteSources()
        // What it would tell of their languages is told by whoever checks the site too.
        _ = try RootSources.add(roots, of: site, in: .ru, to: &sources)
        return sources.roots
    }
}
