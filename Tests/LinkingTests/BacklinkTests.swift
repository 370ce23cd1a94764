import Catalog
import TestSupport
import Testing

@testable import Linking

@Suite struct BacklinkTests {
    @Test func whoRefersIsSeenFromTheOtherEndInTheOrderOfTheCatalog() {
        let backlinks = Backlinks([
            [Mention(target: 2, manner: .link)], [], [Mention(target: 0, manner: .citation)],
            [Mention(target: 2, manner: .citation), Mention(target: 0, manner: .link)],
        ])
        #expect(backlinks.of(2).map(\.source) == [0, 3] && backlinks.of(2).map(\.manner) == [.link, .citation])
        #expect(backlinks.of(0).map(\.source) == [2, 3])
        #expect(backlinks.orphans == [1, 3])
    }

    @Test func aDoubleMentionAndOneOfItselfCountNot() {
        let twice = Mention(target: 1, manner: .link)
        let backlinks = Backlinks([[twice, twice, Mention(target: 0, manner: .link)], []])
        #expect(backlinks.of(1).count == 1 && backlinks.of(0).isEmpty && backlinks.orphans == [0])
    }

    @Test func aFieldMentionsItsMaterialsUnderTheHeadingOfTheSchema() {
        let album = catalog(["documents/a.md": "rests-on: [b, c]", "documents/b.md": "", "documents/c.md": ""])
        let mentions = FieldMentions.of(album.materials[0], album)
        let manner = Mention.Manner.field("rests-on", inverse: "На документ опираются")
        #expect(mentions == [Mention(target: 1, manner: manner), Mention(target: 2, manner: manner)])
    }
}
