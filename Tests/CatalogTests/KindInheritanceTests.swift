import Diagnostics
import TestSupport
import Testing

@testable import Catalog

/// What a kind takes over from the one that it extends.
@Suite struct KindInheritanceTests {
    private static let roadmap = """
        id: roadmap
        folder: roadmaps
        name: {one: карта, few: карты, many: карт}
        title: Карты
        order: 2
        importance: 5
        coverage: taking-part
        binding: [federal]
        new: [directions, approved-by]
        examples: {title: Карта чтения}
        card: {note: state}
        sharing: {heading: Поделиться картой, fields: [directions], more: [executors], tables: [events]}
        adaptable: {without: [approved-by]}
        fields:
          approved-by: {label: Утверждена, type: reference, to: document}
          executors: {label: Ответственные, type: text}
          state: {label: Состояние, type: choice, choices: {on: идёт}}
        sections:
          - {heading: Цель, required: да}
        tables:
          events:
            headings: [Мероприятия, Этапы]
            key: name
            columns:
              name: {label: Мероприятие, type: markdown, required: true}
              term: {label: Сроки, type: period}
            new: [name]
            views: [timeline, calendar]
          figures: {heading: Числа, columns: {name: {label: Число, type: text}}, views: [chart]}
        """

    private func album(_ kinds: String...) -> SmallAlbum {
        SmallAlbum(kinds: [SmallAlbum.material, SmallAlbum.document, SmallAlbum.practice, Self.roadmap] + kinds)
    }

    private func kind(_ id: KindID, _ album: SmallAlbum) throws -> Kind {
        album.schema.kinds[try #require(album.schema.kind(id))]
    }

    @Test func aKindTakesOverAllButItsNameFolderAndTitle() throws {
        let album = album("id: plan\nextends: roadmap\nfolder: plans\nname: план\ntitle: Планы\n")
        #expect(album.schemaDiagnostics.isEmpty)
        let (plan, base) = (try kind("plan", album), try kind("roadmap", album))
        #expect(plan.fields.map(\.id) == base.fields.map(\.id))
        #expect(plan.tables.map(\.id) == ["events", "figures"] && plan.tables[0].views == [.timeline, .calendar])
        #expect(plan.sections.map(\.heading) == ["Цель"] && plan.roles == base.roles)
        #expect(plan.coverage == .takingPart && plan.bindingLevels == ["federal"] && plan.importance == 5)
        #expect(plan.beginning == ["directions", "approved-by"] && plan.field("title")?.example == "Карта чтения")
        #expect(plan.adapting?.without == ["approved-by"])
        #expect(plan.title == "Планы" && plan.folder == "plans" && plan.sharing == nil)
        #expect(plan.ancestors == ["roadmap", "material"] && plan.extends("roadmap") && !base.extends("plan"))
    }

    @Test func itsOwnComeToThemOrTakeThePlaceOfThoseOfTheSameID() throws {
        let album = album(
            """
            id: plan
            extends: roadmap
            fields:
              executors: {label: Кто отвечает, type: list}
              school: {label: Школа, type: text}
            sections:
              - {heading: Цель, aliases: [Зачем]}
              - {heading: Итог}
            tables:
              figures: {heading: Итоги, columns: {sum: {label: Сумма, type: number}}}
              people: {heading: Люди, columns: {post: {label: Должность, type: text}}}
            card: {note: school}
            coverage: none
            """)
        #expect(album.schemaDiagnostics.isEmpty)
        let plan = try kind("plan", album)
        #expect(plan.fields.suffix(4).map(\.id) == ["approved-by", "executors", "state", "school"])
        #expect(plan.field("executors")?.label == "Кто отвечает" && plan.field("executors")?.type == .list)
        #expect(plan.sections.map(\.heading) == ["Цель", "Итог"] && !plan.sections[0].isRequired)
        #expect(plan.tables.map(\.id) == ["events", "figures", "people"])
        #expect(plan.tables[1].headings == ["Итоги"] && plan.tables[1].views.isEmpty)
        #expect(plan.roles.card?.note == "school" && plan.coverage == .none)
    }

    @Test func aTableWithoutAHeadingAddsToTheOneThatIsThere() throws {
        let album = album(
            """
            id: plan
            extends: roadmap
            tables:
              events:
                columns:
                  term: {label: Когда, type: period}
                  cost: {label: Бюджет, type: text}
                other-columns: да
            """)
        #expect(album.schemaDiagnostics.isEmpty)
        let events = try kind("plan", album).tables[0]
        #expect(
            events.headings == ["Мероприятия", "Этапы"] && events.key == "name" && events.views.contains(.calendar))
        #expect(events.columns.map(\.label) == ["Мероприятие", "Когда", "Бюджет"] && events.acceptsOtherColumns)
        #expect(events.newColumns.map(\.id) == ["name", "cost"])
        #expect(try kind("roadmap", album).tables[0].columns.map(\.label) == ["Мероприятие", "Сроки"])
    }

    @Test func chainsAreFollowedInWhateverOrderTheFilesStand() throws {
        let album = album(
            "id: a-plan\nextends: b-plan\nfields: {c: {label: В, type: text}}\n",
            "id: b-plan\nextends: roadmap\nsharing: {heading: Прислать план}\nfields: {b: {label: Б, type: text}}\n")
        #expect(album.schemaDiagnostics.isEmpty)
        let plan = try kind("a-plan", album)
        #expect(plan.fields.suffix(2).map(\.id) == ["b", "c"] && plan.tables.count == 2)
        #expect(plan.ancestors == ["b-plan", "roadmap", "material"])
        let sharing = try #require(try kind("b-plan", album).sharing)
        #expect(sharing.heading == "Прислать план" && sharing.fields == ["directions"] && sharing.tables == ["events"])
    }

    @Test func anAbstractKindThatExtendsIsTakenOverByThoseThatNameItAlone() throws {
        let album = album(
            "id: base\nabstract: да\nextends: roadmap\nfields: {extra: {label: Ещё, type: text}}\n",
            "id: plan\nextends: base\n")
        #expect(album.schemaDiagnostics.isEmpty)
        let plan = try kind("plan", album)
        #expect(album.schema.kind("base") == nil && plan.field("extra") != nil)
        #expect(try kind("practice", album).field("extra") == nil)
    }

    @Test func namingTheCommonKindIsAsNamingNone() throws {
        let album = album("id: plan\nextends: material\n")
        #expect(album.schemaDiagnostics.isEmpty)
        #expect(try kind("plan", album).fields.contains { $0.id == "municipalities" })
    }

    @Test func aRingIsToldOnceAndItsMembersAreKindsAllTheSame() throws {
        let text = MarkedText("id: a\nextends: ⟦b⟧\n")
        let album = album("id: b\nextends: a\n", text.text)
        #expect(album.schemaDiagnostics.codes == ["broken-kind"])
        let message = DiagnosticPrinter(language: .ru).report(album.schemaDiagnostics)
        #expect(message.contains("по кругу: b → a → b; уберите extends у одного из них"), "\(message)")
        #expect(album.schema.kind("a") != nil && album.schema.kind("b") != nil)
    }

    @Test func anUnknownParentIsToldWithTheNearest() throws {
        let text = MarkedText("id: plan\nextends: ⟦roadmp⟧\n")
        let found = album(text.text).schemaDiagnostics
        #expect(found.codes == ["broken-kind"] && found[0].location.range == text.ranges[0])
        #expect(found[0].candidates.first == "roadmap")
    }

    @Test func whatIsWrongInTheParentIsToldThereAndOnce() throws {
        let text = MarkedText("id: base\nnew: ⟦[⟧nothing]\ncard: {note: ⟦nowhere⟧}\n")
        let found = album(text.text, "id: one\nextends: base\n", "id: two\nextends: base\n").schemaDiagnostics
        #expect(found.map(\.location.range) == [text.ranges[1], text.ranges[0]])
    }

    @Test func aFieldThatRefersToAKindTakesMaterialsOfThoseThatExtendIt() throws {
        let reader = "id: event\nfolder: events\nfields: {part-of: {label: Часть, type: reference, to: roadmap}}\n"
        let album = album("id: plan\nextends: roadmap\nfolder: plans\n", reader)
        func diagnostics(_ name: String) -> [Diagnostic] {
            album.read([
                "plans/a.md": "---\ntitle: План\nsummary: А\n---\n",
                "practices/b.md": "---\ntitle: Опыт\nsummary: Б\n---\n",
                "events/c.md": "---\ntitle: Событие\nsummary: В\npart-of: \(name)\n---\n",
            ]).diagnostics
        }
        #expect(diagnostics("a").isEmpty)
        #expect(diagnostics("b").codes == ["other-kind"])
    }

    @Test func aFieldCannotReferToAKindWithoutMaterials() throws {
        let text = MarkedText("id: event\nfields: {x: {label: Х, type: reference, to: ⟦material⟧}}\n")
        let found = album(text.text).schemaDiagnostics
        #expect(found.codes == ["broken-kind"] && found[0].location.range == text.ranges[0])
    }
}
