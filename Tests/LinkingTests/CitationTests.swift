import Catalog
import Testing

@testable import Linking

@Suite struct CitationTests {
    private let album = catalog([
        "documents/a.md": "number: 02/2807\ndate: 09.12.2022", "documents/b.md": "number: 02/1090\ndate: 24.04.2023",
        "documents/c.md": "number: Р-139\ndate: 28 октября 2020",
        "documents/d.md": "number: 01/459\ndate: нет в источнике",
        "documents/e.md": "number: 77\ndate: 2023-01-09\ndraft: да",
        "documents/f.md": "number: 02/2807\ndate: 2021-01-10",
    ])

    /// `text of the citation → last letter of its document`, one after the other.
    private func found(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Citations(album).matches(in: bytes).map { match in
            let id = album.materials[match.candidates[0]].id.rawValue
            return String(decoding: bytes[match.range], as: UTF8.self) + " → " + id.suffix(1)
        }
    }

    @Test(arguments: [
        "приказ от 09.12.2022 № 02/2807",
        "Приказом Министерства образования и науки Челябинской области от 09.12.2022 № 02/2807",
        "приказ № 02/2807 от 09.12.2022", "приказа от 9 декабря 2022 года №02/2807",
        "приказ от 09.12.2022 г. № 02/2807",
        "приказ от\u{A0}9\u{A0}декабря\u{A0}2022\u{A0}г. №\u{A0}02/2807", "приказ № 02/2807 от 9 декабря 2022 г.",
        "приказ\nот 09.12.2022\n№ 02/2807", "письмо от «9» декабря 2022 г. № 02/2807",
    ])
    func aDocumentIsFoundByNumberAndDateInEitherOrder(citation: String) {
        #expect(found("Основание: \(citation), и ещё.") == ["\(citation) → a"])
    }

    @Test(arguments: [
        "распоряжение от 28.10.2020 № Р-139", "распоряжение от 28.10.2020 № P-139",
        "распоряжение от 28.10.2020 № р - 139",
        "распоряжение от 28.10.2020 № Р–139", "распоряжение от 28.10.2020 № Р\u{2011}139",
        "распоряжение от 28.10.2020 № P- 139",
    ])
    func latinLettersAndDashesOfAnyKindAreAlike(citation: String) {
        #expect(found("См. \(citation).") == ["\(citation) → c"])
    }

    private static let offices = catalog(
        [
            "documents/a.md":
                "title: Приказ Управления образования Троицкого ГО от 30.08.2024 № 215\nnumber: 215\ndate: 30.08.2024\nissuer: uo",
            "documents/b.md":
                "title: Приказ Минобрнауки Челябинской области от 24.04.2023 № 02/1090\nnumber: 02/1090\ndate: 24.04.2023\nissuer: mo",
        ],
        kinds: [],
        vocabularies: [
            "offices":
                "title: Органы\nlabel: {one: орган, few: органа, many: органов}\nentries:\n  - {id: uo, name: УО, full: Управление образования Троицкого городского округа}\n  - {id: mo, name: Минобрнауки Челябинской области, full: Министерство образования и науки Челябинской области}\n"
        ],
        fields: "  issuer: {label: Кто издал, type: reference, to: offices, inverse: Документы}\n")

    private func cites(_ text: String) -> Bool {
        !Citations(Self.offices).matches(in: Array(text.utf8)).isEmpty
    }

    @Test(arguments: [
        "Приказ директора школы № 5 от 30.08.2024 № 215", "по приказу Министерства просвещения РФ от 30.08.2024 № 215",
        "письму директора от 30.08.2024 № 215", "Протокол от 30.08.2024 № 215", "Договор от 30.08.2024 № 215",
        "Письмо Рособрнадзора от 24.04.2023 № 02/1090", "приказ Министерства просвещения от 24.04.2023 № 02/1090",
        "приказом администрации от 24.04.2023 № 02/1090",
    ])
    func aDocumentOfAnotherSortOrOfficeIsAnother(citation: String) {
        #expect(!cites(citation))
    }

    @Test(arguments: [
        "приказ от 30.08.2024 № 215", "приказом управления образования Троицкого городского округа от 30.08.2024 № 215",
        "Приказ Управления образования от 30.08.2024 № 215", "(от 30.08.2024 № 215)",
        "приказ Министерства образования и науки Челябинской области от 24.04.2023 № 02/1090",
        "приказ Минобрнауки «О школе и отделе» от 24.04.2023 № 02/1090", "приказ о РМА от 24.04.2023 № 02/1090",
        "законодательство о школах, 24.04.2023: № 02/1090 от 24.04.2023",
    ])
    func aDocumentIsFoundUnderTheNamesOfItsOffice(citation: String) {
        #expect(cites(citation))
    }

    /// Spellings of one citation, each with where its link ends.
    @Test(arguments: ["№", "№ ", "№\u{A0}", "N ", "N", "No ", "No. ", "Nº ", "номер ", "номером ", "№№ "])
    func everySignOfANumberIsTaken(sign: String) {
        for date in ["09.12.2022", "9 декабря 2022 г.", "9 декабря 2022 года"] {
            #expect(found("Приказ от \(date) \(sign)02/2807.") == ["Приказ от \(date) \(sign)02/2807 → a"])
            #expect(found("Приказ \(sign)02/2807 от \(date) и") == ["Приказ \(sign)02/2807 от \(date) → a"])
        }
    }

    @Test(arguments: ["-Д", "-о/д", "-изм", "–Д", "а", ".1", "/5", "/Д", "-1", " - Д", "\u{2011}д"])
    func aLongerNumberIsAnotherDocument(tail: String) {
        for text in ["приказ от 09.12.2022 № 02/2807\(tail)", "приказ № 02/2807\(tail) от 09.12.2022"] {
            // Behind a dash with spaces the sentence goes on, and only in front of the date it can't.
            if tail == " - Д", text.hasSuffix(tail) { continue }
            #expect(found(text).isEmpty, "\(text)")
        }
    }

    @Test(arguments: [
        " «О проекте»", ". Затем", "», затем", " “О”", ", и", "; и", ")", " — основа", "\u{A0}«О»", "!", "...",
    ])
    func noMarkBehindItBelongsToALink(tail: String) {
        for text in [
            "приказ № 02/2807 от 09.12.2022", "приказ № 02/2807 от 09.12.2022 г.",
            "приказ № 02/2807 от 9 декабря 2022 года",
            "приказ от 09.12.2022 № 02/2807",
        ] { #expect(found("См. \(text)\(tail)") == ["\(text) → a"], "\(text)\(tail)") }
    }

    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{2060}"])
    func whatNobodySeesPartsNoCitation(mark: String) {
        let citation = "при\(mark)казом от 9 дека\(mark)бря 2022 г. № 02/\(mark)2807"
        #expect(found("Так \(citation), и ещё.") == ["\(citation) → a"])
    }

    @Test func theDateMustFit() {
        #expect(found("приказ от 10.12.2022 № 02/2807").isEmpty)
        #expect(found("приказ № 02/2807").isEmpty)
        #expect(found("приказ от 10.01.2021 № 02/2807") == ["приказ от 10.01.2021 № 02/2807 → f"])
        #expect(found("письмо от 09.12.2022 № 01/459").isEmpty)
    }

    @Test func anUnknownNumberIsNone() {
        #expect(found("приказ от 09.12.2022 № 02/2808, школа № 5, №, № —, от № 02/2807").isEmpty)
    }

    @Test func aDraftIsNotLinkedTo() {
        #expect(found("приказ от 09.01.2023 № 77").isEmpty)
    }

    @Test func twoInOneSentenceAreTwo() {
        #expect(
            found("по приказам от 24.04.2023 № 02/1090 и от 09.12.2022 № 02/2807 работают") == [
                "приказам от 24.04.2023 № 02/1090 → b", "от 09.12.2022 № 02/2807 → a",
            ])
        #expect(
            found("приказ № 02/1090 от 24.04.2023, приказ № 02/2807 от 09.12.2022") == [
                "приказ № 02/1090 от 24.04.2023 → b", "приказ № 02/2807 от 09.12.2022 → a",
            ])
    }

    @Test func theLinkDoesNotReachBackOverAnotherSentence() {
        #expect(found("Есть приказ. Вышел от 09.12.2022 № 02/2807") == ["от 09.12.2022 № 02/2807 → a"])
        #expect(found("законодательство от 09.12.2022 № 02/2807") == ["от 09.12.2022 № 02/2807 → a"])
        #expect(found("«приказ от 09.12.2022 № 02/2807»") == ["приказ от 09.12.2022 № 02/2807 → a"])
    }

    @Test func theDashOfTheSentenceIsNoPartOfTheNumber() {
        #expect(
            found("Приказ от 09.12.2022 № 02/2807 — основание для всех") == ["Приказ от 09.12.2022 № 02/2807 → a"])
    }

    @Test func whatFollowsTheDateIsNoPartOfTheLink() {
        #expect(
            found("приказ № 02/2807 от 09.12.2022 (в редакции 2023 года)") == ["приказ № 02/2807 от 09.12.2022 → a"])
        #expect(found("приказ № 02/2807 от 09.12.2022, г. Челябинск") == ["приказ № 02/2807 от 09.12.2022 → a"])
    }

    @Test func theWordFromIsAWord() {
        #expect(found("Рот 09.12.2022 № 02/2807").isEmpty && found("отчёт 09.12.2022 № 02/2807").isEmpty)
    }

    @Test(arguments: [
        "№", "от №", "№ ", "№ 02/", "№ 02/2807 от", "№ 02/2807 от ", "о", "\u{2116}\u{2116}\u{2116}", "№ Р-",
        "Ж № 02/2807",
    ])
    func theEndOfATextIsNoTrouble(text: String) {
        #expect(found(text).isEmpty)
    }

    @Test(.timeLimit(.minutes(5))) func aTextFullOfSignsIsReadInLinearTime() {
        let text = Array(String(repeating: "письма от 1 мая № 02/2807 ", count: 4000).utf8)
        #expect(Citations(album).matches(in: text).isEmpty)
        #expect(Citations(album).matches(in: Array(repeating: 0x2D, count: 1_000_000)).isEmpty)
        #expect(Citations(album).matches(in: Array(("№ 1" + String(repeating: "-1", count: 200_000)).utf8)).isEmpty)
    }
}
