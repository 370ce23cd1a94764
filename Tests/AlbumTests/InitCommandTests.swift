import Foundation
import TestSupport
import Testing

/// `album init` as the person in charge of another region calls it.
@Suite struct InitCommandTests {
    /// As it is pasted from Excel: names in several forms, sorts and codes in columns.
    private static let perm = """
        Наименование\tТип\tОКТМО\tЦентр
        Пермский городской округ\t\t57701000\tг. Пермь
        Березниковский\tмуниципальный округ\t57708000\tг. Березники
        Соликамский городской округ\t\t57734000\tг. Соликамск
        Кунгурский МО\t\t57530000\tг. Кунгур
        Лысьвенский МО\t\t57527000\tг. Лысьва
        Чусовской МО\t\t57558000\tг. Чусовой
        Пермский МО\t\t57546000\t
        Березовский МО\t\t57503000\tс. Берёзовка
        Добрянский МО\t\t57516000\tг. Добрянка
        Чайковский МО\t\t57556000\tг. Чайковский
        ЗАТО Звёздный\t\t57763000\tпгт Звёздный
        Гайнский муниципальный округ\t\t57805000\tп. Гайны

        """

    private static let arguments = [
        "init", "perm", "--region", "Пермский край", "--directions", "nine", "--municipalities", "-", "--contact",
        "Институт развития образования, методический отдел",
    ]

    private func made() throws -> (folder: TemporaryFolder, run: Program.Run) {
        let folder = try TemporaryFolder()
        let run = try Program.run(Self.arguments, in: folder.path, input: Self.perm)
        #expect(run.status == 0, "\(run.messages)")
        return (folder, run)
    }

    /// Runs a command on the new site, which has nothing to tell.
    private func silent(_ command: [String], _ folder: TemporaryFolder) throws {
        let run = try Program.run(command + ["--root", "perm", "--format", "json"], in: folder.path)
        #expect(run.status == 0, "\(command): \(run.output)\(run.messages)")
        #expect(!run.output.contains("\"code\""), "\(command): \(run.output)")
        #expect(!run.messages.contains("\"code\""), "\(command): \(run.messages)")
    }

    /// Orders are the department's: it stands in the list, and whoever calls it otherwise is told where.
    @Test func theDepartmentOfTheRegionIsAmongTheOrganisations() throws {
        let file = "perm/content/vocabularies/organisations.yml"
        let (folder, run) = try made()
        #expect(try folder.text(file).contains("name: Министерство образования Пермского края\n"))
        #expect(
            run.messages.contains("«Министерство образования Пермского края»") && run.messages.contains("--department"))
        for (said, name) in [("Департамент образования края", "Департамент образования края"), ("-", nil)] {
            let other = try TemporaryFolder()
            let run = try Program.run(Self.arguments + ["--department", said], in: other.path, input: Self.perm)
            #expect(run.status == 0 && !run.messages.contains("--department"), "\(run.messages)")
            #expect(
                try name.map { try other.text(file).contains("name: \($0)\n") } ?? !other.text(file).contains(
                    "образованием\n    group"))
        }
    }

    @Test func aNewAlbumBuildsAndIsCheckedWithoutAMessage() throws {
        let (folder, run) = try made()
        #expect(run.output.split(separator: "\n").contains("perm/album.yml"))
        #expect(try folder.text("perm/album.yml").contains("roadmap, indicators, document"))
        try silent(["check"], folder)
        try silent(["build", "--drafts"], folder)
        #expect(folder.contains("perm/public/practices/obrazets-praktiki.html"))
        try silent(["build"], folder)
        #expect(!folder.contains("perm/public/practices/obrazets-praktiki.html"))
        let page = try folder.text("perm/public/municipalities/permskii-go.html").withoutBreaks
        #expect(page.contains("Пермский ГО") && page.contains("ОКТМО 57701000"))
        // A code is no name.
        let names = page.firstMatch(of: /Другие названия<\/dt>(.*?)<\/dd>/)?.1 ?? ""
        #expect(!names.contains("ОКТМО"), "\(names)")
        for name in ["README.md", ".gitignore", ".github/workflows/pages.yml", "content/pages/editors-start.md"] {
            #expect(folder.contains("perm/\(name)"), "\(name)")
        }
        #expect(try folder.text("perm/.github/workflows/pages.yml").contains("${{ steps.publish"))
    }

    /// Somebody who follows them in an empty album comes to something.
    @Test func whatTheHomePageOffersToFindIsFound() throws {
        let (folder, _) = try made()
        try silent(["build"], folder)
        let home = try folder.text("perm/public/index.html")
        let examples = home.matches(of: /search\.html\?q=([^"]+)"/).map { String($0.1) }
        #expect(examples.count >= 2)
        for example in examples {
            let query = try #require(example.replacing("+", with: " ").removingPercentEncoding)
            let found = try Program.run(
                ["search", "--site", "perm/public", "--format", "json", query], in: folder.path)
            #expect(found.output.contains("\"url\""), "\(query)")
        }
    }

    @Test func aListIsReadFromAWorkbookAndWhatIsNoListIsSaid() throws {
        let folder = try TemporaryFolder()
        func run(_ name: String) throws -> Program.Run {
            let file = SharedCases.repository.appendingPathComponent("Tests/Fixtures/office/\(name)").path
            return try Program.run(
                [
                    "init", "site", "--region", "Пермский край", "--directions", "nine", "--municipalities", file,
                    "--yes",
                ], in: folder.path)
        }
        let word = try run("practice.docx")
        #expect(word.status == 2 && word.messages.contains("документ Word (DOCX)"), "\(word.messages)")
        #expect(word.messages.contains("книга Excel (XLSX), CSV или текст") && !folder.contains("site"))
        let book = try run("municipalities.xlsx")
        #expect(book.status == 0, "\(book.messages)")
        #expect(book.messages.contains("взят лист «Список»") && book.messages.contains("«Прошлый год»"))
        let list = try folder.text("site/content/vocabularies/municipalities.yml")
        #expect(list.contains("name: Пермский ГО") && list.contains("code: ОКТМО 57701000"), "\(list)")
        #expect(list.contains("name: Кунгурский МО") && list.contains("name: ГО Лесной"), "\(list)")
        #expect(list.split(separator: "\n").count { $0.hasPrefix("  - {") } == 3, "\(list)")
    }

    /// A correction of one name composes the rest anew; what is meant for another question is no value.
    @Test func aNameThatIsMendedAtATerminalIsComposedAnew() throws {
        let folder = try TemporaryFolder()
        let run = try Program.atTerminal(
            ["init", "perm", "--region", "Пермский край"], in: folder.path,
            answers: [
                "", "1", "Название\tОКТМО", "Кунгурский МО\t57530000", "Лысьвенский МО\t57527000", "",
                "1", "Пермский городской округ", "", "", "", "", "-4", "", "",
            ])
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("Напишите номер от 1 до 2 или название из списка."), "\(run.messages)")
        #expect(run.messages.contains("«-4» — не значение"), "\(run.messages)")
        #expect(run.messages.contains("ОКТМО 57527000"), "the table for approval shows codes: \(run.messages)")
        let list = try folder.text("perm/content/vocabularies/municipalities.yml")
        #expect(
            list.contains(
                "{id: permskii-go, name: Пермский ГО, full: Пермский городской округ, short: Пермский, type: ГО,"),
            "\(list)")
        #expect(!list.contains("Кунгур") && list.contains("aliases: [Пермский округ]"), "\(list)")
    }

    @Test func aColourThatWordsCannotHaveIsSaid() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(Self.arguments + ["--colours", "#ffee00,#225899"], in: folder.path, input: Self.perm)
        #expect(run.status == 0 && run.messages.contains("цвет #ffee00 слишком бледный"), "\(run.messages)")
        #expect(!run.messages.contains("#225899 слишком бледный"), "\(run.messages)")
    }

    /// Five answers and a pasted list to a built site with a roadmap and indicators of its own.
    @Test func anotherRegionHasItsOwnRoadmapAndIndicatorsInOneRun() throws {
        let (folder, _) = try made()
        for (name, sample) in [
            ("roadmaps/nastavnichestvo", "roadmaps/obrazets-dorozhnoi-karty"),
            ("indicators/nastavnichestvo", "indicators/obrazets-pokazatelei"),
        ] {
            let text = try folder.text("perm/content/\(sample).md")
            try folder.write(
                text.replacing("draft: да\n", with: "").replacing("Образец: ", with: "Пермь: "),
                to: "perm/content/\(name).md")
        }
        try silent(["build", "--strict"], folder)
        #expect(
            try folder.text("perm/public/roadmaps/nastavnichestvo.html").withoutBreaks.contains(
                "Семинар для наставников"))
        #expect(try folder.text("perm/public/indicators/nastavnichestvo.html").withoutBreaks.contains("наставник"))
        #expect(try folder.text("perm/public/calendar.html").withoutBreaks.contains("Семинар для наставников"))
        #expect(try folder.text("perm/public/coverage.html").withoutBreaks.contains("Гайнский"))
        let found = try Program.run(["search", "--site", "perm/public", "пермский го"], in: folder.path)
        #expect(found.output.contains("municipalities/permskii-go.html"), "\(found.output)")
    }

    /// Whole words, for «ФОРМА» has РМА within.
    @Test func nothingOfThisRepositorysRegionStandsInIt() throws {
        let (folder, _) = try made()
        try silent(["build", "--drafts"], folder)
        let content = SharedCases.repository.appendingPathComponent("content/vocabularies/municipalities.yml")
        let vocabulary = try String(contentsOf: content, encoding: .utf8)
        var foreign = [
            "Челяб", "chelyab", "Магнитогорск", "Ашинск", "Каменск-Уральск", "Миасс", "karta-rma", "ММПГ", "МСОКО",
            "СЮТ", "показатель мотивирующего мониторинга №", "Двадцать строк", "monitoring-system",
        ]
        let own = Set(["Березовск"])
        for line in vocabulary.split(separator: "\n") where line.hasPrefix("  - {id:") {
            let name = try #require(line.firstMatch(of: /name: ([^,]+?) (?:ГО|МР|МО),/)).1
            // Without the ending, so that other cases are found too.
            let stem = String(name.dropLast(2))
            if !own.contains(stem) { foreign.append(stem) }
        }
        #expect(foreign.count > 40)
        for name in try folder.files(below: "perm") where !name.contains(".album-cache/") {
            let bytes = try folder.bytes("perm/\(name)")
            guard let text = String(bytes: bytes, encoding: .utf8) else { continue }
            for word in foreign where text.contains(word) { Issue.record("\(name) has «\(word)»") }
            for abbreviation in [
                text.firstMatch(of: /(?:^|[^А-Яа-яЁё])(РМА|МУМ|РИКО)(?:[^А-Яа-яЁё]|$)/)?.1
            ].compactMap(\.self) { Issue.record("\(name) has «\(abbreviation)»") }
            // A hash may have these figures by chance.
            #expect(text.firstMatch(of: /(?:^|[^0-9a-z])2807(?:[^0-9a-z]|$)/) == nil, "\(name) has «2807»")
        }
    }

    /// The help of the terminal speaks to every region.
    @Test func noHelpNamesThisRepositorysRegion() throws {
        let commands = [
            "build", "check", "fix", "serve", "new", "import", "receive", "mv", "list", "explain", "schema", "search",
            "pack", "verify", "init", "clean",
        ]
        for command in commands {
            let help = try Program.run(["help", command], in: "/").output
            #expect(help.contains("КАК ВЫЗВАТЬ"), "\(command)")
            for word in ["Миасс", "Троицк", "02/2807", "karta-rma", "Челяб", "РМА"] {
                #expect(!help.contains(word), "album help \(command) has «\(word)»")
            }
        }
    }

    @Test func anEmptyFolderIsFilledAndWhatAKilledRunHasLeftIsSwept() throws {
        let folder = try TemporaryFolder(["perm/.album-new/content/a.md": "# А\n"])
        let run = try Program.run(Self.arguments, in: folder.path, input: Self.perm)
        #expect(run.status == 0, "\(run.messages)")
        #expect(folder.contains("perm/album.yml") && !folder.contains("perm/.album-new"))
        #expect(!folder.contains("perm/content/a.md"))
    }

    @Test(arguments: [
        (["init", "x"], "какой это регион"), (["init", "x", "--region", "Край"], "какие муниципалитеты"),
        (["init", "x", "--region", "12"], "какой это регион"),
        (["init", "x", "--region", "Край", "--municipalities", "net.csv"], "net.csv"),
    ])
    func whatIsMissingIsSaidAndNothingIsWritten(arguments: [String], words: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(arguments, in: folder.path)
        #expect(run.status == 2 && run.messages.contains(words), "\(run.messages)")
        #expect(try folder.files(below: "").isEmpty)
    }

    @Test func aListThatCannotStandIsRefusedWithItsLinesAndNothingIsWritten() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(Self.arguments, in: folder.path, input: "Пермский ГО\nПермский городской округ\n")
        #expect(run.status == 2 && run.messages.contains("строки 1, 2"), "\(run.messages)")
        #expect(try folder.files(below: "").isEmpty)
    }

    @Test func ownDirectionsAndNeighboursAreTakenFromFiles() throws {
        let folder = try TemporaryFolder([
            "directions.txt": "Наставничество\nОдарённые дети; Таланты\n", "list.txt": "Аский МО\nБский МО\nВский МО\n",
            "near.txt": "Аский МО: Вский МО\nВский МО: Бский МО\n",
        ])
        let run = try Program.run(
            [
                "init", "site", "--region", "Республика Татарстан", "--directions", "directions.txt",
                "--municipalities", "list.txt", "--neighbours", "near.txt", "--yes",
            ], in: folder.path)
        #expect(run.status == 0 && !run.messages.contains("порядку списка"), "\(run.messages)")
        let check = try Program.run(["check", "--root", "site", "--format", "json"], in: folder.path)
        #expect(check.status == 0 && !check.output.contains("\"code\""), "\(check.output)")
        #expect(try folder.text("site/content/vocabularies/directions.yml").contains("odarennye-deti"))
        // The federal project has other directions.
        let glossary = try folder.text("site/content/vocabularies/glossary.yml")
        #expect(!glossary.contains("Минпросвещения") && !glossary.contains("{{"), "\(glossary)")
        #expect(glossary.contains("name: самодиагностика"))
    }
}
