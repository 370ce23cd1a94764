import Diagnostics
import Testing

@testable import Catalog

/// Numbers that look random and are the same on each run (Knuth's MMIX generator).
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

@Suite struct DamageTests {
    private static let good = """
        ---
        title: "Квест «Ступени»"
        summary: 'Игра: по станциям'
        directions: [Знание, {а: б}]
        municipalities:
          - Троицкий ГО
          - Озёрский ГО
        date: с 19 июня по 13 октября 2023 года
        source: 000, раздел «Квест»
        shown-in: [[kvest]]
        share: 85 %
        ---
        ## События

        | Название | Сроки |
        |---|---|
        | А \\| Б | I квартал (март); [[x\\|y]] |

        """
    private static let pieces = [
        "\"", "'", "[", "]", "{", "}", ":", "- ", "&", "*", "!", "|", ">", "\n", "\t", "#", "%", "---", "\u{2028}", "ё",
        "🦔", ";",
    ]

    /// The good text with a few places cut out, doubled or overwritten.
    private static func damaged(_ numbers: inout Numbers) -> String {
        var scalars = Array(good.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &numbers) {
            let start = Int.random(in: 0..<scalars.count, using: &numbers)
            let end = min(scalars.count, start + Int.random(in: 0...8, using: &numbers))
            let piece = pieces.randomElement(using: &numbers) ?? ""
            scalars.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    @Test(.timeLimit(.minutes(5)), arguments: 1...8)
    func anyDamageIsReportedInsideTheFile(seed: UInt64) {
        let album = SmallAlbum()
        var numbers = Numbers(state: seed)
        for _ in 0..<250 {
            let text = Self.damaged(&numbers)
            let (catalog, found) = album.read(["practices/kvest.md": text])
            #expect(catalog.materials.count == 1)
            let isInside = found.allSatisfy { ($0.location.range ?? 0..<0).upperBound <= text.utf8.count }
            #expect(isInside && DiagnosticPrinter(language: .ru).report(found).isEmpty == found.isEmpty, "\(text)")
        }
    }

    @Test(arguments: 1...8) func anyDamagedTermIsSomePeriodWithItsBoundsInOrder(seed: UInt64) {
        let terms = [
            "с 19 июня по 13 октября 2023 года", "I квартал 2023 (февраль-март)", "2022/23 учебный год",
            "до 15.09.2023 г.",
        ]
        var numbers = Numbers(state: seed)
        for _ in 0..<500 {
            var characters = Array(terms.randomElement(using: &numbers) ?? "")
            characters.swapAt(
                Int.random(in: 0..<characters.count, using: &numbers),
                Int.random(in: 0..<characters.count, using: &numbers))
            characters.remove(at: Int.random(in: 0..<characters.count, using: &numbers))
            let period = Period.parse(String(characters), year: 2023)
            if let start = period.start, let end = period.end { #expect(start <= end, "\(String(characters))") }
        }
    }

    @Test(arguments: 1...4) func anyBytesAreTextOrADiagnostic(seed: UInt64) {
        var numbers = Numbers(state: seed)
        for _ in 0..<300 {
            var bytes = Array(Self.good.utf8)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            let (file, diagnostics) = TextLoader.load(path: "a.md", bytes: bytes)
            #expect((file == nil) == diagnostics.contains { $0.severity == .error })
            if let file { #expect(String(validating: file.bytes, as: UTF8.self) != nil) }
        }
    }
}
