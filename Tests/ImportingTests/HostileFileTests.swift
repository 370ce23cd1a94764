import Archives
import Diagnostics
import OfficeFiles
import TestSupport
import Testing

@testable import Importing

@Suite struct HostileFileTests {
    /// A workbook of one sheet with these parts in place of its own.
    private func workbook(_ parts: [String: String]) throws -> [UInt8] {
        var all = [
            "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
            "xl/workbook.xml": "<workbook><sheets><sheet name=\"A\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>",
            "xl/worksheets/sheet1.xml":
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
        ]
        all.merge(parts) { $1 }
        let folder = try TemporaryFolder(["x": ""])
        var writer = try ZIPWriter(folder.path("book.zip"))
        for (number, (name, text)) in all.sorted(by: { $0.key < $1.key }).enumerated() {
            try folder.write(text, to: "part-\(number)")
            try writer.add(name, from: folder.path("part-\(number)"), isCompressed: false)
        }
        try writer.close()
        return try folder.bytes("book.zip")
    }

    private func relations(_ type: String, _ target: String) -> String {
        "<Relationships><Relationship Id=\"r1\" Type=\"http://x/\(type)\" Target=\"\(target)\"/></Relationships>"
    }

    private func refusal(_ parts: [String: String]) throws -> Bilingual? {
        let bytes = try workbook(parts)
        let failure = #expect(throws: ImportFailure.self) { try WorkbookReader.read(bytes) }
        return failure?.reason
    }

    @Test func aPlainBookIsRead() throws {
        #expect(try WorkbookReader.read(try workbook([:])).sheets.first?.rows.first?.cells.first?.text == "1")
    }

    @Test func aDocumentTypeIsRefused() throws {
        let sheet = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"
        #expect(try refusal(["xl/worksheets/sheet1.xml": sheet]) == ImportReason.documentType)
    }

    @Test func whatIsNestedTooDeeplyIsRefused() throws {
        let sheet = String(repeating: "<a>", count: 100_000)
        #expect(try refusal(["xl/worksheets/sheet1.xml": sheet]) == ImportReason.tooDeep)
    }

    @Test func aPartThatIsNoXMLIsRefused() throws {
        #expect(try refusal(["xl/worksheets/sheet1.xml": "<worksheet><row>"]) == ImportReason.brokenPart)
    }

    @Test func whatUnpacksToFarMoreThanItIsIsRefused() throws {
        let sheet = "<worksheet>" + String(repeating: " ", count: 32 << 20) + "</worksheet>"
        #expect(try refusal(["xl/worksheets/sheet1.xml": sheet]) == ImportReason.bomb)
    }

    @Test func aSheetOfTooManyRowsIsRefusedAndNotCutOff() throws {
        let rows = (1...20_200).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        #expect(try refusal(["xl/worksheets/sheet1.xml": "<worksheet>\(rows)</worksheet>"]) == ImportReason.hugeSheet)
    }

    @Test func anArchiveThatIsCutOffIsRefused() throws {
        let bytes = Array(try workbook([:]).dropLast(30))
        let failure = #expect(throws: ImportFailure.self) { try WorkbookReader.read(bytes) }
        #expect(failure?.reason == ImportReason.brokenArchive)
    }

    @Test(arguments: [("x.pdf", "%PDF-1.7"), ("x.doc", "\u{0}"), ("x.txt", "текст")])
    func otherFilesAreNamedForWhatTheyAre(name: String, text: String) throws {
        let importing = MaterialImport(schema: OfficeFiles.schema)
        let failure = #expect(throws: ImportFailure.self) {
            try importing.material(of: Array(text.utf8), named: name)
        }
        #expect(failure?.text(.ru).contains(name) == true)
    }

    @Test func aPartIsReplacedAndTheOthersStay() throws {
        let bytes = try workbook([:])
        let package = try OfficePackage(bytes)
        let other = try OfficePackage(try package.replacing("xl/workbook.xml", with: Array("<other/>".utf8), in: bytes))
        #expect(other.part("xl/workbook.xml") == Array("<other/>".utf8))
        #expect(other.names == package.names)
        #expect(other.part("_rels/.rels") == package.part("_rels/.rels"))
    }

    /// Bytes changed within the parts, which no checksum of the archive gives away.
    @Test(arguments: ["roadmap.xlsx", "losses.docx", "practice.odt", "practice.pptx"])
    func aPartOfOddXMLIsReadOrRefused(name: String) throws {
        let package = try OfficePackage(try OfficeFiles.bytes(name))
        let folder = try TemporaryFolder(["x": ""])
        var generator = SystemRandomNumberGenerator()
        for round in 0..<20 {
            var writer = try ZIPWriter(folder.path("\(round).zip"))
            for (number, part) in package.names.enumerated() where part.hasSuffix(".xml") || part.hasSuffix(".rels") {
                guard var bytes = package.part(part) else { continue }
                // Elements change places: the text stays well-formed and makes no sense.
                let tags = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") && $0 + 1 < bytes.count }
                for _ in 0..<3 {
                    guard let place = tags.randomElement(using: &generator), bytes[place + 1] != UInt8(ascii: ">")
                    else {
                        continue
                    }
                    bytes[place + 1] = "09-:AZ ".utf8.randomElement(using: &generator) ?? 0x30
                }
                try folder.write(bytes, to: "\(round)-\(number)")
                try writer.add(part, from: folder.path("\(round)-\(number)"), isCompressed: false)
            }
            try writer.close()
            let whole = try folder.bytes("\(round).zip")
            do throws(ImportFailure) {
                try read(whole, name)
            } catch {
                #expect(!error.text(.ru).isEmpty)
            }
        }
    }

    /// What is done with a file before any other program sees it.
    private func read(_ bytes: [UInt8], _ name: String) throws(ImportFailure) {
        if name.hasSuffix("xlsx") {
            _ = try WorkbookReader.read(bytes)
        } else {
            let package = try OfficePackage(bytes)
            if name.hasSuffix("docx") { _ = try WordCensus.take(package) }
            if name.hasSuffix("odt") { _ = try OpenTextCensus.take(package) }
            if name.hasSuffix("pptx") { _ = (try SlideCensus.take(package), try SlideDocument.read(package)) }
        }
    }

    /// Any byte of a real file changed: read or refused, never worse.
    @Test(arguments: ["roadmap.xlsx", "losses.docx", "practice.odt", "practice.pptx"])
    func aDamagedFileIsReadOrRefused(name: String) throws {
        let whole = try OfficeFiles.bytes(name)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            var bytes = whole
            for _ in 0..<3 { bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255) }
            do throws(ImportFailure) {
                try read(bytes, name)
            } catch {
                #expect(!error.text(.ru).isEmpty)
            }
        }
    }
}
