import Editing
import TestSupport
import Testing

/// Two people's edits of one text, brought together.
@Suite struct ThreeWayMergeTests {
    private func lines(_ text: String) -> String { text.map { String($0) }.joined(separator: "\n") }

    private func merge(_ base: String, _ mine: String, _ theirs: String) -> ThreeWayMerge {
        ThreeWayMerge(base: lines(base), mine: lines(mine), theirs: lines(theirs))
    }

    @Test(arguments: [
        ("абвг", "аБвг", "абвГ", "аБвГ"),  // different lines
        ("абвг", "аБвг", "абВг", "аБВг"),  // lines that touch
        ("абвг", "абвгд", "Абвг", "Абвгд"), ("абвг", "авг", "абвГ", "авГ"),
        ("абвг", "абхвг", "абВг", "абхВг"),  // a new line beside one that was changed
        ("абвг", "абВг", "абхвг", "абхВг"), ("абвг", "аБвг", "аБвг", "аБвг"), ("", "а", "", "а"),
        ("абвг", "вгаб", "абвг", "вгаб"),
    ])
    func whatDoesNotClashIsTaken(base: String, mine: String, theirs: String, expected: String) {
        let merge = merge(base, mine, theirs)
        #expect(merge.isSettled)
        #expect(merge.text(.mine) == lines(expected) && merge.text(.theirs) == lines(expected))
    }

    @Test func theSameLineIsForPeopleToDecide() {
        let merge = merge("абв", "аХв", "аУв")
        #expect(!merge.isSettled)
        #expect(merge.text(.mine) == lines("аХв") && merge.text(.theirs) == lines("аУв"))
        #expect(merge.text(.both) == lines("аХУв"))
    }

    @Test func rowsThatBothHaveAddedAtOnePlaceAreForPeopleToDecide() {
        let merge = merge("аб", "абХ", "абУ")
        #expect(!merge.isSettled && merge.text(.both) == lines("абХУ"))
    }

    /// What only one has changed stands, and what both have changed alike; no line of either is lost by taking both.
    @Test func randomEditsKeepWhatEachHasDone() {
        var random = SeededNumbers(seed: 7)
        func edited(_ lines: [String]) -> [String] {
            var lines = lines
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let place = Int.random(in: 0...lines.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: lines.insert("новая \(Int.random(in: 0...5, using: &random))", at: place)
                case 1 where place < lines.count: lines.remove(at: place)
                case 2 where place < lines.count: lines[place] += "!"
                default: break
                }
            }
            return lines
        }
        for _ in 0..<2_000 {
            let base = (0..<Int.random(in: 1...8, using: &random)).map { _ in "\(Int.random(in: 0...6, using: &random))"
            }
            let (mine, theirs) = (edited(base), edited(base))
            func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }
            #expect(ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(base)).text(.theirs) == text(mine))
            #expect(ThreeWayMerge(base: text(base), mine: text(base), theirs: text(theirs)).text(.mine) == text(theirs))
            #expect(ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(mine)).isSettled)
            let merge = ThreeWayMerge(base: text(base), mine: text(mine), theirs: text(theirs))
            let other = ThreeWayMerge(base: text(base), mine: text(theirs), theirs: text(mine))
            #expect(merge.isSettled == other.isSettled && merge.text(.mine) == other.text(.theirs))
            let both = Set(merge.text(.both).split(separator: "\n"))
            let added = (mine + theirs).filter { line in !base.contains(line) }
            #expect(added.allSatisfy { both.contains(Substring($0)) || $0.isEmpty }, "\(base) \(mine) \(theirs)")
        }
    }
}
