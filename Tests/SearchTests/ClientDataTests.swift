import Foundation
import Languages
import TestSupport
import Testing

@testable import Search

/// What the search knows of letters, keys, endings, weights and limits stands in Swift; the browser's client has it as data
/// that is made of that.
@Suite struct ClientDataTests {
    private let begin = "// <data> made of Sources/Search: RECORD=1 swift test --filter ClientDataTests\n"
    private let end = "// </data>\n"

    @Test(arguments: [
        (Repository.core, ClientData.core), (Repository.mend, ClientData.mend), (Repository.late, ClientData.late),
    ])
    func theClientHasTheDataOfTheProgram(path: String, data: String) throws {
        let script = try String(contentsOfFile: path, encoding: .utf8)
        let before = try #require(script.range(of: begin))
        let after = try #require(script.range(of: end))
        let wanted = script[..<before.upperBound] + data + script[after.lowerBound...]
        try Golden.expect(String(wanted), matchesFile: path)
    }
}

/// The data of the client as statements of JavaScript, those of each of its scripts.
private enum ClientData {
    /// What every query wants.
    static var core: String {
        let words = [
            ("NOUNS", Endings.nouns), ("ADJECTIVES", Endings.adjectives), ("MIDDLES", Endings.middles),
            ("VERBS", Endings.verbs), ("AFTER", Endings.afterVowel), ("AFTER_OPEN", Endings.afterOpenVowel),
            ("SHORTEST", Endings.shortest), ("STOP_WORDS", WordLists.stopWords.joined(separator: " ")),
            ("FIRM_WORDS", WordLists.firmGenitiveWords),
            ("VOWELS", Endings.vowels), ("OPEN", Endings.openVowels),
            ("LATIN", String(decoding: LetterFolding.latin1, as: UTF8.self)),
            ("LATIN_TWINS", twins.map(\.latin).joined()), ("CYRILLIC_TWINS", twins.map(\.cyrillic).joined()),
        ]
        let irregular = WordLists.irregular.map { quoted("\($0.0) \($0.1)") }.joined(separator: ", ")
        let lines =
            [declaration(numbers)] + words.map(declaration) + [
                "const IRREGULAR = [\(irregular)];",
                "const DASH = /[\(classes(.connector(0x2D)))]/, NOTHING = /[\(classes(.invisible))]/;",
                "const COMPOSED = {\(composed)};",
            ]
        return lines.map { $0 + "\n" }.joined()
    }

    /// What days, another layout and mistakes want.
    static var mend: String {
        let words = [
            ("MONTH_NAMES", Days.months.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")),
            ("QWERTY", KeyboardKeys.latinKeys), ("CYRILLIC", KeyboardKeys.russianKeys),
        ]
        let numbers = [
            ("SPELT", Spelling.minimumLetters), ("MEANT", Correction.most), ("MARGIN", Correction.margin),
            ("FEWEST_LATIN", KeyboardLayout.fewestLatin), ("SHORT", Correction.short), ("COMMON", Correction.common),
            ("USUAL", Correction.usual),
            ("OF_TWO", Correction.ofTwoMistakes),
            ("CERTAIN", Correction.certain),
        ]
        return ([declaration(numbers)] + words.map(declaration)).map { $0 + "\n" }.joined()
    }

    /// What snippets want.
    static var late: String {
        declaration([
            ("LENGTH", Snippet.passageLength), ("LEAD", Snippet.leadIn), ("ROW", Snippet.rowLength),
            ("HEAD", Snippet.headLength),
            ("MOST_NAMED", FacetNaming.most),
        ]) + "\n" + declaration(("BESIDE_NAMES", FacetNaming.besideNames.joined(separator: " "))) + "\n"
    }

    private static func declaration(_ numbers: [(String, Int)]) -> String {
        "const \(numbers.map { "\($0) = \($1)" }.joined(separator: ", "));"
    }

    private static func declaration(_ word: (String, String)) -> String { "const \(word.0) = \(quoted(word.1));" }

    private static let numbers: [(String, Int)] = [
        ("MAX", WordScanner.maximumLength), ("VERSION", ShardFormat.version), ("BEST", ShardFormat.postingsPerTerm),
        ("CHECKED", SearchEngine.checkedForPhrases), ("LONGEST", Query.longestName),
        ("LETTERS", Query.maximumCharacters), ("WORDS", Query.maximumWords),
        ("EXPANSIONS", Query.maximumExpansions), ("EXACT", Query.Weight.exact), ("GUESS", Query.Weight.guess),
        ("RELATED", Query.Weight.related), ("PART", Query.Weight.part), ("DOUBT", Query.Weight.doubtful),
        ("RARE", Ranking.rarityDigits), ("LONGEST_ENDING", Endings.maximumLetters),
    ]

    private static var twins: [(latin: String, cyrillic: String)] {
        "abcdefghijklmnopqrstuvwxyz".unicodeScalars.compactMap { latin in
            LookAlikes.cyrillic(latin).map { (String(latin), String($0)) }
        }
    }

    /// The letters with marks of which a word is made as of one.
    private static var composed: String {
        (UInt32(0x430)...0x45F).flatMap { base in
            (UInt32(0x300)...0x36F).compactMap { mark in
                LetterFolding.compose(base, mark).map {
                    "\"\(escaped(base))\(escaped(mark))\": \"\(escaped($0))\""
                }
            }
        }.joined(separator: ", ")
    }

    /// The characters of a class as ranges of a regular expression.
    private static func classes(_ wanted: LetterFolding.Class) -> String {
        var ranges: [(first: UInt32, last: UInt32)] = []
        for scalar in UInt32(0)...0xFFFF where LetterFolding.classify(scalar) == wanted {
            if let last = ranges.last, last.last + 1 == scalar {
                ranges[ranges.count - 1].last = scalar
            } else {
                ranges.append((scalar, scalar))
            }
        }
        return ranges.map { $0.first == $0.last ? escaped($0.first) : "\(escaped($0.first))-\(escaped($0.last))" }
            .joined()
    }

    private static func escaped(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Without grave accents, which would begin a template.
    private static func quoted(_ text: String) -> String {
        let inner = text.replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "`", with: "\\x60")
        return "\"\(inner)\""
    }
}
