import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// Whose somebody is by the name: offices of municipalities, in any case and with the sort before or behind.
@Suite struct PlaceMentionTests {
    private static let places = """
        title: Муниципалитеты
        label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
        axis: true
        entries:
          - {id: asha, name: Ашинский МР, full: Ашинский муниципальный район, short: Аша, type: МР, aliases: [г. Аша]}
          - {id: lubim, name: Любимский МР, full: Любимский муниципальный район, short: Любимский, type: МР}
          - {id: miass, name: Миасский ГО, full: Миасский городской округ, short: Миасс, type: ГО, aliases: [г. Миасс]}
          - {id: troitsk-go, name: Троицкий ГО, full: Троицкий городской округ, short: Троицк, type: ГО, aliases: [г. Троицк]}
          - {id: troitsk-mr, name: Троицкий МР, full: Троицкий муниципальный район, type: МР, aliases: [Троицкий район]}
          - {id: kunashak, name: Кунашакский МО, full: Кунашакский муниципальный округ, type: МО}
          - {id: pereslavl, name: ГО город Переславль-Залесский, full: Городской округ город Переславль-Залесский, short: Переславль-Залесский, type: ГО}
          - {id: pyshma, name: ГО Верхняя Пышма, full: Городской округ Верхняя Пышма, short: Верхняя Пышма, type: ГО}
          - {id: cherepovets, name: ГО г. Череповец, full: Городской округ город Череповец, short: Череповец, type: ГО}
          - {id: kopeisk, name: Копейский ГО, full: Копейский городской округ, type: ГО}
          - {id: elets, name: ГО Елец, short: Елец, type: ГО}
          - {id: orel, name: ГО город Орёл, short: Орёл, type: ГО}
          - {id: torzhok, name: Торжок, type: ГО}
          - {id: shuia, name: ГО Шуя, full: Городской округ Шуя, short: Шуя, type: ГО}
          - {id: shuiskii, name: Шуйский МР, full: Шуйский муниципальный район, short: Шуйский, type: МР}

        """

    private func found(_ text: String) throws -> String {
        let file = SourceFile(path: "content/vocabularies/municipalities.yml", text: Self.places)
        let vocabulary = try #require(VocabularyLoader.load(file, id: "municipalities").0)
        func names(_ found: [[EntryIndex]]) -> String {
            found.map { $0.map { vocabulary.entries[$0].id.rawValue }.joined(separator: "|") }.joined(separator: " ")
        }
        return switch vocabulary.mentions(in: text) {
        case .none, .unclear: "-"
        case .ofRegion: "^"
        case .everyLocals: "*~"
        case .unknown: "?"
        case .locals(let unknown): unknown.isEmpty ? "~" : "~ ?"
        case .every(let some, let but, let unknown, _):
            (unknown.isEmpty ? "" : "? ") + "*" + (some.map { " " + names($0.map { [$0] }) } ?? "")
                + (but.isEmpty ? "" : " but " + names(but))
        case .known(let found, let unknown): (unknown.isEmpty ? "" : "? ") + names(found)
        }
    }

    /// Those that a text names and the list has not.
    private func unknown(_ text: String) throws -> [String] {
        let file = SourceFile(path: "content/vocabularies/municipalities.yml", text: Self.places)
        let vocabulary = try #require(VocabularyLoader.load(file, id: "municipalities").0)
        return switch vocabulary.mentions(in: text) {
        case .none, .unclear, .ofRegion, .everyLocals: []
        case .unknown(let names), .locals(let names), .every(_, _, let names, _), .known(_, let names): names
        }
    }

    /// The name alone is told, not the whole cell; persons and schools are no places.
    @Test(arguments: [
        ("Миасс, Великий Устюг", ["Великий Устюг"]), ("МБОУ СОШ № 5 г. Сокола; Миасс", ["г. Сокола"]),
        ("методист Петрова", []), ("методисты Кирова", ["Кирова"]), ("Миасс; Петрова", []),
        ("Управление образования Буйского МР", ["Буйского МР"]),
        ("Буйского и Галичского районов", ["Буйского", "Галичского"]),
        ("г. Великий Устюг", ["г. Великий Устюг"]), ("город Тотьма", ["город Тотьма"]), ("С. Иванова", []),
        ("ГО город Кострома (Костромская область)", ["ГО город Кострома (Костромская область)"]),
        ("Администрация Шексны", ["Шексны"]), ("Учителя Миасса, Сокола и Грязовца", ["Сокола", "Грязовца"]),
        ("Школы г. Миасса и г. Сокола", ["г. Сокола"]), ("Городские округа; Верховажкий район", ["Верховажкий район"]),
        ("Городские округа и Верховажкий муниципальный район", ["Верховажкий муниципальный район"]),
        ("учителя Миасса и Шексны", ["Шексны"]), ("учителя России", []),
    ])
    func namesThatTheListHasNotAreToldAlone(text: String, names: [String]) throws {
        #expect(try unknown(text) == names, "\(text)")
    }

    /// What an entry is says its type, else its official name; a name that people use says nothing of it.
    @Test func aSortIsSaidByTypesAndOfficialNames() throws {
        let list = """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:
              - {id: totma, name: Тотемский МР, type: МР, aliases: [Тотемский округ]}
              - {id: vologda, name: Вологда, full: Муниципальное образование «Город Вологда»}
              - {id: cherepovets, name: Череповец, type: ГО}
              - {id: kirillov, name: Кирилловский МО, full: Кирилловский муниципальный округ}
              - {id: sokol, name: Сокол}

            """
        let file = SourceFile(path: "content/vocabularies/municipalities.yml", text: list)
        let vocabulary = try #require(VocabularyLoader.load(file, id: "municipalities").0)
        #expect(
            vocabulary.near("Верховажкого района") == [] && vocabulary.near("Кириловского МО") == ["Кирилловский МО"])
        #expect(vocabulary.mentions(in: "Городской округ Вологда") == .known([[EntryIndex(1)]], unknown: []))
        for (text, ids) in [
            ("городские округа", ["vologda", "cherepovets"]), ("муниципальные округа", ["kirillov"]),
            ("муниципальные районы", ["totma"]), ("городским округам", ["vologda", "cherepovets"]),
            ("муниципальным районам", ["totma"]), ("муниципальные районы и округа", ["totma", "kirillov"]),
            ("все округа", ["vologda", "cherepovets", "kirillov"]),
            ("все округа, кроме городских", ["kirillov"]),
        ] {
            guard case .every(let entries?, let but, _, let unsorted) = vocabulary.mentions(in: text) else {
                Issue.record("\(text)")
                continue
            }
            let left = entries.filter { entry in !but.contains { $0.contains(entry) } }
            #expect(left.map { vocabulary.entries[$0].id.rawValue } == ids, "\(text)")
            #expect(unsorted.map { vocabulary.entries[$0].id.rawValue } == ["sokol"], "\(text)")
        }
    }

    @Test(arguments: [
        ("Управление образования Троицкого МР", "troitsk-mr"), ("Управление образования Троицкого ГО", "troitsk-go"),
        ("Администрация Миасского городского округа", "miass"),
        ("Отдел образования администрации Любимского района", "lubim"),
        ("Управление образования администрации города Миасса Челябинской области", "miass"),
        ("Школы г. Миасса", "miass"),
        ("администрация Миасса", "miass"), ("МКУ «Центр образования» Ашинского муниципального района", "asha"),
        ("Управление образования, молодёжи и спорта Троицкого района", "troitsk-mr"),
        ("Управления образования Троицкого МР, Ашинского МР", "troitsk-mr asha"),
        ("управления образования Миасского и Троицкого городских округов", "miass troitsk-go"),
        ("Кунашакский район", "kunashak"), ("Комитет образования города Переславля-Залесского", "pereslavl"),
        ("Управление образования ГО г. Переславль-Залесский", "pereslavl"),
        ("Управление образования городского округа Верхняя Пышма", "pyshma"), ("школы Аши", "asha"),
        ("Администрация города Шуи", "shuia"), ("Управление образования Шуйского района", "shuiskii"),
        ("Управление образования администрации г. о. Шуя", "shuia"), ("отдел образования города Аши", "asha"),
        ("Миасса", "miass"),
        ("Администрация г. Копейска", "kopeisk"),
        ("Управление образования мэрии г. Череповца", "cherepovets"), ("школы города Череповца", "cherepovets"),
        ("Управление образования г. Ельца", "elets"), ("Администрация города Орла", "orel"),
        ("отдел образования города Торжка", "torzhok"), ("Администрация г. Торжок", "torzhok"),
        ("Команды школ Ашинского, Любимского и Шуйского муниципальных районов", "asha lubim shuiskii"),
        ("Ашинского, Любимского, Шуйского районов", "asha lubim shuiskii"),
        ("Управления образования Троицкого МР, Ашинского и Любимского районов", "troitsk-mr asha lubim"),
        ("Управление образования Буйского и Любимского районов", "? lubim"),
        ("города Миасс и Череповец", "miass cherepovets"), ("школы городов Миасса и Череповца", "miass cherepovets"),
        ("Миасс и Сокол", "? miass"), ("Миасс, Череповец и Сокол", "? miass cherepovets"),
        ("Управления образования г. Миасса и Троицкого района", "miass troitsk-mr"),
    ])
    func anOfficeIsOfItsMunicipality(text: String, places: String) throws {
        #expect(try found(text) == places, "\(text)")
    }

    /// People and institutions of a town, whatever is named beside it, in one text.
    @Test(arguments: [
        ("Школы Миасса", "miass"), ("школы и детские сады Миасса", "miass"), ("Педагоги Верхней Пышмы", "pyshma"),
        ("Директора школ Череповца и Аши", "cherepovets asha"), ("учителя Миасса Челябинской области", "miass"),
        ("Миасс; Сокол", "? miass"), ("Миасс, Сокол", "? miass"), ("Миасс\nСокол", "? miass"),
        ("Сокол; Миасс", "? miass"), ("Миасс; учителя", "miass"), ("Миасс, учителя", "miass"),
        ("Учителя, Миасс", "miass"), ("Миасс; Великий Устюг", "? miass"), ("Миасс; Учителя; родители", "miass"),
        ("Миасс; ЧИРО", "^"), ("Миасс; Академия", "^"), ("Миасс, ИРО", "^"),
        ("Миасс; муниципальные координаторы", "miass"), ("Миасс; Иванов И. И.", "miass"),
        ("г. Сокол, Миасс", "? miass"),
        ("Череповец и Ашинский район", "cherepovets asha"), ("Ашинский район и Череповец", "asha cherepovets"),
        ("учителя Миасса и Шексны", "? miass"), ("Иванов, Миасс", "miass"),
        ("гг. Миасс и Череповец", "miass cherepovets"),
        ("гг. Миасс и Сокол", "? miass"), ("гг. Миасс, Сокол", "? miass"),
        ("Отдел образования Ашинского района совместно с музеем", "asha"),
        ("Департаментом образования Челябинской области совместно с отделом образования Ашинского района", "^"),
        ("Департаментом образования совместно с отделом образования Ашинского района", "^"),
        ("Отдел образования Ашинского района совместно с ЧИРО", "^"),
        ("Отдел образования Ашинского района совместно с отделом образования города Миасса", "asha miass"),
    ])
    func whoStandsBesideAPlaceTakesNothingFromIt(text: String, places: String) throws {
        #expect(try found(text) == places, "\(text)")
    }

    @Test(arguments: [
        ("Все районы, кроме Ашинского района", "* but asha"), ("все муниципалитеты, кроме Миасса", "* but miass"),
        ("все, за исключением Миасса и Аши", "* but miass asha"),
        ("все муниципалитеты (кроме Миасса, Череповца и Аши)", "* but miass cherepovets asha"),
        ("школы области, кроме школ Миасса", "* but miass"), ("учителя, кроме Миасса", "* but miass"),
        ("школы-победители (за искл. Миасского ГО)", "* but miass"),
        ("школы-победители (за исключением Миасского ГО), педагоги", "* but miass"),
        ("управления образования муниципалитетов без Миасса", "* but miass"), ("все помимо Миасса", "* but miass"),
        ("все, исключая Миасс и кроме Аши", "* but miass asha"), ("все; кроме Миасса", "* but miass"),
        ("все, не считая Миасса", "* but miass"), ("учителя без категории", "~"), ("школы Миасса без двоек", "miass"),
        ("все, кроме школ", "*"), ("все, кроме Буйского района", "? *"), ("Миасс, кроме школы № 5", "miass"),
        ("муниципальные округа", "* kunashak"), ("главы муниципальных округов", "* kunashak"),
        ("муниципальные районы", "* asha lubim troitsk-mr shuiskii"),
        ("муниципальные районы, кроме Ашинского", "* asha lubim troitsk-mr shuiskii but asha"),
        ("все МР", "* asha lubim troitsk-mr shuiskii"),
        ("муниципальные и городские округа, муниципальные районы", "*"), ("районы и города", "*"),
        ("муниципалитеты области", "*"), ("муниципальные образования", "*"), ("специалисты МОУО", "*~"),
        ("школы области", "*"), ("все МО", "*"), ("Каждый район", "*"), ("все", "*"),
        ("муниципальные методические службы", "*~"),
    ])
    func allAreMeantOrAllOfASort(text: String, places: String) throws {
        #expect(try found(text) == places, "\(text)")
    }

    /// Whose they are nobody can say; those of a town that the list has not are told.
    @Test(arguments: [
        ("учителя", "~"), ("руководители МО", "~"), ("Городской МО учителей", "~"), ("школы г. Сокола", "~ ?"),
        ("Школы Сокола", "~ ?"), ("Школа № 5 города Сокола", "~ ?"),
        ("г. Великий Устюг", "~ ?"), ("город Тотьма", "~ ?"), ("методист Петрова", "~"), ("школы России", "~"),
        ("учителя химии", "~"), ("МОУ «Центр образования № 32»", "~"),
    ])
    func peopleAreOfNoPlace(text: String, places: String) throws {
        #expect(try found(text) == places, "\(text)")
    }

    @Test(arguments: [
        "Буйский МР", "Отдел образования Буйского муниципального района", "ГО город Кострома (Костромская область)",
        "Ашинский МР (Костромская область)", "Управление образования Миасского муниципального района",
        "Управление образования г. Буя", "отдел образования Буйского, Галичского и Нерехтского районов",
    ])
    func whatTheSiteDoesNotHaveIsElsewhere(text: String) throws {
        #expect(try found(text) == (text.hasPrefix("Ашинский") ? "asha" : "?"), "\(text)")
    }

    @Test(arguments: [
        "ЧИППКРО", "Министерство образования Миасского городского округа", "ГАУ ДПО ЯО ИРО", "ИРО, Любимский МР",
        "Муниципальный район", "Методический совет", "Уральский федеральный округ", "ГБУ ДПО ЧИРО, г. Миасс",
        "Управление образования", "Всероссийский конкурс", "Пилотные муниципалитеты", "школы пилотных муниципалитетов",
        "5 муниципальных округов",
        "Муниципалитеты-участники проекта", "Команды муниципальных образований (по списку)",
        "Муниципалитеты севера области",
        "Департамент образования Любимской области", "Управление Миасского края",
        "Департамент образования Ярославской области (г. Миасс)",
        "Департамент образования Ярославской области, г. Миасс", "Троицкое управление образования",
    ])
    func othersAreNobodysOwn(text: String) throws {
        let found = try found(text)
        #expect(found == "-" || found == "^", "\(text): \(found)")
    }
}
