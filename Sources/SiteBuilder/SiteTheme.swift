import Catalog
import Diagnostics
import Files
import Formats
import Pages
import Theming

/// Finds a site's theme: the site's own folder first, the theme that came with the program behind it.
enum SiteTheme {
    /// The name of the theme that comes with the program.
    private static let standardName = "album"

    /// - Parameters:
    ///   - installed: the folder of the themes that came with the program, if any.
    ///   - memory: where the theme of the build before may be.
    static func load(
        _ configuration: Configuration, _ root: DiskFileSystem, installed: DiskFileSystem?, _ memory: BuildMemory
    ) throws(FileError) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        let name = configuration.theme
        // Told where the configuration was read.
        guard Configuration.isThemeName(name) else { return (nil, []) }
        for used in Set([name, standardName]).sorted() where try leadsOutside(used, root) {
            return (nil, [Diagnostic(.themeOutside, [used], at: SourceLocation(path: "themes/\(used)"))])
        }
        var folders: [ThemeFolder] = []
        if let own = try folder("themes/\(name)", of: root) { folders.append(own) }
        let hasTheme = !folders.isEmpty || name == standardName
        if hasTheme, name != standardName, let standard = try folder("themes/\(standardName)", of: root) {
            folders.append(standard)
        }
        if hasTheme, let installed, installed.root + "/\(standardName)" != root.root + "/themes/\(standardName)",
            let standard = try folder(standardName, of: installed)
        {
            folders.append(standard)
        }
        guard !folders.isEmpty else {
            let names = try themeNames(root)
            let candidates = NameSuggester(names + [standardName]).nearest(to: name)
            let place = configuration.themeLocation
            return (nil, [Diagnostic(.missingTheme, [name], at: place, candidates: candidates)])
        }
        var hash = StableHash()
        hash.add(configuration.language.rawValue)
        for folder in folders { hash.add(folder.stamp) }
        return memory.lasting("theme", of: hash.stamp) {
            Theme.load(
                folders: folders, language: configuration.language, views: templateViews,
                requiredStrings: Word.required, requiredForms: CountWord.allCases.map(\.rawValue))
        }
    }

    /// Whether the site's own folder of a theme is a link, or stands behind one, that leaves `themes/`: its assets would
    /// be published.
    private static func leadsOutside(_ name: String, _ root: DiskFileSystem) throws(FileError) -> Bool {
        guard let folder = try root.folder("themes/\(name)") else { return false }
        return !folder.root.utf8.starts(with: (root.absolutePath(SitePath(literal: "themes")) + "/").utf8)
    }

    /// Folders of `themes/`.
    private static func themeNames(_ root: DiskFileSystem) throws(FileError) -> [String] {
        guard let themes = try root.folder("themes") else { return [] }
        return try themes.list().entries.map(\.path).filter { $0.name == "theme.yml" }.map(\.parent.text)
    }

    private static func folder(_ path: String, of tree: DiskFileSystem) throws(FileError) -> ThemeFolder? {
        guard let folder = try tree.folder(path) else { return nil }
        return try ThemeFolder(path: path, reading: .root, of: folder)
    }
}

/// The themes that stand beside the program: `../share/album/themes` where it is installed, `themes` in its repository.
package enum InstalledThemes {
    package static func fileSystem() throws(FileError) -> DiskFileSystem? { try InstalledFolder.named("themes") }
}

/// A folder that comes with the program: `../share/album/NAME` where it is installed, `NAME` in its repository.
package enum InstalledFolder {
    /// Nothing where there is none.
    package static func named(_ name: String) throws(FileError) -> DiskFileSystem? {
        guard let program = ProgramFolder.path else { return nil }
        for parent in ["/../share/album/", "/../../../", "/../../"] {
            do throws(FileError) {
                return try DiskFileSystem(root: program + parent + name)
            } catch {
                guard error.isMissing || error.cause == .notAFolder else { throw error }
            }
        }
        return nil
    }
}

#if canImport(Glibc)
    import Glibc
#endif

/// The folder of the running program.
enum ProgramFolder {
    static var path: String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
