import Diagnostics
import TestSupport
import Testing

@testable import Catalog

@Suite struct MaterialTests {
    let album = SmallAlbum()

    /// Reads one practice whose front matter has a marked line: the code and the place must be those.
    private func expect(_ code: String, _ marked: String, _ candidates: [String]? = nil) {
        let text = MarkedText("---\ntitle: Квест\nsummary: Игра\n\(marked)\n---\n")
        let found = album.read(["practices/kvest.md": text.text]).diagnostics
        #expect(found.codes == [code], "\(marked)")
        #expect(found.first?.location.range == text.ranges[0], "\(marked)")
        if let candidates { #expect(found.first?.candidates == candidates) }
    }

    @Test func everyFieldIsTypedAndResolved() {
        let (material, diagnostics) = album.practice(
            """
            directions: [Здоровье, znanie]
            municipalities: троицкий муниципальный район
            date: май 2023
            updated: 11 мая 2023
            share: 85 %
            number: −1 234,5
            source: 000, раздел «Дорожная карта», слайд 3
            draft: да
            aliases: [old.html]
            attachments: [plan.docx]
            """)
        #expect(diagnostics.isEmpty)
        #expect(material.entries("directions").map(\.entry) == [1, 0])
        #expect(material.axes.map(\.entry) == [0, 1, 1] && material.axes.map(\.vocabulary) == [0, 0, 1])
        #expect(material.date?.precision == .month && material.updated?.description == "2023-05-11" && material.isDraft)
        #expect(material["share"] == .share(85) && material["number"] == .number(-1234.5))
        #expect(material.formerAddresses == ["old.html"] && material.attachments.map(\.path) == ["practices/plan.docx"])
        guard case .citations(let citations)? = material["source"] else {
            Issue.record("no source")
            return
        }
        #expect(citations.map(\.locator) == ["раздел «Дорожная карта», слайд 3"] && citations[0].source.entry == 0)
    }

    @Test(arguments: ["№ 312-о", "№312-о", "312-о"])
    func theNumberOfADocumentHasNoSign(number: String) {
        let text = "---\ntitle: Приказ\nsummary: О плане.\nnumber: \"\(number)\"\n---\n"
        let (catalog, found) = album.read(["documents/a.md": text])
        #expect(found.isEmpty && catalog.materials[0]["number"] == .text("312-о"))
    }

    @Test func russianLabelsAreKeys() {
        let (material, diagnostics) = album.practice("Направления: [Знание]\nОПИРАЕТСЯ НА: []\nЧерновик: нет")
        #expect(diagnostics.isEmpty)
        #expect(material.entries("directions").map(\.entry) == [0] && !material.isDraft)
        let text = "---\nНазвание: Квест\nКратко: Игра\n---\n"
        let (catalog, found) = album.read(["practices/kvest.md": text])
        #expect(found.isEmpty && catalog.materials[0].title == "Квест" && catalog.materials[0].summary == "Игра")
    }

    @Test func anUnknownFieldIsAWarningWithTheNearestName() {
        expect("unknown-field", "⟦direction⟧: [Знание]", ["directions"])
        expect("unknown-field", "⟦Напрвления⟧: [Знание]", ["Направления"])
    }

    @Test func aValueOfAWrongTypeIsReportedAtTheValue() {
        expect("wrong-type", "directions: ⟦{⟧a: b}")
        expect("wrong-type", "date: [2022, ⟦2023⟧]")
        expect("wrong-type", "draft: ⟦может быть⟧")
        expect("bad-number", "number: ⟦много⟧")
        expect("bad-number", "share: ⟦12-15 %⟧")
        expect("bad-date", "updated: ⟦май 2023⟧")
        expect("unknown-period", "date: ⟦когда-нибудь⟧")
        expect("field-without-year", "date: ⟦сентябрь⟧", ["сентябрь 2024"])
    }

    @Test func aTermThatIsNotUnderstoodIsKeptAsText() {
        #expect(album.practice("date: когда-нибудь").material.date?.text == "когда-нибудь")
    }

    @Test func anUnknownValueIsAnErrorAtItsPlace() {
        expect("unknown-value", "directions: [Знание, ⟦Муниципальная грппа⟧]", ["Муниципальная группа"])
        expect("unknown-value", "source: ⟦007⟧, раздел")
        expect("unknown-value", "source: \"⟦007⟧, раздел\"")
    }

    @Test func wordsThatSayThatThereIsNoValueAreToldAsSuch() {
        expect("no-value", "directions: ⟦нет⟧", [])
        expect("no-value", "directions: [Знание, ⟦не указано⟧]")
        expect("no-value", "municipalities: ⟦Отсутствует⟧")
        expect("no-value", "number: ⟦нет данных⟧")
        expect("no-value", "updated: ⟦не указана⟧")
        expect("no-value", "date: ⟦не указано⟧")
        expect("no-value", "attachments: ⟦нет⟧")
        #expect(album.practice("directions: \"-\"\nnumber: —").diagnostics.isEmpty)
        #expect(album.practice("directions: [Знание, нет]").material.entries("directions").count == 1)
    }

    @Test func whatADateHasBesideItsDayIsTold() {
        expect("date-remark", "updated: ⟦28.06.2023 (ред. 2024)⟧", ["28.06.2023"])
        expect("date-remark", "updated: ⟦28.06.2023, 10:00⟧")
        #expect(album.practice("updated: 28.06.2023 (ред. 2024)").material.updated?.description == "2023-06-28")
        #expect(album.practice("updated: 28.06.2023 г.").diagnostics.isEmpty)
    }

    @Test func severalValuesInOneTextAreExplained() {
        expect("joined-values", "directions: ⟦Знание, Здоровье⟧")
        expect("joined-values", "directions: ⟦Знание; Здоровье⟧")
    }

    @Test func aValueThatStandsTwiceCountsOnce() {
        expect("doubled-value", "directions: [Знание, Здоровье, ⟦znanie⟧]")
        #expect(album.practice("directions: [Знание, знание]").material.entries("directions").count == 1)
    }

    @Test func theSameFieldByIdAndLabelIsOneField() {
        expect("duplicate-key", "directions: [Знание]\n⟦Направления⟧: [Здоровье]")
    }

    @Test func aFieldThatIsWishedForIsAWarning() {
        let found = album.read(["practices/a.md": "---\ntitle: А\n---\n"]).diagnostics
        #expect(found.codes == ["missing-summary"] && found[0].arguments == ["Кратко", "summary"])
        #expect(album.read(["practices/a.md": "---\ntitle: А\nsummary:\n---\n"]).diagnostics.texts == ["summary"])
    }

    @Test func whatTheSourceDoesNotHaveIsNotMissing() {
        let text =
            "---\ntitle: А\nsummary: Б\nupdated: нет в источнике\ndirections: нет в источнике\n---\n"
        let (catalog, diagnostics) = album.read(["practices/a.md": text])
        #expect(diagnostics.isEmpty)
        #expect(catalog.materials[0]["updated"] == .absentInSource && catalog.materials[0].updated == nil)
        #expect(catalog.materials[0].axes.isEmpty)
    }

    @Test func anAbsentFieldHasItsDefault() {
        let text = "---\ntitle: А\nsummary: Б\n---\n"
        let (catalog, diagnostics) = album.read(["documents/a.md": text])
        #expect(diagnostics.isEmpty)
        #expect(catalog.materials[0]["status"] == .choice(id: "unknown", label: "не указано"))
    }

    @Test func aChoiceIsMadeByIdOrLabel() {
        for value in ["in-force", "действует", "Действует"] {
            let text = "---\ntitle: А\nsummary: Б\nstatus: \(value)\n---\n"
            let material = album.read(["documents/a.md": text]).catalog.materials[0]
            #expect(material["status"] == .choice(id: "in-force", label: "действует"))
        }
        let found = album.read(["documents/a.md": "---\ntitle: А\nsummary: Б\nstatus: отменён\n---\n"]).diagnostics
        #expect(found.codes == ["unknown-choice"] && found[0].candidates == ["действует", "не указано"])
    }
}

@Suite struct ReferenceTests {
    private static let order = "---\ntitle: Приказ от 09.12.2022 № 02/2807\nsummary: О группах\n---\n"

    private func read(_ line: String) -> (targets: [MaterialIndex], diagnostics: [Diagnostic]) {
        let (catalog, diagnostics) = SmallAlbum().read([
            "documents/2022/order.md": Self.order, "documents/2023/order.md": "---\ntitle: Ещё\nsummary: Б\n---\n",
            "documents/letter.md": "---\ntitle: Письмо\nsummary: Б\n---\n",
            "practices/kvest.md": "---\ntitle: Квест\nsummary: Игра\n\(line)\n---\n",
        ])
        let material = catalog.materials[3]
        return (
            catalog.materials(namedIn: "rests-on", of: material) + catalog.materials(namedIn: "shown-in", of: material),
            diagnostics
        )
    }

    @Test(arguments: ["documents/letter", "letter", "Письмо", "письмо"])
    func aMaterialIsNamedByIdLastPartOrTitle(name: String) {
        let (targets, diagnostics) = read("rests-on: [\(name)]")
        #expect(targets == [2] && diagnostics.isEmpty)
    }

    /// As texts cite; to YAML two brackets are a list in a list.
    @Test(arguments: [
        "rests-on: \"[[letter]]\"", "rests-on: [[letter]]", "rests-on: ['[[documents/letter|письмо]]']",
        "rests-on: [[[letter]]]", "rests-on: [[letter|письмо]]", "rests-on: \"[письмо](../documents/letter.md#a)\"",
        "rests-on:\n  - \"[[letter]]\"",
    ])
    func aMaterialIsNamedByALink(line: String) {
        let (targets, diagnostics) = read(line)
        #expect(targets == [2] && diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test func bracketsAroundOtherFieldsAreTold() {
        #expect(read("directions: [[Знание]]\nrests-on: letter").diagnostics.codes.contains("wrong-type"))
    }

    @Test func aTitleWithASignIsNamedInQuotes() {
        #expect(read("rests-on: \"приказ от 09.12.2022 №02/2807\"").targets == [0])
    }

    @Test func anAmbiguousLastPartListsTheCandidates() {
        let (targets, diagnostics) = read("rests-on: order")
        #expect(targets.isEmpty && diagnostics.codes == ["ambiguous-reference"])
        #expect(diagnostics[0].candidates == ["documents/2022/order", "documents/2023/order"])
    }

    @Test func anUnknownMaterialIsAnErrorWithTheNearest() {
        let diagnostics = read("rests-on: leter").diagnostics
        #expect(diagnostics.codes == ["unknown-reference"] && diagnostics[0].candidates == ["letter"])
        #expect(diagnostics.texts == ["leter"])
    }

    @Test func aMaterialOfAnotherKindIsNone() {
        let found = read("rests-on: kvest").diagnostics
        #expect(found.codes == ["other-kind"] && found[0].arguments == ["kvest", "практика", "документ"])
        #expect(read("shown-in: letter").targets == [2])
    }
}
