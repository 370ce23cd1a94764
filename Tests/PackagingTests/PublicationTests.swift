import Archives
import Compression
import Files
import Foundation
import TestSupport
import Testing

@testable import Packaging

@Suite struct PublicationTests {
    private static func forEach(
        _ files: [Manifest.Entry], _ work: (Manifest.Entry) throws(FileError) -> Void
    ) throws(FileError) {
        for file in files { try work(file) }
    }

    private func publish(
        _ site: TemporaryFolder, keeping keep: Int = 5, compresses: Bool = false
    ) throws -> Publication.Report {
        try Publication.publish(
            site: site.path("site"), in: site.path("srv"), keeping: keep, compresses: compresses
        ) { (files, work) throws(FileError) in try Self.forEach(files, work) }
    }

    /// Writes a site as a build does.
    private func build(_ texts: [String: String], day: String = "2023-12-01", in folder: TemporaryFolder) throws {
        let output = try OutputTransaction(replacing: folder.path("site"))
        for (path, text) in texts { try output.write(try SitePath(path), text) }
        try output.write(SitePath(literal: "edition.json"), "{\"edition\":\"\(day)\"}\n")
        _ = try output.commit()
    }

    private func shown(_ folder: TemporaryFolder) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("srv/current"))
    }

    @Test func editionsStandBesideEachOtherAndTheLatestIsShown() throws {
        let folder = try TemporaryFolder()
        let same = String(repeating: "тот же текст ", count: 50)
        try build(["index.html": "первое", "a/b.html": same], in: folder)
        let first = try publish(folder)
        #expect(first.edition.number == 1 && first.edition.day == "2023-12-01" && !first.wasThere)
        #expect(try folder.text("srv/current/index.html") == "первое")
        #expect(try publish(folder).wasThere)

        try build(["index.html": "второе", "a/b.html": same], day: "2024-01-01", in: folder)
        let second = try publish(folder)
        #expect(second.edition.number == 2)
        #expect(try folder.text("srv/current/index.html") == "второе")
        #expect(try folder.text("srv/editions/\(first.edition.text)/index.html") == "первое")
        // What did not change takes no room.
        let inodes = try [first, second].map { report in
            try FileManager.default.attributesOfItem(
                atPath: folder.path("srv/editions/\(report.edition.text)/a/b.html"))[.systemFileNumber] as? Int
        }
        #expect(inodes[0] != nil && inodes[0] == inodes[1])
        #expect(try Verify.folder(folder.path("srv/current")).isWhole)

        let back = try Publication.rollback(in: folder.path("srv"), to: nil)
        #expect(back.shown == first.edition && back.before == second.edition)
        #expect(try folder.text("srv/current/index.html") == "первое")
        #expect(throws: PackagingError.self) { try Publication.rollback(in: folder.path("srv"), to: nil) }
        #expect(throws: PackagingError.self) { try Publication.rollback(in: folder.path("srv"), to: "0009") }
        #expect(try Publication.rollback(in: folder.path("srv"), to: "0002").shown == second.edition)
    }

    @Test func anEditionThatWasDamagedIsNotHeldToBePublished() throws {
        let folder = try TemporaryFolder()
        try build(["index.html": "первое", "a.html": "а"], in: folder)
        let first = try publish(folder)
        try folder.write("broken", to: "srv/editions/\(first.edition.text)/index.html")
        let again = try publish(folder)
        #expect(!again.wasThere && again.damaged == first.edition && again.edition.number == 2)
        #expect(try folder.text("srv/current/index.html") == "первое")
        #expect(try Verify.folder(folder.path("srv/current")).isWhole && publish(folder).wasThere)
        let error = #expect(throws: PackagingError.self) {
            try Publication.rollback(in: folder.path("srv"), to: first.edition.text)
        }
        guard case .editionDiffers(_, let found) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(found.changed.map(\.text) == ["index.html"])
        // Without its list of files nothing of it can be trusted.
        try folder.remove("srv/editions/\(again.edition.text)/manifest.json")
        #expect(try publish(folder).damaged == again.edition)
    }

    @Test func aCopyOfAnEditionCarriesNothingThatIsForServersAlone() throws {
        let folder = try TemporaryFolder()
        try build(["index.html": String(repeating: "текст ", count: 200), "files/own.gz": "х"], in: folder)
        let edition = try publish(folder, compresses: true).edition
        #expect(folder.contains("srv/editions/\(edition.text)/index.html.br"))
        _ = try Bundle.write(site: folder.path("srv/editions/\(edition.text)"), to: folder.path("copy.zip"))
        let verification = try Verify.archive(folder.path("copy.zip"))
        #expect(verification.isWhole)
        let names = try ZIPReader(folder.path("copy.zip")).entries.map(\.name)
        #expect(!names.contains { $0.hasSuffix(".br") || $0.hasSuffix(".html.gz") } && names.contains("files/own.gz"))
    }

    /// The rules for servers are the edition's own: they change with the link, and that is told.
    @Test func theRulesForServersAreThoseOfTheEditionThatIsShown() throws {
        let folder = try TemporaryFolder()
        let rules = ".server/nginx.conf"
        try build(["index.html": "первое"], in: folder)
        #expect(try !publish(folder).changesRules)
        try build(["index.html": "второе", rules: "location = \"/a.html\" { return 410; }\n"], in: folder)
        #expect(try publish(folder).changesRules)
        try build(["index.html": "третье", rules: "location = \"/a.html\" { return 410; }\n"], in: folder)
        let third = try publish(folder)
        #expect(!third.changesRules && folder.contains("srv/current/" + rules))
        let second = try Publication.rollback(in: folder.path("srv"), to: nil)
        #expect(!second.changesRules)
        let first = try Publication.rollback(in: folder.path("srv"), to: nil)
        #expect(first.changesRules && !folder.contains("srv/current/" + rules))
        #expect(try Publication.rollback(in: folder.path("srv"), to: third.edition.text).changesRules)
    }

    @Test func onlySoManyEditionsStayAndAlwaysTheOneThatIsShown() throws {
        let folder = try TemporaryFolder()
        for number in 1...3 {
            try build(["index.html": "издание \(number)"], in: folder)
            _ = try publish(folder)
        }
        _ = try Publication.rollback(in: folder.path("srv"), to: "0001")
        try build(["index.html": "издание 4"], in: folder)
        let report = try publish(folder, keeping: 1)
        #expect(report.removed.map(\.number) == [1, 2, 3])
        #expect(try shown(folder) == "editions/" + report.edition.text)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("srv/editions")) == [report.edition.text])
    }

    /// What was taken back is not what readers had: it goes first, and no rollback leads there.
    @Test(arguments: [2, 3, 5])
    func theEditionThatReadersHadBeforeStaysAndIsTheOneToGoBackTo(keep: Int) throws {
        let folder = try TemporaryFolder()
        for number in 1...3 {
            try build(["index.html": "издание \(number)"], in: folder)
            _ = try publish(folder)
        }
        #expect(try Publication.rollback(in: folder.path("srv"), to: nil).shown.number == 2)
        try build(["index.html": "издание 4"], in: folder)
        let report = try publish(folder, keeping: keep)
        #expect(report.edition.number == 4 && report.before?.number == 2)
        #expect(report.removed.map(\.number) == [2: [1, 3], 3: [3], 5: []][keep])
        #expect(try Publication.rollback(in: folder.path("srv"), to: nil).shown.number == 2)
        #expect(try folder.text("srv/current/index.html") == "издание 2")
        if keep == 2 {
            #expect(throws: PackagingError.self) { try Publication.rollback(in: folder.path("srv"), to: nil) }
        } else {
            #expect(try Publication.rollback(in: folder.path("srv"), to: nil).shown.number == 1)
        }
        // What has gone leaves nothing behind.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("srv/editions"))
        let editions = Set(names.filter { !$0.hasSuffix(".before") })
        #expect(names.allSatisfy { editions.contains($0) || editions.contains(String($0.dropLast(".before".count))) })
    }

    /// Editions of a program that noted nothing go by their numbers.
    @Test func whereNothingIsNotedTheEditionBeforeIsThatOfTheNumberBefore() throws {
        let folder = try TemporaryFolder()
        for number in 1...3 {
            try build(["index.html": "издание \(number)"], in: folder)
            let edition = try publish(folder).edition
            if number > 1 { try folder.remove("srv/editions/\(edition.text).before") }
        }
        #expect(try Publication.rollback(in: folder.path("srv"), to: nil).shown.number == 2)
        #expect(try publish(folder, keeping: 2).removed.map(\.number) == [1])
    }

    @Test func textsStandBesideThemselvesCompressedWhereThatIsSmaller() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "школа ", count: 400)
        try build(["index.html": long, "short.txt": "а", "picture.png": long], in: folder)
        _ = try publish(folder, compresses: true)
        let gzip = try folder.bytes("srv/current/index.html.gz")
        #expect(gzip == Gzip.compressed(Array(long.utf8)) && gzip.count < long.utf8.count)
        #expect(try folder.bytes("srv/current/index.html.br") == Brotli.compressed(Array(long.utf8)))
        for path in ["short.txt.gz", "short.txt.br", "picture.png.gz", "manifest.json.gz"] {
            #expect(!folder.contains("srv/current/" + path), "\(path)")
        }
        // The next edition takes over what was made of the same text, and checks as whole.
        try build(["index.html": long, "short.txt": "б", "new.html": long], in: folder)
        _ = try publish(folder, compresses: true)
        #expect(try folder.bytes("srv/current/index.html.gz") == gzip)
        #expect(folder.contains("srv/current/new.html.br"))
        #expect(try Verify.folder(folder.path("srv/current")).isWhole)
        // Published without, nothing of it stays.
        let plain = try publish(folder)
        #expect(!plain.wasThere && !folder.contains("srv/current/index.html.gz"))
    }

    @Test func whatIsNoSoundSiteOrNoFolderOfEditionsIsRefused() throws {
        let folder = try TemporaryFolder()
        try build(["index.html": "а"], in: folder)
        try folder.write("б", to: "site/index.html")
        #expect(throws: PackagingError.self) { try publish(folder) }
        try build(["index.html": "а"], in: folder)
        try folder.write("чужое", to: "srv/current/index.html")
        #expect(throws: PackagingError.self) { try publish(folder) }
        #expect(try folder.text("srv/current/index.html") == "чужое")
        #expect(throws: PackagingError.self) { try Publication.rollback(in: folder.path("none"), to: nil) }
    }

    @Test func aDamagedEditionIsNotShownAgain() throws {
        let folder = try TemporaryFolder()
        try build(["index.html": "первое"], in: folder)
        let first = try publish(folder).edition
        try build(["index.html": "второе"], in: folder)
        _ = try publish(folder)
        try folder.write("порча", to: "srv/editions/\(first.text)/index.html")
        #expect(throws: PackagingError.self) { try Publication.rollback(in: folder.path("srv"), to: nil) }
        #expect(try folder.text("srv/current/index.html") == "второе")
    }

    @Test(arguments: ["", "а", String(repeating: "школа ", count: 10_000)])
    func compressedTextsAreTheSameAgain(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(
            Gzip.compressed(bytes) == Gzip.compressed(bytes) && Brotli.compressed(bytes) == Brotli.compressed(bytes))
        let folder = try TemporaryFolder()
        try Data(Gzip.compressed(bytes)).write(to: URL(fileURLWithPath: folder.path("a.gz")))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-d", folder.path("a.gz")]
        try process.run()
        process.waitUntilExit()
        #expect(try folder.bytes("a") == bytes)
    }
}
