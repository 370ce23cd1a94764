import AlbumMarkdown
import Catalog
import Diagnostics

/// What a kind expects of a text and does not find: wishes, only `check` tells them.
enum WishList {
    static func diagnostics(
        _ parsed: ParsedMarkdown, _ tables: [RecordTable], _ kind: Kind, _ file: SourceFile
    ) -> [Diagnostic] {
        let headings = parsed.outline.map { NameFolding.fold($0.text) }
        var result: [Diagnostic] = []
        for section in kind.sections where section.isRequired {
            let names = ([section.heading] + section.aliases).map { NameFolding.fold($0) }
            if !names.contains(where: { headings.contains($0) }) {
                result.append(Diagnostic(.missingSection, [section.heading], at: SourceLocation(file)))
            }
        }
        // A heading that is a section's as well may hold prose.
        let sections = Set(kind.sections.flatMap { [$0.heading] + $0.aliases }.map { NameFolding.fold($0) })
        for (position, definition) in kind.tables.enumerated()
        where !tables.contains(where: { $0.definition == position }) {
            let names = definition.headings.map { NameFolding.fold($0) }.filter { !sections.contains($0) }
            for heading in parsed.outline where names.contains(NameFolding.fold(heading.text)) {
                result.append(Diagnostic(.missingTable, [heading.text], at: SourceLocation(file, heading.range)))
            }
        }
        return result
    }
}
