import Foundation
import TestSupport
import Testing

/// One of `cases/inputs`: the project's own site with the files of a case laid over it, checked and built.
struct ReportedInput {
    let folder: TemporaryFolder
    let told: [ToldProblem]

    /// - Parameter number: how the folder's name begins.
    init(_ number: String) throws {
        let name = try #require(SharedCases.names(of: "inputs").first { $0.hasPrefix(number + "-") })
        folder = try TemporaryFolder()
        let site = URL(fileURLWithPath: folder.path)
        try SharedCases.layOwn(["album.yml", "content", "themes"], into: site)
        let source = try SharedCases.folder("inputs", name)
        try SharedCases.lay(source, over: site)
        let own = Set(try FileManager.default.subpathsOfDirectory(atPath: source.path))
        told = try ToldProblem.all(in: folder).filter { own.contains($0.path) && $0.code != "orphan" }
    }

    /// The told codes with their lines, of one file or of all.
    func codes(_ path: String? = nil) -> [String] {
        told.filter { path == nil || $0.path == "content/" + (path ?? "") }.map { "\($0.line ?? 0) \($0.code)" }
    }

    func candidates(_ code: String) -> [[String]] { told.filter { $0.code == code }.map { $0.candidates ?? [] } }

    /// A published file, faults or not.
    func page(_ path: String) throws -> String {
        if !folder.contains("built") {
            let run = try Program.run(["build", "--lenient", "--output", folder.path("built")], in: folder.path)
            #expect(run.status == 0 || run.status == 1, "\(run.messages)")
        }
        return try folder.text("built/" + path)
    }

    /// Beginnings and ends of the terms of a roadmap, as `2024-09-01..2024-09-30`; `-` where there is none.
    func terms(_ roadmap: String) throws -> [String] {
        struct Row: Decodable {
            struct Term: Decodable {
                let start: String?
                let end: String?
            }
            let term: Term?
        }
        let rows = try JSONDecoder().decode([Row].self, from: Data(page("data/\(roadmap).json").utf8))
        return rows.map { "\($0.term?.start ?? "-")..\($0.term?.end ?? "-")" }
    }
}

/// Every input that failed for somebody, by its number, against its `expected.txt`.
@Suite(.enabled(if: SharedCases.root != nil)) struct ReportedInputTests {
    /// A case that nobody wrote a test for would be forgotten here.
    @Test func everyInputHasATest() throws {
        let names = SharedCases.names(of: "inputs").map { String($0.prefix(2)) }
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let served = ["29", "30", "42"]
        let missing = names.filter { !source.contains("ReportedInput(\"\($0)\")") && !served.contains($0) }
        #expect(missing.isEmpty, "no test for \(missing)")
    }

    @Test func termsAreReadBehindParentheses() throws {
        let input = try ReportedInput("01")
        #expect(input.told.isEmpty)
        #expect(
            try input.terms("roadmaps/sroki") == [
                "2025-10-12..2025-10-12", "2025-02-01..2025-03-31", "2025-09-01..2025-09-05", "2025-09-01..2025-10-31",
            ])
    }

    @Test func aTermFromADayHasNoEnd() throws {
        let terms = try ReportedInput("02").terms("roadmaps/sroki")
        #expect(terms == ["2024-09-01..-", "2024-09-01..-", "2024-09-01..-", "2024-04-01..-"])
    }

    @Test func halvesOfASchoolYearBeginInSeptember() throws {
        let terms = try ReportedInput("04").terms("roadmaps/sroki")
        #expect(terms == ["2024-09-01..2024-12-31", "2024-09-01..2024-12-31", "2025-01-01..2025-05-31"])
    }

    @Test func aLongerNumberIsAnotherDocument() throws {
        let page = try ReportedInput("06").page("practices/proba.html")
        let text = page.components(separatedBy: "id=\"tsel\"").last ?? ""
        #expect(text.contains("48-Д") && text.contains("48-о/д") && text.contains("02/1090-изм"))
        #expect(!text.contains("order-48.html") && !text.contains("order-02-1090.html"))
    }

    @Test func aCitationEndsBeforeTheMarkBehindIt() throws {
        let page = try ReportedInput("07").page("practices/proba.html")
        let links = page.matches(of: /<a [^>]*order-48\.html[^>]*>([^<]*)<\/a>/).map { String($0.1) }
        let cited = links.filter { $0.hasPrefix("Приказ №") || $0.hasPrefix("приказ №") }
        #expect(cited.count >= 3)
        for link in cited { #expect(!link.contains("«") && (!link.hasSuffix(".") || link.hasSuffix("г.")), "\(link)") }
    }

    @Test func decomposedNamesAreTheSameFiles() throws {
        let input = try ReportedInput("09")
        // The file is there by its name, and no document.
        #expect(input.codes() == ["0 unsearched-file"], "\(input.told)")
        let page = try input.page("practices/a.html")
        for name in ["maiskii.png", "iod.docx"] {
            #expect(page.contains(name), "\(name)")
            #expect(input.folder.contains("built/practices/" + name), "\(name)")
        }
    }

    @Test func aHashThatCutsAValueIsTold() throws {
        #expect(try ReportedInput("10").codes() == ["2 cut-value", "3 cut-value", "4 cut-value"])
    }

    @Test func aHeadingWithColonOrNumberIsTheSection() throws {
        let input = try ReportedInput("12")
        #expect(try input.terms("roadmaps/sroki") == ["2024-03-01..2024-03-31"])
        #expect(try input.terms("roadmaps/nomer") == ["2024-03-01..2024-03-31"])
    }

    @Test func linesOfBarsThatAreNoTableAreTold() throws {
        #expect(Set(try ReportedInput("13").codes()) == ["11 broken-delimiter"])
    }

    @Test func latinLettersInRussianWordsAreTold() throws {
        let input = try ReportedInput("14")
        #expect(input.candidates("mixed-letters").flatMap(\.self).contains("подмена"))
        #expect(input.codes("roadmaps/sroki.md").contains("10 mixed-letters"))
        _ = try input.page("index.html")
        let found = try Program.run(["search", "кpакен подмена", "--site", input.folder.path("built")], in: "/")
        #expect(found.output.contains("practices/proba.html"))
    }

    @Test func mergeMarkersAreAnErrorOfTheirOwn() throws {
        #expect(try ReportedInput("15").codes() == ["10 merge-marker", "2 merge-marker"])
    }

    @Test func aFootnotesSecondParagraphBelongsToIt() throws {
        let input = try ReportedInput("17")
        #expect(input.told.isEmpty, "\(input.told)")
        let notes = try input.page("practices/proba.html").components(separatedBy: "class=\"footnotes\"").last ?? ""
        #expect(notes.contains("<p>Второй абзац сноски."))
    }

    @Test func anOpenFenceIsTold() throws { #expect(try ReportedInput("18").codes() == ["9 open-fence"]) }

    @Test func anAddressWithASpaceIsTold() throws {
        #expect(try ReportedInput("19").codes() == ["9 spaced-address", "11 spaced-address"])
    }

    @Test func marksOfOtherProgramsAreTold() throws {
        let input = try ReportedInput("21")
        #expect(input.codes() == ["9 foreign-mark", "11 foreign-mark", "17 foreign-mark", "21 foreign-mark"])
        #expect(!(try input.page("practices/proba.html").contains("[!NOTE]")))
    }

    @Test func listsOfWordAreTold() throws {
        #expect(try ReportedInput("22").codes() == ["9 pasted-list", "13 pasted-list"])
    }

    @Test func aMaterialOfAnotherExtensionIsReadAndTold() throws {
        let input = try ReportedInput("25")
        #expect(Set(input.told.map(\.code)) == ["material-extension"] && input.told.count == 3, "\(input.told)")
        for name in ["a", "b", "c"] { #expect(try !input.page("practices/\(name).html").isEmpty) }
    }

    @Test func oldAddressesAreKeptAsTheyWere() throws {
        let input = try ReportedInput("26")
        #expect(input.told.isEmpty)
        for address in ["practices/kvest/index.html", "старый адрес.html", "a/b.htm"] {
            #expect(try input.page(address).contains("redir.html"), "\(address)")
        }
    }

    @Test func brokenFrontMatterIsBlamedAtItsLine() throws {
        let input = try ReportedInput("28")
        let lines = ["a", "b", "c", "d"].map { input.codes("practices/\($0).md") }
        #expect(lines == [["2 broken-yaml"], ["3 broken-yaml"], ["3 broken-yaml"], ["3 broken-yaml"]])
    }

    @Test func csvFilesOfSpreadsheetsAreRead() throws {
        let input = try ReportedInput("32")
        #expect(input.told.allSatisfy { $0.code == "common-to-all" }, "\(input.told)")
        #expect(try input.terms("roadmaps/sep") == ["2024-03-01..2024-03-31"])
        #expect(try input.terms("roadmaps/tab") == ["2024-03-01..2024-03-31"])
    }

    @Test func aDashAloneIsAnEmptyCell() throws {
        let input = try ReportedInput("34")
        #expect(input.told.isEmpty, "\(input.told)")
        #expect(try input.terms("roadmaps/sroki") == ["-..-", "2024-03-01..2024-03-31"])
    }

    @Test func whatWasMeantIsOffered() throws {
        let input = try ReportedInput("36")
        #expect(input.candidates("broken-anchor").first == ["tsel"])
        #expect(input.candidates("bare-address") == [["https://www.example.org"]])
        #expect(input.candidates("missing-file") == [["plan.png"]])
        #expect(input.told.contains { $0.code == "broken-anchor" && $0.message.contains("#нет") })
        #expect(input.told.contains { $0.code == "attached-address" && $0.line == 5 })
    }

    @Test func anEmptyHeadingIsTold() throws {
        #expect(try ReportedInput("37").codes() == ["11 empty-heading", "15 heading-anchor"])
    }

    @Test func starsThatReadersSeeAreTold() throws { #expect(try ReportedInput("40").codes() == ["9 open-mark"]) }

    @Test func filesOfSystemsArePassedOver() throws { #expect(try ReportedInput("41").told.isEmpty) }
}
