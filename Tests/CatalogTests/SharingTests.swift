import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// `sharing` in the file of a kind.
@Suite struct SharingTests {
    private func album(_ sharing: String, more: String = "") -> SmallAlbum {
        let kind = """
            id: plan
            folder: plans
            new: [directions, source, rests-on]
            fields:
              state: {label: Состояние, type: reference, to: directions}
            tables:
              events: {heading: Мероприятия, columns: {name: {label: Что, type: text}}}
              figures: {heading: Числа, columns: {name: {label: Что, type: text}}}
            \(more)sharing:
            \(sharing.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            """
        return SmallAlbum(kinds: [SmallAlbum.material, SmallAlbum.document, kind])
    }

    private func sharing(_ text: String, more: String = "") -> (Sharing?, [Diagnostic]) {
        let album = album(text, more: more)
        let kind = album.schema.kinds.first { $0.id == "plan" }
        return (kind?.sharing, album.schemaDiagnostics)
    }

    @Test func aKindThatSaysNothingHasNoPage() {
        #expect(SmallAlbum().schema.kinds.allSatisfy { $0.sharing == nil })
    }

    @Test func whatIsNotSaidIsWhatANewMaterialBeginsWithAndTheFirstTable() {
        let (found, told) = sharing("heading: Прислать план")
        #expect(told.isEmpty, "\(told)")
        // Sources and documents are not there to be chosen by somebody who has no site at hand.
        #expect(found?.fields == ["directions"] && found?.more == [] && found?.tables == ["events"])
        #expect(found?.heading == "Прислать план" && found?.lead == nil && found?.wanted == nil)
    }

    @Test func aKindWithSectionsIsAskedForTextUnlessItNamesTables() {
        let sections = "sections: [{heading: Цель}]\n"
        #expect(sharing("heading: П", more: sections).0?.tables == [])
        #expect(sharing("heading: П\ntables: [figures]", more: sections).0?.tables == ["figures"])
        #expect(sharing("heading: П", more: sections).0?.sections == nil)
        #expect(sharing("heading: П\nsections: [Цель]", more: sections).0?.sections == ["Цель"])
        #expect(sharing("heading: П\nsections: []", more: sections).0?.sections == [])
    }

    @Test func whatIsWantedIsAFieldAndAnEntry() {
        let (found, told) = sharing("heading: П\nwanted: {field: state, value: zdorove}")
        #expect(told.isEmpty, "\(told)")
        #expect(found?.wanted == Sharing.Wanted(field: "state", value: "zdorove"))
    }

    @Test(arguments: [
        ("lead: Без заголовка", "heading"), ("heading: П\nfields: [dirctions]", "dirctions"),
        ("heading: П\nmore: [rests-on]", "rests-on"), ("heading: П\nfields: [draft]", "draft"),
        ("heading: П\ntables: [evnts]", "evnts"), ("heading: П\nsections: [Цель]", "Цель"),
        ("heading: П\nwanted: {field: stat, value: x}", "stat"),
        ("heading: П\nwanted: {field: state, value: zdorovie}", "zdorovie"),
        ("heading: П\nwanted: {field: title, value: x}", "x"), ("heading: П\ncolour: red", "colour"),
    ])
    func aWrongNameIsToldAtItsPlace(text: String, name: String) {
        let (_, told) = sharing(text)
        #expect(told.count == 1, "\(told)")
        #expect(told.first?.arguments.contains(name) == true || told.first?.location.range != nil, "\(told)")
        #expect(told.first?.location.path == "content/kinds/plan.yml")
    }

    @Test func itsPagesAreReserved() {
        let reserved = SitePages.reservedAddresses(album("heading: П").schema)
        #expect(reserved.contains(SiteAddress("share/plans.html")))
        #expect(!reserved.contains(SitePages.sharingIndex), "one form needs no list of forms")
    }

    @Test(arguments: [
        ("album@school.example", Configuration.SharingAddress.mail("album@school.example")),
        ("https://school.example/form", .web("https://school.example/form")),
    ])
    func anAddressIsMailOrAPage(text: String, expected: Configuration.SharingAddress) {
        #expect(Configuration.SharingAddress(text) == expected)
    }

    @Test(arguments: ["", "школа", "a@b", "a b@school.example", "javascript:alert(1)", "a@b.c?subject=x", "\"x\"@b.c"])
    func anythingElseIsNone(text: String) {
        #expect(Configuration.SharingAddress(text) == nil)
    }
}
