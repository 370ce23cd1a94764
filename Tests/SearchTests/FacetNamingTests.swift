import Testing

@testable import Search

/// What queries name beside what they look for.
@Suite struct FacetNamingTests {
    private static let facets: [[[String]]] = [
        [["Воспитание обучающихся", "Воспитание"], ["Профориентация"], ["и", "в"]],
        [
            ["Аша", "Ашинский муниципальный район", "Ашинский"], ["Троицкий район", "Троицкий"],
            ["Троицк", "Троицкий городской округ", "Троицкий"], ["Кыштым"], ["Усть-Катав"], ["Верхний Уфалей"],
        ],
        [["2023 год", "2023 г", "2023"]],
    ]

    private func named(_ query: String) -> [String] {
        let stemmer = SnowballStemmer()
        let forms = Self.facets.map { $0.map { FacetNaming.decoded(FacetNaming.encoded($0, stemmer)) } }
        return FacetNaming.matches(in: query, forms).map { match in
            "\(match.conditions.map { Self.facets[$0.facet][$0.value][0] }.joined(separator: ", ")): \(match.rest)"
        }
    }

    @Test(
        arguments: [
            ("наставничество в Аше", ["Аша: наставничество"]), ("наставничество d Аше", ["Аша: наставничество"]),
            ("в Ашинском муниципальном районе наставничество", ["Аша: наставничество"]),
            ("конкурсы Ашинского района", ["Аша: конкурсы"]),
            ("практики по воспитанию", ["Воспитание обучающихся: практики"]),
            ("практики по направлению воспитание", ["Воспитание обучающихся: практики"]),
            ("приказы 2023 года", ["2023 год: приказы"]), ("приказы за 2023", ["2023 год: приказы"]),
            // Of a name within another the longer one is meant; of namesakes both.
            ("наставничество Троицкого района", ["Троицкий район: наставничество"]),
            ("наставничество, Троицкий", ["Троицкий район: наставничество", "Троицк: наставничество"]),
            // Names that end as words in some case do.
            ("практики Кыштыма", ["Кыштым: практики"]), ("практики в Кыштыме", ["Кыштым: практики"]),
            ("Кыштым конкурсы", ["Кыштым: конкурсы"]), ("конкурсы Усть-Катава", ["Усть-Катав: конкурсы"]),
            ("конкурсы Верхнего Уфалея", ["Верхний Уфалей: конкурсы"]),
            // Nothing else is asked for, or words that ask for nothing.
            ("Аша", []), ("что в Аше", []), ("город Аша", []), ("Аша 2023 года", ["2023 год: Аша"]),
            ("в городе Аше в прошлом году", ["Аша: прошлом году"]), ("практики города Аши", ["Аша: практики"]),
            // A direction in a town, and no town in a direction.
            ("профориентация Аша", ["Аша: профориентация"]),
            (
                "практики воспитания Аша",
                [
                    "Воспитание обучающихся, Аша: практики", "Воспитание обучающихся: практики Аша",
                    "Аша: практики воспитания",
                ]
            ),
            // Two conditions are meant together before each by itself.
            (
                "приказы Аши и 2023 года",
                ["Аша, 2023 год: приказы", "Аша: приказы 2023 года", "2023 год: приказы Аши"]
            ),
            (
                "в 2023 году в Кыштыме конкурс для учителей",
                [
                    "Кыштым, 2023 год: конкурс для учителей", "Кыштым: в 2023 конкурс для учителей",
                    "2023 год: Кыштыме конкурс для учителей",
                ]
            ),
            ("Аша в 2023 году", ["2023 год: Аша"]),
            // A region is no city.
            ("воспитание Троицкая область", ["Воспитание обучающихся: Троицкая область"]),
            // Quoted phrases stay whole, and so do words with a hyphen.
            ("«практики Аши» конкурс", []), ("конкурс Аша-2023", []), ("", []), ("и в наставничество", []),
        ] as [(String, [String])]) func aQueryNames(query: String, expected: [String])
    {
        #expect(named(query) == expected)
    }

    /// Every case of such a name finds the page that has it in one.
    @Test(arguments: [
        ("Кыштым", ["Кыштым", "Кыштыма", "Кыштыму", "Кыштымом", "о Кыштыме"]),
        ("Усть-Катав", ["Усть-Катав", "Усть-Катава", "в Усть-Катаве"]),
        ("Верхний Уфалей", ["Верхний Уфалей", "Верхнего Уфалея", "в Верхнем Уфалее", "Уфалею"]),
    ])
    func aNameIsFoundInEveryCase(name: String, forms: [String]) throws {
        let facet = SearchConfiguration.Facet(
            id: "place", label: "Где", values: [.init(id: "a", label: name, spoken: [name])])
        // By its adjective too, whatever case it is asked in.
        let adjective = SearchConfiguration(facets: [facet], synonyms: [["Усть-Катавский", "Усть-Катав"]])
        let rows = "Что\tИтог\nКатав-Ивановский МР\tучаствовал\nУсть-Катавский ГО\tучаствовал\n"
        let named = try SampleIndex(
            [SearchDocument(url: "c.html", title: "Отбор", keywords: [name], body: rows)], configuration: adjective
        ).engine()
        for asked in forms where name.hasPrefix("Усть") {
            for query in [asked, "участвовал " + asked] {
                #expect(named.search(query).results.first?.snippetText == "Усть-Катавский ГО · участвовал", "\(query)")
            }
        }
        for written in forms {
            let index = SampleIndex(
                [
                    SearchDocument(url: "a.html", title: "Страница", body: "Квест: \(written)", facets: [[0]]),
                    SearchDocument(url: "b.html", title: "Другая", body: "Кыш, усть-каменная верхняя уфа"),
                ], configuration: SearchConfiguration(facets: [facet]))
            let engine = try index.engine()
            for asked in forms {
                let answer = engine.search(asked)
                #expect(answer.results.first?.url == "a.html" && answer.remarks.isEmpty, "\(written): \(asked)")
            }
        }
    }
}
