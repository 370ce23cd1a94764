import Diagnostics
import OfficeFiles
import Testing

@testable import Importing

@Suite(.enabled(if: OfficeFiles.hasPandoc, OfficeFiles.pandocIsMissing)) struct WordImportTests {
    @Test func aPracticeFromWordHasItsFieldsSectionsTablesAndPictures() throws {
        let material = try OfficeFiles.material("practice.docx")
        #expect(material.kind.id == "practice")
        #expect(
            material.text == """
                ---
                title: "Квест-игра «Лестница оценки»"
                summary:\u{20}
                date: "11 мая 2023"
                municipalities: ["Ашинский МР"]
                participants: "педагоги школ, методисты"
                # Черновик не публикуется. Уберите следующую строку, когда материал готов.
                draft: да
                ---

                **Уровень:** галактический

                ## Цель

                Научить педагогов **видеть результат** и *обсуждать* его.

                ## Задачи

                - Разобрать показатели.
                - Собрать команду.

                ## Ход

                | Этап | Действия | Сроки |
                | --- | --- | --- |
                | Разминка | Знакомство команд | сентябрь 2023 |
                | Игра | Станции<br>и задания | октябрь 2023 |

                ## Результаты

                - Команды собраны.
                - Показатели разобраны.

                ![](kvest-igra-lestnitsa-otsenki-1.png)

                """)
        #expect(material.pictures.map(\.name) == ["kvest-igra-lestnitsa-otsenki-1.png"])
        #expect(material.path == "content/practices/kvest-igra-lestnitsa-otsenki.md")
        #expect(material.privacy.isEmpty)
        #expect(material.report.wordDifference == 0)
        #expect(material.report.lost.isEmpty)
    }

    @Test func eachOfTwentyLossesIsToldWithItsPlace() throws {
        let material = try OfficeFiles.material("losses.docx", kind: "practice")
        let lines = material.report.lines(.ru)
        let expected = [
            "абзац 4, раздел «Цель»: удалённое в режиме правки не перенесено: «вычеркнутослово»",
            "абзац 4, раздел «Цель»: удалённое в режиме правки не перенесено: «перенесеннослово»",
            "абзац 4, раздел «Цель»: вставленное в режиме правки принято: «вписанослово»",
            "абзац 5, раздел «Цель»: примечание не перенесено: «примечаниеслово»",
            "абзац 6, раздел «Цель»: цвет не перенесён", "абзац 7, раздел «Цель»: цвет не перенесён",
            "абзац 8, раздел «Цель»: цвет не перенесён", "абзац 9, раздел «Цель»: надпись",
            "абзац 10, раздел «Цель»: фигура не перенесена", "абзац 11, раздел «Цель»: диаграмма не перенесена",
            "абзац 12, раздел «Цель»: схема SmartArt не перенесена",
            "абзац 13, раздел «Цель»: вложенный объект не перенесён: «Excel.Sheet.12»",
            "поля страницы: верхний колонтитул не перенесён: «верхслово»",
            "поля страницы: нижний колонтитул не перенесён: «низслово»",
            "абзац 14, раздел «Цель»: скрытый текст стал виден", "таблица 1, строка 2: объединённые ячейки разделены",
            "раздел «Ход»: таблица внутри ячейки стала текстом: «внутрислово рядомслово»",
            "раздел «Результаты»: рисунок не перенесён: «image1.png»",
            "раздел «Результаты»: ссылка не перенесена, её текст остался",
            "раздел «Результаты»: формула стала строкой кода: «x»",
        ]
        #expect(expected.count == 20)
        for line in expected { #expect(lines.contains { $0.hasPrefix(line) }, "\(line)") }
        #expect(material.report.wordDifference == 0)
    }

    @Test func deletedTextNeverComesBackAndInsertedTextStays() throws {
        for name in ["losses.docx", "practice.odt", "practice.html"] {
            let text = try OfficeFiles.material(name, kind: "practice").text
            #expect(!text.contains("вычеркнутослово") && !text.contains("перенесеннослово"), "\(name)")
            #expect(!text.contains("примечаниеслово"), "\(name)")
        }
        #expect(try OfficeFiles.material("losses.docx", kind: "practice").text.contains("вписанослово"))
    }

    @Test func whatMustNotBePublishedOfPeopleIsTold() throws {
        let codes = try OfficeFiles.material("losses.docx", kind: "practice").privacy.map(\.code.name)
        #expect(codes.sorted() == ["insurance-number", "mobile-phone"])
    }

    @Test func aTextOfLibreOfficeHasItsNotesAndLosses() throws {
        let material = try OfficeFiles.material("practice.odt", kind: "practice")
        #expect(material.title == "Семинар")
        #expect(material.text.contains("Обсудить **оценку**.[^1]"))
        #expect(material.text.contains("\n\n[^1]: Слово сноски.\n"))
        let lines = material.report.lines(.ru)
        #expect(lines.contains("абзац 14, раздел «Ход»: удалённое в режиме правки не перенесено: «вычеркнутослово»"))
        #expect(lines.contains("абзац 14, раздел «Ход»: примечание не перенесено: «примечаниеслово»"))
        // Old versions of pandoc leave the heads of tables out of an ODT; they get them as rows like the others.
        #expect(material.text.contains("| Этап | Что делают | Срок |\n| --- | --- | --- |\n| Начало |"))
    }

    @Test func aPageInAnOldEncodingIsRead() throws {
        let material = try OfficeFiles.material("practice.html", kind: "practice")
        #expect(material.text.contains("## Задачи\n\n- Первая\n- Вторая\n"))
        #expect(material.text.contains("![Точка](seminar-1.png)"))
        #expect(material.pictures.count == 1)
        #expect(material.report.lost.contains { $0.sort == .outerPicture && $0.text == "https://example.org/x.png" })
    }

    /// Heads whose first row has cells that go over both.
    private static let years = """
        <html><h1>Показатели района</h1><table><tr><th rowspan=2>Показатель</th><th colspan=2>2023</th><th colspan=2>2024</th></tr>
        <tr><th>план</th><th>факт</th><th>план</th><th>факт</th></tr>
        <tr><td>Доля школ</td><td>80</td><td>79</td><td>90</td><td>87,5</td></tr></table></html>
        """

    @Test func columnsOfYearsOfADocumentAreRows() throws {
        let page = Array(Self.years.utf8)
        let material = try OfficeFiles.importing(kind: "indicators").material(of: page, named: "а.html")
        #expect(
            material.text.hasSuffix(
                """
                | Показатель | Год | План | Факт |
                | --- | --- | --- | --- |
                | Доля школ | 2023 | 80 | 79 |
                | Доля школ | 2024 | 90 | 87,5 |

                """), "\(material.text)")
        #expect(material.report.offers.map(\.choice) == [.wide] && material.report.offers[0].isTaken == false)
        #expect(
            material.report.checks(.ru).contains {
                $0.contains("у каждого показателя теперь своя строка на каждый год")
            })
        #expect(material.report.wordDifference == 0 && material.report.lost.isEmpty, "\(material.report.losses)")
        let wide = try OfficeFiles.importing(kind: "indicators", ImportOptions(choices: [.wide]))
            .material(of: page, named: "а.html")
        #expect(
            wide.text.contains("| Показатель | 2023: план | 2023: факт | 2024: план | 2024: факт |"), "\(wide.text)")
        #expect(wide.report.offers.map(\.isTaken) == [true])
    }

    @Test func whatIsPastedBecomesMarkdown() throws {
        let importing = MaterialImport(schema: OfficeFiles.schema)
        let page =
            "<h1>Раздел</h1><p style='color:red'>Слово <b>жирное</b></p><ul><li>раз<li>два</ul>"
            + "<table><tr><td>а</td><td>б</td></tr><tr><td>1</td><td>2</td></tr></table><del>нет</del>"
        let fragment = try importing.fragment(
            ofHTML: Array(page.utf8), slug: "kvest", at: FragmentPlace(behind: "## Ход"))
        #expect(
            fragment.markdown == """
                ### Раздел

                Слово **жирное**

                - раз
                - два

                | а | б |
                | --- | --- |
                | 1 | 2 |
                """)
        #expect(fragment.report.losses.map(\.sort) == [.deletion, .colour])
    }

    @Test func listsThatWordPastesAreLists() throws {
        let importing = MaterialImport(schema: OfficeFiles.schema)
        let page = """
            <!--StartFragment--><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;
            </span></span><![endif]>Первый</p><p class=MsoListParagraph><span>·<span>&nbsp;&nbsp;</span></span>Второй</p>
            <p>1) раз;<br>2) два</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p>Скрыто</p></div></div>
            <p><a href="javascript:alert(1)">плохо</a><script>alert(1)</script></p>
            """
        let fragment = try importing.fragment(
            ofHTML: Array(page.utf8), slug: "kvest", at: FragmentPlace(behind: ""))
        #expect(fragment.markdown == "- Первый\n\n- Второй\n\n1. раз;\n2. два\n\nплохо")
        #expect(fragment.report.lost.map(\.sort) == [.comment, .link])
    }

    @Test func aKindThatIsNotGuessedIsAskedFor() throws {
        let importing = MaterialImport(schema: OfficeFiles.schema)
        let page = Array("<html><p>Слово</p></html>".utf8)
        let failure = #expect(throws: ImportFailure.self) { try importing.material(of: page, named: "x.html") }
        #expect(failure?.reason == ImportReason.kindUnknown)
        #expect(failure?.isUsage == true)
    }
}

@Suite struct SlideImportTests {
    @Test func slidesNeedNoOtherProgram() throws {
        let importing = MaterialImport(
            schema: OfficeFiles.schema, kind: try OfficeFiles.kind("practice"), pandoc: nil)
        let material = try importing.material(of: try OfficeFiles.bytes("practice.pptx"), named: "practice.pptx")
        #expect(material.title == "Семинар")
        #expect(material.text.contains("## Цель\n\nОбсудить **оценку**"))
        #expect(material.text.contains("## Задачи\n\n- Первая\n- Вторая\n"))
        #expect(material.text.contains("| Начало | Встреча | май 2023 |"))
        #expect(material.report.wordDifference == 0)
        #expect(material.report.lost.isEmpty)
    }

    /// The heading above makes it a table of the kind, whatever its own heads are.
    @Test func aTableBelowAHeadingOfTheKindWhoseHeadsSayNothingIsTold() throws {
        let page = Array(
            """
            <h1>Чтение</h1><h2>Ход практики</h2>
            <table><tr><th>№</th><th>Тема</th><th>Срок</th></tr><tr><td>1</td><td>Сказки</td><td>май 2024</td></tr></table>
            """.utf8)
        let material = try OfficeFiles.importing(kind: "practice").material(of: page, named: "а.html")
        let told = material.report.checks(.ru).joined(separator: "\n")
        #expect(
            told.contains(
                "таблица стоит под заголовком «Ход практики», но столбца «Этап» в ней нет: назовите так тот из столбцов"
            ),
            "\(told)")
        #expect(told.contains("«Тема»") && !material.report.lines(.ru).joined().contains("не узнана ни одна"))
    }

    @Test func whatSlidesHaveBesideTheirTextIsToldByTheirNumbers() throws {
        let importing = MaterialImport(schema: OfficeFiles.schema, kind: try OfficeFiles.kind("practice"), pandoc: nil)
        let material = try importing.material(of: try OfficeFiles.bytes("slides.pptx"), named: "slides.pptx")
        let lines = material.report.lines(.ru)
        for line in [
            "слайд 1: заметки к слайду не перенесены: «заметкаслово»", "слайд 2: скрытый слайд",
            "слайд 2: диаграмма не перенесена", "слайд 2: анимация не перенесена",
            "слайд 1: цвет не перенесён, текст остался",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!material.text.contains("заметкаслово"))
        #expect(material.pictures.count == 1)
        #expect(material.text.contains("- Первое\n  - Глубже\n- **Второе**"))
    }

    @Test func aMissingProgramIsNamed() throws {
        let importing = MaterialImport(schema: OfficeFiles.schema, kind: nil, pandoc: nil)
        let bytes = try OfficeFiles.bytes("practice.docx")
        let failure = #expect(throws: ImportFailure.self) { try importing.material(of: bytes, named: "practice.docx") }
        #expect(failure?.text(.ru).contains("нужна программа pandoc") == true)
        #expect(failure?.isUsage == true)
    }
}
