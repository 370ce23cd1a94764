import Diagnostics

/// What is told of a name that no material has.
package struct UnknownMaterial: Sendable {
    package let code: DiagnosticCode
    package let arguments: [String]
    /// Names that work in its place, the nearest first; O(materials) when they are asked for.
    package let candidates: @Sendable () -> [String]

    /// The same at the place where the name stands.
    package func diagnostic(at place: SourceLocation) -> Diagnostic {
        Diagnostic(code, arguments, at: place, candidates: candidates())
    }
}

extension MaterialDirectory {
    /// What is told of a name that no material has: one behind the id of an album that the site lacks may be that of a material
    /// of another, which was called so before.
    package func unknown(_ text: String, kind: KindIndex? = nil) -> UnknownMaterial {
        if let (gone, found) = behindGoneRoot(text, kind), let first = found.first {
            return UnknownMaterial(code: .goneRoot, arguments: [text, gone, first.root]) { found.map(\.name) }
        }
        return UnknownMaterial(code: .unknownMaterial(named: text), arguments: [text]) {
            suggestions(for: text, kind: kind)
        }
    }

    /// The id of an album that the site lacks, and where the rest of the name is known.
    private func behindGoneRoot(
        _ text: String, _ kind: KindIndex?
    ) -> (gone: String, found: [(root: String, name: String)])? {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let (gone, rest) = (String(text[..<slash]), String(text[text.index(after: slash)...]))
        guard !isFolder(gone) else { return nil }
        let targets: [MaterialIndex] =
            switch resolveInRoots(rest, kind: kind) {
            case .one(let target): [target]
            case .several(let targets): targets
            case .none: []
            }
        let found = targets.compactMap { target in
            listings[target].root.map { (root: $0.rawValue, name: "\($0)/\(rest)") }
        }
        return found.isEmpty ? nil : (gone, found)
    }
}
