import ArgumentParser
import Bodies
import Catalog
import Diagnostics
import Editor
import Files
import Importing
import OfficeFiles

#if canImport(Glibc)
    import Glibc
#endif

/// Drafts on their way into a site: made one after another, so that none takes the name of another, and written together.
struct ReceivingDesk {
    let root: DiskFileSystem
    let catalog: AlbumCatalog
    /// Where the files of albums are that are parts of the site.
    let map: SourceMap
    /// In place of the kind that a file names.
    let kind: Kind?
    /// Whether what was received before is taken all the same.
    let takesAgain: Bool
    private let work: WorkFolder
    private let converter = PictureConverter.find()
    private(set) var materials: [(name: String, material: ReceivedMaterial)] = []
    /// What was received before, with what it became then.
    private(set) var known: [(name: String, earlier: WorkFolder.Received)] = []
    private var digests: [SHA256Digest] = []
    private(set) var refused: [(name: String, failure: ImportFailure)] = []
    private var laid: [String: [UInt8]] = [:]
    private var names: [String: [String: String]] = [:]
    private let taken: Set<SiteAddress>

    init(root: DiskFileSystem, site: LoadedSite, kind: Kind?, takesAgain: Bool) {
        self.root = root
        catalog = site.catalog
        map = site.sourceMap
        self.takesAgain = takesAgain
        work = WorkFolder(root: root.root)
        self.kind = kind
        taken = Set(catalog.materials.map { $0.address.lowercased() })
            .union(SitePages.reservedAddresses(catalog.schema))
            .union(catalog.directory.formerAddresses)
    }

    /// Makes the draft of a file.
    mutating func take(_ item: ReceivedFiles.Item) throws {
        do {
            let parcel = try item.parcel.get()
            let digest = SHA256.digest(parcel.pieces)
            if !takesAgain, let earlier = try work.received(digest) {
                self.known.append((item.name, earlier))
                return
            }
            let known = self
            let material = try ReceivedMaterial(
                parcel, catalog.schema, kind: kind,
                ReceivingPlace(
                    file: { try known.file($0) }, isTaken: { known.taken.contains($0.lowercased()) },
                    converter: converter))
            try requireWritable(material)
            for part in material.parts { laid[part.path.lowercased()] = part.bytes }
            materials.append((item.name, material))
            digests.append(digest)
        } catch let failure as ImportFailure {
            refused.append((item.name, failure))
        }
    }

    /// The bytes of a file that is there or about to be; of one whose name differs in the size of letters, none that
    /// could be the same.
    private func file(_ path: String) throws -> [UInt8]? {
        if let laid = laid[path.lowercased()] { return laid }
        let place = try SitePath(map.shown("content/" + path))
        if try root.entry(place) != nil { return try root.read(place) }
        let folder = place.parent
        guard try root.entry(folder) != nil else { return nil }
        let isAlike = try root.list(folder).entries.contains { $0.path.text.lowercased() == place.text.lowercased() }
        return isAlike ? [] : nil
    }

    /// What belongs to an album that others keep is for them to receive.
    private func requireWritable(_ material: ReceivedMaterial) throws {
        guard let id = material.root, let album = album(id) else { return }
        let content = map.shown("content/\(id)/")
        guard access(root.absolutePath(try SitePath(String(content.dropLast()))), W_OK) != 0 else { return }
        throw ImportFailure(ReceivingReason.albumOfOthers, [id.rawValue, content, album.folder.text])
    }

    /// The album that a material belongs to.
    func album(_ id: RootID?) -> ContentRoot? { catalog.schema.roots.first { $0.id == id } }

    /// Writes all of them or none: what was written is taken back where something cannot be.
    func write() throws {
        var contents: [RootID?: SourceFolder] = [:]
        var written: [(SourceFolder, SitePath)] = []
        do {
            // Of what is there already nothing is written, and what a killed run left beside it goes.
            for (_, material) in materials {
                let content = try contents[material.root] ?? content(material.root)
                contents[material.root] = content
                for part in material.parts {
                    let shown = map.shown("content/" + part.path)
                    let path = try SitePath(
                        material.root.map { String(part.path.dropFirst("\($0)/".count)) } ?? part.path)
                    if try content.create(path, part.bytes) {
                        written.append((content, path))
                    } else if try content.read(path) != part.bytes {
                        throw ValidationError("файл \(shown) появился, пока шла проверка; повторите команду")
                    }
                }
            }
        } catch {
            for (content, path) in written.reversed() { try content.remove(path) }
            throw error
        }
        for (digest, item) in zip(digests, materials) { try work.keepReceived(digest, as: item.material.path) }
    }

    /// The folder that materials of an album, or of the site itself, are written to.
    private func content(_ id: RootID?) throws -> SourceFolder {
        let path = try SitePath(id.map { String(map.shown("content/\($0)/").dropLast()) } ?? "content")
        return try SourceFolder(path.name, of: root.absolutePath(path.parent))
    }

    /// The material that a draft is now: where it was, or where it went since under another name; nothing of one that is
    /// gone.
    func material(of earlier: WorkFolder.Received) -> Material? {
        if let own = catalog.materials.first(where: { $0.path == earlier.path }) { return own }
        guard case .one(let index) = catalog.directory.resolve(String(earlier.path.dropLast(".md".count))) else {
            return nil
        }
        return catalog.materials[index]
    }
}
