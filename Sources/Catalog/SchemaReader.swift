import Diagnostics
import Languages

/// Reads one YAML file of the schema and collects what is wrong with it: the base of the two loaders.
///
/// What it reports goes on: a fault in one entry hides none in the next.
package struct SchemaReader {
    package let file: SourceFile
    /// The code under which structural faults are reported.
    package let code: DiagnosticCode
    package private(set) var diagnostics: [Diagnostic] = []

    package init(file: SourceFile, code: DiagnosticCode) {
        self.file = file
        self.code = code
    }

    package mutating func root() -> YAMLNode? {
        let (root, found) = YAMLReader.read(file)
        diagnostics += found
        if root == nil, found.isEmpty { report(SchemaReason.empty, at: 0..<0) }
        return root
    }

    /// Reports a fault of the form, with what the reason names.
    package mutating func report(_ reason: Bilingual, _ arguments: String..., at range: Range<Int>) {
        diagnostics.append(Diagnostic(code.because(reason), arguments, at: SourceLocation(file, range)))
    }

    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The text of a key; a value that is no text is a fault.
    package mutating func text(_ key: String, of node: YAMLNode) -> String? {
        guard let value = node[key: key] else { return nil }
        guard let text = value.text else {
            report(SchemaReason.noText, key, at: value.range)
            return nil
        }
        return text
    }

    /// The text of a key that must be there.
    package mutating func requiredText(_ key: String, of node: YAMLNode) -> String? {
        if node[key: key] == nil { report(SchemaReason.missing, key, at: node.range) }
        return text(key, of: node)
    }

    package mutating func texts(_ key: String, of node: YAMLNode) -> [String] {
        guard let value = node[key: key] else { return [] }
        var result: [String] = []
        for item in value.items {
            if let text = item.text {
                result.append(text)
            } else {
                report(SchemaReason.noTexts, key, at: item.range)
            }
        }
        return result
    }

    package mutating func integer(_ key: String, of node: YAMLNode) -> Int? {
        guard let text = text(key, of: node) else { return nil }
        guard let number = Int(text) else {
            report(SchemaReason.noNumber, key, at: node[key: key]?.range ?? node.range)
            return nil
        }
        return number
    }

    package mutating func flag(_ key: String, of node: YAMLNode) -> Bool {
        guard let text = text(key, of: node) else { return false }
        guard let value = FlagWords.value(of: text) else {
            report(SchemaReason.noFlag, key, at: node[key: key]?.range ?? node.range)
            return false
        }
        return value
    }

    package mutating func forms(_ key: String, of node: YAMLNode) -> PluralForms? {
        guard let value = node[key: key] else { return nil }
        if let text = value.text { return PluralForms(one: text, few: text, many: text) }
        guard let one = requiredText("one", of: value), let few = requiredText("few", of: value),
            let many = requiredText("many", of: value)
        else { return nil }
        return PluralForms(one: one, few: few, many: many)
    }

    /// Reports each key that is not known at a place.
    package mutating func checkKeys(of node: YAMLNode, at place: SchemaPlace) {
        let known = place.keys
        guard let pairs = node.pairs else {
            report(SchemaReason.noPairs, at: node.range)
            return
        }
        for pair in pairs where !known.contains(pair.key) {
            let key = pair.key
            add(
                Diagnostic(
                    .unknownField, [key], at: SourceLocation(file, pair.keyRange),
                    candidates: NameSuggester(known).nearest(to: key)))
        }
    }

    /// Bytes of the longest identifier: it is the name of a page's file, with an ending and what stands beside the page.
    private static let longestIdentifier = 100

    /// Whether a text is lower-case ASCII words with hyphens; reports one that is not, or is too long for the name of a file.
    package mutating func isIdentifier(_ text: String, at range: Range<Int>) -> Bool {
        let isGood =
            !text.isEmpty
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isGood, text.utf8.count <= Self.longestIdentifier else {
            report(isGood ? SchemaReason.longIdentifier : SchemaReason.badIdentifier, text, at: range)
            return false
        }
        return true
    }
}

/// How yes and no are written.
package enum FlagWords {
    package static func value(of text: String) -> Bool? {
        switch NameFolding.fold(text) {
        case "да", "true", "yes": true
        case "нет", "false", "no": false
        default: nil
        }
    }
}
