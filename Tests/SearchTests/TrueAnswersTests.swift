import Testing

@testable import Search

/// What an answer counts, what it calls by its name, what it says of words that it could not look up.
@Suite struct TrueAnswersTests {
    private func page(_ url: String, _ body: String) -> SearchDocument {
        SearchDocument(url: url, title: "", body: body)
    }

    /// A word in each corner of a long page is worth less than a page about one of them.
    @Test func pagesWithAllWordsAreCountedAndStandWhereTheirScoresPutThem() throws {
        let both = (1...3).map { page("both\($0).html", "климат и много других слов о чём-то ещё, отбор") }
        let one = (1...9).map { page("one\($0).html", "климат климат климат") }
        let index = SampleIndex(both + one + [SearchDocument(url: "about.html", title: "Отбор", body: "отбор команд")])
        let answer = try index.engine().search("климата отборы ")
        #expect(answer.total == 13)
        #expect(answer.complete == 3)
        #expect(answer.results.count == 13)
        #expect(answer.results.first?.url == "about.html")
        #expect(try index.engine().search("климата отборы ", allWords: true).total == 3)
    }

    @Test func ofAQuotedPhraseThePagesWithAllWordsComeFirst() throws {
        let both = (1...60).map { page("both\($0).html", "климат и много других слов о чём-то ещё, отбор") }
        let one = (1...90).map { page("a\($0).html", "отбор отбор отбор отбор") }
        let index = SampleIndex(
            both + one + [page("z.html", "слово " + String(repeating: "другое ", count: 90) + "климат отбор")])
        let answer = try index.engine().search("«климат отбора климата»")
        #expect(answer.total == 61)
        #expect(answer.results.prefix(20).allSatisfy { $0.url.hasPrefix("both") })
    }

    @Test func aQueryWithoutAWordIsToldFromOneOfCommonWords() throws {
        let engine = try SampleIndex(bodies: ["климат"]).engine()
        #expect(engine.search("!!!").kind == .wordless)
        #expect(engine.search("«» … —").kind == .wordless)
        #expect(engine.search("и в на").kind == .common)
        #expect(engine.search("квест ").kind == .words)
        #expect(engine.search("климат").kind == .words)
    }

    @Test func aPageIsFoundFirstByItsNameAndWhatStandsAsideIsFoundLast() throws {
        let index = SampleIndex(
            [
                SearchDocument(url: "list.html", title: "Календарь", importance: 7),
                SearchDocument(
                    url: "map.html", title: "Дорожная карта", label: "дорожная карта",
                    body: "календарь календарь календарь", importance: 6),
                SearchDocument(
                    url: "zz-help.html", title: "Календарь календарь", body: "календарь редактор"),
            ],
            configuration: SearchConfiguration(names: [("Календарь событий", 0), ("Календарь", 0)], firstAside: 2))
        #expect(try index.addresses("календарь") == ["list.html", "map.html", "zz-help.html"])
        #expect(try index.addresses("календари ").first == "list.html")
        #expect(try index.addresses("rfktylfhm").first == "list.html")
        #expect(try index.engine().search("календарь").total == 2)
        #expect(try index.engine().search("редактор ").total == 1)
    }

    @Test func ofAWordWhoseFileIsMissingNothingIsSaid() throws {
        var index = SampleIndex(bodies: ["климат"])
        index.files = index.files.filter { !$0.key.hasPrefix("search/t") }
        let answer = try index.engine().search("климат ")
        #expect(answer.remarks == [.unread("климат")])
        #expect(!answer.faults.isEmpty)
    }

    @Test(arguments: [
        ("р139", "Р-139"), ("Р13", "Р-139"), ("1104д", "1104-Д"), ("273фз ", "273-ФЗ"), ("920ПП", "920-ПП"),
        ("аз1061 ", "АЗ-1061"), ("пк1вн ", "ПК-1вн"),
    ])
    func aNumberWithoutItsHyphenIsFound(typed: String, number: String) throws {
        let index = SampleIndex(bodies: ["приказ № \(number) о школах", "приказ № 139 и 1104, 273, 920, 1061 д фз пп"])
        let answer = try index.engine().search(typed)
        #expect(answer.results.map(\.url) == [try index.addresses(number).first ?? ""] && answer.remarks.isEmpty)
    }

    @Test func endsOfBlocksArePartedInASnippet() throws {
        let index = SampleIndex(bodies: ["Ход\nклимат школы\nЦель\nПовысить.\nДалее (см. ниже.)\nКонец, \n и всё"])
        let answer = try index.engine().search("климат ")
        #expect(
            answer.results.map(\.snippetText) == [
                "Ход · климат школы · Цель · Повысить. Далее (см. ниже.) Конец, и всё"
            ])
    }

    @Test func aStemThatIsTypedSoFarFindsLongerOnes() throws {
        let index = SampleIndex(bodies: ["оценив", "оценивание работ", "оцениванием"])
        #expect(try index.addresses("оценив").count == 3)
    }

    @Test(arguments: [
        "Аша Аши Аше Ашу Ашой", "вуз вуза вузу вузом вузе вузы вузов вузам вузами вузах",
        "сад сада саду садом саде сады садов садам садами садах", "дом дома дому домом доме домов домам домами домах",
        "год года году годом годе годы годов годам годами годах лет", "ФЗ ФЗ", "ЕГЭ ЕГЭ", "еда еды еде еду едой",
    ])
    func formsOfAShortWordFindOneAnother(forms: String) throws {
        let forms = forms.split(separator: " ").map(String.init)
        for form in forms {
            let index = SampleIndex(bodies: [form + " здесь", "другое"])
            for other in forms { #expect(try index.addresses(other + " ") == ["d0.html"], "\(form) by \(other)") }
        }
    }

    @Test func lettersOfTheOtherAlphabetAreFoldedInTextsAndQueries() throws {
        let index = SampleIndex(bodies: ["пoдмена", "кракен"])
        #expect(try index.addresses("подмена ") == ["d0.html"])
        #expect(try index.addresses("кpакен ") == ["d1.html"])
    }

    @Test(arguments: [
        "бюджет", "Экология", "эхо", "объём", "Юность", "жизнь", "Хор", "Ёлка", "съезд", "обувь", "этаж",
        "ёж", "Ёж", "ещё", "жюри",
    ])
    func aWordWithLettersOnPunctuationKeysIsUnderstoodInTheOtherLayout(word: String) throws {
        let index = SampleIndex(bodies: ["\(word) здесь c b e j", "другое"])
        let latin = Array("qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~")
        let cyrillic = Array("йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ")
        let typed = String(word.map { letter in cyrillic.firstIndex(of: letter).map { latin[$0] } ?? letter })
        #expect(try index.addresses(typed + " ") == ["d0.html"], "\(typed)")
    }

    @Test func aRussianWordIsNoLatinOneWithSigns() throws {
        let index = SampleIndex(bodies: ["поддержка d j re ib", "другое"])
        let remarks = try index.engine().search("поддеюржка ").remarks
        #expect(remarks == [.spelling(typed: "поддеюржка", searched: "поддержк")])
    }

    @Test func signsBesideALatinWordMakeItRussianOnlyWhenThatIsAWord() throws {
        let index = SampleIndex(bodies: ["ещё здесь", "to sk dot.net"])
        #expect(try index.addresses("to` ") == ["d0.html"])
        #expect(try index.addresses("to ") == ["d1.html"])
        #expect(try index.addresses("sk, ") == ["d1.html"])
        #expect(try index.addresses("dot.net ") == ["d1.html"])
    }

    @Test func stopWordsWithLettersOnKeysOfSignsAreLeftOutInTheOtherLayout() throws {
        let index = SampleIndex(bodies: ["школа", "j t b"])
        for query in ["j, irjkf ", "t` irjkf ", "irjkf, b ", ",tp irjks "] {
            #expect(try index.addresses(query) == ["d0.html"], "\(query)")
        }
    }

    @Test func aWordThatOnlyASynonymHasIsFoundInTheOtherLayout() throws {
        let index = SampleIndex(
            bodies: ["дебаты", "спорт"], configuration: SearchConfiguration(synonyms: [["дебаты", "брейншторм"]]))
        #expect(try index.addresses(",htqyinjhv ") == ["d0.html"])
    }

    @Test func ofTwoWordsThatMayHaveBeenMeantBothAreSearchedTheLikelierFirst() throws {
        let index = SampleIndex(bodies: ["планы", "клапаны", "плата", "платы"])
        let answer = try index.engine().search("плаыт ")
        #expect(answer.remarks.first == .spelling(typed: "плаыт", searched: "плат"))
        #expect(Set(answer.results.map(\.url)).isSuperset(of: ["d2.html", "d3.html"]))
    }

    @Test func aMistakeWhereAVowelIsFleetingOrAtTheEndingIsForgiven() throws {
        let index = SampleIndex(bodies: ["ребёнка ребёнок", "приёмам", "делами", "обедать"])
        let pairs = [("ребещок ", "d0.html"), ("приёамм ", "d1.html"), ("деалми ", "d2.html"), ("бедать ", "d3.html")]
        for (typed, url) in pairs { #expect(try index.addresses(typed).first == url, "\(typed)") }
    }
}

/// Days and names, which are more than their words.
@Suite struct DaysAndNamesTests {
    private let days = [
        "приказ от 28.06.2023 № 5", "28 июня 2023 года", "встреча 28/06/2023", "28–30 июня 2023", "к 28.6.23 сдать",
        "2023-06-28", "28 школ, 06 групп, 2023 год", "28 мая 2023 и июнь", "раздел 28 06 2023", "28.07.2023",
    ]

    @Test(arguments: [
        "28.06.2023", "28.06.23", "28/06/2023", "28-06-2023", "28.6.2023,", "28 июня 2023", "28 июня 2023 г.",
    ])
    func aDayIsFoundHoweverItIsWritten(query: String) throws {
        let answer = try SampleIndex(bodies: days).engine().search(query)
        #expect(Set(answer.results.map(\.url)) == Set((0...5).map { "d\($0).html" }), "\(answer.results.map(\.url))")
        #expect(answer.remarks.isEmpty)
        #expect(answer.results.allSatisfy { $0.snippet.contains(where: \.isMatch) || $0.url == "d3.html" })
    }

    @Test func aDayThatNoTextHasIsTold() throws {
        let answer = try SampleIndex(bodies: days).engine().search("29.06.2023")
        #expect(answer.results.isEmpty && answer.remarks == [.noDay("29.06.2023")])
        #expect(try SampleIndex(bodies: days).engine().search("\"28.06.2023\"").phrases != nil)
    }

    @Test(arguments: [("520", "c"), ("приказ 520", "c"), ("о проекте", "d"), ("фгис моя школа", "e"), ("1442", "f")])
    func whatAQueryNamesComesFirst(query: String, first: String) throws {
        let index = SampleIndex([
            SearchDocument(
                url: "a", title: "Приказ: школа, проект 520", body: "520 520 520 школа проект 1442 1442 фгис"),
            SearchDocument(url: "b", title: "Приказ 520 1442 школа проект", body: "520 школа проект 1442 фгис"),
            SearchDocument(url: "c", title: "Приказ № 520", names: ["520"], body: "школа"),
            SearchDocument(url: "d", title: "О проекте", names: ["О проекте"], body: "школа"),
            SearchDocument(url: "e", title: "Семинары", mentionedNames: ["Моя школа"], body: "ФГИС «Моя школа»"),
            SearchDocument(url: "f", title: "Приказ № 02/1442", names: ["02/1442", "1442"]),
        ])
        let found = try index.addresses(query)
        #expect(found.first == first, "\(found)")
    }
}
