import Testing

@testable import Search

@Suite struct SearchEngineTests {
    private let schools = SampleIndex(
        [
            SearchDocument(
                url: "a.html", title: "Школьный климат", label: "практика", summary: "Как живётся в школе",
                headings: ["Ход квеста"], body: "Квест прошёл в трёх школах.", facets: [[0], [0, 1]]),
            SearchDocument(
                url: "b.html", title: "Приказ № 02/2807", label: "документ", body: "О школьных проектах и климате.",
                facets: [[1], [1]]),
            SearchDocument(
                url: "c.html", title: "Здоровье", label: "практика", body: "Спорт и питание. ФГОС.", facets: [[0], []]),
            SearchDocument(
                url: "d.html", title: "Стандарты",
                body: "Федеральный государственный образовательный стандарт для детей.",
                facets: [[1], [0]], importance: 1),
        ],
        configuration: SearchConfiguration(
            facets: [
                .init(
                    id: "kind", label: "Вид",
                    values: [.init(id: "practice", label: "Практика"), .init(id: "document", label: "Документ")]),
                .init(
                    id: "direction", label: "Направление",
                    values: [.init(id: "x", label: "X"), .init(id: "y", label: "Y")]),
            ],
            abbreviations: [.init(short: "ФГОС", expansion: "федеральный государственный образовательный стандарт")],
            synonyms: [["ребёнок", "дети", "школы"]]))

    @Test(arguments: ["климат", "КЛИМАТОМ", "школьного климата", "климат школьный", "rkbvfn"])
    func anyFormOrderCaseAndLayoutFinds(query: String) throws {
        #expect(try schools.addresses(query).prefix(2) == ["a.html", "b.html"])
    }

    @Test(arguments: ["02/2807", "№02/2807", "2807", "приказа 02/2807"])
    func anOrderIsFoundByItsNumber(query: String) throws {
        #expect(try schools.addresses(query) == ["b.html"])
    }

    /// A school year is written in as many ways as there are offices.
    @Test(arguments: ["2022/2023", "2022-2023", "2022–2023", "2022/23", "2022-23", "2022 2023"])
    func aSpanOfYearsIsFoundHoweverItIsWritten(query: String) throws {
        let index = SampleIndex(bodies: [
            "План на 2022/2023 учебный год", "План на 2022-2023 учебный год", "План на 2022–2023 учебный год",
            "План на 2022 год", "План на 2023-05", "Приказ 2022/5",
        ])
        #expect(
            try index.engine().search("план \(query) ", allWords: true).results.map(\.url).sorted() == [
                "d0.html", "d1.html", "d2.html",
            ])
        #expect(try index.engine().search(query).remarks.isEmpty)
        // A month and a number are none.
        #expect(try index.addresses("2023-05").first == "d4.html")
        #expect(try index.addresses("2022/5").first == "d5.html")
    }

    @Test func aTitleWeighsMoreThanABody() throws {
        let index = SampleIndex([
            SearchDocument(url: "a.html", title: "Спорт", body: "Квест квест квест"),
            SearchDocument(url: "b.html", title: "Квест", body: "Спорт"),
        ])
        #expect(try index.addresses("квест") == ["b.html", "a.html"])
    }

    @Test func aDocumentThatCoversMoreOfTheQueryStandsFirst() throws {
        let index = SampleIndex(bodies: ["квест квест квест квест", "квест и дебаты", "дебаты", "спорт"])
        #expect(try index.addresses("квест дебаты").first == "d1.html")
        #expect(try index.addresses("квест дебаты").count == 3)
        let all = try index.engine().search("квест дебаты", allWords: true)
        #expect(all.results.map(\.url) == ["d1.html"])
    }

    @Test func equalScoresGoByImportanceThenAddress() throws {
        let index = SampleIndex([
            SearchDocument(url: "b.html", title: "Квест"), SearchDocument(url: "a.html", title: "Квест"),
            SearchDocument(url: "c.html", title: "Квест", importance: 1),
        ])
        #expect(try index.addresses("квест") == ["c.html", "a.html", "b.html"])
    }

    @Test func anAbbreviationFindsItsExpansionAndTheOtherWay() throws {
        #expect(try schools.addresses("ФГОС") == ["c.html", "d.html"])
        let found = try schools.addresses("федеральный государственный образовательный стандарт")
        #expect(found == ["d.html", "c.html"])
    }

    @Test func aPhraseIsASynonymOfAWordAndTheOtherWay() throws {
        let index = SampleIndex(
            bodies: ["заместитель директора", "завучи школ", "директор"],
            configuration: SearchConfiguration(synonyms: [["заместитель директора", "завуч", "замдиректора"]]))
        #expect(try index.addresses("завуча ") == ["d1.html", "d0.html"])
        #expect(Set(try index.addresses("заместителя директора ")) == ["d0.html", "d1.html", "d2.html"])
        #expect(Set(try index.addresses("замдиректора ")) == ["d0.html", "d1.html"])
    }

    @Test func aSynonymThatNoTextHasIsFoundInItsForms() throws {
        let index = SampleIndex(
            bodies: ["дебаты", "спорт"], configuration: SearchConfiguration(synonyms: [["дебаты", "брейншторм"]]))
        #expect(try index.addresses("брейншторма ") == ["d0.html"])
    }

    @Test func aPhraseInQuotesStandsInTheText() throws {
        let index = SampleIndex(
            bodies: [
                "Проект школы и школьный климат", "О климате: проект школьный", "Проект «Климат в школьном дворе»",
                "Климат: спорт, школьный двор",
            ])
        let engine = try index.engine()
        let found = engine.search("«школьный климат»")
        #expect(found.results.map(\.url) == ["d0.html"])
        #expect(found.phrases == .init(checked: 4, held: 1))
        #expect(found.total == 1)
        #expect(found.results[0].snippet.filter(\.isMatch).map(\.text) == ["школьный", "климат"])
        #expect(engine.search("\"климата в школьном\" ").results.map(\.url) == ["d2.html"])
    }

    @Test func aPhraseThatNoPageHasCountsAsWords() throws {
        let index = SampleIndex(bodies: ["проект и школа", "школа", "климат"])
        let answer = try index.engine().search("«школа проект» ")
        #expect(answer.results.map(\.url) == ["d0.html", "d1.html"])
        #expect(answer.phrases == .init(checked: 2, held: 0))
        #expect(try index.engine().search("«школа проект").phrases == nil)
        #expect(try index.engine().search("«школа» проект").phrases == nil)
    }

    @Test func aPhraseIsASynonymInAnyOrder() throws {
        let index = SampleIndex(
            bodies: ["профориентация", "профессия и выбор"],
            configuration: SearchConfiguration(synonyms: [["профориентация", "выбор профессии"]]))
        #expect(Set(try index.addresses("профессии выбор ")) == ["d0.html", "d1.html"])
    }

    @Test func aStopWordInTheOtherLayoutIsLeftOut() throws {
        let index = SampleIndex(bodies: ["климат в школе", "план d", "школа"])
        let answer = try index.engine().search("rkbvfn d irjkt")
        #expect(answer.results.map(\.url) == ["d0.html", "d2.html"])
        #expect(try index.addresses("план d ") == ["d1.html"])
    }

    @Test func aWrongFirstLetterFromTheKeyBesideIsCorrected() throws {
        let index = SampleIndex(bodies: ["победители", "спорт"])
        #expect(try index.addresses("аобедители ") == ["d0.html"])
    }

    @Test func aRemarkIsMadeOnce() throws {
        #expect(try schools.engine().search("абракадабра абракадабра ").remarks == [.ignored("абракадабра")])
    }

    @Test func aPageThatHasOnlyPartsOfANumberIsNotFound() throws {
        let index = SampleIndex(bodies: ["приказ 02/2807", "2807 рублей", "02 февраля"])
        #expect(try index.addresses("02/2807") == ["d0.html"])
        // Of a number that is nowhere no part is asked for, unless it is being typed.
        #expect(try index.addresses("02/961 ").isEmpty)
        #expect(try index.engine().search("приказ 02/961 ").remarks == [.ignored("02/961")])
        #expect(try index.addresses("02/28") == ["d0.html"])
        // What has its parts somewhere is told to be near at most.
        let near = SampleIndex(bodies: ["приказ 02/2807", "приказ 01/1903"])
        #expect(try near.addresses("01/2807 ") == ["d0.html"])
        #expect(try near.engine().search("01/2807 ").remarks == [.apart("01/2807")])
        // A sign in the place of another is none in the place of a figure.
        for query in ["02-2807 ", "приказ 02-2807 "] { #expect(try near.engine().search(query).remarks.isEmpty) }
        #expect(try near.addresses("02-2807 ") == ["d0.html"])
        let marks = SampleIndex(bodies: ["письмо АЗ-1061/08", "09 февраля", "в 2022 и 2023"])
        #expect(try marks.engine().search("АЗ-1061/09 ").remarks == [.apart("АЗ-1061/09")])
        #expect(try marks.engine().search("2022/2023 ").remarks.isEmpty)
        #expect(try marks.engine().search("09/02-21 ").remarks == [.ignored("09/02-21")])
    }

    /// Nothing is searched for the words of a phrase but these words.
    @Test func aPhraseIsSearchedAsItStands() throws {
        let index = SampleIndex(
            bodies: ["заместитель директора", "завуч школы"],
            configuration: SearchConfiguration(synonyms: [["заместитель директора", "завуч"]]))
        #expect(try index.engine().search("«заместитель директора»").remarks.isEmpty)
        #expect(try index.addresses("«заместитель директора»") == ["d0.html"])
        #expect(try index.addresses("заместитель директора ").count == 2)
    }

    /// However it is written, a day that no text has is told, and its figures are of others.
    @Test(arguments: ["14.03.2025", "14 марта 2025", "14 марта 2025 года", "14 марта 2025 г."])
    func aDayThatNoTextHasIsToldHoweverItIsWritten(day: String) throws {
        let index = SampleIndex(bodies: ["Школа № 14", "8 марта", "план до 2025 года", "15.03.2025"])
        let found = try index.engine().search(day + " ")
        #expect(found.results.isEmpty && found.remarks.count == 1)
        guard case .noDay? = found.remarks.first else { return #expect(Bool(false), "\(found.remarks)") }
        #expect(try index.addresses("школа \(day)") == ["d0.html"])
    }

    /// Words beside each other in two cells, paragraphs or files are no phrase.
    @Test(arguments: ["\t", "\n", "\n\n"]) func aPhraseStandsInOneCell(gap: String) throws {
        let engine = try SampleIndex(bodies: ["Школьный\(gap)проект", "Проект и школьный, проект школьный"]).engine()
        let apart = engine.search("«школьный проект»")
        #expect(apart.phrases == .init(checked: 2, held: 1))
        #expect(apart.results.map(\.url) == ["d1.html"])
        let together = try SampleIndex(bodies: ["Школьный  проект"]).engine().search("«школьный проект»")
        #expect(together.phrases == .init(checked: 1, held: 1))
    }

    @Test(arguments: ["…", "«»", "[];'", "хъ", "-", "/", "!?", "№"])
    func punctuationAloneMakesNoRemark(query: String) throws {
        #expect(try schools.engine().search(query).remarks.allSatisfy { if case .layout = $0 { false } else { true } })
    }

    @Test func synonymsAreFoundToo() throws {
        #expect(Set(try schools.addresses("дети")) == ["d.html", "a.html"])
    }

    @Test func theLastWordIsFoundByItsBeginning() throws {
        #expect(try schools.addresses("здор") == ["c.html"])
        #expect(try schools.addresses("здор ").isEmpty)
    }

    @Test func unknownWordsAreToldAndTheRestIsSearched() throws {
        let answer = try schools.engine().search("климат абракадабра ")
        #expect(answer.remarks == [.ignored("абракадабра")])
        #expect(answer.results.first?.url == "a.html")
    }

    @Test func aMisspeltWordIsCorrectedAndTold() throws {
        let answer = try schools.engine().search("климтаа ")
        #expect(answer.remarks == [.spelling(typed: "климтаа", searched: "климат")])
        #expect(answer.total == 2)
    }

    @Test func aMistakeInTheFirstTwoLettersIsCorrected() throws {
        let answer = try schools.engine().search("лкимат ")
        #expect(answer.remarks == [.spelling(typed: "лкимат", searched: "климат")])
    }

    @Test func aMisspeltWordFarFromItsShardIsCorrected() throws {
        let bodies = (0..<1500).map { "шапка\($0 % 7) шк\($0)ола разное\($0)" } + ["школьник", "школьники"]
        let answer = try SampleIndex(bodies: bodies).engine().search("шокльника ")
        #expect(answer.remarks == [.spelling(typed: "шокльника", searched: "школьник")])
    }

    @Test func theLayoutThatWasMeantIsTold() throws {
        let answer = try schools.engine().search("pljhjdmt,")
        #expect(answer.remarks == [.layout(typed: "pljhjdmt,", searched: "здоровье")])
    }

    @Test func phrasesThatMeanTheSameAreTold() throws {
        let answer = try schools.engine().search("фгос ")
        let searched = ["федеральный государственный образовательный стандарт"]
        #expect(answer.remarks == [.related(typed: "фгос", searched: searched)])
    }

    @Test func aWordIsSearchedAsItWasTypedWhereThatIsAskedFor() throws {
        let engine = try schools.engine()
        #expect(engine.search("фгос ", asTyped: ["фгос"]).results.map(\.url) == ["c.html"])
        #expect(engine.search("климтаа ", asTyped: ["климтаа"]).remarks == [.ignored("климтаа")])
        #expect(engine.search("pljhjdmt,", asTyped: ["pljhjdmt,"]).total == 0)
        #expect(engine.search("климтаа фгос ", asTyped: ["фгос"]).total == 3)
    }

    @Test func aQueryTooLongIsCutAndSaid() throws {
        let answer = try schools.engine().search(String(repeating: "климат ", count: 20))
        #expect(answer.remarks == [.cut(words: 16)])
        #expect(answer.total == 2)
    }

    @Test func facetsNarrowAndTheirValuesWiden() throws {
        #expect(try schools.addresses("климат", filters: ["kind": ["document"]]) == ["b.html"])
        #expect(try schools.addresses("климат", filters: ["kind": ["document", "practice"]]).count == 2)
        #expect(try schools.addresses("климат", filters: ["kind": ["practice"], "direction": ["y"]]) == ["a.html"])
        #expect(try schools.addresses("климат", filters: ["kind": ["nothing"]]).isEmpty)
        #expect(try schools.addresses("климат", filters: ["unknown": ["x"]]).count == 2)
    }

    @Test func aSnippetShowsTheWordsInTheText() throws {
        let answer = try schools.engine().search("школы")
        let snippet = answer.results.first { $0.url == "a.html" }?.snippet
        #expect(snippet?.contains(.init(text: "школах", isMatch: true)) == true)
    }

    @Test(arguments: [
        "", "   ", "и в на", "«»—…!", "<script>", "\u{0}\u{1}\u{7}", "a", "/", "-", "\"", "😀",
        String(repeating: "школа ", count: 2000), String(repeating: "ш", count: 10_000),
        String(repeating: "а-", count: 5000),
    ])
    func anythingTypedGivesAnOrderlyAnswer(query: String) throws {
        let answer = try schools.engine().search(query)
        #expect(answer.faults.isEmpty)
        #expect(answer.query == query)
    }

    @Test func anIndexWithoutDocumentsFindsNothing() throws {
        #expect(try SampleIndex([]).engine().search("школа").total == 0)
    }
}

@Suite struct DamagedIndexTests {
    private let index = SampleIndex(bodies: ["квест в школе", "дебаты", "спорт"])

    @Test func aMissingManifestIsAnError() {
        #expect(throws: SearchIndexError.missing(path: "search/manifest.js")) { try SearchEngine { _ in nil } }
    }

    @Test func aTruncatedManifestIsAnError() throws {
        let manifest = try #require(index.files["search/manifest.js"])
        #expect(throws: SearchIndexError.damaged(path: "search/manifest.js")) {
            try SearchEngine { _ in Array(manifest.dropLast(9)) }
        }
    }

    /// Room for the pages of an index is made at once: a number that its files cannot hold is none.
    @Test(arguments: [("n", "9000000000000000"), ("n", "300000000"), ("n", "-1"), ("dp", "4294967296"), ("a", "-7")])
    func aManifestOfMorePagesThanItsFilesHoldIsAnError(key: String, number: String) throws {
        let manifest = try #require(index.files["search/manifest.js"])
        var damaged = String(decoding: manifest, as: UTF8.self)
        let known = try #require(damaged.firstMatch(of: try Regex("\"\(key)\":[0-9]+")))
        damaged.replaceSubrange(known.range, with: "\"\(key)\":\(number)")
        #expect(throws: SearchIndexError.damaged(path: "search/manifest.js")) {
            try SearchEngine { _ in Array(damaged.utf8) }
        }
    }

    @Test func anotherVersionIsAnError() throws {
        #expect(throws: SearchIndexError.version(found: 2)) {
            try SearchEngine { _ in Array("albumSearchData(\"manifest\",{\"v\":2});\n".utf8) }
        }
    }

    @Test(arguments: ["t", "d", "x"])
    func aMissingShardIsNamedEachTime(kind: String) throws {
        var damaged = index
        let path = try #require(index.files.keys.first { $0.hasPrefix("search/\(kind)") })
        damaged.files[path] = nil
        let engine = try damaged.engine()
        #expect(engine.search("квест").faults == [.missing(path: path)])
        #expect(engine.search("квест").faults == [.missing(path: path)])
    }

    @Test(arguments: [("s", "квсет "), ("f", "квест")])
    func theRestIsSearchedWithoutAShard(kind: String, query: String) throws {
        var damaged = SampleIndex(
            [SearchDocument(url: "a", title: "Квест", facets: [[0]]), SearchDocument(url: "b", title: "Спорт")],
            configuration: SearchConfiguration(
                facets: [.init(id: "kind", label: "", values: [.init(id: "p", label: "п")])]))
        for path in damaged.files.keys where path.hasPrefix("search/\(kind)") {
            damaged.files[path] = damaged.files[path].map { Array($0.dropLast(5)) }
        }
        let answer = try damaged.engine().search(query + " спорт", filters: ["kind": ["p"]])
        #expect(!answer.faults.isEmpty)
        #expect(answer.faults.allSatisfy { $0.description.contains("search/\(kind)/") })
        #expect(kind == "s" || answer.results.map(\.url) == ["a", "b"])
    }

    @Test func furtherPostingsThatAreMissingAreNamed() throws {
        var damaged = SampleIndex(bodies: (0..<3100).map { "школа \($0)" })
        let path = try #require(damaged.files.keys.first { $0.hasPrefix("search/p") })
        damaged.files[path] = nil
        let engine = try damaged.engine()
        #expect(engine.search("школа").faults.isEmpty)
        let answer = engine.search("школа", isExact: true)
        #expect(answer.faults == [.missing(path: path)])
        #expect(answer.total == ShardFormat.postingsPerTerm)
    }

    @Test(arguments: ["t", "d", "x"])
    func aFileCutAnywhereNeverCrashes(kind: String) throws {
        let path = try #require(index.files.keys.first { $0.hasPrefix("search/\(kind)") })
        let whole = try #require(index.files[path])
        for length in 0..<whole.count {
            var damaged = index
            damaged.files[path] = Array(whole.prefix(length))
            #expect(try damaged.engine().search("квест").faults == [.damaged(path: path)])
        }
    }

    @Test(arguments: ["t", "d", "x", "s", "manifest"])
    func aFlippedByteNeverCrashes(kind: String) throws {
        let path = try #require(index.files.keys.first { $0.hasPrefix("search/\(kind)") })
        let whole = try #require(index.files[path])
        for place in whole.indices {
            var damaged = index
            damaged.files[path]?[place] ^= 0x15
            do { _ = try damaged.engine().search("квест дебаты кевст спр") } catch is SearchIndexError {}
        }
    }
}
