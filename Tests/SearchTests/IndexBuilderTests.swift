import TestSupport
import Testing

@testable import Search

/// Edits at random, always the same ones.
private struct Editor {
    var chance: FixedChance
    var texts: GeneratedTexts
    private var made = 0

    init(seed: UInt64) {
        chance = FixedChance(seed: seed)
        texts = GeneratedTexts(seed: seed)
    }

    mutating func edit(_ site: inout SearchedSite) {
        let place = chance.next(max(1, site.documents.count))
        switch chance.next(12) {
        case 0: add(to: &site)
        case 1: if site.documents.count > 3 { site.documents.remove(at: place) }
        case 2: site.documents[place].url = "renamed\(made)/\(chance.next(1000)).html"
        case 3: site.documents[place].title = texts.sentence(1 + chance.next(4))
        case 4: site.documents[place].facets = [[chance.next(2)], [chance.next(6)]]
        case 5: site.documents[place].importance = chance.next(3)
        case 6: site.documents[place].body = texts.sentence(20 + chance.next(400))
        case 7: site.documents[place].mentionedNames = ["Моя школа", "\(chance.next(9))"]
        case 8: configure(&site)
        default: site.documents[place].body += " " + texts.sentence(1 + chance.next(5))
        }
        made += 1
    }

    private mutating func add(to site: inout SearchedSite) {
        var document = texts.documents(1)[0]
        document.url = "added\(made).html"
        site.documents.append(document)
    }

    private mutating func configure(_ site: inout SearchedSite) {
        let name = texts.sentence(2)
        switch chance.next(6) {
        case 0: site.configuration.synonyms.append(["урок", name])
        case 1: site.configuration.abbreviations.append(.init(short: texts.sentence(1), expansion: name))
        case 2: site.configuration.facets[1].values[chance.next(6)].label = name
        case 3: site.configuration.strings["found"] = name
        case 4: site.configuration.names = [(name, 0), ("Моя школа", 1)]
        default: site.configuration = GeneratedTexts.configuration
        }
    }
}

@Suite struct IndexBuilderTests {
    private func site(_ count: Int, seed: UInt64) -> SearchedSite {
        var texts = GeneratedTexts(seed: seed)
        return SearchedSite(documents: texts.documents(count), configuration: GeneratedTexts.configuration)
    }

    private func fromNothing(_ site: SearchedSite) -> [String: [UInt8]] {
        SampleIndex(site.documents, configuration: site.configuration).files
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func anIndexThatWasKeptUpToDateIsThatOfABuildFromNothing(seed: UInt64) {
        var editor = Editor(seed: seed)
        var site = site(60, seed: seed)
        let store = MemoryIndexStore()
        site.build(in: store)
        for burst in 0..<30 {
            for _ in 0...(burst % 4 == 0 ? 5 : 0) { editor.edit(&site) }
            site.build(in: store)
            let expected = fromNothing(site)
            #expect(site.files == expected, "burst \(burst) of seed \(seed)")
            if site.files != expected { return }
        }
    }

    @Test func nothingIsDoneForASiteThatHasNotChanged() {
        var site = site(300, seed: 4)
        let store = MemoryIndexStore()
        site.build(in: store)
        store.forgetReads()
        site.build(in: store)
        #expect(site.written.isEmpty)
        #expect(site.work == IndexUpdate.Work())
        #expect(store.reads.count == 1)
    }

    @Test func aNewWordInOneOfManyDocumentsCostsFewFiles() {
        let texts = (0..<1000).map { number in
            SearchDocument(
                url: "\(number).html", title: "Страница",
                body: (0..<80).map { "\(Self.syllables[$0 % 60])\(Self.syllables[$0 * number % 60])\(number % 700) " }
                    .joined())
        }
        var site = SearchedSite(documents: texts)
        let store = MemoryIndexStore()
        site.build(in: store)
        store.forgetReads()
        site.documents[734].body += " новость"
        site.build(in: store)
        #expect(site.work.documents <= TextGroups.most)
        #expect(site.work.buckets == 1)
        // Its text, its folder of document shards, one term shard, two spelling shards and the manifest.
        #expect(site.work.files <= 1 + ShardFormat.shardsPerFolder + 1 + 2 + 1)
        #expect(store.reads.count < 80)
        #expect(site.files == fromNothing(site))
    }

    private static let syllables = Endings.words(
        of: """
            ба бе би бо бу ва ве ви во ву га ге ги го гу да де ди до ду за зе зи зо зу ка ке ки ко ку ла ле ли ло лу ма ме ми \
            мо му па пе пи по пу ра ре ри ро ру са се си со су та те ти то ту
            """)

    @Test func whatIsDamagedIsMadeAnew() {
        var editor = Editor(seed: 5)
        var chance = FixedChance(seed: 6)
        for round in 0..<25 {
            var site = site(30, seed: UInt64(round % 5))
            let store = MemoryIndexStore()
            site.build(in: store)
            let keys = store.entries.keys.sorted { $0.lexicographicallyPrecedes($1) }
            for key in keys where chance.next(4) == 0 || key == StateKey.state && round % 3 == 0 {
                damage(&store.entries[key], chance.next(4), chance.next(10_000))
            }
            editor.edit(&site)
            site.build(in: store)
            #expect(site.files == fromNothing(site), "round \(round)")
            site.documents[0].body += " ещё слово"
            site.build(in: store)
            #expect(site.files == fromNothing(site), "round \(round) afterwards")
        }
    }

    private func damage(_ entry: inout [UInt8]?, _ sort: Int, _ place: Int) {
        guard let count = entry?.count, count > 0 else { return }
        switch sort {
        case 0: entry = nil
        case 1: entry?.removeLast(1 + place % count)
        case 2: entry?[place % count] ^= UInt8(1 + place % 255)
        default: entry?.append(UInt8(place % 256))
        }
    }

    @Test func partsOfTwoBuildsAreNotMixed() {
        var site = site(60, seed: 7)
        let (first, second) = (MemoryIndexStore(), MemoryIndexStore())
        site.build(in: first)
        site.documents[3].body += " другое слово"
        site.build(in: second)
        for (number, key) in first.entries.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }).enumerated()
        where number % 3 == 0 { first.entries[key] = second.entries[key] }
        site.documents[4].body += " и третье"
        site.build(in: first)
        #expect(site.files == fromNothing(site))
    }

    @Test(arguments: [1, 3, 8])
    func theSameFilesComeOfAnyNumberOfThreads(threads: Int) {
        var site = site(300, seed: 8)
        site.build(in: NoIndexStore<Never>(), using: ThreadMap(threads: threads))
        #expect(site.files == fromNothing(site))
    }
}
