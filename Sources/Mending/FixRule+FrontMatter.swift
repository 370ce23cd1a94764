import Catalog
import Diagnostics
import Editing

extension FixRule {
    /// Front matters: their fences, quotes and values.
    static let ofFrontMatter = [
        FixRule(.dashedFence, uncovers: true) { $0.replacing($0.line, by: "---") },
        FixRule(.missingFrontMatter, uncovers: true) { fault in
            let above = 0..<fault.line.lowerBound
            guard fault.text == "---", !above.isEmpty, fault.file.bytes[above].allSatisfy({ $0 <= 0x20 }) else {
                return nil
            }
            return fault.removing(above)
        },
        FixRule(.brokenYAML, uncovers: true, brokenLine),
        FixRule(.yamlAnchor, uncovers: true, quoted),
        FixRule(.cutValue) { fault in
            // «# …» with a space may be a remark that somebody wrote for himself.
            guard let lost = fault.argument(1), lost.dropFirst().first?.isWhitespace == false else { return nil }
            return quoted(fault)
        },
        FixRule(.duplicateKey, uncovers: true, repeatedField),
        FixRule(.commaInName) { fault in
            guard let whole = fault.argument(1) else { return nil }
            return list(at: fault) { items in
                let texts = items.map(\.text)
                let place = texts.indices.dropLast().first { texts[$0] + ", " + texts[$0 + 1] == whole }
                guard let place else { return nil }
                return Array(texts[..<place]) + [whole] + Array(texts[(place + 2)...])
            }
        },
        FixRule(.doubledValue) { fault in
            list(at: fault) { items in
                let others = items.filter { !$0.range.overlaps(fault.range) }
                return others.count == items.count - 1 && !others.isEmpty ? others.map(\.text) : nil
            }
        },
        FixRule(.joinedValues) { fault in
            guard let parts = fault.argument(2)?.split(separator: ", ").map(String.init) else { return nil }
            return list(at: fault) { $0.count == 1 ? parts : nil }
        },
    ]

    /// The field at the place with other values: lines of the file, as what stands there is written.
    private static func list(
        at fault: Fault, _ changed: ([(text: String, range: Range<Int>)]) -> [String]?
    ) -> [TextEdit]? {
        guard let material = fault.material, let field = material.field(at: fault.range.lowerBound),
            let wanted = changed(material.items(of: field))
        else { return nil }
        return try? material.edits([.set(field, .list(wanted))], body: nil)
    }

    // MARK: Lines that cannot be read

    /// `key: value`, with what stands before the key.
    private struct Pair {
        let key: Range<Int>
        /// Behind the colon and the spaces, to the end of the line.
        let value: Range<Int>

        init?(_ fault: Fault, _ line: Range<Int>) {
            let start = fault.indentation(of: line).upperBound
            guard let colon = fault.file.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ":")), colon > start
            else { return nil }
            key = start..<colon
            value = fault.indentation(of: colon + 1..<line.upperBound).upperBound..<line.upperBound
        }
    }

    /// The whole value in quotes, as it is written.
    @Sendable private static func quoted(_ fault: Fault) -> [TextEdit]? {
        guard let pair = Pair(fault, fault.line) else { return nil }
        let text = fault.file.text(pair.value)
        // What begins with a bracket holds several, and a block its lines below.
        guard let first = text.first, !"[{|>".contains(first), !isQuoted(text) else { return nil }
        let style: YAMLSpelling.Style = text.contains("\"") ? .single : .double
        return fault.replacing(pair.value, by: YAMLSpelling.scalar(text, style))
    }

    /// Whether quotation marks stand around a text and nowhere within; one that is never closed counts too.
    private static func isQuoted(_ text: String) -> Bool {
        guard let mark = text.first, mark == "\"" || mark == "'" else { return false }
        return !text.dropFirst().dropLast().contains(mark)
    }

    /// The first change of the line after which the front matter is read further than before.
    @Sendable private static func brokenLine(_ fault: Fault) -> [TextEdit]? {
        guard let pair = Pair(fault, fault.line) else { return nil }
        var attempts: [[TextEdit]] = []
        let behind = pair.key.upperBound + 1
        let rest = fault.file.text(behind..<fault.line.upperBound)
        if rest.unicodeScalars.first == "\u{A0}" {
            attempts.append(fault.replacing(behind..<behind + 2, by: " "))
        } else if let first = rest.first, !first.isWhitespace {
            attempts.append([fault.inserting(" ", at: behind)])
        }
        let indentation = fault.indentation(of: fault.line)
        if !indentation.isEmpty { attempts.append(fault.removing(indentation)) }
        if let edits = quoted(fault) { attempts.append(edits) }
        return attempts.first { isReadFurther(fault, $0) }
    }

    private static func isReadFurther(_ fault: Fault, _ edits: [TextEdit]) -> Bool {
        guard let raw = RawText(fault.file.bytes, path: fault.file.path),
            let file = RawText(raw.applying(edits), path: fault.file.path)?.file
        else { return false }
        let growth = file.bytes.count - fault.file.bytes.count
        let (_, faults) = MaterialDraft.read(file, path: "", schema: Schema(vocabularies: [], kinds: []))
        let unread = faults.first { [.brokenYAML, .yamlAnchor, .duplicateKey].contains($0.code) }?.location.range
        return unread.map { $0.lowerBound > fault.line.upperBound + growth } ?? true
    }

    /// A field that stands twice with the same words goes where it stands the second time.
    @Sendable private static func repeatedField(_ fault: Fault) -> [TextEdit]? {
        guard let first = fault.diagnostic.related.first?.range else { return nil }
        let (one, other) = (field(fault, fault.line(at: first.lowerBound)), field(fault, fault.line))
        guard one.lowerBound != other.lowerBound, fault.file.text(one) == fault.file.text(other) else { return nil }
        return fault.removing(other)
    }

    /// The line of a field with the lines below it that are indented or begin an item.
    private static func field(_ fault: Fault, _ line: Range<Int>) -> Range<Int> {
        var end = fault.whole(line).upperBound
        while end < fault.file.bytes.count, [0x20, 0x09, UInt8(ascii: "-")].contains(fault.file.bytes[end]),
            fault.file.text(fault.file.lineRange(from: end)) != "---"
        {
            end = fault.whole(fault.file.lineRange(from: end)).upperBound
        }
        return line.lowerBound..<end
    }
}
