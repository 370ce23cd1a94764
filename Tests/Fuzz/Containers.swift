import Archives
import Bodies
import Files
import Formats
import Importing
import OfficeFiles

/// Files in files, and what a build keeps.
enum Containers {
    private static let limit = 1 << 20

    /// As a workbook, and as the sheet of one that is whole otherwise.
    static func workbook(_ bytes: [UInt8]) {
        _ = try? WorkbookReader.read(bytes)
        func relations(_ type: String, _ target: String) -> [UInt8] {
            let one = "<Relationship Id=\"r1\" Type=\"http://x/\(type)\" Target=\"\(target)\"/>"
            return Array("<Relationships>\(one)</Relationships>".utf8)
        }
        let book = try? ZIPWriter.bytes { (writer) throws(ArchiveError) in
            try writer.add("_rels/.rels", relations("officeDocument", "xl/workbook.xml"), isStored: true)
            try writer.add(
                "xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"), isStored: true)
            let sheets = "<workbook><sheets><sheet name=\"A\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>"
            try writer.add("xl/workbook.xml", Array(sheets.utf8), isStored: true)
            try writer.add("xl/worksheets/sheet1.xml", bytes, isStored: true)
        }
        guard let book, let read = try? WorkbookReader.read(book) else { return }
        for row in read.sheets.flatMap(\.rows) { _ = row.cells.map(\.text) }
    }

    /// As a document of Word, and as the text of one.
    static func document(_ bytes: [UInt8]) {
        let importing = MaterialImport(schema: SampleSchema.whole, pandoc: nil)
        _ = try? importing.material(of: bytes, named: "a.docx")
        _ = try? OfficeText.of(bytes)
    }

    /// Nothing is unpacked beyond a limit, and names stay names.
    static func archive(_ bytes: [UInt8]) {
        guard let archive = try? ZIPReader(bytes: bytes) else { return }
        for (number, entry) in archive.entries.enumerated().prefix(64) {
            _ = try? SitePath(entry.name)
            var got = 0
            _ = archive.read(number, limit: limit) { got += $0.count }
            demand(got <= limit, "more was unpacked than was asked for")
        }
    }

    /// What is read is written the same.
    static func manifest(_ bytes: [UInt8]) {
        guard let manifest = try? Manifest(parsing: bytes) else { return }
        guard let again = try? Manifest(parsing: manifest.bytes) else { fatalError("a manifest is not read again") }
        demand(again.bytes == manifest.bytes, "a manifest is written otherwise")
    }

    /// A record of the store is read as a whole or not at all.
    static func store(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        _ = try? MaterialUnit(from: &reader)
        _ = try? BodyContent(stored: bytes)
    }
}
