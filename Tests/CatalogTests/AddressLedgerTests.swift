import Catalog
import Diagnostics
import Formats
import Testing

@Suite struct AddressLedgerTests {
    private let edition = CalendarDate(year: 2023, month: 12, day: 1)!

    private func read(_ text: String) -> (ledger: AddressLedger, diagnostics: [Diagnostic]) {
        AddressLedger.read(SourceFile(path: AddressLedger.path, text: text))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let later = try #require(CalendarDate(year: 2024, month: 9, day: 1))
        var ledger = AddressLedger().recording(
            ["practices/b.html", "practices/a.html", "index.html"].map { SiteAddress($0) }, of: edition)
        ledger = try #require(
            ledger.withdrawing(SiteAddress("practices/a.html"), .init(day: later, reason: "Устарело.")))
        #expect(ledger.text.hasPrefix("address\tsince\twithdrawn\treason\ttitle\n"))
        let successor = SiteAddress("practices/c.html")
        ledger = try #require(
            ledger.withdrawing(
                SiteAddress("practices/b.html"), .init(day: later, reason: nil, successor: successor)))
        ledger = try #require(ledger.withdrawing(SiteAddress("index.html"), .init(day: later, reason: nil)))
        #expect(ledger.entries.map(\.address.text) == ["index.html", "practices/a.html", "practices/b.html"])
        let (again, faults) = read(ledger.text)
        #expect(again == ledger)
        #expect(faults.isEmpty)
        #expect(again.text == ledger.text)
        #expect(again.entries.last?.withdrawal?.successor == successor)
    }

    @Test func whatIsKnownKeepsItsFirstEditionAndItsWithdrawal() throws {
        let later = try #require(CalendarDate(year: 2024, month: 9, day: 1))
        let address = SiteAddress("practices/a.html")
        let first = AddressLedger().recording([address], of: edition)
        let withdrawn = try #require(first.withdrawing(address, .init(day: later, reason: nil)))
        #expect(withdrawn.recording([address], of: later) == withdrawn)
        #expect(first.recording([address], of: later).entries.first?.since == edition)
        #expect(first.withdrawing(SiteAddress("practices/b.html"), .init(day: later, reason: nil)) == nil)
    }

    /// Programs that follow a site know a page by one address for good, however often and on whatever day it moves.
    @Test func aPageIsKnownByTheAddressThatItHadFirst() throws {
        let (a, b, c) = (
            SiteAddress("practices/a.html"), SiteAddress("practices/b.html"), SiteAddress("practices/c.html")
        )
        let first = AddressLedger().recording([a], of: edition)
        #expect(first.identity(of: b, formerly: [a]).address == a)
        let second = first.recording([a, b], of: edition, moves: [(a, b)])
        #expect(second.identity(of: b, formerly: [a]).address == a)
        #expect(second.text.contains("practices/b.html\t2023-12-01\t\t\t\t\tpractices/a.html\n"))
        #expect(read(second.text).ledger == second && read(second.text).diagnostics.isEmpty)
        let third = second.recording([a, b, c], of: edition, moves: [(a, c), (b, c)])
        #expect(third.identity(of: c, formerly: [a, b]).address == a)
        // And back again.
        #expect(third.identity(of: a, formerly: [b, c]).address == a)
        let withdrawn = try #require(third.withdrawing(b, .init(day: edition, reason: "Нет.")))
        #expect(read(withdrawn.text).ledger == withdrawn)
        // An address of a site before this one, which no edition of it had.
        let old = first.recording([a, c], of: edition, moves: [(c, a)])
        #expect(old.identity(of: a, formerly: [c]).address == a)
        let new = first.recording([b, c], of: edition, moves: [(c, b)])
        #expect(first.identity(of: b, formerly: [c]).address == b && new.identity(of: b, formerly: [c]).address == b)
    }

    @Test(arguments: [
        "practices/a.html", "practices/a.html\t1 декабря 2023", "\t2023-12-01", "practices/a.html\t2023-12-01\tвчера",
        "practices/a.html\t2023-12-01\t\tпричина без дня", "practices/a.html\t2023-12-01\t2024-01-01\tа\tб\tв\tг\tд",
        "<<<<<<< HEAD", "practices/b.html\t2023-12-01",
    ])
    func aLineThatIsNoneIsToldAndTheOthersStay(line: String) {
        let (ledger, faults) = read("address\tsince\twithdrawn\treason\npractices/b.html\t2023-12-01\n\(line)\n")
        #expect(ledger.entries.map(\.address.text) == ["practices/b.html"])
        #expect(faults.map(\.code) == [.brokenLedger])
    }

    @Test func whatIsMadeOfPagesAndOfTheThemeIsNoAddressToKeep() {
        let all = [
            "index.html", "404.html", "practices/index.html", "practices/index.2.html", "practices/a.html",
            "albums/team.html", "albums/team.print.html", "albums/team.epub", "albums/team.pdf", "practices/list.pdf",
            "assets/css/album.0a1b2c3d.css", "search/00.js", "data/calendar.ics", "manifest.json", "edition.js",
            "edition.json", "sitemap.xml", "robots.txt", "yandex_1.html", "practices/foto.jpg", "practices/foto.jpg.js",
        ]
        let kept = AddressLedger.permanent(among: all.map { SiteAddress($0) }).map(\.text)
        #expect(
            kept == [
                "albums/team.epub", "albums/team.html", "albums/team.pdf", "index.html", "practices/a.html",
                "practices/foto.jpg", "practices/index.html", "practices/list.pdf",
                "yandex_1.html",
            ])
    }
}
