/// All templates of a theme as one list of plain instructions: what rendering walks through.
///
/// Names are numbers: a variable is found in a view by two array accesses. Bodies of sections stand behind their
/// instruction, which knows where they end:
/// ```
/// text 0..<14 │ section chips, ends at 5 │ include 7 │ text 14..<15 │ variable title │ …
/// ```
struct TemplateProgram: Sendable {
    /// One instruction; what `first` and `second` mean depends on the operation.
    struct Instruction: Sendable {
        enum Operation: UInt8, Sendable {
            /// `first..<second` in ``texts``.
            case text
            /// Variable `first`.
            case variable
            /// Variable `first`; the body ends before instruction `second`.
            case section
            case inverted
            /// Template `first` with the set of blocks `second`, or -1.
            case include
            /// Block `first`; what stands there otherwise ends before instruction `second`.
            case block
        }

        let operation: Operation
        var first: Int
        var second: Int
    }

    /// A variable's name: numbers of its parts; none for `{{.}}`.
    struct Name: Sendable {
        let first: Int
        let rest: [Int]
    }

    /// Bytes of all texts.
    var texts: [UInt8] = []
    var instructions: [Instruction] = []
    var names: [Name] = []
    /// Ranges of instructions that replace blocks, by the block's number.
    var blockSets: [[Int: Range<Int>]] = []
    /// Instructions of each template.
    var entries: [Range<Int>] = []
    /// Names of the templates by their numbers.
    let templateNames: [String]
    /// Place of a variable in a view by the number of its name; -1 where the view does not declare it.
    private(set) var slots: [[Int]] = []
    private var schemaNumbers: [ObjectIdentifier: Int] = [:]
    private var templateNumbers: [String: Int] = [:]

    /// Compiles checked templates for the views that will be shown.
    init(_ templates: [Template], views: [any TemplateView.Type], constants: ThemeConstants) {
        let sorted = templates.sorted { $0.name < $1.name }
        templateNames = sorted.map(\.name)
        templateNumbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.name, $0) })
        var interned = InternedNames()
        for template in sorted {
            let steps = TemplateCompiler.compile(template, constants: constants, numbers: templateNumbers)
            let start = instructions.count
            emit(steps, &interned)
            entries.append(start..<instructions.count)
        }
        number(views, interned)
    }

    /// The number of a template, which must exist.
    func number(ofTemplate name: String) -> Int {
        guard let number = templateNumbers[name] else {
            preconditionFailure("no template \(name); the check demands one for each view")
        }
        return number
    }

    /// The number of a view's schema for ``slots``.
    func number(of schema: any AnyViewSchema) -> Int {
        guard let number = schemaNumbers[ObjectIdentifier(schema)] else {
            preconditionFailure("view \(schema.name) is not among the views that the theme was loaded for")
        }
        return number
    }

    // MARK: Compiling

    private mutating func emit(_ steps: [TemplateStep], _ interned: inout InternedNames) {
        for step in steps {
            switch step {
            case .text(let bytes):
                add(.text, texts.count, texts.count + bytes.count)
                texts += bytes
            case .variable(let name): add(.variable, interned.number(of: name, &names), 0)
            case .section(let name, let inner): emitBody(.section, interned.number(of: name, &names), inner, &interned)
            case .inverted(let name, let inner):
                emitBody(.inverted, interned.number(of: name, &names), inner, &interned)
            case .block(let name, let inner): emitBody(.block, interned.part(name), inner, &interned)
            case .include(let template, let blocks): emitInclude(template, blocks, &interned)
            }
        }
    }

    private mutating func add(_ operation: Instruction.Operation, _ first: Int, _ second: Int) {
        instructions.append(Instruction(operation: operation, first: first, second: second))
    }

    private mutating func emitBody(
        _ operation: Instruction.Operation, _ first: Int, _ inner: [TemplateStep], _ interned: inout InternedNames
    ) {
        let place = instructions.count
        add(operation, first, 0)
        emit(inner, &interned)
        instructions[place].second = instructions.count
    }

    /// The bodies of replaced blocks stand in a section of their own that is never run through: a block without
    /// a name, which ends behind them.
    private mutating func emitInclude(
        _ template: Int, _ blocks: [String: [TemplateStep]], _ interned: inout InternedNames
    ) {
        add(.include, template, blocks.isEmpty ? -1 : blockSets.count)
        if blocks.isEmpty { return }
        let set = blockSets.count
        blockSets.append([:])
        let place = instructions.count
        add(.block, -1, 0)
        for (name, steps) in blocks.sorted(by: { $0.key < $1.key }) {
            let start = instructions.count
            emit(steps, &interned)
            blockSets[set][interned.part(name)] = start..<instructions.count
        }
        instructions[place].second = instructions.count
    }

    /// Numbers the views and everything inside them.
    private mutating func number(_ views: [any View.Type], _ interned: InternedNames) {
        var waiting = views
        while let view = waiting.popLast() {
            let schema = view.anySchema
            guard schemaNumbers[ObjectIdentifier(schema)] == nil else { continue }
            schemaNumbers[ObjectIdentifier(schema)] = slots.count
            var places = [Int](repeating: -1, count: interned.count)
            for (index, variable) in schema.variables.enumerated() {
                if let number = interned.existing(variable.name) { places[number] = index }
                switch variable.type {
                case .record(let inner), .list(let inner): waiting.append(inner)
                case .text, .html, .number, .flag, .texts: break
                }
            }
            slots.append(places)
        }
    }
}

/// Numbers for the parts of names.
private struct InternedNames {
    private var numbers: [String: Int] = [:]
    private var full: [[String]: Int] = [:]

    var count: Int { numbers.count }

    func existing(_ part: String) -> Int? { numbers[part] }

    mutating func part(_ part: String) -> Int {
        if let number = numbers[part] { return number }
        numbers[part] = numbers.count
        return numbers.count - 1
    }

    /// The number of a whole name in `names`.
    mutating func number(of name: [String], _ names: inout [TemplateProgram.Name]) -> Int {
        if let number = full[name] { return number }
        let parts = name.map { part($0) }
        full[name] = names.count
        names.append(TemplateProgram.Name(first: parts.first ?? -1, rest: Array(parts.dropFirst())))
        return names.count - 1
    }
}
