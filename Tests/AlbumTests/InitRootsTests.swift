import Foundation
import TestSupport
import Testing

/// `album init DIR --roots`: a site of albums that are there.
@Suite struct InitRootsTests {
    private static let regions = [
        (folder: "perm", name: "Пермский край", places: "Пермский ГО\nКунгурский МО\nЛысьвенский МО\n"),
        (folder: "tula-oblast", name: "Тульская область", places: "ГО Тула\nЕфремовский МО\n"),
        (folder: "omsk", name: "Омская область", places: "ГО Омск\nТарский МР\n"),
    ]

    /// `strana` with three albums in `strana/regions`, as `album init` makes them.
    private func albums(_ count: Int = 3) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for region in Self.regions.prefix(count) {
            let run = try Program.run(
                [
                    "init", "strana/regions/\(region.folder)", "--region", region.name, "--directions", "nine",
                    "--municipalities", "-",
                ], in: folder.path, input: region.places)
            #expect(run.status == 0, "\(run.messages)")
        }
        return folder
    }

    private func joined(_ folder: TemporaryFolder, _ roots: String, further: [String] = []) throws -> Program.Run {
        try Program.run(
            ["init", "strana", "--roots", roots, "--region", "Альбом страны"] + further, in: folder.path)
    }

    private static let all = "strana/regions/perm,strana/regions/tula-oblast,strana/regions/omsk"

    @Test func threeAlbumsBecomeASiteThatBuildsWithoutAMessage() throws {
        let folder = try albums()
        let run = try joined(folder, Self.all, further: ["--contact", "Институт, методический отдел"])
        #expect(run.status == 0 && !run.messages.contains("подсказка"), "\(run.messages)")
        for command in [["check"], ["build"], ["build", "--strict"]] {
            let told = try Program.run(command + ["--root", "strana", "--format", "json"], in: folder.path)
            #expect(told.status == 0, "\(command): \(told.output)\(told.messages)")
            #expect(!told.output.contains("\"code\""), "\(command): \(told.output)")
        }
        let configuration = try folder.text("strana/album.yml")
        #expect(configuration.contains("title: Альбом страны") && configuration.contains("contact: Институт"))
        #expect(configuration.contains("roadmap, indicators, document"), "\(configuration)")
        #expect(
            configuration.contains(
                "  - {folder: regions/tula-oblast, id: tulskaia-oblast, region: tulskaia-oblast}"),
            "\(configuration)")
        let regions = try folder.text("strana/content/vocabularies/regions.yml")
        #expect(regions.contains("axis: true") && regions.contains("name: Омская область"), "\(regions)")
        let directions = try folder.text("strana/content/vocabularies/directions.yml")
        #expect(directions.split(separator: "\n").count { $0.hasPrefix("  - id: ") } == 9, "\(directions)")
        #expect(directions.contains("\naxis: true\n"), "\(directions)")
        for list in ["municipalities", "organisations"] {
            #expect(try folder.text("strana/content/vocabularies/\(list).yml").hasSuffix("entries: []\n"))
        }
        #expect(folder.contains("strana/public/municipalities/permskii-krai.permskii-go.html"))
        // What each album says about itself stands once.
        let pages = try folder.files(below: "strana/public").filter { $0.hasSuffix("/about.html") }
        #expect(pages.count == 1, "\(pages)")
        #expect(folder.contains("strana/public/regions/omskaia-oblast.html"))
        for name in try folder.files(below: "strana/public") {
            guard let text = String(bytes: try folder.bytes("strana/public/\(name)"), encoding: .utf8) else { continue }
            for word in ["Челяб", "Магнитогорск", "Миасс", "{{"] where text.contains(word) && !name.hasSuffix(".js") {
                Issue.record("\(name) has «\(word)»")
            }
        }
    }

    @Test func directionsThatOneAlbumAloneHasAreTakenAndDifferencesAreTold() throws {
        let folder = try albums(2)
        let path = "strana/regions/tula-oblast/content/vocabularies/directions.yml"
        let text = try folder.text(path).replacing("name: Здоровье", with: "name: Здоровье и спорт")
        try folder.write(text + "  - id: nauka\n    name: Наука\n    number: 10\n", to: path)
        let run = try joined(folder, "strana/regions/perm,strana/regions/tula-oblast")
        #expect(run.status == 0, "\(run.messages)")
        #expect(
            run.messages.contains("regions/tula-oblast/content/vocabularies/directions.yml")
                && run.messages.contains("«Здоровье и спорт» ≠ «Здоровье»"), "\(run.messages)")
        let directions = try folder.text("strana/content/vocabularies/directions.yml")
        #expect(directions.contains("name: Наука") && !directions.contains("Здоровье и спорт"), "\(directions)")
    }

    @Test(arguments: [
        ("strana/regions/perm,strana/regions/net", "папки альбома «strana/regions/net» нет"),
        ("strana/regions", "«strana/regions» — не альбом"),
        ("strana/regions/perm,strana/regions/./perm", "один и тот же альбом"),
        ("strana", "«strana» — не альбом"),
        ("elsewhere", "лежит не в папке нового сайта"),
        ("strana/regions/perm,strana/regions/twin", "один регион, permskii-krai"),
        ("strana/.regions/perm", "лежит в скрытой папке"),
        ("strana/regions/joined", "сам соединяет альбомы"),
        (",", "перечислите их папки"),
    ])
    func whatCannotBeJoinedIsSaidAndNothingIsWritten(roots: String, words: String) throws {
        let folder = try albums(1)
        let files = FileManager.default
        for copy in ["strana/regions/twin", "elsewhere", "strana/.regions/perm", "strana/regions/joined"]
        where roots.contains(copy) {
            try files.createDirectory(
                atPath: URL(fileURLWithPath: folder.path(copy)).deletingLastPathComponent().path,
                withIntermediateDirectories: true)
            try files.copyItem(atPath: folder.path("strana/regions/perm"), toPath: folder.path(copy))
        }
        if roots.contains("joined") {
            try folder.write(
                "title: Сайт\nedition: 2023-06-01\nroots:\n  - {folder: a, region: a}\n",
                to: "strana/regions/joined/album.yml")
        }
        let before = try folder.files(below: "")
        let run = try joined(folder, roots)
        #expect(run.status == 2 && run.messages.contains(words), "\(run.messages)")
        #expect(try folder.files(below: "") == before)
    }

    @Test func aTerminalAsksForTheTitle() throws {
        let folder = try albums(2)
        let run = try Program.atTerminal(
            ["init", "strana", "--roots", "strana/regions/perm,strana/regions/tula-oblast"], in: folder.path,
            answers: ["Альбом двух регионов", ""])
        #expect(run.status == 0 && run.messages.contains("Как назвать общий сайт?"), "\(run.messages)")
        #expect(try folder.text("strana/album.yml").contains("title: Альбом двух регионов"))
    }

    /// Whoever has gathered lists begins beside them.
    @Test func anAlbumBeginsBesideListsWhichStay() throws {
        let folder = try TemporaryFolder([
            "perm/список.txt": "Пермский ГО\nКунгурский МО\n", "perm/план.docx": "x", "perm/Снимок.JPG": "x",
            "perm/.git/config": "x",
        ])
        let arguments = [
            "init", ".", "--region", "Пермский край", "--directions", "nine", "--municipalities", "список.txt", "--yes",
        ]
        let run = try Program.run(arguments, in: folder.path("perm"))
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.text("perm/список.txt") == "Пермский ГО\nКунгурский МО\n")
        #expect(
            folder.contains("perm/album.yml") && folder.contains("perm/план.docx")
                && folder.contains("perm/.git/config"))
        #expect(!folder.contains("perm/.album-new"))
    }

    @Test(arguments: [
        ("perm/README.md", "README.md", "записал бы его заново"),
        ("perm/content/a.txt", "content", "записал бы его заново"),
        ("perm/program.swift", "program.swift", "не пуста"), ("perm/Фото/a.jpg", "Фото", "не пуста"),
        ("perm/.gitignore", ".gitignore", "записал бы его заново"),
    ])
    func whatWouldBeOverwrittenOrIsAnotherThingIsRefused(file: String, name: String, words: String) throws {
        let folder = try TemporaryFolder([file: "моё", "perm/список.txt": "Пермский ГО\n"])
        let run = try Program.run(
            [
                "init", "perm", "--region", "Пермский край", "--directions", "nine", "--municipalities",
                "perm/список.txt", "--yes",
            ], in: folder.path)
        #expect(run.status == 2 && run.messages.contains("«\(name)»"), "\(run.messages)")
        #expect(run.messages.contains(words), "\(run.messages)")
        #expect(try folder.text(file) == "моё" && !folder.contains("perm/album.yml"))
    }
}
