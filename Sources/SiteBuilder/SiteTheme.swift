import Diagnostics
import Files
import Theming

/// Finds a site's theme: the site's own folder first, the theme that came with the program behind it.
enum SiteTheme {
    static func load(
        _ configuration: Configuration, _ root: DiskFileSystem
    ) throws(FileError) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        var folders: [ThemeFolder] = []
        if let own = try folder("themes/\(configuration.theme)", of: root) { folders.append(own) }
        if let installed = try InstalledTheme.fileSystem(), installed.root + "/album" != root.root + "/themes/album",
            let standard = try folder("album", of: installed)
        {
            folders.append(standard)
        }
        guard !folders.isEmpty else {
            let place = SourceLocation(path: "themes/\(configuration.theme)")
            return (nil, [Diagnostic(.missingTheme, [configuration.theme], at: place)])
        }
        let required = PageWord.allCases.map(\.rawValue) + CountWord.allCases.map(\.rawValue)
        return Theme.load(
            folders: folders, language: configuration.language == .ru ? .ru : .en, views: templateViews,
            requiredStrings: required)
    }

    private static func folder(_ path: String, of tree: DiskFileSystem) throws(FileError) -> ThemeFolder? {
        guard let folder = try tree.folder(path) else { return nil }
        return try ThemeFolder(path: path, reading: .root, of: folder)
    }
}

/// The themes that stand beside the program: `../share/album/themes` where it is installed, `themes` in its repository.
enum InstalledTheme {
    static func fileSystem() throws(FileError) -> DiskFileSystem? {
        guard let program = ProgramFolder.path else { return nil }
        for candidate in ["/../share/album/themes", "/../../../themes", "/../../themes"] {
            let path = program + candidate
            do throws(FileError) {
                return try DiskFileSystem(root: path)
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
