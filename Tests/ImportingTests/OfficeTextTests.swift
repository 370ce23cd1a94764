import Diagnostics
import OfficeFiles
import Testing

/// The words of office files as the search has them.
@Suite struct OfficeTextTests {
    private func text(_ name: String) throws -> String { try OfficeText.of(try OfficeFiles.bytes(name)) }

    @Test(arguments: [
        (
            "practice.docx",
            ["Научить педагогов видеть результат и обсуждать его.", "Игра\tСтанции и задания\tоктябрь 2023"]
        ),
        ("practice.odt", ["Обсудить оценку.", "Слово сноски.", "Начало\tВстреча\tмай 2023", "До после."]),
    ])
    func paragraphsAndRowsOfDocumentsAreLines(_ name: String, _ lines: [Substring]) throws {
        let text = try text(name)
        #expect(Set(text.split(separator: "\n")).isSuperset(of: lines), "\(text)")
    }

    @Test func whatNobodyReadsIsLeftOut() throws {
        let text = try text("losses.docx")
        #expect(text.contains("вписанослово") && text.contains("надписьслово"))
        #expect(!text.contains("вычеркнутослово") && !text.contains("скрытослово"))
        // A box stands once more for old programs.
        #expect(text.ranges(of: "надписьслово").count == 1, "\(text)")
    }

    @Test func slidesAndCellsOfBooksAreRead() throws {
        #expect(try text("slides.pptx").split(separator: "\n").count > 3)
        #expect(try text("municipalities.xlsx").contains("Перечень муниципальных"))
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 3, 4, 0, 0], ImportReason.brokenArchive), (Array("Приказ".utf8), ImportReason.brokenArchive),
            (
                [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] },
                ImportReason.lockedFile
            ),
        ] as [([UInt8], Bilingual)])
    func whatCannotBeReadSaysWhy(_ bytes: [UInt8], _ reason: Bilingual) throws {
        let failure = #expect(throws: ImportFailure.self) { try OfficeText.of(bytes) }
        #expect(failure?.reason == reason)
    }

    /// Half of a file ends in words or in a reason, wherever it is cut.
    @Test func aFileThatIsCutEndsInAReason() throws {
        let bytes = try OfficeFiles.bytes("practice.docx")
        for count in stride(from: 0, to: bytes.count - 1, by: 97) {
            #expect(throws: ImportFailure.self) { try OfficeText.of(Array(bytes[..<count])) }
        }
    }
}
