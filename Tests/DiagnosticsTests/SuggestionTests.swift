import Languages
import Testing

@testable import Diagnostics

@Suite struct SuggestionTests {
    let names = NameSuggester([
        "Муниципальная группа", "Муниципальный методист", "Троицкий ГО", "Троицкий МР", "Чебаркульский ГО", "практика",
        "practice", "Щёлково",
    ])

    @Test func aSlipOfThePenFindsTheName() {
        #expect(names.nearest(to: "Муниципальная грппа").first == "Муниципальная группа")
        #expect(names.nearest(to: "практкиа") == ["практика"])
    }

    @Test func theFirstWordsOfANameAreUnderstoodDeclinedAndMistyped() {
        #expect(names.nearest(to: "Чебаркульского") == ["Чебаркульский ГО"])
        #expect(names.nearest(to: "Чебаркулский") == ["Чебаркульский ГО"])
        #expect(names.nearest(to: "Троицкого") == ["Троицкий ГО", "Троицкий МР"])
        #expect(names.nearest(to: "Муниципальную").first == "Муниципальная группа")
        #expect(names.nearest(to: "Челябинского").isEmpty)
    }

    @Test func caseYoQuotesAndHyphensDoNotCount() {
        #expect(names.nearest(to: "«щелково»") == ["Щёлково"])
        #expect(names.nearest(to: "ТРОИЦКИЙ-го").first == "Троицкий ГО")
    }

    @Test func theWrongKeyboardLayoutIsUnderstood() {
        #expect(names.nearest(to: "ghfrnbrf") == ["практика"])
        #expect(names.nearest(to: "зкфсешсу") == ["practice"])
    }

    @Test func latinLookAlikesAreUnderstood() {
        // Latin «p», «a», «k» and «t».
        #expect(names.nearest(to: "пpaktиka") == ["практика"])
    }

    @Test func theBeginningOfANameFindsAllThatBeginSo() {
        #expect(names.nearest(to: "Троицкий") == ["Троицкий ГО", "Троицкий МР"])
    }

    /// «Саткинский» and «Снежинский» are near as letters, and two places all the same.
    @Test func aNameThatBeginsWithAnotherWordIsAnotherThing() {
        let places = NameSuggester(["Снежинский городской округ", "Карабашский ГО", "Саткинский муниципальный район"])
        #expect(places.nearest(to: "Саткинский городской") == ["Саткинский муниципальный район"])
        #expect(places.nearest(to: "Саткинский ГО") == ["Саткинский муниципальный район"])
        #expect(places.nearest(to: "Снежинская городской") == ["Снежинский городской округ"])
    }

    @Test func nothingNearGivesNothing() {
        #expect(names.nearest(to: "астрономия").isEmpty)
        #expect(names.nearest(to: "").isEmpty)
        #expect(NameSuggester([String]()).nearest(to: "x").isEmpty)
    }

    @Test func theDistanceIsThatOfTheFullTable() {
        var random = SystemRandomNumberGenerator()
        var measure = EditDistance()
        for _ in 0..<3000 {
            let left = (0..<Int.random(in: 0...9, using: &random)).map { _ in "абв".unicodeScalars.randomElement()! }
            let right = (0..<Int.random(in: 0...9, using: &random)).map { _ in "абв".unicodeScalars.randomElement()! }
            let full = fullDistance(left, right)
            for limit in 0...9 {
                #expect(measure.between(left, right, limit: limit) == (full <= limit ? full : nil))
            }
        }
    }

    /// The definition, cell by cell.
    private func fullDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count {
            for column in 0...right.count {
                guard row > 0, column > 0 else {
                    table[row][column] = max(row, column)
                    continue
                }
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                var cost = min(
                    table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, table[row - 2][column - 2] + 1)
                }
                table[row][column] = cost
            }
        }
        return table[left.count][right.count]
    }
}
