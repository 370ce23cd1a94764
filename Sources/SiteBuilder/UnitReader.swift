import Bodies
import Catalog
import Diagnostics
import Files
import Formats
import Store

/// Reads materials, each for itself and in parallel; what the build before has made of the same bytes is taken over.
struct UnitReader: Sendable {
    let content: DiskFileSystem
    /// Files that are no materials, by path below `content/`.
    let files: [String: FileEntry]
    let scopes: UnitScopes
    /// The site's today.
    let edition: CalendarDate
    let store: BuildStore?
    /// In place of the store where several builds are made by one run.
    let shelf: UnitShelf?
    let stamps: SourceStamps

    /// A unit and what it was made of; a class, since it goes through several lists.
    private final class Read: Sendable {
        let unit: MaterialUnit
        /// The stamp of all that it was made of.
        let version: UInt64
        /// Nothing where the store has it.
        let content: BodyContent?
        let sources: [(entry: FileEntry, stamp: UInt64)]
        /// Whether it was not taken over.
        let isNew: Bool

        init(
            unit: MaterialUnit, version: UInt64, content: BodyContent?,
            sources: [(entry: FileEntry, stamp: UInt64)], isNew: Bool = true
        ) {
            self.isNew = isNew
            self.unit = unit
            self.version = version
            self.content = content
            self.sources = sources
        }
    }

    /// What reading came to.
    struct Result: Sendable {
        /// In the order of the files.
        let units: PerMaterial<MaterialUnit>
        /// The stamps of all that they were made of.
        let versions: PerMaterial<UInt64>
        let contents: BodyContents
        /// Pages of roots about themselves, and their doors: the whole site does not have them.
        let leftOut: [MaterialUnit]
        /// How many were read and not taken over.
        let readCount: Int
    }

    /// All materials, in the order of their files.
    func read(_ materials: [FileEntry], _ parallel: Parallel) -> Result {
        let all = parallel.map(materials) { _, entry in self.read(entry, tablesOfOthers: []) }
        let shown = all.indices.filter { !isLeftOut(all[$0].unit) }
        let entries = shown.map { materials[$0] }
        var read = shown.map { all[$0] }
        // A table that several materials name is looked through with the first.
        var owners: [String: Int] = [:]
        for (index, one) in read.enumerated() {
            let tables = Set(one.unit.material.tableFiles.map(\.path))
            let others = tables.filter { owners[$0] != nil }
            for table in tables where owners[table] == nil { owners[table] = index }
            if !others.isEmpty { read[index] = self.read(entries[index], tablesOfOthers: others) }
        }
        shelf?.leaveOnly(materials.map(\.path.text))
        let leftOut = all.filter { isLeftOut($0.unit) }
        let known = stamps.following((read + leftOut).flatMap(\.sources))
        shelf?.sourceStamps = known
        if let store {
            known.keep(in: store)
            clear(store, but: materials)
            store.commit()
        }
        let inMemory = read.enumerated().compactMap { offset, one in one.content.map { (MaterialIndex(offset), $0) } }
        let contents = BodyContents(inMemory: Dictionary(uniqueKeysWithValues: inMemory)) { index in
            let entry = entries[index.offset]
            return scopes[entry.path].moved(kept(entry))
        }
        return Result(
            units: Indexed(read.map(\.unit)), versions: Indexed(read.map(\.version)), contents: contents,
            leftOut: leftOut.map(\.unit), readCount: (read + leftOut).count(where: \.isNew))
    }

    /// Whether it is a root's page about the root itself or one of its doors, which are right in the root alone.
    private func isLeftOut(_ unit: MaterialUnit) -> Bool {
        unit.origin.listing.root != nil && scopes.site.schema.kinds[unit.material.kind].roles.isAside
    }

    /// Throws away what is kept of files that are gone.
    private func clear(_ store: BuildStore, but materials: [FileEntry]) {
        let present = Set(materials.map(\.path.text))
        for name in store.names(in: .materials) where !present.contains(name) {
            store.remove(name, in: .materials)
            store.remove(name, in: .bodies)
        }
    }

    /// - Parameter tablesOfOthers: CSV files of which is told with another material.
    private func read(_ entry: FileEntry, tablesOfOthers: Set<String>) -> Read {
        if let kept = takenOver(entry, tablesOfOthers) { return kept }
        let texts = UnitTexts(self)
        let scope = scopes[entry.path]
        let (unit, content, stored) = make(entry.path, texts, tablesOfOthers: tablesOfOthers)
        let key = UnitKey(
            environment: scope.environment, own: texts.own, tables: texts.tables,
            tablesOfOthers: tablesOfOthers.sorted())
        if texts.isWhole { shelf?.put(entry.path.text, UnitShelf.Kept(key: key, unit: unit, content: content)) }
        guard let store, texts.isWhole else {
            return Read(
                unit: scope.moved(unit), version: key.version, content: scope.moved(content),
                sources: texts.sources(entry))
        }
        var writer = ByteWriter()
        key.store(in: &writer)
        unit.store(in: &writer)
        store.set(entry.path.text, writer.bytes, in: .materials)
        store.set(entry.path.text, stored, in: .bodies)
        return Read(
            unit: scope.moved(unit), version: key.version, content: store.isWorking ? nil : scope.moved(content),
            sources: texts.sources(entry))
    }

    private func make(
        _ path: SitePath, _ texts: UnitTexts, tablesOfOthers: Set<String>
    ) -> (unit: MaterialUnit, content: BodyContent, stored: [UInt8]) {
        let (text, scope) = (texts.material(path), scopes[path])
        let schema = scope.schema
        let (draft, faults) = MaterialDraft.read(text.file, path: path.text, schema: schema)
        let (material, fieldFaults) = MaterialReader.read(draft, schema: schema, edition: edition)
        var diagnostics = text.diagnostics + faults + fieldFaults
        var tables: [String: SourceFile] = [:]
        if let file = draft.file {
            for name in material.tableFiles {
                let isOwn = !tablesOfOthers.contains(name.path)
                tables[name.path] = texts.table(name, SourceLocation(file, name.range), isOwn: isOwn, &diagnostics)
            }
            let own = material.tableFiles.filter { !tablesOfOthers.contains($0.path) }.compactMap { tables[$0.path] }
            diagnostics += PrivacyCheck.diagnostics(file, root: draft.root, tables: own)
        }
        return MaterialUnit.make(
            draft, material, scope.names, scope.compiler, tables: tables, diagnostics: diagnostics)
    }

    // MARK: Taken over

    /// The unit of the build before, where it was made of the same bytes.
    private func takenOver(_ entry: FileEntry, _ tablesOfOthers: Set<String>) -> Read? {
        if let kept = shelf?.take(entry.path.text) {
            guard fits(kept.key, entry, tablesOfOthers), isWhole(kept.unit, entry) else { return nil }
            let scope = scopes[entry.path]
            return taken(scope.moved(kept.unit), scope.moved(kept.content), kept.key, entry)
        }
        guard let bytes = store?.value(entry.path.text, in: .materials) else { return nil }
        var reader = ByteReader(bytes, positions: scopes[entry.path].positions)
        guard let key = try? UnitKey(from: &reader), fits(key, entry, tablesOfOthers),
            let unit = try? MaterialUnit(from: &reader), reader.isAtEnd, isWhole(unit, entry)
        else { return nil }
        return taken(unit, nil, key, entry)
    }

    /// Whether a unit was made of what there is now.
    private func fits(_ key: UnitKey, _ entry: FileEntry, _ tablesOfOthers: Set<String>) -> Bool {
        key.environment == scopes[entry.path].environment && key.tablesOfOthers == tablesOfOthers.sorted()
            && stamp(of: entry) == key.own
            && key.tables.allSatisfy { table in files[table.path].flatMap { stamp(of: $0) } == table.stamp }
    }

    /// Whether all was looked for in it that is wanted now.
    private func isWhole(_ unit: MaterialUnit, _ entry: FileEntry) -> Bool {
        scopes[entry.path].compiler?.looksForWishes != true || unit.knowsWishes
    }

    private func taken(_ unit: MaterialUnit, _ content: BodyContent?, _ key: UnitKey, _ entry: FileEntry) -> Read {
        let tables = key.tables.compactMap { table in
            table.stamp.flatMap { stamp in files[table.path].map { (entry: $0, stamp: stamp) } }
        }
        return Read(
            unit: unit, version: key.version, content: content, sources: [(entry, key.own)] + tables, isNew: false)
    }

    /// The stamp of a file's bytes; they are read where the disk says something new of it.
    ///
    /// Nothing where they cannot be.
    private func stamp(of entry: FileEntry) -> UInt64? {
        if let known = stamps.stamp(of: entry) { return known }
        guard let (bytes, byteCount) = try? content.readBeginning(entry.path, atMost: TextLoader.largestSize + 1),
            bytes.count == byteCount
        else { return nil }
        return StableHash.stamp(bytes)
    }

    /// The content of a body that was put aside; made anew where it was lost.
    private func kept(_ entry: FileEntry) -> BodyContent {
        if let bytes = store?.value(entry.path.text, in: .bodies), let content = try? BodyContent(stored: bytes) {
            return content
        }
        return make(entry.path, UnitTexts(self), tablesOfOthers: []).content
    }
}

/// What a unit was made of.
struct UnitKey: Storable {
    let environment: UInt64
    /// The stamp of its file.
    let own: UInt64
    /// Its CSV files with their stamps; none of one that is not there.
    let tables: [(path: String, stamp: UInt64?)]
    /// CSV files of which is told with another material; sorted.
    let tablesOfOthers: [String]

    init(environment: UInt64, own: UInt64, tables: [(path: String, stamp: UInt64?)], tablesOfOthers: [String]) {
        self.environment = environment
        self.own = own
        self.tables = tables
        self.tablesOfOthers = tablesOfOthers
    }

    /// The stamp of all of it.
    var version: UInt64 {
        var hash = StableHash()
        hash.add(environment)
        hash.add(own)
        for table in tables {
            hash.add(table.path)
            hash.add(table.stamp.map { $0 &+ 1 } ?? 0)
        }
        for path in tablesOfOthers { hash.add(path) }
        return hash.stamp
    }

    func store(in writer: inout ByteWriter) {
        writer.word(environment)
        writer.word(own)
        writer.list(tables) { writer, table in
            writer.text(table.path)
            writer.optional(table.stamp) { $0.word($1) }
        }
        writer.texts(tablesOfOthers)
    }

    init(from reader: inout ByteReader) throws(ByteReader.Damage) {
        environment = try reader.word()
        own = try reader.word()
        tables = try reader.list { reader throws(ByteReader.Damage) in
            (try reader.text(), try reader.optional { reader throws(ByteReader.Damage) in try reader.word() })
        }
        tablesOfOthers = try reader.texts()
    }
}
