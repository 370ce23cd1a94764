import Diagnostics
import Testing

@testable import Explaining

@Suite struct ExplanationTests {
    /// What only an author of a theme causes.
    private static let ofThemes = Set((DiagnosticCode.themingCodes + DiagnosticCode.safetyCodes).map(\.name))
    private static let codes = DiagnosticCode.all.filter { !ofThemes.contains($0.name) }

    @Test(arguments: codes)
    func eachCodeHasAReasonAndAnExample(code: DiagnosticCode) {
        let reasons = Reason.all.filter { $0.codes.contains(code.name) }
        #expect(reasons.count == 1, "\(code.name) stands in \(reasons.count) groups of Reason")
        let examples =
            Example.all.filter { $0.code == code.name }.count + Case.all.filter { $0.code == code.name }.count
        #expect(examples > 0, "\(code.name) has no example: Example, or Case where no small change of a text makes it")
    }

    @Test func reasonsAndExamplesAreOfCodesThatThereAre() {
        let known = Set(DiagnosticCode.all.map(\.name))
        for name in Reason.all.flatMap(\.codes) + Example.all.map(\.code) + Case.all.map(\.code) {
            #expect(known.contains(name), "\(name)")
        }
    }

    @Test func anExampleShowsTheLinesThatDiffer() throws {
        let example = try #require(Example.all.first { $0.code == "near-heading" && $0.wrong == "##Ход\n" })
        #expect(example.excerpts.before == ["##Ход"])
        #expect(example.excerpts.after == ["## Ход"])
        let missing = try #require(Example.all.first { $0.code == "missing-title" })
        #expect(missing.excerpts.before.first == "---" && missing.excerpts.before.count == 2)
        #expect(missing.excerpts.after[1].hasPrefix("title: "))
    }

    @Test(arguments: Example.all.indices)
    func aMistakeAndItsRemedyLookDifferent(index: Int) {
        let (before, after) = Example.all[index].excerpts
        #expect(before != after && !before.isEmpty && !after.isEmpty, "\(Example.all[index].code)")
        #expect((before + after).allSatisfy { !$0.contains("\t") && !$0.contains("\u{202E}") })
    }
}
