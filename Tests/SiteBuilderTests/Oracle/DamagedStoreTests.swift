import Foundation
import TestSupport
import Testing

@testable import SiteBuilder
@testable import Store

/// A cache in which something is missing, damaged, older or another program's is never trusted.
@Suite struct DamagedStoreTests {
    private static let isLong = ProcessInfo.processInfo.environment["ALBUM_LONG_TESTS"] != nil
    private static let file = OracleSite.cache + "/store.db"

    // MARK: Values

    /// What may befall a value.
    private enum Harm: CaseIterable { case gone, changed, cut, empty, grown }

    @Test(arguments: BuildStore.Room.allCases)
    func damagedValuesAreMadeAnew(room: BuildStore.Room) throws {
        var site = try TurnedSite()
        if room == .files {
            // A file that was touched just now is read again, and not kept.
            Thread.sleep(forTimeInterval: 2.1)
            try site.build()
        }
        var numbers = SeededNumbers(seed: 11)
        for round in 0..<(Self.isLong ? 60 : 3) {
            let harm = try #require(Harm.allCases.randomElement(using: &numbers))
            // All values at first, then one to three of them.
            let count = round == 0 ? Int.max : Int.random(in: 1...3, using: &numbers)
            let names = try Self.harm(site, room, count, harm, &numbers)
            if round % 2 == 0 { try site.turn() }
            try site.expectAsFromNothing("\(harm): \(names.prefix(3)) of \(room), round \(round)")
        }
    }

    private static func harm(
        _ site: TurnedSite, _ room: BuildStore.Room, _ count: Int, _ harm: Harm, _ numbers: inout SeededNumbers
    ) throws -> [String] {
        let database = try Database(path: site.folder.path(file))
        let names = try database.names(in: room.rawValue).sorted().shuffled(using: &numbers).prefix(count)
        #expect(!names.isEmpty, "\(room)")
        for name in names {
            var bytes = try #require(try database.value(name, in: room.rawValue))
            switch harm {
            case .gone:
                try database.remove(name, in: room.rawValue)
                continue
            case .changed:
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
            case .cut: bytes.removeLast(Int.random(in: 1...bytes.count, using: &numbers))
            case .empty: bytes = []
            case .grown: bytes.insert(7, at: Int.random(in: 0...bytes.count, using: &numbers))
            }
            try database.set(name, bytes, in: room.rawValue)
        }
        try database.commit()
        return Array(names)
    }

    // MARK: The file

    @Test func aFileThatIsDamagedAnywhereIsNeverTrusted() throws {
        var site = try TurnedSite()
        var numbers = SeededNumbers(seed: 12)
        let whole = try site.folder.bytes(Self.file)
        for round in 0..<(Self.isLong ? 300 : 12) {
            let harm = Self.damaged(whole, &numbers)
            try site.folder.write(harm.bytes, to: Self.file)
            try site.turn()
            try site.expectAsFromNothing("\(harm.note), round \(round)")
        }
    }

    private static func damaged(_ whole: [UInt8], _ numbers: inout SeededNumbers) -> (bytes: [UInt8], note: String) {
        let page = 16_384
        var bytes = whole
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        let pages = (0..<2).map { _ in Int.random(in: 0..<bytes.count / page, using: &numbers) * page }
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0:
            bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
            return (bytes, "byte \(place)")
        case 1:
            bytes.removeSubrange(place...)
            return (bytes, "cut at \(place)")
        case 2:
            bytes.replaceSubrange(pages[0]..<pages[0] + page, with: [UInt8](repeating: 0, count: page))
            return (bytes, "no page at \(pages[0])")
        default:
            let lost = bytes[pages[0]..<pages[0] + page]
            bytes.replaceSubrange(pages[1]..<pages[1] + page, with: lost)
            return (bytes, "page \(pages[0]) at \(pages[1])")
        }
    }

    @Test func aJournalOfSomebodyElseDoesNoHarm() throws {
        var site = try TurnedSite()
        var numbers = SeededNumbers(seed: 13)
        let bytes = (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        // With the head of a journal of SQLite before it, and without.
        for head in [[], [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]] as [[UInt8]] {
            try site.folder.write(head + bytes, to: Self.file + "-journal")
            try site.turn()
            try site.expectAsFromNothing("a journal that begins with \(head)")
        }
    }

    // MARK: Other times, other programs

    @Test func anOlderCacheIsNoWorse() throws {
        var site = try TurnedSite()
        let older = try site.folder.bytes(Self.file)
        try site.turn()
        try site.expectAsFromNothing("turned")
        let newer = try site.folder.bytes(Self.file)
        for (cache, turns) in [(older, false), (newer, false), (older, true), (newer, true)] {
            try site.folder.write(cache, to: Self.file)
            if turns { try site.turn() }
            try site.expectAsFromNothing(turns ? "turned again" : "as it was")
        }
    }

    @Test func whatAnotherProgramKeptIsNotRead() throws {
        for isOther in [true, false] {
            let site = try TurnedSite()
            do {
                let store = try site.store()
                let lie = try #require(store.value("practices/p1.md", in: .bodies))
                store.set("practices/p2.md", lie, in: .bodies)
                store.commit()
            }
            if isOther {
                let database = try Database(path: site.folder.path(Self.file))
                var program = try #require(try database.value("file", in: "program"))
                for place in program.indices { program[place] ^= 0x55 }
                try database.set("file", program, in: "program")
                try database.commit()
            }
            // All pages are made again, out of bodies that are taken over if they are believed.
            let theme = "themes/small/templates/partials/link.mustache"
            try site.folder.write(try site.folder.text(theme) + "<!-- -->", to: theme)
            try site.build()
            let cold = try OracleSite.cold(site.site, Edition())
            // A lie that this very program kept is believed, which shows that it would be seen.
            #expect(try (site.site.output() == cold.files) == isOther)
        }
    }
}
