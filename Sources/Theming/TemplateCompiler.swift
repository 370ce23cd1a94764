import Formats

/// What rendering does, in order: a checked template with its names cut into parts and its constants put in.
indirect enum TemplateStep: Sendable {
    /// Bytes as they are.
    case text([UInt8])
    /// A value; whether it is escaped lies in its type, and the check has seen to the braces.
    case variable([String])
    /// Steps for each item, for a record, or once for a value that is there.
    case section([String], [TemplateStep])
    /// Steps for a value that is absent.
    case inverted([String], [TemplateStep])
    /// Another template, by its number, with blocks that replace those in it.
    case include(Int, [String: [TemplateStep]])
    /// A place that a page may replace, with what stands there otherwise.
    case block(String, [TemplateStep])
}

/// Turns checked templates into steps.
///
/// As Mustache demands, a section's or block's tag alone on its line takes the line with it. The indentation of a template's own lines is
/// dropped: a run of blanks with a line end in it becomes one line end.
struct TemplateCompiler {
    private let template: Template
    private let constants: ThemeConstants
    private let numbers: [String: Int]
    /// Nothing but dropped blanks stands before in this line.
    private var isAtLineStart = true
    /// The line end that follows belongs to a tag alone on its line.
    private var dropsLineEnd = false

    /// The steps of a template; `numbers` are those of all templates by name.
    static func compile(
        _ template: Template, constants: ThemeConstants, numbers: [String: Int]
    ) -> [TemplateStep] {
        var compiler = TemplateCompiler(template: template, constants: constants, numbers: numbers)
        var steps = compiler.compile(template.nodes)
        // The line end of the file's last line is the editor's, not the page's.
        if case .text(var bytes)? = steps.last, bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
            steps[steps.count - 1] = .text(bytes)
        }
        return steps
    }

    private init(template: Template, constants: ThemeConstants, numbers: [String: Int]) {
        self.template = template
        self.constants = constants
        self.numbers = numbers
    }

    private mutating func compile(_ nodes: [TemplateNode]) -> [TemplateStep] {
        var steps: [TemplateStep] = []
        for (index, node) in nodes.enumerated() {
            let following = index + 1 < nodes.count ? nodes[index + 1] : nil
            if let step = compile(node, followedBy: following) { append(step, to: &steps) }
        }
        return steps
    }

    private mutating func compile(_ node: TemplateNode, followedBy next: TemplateNode?) -> TemplateStep? {
        switch node {
        case .text(let range): return .text(text(range))
        case .variable(let tag, _):
            isAtLineStart = false
            dropsLineEnd = false
            if constants.owns(tag.name) { return .text(Array(HTMLEscaping.html(constants.text(tag.name) ?? "").utf8)) }
            return .variable(Self.parts(tag.name))
        case .section(let tag, let isInverted, let inner):
            let steps = enclosed(inner, followedBy: next)
            return isInverted ? .inverted(Self.parts(tag.name), steps) : .section(Self.parts(tag.name), steps)
        case .partial(let tag):
            // Its file's last line end is dropped, so the line end behind the tag stays.
            isAtLineStart = false
            dropsLineEnd = false
            return numbers[tag.name].map { .include($0, [:]) }
        case .block(let tag, let inner): return .block(tag.name, enclosed(inner, followedBy: next))
        case .layout(let tag, let inner):
            let blocks = enclosed(inner, followedBy: next)
            var replacing: [String: [TemplateStep]] = [:]
            for case .block(let name, let steps) in blocks { replacing[name] = steps }
            return numbers[tag.name].map { .include($0, replacing) }
        }
    }

    private mutating func enclosed(_ inner: [TemplateNode], followedBy next: TemplateNode?) -> [TemplateStep] {
        passTag(followedBy: inner.first)
        let steps = compile(inner)
        passTag(followedBy: next)
        return steps
    }

    /// Notes whether the tag stands alone on its line.
    private mutating func passTag(followedBy next: TemplateNode?) {
        dropsLineEnd = isAtLineStart && beginsWithLineEnd(next)
        isAtLineStart = dropsLineEnd
    }

    private func beginsWithLineEnd(_ node: TemplateNode?) -> Bool {
        guard case .text(let range)? = node else { return false }
        let first = template.file.bytes[range].first { $0 != 0x20 && $0 != 0x09 }
        return first == UInt8(ascii: "\n")
    }

    /// A text with its runs of blanks made short.
    private mutating func text(_ range: Range<Int>) -> [UInt8] {
        let bytes = template.file.bytes
        var output: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard Self.isBlank(bytes[index]) else {
                output.append(bytes[index])
                isAtLineStart = false
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, Self.isBlank(bytes[index]) { index += 1 }
            if !bytes[start..<index].contains(UInt8(ascii: "\n")) {
                if !isAtLineStart { output.append(contentsOf: bytes[start..<index]) }
            } else {
                if !dropsLineEnd, !isAtLineStart { output.append(UInt8(ascii: "\n")) }
                isAtLineStart = true
            }
            dropsLineEnd = false
        }
        dropsLineEnd = false
        return output
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

    private static func parts(_ name: String) -> [String] {
        name == "." ? [] : name.split(separator: ".").map(String.init)
    }

    /// Neighbouring texts become one.
    private func append(_ step: TemplateStep, to steps: inout [TemplateStep]) {
        if case .text(let bytes) = step {
            if bytes.isEmpty { return }
            if case .text(let before)? = steps.last {
                steps[steps.count - 1] = .text(before + bytes)
                return
            }
        }
        steps.append(step)
    }
}
