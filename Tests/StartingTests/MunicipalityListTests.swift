import Diagnostics
import Testing

@testable import Starting

@Suite struct MunicipalityListTests {
    private let region = RegionName.read("Пермский край")!

    private func proposals(_ text: String) -> MunicipalityProposals {
        MunicipalityProposals(MunicipalityList.read(text), region: region)
    }

    /// Another name takes along what the rule had made of the former one, and nothing that somebody has said.
    @Test func anotherNameComposesTheRestAnew() throws {
        var name = try #require(MunicipalityName.read("Кунгурский МО"))
        var isName = name.rename(to: "Пермский городской округ")
        #expect(isName && name == MunicipalityName.read("Пермский городской округ"))
        (name.short, name.aliases) = ("Пермь", name.aliases + ["столица края"])
        name.rename(id: "perm")
        isName = name.rename(to: "Пермский муниципальный округ")
        #expect(isName && name.name == "Пермский МО" && name.full == "Пермский муниципальный округ")
        #expect(name.short == "Пермь" && name.id == "perm" && name.aliases.contains("столица края"))
        isName = name.rename(to: "12")
        #expect(!isName && name.name == "Пермский МО")
    }

    @Test func onePlaceInOtherWordsIsAskedAbout() {
        func asked(_ text: String) -> [[String]] {
            proposals(text).notes.filter { $0.reason == StartingReason.doubledPlace }.map(\.arguments)
        }
        let twice =
            "городской округ – город Барнаул\nг. Барнаул\nАлейский район\nАлейский муниципальный район\nг. Алейск"
        #expect(
            asked(twice) == [["ГО город Барнаул, Барнаул", "1, 2"], ["Алейский район, Алейский МР", "3, 4"]])
        #expect(proposals(twice).isSound)
        #expect(asked("Берёзовский ГО\nБерёзовский МО\nг. Кунгур\nКунгурский МО").isEmpty)
    }

    @Test func aCodeIsShownAsWhatItIs() {
        let made = proposals("Название\tКод\nПермский ГО\t57 701 000\nЛысьвенский МО\tL-7\nКунгурский МО\t")
        #expect(made.all.map(\.shownCode) == ["ОКТМО 57701000", "L-7", nil])
    }

    @Test func aPlainListIsOneNameALine() {
        let rows = MunicipalityList.read("Пермский ГО\n\n 2) Кунгурский МО;\n---\nг. Лысьва\n")
        #expect(rows.map(\.name) == ["Пермский ГО", "2) Кунгурский МО;", "г. Лысьва"])
        #expect(rows.map(\.line) == [1, 3, 5])
        #expect(MunicipalityList.read("Пермский ГО, Кунгурский МО").map(\.name) == ["Пермский ГО", "Кунгурский МО"])
    }

    /// An annex of an order as it is pasted: several lines of title, the heads of a table, footnotes, counts.
    @Test(arguments: [
        "Приложение № 2\nк приказу министерства образования\nЯрославской области\nот 14.08.2026 № 312\nПеречень\n"
            + "№ п/п\tНаименование муниципального образования\tКол-во ОО\n1\tРостовский муниципальный район\t24\n"
            + "2\tг. Ярославль\t92\n\tИтого\t116\n* пилот\n** — с 2024 г.",
        "Приложение № 2\nк приказу министерства образования\nЯрославской области\n"
            + "1) Ростовский муниципальный район* (г. Ростов) – 24 ОО;\n2) г. Ярославль – 92 ОО.\n* пилотный",
        "№ п/п  Наименование  Число школ\n1. Ростовский муниципальный район (г. Ростов)** 24\n2. г. Ярославль 92\n"
            + "Министр Р. Г. Голубев",
    ])
    func onlyMunicipalitiesOfAnAnnexAreTaken(text: String) {
        let names = proposals(text).all.map(\.name.name)
        #expect(names == ["Ростовский МР", "Ярославль"], "\(names)")
    }

    @Test func columnsAreKnownByTheirHeads() {
        let rows = MunicipalityList.read(
            "№\tНаименование\tТип\tОКТМО\tЦентр\tШирота\tДолгота\tСоседи\n"
                + "1\tПермский\tМуниципальный округ\t57546000\tг. Пермь\t58,01\t56.25\tКунгурский МО; Добрянский МО\n")
        #expect(
            rows == [
                MunicipalityRow(
                    line: 2, name: "Пермский", type: "Муниципальный округ", code: "57546000", town: "г. Пермь",
                    latitude: 58.01, longitude: 56.25, neighbours: ["Кунгурский МО", "Добрянский МО"])
            ])
    }

    @Test func withoutHeadsACellIsKnownByWhatItHolds() {
        let rows = MunicipalityList.read(
            "1;Пермский;городской округ;57701000\n2;\"Город \"\"Лесной\"\"\";ГО;57702000\n")
        #expect(rows.map(\.name) == ["Пермский", "Город \"Лесной\""])
        #expect(rows.map(\.type) == ["городской округ", "ГО"])
        #expect(rows.map(\.code) == ["57701000", "57702000"])
    }

    /// A short form that fits two is refused in every material: so nobody gets it.
    @Test func whatFitsTwoBelongsToNone() {
        let made = proposals("Кунгурский городской округ\nКунгурский муниципальный округ\nЛысьвенский МО")
        #expect(made.all.map(\.name.id) == ["kungurskii-go", "kungurskii-mo", "lysvenskii-mo"])
        #expect(made.all.map(\.name.short) == [nil, nil, "Лысьвенский"])
        #expect(made.all.map(\.name.aliases) == [[], [], ["Лысьвенский округ"]])
        #expect(made.isSound)
        #expect(made.notes.filter { $0.reason == StartingReason.sharedName }.count == 2)
    }

    /// The town of one of them makes the adjective alone no clearer.
    @Test func anAdjectiveOfTwoIsNoShortNameOfOne() {
        let made = proposals("Название\tЦентр\nПермский ГО\tг. Пермь\nПермский МО\t\n")
        #expect(made.all.map(\.name.short) == ["Пермь", nil])
        #expect(made.notes.contains { $0.arguments == ["Пермский", "Пермский ГО, Пермский МО"] })
    }

    /// Уфа and Уфимский район, whose administration is in Уфа.
    @Test func aCityOwnsItsNameWhoeverElseSitsThere() throws {
        let made = proposals(
            "Название\tЦентр\nгородской округ город Уфа\tг. Уфа\nУфимский МР\tг. Уфа\nИглинский МР\tс. Иглино\n")
        #expect(made.all.map(\.name.short) == ["Уфа", "Уфимский", "Иглино"])
        #expect(made.all[0].name.aliases.contains("г. Уфа") && !made.all[1].name.aliases.contains("г. Уфа"))
        let kept = made.notes.filter { $0.reason == StartingReason.keptName }
        #expect(kept.contains { $0.arguments == ["Уфа», «г. Уфа", "ГО город Уфа", "Уфимский МР"] })
        #expect(made.isSound)
    }

    @Test func titlesHeadingsAndSumsAreNoMunicipalities() {
        let made = proposals(
            "Перечень муниципальных образований края\n№\tНаименование\tОКТМО\n\tГородские округа:\t\n1\tПермский ГО\t57701000\n"
                + "\tМуниципальные районы\t\n2\tКунгурский МР\t57702000\n\tИтого\t2\n\tВсего по краю\t\n")
        #expect(made.all.map(\.name.name) == ["Пермский ГО", "Кунгурский МР"])
        #expect(made.all.map(\.code) == ["57701000", "57702000"])
        #expect(made.notes.count { $0.reason == StartingReason.noRow } == 5)
        let plain = proposals("Список районов\nАрский район\nИтого: 1\n")
        #expect(plain.all.map(\.name.name) == ["Арский район"])
    }

    @Test func aSumIsKnownByAnyOfItsCellsAndItsParts() {
        let table =
            "№\tНазвание\tСельских советов\n1\tБийский район\t12\nИтого\t13 муниципальных образований\t208\n"
            + "\tв том числе городские округа\t7\n\tмуниципальных районов\t6\n"
        #expect(proposals(table).all.map(\.name.name) == ["Бийский район"])
    }

    @Test func oneNameTwiceIsRefusedWithItsLines() throws {
        let made = proposals("Пермский ГО\nКунгурский МО\nПермский городской округ")
        #expect(!made.isSound)
        let note = try #require(made.notes.first { $0.isRefusal })
        #expect(note.arguments == ["Пермский ГО", "1, 3"])
        var mended = made
        mended.remove(2)
        #expect(mended.isSound && mended.all.count == 2)
    }

    @Test func anEmptyListAndALineWithoutANameAreRefused() {
        #expect(proposals("").notes.map(\.reason) == [StartingReason.noMunicipality])
        let made = proposals("Наименование\tТип\nПермский\tГО\n\tМО\n")
        #expect(!made.isSound && made.notes.contains { $0.reason == StartingReason.noName })
    }

    @Test func anOfficeSaysWhoseItIsOrIsRefused() {
        let made = proposals(
            "Пермский ГО\nАдминистрация Павловского муниципального района\nУправление образования\n")
        #expect(made.all.map(\.name.name) == ["Пермский ГО", "Павловский МР"], "\(made.all.map(\.name.name))")
        let refused = made.notes.filter { $0.reason == StartingReason.noName }.map(\.arguments)
        #expect(refused.map(\.first) == ["3"], "\(made.notes)")
    }

    @Test(arguments: [
        ("Кирилловский мун.окр.", "Кирилловский МО"), ("Никольский район (с 2023 округ)", "Никольский район"),
        ("Тотемский муниципальный округ Пермского края", "Тотемский МО"), ("гп. Вожега", "ГП Вожега"),
    ])
    func officesWriteInManyWays(_ written: String, _ name: String) {
        #expect(proposals(written).all.map(\.name.name) == [name])
    }

    @Test func aTownAndItsDistrictAreTwo() {
        let made = proposals("Слободской район\nгород Слободской\n")
        #expect(!made.notes.contains { $0.reason == StartingReason.doubledPlace }, "\(made.notes)")
    }

    @Test func aSumIsToldByItsWord() {
        let made = proposals("№\tНаименование\n1\tПермский ГО\nИтого\t14\n")
        #expect(made.notes.contains { $0.arguments == ["3", "Итого"] }, "\(made.notes)")
    }

    @Test func whatStandsAroundAListInAnOrderIsNoneOfIt() throws {
        let text =
            "Приложение 1\nк приказу от 01.02.2026 № 15\nГородской округ город Череповец*\n"
            + "Великоустюгский МО (г. Великий Устюг)\n* с 1 января 2026 года\nВохтога\n"
        let region = try #require(RegionName.read("Вологодская область"))
        let proposals = MunicipalityProposals(MunicipalityList.read(text), region: region)
        #expect(proposals.all.map(\.name.name) == ["ГО город Череповец", "Великоустюгский МО", "Вохтога"])
        #expect(proposals.all[1].name.short == "Великий Устюг")
        #expect(proposals.notes.contains { $0.reason == StartingReason.untyped && $0.arguments == ["«Вохтога»"] })
    }

    @Test func aDirectionOfTheNineKeepsItsIDInAListOfOnesOwn() {
        let (list, notes) = DirectionList.read(
            "Знание;\nУчитель. Школьная команда.\nСельская школа.\nИтого 3 направления\n")
        #expect(list?.entries.map(\.id) == ["znanie", "uchitel", "selskaia-shkola"])
        #expect(list?.entries.map(\.name) == ["Знание", "Учитель. Школьная команда", "Сельская школа"])
        #expect(notes.map(\.arguments) == [["Итого 3 направления"]])
    }

    /// As names are copied out of a sentence; what all regions know of one of the nine is not lost.
    @Test func aDirectionBeginsWithACapital() {
        let (list, notes) = DirectionList.read("знание;\nшкольные театры и музеи\nтворчество\tТворч.\tСвоими словами")
        #expect(list?.entries.map(\.name) == ["Знание", "Школьные театры и музеи", "Творчество"])
        #expect(list?.entries.map(\.id) == ["znanie", "shkolnye-teatry-i-muzei", "tvorchestvo"])
        #expect(notes.map(\.arguments) == [["«Знание», «Школьные театры и музеи», «Творчество»"]])
        let nine = DirectionList.nine.entries
        #expect(list?.entries[0].description == nine[0].description && list?.entries[0].full == nine[0].full)
        #expect(list?.entries[2].description == "Своими словами" && list?.entries[2].group == nine[2].group)
        #expect(list?.entries[1].full == nil)
    }

    @Test(arguments: [
        "- Чтение\n- Счёт", "– Чтение\n— Счёт", "•Чтение\n• Счёт", "1. Чтение\n2) Счёт", "а) Чтение\nб) Счёт",
        "1. – Чтение\n2. – Счёт",
    ])
    func marksOfAPastedListAreNoPartOfItsNames(_ text: String) {
        #expect(DirectionList.read(text).0?.entries.map(\.name) == ["Чтение", "Счёт"])
        let municipalities = text.replacing("Чтение", with: "Кунгурский МО").replacing("Счёт", with: "Пермский МО")
        let rows = MunicipalityList.read(municipalities).compactMap { MunicipalityName.read($0.name) }
        #expect(rows.map(\.name) == ["Кунгурский МО", "Пермский МО"])
    }

    @Test func aHeadingIsNoDirection() {
        let (list, notes) = DirectionList.read("Направления региональной программы\n1. Чтение\n2. Счёт\n")
        #expect(list?.entries.map(\.name) == ["Чтение", "Счёт"] && notes.count == 1)
    }

    @Test func idsAreNeverTheSame() {
        let made = proposals("Наименование;id\nАлёша;x\nБорис;x\nВера;x\n")
        #expect(made.all.map(\.name.id) == ["x", "x-2", "x-3"])
    }

    /// Lines around a plain list and below a table are told whole, and none of them is a municipality.
    @Test(arguments: [
        "ПЕРЕЧЕНЬ\nмуниципальных образований Костромской области, участвующих в проекте\n"
            + "1. Городской округ город Галич*\n2. город Мантурово Костромской области**\n"
            + "* участвуют с 1 января 2027 года\n** преобразован в муниципальный округ\n",
        "ПЕРЕЧЕНЬ\nучастников проекта\n№ п/п\tНаименование муниципального образования\tШкол\n"
            + "1.\tГородской округ город Галич*\t4\n2.\tгород Мантурово Костромской области**\t6\n"
            + "* участвуют с 1 января 2027 года\n** преобразован в муниципальный округ\nСписок утверждён коллегией\n",
    ])
    func whatStandsAroundAListIsToldWhole(text: String) throws {
        let region = try #require(RegionName.read("Костромская область"))
        let made = MunicipalityProposals(MunicipalityList.read(text), region: region)
        #expect(made.all.map(\.name.name) == ["ГО город Галич", "Мантурово"] && made.isSound, "\(made.notes)")
        let left = made.notes.filter { $0.reason == StartingReason.noRow }.map { $0.arguments[1] }
        #expect(left.contains("ПЕРЕЧЕНЬ") && left.contains("* участвуют с 1 января 2027 года"), "\(left)")
        #expect(!left.contains(""))
        let marks = made.notes.filter { $0.reason == StartingReason.footnoteMark }.map(\.arguments)
        #expect(marks == [["*", "«ГО город Галич»"], ["**", "«Мантурово»"]])
        #expect(made.notes.contains { $0.reason == StartingReason.bareTown && $0.arguments == ["«Мантурово»"] })
    }

    /// A city above districts is one; a line with words of no name is a heading.
    @Test func aCityAboveDistrictsIsNoHeading() {
        #expect(proposals("Пермь\nКунгурский МО\n").all.map(\.name.name) == ["Пермь", "Кунгурский МО"])
        #expect(proposals("Участники проекта\nКунгурский МО\n").all.map(\.name.name) == ["Кунгурский МО"])
        #expect(proposals("УЧАСТНИКИ\nКунгурский МО\n").all.map(\.name.name) == ["Кунгурский МО"])
    }

    @Test func aMunicipalityThatIsTwoKeepsItsOfficialName() throws {
        let made = proposals("1. Муниципальный округ город Нерехта и Нерехтский район (г. Нерехта)\n2. Кунгурский МО\n")
        let name = try #require(made.all.first?.name)
        #expect(name.full == "Муниципальный округ город Нерехта и Нерехтский район")
        #expect(name.name == "МО город Нерехта и Нерехтский район" && name.type == .municipalOkrug)
        #expect(
            name.short == "Нерехта" && name.aliases == ["г. Нерехта"] && name.id == "nerekhta-i-nerekhtskii-raion-mo")
    }

    @Test func quotesAroundADirectionGoAndAreTold() {
        let (list, notes) = DirectionList.read("Знание\n– «Здоровье»;\nНаставничество – «Рядом»\n")
        #expect(list?.entries.map(\.name) == ["Знание", "Здоровье", "Наставничество – «Рядом»"])
        #expect(list?.entries[1].id == "zdorove" && notes.map(\.arguments) == [["Здоровье"]])
    }

    @Test func aRefusedListOfDirectionsTellsTheRefusalAlone() {
        let (list, notes) = DirectionList.read("Знание\nа также\nЗнание\n")
        #expect(list == nil && notes.map(\.reason) == [StartingReason.doubledDirection])
    }
}
