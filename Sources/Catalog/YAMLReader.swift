import Diagnostics
import Yams

/// Reads YAML into nodes with their places; the only importer of Yams.
///
/// Comes in: a source file and the part of it that is YAML. Goes out: nodes with byte ranges in the whole file, and
/// diagnostics for what does not parse. Anchors, aliases and tags are refused: an editor never means them, and they
/// make a small file large.
package struct YAMLReader {
    private let file: SourceFile
    private let part: Range<Int>
    /// Byte offset at which each line of the part begins.
    private let lineStarts: [Int]
    private var diagnostics: [Diagnostic] = []

    private init(file: SourceFile, part: Range<Int>) {
        self.file = file
        self.part = part
        var starts = [part.lowerBound]
        for index in part where file.bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    /// The root of the YAML in `part` of a file; nothing when it is empty or broken.
    package static func read(_ file: SourceFile, part: Range<Int>) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        var reader = YAMLReader(file: file, part: part)
        let root = reader.root()
        return (root, reader.diagnostics)
    }

    /// A whole YAML file.
    package static func read(_ file: SourceFile) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        read(file, part: 0..<file.bytes.count)
    }

    private mutating func root() -> YAMLNode? {
        do {
            let parser = try Parser(yaml: file.text(part), encoding: .utf8)
            // Yams keeps anchors alive as long as their parser.
            return try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot() else { return nil }
                return convert(node)
            }
        } catch let error as YamlError {
            diagnostics.append(diagnostic(error))
            return nil
        } catch {
            diagnostics.append(Diagnostic(.brokenYAML, ["\(error)"], at: SourceLocation(file, part)))
            return nil
        }
    }

    private mutating func convert(_ node: Node) -> YAMLNode {
        let offset = byteOffset(of: node.mark)
        if node.anchor != nil {
            diagnostics.append(Diagnostic(.yamlAnchor, at: SourceLocation(file, wordRange(at: offset))))
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain
            return YAMLNode(
                value: .scalar(scalar.string, isPlain: isPlain), range: scalarRange(at: offset, text: scalar.string))
        case .sequence(let sequence):
            return YAMLNode(
                value: .sequence(sequence.map { convert($0) }), range: offset..<min(offset + 1, part.upperBound))
        case .mapping(let mapping):
            return YAMLNode(
                value: .mapping(mapping.map { pair($0.key, $0.value) }),
                range: offset..<min(offset + 1, part.upperBound))
        case .alias:
            diagnostics.append(Diagnostic(.yamlAnchor, at: SourceLocation(file, wordRange(at: offset))))
            return YAMLNode(value: .scalar("", isPlain: true), range: wordRange(at: offset))
        }
    }

    private mutating func pair(_ key: Node, _ value: Node) -> YAMLNode.Pair {
        let keyNode = convert(key)
        if case .scalar = keyNode.value {
        } else {
            diagnostics.append(
                Diagnostic(.brokenYAML, ["ключ должен быть словом"], at: SourceLocation(file, keyNode.range)))
        }
        return YAMLNode.Pair(key: keyNode.text ?? "", keyRange: keyNode.range, value: convert(value))
    }

    // MARK: Places

    /// libyaml counts lines and code points from 1 (through Yams).
    private func byteOffset(of mark: Mark?) -> Int {
        guard let mark else { return part.lowerBound }
        guard mark.line - 1 < lineStarts.count, mark.line >= 1 else { return part.upperBound }
        var offset = lineStarts[mark.line - 1]
        var column = 1
        while column < mark.column, offset < part.upperBound, file.bytes[offset] != UInt8(ascii: "\n") {
            offset += 1
            while offset < part.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// The value as written: to the closing quotation mark, or as long as the text; never past the line.
    private func scalarRange(at offset: Int, text: String) -> Range<Int> {
        let bytes = file.bytes
        guard offset < part.upperBound else { return part.upperBound..<part.upperBound }
        let first = bytes[offset]
        var end = offset
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            end += 1
            while end < part.upperBound, bytes[end] != first, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            if end < part.upperBound, bytes[end] == first { end += 1 }
        } else {
            let length = text.utf8.count
            while end < part.upperBound, end - offset < length, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        }
        return offset..<end
    }

    private func wordRange(at offset: Int) -> Range<Int> {
        var end = offset
        while end < part.upperBound, file.bytes[end] > 0x20 { end += 1 }
        return offset..<end
    }

    // MARK: Errors

    private func diagnostic(_ error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let offset = byteOffset(of: mark)
            let end = min(offset + 1, file.bytes.count)
            let code: DiagnosticCode = problem.contains("alias") ? .yamlAnchor : .brokenYAML
            return Diagnostic(code, [Self.explain(problem)], at: SourceLocation(file, min(offset, end)..<end))
        case .duplicatedKeysInMapping(let keys, let context):
            let offset = byteOffset(of: context.mark)
            let name = keys.first ?? ""
            return Diagnostic(
                .duplicateKey, [name], at: SourceLocation(file, offset..<min(offset + name.utf8.count, part.upperBound))
            )
        case .reader(let problem, _, _, _):
            return Diagnostic(.brokenYAML, [Self.explain(problem)], at: SourceLocation(file, part))
        default:
            return Diagnostic(.brokenYAML, ["\(error)"], at: SourceLocation(file, part))
        }
    }

    /// libyaml's commonest complaints in an editor's words.
    private static func explain(_ problem: String) -> String {
        let known: [(String, String)] = [
            ("mapping values are not allowed", "лишнее двоеточие: текст с двоеточием возьмите в кавычки"),
            ("did not find expected key", "здесь ожидался ключ: проверьте отступ и кавычки в строке выше"),
            ("could not find expected ':'", "не хватает двоеточия после ключа"),
            (
                "found character that cannot start any token",
                "с этого знака значение начинаться не может: возьмите его в кавычки"
            ),
            ("found unexpected end of stream", "не закрыта кавычка или скобка"),
            ("did not find expected ',' or ']'", "в списке не хватает запятой или скобки ]"),
            ("did not find expected ',' or '}'", "не хватает запятой или скобки }"),
            ("found a tab character", "отступ сделан табуляцией: замените пробелами"),
            ("block sequence entries are not allowed", "пункт списка стоит не на месте: начните его с новой строки"),
            ("control characters are not allowed", "в тексте есть управляющий знак: удалите его"),
            ("found undefined alias", "знак * в начале значения: возьмите текст в кавычки"),
            ("but found another document", "лишняя черта «---» внутри шапки"),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? problem
    }
}
