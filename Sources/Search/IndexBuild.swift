import Formats

/// One update of an index, stage by stage; see `IndexBuilder`.
///
/// ```
/// pages ─ changes ─▶ ids of before and now ─ read ─▶ words, rows, texts ─┬─▶ document shards, facet columns
///                                                                        └─▶ buckets ─▶ term shards, spelling ─▶ manifest
/// ```
struct IndexBuild<Store: IndexStore, Map: ParallelMap> {
    typealias Fault = IndexFault<Store.Failure>

    let pages: [IndexedPage]
    let configuration: SearchConfiguration
    let store: Store
    let parallel: Map
    let document: @Sendable (Int) -> SearchDocument
    let outlet: Outlet<Store.Failure>
    /// The index of the build before; that of no page when there was none.
    let before: IndexState

    func run() throws(Fault) -> IndexUpdate {
        var state = IndexState.none
        let changes = DocumentChanges(pages, before: before.documents)
        let read = readDocuments(changes)
        state.documents = table(changes, read)
        state.texts = read.texts
        state.folders = try documentFolders(changes, read)
        state.configuration = (ContentHash(of: (fixedWords + [[]] + nouns).flatMap { $0 + [0] }), facetNamesHash)
        state.facets = try facetColumns(state, changes)
        let buckets = try updateBuckets(state, changes, read)
        state.buckets = buckets.records
        var words = StemLookup(self, buckets)
        let synonyms = Synonyms(configuration) { words.stem(of: $0) }
        let names = names { words.stem(of: $0) }
        state.stems = try words.finished()
        state.shards = try termShards(buckets, synonyms)
        state.spelling = try spellingShards(buckets, documentCount: pages.count)
        writeManifest(&state, names)
        let work = IndexUpdate.Work(documents: read.asked, buckets: buckets.count, files: outlet.count)
        do throws(Store.Failure) { try outlet.finish(using: parallel) } catch { throw .refused(error) }
        if store.isKept { try keep(StateKey.state, state.encoded()) }
        return IndexUpdate(paths: state.paths, work: work)
    }

    // MARK: Manifest

    private func writeManifest(_ state: inout IndexState, _ names: [String: Int]) {
        func marks(_ hashes: [ContentHash]) -> [UInt8] { hashes.flatMap(\.mark) }
        let manifest = IndexManifest(
            documentCount: pages.count, firstKeys: state.shards.map(\.first),
            marks: (
                marks(state.shards.map(\.hash)), marks(state.folders.map(\.hash)), marks(state.spelling.map(\.hash)),
                marks(state.facets)
            ),
            spellingLetters: (
                state.spelling.filter { !$0.isSecond }.map(\.letter), state.spelling.filter(\.isSecond).map(\.letter)
            ),
            firstAside: configuration.firstAside ?? pages.count, names: names)
        let bytes = ShardFormat.statement(name: "manifest", values: manifest.encoded(configuration))
        state.manifest = ContentHash(of: bytes)
        if state.manifest != before.manifest {
            outlet.put(SearchFile(path: ShardFormat.manifestPath, bytes: bytes))
        }
        let facetNames = FacetNames.file(configuration)
        state.names = ContentHash(of: facetNames.bytes)
        if state.names != before.names { outlet.put(facetNames) }
    }

    /// Of pages with the same name the first one has it.
    private func names(stem: ([UInt8]) -> [UInt8]?) -> [String: Int] {
        let pairs = configuration.names.compactMap { name, id -> (String, Int)? in
            let (phrase, isAttested) = Phrase.make(name, stem: stem)
            guard let phrase, isAttested else { return nil }
            return (IndexManifest.name(phrase.terms), id)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    // MARK: State

    /// The words that are never stemmed: those of the abbreviations themselves, folded.
    var fixedWords: [[UInt8]] { configuration.abbreviations.flatMap { FoldedWords.words(of: $0.short) } }

    /// Words by which nouns among the names of facets are known to be whole.
    var nouns: [[UInt8]] { NamedNouns.genitives(configuration.facets) }

    /// What is kept under a key.
    /// - Throws: when there is nothing.
    func kept(_ key: [UInt8]) throws(Fault) -> [UInt8] {
        do throws(Store.Failure) {
            if let bytes = try store.read(key) { return bytes }
        } catch {
            throw .refused(error)
        }
        throw .damaged
    }

    func keep(_ key: [UInt8], _ bytes: [UInt8]) throws(Fault) {
        do throws(Store.Failure) { try store.write(key, bytes) } catch { throw .refused(error) }
    }

    func forget(_ key: [UInt8]) throws(Fault) {
        do throws(Store.Failure) { try store.remove(key) } catch { throw .refused(error) }
    }

    func checked<Result>(_ body: () throws(DamagedState) -> Result) throws(Fault) -> Result {
        do throws(DamagedState) { return try body() } catch { throw .damaged }
    }
}
