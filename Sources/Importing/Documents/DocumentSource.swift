import Catalog
import Diagnostics
import OfficeFiles

/// What a file is, by its first bytes and its name.
enum SourceFormat {
    case workbook
    case slides
    /// One that pandoc reads.
    case document(Pandoc.Format)

    init(_ bytes: [UInt8], named name: String) throws(ImportFailure) {
        let shown = name.split(separator: "/").last.map(String.init) ?? name
        if let signature = FileSignature(bytes) {
            if LockedFile.isLocked(bytes) { throw ImportFailure(ImportReason.locked, [shown]) }
            switch signature {
            case .excelBook: self = .workbook
            case .wordDocument: self = .document(.docx)
            case .openText: self = .document(.odt)
            case .presentation: self = .slides
            default: throw Self.failure(signature, shown)
            }
            return
        }
        let end = shown.lowercased()
        if PictureShelf.end(of: bytes) != nil || Self.pictures.contains(where: { end.hasSuffix("." + $0) }) {
            throw ImportFailure(ImportReason.picture, [shown])
        }
        let start = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
        guard
            end.hasSuffix(".html") || end.hasSuffix(".htm") || start.contains("<html")
                || start.contains("<!doctype html")
        else { throw ImportFailure(ImportReason.unknownFormat, [shown]) }
        self = .document(.html)
    }

    private static let pictures = [
        "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp", "svg",
    ]

    /// What to do with a file of another program, in the words of its menus.
    private static func failure(_ signature: FileSignature, _ name: String) -> ImportFailure {
        let end = name.lowercased()
        let reason: Bilingual =
            switch signature {
            case .oldOffice where end.hasSuffix(".xls") || end.hasSuffix(".xlt"): ImportReason.oldBook
            case .oldOffice where end.hasSuffix(".ppt") || end.hasSuffix(".pps"): ImportReason.oldSlides
            case .oldOffice where end.hasSuffix(".doc") || end.hasSuffix(".dot"): ImportReason.oldDocument
            case .oldOffice: ImportReason.oldFile
            case .richText: ImportReason.richText
            case .openSpreadsheet: ImportReason.openBook
            case .pdf: ImportReason.pdf
            default: ImportReason.foreignFormat
            }
        return ImportFailure(reason, [name, signature.name.ru])
    }
}

/// A document with what is counted of it.
struct DocumentSource {
    /// What pandoc is given.
    let bytes: [UInt8]
    let census: SourceCensus
    /// The lines at the beginning of a Word document that may be its title.
    var titleLines: WordTitle.Lines?
    /// Pictures by the addresses that pandoc gives them.
    let picture: (String) -> [UInt8]?

    /// Of a page of HTML.
    init(page: [UInt8]) throws(ImportFailure) {
        guard let text = LegacyEncoding.utf8Text(page) else { throw ImportFailure(ImportReason.encoding) }
        let page = PageCensus(OfficePage.plain(text))
        (bytes, census) = (page.bytes, page.census)
        picture = { _ in nil }
    }

    /// Of an archive of parts.
    init(_ package: borrowing OfficePackage, bytes: [UInt8], census: SourceCensus) {
        self.bytes = bytes
        self.census = census
        var pictures: [String: [UInt8]] = [:]
        let folders = ["word/media/", "Pictures/", "ppt/media/", "media/"]
        for name in package.names where folders.contains(where: name.hasPrefix) {
            let last = name.split(separator: "/").last.map(String.init) ?? name
            pictures[last] = package.part(name)
        }
        picture = { pictures[$0.split(separator: "/").last.map(String.init) ?? $0] }
    }
}

extension KindGuess {
    /// What a document tells of its kind.
    init(_ tree: DocumentTree, fileName: String) {
        title = PlainWords.text(tree.title)
        for part in DocumentOutline.parts(tree.blocks) {
            switch part {
            case .heading(_, _, let inlines), .strongLine(let inlines): names.append(PlainWords.text(inlines))
            case .named(let name, _, _): names.append(name)
            case .block(.table(let table)):
                tables.append(ForeignTable(table, name: "", number: 0) { PlainWords.text($0) })
                names += table.rows.compactMap { $0.first.map { PlainWords.text($0.blocks) } }
            case .block: continue
            }
        }
        if title.isEmpty { title = names.first ?? fileName }
    }
}
