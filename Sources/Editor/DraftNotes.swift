import Catalog
import Diagnostics
import Editing
import Formats
import Languages

/// What a check says of a material, for somebody who has its form not before her: each remark with the field, the section
/// or the row of a table that it is about, in the words of the form.
package struct DraftNotes: Sendable {
    /// «Раздел «Цель»: …», what to do behind it; errors first.
    package let lines: [String]

    /// - Parameters:
    ///   - path: below `content/`.
    ///   - diagnostics: of the whole site, or of the material alone.
    ///   - edition: the day of the site's edition.
    /// Nothing where the file cannot be read as a material.
    package init?(
        _ bytes: [UInt8], path: String, _ diagnostics: [Diagnostic], _ catalog: AlbumCatalog, edition: CalendarDate,
        _ language: Language
    ) {
        guard let material = try? EditableMaterial(bytes, path: path, catalog.schema) else { return nil }
        let grids = Grid.all(material, catalog.schema, edition: edition)
        let messages = FormMessages(
            material: material, grids: grids, catalog: catalog, language: language)
        let pairs = messages.pairs(diagnostics)
        lines = (pairs.filter { $0.message.severity == .error } + pairs.filter { $0.message.severity != .error })
            .map { pair in
                let place = Self.place(pair, material, grids, language)
                let likely = pair.message.candidates.map(\.label).joined(separator: ", ")
                let perhaps = likely.isEmpty ? "" : " (\(EditorWord.perhaps.text(language)) \(likely))"
                let text =
                    [pair.message.text, pair.message.remedy].filter { !$0.isEmpty }.joined(separator: ". ") + perhaps
                return place.isEmpty ? text : place + ": " + text
            }
    }

    /// Where the form of a material is, below the address of the server.
    package static func address(of material: MaterialID) -> String { SiteDesk.address(.material, of: material) }

    /// Where a draft is put into the material that it belongs to, below the address of the server.
    package static func joiningAddress(of draft: MaterialID) -> String { SiteDesk.address(.joining, of: draft) }

    private static func place(
        _ pair: (message: FormMessage, diagnostic: Diagnostic), _ material: EditableMaterial, _ grids: [Grid],
        _ language: Language
    ) -> String {
        let parts = pair.message.place.split(separator: "/").map(String.init)
        if parts.count == 3, let grid = grids.first(where: { $0.id == parts[0] }), let row = Int(parts[1]) {
            let column = grid.columns.firstIndex { $0.id == parts[2] } ?? 0
            let head = grid.columns.indices.contains(column) ? grid.columns[column].names[0] : ""
            return head.isEmpty
                ? PlaceWord.placeInNameless.text(language, grid.caption, String(row + 1), String(column + 1))
                : PlaceWord.placeInTable.text(language, grid.caption, String(row + 1), head)
        }
        if let field = material.kind.field(FieldID(pair.message.place)) {
            return PlaceWord.placeInField.text(language, field.label)
        }
        guard let offset = pair.diagnostic.location.range?.lowerBound, material.draft.body.contains(offset) else {
            return ""
        }
        let above = material.raw.file.text(material.draft.body.lowerBound..<offset)
        let heading = above.split(separator: "\n").last { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
        guard let heading else { return EditorWord.text.text(language) }
        return PlaceWord.placeInSection.text(language, ReadableText.words(heading))
    }
}
