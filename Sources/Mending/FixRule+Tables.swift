import Diagnostics
import Editing

extension FixRule {
    /// Tables that were written and are none, and heads that have another name.
    static let ofTables = [
        FixRule(.brokenDelimiter, uncovers: true) { fault in
            fault.argument(3).map { fault.replacing(fault.range, by: $0) } ?? nil
        },
        FixRule(.tableWithoutDelimiter, uncovers: true) { fault in
            // Within a quote or an item the line would need its marks.
            guard fault.range.lowerBound == fault.line.lowerBound, let delimiter = fault.argument(1) else { return nil }
            return [fault.inserting("\n" + delimiter, at: fault.line.upperBound)]
        },
        FixRule(.tornTable, uncovers: true) { fault in
            var start = fault.line.lowerBound
            while let above = fault.line(above: start..<start), fault.isBlank(above) { start = above.lowerBound }
            return start < fault.line.lowerBound ? fault.removing(start..<fault.line.lowerBound) : nil
        },
        FixRule(.pressedTable, uncovers: true) { fault in
            [fault.inserting("\n", at: fault.line.lowerBound)]
        },
        FixRule(.pastedTable, uncovers: true) { fault in
            let lines = fault.paragraph(from: fault.line)
            let rows = lines.map { line in
                fault.file.text(line).split(separator: "\t", omittingEmptySubsequences: false).map(cell)
            }
            guard rows.count > 1, let width = rows.first?.count, width > 1, rows.allSatisfy({ $0.count == width }),
                rows[0].allSatisfy({ !$0.isEmpty })
            else { return nil }
            let written = rows.map { "| " + $0.joined(separator: " | ") + " |" }
            let delimiter = "|" + String(repeating: " --- |", count: width)
            return fault.replacing(
                lines[0].lowerBound..<lines[lines.count - 1].upperBound,
                by: ([written[0], delimiter] + written.dropFirst()).joined(separator: "\n"))
        },
        FixRule(.nearColumn) { fault in
            guard let name = fault.argument(2), fault.text == fault.argument(1) else { return nil }
            return fault.replacing(fault.range, by: name)
        },
    ]

    private static func cell(_ text: Substring) -> String {
        text.replacing("|", with: "\\|").split(separator: " ").joined(separator: " ")
    }
}
