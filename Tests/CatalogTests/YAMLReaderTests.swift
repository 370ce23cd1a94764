import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Catalog

private func read(_ text: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    YAMLReader.read(SourceFile(path: "a.yml", text: text))
}

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        "название: ⟦Квест-игра⟧", "ё: {б: ⟦Знание⟧}", "список: [Здоровье, ⟦Знание⟧]", "а: ⟦\"в кавычках\"⟧ # заметка",
        "а: ⟦'it''s'⟧", "а: ⟦\"б \\\" в\"⟧", "а:\n  - б\n  - ⟦вот⟧", "🦔: ⟦ёж⟧", "а: б\u{2028}в: ⟦конец⟧",
        "а: ⟦много  слов⟧",
    ])
    func aValueKnowsItsBytesBehindCyrillicText(marked: String) {
        let text = MarkedText(marked)
        let (root, diagnostics) = read(text.text)
        #expect(diagnostics.isEmpty)
        #expect(root.map { scalars($0) }?.contains(text.ranges[0]) == true)
    }

    @Test func aKeyKnowsItsBytes() {
        let text = MarkedText("первое: да\n⟦Название⟧: Квест\n")
        #expect(read(text.text).root?.pairs?[1].keyRange == text.ranges[0])
    }

    @Test func aPartOfAFileGivesPlacesInTheWholeFile() {
        let text = MarkedText("---\nназвание: ⟦Квест⟧\n---\nтекст: не yaml: [")
        let (root, diagnostics) = YAMLReader.read(text.file("a.md"), part: 4..<32)
        #expect(diagnostics.isEmpty)
        #expect(root?[key: "название"]?.range == text.ranges[0])
    }

    @Test func whatLooksEmptyIsEmpty() {
        for text in ["а:", "а: ~", "а: null", "а: []", "а: {}", "а: ''", "а: '  '"] {
            #expect(read(text).root?[key: "а"]?.isEmpty == true, "\(text)")
        }
        #expect(read("а: 'null'").root?[key: "а"]?.text == "null")
        #expect(read("").root == nil && read("# заметка\n").diagnostics.isEmpty)
    }

    @Test func numbersDatesAndFlagsStayTheTextThatWasWritten() {
        let (root, _) = read("[2023, 2023-05-11, да, yes, 1e3, 007, 0x1F]")
        #expect(root?.items.compactMap(\.text) == ["2023", "2023-05-11", "да", "yes", "1e3", "007", "0x1F"])
    }

    @Test(arguments: ["а: ⟦&⟧x б", "а: ⟦*⟧x", "а: [⟦&⟧x 1, *x]", "а: ⟦*⟧*жирный**", "а: ⟦&⟧ и"])
    func anchorsAndAliasesAreRefused(marked: String) {
        let diagnostics = read(MarkedText(marked).text).diagnostics
        #expect(diagnostics.codes == ["yaml-anchor"])
    }

    @Test(.timeLimit(.minutes(5))) func aliasesOfAliasesDoNotExpand() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(read(text).diagnostics.codes.allSatisfy { $0 == "yaml-anchor" })
    }

    @Test func aTagIsRefusedBecauseItWouldSwallowAWord() {
        #expect(read("title: !важно Квест").diagnostics.codes == ["broken-yaml"])
        #expect(read("title: !note Квест").diagnostics.codes == ["broken-yaml"])
    }

    @Test func theSecondOfTwoEqualKeysIsReported() {
        let text = MarkedText("title: А\nдата: 2023\n⟦title⟧ : Б\n")
        let diagnostics = read(text.text).diagnostics
        #expect(diagnostics.codes == ["duplicate-key"])
        #expect(diagnostics[0].location.range == text.ranges[0])
        #expect(diagnostics[0].related.first?.range == 0..<5)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func deepNestingIsRefusedWithoutACrash(opening: String) {
        // A thread of 512 KiB, the least that any system gives.
        let thread = Thread {
            let nested = String(repeating: opening, count: 100_000)
            #expect(!read(nested).diagnostics.isEmpty)
        }
        thread.stackSize = 512 << 10
        thread.start()
        while !thread.isFinished { Thread.sleep(forTimeInterval: 0.01) }
    }

    @Test(arguments: [
        "title: Квест: игра", "title: \"Гимназия \"Ступени\"\"", "title Квест\ndate: 2023", "title: [а, б",
        "title: {а: б",
        "title: [а, б] в", "title: \"без конца", "\ttitle: а", "a:\n\tb: в", "title: - а", "title: @а", "title: `а`",
        "title: %а", "title: | а", "title: \"C:\\Документы\"", "title: а\u{1}б", "title: а\n дата: б",
        "a: [б, , в]", "title: а\n...\nb: в", "a:\n  - б\n - в", "title: !а", "title: а\n}", "? а: б: в",
        "%YAML 9.9\n---\nа: б",
    ])
    func everyComplaintIsInRussian(text: String) {
        let diagnostics = read(text).diagnostics
        #expect(diagnostics.codes == ["broken-yaml"])
        let message = diagnostics.first.map { $0.code.message.text(.ru, $0.arguments) } ?? ""
        #expect(!message.isEmpty && !message.contains(/[a-zA-Z]{3}/), "\(message)")
        #expect(diagnostics.first?.location.range != nil)
    }

    /// Ranges of all scalars below a node.
    private func scalars(_ node: YAMLNode) -> [Range<Int>] {
        switch node.value {
        case .scalar: [node.range]
        case .sequence(let items): items.flatMap { scalars($0) }
        case .mapping(let pairs): pairs.flatMap { scalars($0.value) }
        }
    }
}
