@testable import Search

/// Documents and queries of Russian words in many forms, always the same ones.
struct GeneratedTexts {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private static let stems = Endings.words(
        of: """
            школ класс урок проект план методик практик программ оценк групп команд тем работ результат педагог учител ученик \
            конкурс дебат квест музе театр семинар район округ документ приказ отчет стандарт мониторинг показател критери
            """)
    private static let adjectives = Endings.words(
        of:
            "школьн методическ муниципальн региональн образовательн планов учебно-методическ игров научн 2023 02/2807 р-174"
    )
    private static let nounEndings = Endings.words(of: "а у ы е ом ов ам ами ах ей ями")
    private static let adjectiveEndings = Endings.words(of: "ый ого ому ым ом ая ой ую ые ых ым ыми")

    mutating func word() -> String {
        switch next(12) {
        case 0: return "и"
        case 1: return "слово\(next(400))"
        case 2...4:
            let stem = Self.adjectives[next(Self.adjectives.count)]
            return stem.contains(where: \.isNumber)
                ? stem : stem + Self.adjectiveEndings[next(Self.adjectiveEndings.count)]
        default:
            let rank = min(next(Self.stems.count), next(Self.stems.count))
            return Self.stems[rank] + Self.nounEndings[next(Self.nounEndings.count)]
        }
    }

    mutating func sentence(_ words: Int) -> String { (0..<words).map { _ in word() }.joined(separator: " ") }

    mutating func documents(_ count: Int) -> [SearchDocument] {
        (0..<count).map { number in
            SearchDocument(
                url: "d\(number).html", title: sentence(3), label: ["практика", "документ"][number % 2],
                summary: sentence(10), headings: [sentence(2), sentence(3)], body: sentence(40 + next(200)),
                facets: [[number % 2], number % 3 == 0 ? [] : [number % 5, 5]], importance: next(2))
        }
    }

    /// Words of the texts, among them misspelt, cut, foreign and mistyped ones.
    mutating func query() -> String {
        (0...next(4)).map { _ in
            var word = Array(self.word().unicodeScalars)
            switch next(10) {
            case 0: word.remove(at: next(word.count))
            case 1: word.removeLast(next(word.count))
            case 2: word.append("ъ")
            case 3: return KeyboardLayout.swapped(String(String.UnicodeScalarView(word))) ?? "query"
            default: break
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: word)
            return String(text)
        }.joined(separator: " ") + ["", "", " "][next(3)]
    }

    static let configuration = SearchConfiguration(
        facets: [
            .init(
                id: "kind", label: "Вид",
                values: [.init(id: "p", label: "п", spoken: ["План", "планы урока"]), .init(id: "d", label: "д")]),
            .init(
                id: "direction", label: "Направление",
                values: [
                    ["урок"], ["Школьный проект", "проект"], ["и", "5"], ["школьный театр"], ["учебно-методический"],
                    [],
                ]
                .enumerated().map { .init(id: "v\($0)", label: "\($0)", spoken: $1) }),
        ],
        abbreviations: [
            .init(short: "Р-МО", expansion: "x"), .init(short: "УМК", expansion: "учебно методический комплект"),
            .init(short: "ШП", expansion: "школьный проект"),
        ],
        synonyms: [["ученик", "педагог"], ["урок", "квест", "театр", "учебно-методический план", "брейншторм"]])
}
