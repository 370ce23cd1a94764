import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import Store

extension LoadedSite {
    /// How a site is to be read.
    package struct Reading {
        package let parallel: Parallel
        /// Replaces the edition of `album.yml`.
        package let edition: CalendarDate?
        /// Whether readers see drafts, so that others may name them.
        package var showsDrafts = true
        /// What the build before has kept; without it all is read anew.
        package var store: BuildStore?
        /// In place of the store where several builds are made by one run.
        var shelf: UnitShelf?
        /// Whether what a kind wishes for is told, where bodies look for it.
        var tellsWishes = false
        /// What the bodies are compiled with, once the configuration is known; without it they are left out.
        var makesBodies: ((Configuration, Schema) throws(FileError) -> MaterialCompiler)?

        var memory: BuildMemory {
            BuildMemory(store: store, shelf: shelf, readers: showsDrafts ? "drafts" : "published")
        }

        package init(parallel: Parallel, edition: CalendarDate?) {
            self.parallel = parallel
            self.edition = edition
        }
    }

    /// Stages discover and materials.
    ///
    /// Nothing when there is no configuration or no schema to go on with; the diagnostics say why.
    package static func load(
        _ root: DiskFileSystem, _ reading: Reading, clock: inout StageClock
    ) throws(FileError) -> (LoadedSite?, [Diagnostic]) {
        let own = try root.folder("content")
        var sources = try clock.measure(.discover) { () throws(FileError) in
            try SiteSources.discover(root, content: own)
        }
        guard let configurationFile = sources.configuration else { return (nil, sources.diagnostics) }
        let (written, configurationFaults) = Configuration.load(configurationFile)
        let roots = try clock.measure(.discover) { () throws(FileError) in
            try RootSources.add(written?.roots ?? [], of: root, in: written?.language ?? .ru, to: &sources)
        }
        let schemaStamp = SchemaStamps(sources)
        let (schemas, schemaFaults) = reading.memory.lasting("schema", of: schemaStamp.whole) {
            MergedSchema.load(
                .init(vocabularies: sources.vocabularies, kinds: sources.kinds), roots: sources.roots)
        }
        let schema = schemas.whole
        var diagnostics = sources.diagnostics + configurationFaults + schemaFaults
        diagnostics += RootSources.taken(schema.roots, schema)
        let ledger = sources.ledger.map { file in
            let (ledger, faults) = AddressLedger.read(file)
            diagnostics += faults
            return ReadLedger(ledger, file)
        }
        let accessibility = sources.accessibility.flatMap { file in
            let (report, faults) = AccessibilityReport.read(file)
            diagnostics += faults
            return report
        }
        let kindFiles = sources.kinds + sources.roots.flatMap(\.files.kinds)
        let losesKinds = losesKinds(kindFiles, schema, schemaFaults)
        // What cannot be read may be there.
        let isRead = !sources.diagnostics.contains(where: \.isOfUnreadFile)
        if schema.kinds.isEmpty, !losesKinds, isRead {
            diagnostics.append(Diagnostic(.missingSchema, ["content/kinds"], at: SourceLocation(path: "content/kinds")))
        }
        guard let written, let own, !schema.kinds.isEmpty else { return (nil, roots.map.shown(diagnostics)) }
        let content = own.mounting(roots.trees)
        let configuration = written.with(
            edition: reading.edition, packedByteCount: try packedByteCount(written.bundle, root)
        ).with(contactsOf: roots.configurations)
        let compiler = try reading.makesBodies?(configuration, schemas.site.schema)
        let scopes = scopes(schemas, schemaStamp, configuration, compiler)
        let reader = UnitReader(
            content: content, files: sources.files, scopes: scopes, edition: configuration.edition,
            store: reading.store, shelf: reading.shelf,
            stamps: reading.shelf?.sourceStamps.renewed() ?? SourceStamps(reading.store))
        let read = clock.measure(.materials) { reader.read(sources.materials, reading.parallel) }
        let units = read.units
        diagnostics += units.flatMap { unit in
            unit.told(wishes: reading.tellsWishes).filter { !losesKinds || !ofKinds.contains($0.code) }
                .map { diagnostic in
                    LeftRegion.told(schemas.told(diagnostic, in: unit.origin.listing.root), ledger?.ledger, schema)
                }
        }
        let environment = environment(schemaStamp.whole, configuration, compiler)
        let withdrawn = WithdrawnMaterials(ledger?.ledger ?? AddressLedger(), schema)
        let frontMatter = stamp(ofFrontMatter: units, read.leftOut, environment, sources.copies, withdrawn)
        let catalog = reading.memory.lasting("catalog", of: frontMatter) {
            AlbumCatalog(
                schema: schema, materials: units.map(\.material),
                directory: MaterialDirectory(
                    units.map(\.origin.listing), schema, leftOut: read.leftOut.map(\.origin.listing),
                    withdrawn: withdrawn, showsDrafts: reading.showsDrafts))
        }
        diagnostics += reading.memory.value("names", of: frontMatter) {
            let references = ReferenceCheck(catalog)
            let origins = units.mapped(\.origin)
            return catalog.materials.flatMap { references.diagnostics($0) }
                + AddressCheck.diagnostics(origins, reserved: SitePages.reservedAddresses(schema))
                + TitleCheck.diagnostics(origins, copies: sources.copies)
        }
        let vocabularies = sources.vocabularies + sources.roots.flatMap(\.files.vocabularies)
        diagnostics += vocabularies.flatMap { PrivacyCheck.diagnostics(ofVocabulary: $0.file) }
        let configurationFiles = [configurationFile] + roots.configurations.map(\.file)
        diagnostics += configurationFiles.flatMap { PrivacyCheck.diagnostics(ofConfiguration: $0) }
        let pictures = try readPictures(sources.files, content, &diagnostics)
        let site = LoadedSite(
            configuration: configuration, catalog: catalog, units: units, contents: read.contents, content: content,
            files: sources.files,
            rootFiles: sources.rootFiles, ledger: ledger, accessibility: accessibility, sourceMap: roots.map,
            pictures: pictures,
            stamps: Stamps(
                configuration: stamp(
                    configurationFiles, "\(configuration.edition) \(configuration.bundle?.byteCount ?? 0)"),
                kinds: stamp(schemas.kinds, ""), frontMatter: frontMatter, files: stamp(of: sources.files),
                versions: read.versions), readCount: read.readCount, diagnostics: diagnostics)
        return (site, diagnostics)
    }

    /// That a material is of no kind.
    private static let ofKinds: Set<DiagnosticCode> = [.missingKind, .unknownKind]

    /// Whether a kind is not read or names no folder, which is told.
    ///
    /// Nothing is to be said then of materials of no kind, since they may be its own.
    private static func losesKinds(_ files: [SourceFile], _ schema: Schema, _ faults: [Diagnostic]) -> Bool {
        if schema.kinds.contains(where: \.losesFolder) { return true }
        let broken = Set(faults.filter { $0.severity == .error }.map(\.location.path))
        let known = Set(schema.kinds.map(\.id.rawValue))
        return files.contains { file in
            let name = file.path.split(separator: "/").last?.prefix { $0 != "." }
            return broken.contains(file.path) && !known.contains(String(name ?? ""))
        }
    }

    /// Size of the site's ZIP in bytes, where pages link to one that was packed.
    private static func packedByteCount(
        _ bundle: Configuration.Bundle?, _ root: DiskFileSystem
    ) throws(FileError) -> Int? {
        guard let bundle, bundle.url != nil, let path = try? SitePath(bundle.file) else { return nil }
        return try root.entry(path).flatMap { $0.kind == .file ? $0.byteCount : nil }
    }

    private static func stamp(
        ofFrontMatter units: PerMaterial<MaterialUnit>, _ leftOut: [MaterialUnit], _ environment: UInt64,
        _ copies: Set<String>, _ withdrawn: WithdrawnMaterials
    ) -> UInt64 {
        var hash = StableHash()
        hash.add(environment)
        hash.add(withdrawn.stamp)
        for copy in copies.sorted() { hash.add(copy) }
        hash.add(UInt64(leftOut.count))
        for unit in leftOut + units {
            hash.add(unit.material.path)
            hash.add(unit.stamps.frontMatter)
        }
        return hash.stamp
    }

    /// Nothing where a file is a link, or was touched just now.
    private static func stamp(of files: [String: FileEntry]) -> UInt64? {
        let now = DiskClock.now
        var sum: UInt64 = 0
        for (path, entry) in files {
            guard let look = entry.look(at: now) else { return nil }
            var hash = StableHash()
            hash.add(path)
            hash.add(look)
            // In any order.
            sum &+= hash.stamp
        }
        return sum
    }

    /// What the materials of the site and of each root are read by.
    private static func scopes(
        _ schemas: MergedSchema, _ stamps: SchemaStamps, _ configuration: Configuration, _ compiler: MaterialCompiler?
    ) -> UnitScopes {
        func scope(_ part: MergedSchema.Part, _ stamp: UInt64, _ compiler: MaterialCompiler?) -> UnitScope {
            UnitScope(
                schema: part.schema, names: part.schema.entryName, compiler: compiler,
                environment: environment(stamp, configuration, compiler), positions: part.positions)
        }
        return UnitScopes(
            site: scope(schemas.site, stamps.site(schemas), compiler),
            roots: Dictionary(
                schemas.roots.map { id, part in
                    (id.rawValue, scope(part, stamps.root(id, schemas), compiler?.with(part.schema)))
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// The stamp of all that a material depends on beside its files.
    private static func environment(
        _ schemaFiles: UInt64, _ configuration: Configuration, _ compiler: MaterialCompiler?
    ) -> UInt64 {
        var hash = StableHash()
        hash.add(schemaFiles)
        hash.add(configuration.edition.description)
        hash.add(configuration.coverageRows.rawValue)
        hash.add(UInt64(compiler == nil ? 0 : 1))
        for word in compiler?.words.all ?? [] { hash.add(word) }
        return hash.stamp
    }

    fileprivate static func stamp(_ files: [SourceFile], _ text: String) -> UInt64 {
        var hash = StableHash()
        for file in files {
            hash.add(file.path)
            file.bytes.withUnsafeBytes { hash.add($0) }
        }
        hash.add(text)
        return hash.stamp
    }

    private static func readPictures(
        _ files: [String: FileEntry], _ root: some FileSystem, _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> [String: PictureFacts] {
        var facts: [String: PictureFacts] = [:]
        for (path, entry) in files
        where entry.byteCount > 0 && PictureHeader.extensions.contains(entry.path.pathExtension.lowercased()) {
            facts[path] = try PictureFacts.read(entry, of: root)
            if facts[path] == nil {
                diagnostics.append(Diagnostic(.damagedPicture, at: SourceLocation(path: "content/" + path)))
            }
        }
        return facts
    }

}

/// Stamps of the files that a schema is made of.
private struct SchemaStamps {
    private let own: [SourceFile]
    private let roots: [(root: ContentRoot, files: MergedSchema.Files)]
    /// Of all of them.
    let whole: UInt64

    init(_ sources: SiteSources) {
        own = sources.vocabularies.map(\.file)
        roots = sources.roots
        let others = roots.flatMap { $0.files.vocabularies.map(\.file) + $0.files.kinds }
        whole = LoadedSite.stamp(own + sources.kinds + others, Self.text(roots.map(\.root)))
    }

    /// Of what the site's own materials are read by: the vocabularies of all, as they may name every place, and the kinds.
    func site(_ schemas: MergedSchema) -> UInt64 {
        var hash = StableHash()
        hash.add(shared(schemas))
        hash.add(
            LoadedSite.stamp(
                roots.flatMap { $0.files.vocabularies.map(\.file) }, Self.text(roots.map(\.root))))
        return hash.stamp
    }

    /// Of what all materials are read by: the site's vocabularies, the kinds, and which vocabularies there are.
    private func shared(_ schemas: MergedSchema) -> UInt64 {
        let heads = roots.isEmpty ? [] : schemas.whole.vocabularies.map { "\($0.id) \($0.title) \($0.isAxis)" }
        return LoadedSite.stamp(
            own + schemas.kinds, (heads + roots.map(\.root.id.rawValue)).joined(separator: "\n"))
    }

    /// The same for a root, with its own vocabularies.
    func root(_ id: RootID, _ schemas: MergedSchema) -> UInt64 {
        guard let own = roots.first(where: { $0.root.id == id }) else { return shared(schemas) }
        var hash = StableHash()
        hash.add(shared(schemas))
        hash.add(LoadedSite.stamp(own.files.vocabularies.map(\.file), Self.text([own.root])))
        return hash.stamp
    }

    private static func text(_ roots: [ContentRoot]) -> String {
        roots.map { "\($0.id) \($0.region?.rawValue ?? "") \($0.was)" }.joined(separator: "\n")
    }
}

extension DiskFileSystem {
    /// A folder of the tree as a tree of its own, wherever a link may lead; nothing when there is none.
    func folder(_ name: String) throws(FileError) -> DiskFileSystem? {
        do throws(FileError) {
            return try DiskFileSystem(root: "\(root)/\(name)", unsaved: unsaved)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }
}
