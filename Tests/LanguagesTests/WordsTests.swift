import Languages
import Testing

@Test(arguments: [
    (0, "материалов"), (1, "материал"), (2, "материала"), (4, "материала"), (5, "материалов"), (11, "материалов"),
    (12, "материалов"), (14, "материалов"), (21, "материал"), (22, "материала"), (25, "материалов"),
    (101, "материал"), (111, "материалов"), (112, "материалов"), (1_000_001, "материал"),
])
func russianNounsTakeTheFormOfTheirNumber(number: Int, form: String) {
    let forms = PluralForms(one: "материал", few: "материала", many: "материалов")
    #expect(forms.form(for: number, .ru) == form)
}

@Test func aNumberAndItsNounStayOnOneLine() {
    let forms = PluralForms(one: "материал", few: "материала", many: "материалов")
    #expect(forms.counted(12_345, .ru) == "12\u{A0}345\u{A0}материалов")
    #expect(PluralForms(one: "item", few: "items", many: "items").counted(2, .en) == "2\u{A0}items")
}

@Test func numbersAreGroupedFromFiveDigits() {
    #expect(NumberText.grouped(2603, .ru) == "2603")
    #expect(NumberText.grouped(12_345, .ru) == "12\u{A0}345")
    #expect(NumberText.grouped(-1_234_567, .ru) == "−1\u{A0}234\u{A0}567")
    #expect(NumberText.grouped(1_234_567, .en) == "1,234,567")
    #expect(NumberText.percent(85, .ru) == "85\u{A0}%")
    #expect(NumberText.tenths(12, .ru) == "1,2")
    #expect(NumberText.tenths(-5, .ru) == "−0,5")
}

@Test func sizesOfFilesAreRoundedToWhatAPersonNeeds() {
    #expect(NumberText.bytes(1, .ru) == "1\u{A0}КБ")
    #expect(NumberText.bytes(348_000, .ru) == "340\u{A0}КБ")
    #expect(NumberText.bytes(1_300_000, .ru) == "1,2\u{A0}МБ")
    #expect(NumberText.bytes(15_000_000, .en) == "14\u{A0}MB")
}

@Test func datesAreWrittenInRussian() {
    let dates = DateText(.ru)
    #expect(dates.day(2026, 3, 5) == "5\u{A0}марта\u{A0}2026\u{A0}г.")
    #expect(dates.month(2023, 5) == "май\u{A0}2023\u{A0}г.")
    #expect(dates.monthTitle(2023, 5) == "Май\u{A0}2023")
    #expect(dates.quarter(1, year: 2023) == "I\u{A0}квартал\u{A0}2023\u{A0}г.")
    #expect(dates.quarter(4) == "IV\u{A0}квартал")
    #expect(dates.year(2023) == "2023\u{A0}г.")
    #expect(dates.dayOfMonth(12, 2) == "2\u{A0}декабря")
    #expect(dates.days((2023, 9, 14), (2023, 9, 15)) == "14–15\u{A0}сентября 2023\u{A0}г.")
    #expect(dates.days((2023, 11, 30), (2023, 12, 1)) == "30\u{A0}ноября – 1\u{A0}декабря 2023\u{A0}г.")
    #expect(
        dates.days((2023, 12, 30), (2024, 1, 2))
            == "30\u{A0}декабря\u{A0}2023\u{A0}г. – 2\u{A0}января\u{A0}2024\u{A0}г.")
}

@Test func datesAreWrittenInEnglish() {
    #expect(DateText(.en).day(2026, 3, 5) == "5\u{A0}March\u{A0}2026")
    #expect(DateText(.en).quarter(1, year: 2023) == "Q1\u{A0}2023")
}

@Test func datesAreWrittenInTatarWithTheYearFirst() {
    let dates = DateText(.tt)
    #expect(dates.day(2023, 5, 11) == "2023\u{A0}елның\u{A0}11\u{A0}мае")
    #expect(dates.day(2023, 1, 1) == "2023\u{A0}елның\u{A0}1\u{A0}гыйнвары")
    #expect(dates.dayOfMonth(12, 2) == "2\u{A0}декабрь")
    #expect(dates.days((2023, 9, 14), (2023, 9, 15)) == "2023\u{A0}елның 14–15\u{A0}сентябре")
    #expect(dates.days((2023, 11, 30), (2023, 12, 1)) == "2023\u{A0}елның 30\u{A0}ноябре – 1\u{A0}декабре")
    #expect(
        dates.days((2023, 12, 30), (2024, 1, 2))
            == "2023\u{A0}елның\u{A0}30\u{A0}декабре – 2024\u{A0}елның\u{A0}2\u{A0}гыйнвары")
    #expect(dates.month(2023, 8) == "2023\u{A0}елның\u{A0}августы")
    #expect(dates.monthTitle(2023, 8) == "Август\u{A0}2023")
    #expect(dates.quarter(1, year: 2023) == "2023\u{A0}елның\u{A0}I\u{A0}кварталы")
    #expect(dates.quarter(1) == "I\u{A0}квартал")
    #expect(dates.year(2023) == "2023\u{A0}ел")
}

@Test func tatarAndBashkirLettersStandBehindTheRussianOnesTheyAreLike() {
    let names = [
        "Ягода", "Үзәк", "Узор", "Әлмәт", "Аш", "Яр Чаллы", "Өфө", "Офис", "Башҡортостан", "Башкирия", "Һөнәр",
        "Хөрмәт", "Бавлы",
    ]
    #expect(
        names.sortedByName { $0 } == [
            "Аш", "Әлмәт", "Бавлы", "Башкирия", "Башҡортостан", "Офис", "Өфө", "Узор", "Үзәк", "Хөрмәт", "Һөнәр",
            "Ягода",
            "Яр Чаллы",
        ])
    #expect(Transliteration.slug("Мәктәп җыены, Өфө — Һөнәр ҡала") == "maktap-zhyeny-ofo-honar-kala")
}

@Test func namesAreOrderedAsInARussianIndex() {
    let names = ["Ёлка", "ель", "Жук", "«Еж»", "Ещё", "еда", "ёж", "Яма", "альбом", "Zoo", "СОШ № 42", "СОШ № 5"]
    #expect(
        names.sortedByName { $0 } == [
            "Zoo", "альбом", "еда", "«Еж»", "ель", "Ещё", "ёж", "Ёлка", "Жук", "СОШ № 5", "СОШ № 42", "Яма",
        ])
}

@Test func namesThatDifferOnlyInCaseKeepOneOrder() {
    #expect(["б", "Б", "а"].sortedByName { $0 } == ["Б", "б", "а"].sortedByName { $0 })
    #expect(Collation.key("Школа") != Collation.key("школа"))
}

@Test(arguments: [
    ("до 25.05.2027", "до 25 мая 2027 г."),
    ("с 01.09.2026 г. по 5.10.2026 года", "с 1 сентября 2026 г. по 5 октября 2026 г."),
    ("до 40.05.2027", "до 40.05.2027"), ("с 1.09.26", "с 1.09.26"),
    ("1.2.2027, 15.03.2027", "1 февраля 2027 г., 15 марта 2027 г."),
    ("п. 4.12.05.2027", "п. 4.12.05.2027"), ("29.02.2027, 29.02.2028", "29.02.2027, 29 февраля 2028 г."),
    ("31.04.2027", "31.04.2027"), ("с01.09.2026", "с01.09.2026"), ("(01.09.2026)", "(1 сентября 2026 г.)"),
    ("01.09.2026.", "1 сентября 2026 г."), ("01.09.2026.15", "01.09.2026.15"), ("01.09.20261", "01.09.20261"),
    ("01.09.2026г., 02.09.2026 годами", "1 сентября 2026 г., 2 сентября 2026 г. годами"),
    ("01.09.2026–02.09.2026", "1 сентября 2026 г.–2 сентября 2026 г."), ("1.2.3.2027", "1.2.3.2027"),
    ("№\u{A0}7, 5.10.2026", "№ 7, 5 октября 2026 г."), ("", ""), ("2027", "2027"),
])
func daysInFiguresAreWorded(_ text: String, _ worded: String) {
    #expect(DateText(.ru).wordingDays(in: text).replacing("\u{A0}", with: " ") == worded)
}
