import Diagnostics
import Languages
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
    private var refusedOffsets: Set<Int> = []

    private init(file: SourceFile, part: Range<Int>) {
        self.file = file
        self.part = part
        var starts = [part.lowerBound]
        for index in part {
            let length = Self.lineBreakLength(file.bytes, index)
            if length > 0, index + length <= part.upperBound { starts.append(index + length) }
        }
        lineStarts = starts
    }

    /// The root of the YAML in `part` of a file; nothing when it is empty or broken.
    package static func read(_ file: SourceFile, part: Range<Int>) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        let conflicts = MergeMarkers.diagnostics(file, in: part)
        if !conflicts.isEmpty { return (nil, conflicts) }
        if let root = PlainYAML.read(file, part: part) { return (root, []) }
        return readByLibrary(file, part: part)
    }

    /// Whatever YAML it is, by libyaml.
    static func readByLibrary(_ file: SourceFile, part: Range<Int>) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        var reader = YAMLReader(file: file, part: part)
        let root = reader.root()
        return (root, reader.diagnostics)
    }

    /// A whole YAML file.
    package static func read(_ file: SourceFile) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        read(file, part: 0..<file.bytes.count)
    }

    private mutating func root() -> YAMLNode? {
        if let place = tooDeep() {
            report(.brokenYAML.because(YAMLReason.nesting), [], place)
            return nil
        }
        do {
            let parser = try Parser(yaml: file.text(part), resolver: .basic, encoding: .utf8)
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

    /// Where brackets or list marks are nested deeper than any content needs; Yams recurses over them.
    ///
    /// Brackets within quotes count too: nobody writes so many without closing them.
    private func tooDeep() -> Range<Int>? {
        var brackets = 0
        var leading: Int? = 0
        for index in part {
            switch file.bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                leading = nil
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                leading = nil
            case UInt8(ascii: "\n"): leading = 0
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                leading = leading.map { $0 + 1 }
            default: leading = nil
            }
            if brackets > Self.deepest || (leading ?? 0) > 4 * Self.deepest { return index..<index + 1 }
        }
        return nil
    }

    private static let deepest = 100

    private mutating func convert(_ node: Node) -> YAMLNode {
        let offset = byteOffset(of: node.mark)
        if node.anchor != nil {
            // What it holds is not looked at: ten lines of aliases of aliases stand for gigabytes.
            return refused(at: offset)
        }
        if !node.tag.rawValue.hasPrefix("tag:yaml.org,") {
            report(.brokenYAML.because(YAMLReason.tag), [], wordRange(at: offset))
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain
            let range = scalarRange(at: offset, text: scalar.string)
            if isPlain, part.count < file.bytes.count { reportCut(scalar.string, range) }
            // Within double quotes a character can be spelled by its number, and no look over the bytes sees it.
            if scalar.style == .doubleQuoted, file.bytes[range].contains(UInt8(ascii: "\\")),
                scalar.string.unicodeScalars.contains(where: Self.isRefused)
            {
                report(.brokenYAML.because(YAMLReason.escapedControl), [], range)
            }
            return YAMLNode(value: .scalar(scalar.string, isPlain: isPlain), range: range)
        case .sequence(let sequence):
            return YAMLNode(
                value: .sequence(sequence.map { convert($0) }), range: offset..<min(offset + 1, part.upperBound))
        case .mapping(let mapping):
            return YAMLNode(
                value: .mapping(mapping.map { pair($0.key, $0.value) }),
                range: offset..<min(offset + 1, part.upperBound))
        case .alias:
            return refused(at: offset)
        }
    }

    /// Shapes of pictures are written as they are, beside other characters that are spelled.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        RefusedCharacters.contains(scalar) && !RefusedCharacters.isShape(scalar)
    }

    /// «Ученики #9 класса»: in front matter what stands behind a value is no comment but a part of it.
    private mutating func reportCut(_ text: String, _ range: Range<Int>) {
        guard !text.isEmpty, range.upperBound < part.upperBound else { return }
        let line = file.lineRange(from: range.upperBound).clamped(to: range.upperBound..<part.upperBound)
        let rest = file.bytes[line]
        let hash = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard hash.startIndex > rest.startIndex, hash.first == UInt8(ascii: "#") else { return }
        let lost = hash.startIndex..<line.upperBound
        report(.cutValue, [file.text(lost), text], lost)
    }

    /// Stands for an anchor or an alias; each place is reported once.
    private mutating func refused(at offset: Int) -> YAMLNode {
        let range = wordRange(at: offset)
        if refusedOffsets.insert(offset).inserted { report(.yamlAnchor, [], range) }
        return YAMLNode(value: .scalar("", isPlain: true), range: range)
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
    }

    private mutating func pair(_ key: Node, _ value: Node) -> YAMLNode.Pair {
        let keyNode = convert(key)
        if keyNode.text == nil {
            report(.brokenYAML.because(YAMLReason.noFieldName), [], keyNode.range)
        }
        return YAMLNode.Pair(key: keyNode.text ?? "", keyRange: keyNode.range, value: convert(value))
    }

    // MARK: Places

    /// Bytes of the line break at a place, or 0: YAML counts U+0085, U+2028 and U+2029 as line breaks too.
    private static func lineBreakLength(_ bytes: [UInt8], _ index: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "\n"): 1
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
        default: 0
        }
    }

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
        guard offset < part.upperBound else { return part.upperBound..<part.upperBound }
        let first = file.bytes[offset]
        let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        let line = file.lineRange(from: offset).clamped(to: offset..<part.upperBound)
        if isQuoted { return offset..<quotedEnd(line, first) }
        return offset..<min(offset + text.utf8.count, line.upperBound)
    }

    /// Just past the closing quotation mark of a line's beginning; `''` and `\"` do not close.
    private func quotedEnd(_ line: Range<Int>, _ quote: UInt8) -> Int {
        let bytes = file.bytes
        var end = line.lowerBound + 1
        while end < line.upperBound {
            if bytes[end] == quote {
                let isDoubled = quote == UInt8(ascii: "'") && end + 1 < line.upperBound && bytes[end + 1] == quote
                if !isDoubled { return end + 1 }
                end += 1
            } else if bytes[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                end += 1
            }
            end += 1
        }
        return line.upperBound
    }

    private func wordRange(at offset: Int) -> Range<Int> {
        var end = offset
        while end < part.upperBound, file.bytes[end] > 0x20 { end += 1 }
        return offset..<end
    }

    // MARK: Errors

    private func diagnostic(_ error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            var place = character(at: byteOffset(of: mark))
            let problem = self.problem(problem, context?.text ?? "", place)
            if problem.isAnchor, place.lowerBound > part.lowerBound, isAnchorSign(place.lowerBound - 1) {
                place = place.lowerBound - 1..<place.upperBound
            }
            if !problem.isAnchor, let suspect = YAMLSuspect.find(in: file, part: part, before: place.lowerBound) {
                return Diagnostic(
                    .brokenYAML.because(suspect.reason), [], at: SourceLocation(file, suspect.range))
            }
            let code = problem.isAnchor ? .yamlAnchor : DiagnosticCode.brokenYAML.because(problem.reason)
            return Diagnostic(code, [problem.problem], at: SourceLocation(file, place))
        case .duplicatedKeysInMapping(let keys, let context):
            return duplicate(keys.first ?? "", firstAt: byteOffset(of: context.mark))
        case .reader(let problem, let offset, _, let yaml):
            let index = yaml.index(yaml.startIndex, offsetBy: offset ?? 0, limitedBy: yaml.endIndex) ?? yaml.endIndex
            let place = character(at: part.lowerBound + yaml.utf8.distance(from: yaml.startIndex, to: index))
            let reason = self.problem(problem, "", place).reason
            return Diagnostic(.brokenYAML.because(reason), [problem], at: SourceLocation(file, place))
        default:
            return Diagnostic(.brokenYAML, ["\(error)"], at: SourceLocation(file, part))
        }
    }

    private func problem(_ text: String, _ context: String, _ place: Range<Int>) -> YAMLProblem {
        let start = lineStarts.last { $0 <= place.lowerBound } ?? part.lowerBound
        let line = file.lineRange(from: start).clamped(to: part)
        return YAMLProblem(problem: text, context: context, line: file.text(line), character: file.text(place))
    }

    private func isAnchorSign(_ offset: Int) -> Bool {
        file.bytes[offset] == UInt8(ascii: "*") || file.bytes[offset] == UInt8(ascii: "&")
    }

    /// The character at a place: at the end of the part, none.
    private func character(at offset: Int) -> Range<Int> {
        guard offset < part.upperBound else { return part.upperBound..<part.upperBound }
        var end = offset + 1
        while end < part.upperBound, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return offset..<end
    }

    /// Points at the second of two equal keys: Yams tells where the first is.
    private func duplicate(_ key: String, firstAt first: Int) -> Diagnostic {
        let length = key.utf8.count
        let firstRange = first..<min(first + length, part.upperBound)
        let column = first - (lineStarts.last { $0 <= first } ?? part.lowerBound)
        let second = lineStarts.map { $0 + column }.first { start in
            guard start > first, start + length < part.upperBound else { return false }
            let rest = file.bytes[(start + length)..<part.upperBound].drop { $0 == 0x20 }
            return rest.first == UInt8(ascii: ":") && file.bytes[start..<start + length].elementsEqual(key.utf8)
        }
        guard let second else { return Diagnostic(.duplicateKey, [key], at: SourceLocation(file, firstRange)) }
        return Diagnostic(
            .duplicateKey, [key], at: SourceLocation(file, second..<second + length),
            related: [SourceLocation(file, firstRange)])
    }

}
