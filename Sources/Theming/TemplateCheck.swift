import Diagnostics

/// Checks every template against the schemas of the views that are shown with it.
///
/// swift-mustache shows an unknown variable or partial as nothing; here each is a diagnostic. Every page's template
/// is walked with the view's schema, through sections, partials and layouts, as rendering would walk it; a template
/// that no page reaches is checked for its partials only. A place is reported once, however many pages come by.
struct TemplateCheck {
    /// What a name is looked up in: views, from the outermost to the innermost.
    private typealias Scopes = [any AnyViewSchema]

    private let templates: [String: Template]
    private let constants: ThemeConstants
    private var diagnostics: [Diagnostic] = []
    private var reported: Set<String> = []
    /// Templates together with the views they were walked with.
    private var walked: Set<String> = []
    private var reached: Set<String> = []
    /// Templates on the way to the current one, with the number of views entered by then.
    private var path: [(name: String, depth: Int)] = []
    private var depth = 0
    private let templateNames: NameSuggester

    private init(_ templates: [String: Template], _ constants: ThemeConstants) {
        self.templates = templates
        self.constants = constants
        templateNames = NameSuggester(templates.keys.sorted())
    }

    /// Everything wrong with the templates, in order of discovery.
    static func check(
        _ templates: [String: Template], views: [any TemplateView.Type], constants: ThemeConstants, themePath: String
    ) -> [Diagnostic] {
        let tooDeep = TemplateDepth.check(templates)
        guard tooDeep.isEmpty else { return tooDeep }
        var check = TemplateCheck(templates, constants)
        for view in views { check.enter(view, themePath) }
        for template in templates.values.sorted(by: { $0.name < $1.name }) where !check.reached.contains(template.name)
        {
            check.checkReferences(template.nodes, template)
        }
        return check.diagnostics
    }

    private mutating func enter(_ view: any TemplateView.Type, _ themePath: String) {
        let (name, schema) = (view.template, view.anySchema)
        guard let template = templates[name] else {
            let location = SourceLocation(path: "\(themePath)/templates/\(name).mustache")
            let candidates = templateNames.nearest(to: name)
            diagnostics.append(
                Diagnostic(.templateMissing, [schema.name], at: location, candidates: candidates))
            return
        }
        walk(template, [schema])
    }

    // MARK: Walking

    private mutating func walk(_ template: Template, _ scopes: Scopes) {
        if path.contains(where: { $0.name == template.name && $0.depth == depth }) { return }
        let key = template.name + " " + scopes.map(\.name).joined(separator: "/")
        guard walked.insert(key).inserted else { return }
        reached.insert(template.name)
        path.append((template.name, depth))
        walk(template.nodes, template, scopes)
        path.removeLast()
    }

    private mutating func walk(_ nodes: [TemplateNode], _ template: Template, _ scopes: Scopes) {
        for node in nodes {
            switch node {
            case .text: break
            case .variable(let tag, let isRaw): checkVariable(tag, isRaw, template, scopes)
            case .section(let tag, let isInverted, let inner):
                walkSection(tag, isInverted, inner, template, scopes)
            case .partial(let tag):
                if let partial = find(tag, .templateUnknownPartial, template) { walk(partial, scopes) }
            case .layout(let tag, let content): walkLayout(tag, content, template, scopes)
            case .block(_, let inner): walk(inner, template, scopes)
            }
        }
    }

    private mutating func walkSection(
        _ tag: TemplateTag, _ isInverted: Bool, _ inner: [TemplateNode], _ template: Template, _ scopes: Scopes
    ) {
        guard let type = resolve(tag, template, scopes) else { return }
        switch type {
        case .record(let view) where !isInverted, .list(let view) where !isInverted:
            depth += 1
            walk(inner, template, push(view.anySchema, scopes))
            depth -= 1
        default: walk(inner, template, scopes)
        }
    }

    /// The same view twice in a stack of scopes hides itself, so the outer one goes: recursion comes to an end.
    private func push(_ schema: any AnyViewSchema, _ scopes: Scopes) -> Scopes {
        scopes.filter { $0 !== schema } + [schema]
    }

    private mutating func walkLayout(
        _ tag: TemplateTag, _ content: [TemplateNode], _ template: Template, _ scopes: Scopes
    ) {
        let layout = find(tag, .templateUnknownLayout, template)
        let known = layout.map { blocks(of: $0) } ?? []
        for node in content {
            switch node {
            case .block(let block, let inner):
                if layout != nil, !known.contains(block.name) {
                    report(
                        .templateStrayBlock, [block.name, tag.name], block.nameRange, template,
                        NameSuggester(known).nearest(to: block.name))
                }
                walk(inner, template, scopes)
            case .text(let range): checkBlank(range, tag, template)
            case .variable(let other, _), .section(let other, _, _), .partial(let other), .layout(let other, _):
                report(.templateStrayContent, [tag.name], other.range, template)
            }
        }
        if let layout { walk(layout, scopes) }
    }

    private mutating func checkBlank(_ range: Range<Int>, _ tag: TemplateTag, _ template: Template) {
        let bytes = template.file.bytes
        guard let start = range.first(where: { bytes[$0] > 0x20 }) else { return }
        var end = range.upperBound
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        report(.templateStrayContent, [tag.name], start..<end, template)
    }

    /// Names of the blocks that a layout offers, its own layout's and partials' included.
    private func blocks(of layout: Template) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        var waiting = [layout]
        while let template = waiting.popLast() {
            guard seen.insert(template.name).inserted else { continue }
            collectBlocks(template.nodes, &names, &waiting)
        }
        return names
    }

    private func collectBlocks(_ nodes: [TemplateNode], _ names: inout [String], _ waiting: inout [Template]) {
        for node in nodes {
            switch node {
            case .block(let tag, let inner):
                names.append(tag.name)
                collectBlocks(inner, &names, &waiting)
            case .section(_, _, let inner): collectBlocks(inner, &names, &waiting)
            case .layout(let tag, let inner):
                collectBlocks(inner, &names, &waiting)
                if let template = templates[tag.name] { waiting.append(template) }
            case .partial(let tag): if let template = templates[tag.name] { waiting.append(template) }
            case .text, .variable: break
            }
        }
    }

    // MARK: Names

    private mutating func find(_ tag: TemplateTag, _ code: DiagnosticCode, _ template: Template) -> Template? {
        guard let found = templates[tag.name] else {
            report(code, [tag.name], tag.nameRange, template, templateNames.nearest(to: tag.name))
            return nil
        }
        if path.contains(where: { $0.name == tag.name && $0.depth == depth }) {
            report(.templateCycle, [tag.name], tag.nameRange, template)
        }
        return found
    }

    private mutating func checkVariable(_ tag: TemplateTag, _ isRaw: Bool, _ template: Template, _ scopes: Scopes) {
        if tag.name == "." { return }
        if constants.owns(tag.name) { return checkConstant(tag, template) }
        guard let type = resolve(tag, template, scopes) else { return }
        switch type {
        case .text, .number: if isRaw { report(.templateTextUnescaped, [tag.name], tag.range, template) }
        case .html: if !isRaw { report(.templateHTMLEscaped, [tag.name], tag.range, template) }
        case .flag, .texts, .record, .list: report(.templateNotShowable, [tag.name], tag.range, template)
        }
    }

    private mutating func checkConstant(_ tag: TemplateTag, _ template: Template) {
        if constants.text(tag.name) != nil { return }
        report(
            constants.isAsset(tag.name) ? .templateUnknownAsset : .templateUnknownString, [tag.name], tag.nameRange,
            template, constants.nearest(to: tag.name))
    }

    /// The type behind a name, dotted or not; an unknown one is reported.
    private mutating func resolve(_ tag: TemplateTag, _ template: Template, _ scopes: Scopes) -> VariableType? {
        if tag.name == "." { return .text }
        var parts = tag.name.split(separator: ".").map(String.init)[...]
        guard let first = parts.popFirst() else { return nil }
        var scope = scopes[scopes.count - 1]
        var type = scopes.reversed().compactMap { Self.type(of: first, in: $0) }.first
        for part in parts {
            guard case .record(let view)? = type else { break }
            scope = view.anySchema
            type = Self.type(of: part, in: scope)
        }
        if let type { return type }
        let inReach = parts.isEmpty ? scopes.reversed().flatMap(\.variables) : scope.variables
        report(
            .templateUnknownVariable, [tag.name, scope.name], tag.nameRange, template,
            NameSuggester(inReach.map(\.name)).nearest(to: parts.last ?? first))
        return nil
    }

    private static func type(of name: String, in schema: any AnyViewSchema) -> VariableType? {
        schema.variables.first { $0.name == name }?.type
    }

    /// What can be checked without a view: partials, layouts, constants.
    private mutating func checkReferences(_ nodes: [TemplateNode], _ template: Template) {
        for node in nodes {
            switch node {
            case .text: break
            case .variable(let tag, _): if constants.owns(tag.name) { checkConstant(tag, template) }
            case .section(_, _, let inner), .block(_, let inner): checkReferences(inner, template)
            case .partial(let tag): _ = find(tag, .templateUnknownPartial, template)
            case .layout(let tag, let inner):
                _ = find(tag, .templateUnknownLayout, template)
                checkReferences(inner, template)
            }
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>, _ template: Template,
        _ candidates: [String] = []
    ) {
        guard reported.insert("\(code.name) \(template.name) \(range.lowerBound)").inserted else { return }
        diagnostics.append(
            Diagnostic(code, arguments, at: SourceLocation(template.file, range), candidates: candidates))
    }
}
