import Explaining
import Testing

@Suite struct ExplainCommandTests {
    @Test func aCodeIsExplainedInBothLanguages() throws {
        let russian = try Program.run(["explain", "near-heading"], in: "/")
        #expect(russian.status == 0 && russian.messages.isEmpty)
        for part in ["near-heading — предупреждение", "Сообщение: ", "Почему: ", "Что делать: ", "Было (", "Стало:"] {
            #expect(russian.output.contains(part), "\(russian.output)")
        }
        #expect(russian.output.contains("    ##Ход\nСтало:\n    ## Ход\n"))
        let english = try Program.run(["explain", "[near-heading]", "--language", "en"], in: "/")
        #expect(english.status == 0 && english.output.contains("near-heading — warning"))
        #expect(english.output.contains("Why: Headings part a page") && english.output.contains("Before ("))
    }

    @Test(arguments: Reason.all.flatMap(\.codes).filter { $0.hasPrefix("m") })
    func eachCodeIsExplainedWithAnExample(code: String) throws {
        let run = try Program.run(["explain", code], in: "/")
        #expect(run.status == 0 && run.output.contains("Было") && run.output.contains("Стало"), "\(run.messages)")
        #expect(!run.output.contains(/\{[0-9]\}/))
    }

    @Test func anUnknownCodeIsAnsweredWithTheNearest() throws {
        let run = try Program.run(["explain", "near-headding"], in: "/")
        #expect(run.status == 2 && run.messages.contains("возможно: near-heading"), "\(run.messages)")
    }

    @Test func withoutACodeAllAreListedByGroup() throws {
        let run = try Program.run(["explain"], in: "/")
        #expect(run.status == 0 && run.output.hasPrefix("Форма шапки\n  broken-yaml  "))
        for code in Reason.all.flatMap(\.codes) { #expect(run.output.contains("\n  \(code)  ")) }
    }
}
