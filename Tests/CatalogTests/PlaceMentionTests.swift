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
        return switch vocabulary.mentions(in: text) {
        case .none: "-"
        case .unknown: "?"
        case .known(let found, let hasUnknown):
            (hasUnknown ? "? " : "")
                + found.map { $0.map { vocabulary.entries[$0].id.rawValue }.joined(separator: "|") }.joined(
                    separator: " ")
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
        ("Управление образования городского округа Верхняя Пышма", "pyshma"), ("школы Аши", "-"),
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
        "учителя",
        "Все районы, кроме Ашинского района", "Каждый район", "Городской МО учителей", "Муниципальный район",
        "Методический совет", "руководители МО", "Уральский федеральный округ", "ГБУ ДПО ЧИРО, г. Миасс",
        "Иванов, Миасс",
        "муниципалитеты области", "Управление образования",
        "Департамент образования Любимской области", "Управление Миасского края",
        "Департамент образования Ярославской области (г. Миасс)",
        "Департамент образования Ярославской области, г. Миасс", "Троицкое управление образования",
    ])
    func othersAreNobodysOwn(text: String) throws {
        #expect(try found(text) == "-", "\(text)")
    }
}
