import Formats

/// Makes a page: runs through a program once, straight into one buffer of bytes.
///
/// Why not the Mustache library: it looks every name up by casts at run time and takes 460 µs for a material's page,
/// this takes about a tenth. The tests hold both against each other on templates of every form.
struct TemplateRenderer {
    private let program: TemplateProgram
    /// From the outermost view to the innermost, each with the number of its schema.
    private var scopes: [(record: any Record, schema: Int)] = []
    private var output: [UInt8] = []
    /// By the number of a template, whether it was run through.
    private var isUsed: [Bool]

    private init(_ program: TemplateProgram) {
        self.program = program
        isUsed = Array(repeating: false, count: program.entries.count)
        output.reserveCapacity(32 * 1024)
    }

    /// Shows a record with a template, which must exist.
    ///
    /// With the bytes come the names of all templates that were run through.
    /// O(bytes of the page + variables shown).
    static func render(
        _ record: any Record, with template: String, of program: TemplateProgram
    ) -> (html: [UInt8], templates: [String]) {
        var renderer = TemplateRenderer(program)
        renderer.scopes.append((record, program.number(of: record.schema)))
        renderer.runTemplate(program.number(ofTemplate: template), dot: .absent, replacing: [:])
        let used = renderer.isUsed.indices.filter { renderer.isUsed[$0] }
        return (renderer.output, used.map { program.templateNames[$0] })
    }

    private mutating func runTemplate(_ number: Int, dot: Value, replacing: [Int: Range<Int>]) {
        isUsed[number] = true
        run(program.entries[number], dot: dot, replacing: replacing)
    }

    /// `dot` is the text that `{{.}}` shows, `replacing` the blocks of the pages around a layout.
    private mutating func run(_ range: Range<Int>, dot: Value, replacing: [Int: Range<Int>]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let step = program.instructions[index]
            index += 1
            switch step.operation {
            case .text: output.append(contentsOf: program.texts[step.first..<step.second])
            case .variable: show(value(step.first, dot))
            case .section:
                enter(value(step.first, dot), index..<step.second, dot, replacing)
                index = step.second
            case .inverted:
                if value(step.first, dot).isAbsent { run(index..<step.second, dot: dot, replacing: replacing) }
                index = step.second
            case .include:
                var all = replacing
                if step.second >= 0 { all.merge(program.blockSets[step.second]) { outer, _ in outer } }
                runTemplate(step.first, dot: dot, replacing: all)
            case .block:
                if step.first >= 0 { run(replacing[step.first] ?? index..<step.second, dot: dot, replacing: replacing) }
                index = step.second
            }
        }
    }

    private mutating func enter(_ value: Value, _ body: Range<Int>, _ dot: Value, _ replacing: [Int: Range<Int>]) {
        switch value {
        case .list(let values): for item in values { enter(item, body, dot, replacing) }
        case .record(let record):
            scopes.append((record, program.number(of: record.schema)))
            run(body, dot: dot, replacing: replacing)
            scopes.removeLast()
        case .text, .html, .number, .flag, .absent:
            if !value.isAbsent { run(body, dot: value, replacing: replacing) }
        }
    }

    /// The innermost view that declares the first part of the name answers, also with nothing.
    private func value(_ number: Int, _ dot: Value) -> Value {
        let first = program.names[number].first
        if first < 0 { return dot }
        var level = scopes.count - 1
        while level >= 0 {
            let slot = program.slots[scopes[level].schema][first]
            if slot >= 0 {
                let value = scopes[level].record.value(at: slot)
                return program.names[number].rest.isEmpty ? value : part(of: value, program.names[number].rest)
            }
            level -= 1
        }
        return .absent
    }

    private func part(of value: Value, _ rest: [Int]) -> Value {
        var value = value
        for name in rest {
            guard case .record(let record) = value else { return .absent }
            let slot = program.slots[program.number(of: record.schema)][name]
            value = slot >= 0 ? record.value(at: slot) : .absent
        }
        return value
    }

    private mutating func show(_ value: Value) {
        switch value {
        case .text(let text): HTMLEscaping.append(text, to: &output)
        case .html(let html):
            var text = html.text
            text.withUTF8 { output.append(contentsOf: $0) }
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .flag, .list, .record, .absent: break
        }
    }
}
