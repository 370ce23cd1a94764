import Diagnostics

/// What a file is by its first bytes, where an editor took it for a text or a table.
///
/// Signatures: ZIP (PKWARE APPNOTE 4.3.7) with the parts of Office Open XML (ECMA-376) and OpenDocument in it, compound
/// files (MS-CFB 2.2), PDF (ISO 32000), RTF.
package enum FileSignature: Sendable, Hashable {
    case excelBook, wordDocument, presentation, openSpreadsheet, openText, archive
    /// `.doc`, `.xls` or `.ppt` of the time before 2007.
    case oldOffice
    case pdf, richText

    /// Nothing when the bytes begin like none of them.
    ///
    /// O(bytes) for archives, else O(1).
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: Array("{\\rtf".utf8)) {
            self = .richText
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldOffice
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = Self.archiveParts.first { Self.contains($0.name, bytes) }?.signature ?? .archive
        } else {
            return nil
        }
    }

    /// Names that stand in an archive's directory as they are, or in its first member.
    private static let archiveParts: [(name: [UInt8], signature: FileSignature)] = [
        (Array("opendocument.spreadsheet".utf8), .openSpreadsheet), (Array("opendocument.text".utf8), .openText),
        (Array("xl/workbook.".utf8), .excelBook), (Array("word/document.".utf8), .wordDocument),
        (Array("ppt/presentation.".utf8), .presentation),
    ]

    private static func contains(_ name: [UInt8], _ bytes: [UInt8]) -> Bool {
        guard bytes.count >= name.count else { return false }
        var index = 0
        while let start = bytes[index...].firstIndex(of: name[0]), start + name.count <= bytes.count {
            if bytes[start..<start + name.count].elementsEqual(name) { return true }
            index = start + 1
        }
        return false
    }

    /// How it is called.
    package var name: Bilingual {
        switch self {
        case .excelBook: FileSort.excelBook
        case .wordDocument: FileSort.wordDocument
        case .presentation: FileSort.presentation
        case .openSpreadsheet: FileSort.openSpreadsheet
        case .openText: FileSort.openText
        case .archive: FileSort.archive
        case .oldOffice: FileSort.oldOffice
        case .pdf: FileSort.pdf
        case .richText: FileSort.richText
        }
    }
}
