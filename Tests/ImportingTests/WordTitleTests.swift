import Diagnostics
import Testing

@testable import Importing

/// Titles of Word documents that no style marks: bold lines in the middle of the page.
@Suite(.enabled(if: OfficeFiles.hasPandoc, OfficeFiles.pandocIsMissing)) struct WordTitleTests {
    private enum Line {
        case title(String), bold(String), plain(String), right(String), middle(String), large(String), empty
        /// Bold and centred by its style.
        case styled(String)

        var xml: String {
            func paragraph(_ properties: String, _ run: String, _ text: String) -> String {
                "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
            }
            return switch self {
            case .title(let text): paragraph("<w:jc w:val=\"center\"/>", "<w:b/>", text)
            case .bold(let text): paragraph("", "<w:b/>", text)
            case .plain(let text): paragraph("", "", text)
            case .styled(let text): paragraph("<w:pStyle w:val=\"Own\"/>", "", text)
            case .right(let text): paragraph("<w:jc w:val=\"right\"/>", "", text)
            case .middle: paragraph("<w:jc w:val=\"center\"/>", "", text)
            case .large: paragraph("<w:jc w:val=\"center\"/>", "<w:sz w:val=\"36\"/>", text)
            case .empty: "<w:p/>"
            }
        }

        var text: String {
            switch self {
            case .title(let text), .bold(let text), .plain(let text), .right(let text), .middle(let text),
                .large(let text), .styled(let text):
                text
            case .empty: ""
            }
        }
    }

    private static let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    private static func document(_ lines: [Line]) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let packages = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        return RawArchive.bytes([
            RawArchive.Entry(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(types).document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"\(types).styles+xml\"/></Types>"
            ),
            RawArchive.Entry(
                "_rels/.rels",
                "<Relationships \(packages)><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            RawArchive.Entry(
                "word/_rels/document.xml.rels",
                "<Relationships \(packages)><Relationship Id=\"a\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            RawArchive.Entry(
                "word/styles.xml",
                "<w:styles \(namespace)><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Шапка\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Шапка документа\"/><w:basedOn w:val=\"Base\"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"
            ),
            RawArchive.Entry(
                "word/document.xml",
                "<w:document \(namespace)><w:body>\(lines.map(\.xml).joined())<w:sectPr/></w:body></w:document>"),
        ])
    }

    private func material(_ lines: [Line]) throws -> ImportedMaterial {
        try OfficeFiles.importing(kind: "practice").material(of: Self.document(lines), named: "Документ 1.docx")
    }

    @Test func aLetterheadWithoutAGapIsNoTitle() throws {
        let material = try material([
            .title("Муниципальное бюджетное общеобразовательное учреждение"),
            .title("«Средняя общеобразовательная школа № 4» г. Аши"), .title("ПРАКТИКА"),
            .title("«Читательский час: вся школа читает»"), .plain("Муниципалитет: Ашинский МР"),
            .plain("Дата: 15.10.2024"), .bold("1. Цель"), .plain("Вернуть чтение."), .bold("2. Ход практики"),
            .plain("По вторникам."),
        ])
        #expect(material.title == "«Читательский час: вся школа читает»")
        #expect(material.text.contains("municipalities: [\"Ашинский МР\"]"), "\(material.text)")
        #expect(material.text.contains("\n## Цель\n\nВернуть чтение.") && material.text.contains("\n## Ход практики\n"))
        // What is left of the title stays in the text, and nothing is lost.
        #expect(
            material.text.contains("\n**ПРАКТИКА**\n") && !material.text.contains("## ПРАКТИКА"), "\(material.text)")
        #expect(material.report.wordDifference == 0 && material.report.lost.isEmpty, "\(material.report.lines(.ru))")
    }

    @Test func boldLinesInTheMiddleAreTheTitle() throws {
        let material = try material([
            .title("ПОЛОЖЕНИЕ"), .title("о проведении квеста «Лестница оценки»"), .empty,
            .plain("Квест проводят в мае."),
        ])
        #expect(material.title == "ПОЛОЖЕНИЕ о проведении квеста «Лестница оценки»")
        #expect(!material.text.contains("## ПОЛОЖЕНИЕ") && material.text.contains("\nКвест проводят в мае.\n"))
        #expect(material.report.details(.ru).first?.contains("по центру") == true, "\(material.report.lines(.ru))")
        #expect(material.report.wordDifference == 0 && material.report.lost.isEmpty, "\(material.report.lines(.ru))")
    }

    @Test(arguments: [Line.middle("Описание практики"), .middle("Методическая разработка")])
    private func whatSortOfPaperItIsStandsAboveTheTitle(label: Line) throws {
        for title in [Line.title("Читательская гостиная"), .large("Читательская гостиная")] {
            let material = try material([label, title, .plain("Гостиную проводят в мае.")])
            #expect(material.title == "Читательская гостиная", "\(material.text)")
            #expect(!material.text.contains("## \(label.text)") && material.text.contains(label.text))
            let told = material.report.checks(.ru).joined(separator: "\n")
            #expect(told.contains("над названием в файле стояло «\(label.text)»"), "\(told)")
            #expect(material.report.wordDifference == 0 && material.report.lost.isEmpty)
        }
    }

    @Test func aStyleOfOnesOwnMayMakeThemSo() throws {
        let material = try material([.styled("О проведении квеста"), .plain("Квест проводят в мае.")])
        #expect(material.title == "О проведении квеста")
    }

    @Test func aLetterheadIsNoTitleAndNoSection() throws {
        let material = try material([
            .title("МБОУ «СОШ № 5»"), .title("г. Аша"), .empty, .title("Квест «Лестница оценки»"), .plain("Текст."),
        ])
        #expect(material.title == "Квест «Лестница оценки»")
        #expect(
            material.text.contains("\n**МБОУ «СОШ № 5»**\n") && !material.text.contains("## МБОУ"), "\(material.text)")
    }

    @Test(arguments: [
        [
            Line.right("Приложение 1"), .right("к приказу МБОУ «СОШ № 5» от 01.09.2024 № 15"), .empty,
            .title("ПОЛОЖЕНИЕ"), .title("о конкурсе школьных команд"),
        ],
        [
            .right("УТВЕРЖДЕНО"), .right("Директор школы № 5"), .title("ПОЛОЖЕНИЕ"),
            .title("о конкурсе школьных команд"),
        ],
        [.plain("Приложение 1"), .empty, .title("ПОЛОЖЕНИЕ"), .title("о конкурсе школьных команд")],
        [.title("Приложение 1"), .empty, .title("ПОЛОЖЕНИЕ"), .title("о конкурсе школьных команд")],
        [.bold("Приложение 1"), .bold("ПОЛОЖЕНИЕ"), .bold("о конкурсе школьных команд")],
    ])
    private func whoseAnnexItIsStandsAboveTheTitleAndStaysInTheText(lines: [Line]) throws {
        let material = try material(lines + [.empty, .plain("Конкурс проводят в мае.")])
        #expect(material.title == "ПОЛОЖЕНИЕ о конкурсе школьных команд")
        #expect(material.report.titleOrigin != .fileName)
        for line in lines.prefix(2) {
            guard case .right(let text) = line else { continue }
            #expect(material.text.contains(text), "\(material.text)")
        }
        #expect(material.text.contains("Приложение 1") || material.text.contains("УТВЕРЖДЕНО"), "\(material.text)")
        #expect(!material.text.contains("## Приложение"), "\(material.text)")
        #expect(material.report.wordDifference == 0 && material.report.lost.isEmpty, "\(material.report.lines(.ru))")
    }

    @Test func aNameOfASectionIsNone() throws {
        let material = try material([.title("Квест «Лестница»"), .title("Цель"), .plain("Научить.")])
        #expect(material.title == "Квест «Лестница»")
        #expect(material.text.contains("## Цель\n\nНаучить."), "\(material.text)")
    }

    @Test func whereThereIsNoneTheNameOfTheFileIsTakenAndTold() throws {
        let material = try material([.plain("Квест проводят в мае."), .title("Не название")])
        #expect(material.title == "Документ 1")
        #expect(
            material.report.checks(.ru).contains { $0.contains("взято имя файла") }, "\(material.report.lines(.ru))")
    }
}
