import Testing

@testable import Search

/// What queries name beside what they look for.
@Suite struct FacetNamingTests {
    private static let facets: [[String]] = [
        ["Воспитание обучающихся", "Воспитание"], ["Аша", "Ашинский муниципальный район", "Ашинский"],
        ["Троицкий район", "Троицкий"], ["Троицк", "Троицкий городской округ", "Троицкий"],
        ["2023 год", "2023 г", "2023"],
        ["Практики", "Практика"], ["и", "в"],
    ]

    private func named(_ query: String, _ facets: [[String]] = facets) -> [String] {
        let stemmer = SnowballStemmer()
        let forms = facets.map { FacetNaming.decoded(FacetNaming.encoded($0, stemmer)) }
        return FacetNaming.matches(in: query, [forms]).map { "\(facets[$0.value].first ?? ""): \($0.rest)" }
    }

    @Test(
        arguments: [
            ("наставничество в Аше", ["Аша: наставничество"]),
            ("в Ашинском муниципальном районе наставничество", ["Аша: наставничество"]),
            ("конкурсы Ашинского района", ["Аша: конкурсы района"]),
            (
                "практики наставничества по воспитанию",
                [
                    "Воспитание обучающихся: практики наставничества", "Практики: наставничества по воспитанию",
                ]
            ),
            ("приказы 2023 года", ["2023 год: приказы"]),
            ("приказы за 2023", ["2023 год: приказы"]),
            // Of a name within another the longer one is meant; of namesakes both.
            ("наставничество Троицкого района", ["Троицкий район: наставничество"]),
            ("наставничество, Троицкий", ["Троицкий район: наставничество", "Троицк: наставничество"]),
            // Nothing else is asked for, or words that every text has.
            ("Аша", []), ("что в Аше", []), ("практики Аши", ["Аша: практики", "Практики: Аши"]),
            // Quoted phrases stay whole, and so do words with a hyphen.
            ("«практики Аши» конкурс", []), ("конкурс Аша-2023", []), ("", []), ("и в наставничество", []),
        ] as [(String, [String])]) func aQueryNames(query: String, expected: [String])
    {
        #expect(named(query) == expected)
    }
}
