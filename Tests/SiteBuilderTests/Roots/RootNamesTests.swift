import Search
import TestSupport
import Testing

@testable import SiteBuilder

/// Places of several regions that are called alike: what tells them apart, and who may name them.
@Suite struct RootNamesTests {
    private static func country(_ municipalities: String) throws -> SampleSite {
        try CountrySite.make([
            "content/practices/obshchee.md": SampleSite.practice("Общее дело", "municipalities: [\(municipalities)]")
        ])
    }

    @Test(arguments: ["Ленинский МР (Пермский край)", "ленинский мр (пермский край)", "perm.leninsky-mr"])
    func theSitesOwnMaterialsNamePlacesOfRoots(name: String) throws {
        let site = try Self.country("\"\(name)\", Тарский МР")
        let report = try site.build()
        #expect(report.summary != nil, "\(report.text)")
        #expect(try site.page("municipalities/perm.leninsky-mr.html").contains("Общее дело"))
        #expect(try site.page("municipalities/omsk.tara-mr.html").contains("Общее дело"))
        #expect(try !site.page("municipalities/tula.leninsky-mr.html").contains("Общее дело"))
        #expect(try site.page("regions/perm.html").contains("Общее дело"))
    }

    @Test func aNameOfTwoRegionsIsAskedWithBoth() throws {
        let told = try #require(
            try Self.country("Ленинский МР").build().diagnostics.first { $0.code == .ambiguousValue })
        #expect(told.candidates == ["Ленинский МР (Пермский край)", "Ленинский МР (Тульская область)"])
    }

    /// One more region makes no name ambiguous that the site's own lists have.
    @Test func aNameOfTheSitesOwnListsIsThatOne() throws {
        let site = try CountrySite.make([
            "content/vocabularies/municipalities.yml": CountrySite.municipalities(
                "{id: leninsky-mr, name: Ленинский МР}"),
            "content/practices/obshchee.md": SampleSite.practice("Общее дело", "municipalities: [Ленинский МР]"),
        ])
        try site.build()
        #expect(try site.page("municipalities/leninsky-mr.html").contains("Общее дело"))
    }

    @Test func namesakesAreShownWithTheirRegion() throws {
        let site = try CountrySite.make()
        try site.build()
        for page in ["municipalities/perm.leninsky-mr.html", "perm/practices/kvest.html", "practices/index.html"] {
            #expect(try site.page(page).contains("Ленинский МР (Пермский край)"), "\(page)")
        }
    }

    /// The site's list of regions is the one that holds: a root does not bring one of its own into it.
    @Test func aRegionThatOnlyTheRootHasIsToldWithThoseThatAre() throws {
        let site = try CountrySite.make([
            "album.yml": CountrySite.configuration.replacing("region: omsk}", with: "region: omskaya}"),
            "regions/omsk/content/vocabularies/regions.yml": CountrySite.regions.replacing("omsk", with: "omskaya"),
        ])
        let report = try site.build()
        let told = report.diagnostics.filter { $0.location.path == "album.yml" && $0.severity == .error }
        #expect(told.map(\.candidates) == [["perm", "tula", "omsk"]], "\(report.text)")
    }

    /// A region's new id has to stand at several places: one message names them all.
    @Test func placesOfAFormerIDOfARegionAreToldTogether() throws {
        let site = try CountrySite.make([
            "content/vocabularies/regions.yml": CountrySite.regions.replacing("id: perm", with: "id: permsky"),
            "regions/perm/content/vocabularies/regions.yml": CountrySite.regions,
            "regions/perm/content/vocabularies/municipalities.yml": CountrySite.municipalities(
                "{id: leninsky-mr, name: Ленинский МР, region: perm}",
                "{id: kungur-go, name: Кунгурский ГО, region: perm}"),
        ])
        let report = try SiteBuild.check(site.request())
        let told = report.diagnostics.filter { $0.location.path == "album.yml" && $0.severity == .error }
        #expect(told.count == 1, "\(report.text)")
        #expect(
            told.first?.related.map(\.path) == [
                "regions/perm/content/vocabularies/municipalities.yml", "regions/perm/content/vocabularies/regions.yml",
            ], "\(report.text)")
    }

    @Test func listsThatAreJoinedAlikeAreNotTheSame() throws {
        func aliases(_ list: String) -> String {
            "title: Направления\nlabel: {one: направление, few: направления, many: направлений}\naxis: true\n"
                + "entries:\n  - {id: lager, name: Лагерь, aliases: \(list)}\n"
        }
        let site = try CountrySite.make([
            "regions/perm/content/vocabularies/directions.yml": aliases("[\"а, б\"]"),
            "regions/tula-oblast/vocabularies/directions.yml": aliases("[а, б]"),
            "regions/tula-oblast/practices/kvest.md": SampleSite.practice("Квест Тулы"),
        ])
        let told = try site.build().diagnostics.filter { $0.code == .entryOfRootDiffers }
        #expect(told.map(\.arguments.last) == ["aliases: «а», «б» ≠ «а, б»"])
    }

    /// What belongs to the region as a whole says so where a municipality would stand.
    @Test func aMaterialOfARegionThatNamesNoPlaceSaysItsRegion() throws {
        let site = try CountrySite.make()
        try site.build()
        #expect(
            try site.page("perm/practices/marafon.html").contains(
                "<a href=\"../../regions/perm.html\">Пермский край</a>"))
        #expect(try !site.page("practices/kvest.html").contains("Пермский край</a>"))
    }

    @Test func pagesOfPlacesStandUnderTheirRegionInTheSearch() throws {
        let site = try CountrySite.make()
        try site.build()
        let built = try site.output()
        let engine = try SearchEngine { built[$0] }
        let found = engine.search("Ленинский", filters: ["regions": ["perm"]], limit: 10).results.map(\.url)
        #expect(found.contains("municipalities/perm.leninsky-mr.html"), "\(found)")
        #expect(!found.contains("municipalities/tula.leninsky-mr.html"), "\(found)")
    }

    @Test(arguments: [("tt", true), ("ru", false)])
    func anotherLanguageOfARootIsTold(language: String, isTold: Bool) throws {
        let site = try CountrySite.make([
            "regions/perm/album.yml": "title: Альбом Перми\nedition: 2023-06-01\nlanguage: \(language)\n"
        ])
        let told = try site.build().diagnostics.filter { $0.code == .languageOfRoot }.map(\.location.path)
        #expect(told == (isTold ? ["regions/perm/album.yml"] : []))
    }

    @Test(arguments: [true, false])
    func aPlaceOfAnAlbumThatIsGoneNamesIt(isLast: Bool) throws {
        let gone = CountrySite.configuration.replacing("  - {folder: regions/perm, region: perm}\n", with: "")
        let site = try CountrySite.make([
            "album.yml": isLast
                ? String(gone.prefix(upTo: try #require(gone.firstRange(of: "roots:")).lowerBound)) : gone,
            "content/practices/obshchee.md": SampleSite.practice("Общее дело", "municipalities: [perm.leninsky-mr]"),
        ])
        let told = try #require(try site.build().diagnostics.first { $0.code == .placeOfGoneRoot })
        #expect(told.arguments == ["perm.leninsky-mr", "perm", isLast ? "—" : "tula, omsk"])
    }

    /// Orders of two regions are called alike.
    @Test func aListOfDocumentsSaysTheirRegion() throws {
        let site = try CountrySite.make([
            "regions/perm/content/documents/prikaz-kraia.md": "---\ntitle: Приказ\nsummary: Край\n---\n\nТекст.\n"
        ])
        try site.build()
        #expect(try site.page("documents/index.html").contains("Пермский край"))
    }
}
