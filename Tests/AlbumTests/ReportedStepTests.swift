import Foundation
import TestSupport
import Testing

/// Cases that a folder cannot show, by their number; those of `serve` and `pack` stand with the tests of these.
@Suite(.enabled(if: SharedCases.root != nil)) struct ReportedStepTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SharedCases.layOwn(["album.yml", "content", "themes"], into: URL(fileURLWithPath: folder.path))
        return folder
    }

    private func text(_ number: String, _ name: String) throws -> String {
        let folder = try #require(SharedCases.names(of: "mistakes").first { $0.hasPrefix(number + "-") })
        return try String(
            contentsOf: SharedCases.folder("mistakes", folder).appendingPathComponent(name), encoding: .utf8)
    }

    /// 181: a plan and a fact are plain numbers, whatever the view of the table.
    @Test func equalValuesAreNoDoubledNumbers() throws {
        let folder = try site()
        try folder.write(text("181", "indicators.yml"), to: "content/kinds/indicators.yml")
        let name = "pokazateli-razvitiia-obrazovaniia-permskogo-kraia.md"
        let material = try text("181", name).replacing("[Пермский ГО]", with: "[Миасский ГО]")
        try folder.write(material, to: "content/indicators/" + name)
        let told = try ToldProblem.all(in: folder).filter { $0.path.hasSuffix(name) && $0.code != "orphan" }
        #expect(told.isEmpty, "\(told)")
    }

    /// 182 and 183: a plan from Excel, with a title above it and with every way of writing a day.
    @Test(arguments: [("182", "full-utf8.csv"), ("183", "hdr-utf8.csv")])
    func aPlanFromExcelHasAllItsRowsAndDates(number: String, name: String) throws {
        let folder = try site()
        try folder.write(text(number, name), to: "content/roadmaps/plan.csv")
        try folder.write(
            """
            ---
            title: План по функциональной грамотности
            summary: План на год.
            period: 2024
            municipalities: [Ашинский МР]
            tables: {events: plan.csv}
            ---

            ## Мероприятия
            """, to: "content/roadmaps/plan.md")
        let told = try ToldProblem.all(in: folder).filter { $0.path.contains("roadmaps/plan") && $0.code != "orphan" }
        #expect(told.allSatisfy { $0.severity == "hint" }, "\(told)")
        // One of its rows names no executor, which may be a merged cell.
        let expected = (number == "182" ? ["title-rows"] : []) + ["no-record", "empty-below-filled"]
        #expect(told.map(\.code) == expected)
        let run = try Program.run(["build", "--output", folder.path("built")], in: folder.path)
        #expect(run.status == 0, "\(run.messages)")
        let data = try folder.text("built/data/roadmaps/plan.json")
        #expect(data.matches(of: /"term":\{"text":"[^"]+","start":("|null)/).count == 12)
        #expect(!data.contains("\"start\":null,\"end\":null"))
    }

    /// 184: what nobody has filled in is not published, and nobody is told that it is empty.
    @Test(arguments: ["event", "practice", "roadmap", "document", "album"])
    func aNewMaterialIsAQuietDraft(kind: String) throws {
        let folder = try site()
        let made = try Program.run(["new", kind, "Совсем новое"], in: folder.path)
        let path = made.output.trimmingCharacters(in: .newlines)
        #expect(made.status == 0 && folder.contains(path))
        let told = try ToldProblem.all(in: folder).filter { $0.path == path }
        #expect(told.isEmpty, "\(told)")
        #expect(try Program.run(["build", "--output", folder.path("built")], in: folder.path).status == 0)
        let page = path.replacing("content/", with: "").replacing(".md", with: ".html")
        #expect(!folder.contains("built/" + page))
    }

    /// 185: each loss of a text pasted from Word is told, once.
    @Test func aTextFromWordIsToldPieceByPiece() throws {
        let folder = try site()
        let name = "nedelia-chitatelskoi-gramotnosti-chitaem-vmeste.md"
        try folder.write(text("185", name), to: "content/practices/" + name)
        let told = try ToldProblem.all(in: folder).filter { $0.path.hasSuffix(name) && $0.code != "orphan" }
        let codes = told.map { "\($0.line ?? 0) \($0.code)" }
        for code in [
            "20 pasted-list", "35 near-heading", "41 pasted-table", "52 child-with-class", "52 insurance-number",
            "53 local-path",
        ] {
            #expect(codes.contains(code), "\(codes)")
        }
        #expect(codes.count == Set(codes.map { $0.prefix { $0 != " " } + $0.suffix(6) }).count, "\(codes)")
    }

    /// 187: a name that is offered is not refused again.
    @Test func aRemedyLeadsOutOfTheMistake() throws {
        let folder = try site()
        let name = "content/practices/proba.md"
        let lines = [
            "---", "title: Проба", "summary: Проба.", "attachments: [plann.pdf]", "---", "", "## Цель", "",
            "См. [семинар](../events/rma-contest-2024.md).", "",
        ]
        try folder.write(lines.joined(separator: "\n"), to: name)
        try folder.write("%PDF-1.4", to: "content/practices/plan.pdf")
        for problem in try ToldProblem.all(in: folder) where problem.path == name && problem.severity == "error" {
            let candidate = try #require(problem.candidates?.first, "\(problem)")
            let text = try folder.text(name)
            try folder.write(problem.place.replaced(by: candidate, in: text) ?? text, to: name)
        }
        let left = try ToldProblem.all(in: folder).filter { $0.path == name && $0.severity == "error" }
        #expect(left.isEmpty, "\(left)")
    }
}
