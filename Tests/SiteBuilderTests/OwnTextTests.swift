import Foundation
import Testing

/// What editors wrote in the repository's own content, held against the rules of its sources.
@Suite struct OwnTextTests {
    /// A line of a text file below `content/`.
    private struct Line {
        let path: String
        let number: Int
        let text: String

        var place: String { "\(path):\(number): \(text.trimmingCharacters(in: .whitespaces))" }
    }

    /// All lines of all texts, sorted by path.
    private func lines(below folder: String = "") throws -> [Line] {
        let root = SampleSite.repository.appendingPathComponent("content/" + folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yml") || $0.hasSuffix(".csv") }.flatMap {
            path in
            let text = String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
            return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                Line(path: folder + path, number: $0.offset + 1, text: String($0.element))
            }
        }
    }

    /// Official names that their slides close once for two.
    private static let asOnTheSlide = ["«Гимназия № 7 «Ступени»"]

    @Test func everyQuotationIsClosedAndAnInnerOneHasItsOwnMarks() throws {
        var faults: [String] = []
        for line in try lines() {
            let text = Self.asOnTheSlide.reduce(line.text.replacing("\u{A0}", with: " ")) { $0.replacing($1, with: "") }
            var open: [Character] = []
            var isWrong = false
            for mark in text where "«»„“".contains(mark) {
                switch mark {
                case "«": isWrong = isWrong || open.last == "«"
                case "»": isWrong = isWrong || open.popLast() != "«"
                case "“": isWrong = isWrong || open.popLast() != "„"
                default: break
                }
                if "«„".contains(mark) { open.append(mark) }
            }
            if isWrong || !open.isEmpty { faults.append(line.place) }
        }
        #expect(faults.isEmpty, "\(faults.count):\n\(faults.joined(separator: "\n"))")
    }

    /// Whoever stands in `municipalities` of an event is counted among its participants: its place alone is none.
    @Test func anEventWhoseParticipantsAreUnknownNamesNoMunicipality() throws {
        let byPath = Dictionary(grouping: try lines(below: "events/"), by: \.path)
        var faults: [String] = []
        for (path, lines) in byPath where path.hasSuffix(".md") {
            let participants = lines.first { $0.text.hasPrefix("participants:") }?.text
            let areKnown = participants.map { !$0.hasSuffix("нет в источнике") } ?? false
            if !areKnown, lines.contains(where: { $0.text.hasPrefix("municipalities:") }) { faults.append(path) }
        }
        #expect(byPath.count > 10 && faults.isEmpty, "\(faults.sorted())")
    }
}
