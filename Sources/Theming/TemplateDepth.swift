import Diagnostics

/// Finds where templates are nested too deeply, by sections and by including each other: what checks and renders them
/// recurses over both.
///
/// A template's depth is that of its deepest node; a partial adds the depth of its template, a layout its own and that
/// of its blocks. One that includes itself is looked at once: how often that goes on depends on the data, and
/// ``TemplateCheck`` demands a list in between. O(nodes).
struct TemplateDepth {
    private let templates: [String: Template]
    /// Depths of templates that were looked through.
    private var known: [String: Int] = [:]
    /// Templates on the way to the current one.
    private var path: Set<String> = []
    private var diagnostics: [Diagnostic] = []

    private static let deepest = TemplateParser.deepest

    /// One diagnostic for each place at which the limit is passed.
    static func check(_ templates: [String: Template]) -> [Diagnostic] {
        var depth = TemplateDepth(templates: templates)
        for template in templates.values.sorted(by: { $0.name < $1.name }) { _ = depth.depth(of: template, level: 0) }
        return depth.diagnostics
    }

    private init(templates: [String: Template]) { self.templates = templates }

    /// - Parameter level: how deep the walk is already.
    private mutating func depth(of template: Template, level: Int) -> Int {
        if let depth = known[template.name] { return depth }
        guard path.insert(template.name).inserted else { return 0 }
        let depth = depth(of: template.nodes, in: template, level: level)
        path.remove(template.name)
        known[template.name] = depth
        return depth
    }

    private mutating func depth(of nodes: [TemplateNode], in template: Template, level: Int) -> Int {
        var deepest = 0
        for node in nodes {
            guard let (tag, inner, included) = parts(of: node) else { continue }
            var depth = Self.deepest + 1
            if level < Self.deepest {
                depth = 1 + self.depth(of: inner, in: template, level: level + 1)
                if let included { depth += self.depth(of: included, level: level + 1) }
            }
            if depth > Self.deepest {
                let place = SourceLocation(template.file, tag.range)
                diagnostics.append(Diagnostic(.templateTooDeep, [String(Self.deepest)], at: place))
                // Told here: what stands around it is not to be told for the same.
                depth = 0
            }
            deepest = max(deepest, depth)
        }
        return deepest
    }

    /// The tag of a node that has something inside, what that is, and the template that it includes; nothing for texts
    /// and variables.
    private func parts(of node: TemplateNode) -> (TemplateTag, inner: [TemplateNode], included: Template?)? {
        switch node {
        case .text, .variable: nil
        case .section(let tag, _, let inner), .block(let tag, let inner): (tag, inner, nil)
        case .layout(let tag, let inner): (tag, inner, templates[tag.name])
        case .partial(let tag): (tag, [], templates[tag.name])
        }
    }
}
