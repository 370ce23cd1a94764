import AlbumMarkdown
import Catalog
import Diagnostics

/// What a kind expects of a text's sections and does not find: wishes, only `check` tells them.
///
/// One mistake has one diagnostic: where a heading is nearly that of a section, its section is not missed besides.
struct WishList {
    let parsed: ParsedMarkdown
    let file: SourceFile
    private let names: SectionNames
    /// Positions in ``Kind/tables`` of those that the material has, or names a file for.
    private let tables: Set<Int>
    private let kind: Kind
    /// For each heading the section that it names.
    private let sections: [Int?]
    private let near: [NearHeadings.Line]
    /// Nodes of which it is said already that they became no record table.
    private let told: [Int]

    /// - Parameters:
    ///   - tables: positions in ``Kind/tables`` of those that the material has, or names a file for.
    ///   - told: nodes of which it is said that they became no record table.
    init(_ parsed: ParsedMarkdown, _ tables: Set<Int>, _ kind: Kind, _ file: SourceFile, told: [Int]) {
        (self.parsed, self.tables, self.kind, self.file, self.told) = (parsed, tables, kind, file, told)
        let names = SectionNames(kind)
        self.names = names
        sections = parsed.outline.map { names[$0.text] }
        near = NearHeadings(names: names, file: file, present: Set(sections.compactMap(\.self))).lines(parsed.document)
    }

    /// O(document).
    ///
    /// A draft is known to be unfinished: what it does not have yet is no matter.
    func diagnostics(isDraft: Bool) -> [Diagnostic] {
        let missing = isDraft ? [] : missingSections() + missingTables()
        return nearHeadings() + headingFaults(isDraft: isDraft) + missing
    }

    /// Tables whose near heading is told: their heads need no other word.
    var tablesNearlyFound: Set<Int> {
        let found = near.filter { !$0.isSunken }.compactMap(\.section).map { names.sections[$0].names }
        return Set(
            kind.tables.indices.filter { position in
                found.contains { names in
                    kind.tables[position].headings.contains { names.contains(HeadingName.fold($0)) }
                }
            })
    }

    private func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) -> Diagnostic {
        Diagnostic(code, arguments, at: SourceLocation(file, range))
    }

    // MARK: Sections

    private func nearHeadings() -> [Diagnostic] {
        near.map { line in
            let heading = line.section.map { names.sections[$0].heading } ?? line.title
            let code: DiagnosticCode = line.isSunken ? .sunkenParagraph : .nearHeading
            return report(code, [NearHeadings.shown(file.text(line.range)), heading], line.range)
        }
    }

    private func missingSections() -> [Diagnostic] {
        let present = Set(sections.compactMap(\.self)).union(near.filter { !$0.isSunken }.compactMap(\.section))
        let missing = names.sections.indices.filter { names.sections[$0].isRequired && !present.contains($0) }
        let unknown = zip(parsed.outline, sections).filter { $1 == nil }.map(\.0)
        return missing.map { section in
            let heading = names.sections[section].heading
            let meant = unknown.first { !NameSuggester([heading]).nearest(to: $0.text).isEmpty }
            return meant.map { report(.misnamedSection, [$0.text, heading], $0.range) }
                ?? Diagnostic(.missingSection, [heading], at: SourceLocation(file))
        }
    }

    /// Headings of sections with a mark too many, with nothing under them, or there a second time; and texts that a line
    /// of hyphens made headings.
    private func headingFaults(isDraft: Bool) -> [Diagnostic] {
        var first: [Int: Range<Int>] = [:]
        var result: [Diagnostic] = []
        for (position, heading) in parsed.outline.enumerated() {
            guard let section = sections[position] else {
                // A rule under a text that no section is called by; equals signs are told with the text's own marks.
                if let line = underline(position), file.text(line).hasPrefix("-") {
                    result.append(report(.underlinedText, [file.text(line)], line))
                }
                continue
            }
            let definition = names.sections[section]
            if let earlier = first[section], !definition.hasTable {
                result.append(
                    Diagnostic(
                        .doubledSection, [heading.text], at: SourceLocation(file, heading.range),
                        related: [SourceLocation(file, earlier)]))
            } else if HeadingName.hasEndMark(heading.text) {
                result.append(report(.headingMark, [heading.text, definition.heading], heading.range))
            } else if !isDraft, isEmpty(position), definition.isRequired || definition.isText, !hasTable(definition) {
                // Of a table that is not there its own message tells; one of a file stands there.
                let code: DiagnosticCode = definition.isRequired ? .emptySection : .emptyOptionalSection
                result.append(report(code, [heading.text], heading.range))
            }
            first[section] = first[section] ?? heading.range
        }
        return result
    }

    /// Whether a table of the section is there, in the text or in a file.
    private func hasTable(_ section: SectionNames.Section) -> Bool {
        tables.contains { kind.tables[$0].headings.contains { section.names.contains(HeadingName.fold($0)) } }
    }

    private func underline(_ position: Int) -> Range<Int>? {
        Underline.line(of: parsed.outline[position].range, in: file)
    }

    private func isEmpty(_ position: Int) -> Bool {
        let node = parsed.outline[position].node
        let end = parsed.document.nodes[node].end
        let next = position + 1 < parsed.outline.count ? parsed.outline[position + 1] : nil
        // What a line under it made a heading is the section's own text, and that is told.
        if next != nil, sections[position + 1] == nil, underline(position + 1) != nil { return false }
        // A heading of a lower level is something that stands under it.
        return (next?.node ?? parsed.document.nodes.count) == end
            && (next?.level ?? 0) <= parsed.outline[position].level
    }

    // MARK: Tables

    private func missingTables() -> [Diagnostic] {
        // A heading that is a section's as well may hold prose.
        let texts = Set(names.sections.filter(\.isText).flatMap(\.names))
        var result: [Diagnostic] = []
        for (position, definition) in kind.tables.enumerated() where !tables.contains(position) {
            let headings = Set(definition.headings.map { HeadingName.fold($0) }).subtracting(texts)
            for (place, heading) in parsed.outline.enumerated() where headings.contains(HeadingName.fold(heading.text))
            {
                result += missingTable(definition, heading, within: extent(of: place))
            }
        }
        return result
    }

    private func missingTable(
        _ definition: TableDefinition, _ heading: HeadingEntry, within extent: Range<Int>
    ) -> [Diagnostic] {
        let document = parsed.document
        if told.contains(where: { extent.contains(document.nodes[$0].range.lowerBound) }) { return [] }
        let node = document.children(of: 0).first { node in
            if case .table = document.nodes[node].kind {
                extent.contains(document.nodes[node].range.lowerBound)
            } else {
                false
            }
        }
        guard let node else { return [report(.missingTable, [heading.text], heading.range)] }
        let labels = definition.columns.map { "«\($0.label)»" }.joined(separator: ", ")
        return [report(.foreignColumns, [heading.text, labels], document.nodes[node + 1].range)]
    }

    /// Bytes from a heading to the next one of its level or above.
    private func extent(of position: Int) -> Range<Int> {
        let heading = parsed.outline[position]
        let next = parsed.outline[(position + 1)...].first { $0.level <= heading.level }
        return heading.range.lowerBound..<(next?.range.lowerBound ?? file.bytes.count)
    }
}
