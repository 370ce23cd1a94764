import Diagnostics
import Testing

@testable import Catalog

/// What is found in a text, as its words.
private func found(_ text: String) -> [String] {
    let file = SourceFile(path: "content/a.md", text: text)
    return PrivacyScanner.findings(in: file.bytes).map { file.text($0.range) }
}

/// A material with a front matter and a body, and CSV files of its own.
private func check(_ text: String, tables: [String] = []) -> [Diagnostic] {
    let file = SourceFile(path: "content/practices/a.md", text: text)
    let lines = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    let yaml = lines.count > 1 ? 4..<4 + lines[1].utf8.count : 0..<0
    let root = YAMLReader.read(file, part: yaml).root
    return PrivacyCheck.diagnostics(
        file, root: root, tables: tables.map { SourceFile(path: "content/a.csv", text: $0) })
}

@Suite struct PrivacyTests {
    @Test(arguments: [
        "112-233-445 95", "112 233 445 95", "11223344595", "112233445 95", "112-233-445-95", "112‑233‑445 95",
        "112\u{A0}233\u{A0}445\u{A0}95",
    ])
    func anInsuranceNumberIsFoundInEachWriting(number: String) {
        #expect(found("СНИЛС \(number).") == [number])
        #expect(found("| Ученик | \(number) |") == [number])
        #expect(found("Ученик;\(number);да") == [number])
    }

    @Test(arguments: [
        "+7 912 345-67-89", "8 (912) 345-67-89", "89123456789", "+79123456789", "8-912-345-67-89", "8 912 345 67 89",
        "(912) 345-67-89", "912 345-67-89", "8.912.345.67.89", "8/912/345-67-89", "8·912·345·67·89",
    ])
    func aMobilePhoneIsFoundInEachWriting(number: String) {
        #expect(found("тел. \(number), звоните") == [number])
    }

    /// What a reader sees is a number or an address, however it is written.
    @Test(arguments: [
        "8 912 34**5-67-8**9", "8 *912* 345-67-89", "8 912 34\u{200B}5-67-89", "8 912 34\u{AD}5-67-89",
        "8 912 34\u{2060}5-67-89",
        "8 912 34\u{3164}5-67-89", "8&nbsp;912&nbsp;345-67-89", "8&#32;912&#x20;345-67-89", "&#56; 912 345-67-89",
        "８ ９１２ ３４５-６７-８９", "8 912\u{2009}345\u{2007}67\u{202F}89", "8 912 345\\-67\\-89", "8 912\n345-67-89",
        "8\n912\n345\n67-89", "8 912\\\n345-67-89", "8 912\n> 345-67-89", "8 912\n  345-67-89",
        "8 912 [345](https://a.ru)-67-89",
        "8 912 [[p1|345]]-67-89", "+7%20912%20345%2067%2089", "11**2-233-445 9**5",
        "ivan**ov@mail**.ru", "ivanov&#64;mail.ru", "ivanov&commat;mail.ru", "ivanov%40mail.ru",
        "iva\u{200B}nov@mail.ru",
        "ivanov＠mail.ru", "ivanov@mail\u{AD}.ru", "ivan\\_ov\\@mail.ru",
    ])
    func whatIsShownAsOneIsFound(text: String) {
        #expect(found("Пишите: \(text), ждём") == [text])
        #expect(found("*Пишите*: \(text)\n\nдалее") == [text])
    }

    /// What a word processor makes of an address.
    @Test func anAddressThatIsPartlyALinkIsFound() {
        #expect(found("Пишите: ivan@[mail.ru](https://mail.ru)") == ["ivan@[mail.ru"])
        #expect(found("[Пишите](mailto:ivanov%40mail.ru)") == ["ivanov%40mail.ru"])
        #expect(found("[Звоните](tel:%2B79123456789)") == ["%2B79123456789"])
    }

    @Test(arguments: [
        "Было 8\n\n912 345 67 89", "за 2023_12_01_8_912 года и 7", "- 8\n- 912\n- 34567",
        "5*6 = 30, 7**8** и 2023, 2024",
        "Идентификатор 891 2345 6789", "Бюджет 89 123 456 789 руб.", "doi.org/10.1000/89123456789, a.ru/79123456789/b",
        "8.9 12.5 13.4 11.2", "Смотрите https://vk.com/wall-165_89123 и 100 % из 2023 и 2024",
        "Иванов@школа, 12&nbsp;мая 2023 и 13&nbsp;мая 2023",
    ])
    func whatOnlyLooksLikeMarksIsNotFound(text: String) {
        #expect(found(text) == [])
    }

    @Test(arguments: [
        "паспорт 7512 345678", "Паспорт: серия 75 12 № 345678", "серия 7512 номер 345678", "паспорт 7512345678",
    ])
    func aPassportIsFoundBesideItsWord(text: String) {
        #expect(found(text).count == 1)
    }

    @Test(arguments: [
        "| ФИО | Паспорт |\n|---|---|\n| Иванов | 5704 123456 |", "ФИО;Паспортные данные\nИванов;57 04 № 123456\n",
        "Участник,Серия и номер паспорта\nИванов,5704123456",
    ])
    func aPassportInATableIsFound(text: String) {
        #expect(found(text).count == 1, "\(found(text))")
    }

    @Test(arguments: [
        "| Паспорт проекта | Номер |\n|---|---|\n| 5704 123456 | 1 |", "Нужны паспорт, заявка\n5704 123456, да",
        "| Паспорт | Год |\n|---|---|\n| есть | 2023 |\n\n| 5704 123456 | 1 |",
    ])
    func aPaperThatIsCalledAPassportIsNot(text: String) {
        #expect(found(text).isEmpty, "\(found(text))")
    }

    @Test(arguments: ["a.b@mail.ru", "Shkola_1@Yandex.ru", "x@gmail.com", "x-y@bk.ru", "z@list.ru"])
    func anAddressOfAPublicServiceIsFound(address: String) {
        #expect(found("Пишите: \(address).") == [address])
        #expect(found("[\(address)](mailto:\(address))") == [address])
    }

    @Test(arguments: [
        ("Победила Иванова Маша, 7«Б» класс.", "Иванова Маша"), ("Иванова Мария, 5 «А» класс", "Иванова Мария"),
        ("ученик 7Б Петров Иван", "Петров Иван"), ("| Иванова Мария | 7Б |", "Иванова Мария"),
        ("Петров Иван Сергеевич;7-А;да", "Петров Иван Сергеевич"),
        ("ученице 9 класса Ивановой Марии", "Ивановой Марии"),
        ("**Тимур Гарипов**, ученик 11 А класса", "Тимур Гарипов"), ("Петрова И. С., 8В", "Петрова И. С."),
        ("![Сцена](<Иванова Маша 7А.jpg>)", "Иванова Маша"), ("attachments: [Петров Иван 5 б.pdf]", "Петров Иван"),
        ("Айгуль Каримова (6-й класс)", "Айгуль Каримова"), ("5-го класса Иванова Аня", "Иванова Аня"),
    ])
    func aChildBesideAClassIsFound(text: String, name: String) {
        #expect(found(text) == [name])
    }

    @Test(arguments: [
        "Победил Иванов Пётр Сергеевич, 12.05.2012 года рождения, ученик 6 «А» класса.",
        "Иванов Пётр Сергеевич, 12.05.2012 г.р.", "Иванов Пётр Сергеевич (дата рождения 12.05.2012)",
        "Иванов Пётр Сергеевич, 2012 г. р.", "| Иванов Пётр Сергеевич | 12 мая 2012 г.р. |",
        "Иванов Пётр Сергеевич родился 12 мая 2012 года", "Дата рождения: 12.05.2012, Иванов Пётр Сергеевич",
        "12.05.1985 года рождения Иванов Пётр Сергеевич", "Родился 3 мая 2013 года Иванов Пётр Сергеевич",
        "3 мая 2013 года родился Иванов Пётр Сергеевич", "Иванов Пётр Сергеевич, д.р. 1.02.13",
        "Иванов Пётр Сергеевич, д. р.: 01.02.2013", "Иванов Пётр Сергеевич появился на свет 12 мая 2012 года",
        "12.05.2012 на свет появился Иванов Пётр Сергеевич", "Иванов Пётр Сергеевич, д/р 12.05.2012",
        "Иванов Пётр Сергеевич (р. 12.05.2012)", "Иванов Пётр Сергеевич, род. 12.05.2012",
        "Иванов Пётр Сергеевич (ДР: 12/05/2012)", "Иванов Пётр Сергеевич, 12-05-2012 г.р.",
        "Иванов Пётр Сергеевич, день рождения — 12 мая 2012", "Иванов Пётр Сергеевич, 12.05.2012 г/р",
        "Иванов Пётр Сергеевич родился в г. Миассе 12 мая 2012 года", "Иванов Пётр Сергеевич, рождён 12.05.2012",
        "12 мая 2012 года в Миассе родился Иванов Пётр Сергеевич", "Дата рождения: 2012-05-12, Иванов Пётр Сергеевич",
        "Иванов Пётр Сергеевич пришёл на свет в Миассе 12 мая 2012 года",
        "Уроженец Миасса, 12.05.2012 года рождения, Иванов Пётр Сергеевич",
        "Иванов Пётр Сергеевич, число, месяц, год рождения: 12.05.2012",
    ])
    func aNameBesideADateOfBirthIsFound(text: String) {
        #expect(found(text) == ["Иванов Пётр Сергеевич"])
    }

    @Test(arguments: [
        "Иванов Пётр Сергеевич, 12.05.2012", "Пушкин Александр Сергеевич, 1799 года рождения",
        "Семинар для родителей детей 2017 года рождения", "дата рождения города — 12.05.1736", "25 лет со дня рождения",
        "Приказ от 12.05.2012 года", "Дети 2018 г.р. принимаются",
        "О Юрии Алексеевиче Гагарине, который родился 9 марта 1934 года", "Иванов Пётр Сергеевич, приказ от 1.02.13",
        "Вход 100 р. 12.05.2012, Иванов Пётр Сергеевич",
        "Методисты и др. 12.05.2012, Иванов Пётр Сергеевич", "Сборник появился 12 мая 2012 года, Иванов Пётр Сергеевич",
        "На Рождество 7.01.2014 Иванов Пётр Сергеевич", "от 12.05.2012. Родился замысел, Иванов Пётр Сергеевич",
        "5 «А» класс, 12.03.2014", "Выставка 12.03.2014, 5 «А» класс", "Приём в 1 класс детей 2017 г. р.",
        "1 класс, 2017 г. р.", "Приказ от 12.05.2012 г. работникам: Иванов Пётр Сергеевич",
    ])
    func aDateOfAnotherSortIsNot(text: String) {
        #expect(found(text).isEmpty)
    }

    /// With a class it is of one of thirty children, also without a name.
    @Test(arguments: [
        ("5 «А» класс, 12.03.2014 г.р.", ["12.03.2014"]),
        ("Ученик 7Б, дата рождения 12 марта 2012 года", ["12 марта 2012"]),
        ("12.03.2014 г.р., ученица 5 «А» класса", ["12.03.2014"]),
        ("| 5А | 12.03.2014 года рождения |", ["12.03.2014"]),
        ("Иванова Мария, 5 «А» класс, 12.03.2014 г.р.", ["Иванова Мария", "12.03.2014"]),
    ])
    func aDateOfBirthBesideAClassIsFound(text: String, words: [String]) {
        #expect(found(text) == words)
    }

    @Test(arguments: [
        "| ФИО участника | Класс |\n|---|---|\n| Петров Иван Сергеевич | 8 |\n\n| Школа | 8 |",
        "№;Участник;Класс\r\n1;Петров Иван Сергеевич;8\r\n", "Класс,Ученик\n11,Петров Иван Сергеевич\n",
        "Класс\tИмя\n 8 \tПетров Иван Сергеевич", "| **Класс** | Победители |\n|-|-|\n| 8 | Петров Иван Сергеевич |",
    ])
    func aChildInATableOfClassesIsFound(text: String) {
        #expect(found(text) == ["Петров Иван Сергеевич"])
    }

    @Test(arguments: [
        "| Учитель | Класс |\n|---|---|\n| Петров Иван Сергеевич | 8 |",
        "Класс;Классный руководитель;Участников\n8;Петров Иван Сергеевич;25",
        "| Класс | Участники |\n|---|---|\n| 8 | команды школ |",
        "| ФИО участника | Класс |\n|---|---|\n| Петров Иван | 25 |",
        "| ФИО участника | Классы школ |\n|---|---|\n| Петров Иван | 8 |", "Класс: 8\nПетров Иван",
    ])
    func anAdultInATableOfClassesIsNot(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test(.timeLimit(.minutes(5))) func manyHeadsOfClassesAreReadInLinearTime() {
        let heads = String(repeating: "Класс;Ученик\n", count: 20_000)
        #expect(found(heads + "8;Петров Иван Сергеевич\n") == ["Петров Иван Сергеевич"])
    }

    @Test(arguments: [
        "тел. 8 (351) 263-89-35", "+7 351 263-89-35", "rcokio@gov74.ru", "info@school1.example.ru", "112-233-445 96",
        "приказ от 09.12.2022 № 02/2807", "ISBN 978-5-16-012345-6", "ИНН 7447041828", "в 2017–2018 учебном году",
        "| 1234 | 5678 | 912345 |", "Русский язык, 5 класс", "Ученики 9–10 классов",
        "учителя 5 классов Ашинского района",
        "Иванова Мария, учитель 5 класса", "Директор Иванова Мария Петровна",
        "Всероссийские проверочные работы, 5 класс",
        "Лицей № 31, 7 «Б» класс", "7512 345678", "https://example.org/112233445/", "таблица 3 Б. Петров",
        "5 и 6 классы", "лицензия серия 74Л02 № 0001234", "код 12345678901234567890123",
    ])
    func whatIsNobodysSecretPasses(text: String) {
        #expect(found(text).isEmpty)
    }

    /// Generated numbers: each right one is found where it stands, each with a wrong check digit is not.
    @Test func everyRightInsuranceNumberIsFoundAndNoWrongOne() {
        var state: UInt64 = 74
        for _ in 0..<400 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digits = String(1_002_000 + Int(state >> 33) % 998_000_000)
            let nine = String(repeating: "0", count: 9 - digits.count) + digits
            let values = nine.compactMap(\.wholeNumberValue)
            let check = zip(values, (1...9).reversed()).map { $0 * $1 }.reduce(0, +) % 101 % 100
            let parts = [nine.prefix(3), nine.dropFirst(3).prefix(3), nine.suffix(3)].joined(separator: "-")
            func number(_ check: Int) -> String { parts + " " + (check < 10 ? "0" : "") + "\(check)" }
            #expect(found("Ж \(number(check)) ё") == [number(check)])
            #expect(found("Ж \(number((check + 1) % 100)) ё").isEmpty)
        }
    }

    /// Thousands of what a scan from the start for each occurrence would drown in.
    @Test(arguments: ["7Б ", "@mail.ru", "8 912 ", "Иванова Маша ", "1.1.2012 г.р. "])
    func aLongLineIsReadInLinearTime(piece: String) {
        let text = String(repeating: piece, count: 4000)
        let took = ContinuousClock().measure { _ = found(text) }
        #expect(took < .seconds(60))
    }

    // MARK: Leave

    @Test func oneMessageStandsAtEachPlaceInFieldsTextAndTables() {
        let text = "---\ntitle: Квест\nsummary: пишите a@mail.ru\n---\nСНИЛС 112-233-445 95, 7Б Иванова Маша\n"
        let told = check(text, tables: ["Имя,Класс\nПетров Иван,7Б\n"])
        #expect(told.codes == ["private-email", "insurance-number", "child-with-class", "child-with-class"])
        #expect(told.last?.location.path == "content/a.csv")
        #expect(told.last?.code.remedy.ru.contains("в шапку материала {2} privacy-allow") == true)
        #expect(told.last?.arguments.last == "a.md")
        #expect(told.first?.code.remedy.ru.contains("в шапку privacy-allow") == true)
        #expect(told.allSatisfy { $0.severity == .error })
    }

    @Test func whatIsAllowedWithAReasonPassesInTheMaterialAndItsTables() {
        let allow =
            "privacy-allow:\n  - {text: a@mail.ru, reason: почта школы}\n"
            + "  - {text: \"+7 912 345-67-89\", reason: служебный}\n"
        let text = "---\ntitle: Квест\n\(allow)---\na@mail.ru и 8 (912) 345-67-89\n"
        // The trunk prefix differs, so the phone is another text.
        #expect(check(text).codes == ["mobile-phone", "idle-privacy-allow"])
        let same = "---\ntitle: Квест\n\(allow)---\nПишите\n"
        #expect(check(same, tables: ["a@mail.ru,+79123456789\n"]).isEmpty)
    }

    @Test(arguments: ["{text: a@mail.ru}", "{reason: так}", "a@mail.ru", "{text: a@mail.ru, reason: \"\"}"])
    func aLeaveWithoutAReasonAllowsNothing(item: String) {
        let told = check("---\ntitle: К\nprivacy-allow: [\(item)]\n---\na@mail.ru\n")
        #expect(told.codes.first == "broken-privacy-allow")
        #expect(told.codes.contains("private-email"))
    }

    @Test func aLeaveForNothingIsAWarning() {
        let told = check("---\ntitle: К\nprivacy-allow: [{text: a@mail.ru, reason: почта}]\n---\nТекст\n")
        #expect(told.codes == ["idle-privacy-allow"] && told[0].severity == .warning)
    }

    @Test func aSurnameAmongOrganisersIsAHint() {
        let told = check("---\ntitle: К\norganisers: Иванова Мария Петровна, зам. директора\n---\nТекст\n")
        #expect(told.codes == ["named-organiser"] && told[0].severity == .hint)
        #expect(check("---\ntitle: К\norganisers: Управление образованием Ашинского района\n---\nТ\n").isEmpty)
    }

    @Test func anEntryOfAVocabularyAllowsForItselfAlone() {
        let entries = """
            title: Организации
            label: {one: школа, few: школы, many: школ}
            entries:
              - {id: a, name: Школа 1, description: "a@mail.ru", privacy-allow: [{text: a@mail.ru, reason: почта школы}]}
              - {id: b, name: Школа 2, description: "a@mail.ru"}

            """
        let file = SourceFile(path: "content/vocabularies/organisations.yml", text: entries)
        let told = PrivacyCheck.diagnostics(ofVocabulary: file)
        #expect(told.codes == ["private-email"])
        #expect(told.first.map { file.position(at: $0.location.range?.lowerBound ?? 0).line } == 5)
        let (vocabulary, faults) = VocabularyLoader.load(file, id: "organisations")
        #expect(vocabulary?.entries.count == 2 && faults.isEmpty)
    }
}
