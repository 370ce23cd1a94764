import Preview
import Synchronization
import Testing

/// Sources that are one number, and the number of builds.
private final class Counted: Sendable {
    let sources = Atomic(0)
    let builds = Atomic(0)
    let looks = Atomic(0)

    var turns: BuildTurns<Int> {
        BuildTurns(
            look: { [self] _ in
                looks.add(1, ordering: .relaxed)
                return sources.load(ordering: .relaxed)
            },
            build: { [self] in _ = builds.add(1, ordering: .relaxed) })
    }

    func save() { sources.add(1, ordering: .relaxed) }
    var count: Int { builds.load(ordering: .relaxed) }
}

@Suite struct BuildTurnsTests {
    @Test func aSaveIsBuiltOnceThoughItIsWatched() {
        let counted = Counted()
        let turns = counted.turns
        counted.save()
        turns.saved()
        turns.sourcesChanged(whileSaving: false)
        #expect(counted.count == 1)
    }

    @Test func aSaveThatIsNoticedBeforeItsFormSaysSoIsBuiltOnce() {
        let counted = Counted()
        let turns = counted.turns
        counted.save()
        turns.sourcesChanged(whileSaving: true)
        turns.saved()
        #expect(counted.count == 1)
    }

    @Test func whatChangesMeanwhileIsBuilt() {
        let counted = Counted()
        let turns = counted.turns
        counted.save()
        turns.sourcesChanged(whileSaving: true)
        counted.save()
        turns.saved()
        counted.save()
        turns.sourcesChanged(whileSaving: false)
        #expect(counted.count == 3)
    }

    @Test func changesOfOthersAreBuiltWithoutALook() {
        let counted = Counted()
        let turns = counted.turns
        for _ in 0..<3 { turns.sourcesChanged(whileSaving: false) }
        #expect(counted.count == 3)
        #expect(counted.looks.load(ordering: .relaxed) == 0)
    }
}
