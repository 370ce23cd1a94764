import Diagnostics
import OfficeFiles

/// Reads a workbook: XLSX bytes come in, a ``Workbook`` goes out; nothing is unpacked to a disk.
///
/// Formulas count with the results that are kept beside them. What the file is too large for is refused, not cut off.
package enum WorkbookReader {
    private static let mostSheets = 200

    package static func read(_ bytes: [UInt8]) throws(ImportFailure) -> Workbook {
        let package = try OfficePackage(bytes)
        var index = Index()
        let main =
            try package.mainPart() ?? "xl/workbook.xml"
        guard try package.read(main, &index) else { throw ImportFailure(ImportReason.noPart, [main]) }
        guard index.sheets.count <= mostSheets else { throw ImportFailure(ImportReason.bomb) }
        let relations = try package.relations(of: main)
        func target(_ type: String) -> String? { relations.values.first { $0.type == type }?.target }
        var styles = CellStyles()
        if let part = target("styles") { _ = try package.read(part, &styles) }
        var strings = SharedStrings()
        if let part = target("sharedStrings") { _ = try package.read(part, &strings) }
        var workbook = Workbook()
        workbook.countsFrom1904 = index.countsFrom1904
        for sheet in index.sheets {
            guard let relation = relations[sheet.relation], relation.type == "worksheet", !relation.isExternal else {
                continue
            }
            let reader = SheetReader(styles: styles, strings: strings, countsFrom1904: index.countsFrom1904)
            workbook.sheets.append(try read(sheet, relation.target, package, reader))
        }
        return workbook
    }

    private static func read(
        _ sheet: Index.Sheet, _ part: String, _ package: borrowing OfficePackage, _ reader: SheetReader
    ) throws(ImportFailure) -> Workbook.Sheet {
        var reader = reader
        guard try package.read(part, &reader) else { throw ImportFailure(ImportReason.noPart, [part]) }
        guard !reader.isTooLarge else { throw ImportFailure(ImportReason.hugeSheet, [sheet.name]) }
        var result = Workbook.Sheet(name: sheet.name, isHidden: sheet.isHidden)
        (result.rows, result.merges, result.hiddenColumns) = (reader.rows, reader.merges, reader.hiddenColumns)
        let relations = try package.relations(of: part)
        for (place, id) in reader.links { result.links[place] = relations[id]?.target }
        for relation in relations.sorted(by: { $0.key < $1.key }).map(\.value) where !relation.isExternal {
            switch relation.type {
            case "comments":
                var comments = SheetComments()
                _ = try package.read(relation.target, &comments)
                result.comments += comments.comments
            case "drawing":
                var drawings = SheetDrawings()
                _ = try package.read(relation.target, &drawings)
                result.drawings += drawings.drawings
            default: continue
            }
        }
        return result
    }

    /// `xl/workbook.xml`: which sheets there are.
    private struct Index: XMLHandler {
        struct Sheet {
            let name: String
            let relation: String
            let isHidden: Bool
        }

        var sheets: [Sheet] = []
        var countsFrom1904 = false

        mutating func start(_ name: String, _ attributes: [String: String]) {
            if name == "workbookPr" { countsFrom1904 = SheetReader.isTrue(attributes["date1904"]) }
            guard name == "sheet", let title = attributes["name"], let relation = attributes["id"] else { return }
            let isHidden = attributes["state"].map { $0 != "visible" } ?? false
            sheets.append(Sheet(name: title, relation: relation, isHidden: isHidden))
        }

        mutating func end(_ name: String) {}
        mutating func text(_ text: String) {}
    }
}

/// `xl/comments1.xml`: what people wrote beside cells.
struct SheetComments: XMLHandler {
    private(set) var comments: [Workbook.Comment] = []
    private var place: CellPlace?
    private var text = ""
    private var isOpen = false

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "comment" {
            place = attributes["ref"].flatMap { CellPlace($0) }
            text = ""
        }
        if name == "t" { isOpen = true }
    }

    mutating func end(_ name: String) {
        if name == "t" { isOpen = false }
        if name == "comment", let place { comments.append(Workbook.Comment(place: place, text: text)) }
    }

    mutating func text(_ text: String) { if isOpen { self.text += text } }
}

/// `xl/drawings/drawing1.xml`: what lies over the cells.
struct SheetDrawings: XMLHandler {
    private(set) var drawings: [Workbook.Drawing] = []
    private var text = ""
    private var isOpen = false

    mutating func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "pic": drawings.append(Workbook.Drawing(sort: .picture, text: ""))
        case "chart": drawings.append(Workbook.Drawing(sort: .chart, text: ""))
        case "sp": text = ""
        case "t": isOpen = true
        default: return
        }
    }

    mutating func end(_ name: String) {
        if name == "t" { isOpen = false }
        if name == "p", !text.isEmpty { text += " " }
        let words = text.split(separator: " ").joined(separator: " ")
        if name == "sp", !words.isEmpty { drawings.append(Workbook.Drawing(sort: .textBox, text: words)) }
    }

    mutating func text(_ text: String) { if isOpen { self.text += text } }
}
