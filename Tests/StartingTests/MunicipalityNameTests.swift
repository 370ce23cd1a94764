import Testing

@testable import Starting

/// Names of municipalities as offices of several regions write them.
@Suite struct MunicipalityNameTests {
    /// What the rule makes: id, name, full, short, aliases, sort.
    struct Made: Sendable {
        let text: String
        let id: String
        let name: String
        var full: String?
        var short: String?
        var aliases: [String] = []
        var type: MunicipalityType?

        init(
            _ text: String, _ id: String, _ name: String, full: String? = nil, short: String? = nil,
            aliases: [String] = [], type: MunicipalityType? = nil
        ) {
            (self.text, self.id, self.name, self.full, self.short) = (text, id, name, full, short)
            (self.aliases, self.type) = (aliases, type)
        }
    }

    static let perm = [
        Made(
            "Пермский городской округ", "permskii-go", "Пермский ГО", full: "Пермский городской округ",
            short: "Пермский",
            aliases: ["Пермский округ"], type: .urbanOkrug),
        Made(
            "Березовский муниципальный округ", "berezovskii-mo", "Березовский МО",
            full: "Березовский муниципальный округ",
            short: "Березовский", aliases: ["Березовский округ"], type: .municipalOkrug),
        Made("г. Кунгур", "kungur", "Кунгур", aliases: ["г. Кунгур"]),
        Made("г.Кунгур", "kungur", "Кунгур", aliases: ["г. Кунгур"]),
        Made(
            "Кунгурский МО", "kungurskii-mo", "Кунгурский МО", full: "Кунгурский муниципальный округ",
            short: "Кунгурский",
            aliases: ["Кунгурский округ"], type: .municipalOkrug),
        Made(
            "ЗАТО Звёздный", "zvezdnyi-zato", "ЗАТО Звёздный",
            full: "Закрытое административно-территориальное образование Звёздный", short: "Звёздный", type: .closed),
        Made(
            "Чусовской городской округ Пермского края", "chusovskoi-go", "Чусовской ГО",
            full: "Чусовской городской округ",
            short: "Чусовской", aliases: ["Чусовской округ"], type: .urbanOkrug),
        Made(
            "городской округ «Город Березники»", "berezniki-go", "ГО Город Березники",
            full: "Городской округ «Город Березники»", short: "Березники", aliases: ["г. Березники"], type: .urbanOkrug),
        Made(
            "5. Коми-Пермяцкий округ;", "komi-permiatskii-okrug", "Коми-Пермяцкий округ", short: "Коми-Пермяцкий",
            type: .okrug),
        Made(
            "ГУБАХИНСКИЙ МУНИЦИПАЛЬНЫЙ ОКРУГ", "gubakhinskii-mo", "Губахинский МО",
            full: "Губахинский муниципальный округ",
            short: "Губахинский", aliases: ["Губахинский округ"], type: .municipalOkrug),
        Made("Пермь", "perm", "Пермь"),
    ]

    static let sverdlovsk = [
        Made(
            "МО город Екатеринбург", "ekaterinburg-mo", "МО город Екатеринбург", short: "Екатеринбург",
            aliases: ["г. Екатеринбург"], type: .municipalOkrug),
        Made(
            "Муниципальное образование город Алапаевск", "alapaevsk", "Алапаевск",
            full: "Муниципальное образование город Алапаевск", aliases: ["г. Алапаевск"]),
        Made(
            "Муниципальное образование «Каменский городской округ»", "kamenskii-go", "Каменский ГО",
            full: "Каменский городской округ", short: "Каменский", aliases: ["Каменский округ"], type: .urbanOkrug),
        Made(
            "городской округ Верхняя Пышма", "verkhniaia-pyshma-go", "ГО Верхняя Пышма",
            full: "Городской округ Верхняя Пышма", short: "Верхняя Пышма", type: .urbanOkrug),
        Made(
            "ГО ЗАТО Свободный", "svobodnyi-go", "ГО ЗАТО Свободный", full: "Городской округ ЗАТО Свободный",
            short: "Свободный", aliases: ["ЗАТО Свободный"], type: .urbanOkrug),
        Made(
            "Слободо-Туринский муниципальный район", "slobodo-turinskii-mr", "Слободо-Туринский МР",
            full: "Слободо-Туринский муниципальный район", short: "Слободо-Туринский",
            aliases: ["Слободо-Туринский район"], type: .municipalDistrict),
        Made(
            "муниципальный округ Рефтинский", "reftinskii-mo", "МО Рефтинский", full: "Муниципальный округ Рефтинский",
            short: "Рефтинский", type: .municipalOkrug),
    ]

    static let tatarstan = [
        Made(
            "Альметьевский муниципальный район Республики Татарстан", "almetevskii-mr", "Альметьевский МР",
            full: "Альметьевский муниципальный район", short: "Альметьевский", aliases: ["Альметьевский район"],
            type: .municipalDistrict),
        Made(
            "Альметьевский м.р-н", "almetevskii-mr", "Альметьевский МР", full: "Альметьевский муниципальный район",
            short: "Альметьевский", aliases: ["Альметьевский район"], type: .municipalDistrict),
        Made("город Набережные Челны", "naberezhnye-chelny", "Набережные Челны", aliases: ["г. Набережные Челны"]),
        Made(
            "городской округ город Казань", "kazan-go", "ГО город Казань", full: "Городской округ город Казань",
            short: "Казань", aliases: ["г. Казань"], type: .urbanOkrug),
        Made(
            "муниципальный район Уфимский район", "ufimskii-mr", "Уфимский МР", full: "Уфимский муниципальный район",
            short: "Уфимский", aliases: ["Уфимский район"], type: .municipalDistrict),
        Made(
            "МР Гафурийский район", "gafuriiskii-mr", "Гафурийский МР", full: "Гафурийский муниципальный район",
            short: "Гафурийский", aliases: ["Гафурийский район"], type: .municipalDistrict),
        Made("Арский р-н", "arskii-raion", "Арский район", short: "Арский", type: .district),
    ]

    static let moscow = [
        Made(
            "Г.о. Балашиха", "balashikha-go", "ГО Балашиха", full: "Городской округ Балашиха", short: "Балашиха",
            type: .urbanOkrug),
        Made(
            "Сергиево-Посадский г.о.", "sergievo-posadskii-go", "Сергиево-Посадский ГО",
            full: "Сергиево-Посадский городской округ", short: "Сергиево-Посадский",
            aliases: ["Сергиево-Посадский округ"], type: .urbanOkrug),
        Made(
            "муниципальный округ Серебряные Пруды", "serebrianye-prudy-mo", "МО Серебряные Пруды",
            full: "Муниципальный округ Серебряные Пруды", short: "Серебряные Пруды", type: .municipalOkrug),
        Made(
            "Рузский м. о.", "ruzskii-mo", "Рузский МО", full: "Рузский муниципальный округ", short: "Рузский",
            aliases: ["Рузский округ"], type: .municipalOkrug),
        Made(
            "Махачкала городской округ с внутригородским делением", "makhachkala-go", "ГО Махачкала",
            full: "Городской округ с внутригородским делением Махачкала", short: "Махачкала", type: .urbanOkrug),
    ]

    @Test(arguments: perm + sverdlovsk + tatarstan + moscow)
    func aNameIsMadeByRule(made: Made) throws {
        let name = try #require(
            MunicipalityName.read(made.text, region: ["Пермский край", "Пермского края", "Республики Татарстан"]))
        #expect(name.id == made.id)
        #expect(name.name == made.name)
        #expect(name.full == made.full)
        #expect(name.short == made.short)
        #expect(name.aliases == made.aliases)
        #expect(name.type == made.type)
    }

    /// «МО» is also «муниципальное образование»: a district stays one.
    @Test func aDistrictThatIsCalledAnAreaStaysADistrict() {
        for text in ["МО Бийский район", "МО «Бийский район»"] {
            #expect(MunicipalityName.read(text)?.name == "Бийский район")
            #expect(MunicipalityName.read(text)?.type == .district)
        }
        #expect(MunicipalityName.read("МО Бийский округ")?.name == "Бийский МО")
    }

    @Test func aSortMayBeWrittenTwiceOrWithADash() throws {
        let dashed = try #require(MunicipalityName.read("городской округ – город Барнаул"))
        #expect(dashed.name == "ГО город Барнаул" && dashed.short == "Барнаул" && dashed.id == "barnaul-go")
        #expect(dashed.full == "Городской округ – город Барнаул")
        let twice = try #require(MunicipalityName.read("МО городской округ город Рубцовск"))
        #expect(twice.name == "ГО город Рубцовск" && twice.type == .urbanOkrug && twice.short == "Рубцовск")
        #expect(MunicipalityName.read("МО город Екатеринбург")?.type == .municipalOkrug)
        #expect(MunicipalityName.read("Якутск, городской округ")?.name == "ГО Якутск")
    }

    /// A list that is pasted from a text ends with a point; official names have quotation marks.
    @Test func aListEndsWithAPointAndNamesAreQuoted() {
        for text in ["Шекснинский район.", "Шекснинский район"] {
            #expect(MunicipalityName.read(text)?.name == "Шекснинский район", "\(text)")
        }
        // Whatever quotation marks its last word has on both sides.
        for text in ["Муниципальный округ «Рефтинский».", "Муниципальный округ \"Рефтинский\".", "МО „Рефтинский“."] {
            #expect(MunicipalityName.read(text)?.name == "МО Рефтинский", "\(text)")
        }
        #expect(MunicipalityName.read("Уфа.")?.name == "Уфа" && MunicipalityName.read("г. Уфа.")?.name == "Уфа")
        #expect(MunicipalityName.read("Альметьевский м.р.")?.name == "Альметьевский МР")
        #expect(MunicipalityName.read("Бийский р-н.")?.name == MunicipalityName.read("Бийский р-н")?.name)
        let city = MunicipalityName.read("Муниципальное образование «Город Вологда».")
        #expect(city?.name == "Вологда" && city?.full == "Муниципальное образование «Город Вологда»")
        #expect(city?.id == "vologda" && city?.aliases == ["г. Вологда"])
        #expect(
            MunicipalityName.read("городской округ \"Город Череповец\"")?.full == "Городской округ «Город Череповец»")
        #expect(MunicipalityName.read("Никольский муниципальный округ")?.id == "nikolskii-mo")
    }

    @Test func aSortMayStandInAColumnOfItsOwn() {
        #expect(MunicipalityName.read("Пермский", type: "муниципальный округ")?.name == "Пермский МО")
        #expect(MunicipalityName.read("Пермь", type: "городской округ")?.name == "ГО Пермь")
        #expect(MunicipalityName.read("Пермский МО", type: "Муниципальный округ")?.name == "Пермский МО")
    }

    @Test(arguments: ["", "12", "—", "  "])
    func whatHasNoLettersIsNoName(text: String) { #expect(MunicipalityName.read(text) == nil) }

    @Test(arguments: [
        ("Пермский край", "Пермского края"), ("Свердловская область", "Свердловской области"),
        ("Республика Татарстан", "Республики Татарстан"), ("Чувашская Республика", "Чувашской Республики"),
        ("Ненецкий автономный округ", "Ненецкого автономного округа"),
        ("Республика Саха (Якутия)", "Республики Саха (Якутия)"), ("Приморский край", "Приморского края"),
        ("Донецкая Народная Республика", "Донецкой Народной Республики"),
    ])
    func aRegionIsDeclined(name: String, genitive: String) { #expect(RegionName.read(name)?.genitive == genitive) }

    @Test(arguments: ["Москва", "Кемеровская область — Кузбасс", "город Севастополь"])
    func whatTheRuleDoesNotKnowIsNotGuessed(name: String) { #expect(RegionName.read(name)?.genitive == nil) }
}
