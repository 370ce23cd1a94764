import ArgumentParser
import Catalog
import Diagnostics
import Files
import Packaging
import SiteBuilder

#if canImport(Glibc)
    import Glibc
#endif

/// Finds the built site of a site's folder.
enum SiteFolder {
    /// The output folder that `album.yml` names, as a path from here.
    static func output(root: String) throws -> String {
        "\(try DiskFileSystem(root: root).root)/\(try configuration(root: root).output)"
    }

    /// What `album.yml` says; what is wrong with it is told, and a fault of usage.
    static func configuration(root: String) throws -> Configuration {
        let (configuration, faults) = try read(try DiskFileSystem(root: root))
        guard let configuration else {
            Terminal.note(DiagnosticPrinter(language: .ru).report(faults))
            throw ExitStatus(ofRefusalBy: faults, otherwise: .usage)
        }
        return configuration
    }

    /// What `album.yml` says, and what keeps it from being read as a text.
    static func read(_ root: DiskFileSystem) throws -> (configuration: Configuration?, faults: [Diagnostic]) {
        let (file, faults) = try TextLoader.load(try SitePath(Configuration.path), of: root)
        return (file.flatMap { Configuration.load($0).0 }, faults)
    }

    /// A file that was named on the command line, as a path of the site; nothing where it is not there or elsewhere.
    static func path(of given: String, below root: String) -> SitePath? {
        guard let path = resolved(given) else { return nil }
        return path.hasPrefix(root + "/") ? try? SitePath(String(path.dropFirst(root.count + 1))) : nil
    }

    /// Whether two paths lead to one folder.
    static func isSame(_ first: String, _ second: String) -> Bool {
        resolved(first).map { $0 == resolved(second) } ?? false
    }

    /// A path without links; nothing where there is nothing.
    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A built site; one that was not built yet is a fault of usage.
    static func built(_ path: String) throws -> DiskFileSystem {
        do throws(FileError) {
            return try DiskFileSystem(root: path)
        } catch {
            guard error.isMissing else { throw error }
            throw ValidationError("папки «\(path)» нет: сначала соберите сайт командой album build")
        }
    }

    /// Whether anything stands at a path.
    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Says that the sources have changed since the site was built, which what comes after does not see; or that they were touched,
    /// which may be no more than other permissions, and may be a file that was moved here.
    ///
    /// - Parameter next: what is to be done again after a build.
    static func tellStale(_ built: String, _ home: DiskFileSystem, next command: String) throws {
        guard let manifest = try DiskFileSystem(root: built).entry(Manifest.path) else { return }
        let stamps = ["album.yml", "content", "themes"].map { TreeStamp(of: "\(home.root)/\($0)") }
        if stamps.contains(where: { $0.latestWritten > manifest.modified }) {
            Terminal.message("  материалы изменились после сборки, а взято собранное: album build, затем \(command)")
        } else if stamps.contains(where: { $0.latest > manifest.modified }) {
            Terminal.message(
                "  файлы материалов тронуты после сборки, а взято собранное: если у них изменились не только права доступа — "
                    + "album build, затем \(command)")
        }
    }
}
