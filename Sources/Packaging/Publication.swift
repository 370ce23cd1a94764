import Compression
import Files
import Formats

/// A built site as the edition that a web server shows, beside the earlier ones (``EditionFolder``).
package enum Publication {
    /// What became of a site.
    package struct Report: Sendable, Hashable {
        package let edition: EditionName
        /// Whether it was there already; then it was shown at most.
        package let wasThere: Bool
        /// The edition of the same site that it stands in for, since that one is damaged; nothing where none is.
        package let damaged: EditionName?
        /// The edition that was shown before; nothing where there was none, or where it is shown still.
        package let before: EditionName?
        /// Files of the edition, compressed ones and the manifest too.
        package let fileCount: Int
        /// Editions that were removed.
        package let removed: [EditionName]
        /// Whether a web server reads other rules through the link than before (``OnlineFiles/serverFolder``).
        package let changesRules: Bool
    }

    /// What ``rollback(in:to:withdrawn:returns:)`` has done.
    package struct Return: Sendable, Hashable {
        package let shown: EditionName
        /// The edition that was shown before, maybe the same; nothing where there was none.
        package let before: EditionName?
        /// Whether a web server reads other rules through the link than before (``OnlineFiles/serverFolder``).
        package let changesRules: Bool
    }

    /// Runs work for each file; several at once.
    package typealias ForEach = (
        _ files: [Manifest.Entry], _ work: @Sendable (Manifest.Entry) throws(FileError) -> Void
    )
        throws(FileError) -> Void

    /// Publishes the site in a folder as it was built.
    ///
    /// A site that is shown already is left alone, as long as its edition is whole; one that was published before and is not the
    /// latest any more, or was damaged since, becomes a new edition.
    /// - Parameters:
    ///   - folder: of the web server; made where it is missing.
    ///   - keep: how many editions stay, the one that is shown counted, those that readers had before it first of all.
    ///   - compresses: whether texts stand beside themselves as gzip and Brotli, where that is smaller.
    ///   - withdrawn: places of what is withdrawn today: a site that was built before and has them is refused.
    package static func publish(
        site: String, in folder: String, keeping keep: Int, compresses: Bool, withdrawn: Set<SitePath> = [],
        forEach: ForEach
    ) throws(PackagingError) -> Report {
        let files = try reporting { () throws(FileError) in try DiskFileSystem(root: site) }
        let manifest = try Bundle.fitManifest(of: files, site)
        guard manifest.state.part == nil else { throw .onlyPart(path: site) }
        try requireNoneReturns(manifest, files, withdrawn, isEdition: false)
        let (editions, all, current) = try reporting { () throws(FileError) in
            let editions = try EditionFolder(folder, makes: true)
            return (editions, try editions.list(), try editions.current())
        }
        let stamp = stamp(of: manifest, compresses)
        let same = all.last.flatMap { $0.stamp == stamp ? $0 : nil }
        // What readers see may have been damaged behind the program's back.
        let published = try same.flatMap { (edition) throws(PackagingError) in
            try isWhole(editions.path(of: edition)) ? edition : nil
        }
        return try reporting { () throws(FileError) in
            let changesRules = changesRules(from: current, to: manifest, in: editions)
            if let latest = published {
                // Written by one that was killed before it was shown, or shown already.
                if latest != current { try editions.show(latest) }
                return Report(
                    edition: latest, wasThere: true, damaged: nil, before: latest == current ? nil : current,
                    fileCount: manifest.entries.count + 1,
                    removed: try editions.prune(keeping: keep), changesRules: changesRules)
            }
            let edition = EditionName(number: (all.last?.number ?? 0) + 1, day: try day(of: files), stamp: stamp)
            // Nothing is taken over from a damaged one.
            let model = same == nil ? all.last : nil
            let earlier = model.flatMap { EarlierEdition(editions.path(of: $0)) }
            let output = try editions.transaction(beside: model)
            let written: Manifest
            do throws(FileError) {
                try forEach(manifest.entries) { entry throws(FileError) in
                    try write(entry, files, output, compresses ? earlier : nil, compresses)
                }
                written = try output.commit()
            } catch {
                output.abort()
                throw error
            }
            try editions.name(edition)
            try editions.show(edition)
            return Report(
                edition: edition, wasThere: false, damaged: same, before: current, fileCount: written.entries.count + 1,
                removed: try editions.prune(keeping: keep), changesRules: changesRules)
        }
    }

    /// Whether an edition is as it was written; one without a manifest is not.
    private static func isWhole(_ edition: String) throws(PackagingError) -> Bool {
        do throws(PackagingError) {
            return try Verify.folder(edition).isWhole
        } catch {
            switch error {
            case .noManifest, .unreadableManifest: return false
            default: throw error
            }
        }
    }

    /// Whether the link leads to other rules for web servers, once it leads to an edition of this manifest; they are held to be
    /// others where the manifest of the shown edition cannot be read.
    private static func changesRules(
        from current: EditionName?, to manifest: Manifest, in editions: EditionFolder
    ) -> Bool {
        func rules(_ manifest: Manifest) -> [Manifest.Entry] {
            manifest.entries.filter { $0.path.text.hasPrefix(OnlineFiles.serverFolder) }
        }
        guard let current else { return !rules(manifest).isEmpty }
        let shown = (try? DiskFileSystem(root: editions.path(of: current))).flatMap { try? Verify.manifest(of: $0) }
        return shown.map(rules) != rules(manifest)
    }

    /// Shows the edition that readers had before the one that is shown was published, or another one.
    ///
    /// One that has what was withdrawn since, as the latest edition says it, is refused.
    /// - Parameters:
    ///   - wanted: the beginning of its name; nothing for the one before.
    ///   - withdrawn: places of what else is withdrawn today.
    ///   - returns: whether what was withdrawn may come back.
    package static func rollback(
        in folder: String, to wanted: String?, withdrawn: Set<SitePath> = [], returns: Bool = false
    ) throws(PackagingError) -> Return {
        let (editions, all, current) = try reporting { () throws(FileError) in
            let editions = try EditionFolder(folder, makes: false)
            return (editions, try editions.list(), try editions.current())
        }
        let found: EditionName?
        if let wanted {
            let fitting = all.filter { $0.text.hasPrefix(wanted) }
            found = fitting.count == 1 ? fitting[0] : nil
        } else {
            found = try reporting { () throws(FileError) in
                guard let current else { return nil }
                return try editions.before(current, among: all)
            }
        }
        guard let edition = found else {
            throw .noEdition(path: folder, wanted: wanted, all)
        }
        // One that was damaged meanwhile is not shown.
        let verification = try Verify.folder(editions.path(of: edition))
        guard verification.isWhole else { throw .editionDiffers(path: editions.path(of: edition), verification) }
        func files(_ edition: EditionName) throws(PackagingError) -> DiskFileSystem {
            try reporting { () throws(FileError) in try DiskFileSystem(root: editions.path(of: edition)) }
        }
        let wantedFiles = try files(edition)
        let manifest = try Verify.manifest(of: wantedFiles)
        if !returns {
            let told = try all.last.map { (latest) throws(PackagingError) in
                let latest = try files(latest)
                return try reporting { () throws(FileError) in try ReturningPages.withdrawn(by: latest) }
            }
            try requireNoneReturns(manifest, wantedFiles, withdrawn.union(told ?? []), isEdition: true)
        }
        let changesRules = changesRules(from: current, to: manifest, in: editions)
        try reporting { () throws(FileError) in try editions.show(edition) }
        return Return(shown: edition, before: current, changesRules: changesRules)
    }

    private static func requireNoneReturns(
        _ manifest: Manifest, _ files: DiskFileSystem, _ withdrawn: Set<SitePath>, isEdition: Bool
    ) throws(PackagingError) {
        let returning = try reporting { () throws(FileError) in
            try ReturningPages.find(in: manifest, of: files, withdrawn: withdrawn)
        }
        if !returning.isEmpty { throw .withdrawn(path: files.root, returning, isEdition: isEdition) }
    }

    // MARK: Files

    private static let texts: Set<String> = [
        "html", "css", "js", "json", "svg", "xml", "txt", "csv", "ics", "webmanifest", "md", "atom",
    ]

    /// Whether a file is worth being compressed: texts and the shards of the search.
    private static func isText(_ path: SitePath) -> Bool { texts.contains(path.pathExtension.lowercased()) }

    private static func write(
        _ entry: Manifest.Entry, _ files: DiskFileSystem, _ output: OutputTransaction, _ earlier: EarlierEdition?,
        _ compresses: Bool
    ) throws(FileError) {
        let bytes = try files.read(entry.path)
        try output.write(entry.path, bytes)
        guard compresses, isText(entry.path) else { return }
        for (ending, compress) in CompressedTwins.formats {
            guard let path = try? SitePath(entry.path.text + ending) else { continue }
            // What was made of the same bytes is taken over.
            if let earlier, earlier.isSame(entry) {
                if let twin = earlier.entries[path], try !output.takeOver(twin) {
                    try output.write(path, try earlier.files.read(path))
                }
                continue
            }
            let twin = compress(bytes)
            if twin.count < bytes.count { try output.write(path, twin) }
        }
    }

    /// Of the site, and of how it is published.
    private static func stamp(of manifest: Manifest, _ compresses: Bool) -> String {
        let digest = SHA256.digest(manifest.bytes + Array(compresses ? "gz br".utf8 : "".utf8))
        return String(digest.hexadecimal.prefix(12))
    }

    /// The day of the edition of a built site, `2023-12-01`, as its `edition.json` says it.
    package static func day(of files: DiskFileSystem) throws(FileError) -> String {
        let day = try EditionFile.read(files).day
        guard day.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
            throw FileError(.read, "edition.json", .foreignFile)
        }
        return day
    }
}

/// An edition that was published before, where its manifest can be read.
private struct EarlierEdition: Sendable {
    let files: DiskFileSystem
    let entries: [SitePath: Manifest.Entry]
    /// Whether texts stand beside themselves as gzip and Brotli.
    private let isCompressed: Bool

    init?(_ path: String) {
        guard let files = try? DiskFileSystem(root: path), let manifest = try? Verify.manifest(of: files) else {
            return nil
        }
        self.files = files
        entries = manifest.byPath
        isCompressed = CompressedTwins.stand(in: manifest)
    }

    /// Whether a file was the same there, with what stands beside it.
    func isSame(_ entry: Manifest.Entry) -> Bool {
        entries[entry.path] == entry && isCompressed
    }
}
