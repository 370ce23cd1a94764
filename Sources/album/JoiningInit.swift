import ArgumentParser
import Catalog
import Diagnostics
import Files
import SiteBuilder
import Starting

/// `album init DIR --roots A,B`: a common site of albums that lie in its folder.
///
/// Everything that keeps them from being one site is told before anything is written.
struct JoiningInit {
    /// The folder of the new site, as it was given.
    let folder: String
    let site: DiskFileSystem
    let albums: JoinedAlbums

    /// - Parameters:
    ///   - folder: of the new site; it is there, since the albums lie in it.
    ///   - paths: of the albums, as the working folder sees them.
    init(folder: String, paths: [String]) throws {
        self.folder = folder
        let found = try paths.map { (given: $0, album: try Self.album($0)) }
        site = try Self.site(folder, albums: found.map(\.album.root))
        var roots: [ContentRoot] = []
        var taken: [(given: String, root: String)] = []
        for (given, album) in found {
            if let other = taken.first(where: { $0.root == album.root }) {
                throw Self.refusal(StartingReason.sameAlbum, [given, other.given])
            }
            let path = try Self.path(of: album, given, below: site)
            taken.append((given, album.root))
            // Told apart by their order until their regions are known.
            roots.append(
                ContentRoot(
                    id: RootID("album-\(roots.count + 1)"), folder: path, region: nil,
                    location: SourceLocation(path: Configuration.path)))
        }
        guard !roots.isEmpty else { throw Self.refusal(StartingReason.noAlbum, []) }
        let read = try RootSchemas.read(roots, of: site)
        do throws(StartingNote) {
            albums = try JoinedAlbums(read)
        } catch {
            throw Self.refusal(error.reason, error.arguments)
        }
    }

    /// The files of the site; what two albums say differently is told.
    func files(
        _ starter: Starter, title: String, contact: String?
    ) throws -> [(path: SitePath, bytes: [UInt8])] {
        let answers = JoiningAnswers(title: title, albums: albums, contact: contact, edition: StartingAnswers.today)
        let files = starter.files(answers).map { (path: $0.path, bytes: $0.bytes) }
        var told = albums.diagnostics
        if let configuration = files.first(where: { $0.path == StartingAnswers.last }) {
            told += Configuration.load(SourceFile(path: Configuration.path, bytes: configuration.bytes)).1
        }
        Terminal.note(DiagnosticPrinter(language: .ru).report(told))
        guard !told.contains(where: { $0.severity == .error }) else {
            Terminal.message(StartingReason.nothingJoined.text(.ru))
            throw ExitStatus.usage
        }
        return files
    }

    // MARK: Folders

    private static func album(_ given: String) throws -> DiskFileSystem {
        let album: DiskFileSystem
        do throws(FileError) {
            album = try DiskFileSystem(root: given)
        } catch {
            guard error.isMissing || error.cause == .notAFolder else { throw error }
            throw refusal(StartingReason.noAlbumFolder, [given])
        }
        guard try album.entry(SitePath(Configuration.path)) != nil, try album.entry(SitePath("content")) != nil else {
            throw refusal(StartingReason.notAnAlbum, [given])
        }
        guard RootSources.folders(of: album).isEmpty else { throw refusal(StartingReason.albumOfAlbums, [given]) }
        return album
    }

    private static func site(_ folder: String, albums: [String]) throws -> DiskFileSystem {
        do throws(FileError) {
            return try DiskFileSystem(root: folder)
        } catch {
            guard error.isMissing, let first = albums.first else { throw error }
            throw refusal(StartingReason.albumOutside, [first, folder, commonFolder(albums)])
        }
    }

    /// The way from the site to an album, which lies in it.
    private static func path(of album: DiskFileSystem, _ given: String, below site: DiskFileSystem) throws -> SitePath {
        let prefix = site.root == "/" ? "/" : site.root + "/"
        guard album.root.hasPrefix(prefix) else {
            throw refusal(StartingReason.albumOutside, [given, site.root, commonFolder([site.root, album.root])])
        }
        let path = try SitePath(String(album.root.dropFirst(prefix.count)))
        if path.isHidden { throw refusal(StartingReason.hiddenAlbum, [given]) }
        return path
    }

    /// The nearest folder in which all of them lie.
    private static func commonFolder(_ paths: [String]) -> String {
        let parts = paths.map { $0.split(separator: "/") }
        var shared = parts.first.map { Array($0.dropLast()) } ?? []
        for part in parts.dropFirst() {
            shared = Array(zip(shared, part.dropLast()).prefix { $0 == $1 }.map(\.0))
        }
        return "/" + shared.joined(separator: "/")
    }

    private static func refusal(_ reason: Bilingual, _ arguments: [String]) -> ValidationError {
        ValidationError(reason.text(.ru, arguments.map { Terminal.printable($0) }))
    }
}
