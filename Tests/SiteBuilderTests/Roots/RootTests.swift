import Bodies
import Catalog
import Diagnostics
import Files
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// Several albums in one site: what belongs to whom, and what nobody reaches.
@Suite struct RootTests {
    // MARK: Addresses

    @Test func addressesBeginWithTheRootsID() throws {
        let site = try CountrySite.make()
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        for page in [
            "practices/kvest.html", "perm/practices/kvest.html", "perm/practices/marafon.html",
            "tula/practices/kvest.html", "omsk/museums/kraeved.html", "museums/index.html",
        ] {
            #expect(site.folder.contains("public/" + page), "\(page)")
        }
    }

    @Test func oneMoreRegionChangesNoAddressOfAnother() throws {
        let site = try CountrySite.make()
        let all = Set(try published(site))
        let text = CountrySite.configuration.replacing("  - {folder: regions/perm, region: perm}\n", with: "")
        // Nobody else names what is Perm's.
        let fewer = try CountrySite.make([
            "album.yml": text,
            "regions/omsk/content/museums/kraeved.md": "---\ntitle: Краевед\nsummary: Музей\n---\n\nТекст.\n",
        ])
        let others = Set(try published(fewer))
        #expect(others.subtracting(all).isEmpty)
        #expect(
            all.subtracting(others).allSatisfy { $0.hasPrefix("perm/") || $0.contains("perm.") || $0.contains("tara") })
    }

    private func published(_ site: SampleSite) throws -> [String] {
        _ = try #require(try site.build().summary)
        return try site.output().keys.filter { $0.hasSuffix(".html") && !$0.contains("/index") }
    }

    // MARK: Places

    @Test func namesakesOfTwoRegionsAreTwoPlaces() throws {
        let site = try CountrySite.make()
        try site.build()
        let (perm, tula) = (
            try site.page("municipalities/perm.leninsky-mr.html"), try site.page("municipalities/tula.leninsky-mr.html")
        )
        #expect(perm.contains("Квест Перми") && !perm.contains("Квест Тулы"))
        #expect(tula.contains("Квест Тулы") && !tula.contains("Квест Перми"))
    }

    @Test func aPlaceThatTheSiteHasInTheSameRegionIsThatOne() throws {
        let site = try CountrySite.make([
            "content/vocabularies/municipalities.yml": CountrySite.municipalities(
                "{id: leninsky-mr, name: Ленинский МР, region: perm}")
        ])
        try site.build()
        #expect(try site.page("municipalities/leninsky-mr.html").contains("Квест Перми"))
        #expect(!site.folder.contains("public/municipalities/perm.leninsky-mr.html"))
        #expect(try site.page("municipalities/tula.leninsky-mr.html").contains("Квест Тулы"))
    }

    @Test func materialsBelongToTheRegionOfTheirRootAndMunicipality() throws {
        let site = try CountrySite.make()
        try site.build()
        let page = try site.page("regions/perm.html")
        #expect(page.contains("Квест Перми") && page.contains("Марафон"))
        #expect(!page.contains("Квест Тулы") && !page.contains("Квест страны"))
    }

    // MARK: Names

    @Test func namesAreLookedForInTheOwnRootThenInTheSiteThenElsewhere() throws {
        let site = try CountrySite.make([
            "regions/perm/content/practices/links.md": SampleSite.practice(
                "Ссылки", body: "[[kvest]] [[prikaz]] [[kraeved]] [[tula/kvest]] [[marafon-1]]")
        ])
        try site.build()
        let page = try site.page("perm/practices/links.html")
        for address in [
            "\"kvest.html\"", "../../documents/prikaz.html", "../../omsk/museums/kraeved.html",
            "../../tula/practices/kvest.html", "\"marafon.html\"",
        ] {
            #expect(page.contains(address), "\(address)")
        }
    }

    @Test func aNameOfTwoOtherRootsIsToldWithBoth() throws {
        let site = try CountrySite.make([
            "content/practices/kvest.md": SampleSite.practice("Другое имя", body: "[[Марафон]] [[lager]]"),
            "regions/perm/content/practices/lager.md": SampleSite.practice("Лагерь Перми"),
            "regions/tula-oblast/practices/lager.md": SampleSite.practice("Лагерь Тулы"),
        ])
        let told = try site.build().diagnostics.filter { $0.code == .ambiguousReference }
        #expect(told.count == 1)
        #expect(told.first?.candidates == ["perm/practices/lager", "tula/practices/lager"])
    }

    @Test func anIDIsUniqueWithinItsRootAlone() throws {
        let site = try CountrySite.make([
            "regions/tula-oblast/practices/marafon.md": SampleSite.practice("Марафон", "id: marafon-1"),
            "regions/perm/content/practices/marafon-2.md": SampleSite.practice("Марафон 2", "id: marafon-1"),
        ])
        let told = try site.build().diagnostics.filter { $0.code == .duplicateID || $0.code == .sameTitle }
        #expect(told.map(\.location.path) == ["regions/perm/content/practices/marafon.md"])
    }

    // MARK: Confinement

    @Test func nothingOfARootLeavesItsFolder() throws {
        let site = try CountrySite.make([
            "content/practices/secret.csv": "а;б\n",
            "regions/perm/content/practices/attack.md": SampleSite.practice(
                "Атака", "attachments: [../../practices/secret.csv, /practices/secret.csv]",
                body: "[а](../../practices/kvest.md) [б](../../tula/practices/kvest.md) [в](../../../../album.yml)"),
            "content/practices/back.md": SampleSite.practice("Обратно", body: "[а](../perm/practices/kvest.md)"),
        ])
        try site.folder.link("regions/perm/content/practices/leak.csv", to: "../../../../content/practices/secret.csv")
        let report = try site.build()
        let codes = report.diagnostics.filter { $0.location.path.hasPrefix("regions/perm") }.map(\.code)
        #expect(codes.count { $0 == .linkOutside } == 3, "\(report.text)")
        #expect(codes.count { $0 == .missingFile } == 2, "\(report.text)")
        #expect(codes.contains(.symlinkOutside), "\(report.text)")
        #expect(report.diagnostics.contains { $0.code == .linkOutside && $0.location.path.hasPrefix("content/") })
        #expect(report.summary == nil)
    }

    @Test func aPlaceOfAnotherRegionIsRefused() throws {
        let site = try CountrySite.make([
            "regions/perm/content/practices/foreign.md": SampleSite.practice("Чужое", "municipalities: [Тарский МР]"),
            "content/practices/own.md": SampleSite.practice("Общее", "municipalities: [Тарский МР]"),
            "regions/omsk/content/vocabularies/municipalities.yml": CountrySite.municipalities(
                "{id: tara-mr, name: Тарский МР}", "{id: suvorov, name: Суворовский МР, region: tula}"),
        ])
        let told = try site.build().diagnostics.map { "\($0.code.name) \($0.location.path)" }
        #expect(told.contains("entry-of-other-root regions/perm/content/practices/foreign.md"), "\(told)")
        #expect(!told.contains { $0.hasSuffix("content/practices/own.md") && $0.hasPrefix("entry-of") }, "\(told)")
        #expect(told.contains("place-of-other-region regions/omsk/content/vocabularies/municipalities.yml"), "\(told)")
    }

    /// Eight municipalities of a region that is not there are one mistake, which names those that are.
    @Test func aRegionThatIsNotThereIsOneMistakeWithTheRegionsThatAre() throws {
        let places = (1...8).map { "{id: place-\($0), name: Местный-\($0) МР, region: omsk-oblast}" }
        let list =
            "title: Муниципалитеты\nlabel: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}\n"
            + "axis: true\nentries:\n" + places.map { "  - \($0)\n" }.joined()
        let changes = [
            "regions/omsk/content/vocabularies/municipalities.yml": list,
            "regions/omsk/content/museums/kraeved.md":
                "---\ntitle: Краевед\nsummary: Музей школы\nmunicipalities: [Местный-1 МР]\n---\n\nТекст.\n",
        ]
        let ofEntries = try CountrySite.make(changes).build()
        #expect(ofEntries.diagnostics.filter { $0.severity == .error }.map(\.code.name) == ["place-of-other-region"])
        let ofRoot = try CountrySite.make(
            changes.merging([
                "album.yml": CountrySite.configuration.replacing("region: omsk}", with: "region: omsk-oblast}")
            ]) { $1 }
        ).build()
        let errors = ofRoot.diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.location.path) == ["album.yml"], "\(ofRoot.text)")
        #expect(ofRoot.text.contains("возможно: perm, tula, omsk"), "\(ofRoot.text)")
    }

    @Test func namesOfTheWholeSiteAreNotesWhereARootIsLookedAtByItself() throws {
        let site = try CountrySite.make([
            "regions/perm/album.yml": "title: Альбом Перми\nedition: 2023-06-01\ntheme: small\n",
            "regions/perm/content/practices/kvest.md": SampleSite.practice(
                "Квест Перми", "municipalities: [Ленинский МР]", body: "См. [[prikaz]], [[prikaz]] и [[net-takogo]]."),
        ])
        for folder in ["content/kinds", "themes"] {
            try site.lay(SampleSite.tests.appendingPathComponent("Common/\(folder)"), into: "regions/perm/\(folder)/")
        }
        let request = BuildRequest(
            root: try DiskFileSystem(root: site.folder.path("regions/perm")), parallel: Parallel(jobs: 1),
            installedThemes: try DiskFileSystem(root: site.folder.path("standard")))
        let told = try SiteBuild.check(request).diagnostics.filter { $0.location.path.hasSuffix("kvest.md") }
        #expect(told.filter { $0.severity == .error }.map(\.arguments.first) == ["net-takogo"], "\(told)")
        let note = try #require(told.first { $0.code == .nameOfWholeSite })
        #expect(note.arguments == ["prikaz", "Приказ", "../.."] && note.related.count == 1)
    }

    @Test func aFolderThatALinkLeadsToIsRefused() throws {
        let site = try CountrySite.make()
        try site.folder.move("regions/omsk", to: "elsewhere")
        try site.folder.link("regions/omsk", to: "../elsewhere")
        #expect(try site.build().codes.contains("root-outside"))
    }

    // MARK: Warm builds

    @Test func aVocabularyOfARootIsNothingToOtherRoots() throws {
        let site = try CountrySite.make()
        let all = try CountrySite.readCount(site)
        #expect(try CountrySite.readCount(site) == 0)
        let path = "regions/perm/content/vocabularies/municipalities.yml"
        let text = try site.folder.text(path)
        // One more entry before all others moves the positions of those behind it.
        try site.folder.write(text.replacing("entries:\n", with: "entries:\n  - {id: aa-mr, name: Аа МР}\n"), to: path)
        // Those of Perm, and the site's own, which may name places of Perm.
        #expect(try CountrySite.readCount(site) == 4)
        #expect(all == 6)
    }

    @Test func aWarmBuildGivesWhatAColdOneGives() throws {
        let site = try CountrySite.make()
        #expect(try CountrySite.warm(site).summary != nil)
        #expect(try CountrySite.warm(site).summary?.made == 0)
        let path = "regions/perm/content/vocabularies/municipalities.yml"
        let text = try site.folder.text(path)
        try site.folder.write(text.replacing("entries:\n", with: "entries:\n  - {id: aa-mr, name: Аа МР}\n"), to: path)
        try expectWarmIsCold(site)
        let body = "regions/tula-oblast/practices/kvest.md"
        try site.folder.write(try site.folder.text(body) + "\nЕщё.\n", to: body)
        #expect(try CountrySite.warm(site).summary?.made == 1)
        try expectWarmIsCold(site)
        try site.folder.write(
            CountrySite.configuration.replacing(
                "  - {folder: regions/tula-oblast, id: tula, region: tula}\n", with: ""),
            to: "album.yml")
        try expectWarmIsCold(site)
    }

    private func expectWarmIsCold(_ site: SampleSite) throws {
        let output = MemoryOutput()
        let cold = try SiteBuild.run(try site.request(jobs: 1)) { _ throws(FileError) in output }
        #expect(try CountrySite.warm(site).text == cold.text)
        let files = Dictionary(uniqueKeysWithValues: output.files.map { ($0.key.text, $0.value) })
        let warm = try site.output()
        let different = Set(files.keys).union(warm.keys).filter { files[$0] != warm[$0] }
        #expect(different.isEmpty, "\(different.sorted().prefix(5))")
    }
}
