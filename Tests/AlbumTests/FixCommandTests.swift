import Explaining
import Foundation
import Mending
import TestSupport
import Testing

/// `album fix` makes the mistakes of the examples go that have one answer, and leaves all others alone.
@Suite struct FixCommandTests {
    /// Mistakes of codes that have a rule, in a form in which a person has to decide; by what was written.
    static let undecided = [
        // Where quotes that are never closed or lines that go on were to end is not known.
        "format: \"квест-игра", "summary: За один урок\nкоманды",
        // Which lines the front matter was to have.
        "title",
        // A heading right here would leave the section above empty.
        "Задачи:\nнаучить детей",
    ]

    /// Mistakes behind which another one lies, which is told once they are mended; by what was written.
    static let uncovering = ["format: *квест", "format: \"квест\" игра", "(../events/seminar 1.md)"]

    static let fixable = Example.all.filter { Fix.codes.contains($0.code) }

    @Test(arguments: fixable)
    func aMistakeWithOneAnswerIsMended(_ example: Example) throws {
        let folder = try RemedySite().folder
        let path = example.file.rawValue
        let right = try folder.text(path)
        let wrong = right.replacing(example.right, with: example.wrong, maxReplacements: 1)
        try folder.write(wrong, to: path)
        let run = try Program.run(["fix", "--root", folder.path], in: "/")
        let now = try folder.text(path)
        let left = try ToldProblem.all(in: folder)
        if Self.undecided.contains(example.wrong) {
            #expect(now == wrong && left.map(\.code) == [example.code], "\(run.messages)")
        } else if Self.uncovering.contains(example.wrong) {
            #expect(now != wrong && !left.map(\.code).contains(example.code), "\(left) \(run.messages)")
        } else {
            #expect(left.isEmpty && now != wrong, "\(left) \(run.messages) \(now)")
            #expect(run.status == 0, "\(run.messages)")
        }
        // What has been mended stays as it is.
        let again = try Program.run(["fix", "--root", folder.path], in: "/")
        #expect(try folder.text(path) == now, "\(again.messages)")
    }

    @Test(arguments: Example.all.filter { !Fix.codes.contains($0.code) })
    func whatAPersonDecidesStaysAsItIs(_ example: Example) throws {
        let folder = try RemedySite().folder
        let path = example.file.rawValue
        let wrong = try folder.text(path).replacing(example.right, with: example.wrong, maxReplacements: 1)
        try folder.write(wrong, to: path)
        _ = try Program.run(["fix", "--root", folder.path], in: "/")
        #expect(try folder.text(path) == wrong)
    }

    @Test func allMistakesOfAFileAreMendedAtATimeAndEveryOtherByteStays() throws {
        let folder = try RemedySite().folder
        let path = "content/practices/kvest.md"
        let right = try folder.text(path)
        let wrong = right.replacing("## Ход", with: "**Ход**").replacing("## Цель", with: "##Цель")
            .replacing("Листом пользуются все.", with: "Лиcтом пользуются все: [лист] (https://example.org/a).")
        try folder.write("\u{FEFF}" + wrong.replacing("\n", with: "\r\n"), to: path)
        let dry = try Program.run(["fix", "--dry-run", "--root", folder.path], in: "/")
        #expect(try folder.text(path) == "\u{FEFF}" + wrong.replacing("\n", with: "\r\n"))
        for line in ["--- a/\(path)", "-**Ход**", "+## Ход", "-##Цель", "+## Цель"] {
            #expect(dry.output.contains(line), "\(dry.output)")
        }
        let run = try Program.run(["fix", "--root", folder.path], in: "/")
        #expect(run.status == 0, "\(run.messages)")
        let wanted = right.replacing(
            "Листом пользуются все.", with: "Листом пользуются все: [лист](https://example.org/a).")
        #expect(try folder.text(path) == "\u{FEFF}" + wanted.replacing("\n", with: "\r\n"), "\(run.messages)")
    }

    @Test func onlyWhatWasNamedIsMended() throws {
        let folder = try RemedySite().folder
        let path = "content/practices/kvest.md"
        let wrong = try folder.text(path).replacing("## Ход", with: "**Ход**").replacing("## Цель", with: "## Цель:")
        try folder.write(wrong, to: path)
        let other = try Program.run(
            ["fix", "--root", folder.path, folder.path + "/content/events/seminar.md"], in: "/")
        #expect(try folder.text(path) == wrong, "\(other.messages)")
        let run = try Program.run(["fix", "--root", folder.path, "--code", "heading-mark"], in: "/")
        #expect(try folder.text(path) == wrong.replacing("## Цель:", with: "## Цель"), "\(run.messages)")
        let unknown = try Program.run(["fix", "--root", folder.path, "--code", "bad-date"], in: "/")
        #expect(unknown.status == 2 && unknown.messages.contains("исправляет только человек"))
    }

    @Test func aFileInAnotherEncodingBecomesUTF8() throws {
        let folder = try RemedySite().folder
        let path = "content/practices/kvest.md"
        let right = try folder.text(path)
        for encoding in [String.Encoding.windowsCP1251, .utf16, .utf16LittleEndian, .utf16BigEndian] {
            let bytes = try #require(right.replacing("−", with: "-").data(using: encoding))
            try folder.write(Array(bytes), to: path)
            let run = try Program.run(["fix", "--root", folder.path], in: "/")
            #expect(try folder.text(path) == right.replacing("−", with: "-"), "\(encoding) \(run.messages)")
        }
    }

    @Test func aDeeperSectionComesUpWithAllThatStandsBelowIt() throws {
        let folder = try RemedySite().folder
        let path = "content/practices/kvest.md"
        let right = try folder.text(path)
        try folder.write(
            right + "\n\n#### Первый\n\nТекст.\n\n##### Его часть\n\nТекст.\n\n#### Второй\n\nТекст.\n", to: path)
        _ = try Program.run(["fix", "--root", folder.path], in: "/")
        #expect(
            try folder.text(path) == right
                + "\n\n### Первый\n\nТекст.\n\n#### Его часть\n\nТекст.\n\n### Второй\n\nТекст.\n")
    }

    @Test func theContentOfThisRepositoryHasNothingToMend() throws {
        let root = SharedCases.repository
        let run = try Program.run(["fix", "--dry-run", "--root", root.path], in: "/")
        #expect(run.status == 0 && run.output.isEmpty, "\(run.messages)")
    }
}
