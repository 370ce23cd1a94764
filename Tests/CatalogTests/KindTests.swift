import Diagnostics
import TestSupport
import Testing

@testable import Catalog

private func faults(_ marked: String) -> (text: MarkedText, diagnostics: [Diagnostic]) {
    let text = MarkedText(marked)
    return (text, SmallAlbum(kinds: [SmallAlbum.document, text.text]).schemaDiagnostics)
}

@Suite struct KindTests {
    let album = SmallAlbum()

    func kind(_ id: KindID) -> Kind { album.schema.kinds[album.schema.kind(id)!] }

    @Test func aKindHasTheCommonFieldsBeforeItsOwn() {
        #expect(
            kind("practice").fields.map(\.id.rawValue) == [
                "kind", "id", "date", "updated", "draft", "aliases", "attachments", "title", "summary", "directions",
                "municipalities", "rests-on", "source", "share", "number", "shown-in",
            ])
    }

    @Test func theAbstractKindIsNoKind() {
        #expect(album.schema.kind("material") == nil)
    }

    @Test func aFieldOfTheKindReplacesTheCommonOne() {
        let own = "id: event\nname: событие\nfields:\n  summary: {label: О чём, type: markdown}\n"
        let event = SmallAlbum(kinds: [SmallAlbum.material, own]).schema.kinds[0]
        let fields = event.fields.filter { $0.id == "summary" }
        #expect(fields.map(\.label) == ["О чём"] && fields[0].type == .markdown && !fields[0].isRequired)
    }

    @Test func aFieldIsFoundByIdLabelAndAlias() {
        let kind = kind("practice")
        for name in ["directions", "Направления", "НАПРАВЛЕНИЯ", "Directions"] {
            #expect(kind.field(named: name).map { kind.fields[$0].id } == "directions")
        }
        #expect(kind.field(named: "direction") == nil)
    }

    @Test func whatAFieldRefersToIsAVocabularyOrAKind() {
        #expect(kind("practice").field("directions")?.type == .references(.vocabulary("directions")))
        #expect(kind("practice").field("rests-on")?.type == .references(.kind("document")))
        #expect(kind("practice").field("shown-in")?.type == .references(.anyMaterial))
    }

    @Test func anUnknownTargetIsReportedOnceThoughEveryKindInheritsTheField() {
        let text = MarkedText(
            "id: material\nabstract: true\nfields:\n  x: {label: Х, type: references, to: ⟦directons⟧}\n")
        let kinds = [text.text, "id: one\n", "id: two\n"]
        let found = SmallAlbum(kinds: kinds).schemaDiagnostics
        #expect(found.codes == ["broken-kind"])
        #expect(found[0].location.path == "content/kinds/material.yml" && found[0].location.range == text.ranges[0])
        #expect(found[0].candidates.first == "directions")
    }

    @Test func aVocabularyThatDoesNotParseIsOneFaultAndNotOneForEachMaterial() {
        let broken = SmallAlbum(
            vocabularies: ["directions": "title: Направления: проекта\n", "municipalities": "[]", "sources": "[]"])
        #expect(broken.schemaDiagnostics.codes == ["broken-yaml"])
        #expect(broken.practice("directions: [Знание]").diagnostics.isEmpty)
    }

    @Test func aTableHasHeadingsColumnsAKeyAndViews() {
        let text = """
            id: roadmap
            tables:
              events:
                headings: [Мероприятия, События]
                key: term
                columns:
                  name: {label: Название, aliases: [Мероприятие], type: markdown, required: true}
                  term: {label: Сроки, type: period}
                views: [timeline, calendar]
              plain: {heading: Числа, columns: {name: {label: Название, type: text}}}
            """
        let tables = SmallAlbum(kinds: [text]).schema.kinds[0].tables
        #expect(tables.map(\.headings) == [["Мероприятия", "События"], ["Числа"]])
        #expect(tables.map(\.key) == ["term", "name"])
        #expect(tables[0].column(named: "мероприятие") == 0 && tables[0].views == [.timeline, .calendar])
    }

    @Test(arguments: [
        "id: a\nfields:\n  x: {label: Х, type: ⟦refernce⟧}", "id: ⟦Вид⟧", "⟦f⟧older: a", "id: a\nfields: ⟦текст⟧",
        "id: a\nfields:\n  x: ⟦{⟧label: Х}", "id: a\nfields:\n  ⟦Имя⟧: {type: text}", "id: a\norder: ⟦первый⟧",
        "id: a\nabstract: ⟦может быть⟧", "id: a\nname: ⟦{⟧one: а, few: б}",
        "id: a\nfields:\n  x: ⟦{⟧label: Х, type: choice}",
        "id: a\ntables:\n  ⟦t⟧: {columns: {x: {type: text}}}", "id: a\nfolder: ⟦documents⟧",
        "id: ⟦document⟧\nfolder: other",
        "id: a\nfields:\n  x: ⟦{⟧label: Х, type: reference}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: number}, y: {type: text}}, numberings: [x, ⟦y⟧]}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: [worksheet], entries: {e: {label: Е, type: ⟦txt⟧}}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: [worksheet], entries: {e: {label: Е, type: choice, choices: {y: да}, done: [⟦yes⟧]}}}",
        "id: a\ntables:\n  t: ⟦{⟧heading: Т, columns: {x: {type: text}}, views: [worksheet]}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, entries: ⟦{⟧e: {label: Е, type: text}}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, subject: ⟦{⟧label: Кто}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: [score-sheet], subject: {label: Кто, names: ⟦nobody⟧}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: [worksheet], leads: ⟦[⟧nothing], entries: {e: {label: Е, type: text}}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: ⟦[⟧worksheet, score-sheet], entries: {e: {label: Е, type: text}}}",
        "id: a\ntables:\n  t: {heading: Т, columns: {x: {type: text}}, views: [worksheet], entries: {e: {label: Е, type: text, done-label: ⟦Готово⟧}}}",
    ])
    func aFaultIsReportedWhereItStands(marked: String) {
        let (text, found) = faults(marked)
        #expect(found.codes == ["broken-kind"])
        #expect(found.first?.location.range == text.ranges[0])
    }

    @Test func aTableSaysWhatReadersEnter() {
        let text = """
            id: check
            tables:
              list:
                heading: Критерии
                columns: {name: {type: text}}
                views: [worksheet]
                subject: {label: Кандидат, another: Ещё один}
                entries:
                  state: {label: Есть ли, type: choice, choices: {ready: есть, missing: нет}, done: [ready], open-label: Не хватает}
                  proof: {label: Чем, type: lines, help: Документ}
                leads: [check]
            """
        let sheet = SmallAlbum(kinds: [text]).schema.kinds[0].tables[0].sheet
        #expect(sheet.subject?.label == "Кандидат" && sheet.subject?.another == "Ещё один" && sheet.leads == ["check"])
        #expect(sheet.entries.map(\.id) == ["state", "proof"] && sheet.deciding?.id == "state")
        #expect(sheet.entries[0].form.choices == ["ready", "missing"] && sheet.entries[0].done == ["ready"])
        #expect(sheet.entries[0].openLabel == "Не хватает" && sheet.entries[1].help == "Документ")
    }

    @Test func onlyTheColumnsThatAKindNamesNumberRows() {
        let text = """
            id: indicators
            tables:
              list:
                heading: Показатели
                columns: {name: {type: text}, number: {type: number}, plan: {type: number}, fact: {type: number}, link: {type: references, to: any}}
                numberings: [number]
                views: [crosswalk]
              other: {heading: Другие, columns: {plan: {type: number}}, views: [crosswalk]}
            """
        let tables = SmallAlbum(kinds: [text]).schema.kinds[0].tables
        #expect(tables.map(\.numberings) == [["number"], []])
    }

    @Test func anUnknownKeyIsAWarningWithTheNearestName() {
        let (text, found) = faults("id: a\n⟦foldr⟧: b\n")
        #expect(found.codes == ["unknown-field"] && found[0].location.range == text.ranges[0])
        #expect(found[0].candidates == ["folder"])
    }
}
