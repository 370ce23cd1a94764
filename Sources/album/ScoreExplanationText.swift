import Formats
import Search

/// Why a page has its score, for people and for machines.
enum ScoreExplanationText {
    /// A line for each word, then the sum.
    static func lines(_ explanation: ScoreExplanation) -> [String] {
        let share = 100 * explanation.covered / explanation.wanted
        let points = explanation.parts.reduce(0) { $0 + $1.points }
        return explanation.parts.map(line) + ["= \(points) × \(share) % слов запроса = \(explanation.score)"]
    }

    private static func line(_ part: ScoreExplanation.Part) -> String {
        let name = part.word.hasPrefix("#")
        let found =
            name
            ? "имя «\(part.word.dropFirst())»"
            : "«\(part.word)»: \(part.terms.joined(separator: " ")), \(word(part.way))"
        let places = part.places.map(word).joined(separator: ", ")
        let rarity = "редкость \(part.rarity / 256),\(part.rarity % 256 * 10 / 256)"
        return found + ", \(rarity), сила \(part.impact) из 15" + (places.isEmpty ? "" : ", \(places)")
            + ": \(part.points)"
    }

    private static func word(_ way: ScoreExplanation.Way) -> String {
        switch way {
        case .word: "само слово"
        case .guess: "похожее слово или его начало (вес 0,8)"
        case .related: "близкое по смыслу (вес 0,6)"
        case .part: "часть слова (вес 0,3)"
        case .doubtful: "другое похожее слово (вес 0,1)"
        }
    }

    private static func word(_ place: ScoreExplanation.Place) -> String {
        switch place {
        case .title: "название"
        case .summary: "кратко"
        case .text: "текст"
        case .elsewhere: "подзаголовки или поля"
        }
    }

    /// The member `explanation`: `words` with their `terms`, `weight` in tenths, `rarity` in 256ths, `impact`, `places`
    /// and `points`; `wanted` and `covered` as sums of rarities.
    static func write(_ explanation: ScoreExplanation, to json: inout JSONWriter) {
        json.key("explanation")
        json.object { json in
            json.key("words")
            json.array { json in
                for part in explanation.parts { json.object { write(part, to: &$0) } }
            }
            json.member("wanted", explanation.wanted)
            json.member("covered", explanation.covered)
        }
    }

    private static func write(_ part: ScoreExplanation.Part, to json: inout JSONWriter) {
        json.member("word", part.word)
        json.key("terms")
        json.strings(part.terms)
        json.member("weight", part.way.rawValue)
        json.member("rarity", part.rarity)
        json.member("impact", part.impact)
        json.key("places")
        json.strings(part.places.map(id))
        json.member("points", part.points)
    }

    private static func id(_ place: ScoreExplanation.Place) -> String {
        switch place {
        case .title: "title"
        case .summary: "summary"
        case .text: "text"
        case .elsewhere: "elsewhere"
        }
    }
}
