import Diagnostics

/// A template as a tree with positions: what is checked against the schemas, and what the library is given.
///
/// Grammar, a part of Mustache and nothing else:
/// ```
/// {{name}} {{a.b}} {{.}}       text, escaped            {{! comment }}
/// {{{name}}} {{&name}}         ready HTML               {{>partial}}
/// {{#name}} … {{/name}}        section                  {{<layout}} {{$block}}…{{/block}} {{/layout}}
/// {{^name}} … {{/name}}        inverted section         {{$block}} default {{/block}} in a layout
/// ```
/// Not supported, with a diagnostic: other delimiters, pragmas, dynamic names, transforms.
struct Template: Sendable {
    /// Below `templates/`, without the extension: `pages/home`.
    let name: String
    let file: SourceFile
    let nodes: [TemplateNode]
}

/// A piece of a template.
indirect enum TemplateNode: Sendable {
    case text(Range<Int>)
    case variable(TemplateTag, isRaw: Bool)
    case section(TemplateTag, isInverted: Bool, [TemplateNode])
    case partial(TemplateTag)
    case layout(TemplateTag, [TemplateNode])
    case block(TemplateTag, [TemplateNode])
}

/// A tag with the name in it.
struct TemplateTag: Sendable {
    let name: String
    /// Bytes of the name.
    let nameRange: Range<Int>
    /// Bytes of the whole tag with its braces.
    let range: Range<Int>
}

/// Reads a template, byte by byte and once; every fault becomes a diagnostic and the rest is read on.
struct TemplateParser {
    private let file: SourceFile
    private var diagnostics: [Diagnostic] = []
    /// Sections are nested deeper than ``TemplateParser/deepest``: the rest is not read.
    private var isTooDeep = false
    /// Sections that are not closed yet; the first is the template itself.
    private var open: [OpenNode] = [OpenNode(kind: .root, tag: nil)]

    /// Sections in sections at most, and partials in partials: what walks through a template recurses over them.
    static let deepest = 100

    private struct OpenNode {
        enum Kind { case root, section, inverted, layout, block }
        let kind: Kind
        let tag: TemplateTag?
        var nodes: [TemplateNode] = []
    }

    private init(_ file: SourceFile) { self.file = file }

    /// The tree of a template and what is wrong with its syntax.
    ///
    /// O(bytes).
    static func parse(_ file: SourceFile, name: String) -> (template: Template, diagnostics: [Diagnostic]) {
        var parser = TemplateParser(file)
        parser.run()
        return (Template(name: name, file: file, nodes: parser.open[0].nodes), parser.diagnostics)
    }

    private mutating func run() {
        let bytes = file.bytes
        var textStart = 0
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            append(text: textStart..<index)
            index = readTag(at: index)
            textStart = index
        }
        append(text: textStart..<bytes.count)
        while open.count > 1 {
            if let tag = open[open.count - 1].tag, !isTooDeep {
                report(.templateUnclosedSection, [tag.name], tag.range)
            }
            close()
        }
    }

    private mutating func append(text range: Range<Int>) {
        if !range.isEmpty { open[open.count - 1].nodes.append(.text(range)) }
    }

    /// Reads the tag that begins at `start`; returns where the text goes on.
    private mutating func readTag(at start: Int) -> Int {
        let bytes = file.bytes
        let sigil = start + 2 < bytes.count ? bytes[start + 2] : 0
        let isTriple = sigil == UInt8(ascii: "{")
        guard let end = endOfTag(from: start + 2, isTriple: isTriple) else {
            report(.templateUnclosedTag, [], start..<min(start + 2, bytes.count))
            return bytes.count
        }
        let closing = isTriple ? 3 : 2
        let inner = (start + (hasSigil(sigil) ? 3 : 2))..<(end - closing)
        let nameRange = trimmed(inner)
        let tag = TemplateTag(name: file.text(nameRange), nameRange: nameRange, range: start..<end)
        if sigil == UInt8(ascii: "!") { return end }
        guard isName(tag, of: sigil) else {
            report(.templateUnsupportedTag, [file.text(start..<end)], start..<end)
            return end
        }
        if "#^<$".utf8.contains(sigil), open.count > Self.deepest {
            report(.templateTooDeep, [String(Self.deepest)], tag.range)
            isTooDeep = true
            return bytes.count
        }
        place(tag, sigil)
        return end
    }

    /// Where the tag ends: behind its closing braces.
    private func endOfTag(from start: Int, isTriple: Bool) -> Int? {
        let bytes = file.bytes
        let length = isTriple ? 3 : 2
        var index = start
        while index + length <= bytes.count {
            if bytes[index..<(index + length)].allSatisfy({ $0 == UInt8(ascii: "}") }) { return index + length }
            if bytes[index] == UInt8(ascii: "{"), index > start || !isTriple { return nil }
            index += 1
        }
        return nil
    }

    private func hasSigil(_ byte: UInt8) -> Bool { "#^/!{&><$=%".utf8.contains(byte) }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound < range.upperBound else { return range.lowerBound..<range.lowerBound }
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, isBlank(file.bytes[low]) { low += 1 }
        while low < high, isBlank(file.bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    /// Names of variables: letters, digits, `_`, `-` and dots between; names of templates may have `/`.
    private func isName(_ tag: TemplateTag, of sigil: UInt8) -> Bool {
        if sigil == UInt8(ascii: "=") || sigil == UInt8(ascii: "%") || tag.name.utf8.isEmpty { return false }
        return tag.name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                true
            case UInt8(ascii: "/"): "><$/".utf8.contains(sigil)
            default: false
            }
        }
    }

    private mutating func place(_ tag: TemplateTag, _ sigil: UInt8) {
        switch sigil {
        case UInt8(ascii: "#"): open.append(OpenNode(kind: .section, tag: tag))
        case UInt8(ascii: "^"): open.append(OpenNode(kind: .inverted, tag: tag))
        case UInt8(ascii: "<"): open.append(OpenNode(kind: .layout, tag: tag))
        case UInt8(ascii: "$"): open.append(OpenNode(kind: .block, tag: tag))
        case UInt8(ascii: "/"): close(with: tag)
        case UInt8(ascii: ">"): open[open.count - 1].nodes.append(.partial(tag))
        case UInt8(ascii: "{"), UInt8(ascii: "&"): open[open.count - 1].nodes.append(.variable(tag, isRaw: true))
        default: open[open.count - 1].nodes.append(.variable(tag, isRaw: false))
        }
    }

    private mutating func close(with tag: TemplateTag) {
        guard let index = open.lastIndex(where: { $0.tag?.name == tag.name }) else {
            let expected = open[open.count - 1].tag.map { [$0.name] } ?? []
            diagnostics.append(
                Diagnostic(
                    .templateUnopenedSection, [tag.name], at: SourceLocation(file, tag.range), candidates: expected))
            return
        }
        while open.count - 1 > index {
            if let unclosed = open[open.count - 1].tag {
                report(.templateUnclosedSection, [unclosed.name], unclosed.range)
            }
            close()
        }
        close()
    }

    /// Moves the innermost open node into the one around it.
    private mutating func close() {
        let node = open.removeLast()
        guard let tag = node.tag else { return }
        let closed: TemplateNode =
            switch node.kind {
            case .inverted: .section(tag, isInverted: true, node.nodes)
            case .layout: .layout(tag, node.nodes)
            case .block: .block(tag, node.nodes)
            case .root, .section: .section(tag, isInverted: false, node.nodes)
            }
        open[open.count - 1].nodes.append(closed)
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, range)))
    }
}
