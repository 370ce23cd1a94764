import Bodies
import Catalog
import Diagnostics
import Files
import Formats

extension LoadedSite {
    /// Stages discover, load and catalog.
    ///
    /// Nothing when there is no configuration or no schema to go on with; the diagnostics say why.
    /// - Parameter showsDrafts: whether readers see drafts, so that others may name them.
    package static func load(
        _ root: DiskFileSystem, edition: CalendarDate?, showsDrafts: Bool = true, parallel: Parallel,
        clock: inout StageClock
    ) throws(FileError) -> (LoadedSite?, [Diagnostic]) {
        let content = try root.folder("content")
        let sources = try clock.measure(.discover) { () throws(FileError) in
            try SiteSources.discover(root, content: content)
        }
        guard let configurationFile = sources.configuration else { return (nil, sources.diagnostics) }
        let (configuration, configurationFaults) = Configuration.load(configurationFile)
        let (schema, schemaFaults) = SchemaLoader.load(vocabularies: sources.vocabularies, kinds: sources.kinds)
        var diagnostics = sources.diagnostics + configurationFaults + schemaFaults
        if schema.kinds.isEmpty {
            diagnostics.append(Diagnostic(.missingSchema, ["content/kinds"], at: SourceLocation(path: "content/kinds")))
        }
        guard let configuration, let content, !schema.kinds.isEmpty else { return (nil, diagnostics) }
        let drafts = try clock.measure(.load) { () throws(FileError) in
            try readDrafts(sources.materials, content, schema, parallel, &diagnostics)
        }
        let today = edition ?? configuration.edition
        let catalog = clock.measure(.catalog) {
            let directory = MaterialDirectory(drafts.map(\.listing), showsDrafts: showsDrafts)
            return readCatalog(drafts, directory, schema, today, parallel, &diagnostics)
        }
        diagnostics += TitleCheck.diagnostics(drafts, copies: sources.copies)
        let tableFiles = try readTableFiles(catalog, drafts, sources.files, content, &diagnostics)
        diagnostics += privacy(sources, drafts, catalog, tableFiles, parallel)
        let pictures = try readPictures(sources.files, content, &diagnostics)
        let site = LoadedSite(
            configuration: edition.map { configuration.with(edition: $0) } ?? configuration, catalog: catalog,
            drafts: drafts, content: content, files: sources.files,
            rootFiles: sources.rootFiles, pictures: pictures, tableFiles: tableFiles, diagnostics: diagnostics)
        return (site, diagnostics)
    }

    /// The CSV files that materials name, in any encoding of spreadsheets; a byte order mark and Windows line ends are
    /// usual there.
    ///
    /// What is no CSV is told where a material names it.
    private static func readTableFiles(
        _ catalog: AlbumCatalog, _ drafts: [MaterialDraft], _ files: [String: FileEntry], _ content: some FileSystem,
        _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> [String: SourceFile] {
        var uses: [String: [SourceLocation]] = [:]
        for (material, draft) in zip(catalog.materials, drafts) {
            guard let file = draft.file else { continue }
            for table in material.tableFiles { uses[table.path, default: []].append(SourceLocation(file, table.range)) }
        }
        var result: [String: SourceFile] = [:]
        for (path, places) in uses.sorted(by: { $0.key < $1.key }) {
            guard let entry = files[path] else { continue }
            let (bytes, byteCount) = try content.readBeginning(entry.path, atMost: TextLoader.largestSize)
            if let signature = FileSignature(bytes) {
                let name = entry.path.name
                diagnostics += places.map { Diagnostic(.notCSV.because(signature.name), [name], at: $0) }
                continue
            }
            let text = TextLoader.load(
                path: "content/" + path, bytes: byteCount > bytes.count ? bytes : SpreadsheetText.utf8(bytes),
                byteCount: byteCount > bytes.count ? byteCount : nil, allowing: [.byteOrderMark, .carriageReturns])
            let conflicts = text.file.map { MergeMarkers.diagnostics($0) } ?? []
            diagnostics += text.diagnostics + conflicts
            result[path] = conflicts.isEmpty ? text.file : nil
        }
        return result
    }

    /// What materials, their tables and the vocabularies tell about people.
    ///
    /// A table that several materials name is looked through with the first.
    private static func privacy(
        _ sources: SiteSources, _ drafts: [MaterialDraft], _ catalog: AlbumCatalog, _ tableFiles: [String: SourceFile],
        _ parallel: Parallel
    ) -> [Diagnostic] {
        var taken: Set<String> = []
        let tables = catalog.materials.map { material in
            material.tableFiles.map(\.path).filter { taken.insert($0).inserted }.compactMap { tableFiles[$0] }
        }
        let ofMaterials = parallel.map(drafts) { index, draft in
            draft.file.map { PrivacyCheck.diagnostics($0, root: draft.root, tables: tables[index]) } ?? []
        }
        let ofVocabularies = sources.vocabularies.flatMap { PrivacyCheck.diagnostics(ofVocabulary: $0.file) }
        return ofMaterials.flatMap(\.self) + ofVocabularies
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

    private static func readDrafts(
        _ paths: [SitePath], _ content: some FileSystem, _ schema: Schema, _ parallel: Parallel,
        _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> [MaterialDraft] {
        let results = parallel.map(paths) { _, path -> (MaterialDraft, [Diagnostic]) in
            let text: (file: SourceFile?, diagnostics: [Diagnostic])
            do throws(FileError) {
                text = try TextLoader.load(path, shown: "content/", of: content)
            } catch {
                let place = SourceLocation(path: "content/" + path.text)
                text = (nil, [MachineMessage.unreadable(error, at: place)])
            }
            let location = text.file.map { SourceLocation($0) } ?? SourceLocation(path: "content/" + path.text)
            let (draft, found) = MaterialDraft.read(text.file, path: path.text, location: location, schema: schema)
            return (draft, text.diagnostics + found)
        }
        for (_, found) in results { diagnostics += found }
        return results.map { $0.0 }
    }

    private static func readCatalog(
        _ drafts: [MaterialDraft], _ directory: MaterialDirectory, _ schema: Schema, _ edition: CalendarDate,
        _ parallel: Parallel, _ diagnostics: inout [Diagnostic]
    ) -> AlbumCatalog {
        diagnostics += AddressCheck.diagnostics(drafts, reserved: SitePages.reservedAddresses(schema))
        let results = parallel.map(drafts) { _, draft in
            MaterialReader.read(draft, schema: schema, edition: edition)
        }
        for (_, found) in results { diagnostics += found }
        let catalog = AlbumCatalog(schema: schema, materials: results.map(\.0), directory: directory)
        let references = ReferenceCheck(catalog)
        for (material, draft) in zip(catalog.materials, drafts) {
            guard let file = draft.file else { continue }
            diagnostics += references.diagnostics(material, in: file)
        }
        return catalog
    }
}

extension DiskFileSystem {
    /// A folder of the tree as a tree of its own, wherever a link may lead; nothing when there is none.
    func folder(_ name: String) throws(FileError) -> DiskFileSystem? {
        do throws(FileError) {
            return try DiskFileSystem(root: "\(root)/\(name)")
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }
}
