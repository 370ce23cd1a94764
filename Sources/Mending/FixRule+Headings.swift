import AlbumMarkdown
import Diagnostics
import Editing

extension FixRule {
    /// Headings and the lines that were to be one.
    static let ofHeadings = [
        FixRule(.nearHeading) { fault in
            // A line of its own, whatever marks it up; words behind it would have to be parted from it.
            guard let title = fault.argument(2), let written = fault.argument(1),
                letters(fault.file.text(fault.line)) == letters(written)
            else { return nil }
            return fault.replacing(fault.line, by: "## " + title)
        },
        FixRule(.headingMark) { fault in
            guard let title = fault.argument(2), let marks = openingMarks(fault.file, fault.line) else { return nil }
            return fault.replacing(marks.upperBound..<fault.line.upperBound, by: " " + title)
        },
        FixRule(.headingAnchor) { fault in
            var start = fault.range.lowerBound
            while start > fault.line.lowerBound, fault.file.bytes[start - 1] == 0x20 { start -= 1 }
            return fault.removing(start..<fault.range.upperBound)
        },
        FixRule(.emptyHeading) { fault in
            fault.file.bytes[fault.line].allSatisfy { $0 == UInt8(ascii: "#") || $0 == 0x20 }
                ? fault.removing(fault.whole(fault.line)) : nil
        },
        FixRule(.topHeading, loweredTop),
        FixRule(.skippedHeadingLevel, raised),
        FixRule(.tableWithoutHeading) { fault in
            guard let heading = fault.argument(1), let body = fault.material?.draft.body else { return nil }
            let text = fault.file.text(body)
            let gap = text.isEmpty || text.hasSuffix("\n\n") ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
            return [fault.inserting(gap + "## \(heading)\n", at: body.upperBound)]
        },
    ]

    private static func letters(_ text: String) -> String {
        String(text.filter { $0.isLetter || $0.isNumber }).lowercased()
    }

    /// The `#` at the beginning of a line.
    private static func openingMarks(_ file: SourceFile, _ line: Range<Int>) -> Range<Int>? {
        let start = file.bytes[line].firstIndex { $0 != 0x20 } ?? line.upperBound
        let end = file.bytes[start..<line.upperBound].firstIndex { $0 != UInt8(ascii: "#") } ?? line.upperBound
        return start < end ? start..<end : nil
    }

    private struct Heading {
        let level: Int
        let start: Int
        /// Its `#`; nothing where a line below makes it a heading.
        let marks: Range<Int>?
    }

    private static func headings(_ fault: Fault) -> [Heading] {
        guard let body = fault.material?.draft.body else { return [] }
        return MarkdownParser.parse(file: fault.file, body: body).document.nodes.compactMap { node in
            guard case .heading(let level) = node.kind else { return nil }
            let start = node.range.lowerBound
            return Heading(level: level, start: start, marks: openingMarks(fault.file, fault.line(at: start)))
        }
    }

    /// `#` becomes `##` where no heading stands below it that would then be its equal; a second title of the material goes.
    private static func loweredTop(_ fault: Fault) -> [TextEdit]? {
        let all = headings(fault)
        guard let place = all.firstIndex(where: { $0.start >= fault.line.lowerBound }),
            let marks = all[place].marks, fault.line.contains(marks.lowerBound)
        else { return nil }
        if let title = fault.material?.draft.listing.title, let written = fault.argument(1),
            letters(title) == letters(written)
        {
            return fault.removing(fault.whole(fault.line))
        }
        let below = all[(place + 1)...].prefix { $0.level > 1 }
        return below.contains { $0.level == 2 } ? nil : fault.replacing(marks, by: "##")
    }

    /// A heading that is too deep comes up, and with it all that stand below it in the same section.
    private static func raised(_ fault: Fault) -> [TextEdit]? {
        let all = headings(fault)
        guard let found = fault.argument(1).flatMap({ Int($0) }), let wanted = fault.argument(2).flatMap({ Int($0) }),
            let place = all.firstIndex(where: { $0.start >= fault.line.lowerBound }), all[place].level == found
        else { return nil }
        let section = all[place...].prefix { $0.level >= found }
        let marks = section.compactMap(\.marks)
        guard marks.count == section.count else { return nil }
        return marks.map { TextEdit(range: $0.lowerBound..<$0.lowerBound + found - wanted, text: "") }
    }
}
