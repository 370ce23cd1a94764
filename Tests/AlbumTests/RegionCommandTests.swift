import Foundation
import TestSupport
import Testing

/// What commands say of a site of several regions, to people and to programs.
@Suite struct RegionCommandTests {
    private func country() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let head = "title: Регионы\nlabel: {one: регион, few: региона, many: регионов}\naxis: true\nentries:\n"
        try folder.write(
            head + "  - {id: perm, name: Пермский край}\n  - {id: tula, name: Тульская область}\n",
            to: "site/content/vocabularies/regions.yml")
        for region in ["perm", "tula"] {
            try folder.write(
                "---\ntitle: Квест \(region)\nsummary: Игра по станциям\n---\n\nТекст о квесте.\n",
                to: "site/regions/\(region)/practices/kvest.md")
        }
        let album = try folder.text("site/album.yml")
        try folder.write(
            album + "\nroots:\n  - {folder: regions/perm, region: perm}\n  - {folder: regions/tula, region: tula}\n",
            to: "site/album.yml")
        return folder
    }

    private func objects(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func theListSaysOfWhichRootAndRegionAMaterialIs() throws {
        let folder = try country()
        let run = try Program.run(["list", "--root", "site", "--format", "json"], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        let all = try objects(run.output)
        let perm = try #require(all.first { $0["id"] as? String == "perm/practices/kvest" })
        #expect(perm["root"] as? String == "perm" && perm["regions"] as? [String] == ["perm"])
        #expect(perm["url"] as? String == "perm/practices/kvest.html" && perm["title"] as? String == "Квест perm")
        let own = try #require(all.first { $0["id"] as? String == "practices/pervaia-praktika" })
        #expect(own["root"] is NSNull && (own["regions"] as? [String])?.isEmpty == true)
        let tula = try Program.run(
            ["list", "--root", "site", "--format", "json", "--region", "tula"], in: folder.path)
        #expect(try objects(tula.output).map { $0["root"] as? String } == ["tula"])
        #expect(try Program.run(["list", "--root", "site", "--format", "sarif"], in: folder.path).status == 2)
    }

    @Test func aRegionIsNamedByItsIDItsNamesAndItsRoot() throws {
        let folder = try country()
        let album = try folder.text("site/album.yml")
        try folder.write(
            album.replacingOccurrences(of: "regions/tula, region", with: "regions/tula, id: album-71, region"),
            to: "site/album.yml")
        for name in ["tula", "Тульская область", "album-71"] {
            let run = try Program.run(
                ["list", "--root", "site", "--format", "json", "--region", name], in: folder.path)
            #expect(try objects(run.output).map { $0["root"] as? String } == ["album-71"], "\(name): \(run.messages)")
        }
        #expect(try Program.run(["list", "--root", "site", "--region", "album-72"], in: folder.path).status == 2)
    }

    @Test func aNameOfTwoRegionsIsAskedWithBoth() throws {
        let folder = try country()
        try folder.replace(
            "name: Тульская область}", with: "name: Тульская область, aliases: [Пермский край]}",
            in: "site/content/vocabularies/regions.yml")
        let run = try Program.run(["list", "--root", "site", "--region", "Пермский край"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.messages.contains("«Пермский край» (perm), и «Тульская область» (tula)"), "\(run.messages)")
    }

    @Test func theSearchTakesARegionByItsRoot() throws {
        let folder = try country()
        try folder.replace("regions/tula, region", with: "regions/tula, id: album-71, region", in: "site/album.yml")
        let built = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(built.status == 0, "\(built.messages)")
        for name in ["tula", "Тульская область", "album-71"] {
            let run = try Program.run(
                ["search", "квест", "--root", "site", "--format", "json", "--region", name], in: folder.path)
            let results = try #require(try objects(run.output).first?["results"] as? [[String: Any]])
            #expect(results.map { $0["url"] as? String } == ["album-71/practices/kvest.html"], "\(run.messages)")
        }
    }

    @Test func theSearchSaysOfWhichRegionsAPageIs() throws {
        let folder = try country()
        let built = try Program.run(["build", "--root", "site"], in: folder.path)
        #expect(built.status == 0, "\(built.messages)")
        let run = try Program.run(["search", "квест", "--root", "site", "--format", "json"], in: folder.path)
        let results = try #require(try objects(run.output).first?["results"] as? [[String: Any]])
        let perm = try #require(results.first { $0["url"] as? String == "perm/practices/kvest.html" })
        #expect(perm["regions"] as? [String] == ["perm"])
    }

    @Test func aSiteOfOneRegionIsToldOfAsBefore() throws {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        let run = try Program.run(
            ["list", "--root", "site", "--format", "json", "--kind", "practice"], in: folder.path)
        #expect(
            run.output
                == #"{"id":"practices/pervaia-praktika","kind":"practice","title":"Первая практика","url":"practices/pervaia-praktika.html","draft":false}"#
                + "\n")
    }
}
