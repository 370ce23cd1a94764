import Bodies
import Files
import Foundation
import Store
import TestSupport
import Testing

@testable import SiteBuilder

/// A country of three small regions: one has a municipality that is called as one of another, one says something else in
/// an entry of the site's, one has a kind of its own.
enum CountrySite {
    static let configuration = """
        title: Альбом страны
        edition: 2023-06-01
        theme: small
        menu: [regions, directions, practice, coverage]
        roots:
          - {folder: regions/perm, region: perm}
          - {folder: regions/tula-oblast, id: tula, region: tula}
          - {folder: regions/omsk, region: omsk}

        """

    static let regions = """
        title: Регионы
        label: {one: регион, few: региона, many: регионов}
        axis: true
        entries:
          - {id: perm, name: Пермский край}
          - {id: tula, name: Тульская область}
          - {id: omsk, name: Омская область}

        """

    static func municipalities(_ entries: String...) -> String {
        "title: Муниципалитеты\nlabel: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}\naxis: true\n"
            + "entries:\n" + entries.map { "  - \($0)\n" }.joined()
    }

    static let files = [
        "album.yml": configuration,
        "content/vocabularies/regions.yml": regions,
        "content/vocabularies/municipalities.yml": municipalities("{id: stolitsa, name: Столица}"),
        "content/practices/kvest.md": SampleSite.practice("Квест страны"),
        "content/documents/prikaz.md": "---\ntitle: Приказ\nsummary: Общий\n---\n\nТекст.\n",
        // A region with `content/` below its folder.
        "regions/perm/album.yml": "title: Альбом Перми\nedition: 2023-06-01\n",
        "regions/perm/content/vocabularies/municipalities.yml": municipalities(
            "{id: leninsky-mr, name: Ленинский МР}", "{id: kungur-go, name: Кунгурский ГО}"),
        "regions/perm/content/practices/kvest.md": SampleSite.practice(
            "Квест Перми", "municipalities: [Ленинский МР]", body: "См. [[marafon-1]] и [[prikaz]]."),
        "regions/perm/content/practices/marafon.md": SampleSite.practice("Марафон", "id: marafon-1"),
        // One that is content itself.
        "regions/tula-oblast/vocabularies/municipalities.yml": municipalities("{id: leninsky-mr, name: Ленинский МР}"),
        "regions/tula-oblast/vocabularies/directions.yml": """
        title: Направления
        label: {one: направление, few: направления, many: направлений}
        axis: true
        entries:
          - {id: znanie, name: Познание, number: 1}
          - {id: zdorove, name: Здоровье, number: 2}
          - {id: shakhmaty, name: Шахматы, number: 7}

        """,
        "regions/tula-oblast/practices/kvest.md": SampleSite.practice(
            "Квест Тулы", "municipalities: [Ленинский МР]\ndirections: [Шахматы, Знание]"),
        // One with a kind of its own.
        "regions/omsk/content/vocabularies/municipalities.yml": municipalities("{id: tara-mr, name: Тарский МР}"),
        "regions/omsk/content/kinds/museum.yml":
            "id: museum\nfolder: museums\nname: {one: музей, few: музея, many: музеев}\ntitle: Музеи\norder: 9\n",
        "regions/omsk/content/museums/kraeved.md":
            "---\ntitle: Краевед\nsummary: Музей школы\nmunicipalities: [Тарский МР]\n---\n\nСм. [[perm/kvest]].\n",
    ]

    static func make(_ changes: [String: String] = [:]) throws -> SampleSite {
        try SampleSite(files.merging(changes) { $1 })
    }

    static func warm(_ site: SampleSite) throws -> BuildReport {
        try site.build { $0.store = BuildStore.open(site.folder.path(".album-cache")) }
    }

    /// Materials that are read by a build with what the one before has kept.
    static func readCount(_ site: SampleSite) throws -> Int {
        var clock = StageClock()
        var reading = LoadedSite.Reading(parallel: Parallel(jobs: 2), edition: nil)
        reading.store = BuildStore.open(site.folder.path(".album-read"))
        let loaded = try LoadedSite.load(DiskFileSystem(root: site.folder.path), reading, clock: &clock).0
        return try #require(loaded).readCount
    }
}
