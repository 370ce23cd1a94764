import Diagnostics
import Testing

@testable import Catalog

/// A cell is taken for a sort, or for everybody, only where each of its words is known; what is left over is told.
@Suite struct WholeCellTests {
    private static let list = """
        title: Муниципалитеты
        label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
        axis: true
        entries:
          - {id: balakovo, name: Балаковский МР, full: Балаковский муниципальный район, type: МР, aliases: [Балаково]}
          - {id: volsk, name: Вольский МР, full: Вольский муниципальный район, type: МР}
          - {id: engels, name: Энгельсский МР, full: Энгельсский муниципальный район, type: МР, aliases: [Энгельс]}
          - {id: ershov, name: Ершовский МР, full: Ершовский муниципальный район, type: МР}
          - {id: saratov, name: ГО Саратов, full: Городской округ Саратов, short: Саратов, type: ГО}
          - {id: shihany, name: ЗАТО Шиханы, full: Городской округ ЗАТО Шиханы, short: Шиханы, type: ГО}

        """

    private func read() throws -> Vocabulary {
        let file = SourceFile(path: "content/vocabularies/municipalities.yml", text: Self.list)
        return try #require(VocabularyLoader.load(file, id: "municipalities").0)
    }

    /// What a text says: those that it means, «все», «open» where nobody can say, and in brackets the names that are told.
    private func said(_ text: String) throws -> String {
        let vocabulary = try read()
        func names(_ entries: [EntryIndex]) -> String {
            entries.map { vocabulary.entries[$0].id.rawValue }.joined(separator: " ")
        }
        func told(_ names: [String]) -> String { names.isEmpty ? "" : " [\(names.joined(separator: "; "))]" }
        return switch vocabulary.mentions(in: text) {
        case .unclear: "open"
        case .none: "nobody"
        case .ofRegion(let beside): "region" + (beside.isEmpty ? "" : " + " + names(beside.flatMap(\.self)))
        case .everyLocals: "locals"
        case .unknown(let names): "elsewhere" + told(names)
        case .locals(let unknown): "locals" + told(unknown)
        case .every(let some, let but, let unknown, _):
            (some.map(names) ?? "все") + (but.isEmpty ? "" : " but " + names(but.flatMap(\.self))) + told(unknown)
        case .known(let found, let unknown): names(found.flatMap(\.self)) + told(unknown)
        }
    }

    /// «Sort: names» means the names.
    @Test(arguments: [
        ("Муниципальные районы: Вольский, Балаковский", "volsk balakovo"),
        ("Городские округа (Саратов, Шиханы)", "saratov shihany"),
        ("Три муниципальных района: Вольский, Энгельсский и Ершовский", "volsk engels ershov"),
        ("2 городских округа — Саратов и Шиханы", "saratov shihany"),
        ("Муниципалитеты: Вольский МР, ГО Саратов", "volsk saratov"),
        ("районы: Вольского, Балаковского", "volsk balakovo"),
        ("Муниципальные районы (Вольский, Аткарский)", "volsk [Аткарский]"),
        ("Районы: Балашовский", "elsewhere [Балашовский]"),
        ("Муниципальные районы (кроме Вольского)", "balakovo volsk engels ershov but volsk"),
        ("Городские округа (по согласованию)", "saratov shihany"),
    ])
    func aSortWithNamesBehindItMeansThese(text: String, whom: String) throws {
        let found = try said(text)
        #expect(found == whom, "\(text)")
    }

    /// Names, sorts and remarks in any order mean all that they name.
    @Test(arguments: [
        ("муниципальные районы: Балаковский, Вольский, г. Саратов", "balakovo volsk saratov"),
        ("Балаковский МР, городские округа", "balakovo saratov shihany"),
        ("Балаковский МР и городские округа", "balakovo saratov shihany"),
        ("г. Саратов и муниципальные районы", "saratov balakovo volsk engels ershov"),
        ("муниципальные районы (Балаковский, Вольский), городские округа", "balakovo volsk saratov shihany"),
        ("муниципальные районы (Балаковский, Вольский), город Саратов", "balakovo volsk saratov"),
        ("Балаковский, Вольский (по согласованию)", "balakovo volsk"),
        ("Балаковский – 3 школы, Вольский – 2 школы", "balakovo volsk"),
        ("Балаковский (3 школы), Вольский (2 школы)", "balakovo volsk"),
        ("Балаковский и г. Саратов", "balakovo saratov"),
        ("Балаковский и/или Вольский МР", "balakovo volsk"), ("Балаковский, а также Вольский МР", "balakovo volsk"),
        ("Балаковский и Вольский районы, г. Саратов", "balakovo volsk saratov"),
        ("как Балаковский, так и Вольский районы", "balakovo volsk"), ("школы (Вольский, Энгельсский)", "volsk engels"),
        ("школы: Вольский, Энгельсский", "volsk engels"),
        ("пилотные муниципалитеты (Вольский, Ершовский)", "volsk ershov"),
        ("3 муниципалитета (Вольский, Ершовский)", "volsk ershov"), ("Вольский и ГО Саратов", "volsk saratov"),
        ("ЗАТО", "shihany"), ("школы ЗАТО", "shihany"), ("городские округа ЗАТО", "shihany"),
        ("МР", "balakovo volsk engels ershov"),
        ("МР и ГО", "все"), ("команды всех муниципалитетов, г. Саратов", "все"), ("каждый муниципалитет", "все"),
        ("каждое муниципальное образование", "все"),
        ("все муниципалитеты минус Балаковский МР", "все but balakovo"),
        ("все муниципалитеты, за вычетом г. Саратова", "все but saratov"), ("все, кроме ЗАТО", "все but shihany"),
        ("муниципалитеты, кроме ГО", "все but saratov shihany"),
        ("все, кроме районов", "все but balakovo volsk engels ershov"),
        ("Участники: Вольский МР, Энгельсский МР, ГАУ ДПО «СОИРО»", "region + volsk engels"),
        ("Вольский МР, Энгельсский МР, ГАУ ДПО «СОИРО»", "region + volsk engels"),
        ("муниципальные районы и городские округа", "все"), ("МР, ГО, ЗАТО", "все"),
        ("Балаково (Иванова А.П.)", "balakovo"),
        ("Балаково: Иванова А.П.", "balakovo"), ("Иванова А.П. (Балаково)", "balakovo"),
        ("Энгельс (Сидорова Анна Петровна)", "engels"), ("Саратов: школа № 2, Энгельс: школа № 9", "saratov engels"),
        ("все муниципалитеты, в том числе Саратов", "все"), ("муниципалитеты, включая ЗАТО Шиханы", "все"),
        ("Балаковские школы", "balakovo"), ("Вольский РМК", "volsk"),
        ("Вольское районное управление образования", "volsk"),
        ("РУО Вольского района", "volsk"), ("ГО «Город Саратов»", "saratov"),
        ("школы (Саратов, Пермь)", "saratov [Пермь]"), ("все школы, кроме вечерних", "все"),
        ("Кировский район г. Саратова", "saratov"), ("Заводской, Кировский и Волжский районы Саратова", "saratov"),
        ("МАОУ «Лицей № 37» Фрунзенского района г. Саратова", "saratov"),
    ])
    func allThatIsNamedIsMeant(text: String, whom: String) throws {
        let found = try said(text)
        #expect(found == whom, "\(text)")
    }

    /// What may leave somebody out or take others along, and where something is held, is nobody's to say.
    @Test(arguments: [
        "муниципалитеты области (Балаковский МР не участвует)", "все муниципалитеты, не являющиеся ЗАТО Шиханы",
        "Не участвуют: Вольский район",
        "муниципальные районы, кроме пилотных", "Все муниципалитеты, кроме двух", "Муниципальные районы (5 районов)",
        "Муниципальные районы — участники проекта", "Балаковский МР и др.", "Балаковский МР и другие",
        "Балаковский МР и т.д.",
        "Балаковский МР и остальные муниципалитеты",
        "Балаковский МР и соседние районы", "Балаковский, Вольский и другие районы",
        "Балаковский МР (пилот), затем все муниципалитеты", "Балаковский МР, все желающие муниципалитеты",
        "педагоги области (г. Энгельс)", "педагоги области, г. Саратов",
        "все муниципалитеты (площадка – г. Энгельс)", "все, кроме областного центра", "руководители МР", "МО",
        "все, кроме:",
    ])
    func whatMayMeanOthersIsOpen(text: String) throws {
        let found = try said(text)
        #expect(found == "open", "\(text)")
    }

    /// «муниципальные и городские округа» are two sorts; an initial stands for a word of a name.
    @Test func sortsWithOneNounAndNamesWithAnInitialAreRead() throws {
        let list = """
            title: Муниципалитеты
            label: {one: муниципалитет, few: муниципалитета, many: муниципалитетов}
            axis: true
            entries:
              - {id: nn, name: ГО город Нижний Новгород, short: Нижний Новгород, type: ГО}
              - {id: kstovo, name: Кстовский МО, short: Кстово, type: МО}
              - {id: vacha, name: Вачский МР, short: Вача, type: МР}

            """
        let file = SourceFile(path: "content/vocabularies/municipalities.yml", text: list)
        let vocabulary = try #require(VocabularyLoader.load(file, id: "municipalities").0)
        let (nn, kstovo, vacha) = (EntryIndex(0), EntryIndex(1), EntryIndex(2))
        #expect(vocabulary.mentions(in: "муниципальные и городские округа") == .every(of: [nn, kstovo], but: []))
        #expect(vocabulary.mentions(in: "МР и МО") == .known([[vacha], [kstovo]], unknown: []))
        #expect(vocabulary.mentions(in: "МОУО; Кстово") == .known([[kstovo]], unknown: []))
        #expect(vocabulary.mentions(in: "Кстово, Н. Новгород") == .known([[kstovo], [nn]], unknown: []))
        #expect(vocabulary.mentions(in: "школы Н.Новгорода") == .known([[nn]], unknown: []))
    }

    /// People and institutions are called like places.
    @Test(arguments: [
        ("Школа имени Вольского", "locals"), ("МБОУ «СОШ имени Энгельса»", "locals"),
        ("Ершов Иван Петрович, методист", "locals"), ("методист Вольский А.А.", "locals"), ("О.В. Вольский", "nobody"),
        ("Музей «Саратов»", "locals"), ("Вольский педагог-новатор", "locals"),

    ])
    func peopleAreNoPlaces(text: String, whom: String) throws {
        let found = try said(text)
        #expect(found == whom, "\(text)")
    }

    /// A word that limits, or that nobody knows, leaves open whom a sort means.
    @Test(arguments: [
        "Пилотные округа", "пилотные муниципальные районы", "три муниципальных района", "Муниципалитеты Правобережья",
        "северные муниципальные районы", "два городских округа", "муниципальные районы Заволжья",
        "городские округа, вошедшие в проект", "муниципалитеты второй волны", "отдельные муниципалитеты",
        "Муниципальные районы (первая группа)", "некоторые районы",
    ])
    func whateverIsNotKnownOfASortLeavesItOpen(text: String) throws {
        let found = try said(text)
        #expect(found == "open", "\(text)")
    }

    /// A misspelt ending, a wrong name beside a right one: told with what stands behind it.
    @Test(arguments: [
        ("Управление образования Вольскго района", "elsewhere [Вольскго района]"),
        ("Управление образования Балаковсого МР", "elsewhere [Балаковсого МР]"),
        ("Муниципальные районы; Вольскго района", "balakovo volsk engels ershov [Вольскго района]"),
        ("Городские округа и Балаковсого района", "saratov shihany [Балаковсого района]"),
        ("школы Балакова и Вольскка", "balakovo [Вольскка]"), ("школы Балакова, Сокола", "balakovo [Сокола]"),
        ("УО Вольского МР; УО Энгельского МР", "volsk [Энгельского МР]"),
        ("УО Вольского МР и УО Энгельского МР", "volsk [Энгельского МР]"),
        ("все, кроме школ Энгельского МР", "все [Энгельского МР]"),
        ("все муниципалитеты (кроме Ершовскаго)", "все [Ершовскаго]"),
        ("Муниципальные районы и Вольскго", "locals [Вольскго]"), ("Шиханны", "elsewhere [Шиханны]"),
        ("Балакво", "elsewhere [Балакво]"),
        ("р.п. Татищево", "locals [р.п. Татищево]"), ("школы р.п. Татищево", "locals [р.п. Татищево]"),
    ])
    func aWrongNameIsToldWhateverStandsBesideIt(text: String, whom: String) throws {
        let found = try said(text)
        #expect(found == whom, "\(text)")
    }

    /// People, numbers, offices and names that are of no place are told to nobody.
    @Test(arguments: [
        ("Гимназия им. А.С. Пушкина, Саратов", "saratov"), ("Саратов; Иванов А.С.", "saratov"),
        ("УО Вольского МР (Петрова С. И.)", "volsk"), ("МБОУ «Гимназия № 1» Вольского МР", "volsk"),
        ("Вольский МР; Точка роста", "volsk"), ("Центр «Точка роста» Вольского МР", "volsk"),
        ("Все муниципальные районы и городские округа Саратовской области", "все"),
        ("Все муниципалитеты Саратовской области", "все"),
        ("главы муниципальных районов", "balakovo volsk engels ershov"),
        ("специалисты муниципальных органов управления образованием", "locals"),
        ("образовательные организации всех муниципальных районов", "balakovo volsk engels ershov"),
        ("Вольский МР, Министерство образования Саратовской области", "region + volsk"),
        ("Все ЗАТО", "shihany"),
    ])
    func whatNamesNoOtherPlaceIsNotTold(text: String, whom: String) throws {
        let found = try said(text)
        #expect(found == whom, "\(text)")
    }
}
