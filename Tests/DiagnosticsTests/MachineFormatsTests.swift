import Diagnostics
import Foundation
import TestSupport
import Testing

private let unknown = DiagnosticCode(
    "unknown-value", .error, ru: "нет «{1}»", en: "no “{1}”", remedyRu: "выберите", remedyEn: "choose")
private let hint = DiagnosticCode("orphan", .hint, ru: "сирота", en: "orphan")

private let sample: [Diagnostic] = {
    let places = MarkedText("a\nж ⟦\"грппа\"⟧\n⟦b⟧\n").locations("content/а б.md")
    return [
        Diagnostic(hint, at: SourceLocation(path: "content/я.md")),
        Diagnostic(unknown, ["\"гр\\п\n\u{1}"], at: places[0], candidates: ["группа"], related: [places[1]]),
    ]
}()

@Suite struct MachineFormatsTests {
    @Test func jsonIsOneObjectALineInTheOrderOfPaths() {
        #expect(
            DiagnosticFormat.json.report(sample, .ru) == #"""
                {"severity":"error","code":"unknown-value","message":"нет «\"гр\\п\n\u0001»","remedy":"выберите",\#
                "path":"content/а б.md","line":2,"column":3,"endLine":2,"endColumn":10,"candidates":["группа"],\#
                "related":[{"path":"content/а б.md","line":3,"column":1,"endLine":3,"endColumn":2}]}
                {"severity":"hint","code":"orphan","message":"сирота","path":"content/я.md"}

                """#)
    }

    @Test func sarifIsALogWithRulesAndCodePointColumns() throws {
        let text = DiagnosticFormat.sarif.report(sample, .en)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "note"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0])
        #expect(text.contains(#""uri":"content/%D0%B0%20%D0%B1.md","uriBaseId":"SITEROOT""#))
        #expect(text.contains(#""startLine":2,"startColumn":3,"endLine":2,"endColumn":10"#))
    }

    @Test func anEmptyRunIsStillASarifLog() {
        #expect(DiagnosticFormat.sarif.report([], .ru).contains(#""results":[]"#))
        #expect(DiagnosticFormat.json.report([], .ru).isEmpty)
    }

    @Test func annotationsEscapeWhatTheirSyntaxUses() {
        let file = MarkedText("⟦x⟧").file("a,b:c%.md")
        let diagnostic = Diagnostic(unknown, ["100%\n"], at: SourceLocation(file, 0..<1))
        #expect(
            DiagnosticFormat.github.report([diagnostic], .en)
                == "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,title=unknown-value::"
                + "no “100%25%0A”%0Ahow to mend it: choose\n")
        #expect(DiagnosticFormat.github.report([sample[0]], .en).hasPrefix("::notice file=content/я.md,title=orphan::"))
    }
}
