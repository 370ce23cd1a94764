import Languages
import Testing

@testable import Catalog

@Suite struct HeadingNameTests {
    @Test(arguments: [
        "Мероприятия", "мероприятия:", "2. Мероприятия", "II. Мероприятия", "2) Мероприятия", "1.2. Мероприятия",
        "1.2 Мероприятия.", "IV) МЕРОПРИЯТИЯ :", "«Мероприятия»", "Х. Мероприятия", "\u{A0}Мероприятия —",
        "Мероприятия;", "Мероприятия {#events}", "2. Мероприятия: {#events}", "Меро\u{AD}прия\u{200B}тия{#a}:",
    ])
    func numbersAndMarksMakeNoOtherName(text: String) {
        #expect(HeadingName.fold(text) == "мероприятия")
    }

    @Test(arguments: [
        "5 шагов", "План мероприятий", "ii", "2024", "Vivat", "10 классы", "С. Мероприятия", "Ход {дня}", "{#hod}",
    ])
    func whatBelongsToANameStays(text: String) {
        #expect(HeadingName.fold(text) == NameFolding.fold(text))
    }

    @Test(arguments: ["", ":", "2.", "…", "— ", "II."])
    func aTextOfMarksAloneIsItself(text: String) {
        #expect(!text.isEmpty == !HeadingName.fold(text).isEmpty)
    }
}
