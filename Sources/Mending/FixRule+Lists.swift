import Diagnostics
import Editing

extension FixRule {
    /// Lists that were pasted and are none, and paragraphs that are taken for code.
    static let ofLists = [
        FixRule(.pastedList) { fault in
            // «а)» is a letter that readers refer to: a list of hyphens would lose it.
            guard let sign = fault.argument(1).flatMap(sign) else { return nil }
            return items(of: fault) { line in
                let start = fault.indentation(of: line).upperBound
                guard fault.file.text(start..<line.upperBound).hasPrefix(sign) else { return nil }
                let behind = start + sign.utf8.count
                return (line.lowerBound..<fault.indentation(of: behind..<line.upperBound).upperBound, "- ")
            }
        },
        FixRule(.gluedNumber) { fault in
            guard let sign = fault.argument(1) else { return nil }
            if sign.count > 1 {
                return [fault.inserting(" ", at: fault.range.lowerBound + sign.utf8.count)]
            }
            return items(of: fault) { line in
                let start = fault.indentation(of: line).upperBound
                let text = fault.file.text(start..<line.upperBound)
                guard text.hasPrefix(sign), text.dropFirst().first?.isLetter == true else { return nil }
                return (start..<start + sign.utf8.count, sign + " ")
            }
        },
        FixRule(.numberedLines) { fault in
            fault.paragraph(from: fault.line).filter { line in
                fault.file.bytes[fault.indentation(of: line).upperBound..<line.upperBound].first.map {
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                } ?? false
            }.flatMap { line -> [TextEdit] in
                let isFirst = fault.line(above: line).map(fault.isBlank) ?? true
                let edit = TextEdit(range: fault.indentation(of: line), text: isFirst ? "" : "\n")
                return isFirst && edit.range.isEmpty ? [] : [edit]
            }
        },
        FixRule(.unseenBlank) { fault in
            guard let mark = fault.argument(1), let count = fault.argument(2).flatMap({ Int($0) }),
                let body = fault.material?.draft.body
            else { return nil }
            let edits = fault.file.lines(in: body).compactMap { line -> TextEdit? in
                let text = fault.file.text(line)
                let rest = text.drop(while: isBlankOrUnseen)
                guard rest.hasPrefix(mark) else { return nil }
                let behind = rest.dropFirst(mark.count)
                let words = behind.drop(while: isBlankOrUnseen)
                let beginning = text[..<words.startIndex]
                guard words.startIndex > behind.startIndex,
                    beginning.contains(where: { $0 != " " && isBlankOrUnseen($0) })
                else { return nil }
                return TextEdit(
                    range: line.lowerBound..<line.lowerBound + beginning.utf8.count, text: mark + " ")
            }
            return edits.count == count ? edits : nil
        },
        FixRule(.indentedProse) { fault in
            fault.paragraph(from: fault.line).flatMap { fault.removing(fault.indentation(of: $0)) }
        },
    ]

    /// The one sign that a message names, by itself or, of a sign without a shape, by its number.
    private static func sign(_ name: String) -> String? {
        if name.count == 1 { return name }
        guard name.hasPrefix("U+"), let number = UInt32(name.dropFirst(2), radix: 16) else { return nil }
        return Unicode.Scalar(number).map { String($0) }
    }

    /// The lines of a paragraph with what begins an item replaced, behind a blank line.
    private static func items(of fault: Fault, _ beginning: (Range<Int>) -> (Range<Int>, String)?) -> [TextEdit]? {
        var edits: [TextEdit] = []
        for (number, line) in fault.paragraph(from: fault.line).enumerated() {
            guard let (range, mark) = beginning(line) else { continue }
            let isPressed = number == 0 && fault.line(above: line).map { !fault.isBlank($0) } ?? false
            edits.append(TextEdit(range: range, text: (isPressed ? "\n" : "") + mark))
        }
        return edits.isEmpty ? nil : edits
    }

    private static func isBlankOrUnseen(_ character: Character) -> Bool {
        character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }
}
