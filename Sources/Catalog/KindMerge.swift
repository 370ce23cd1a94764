import Diagnostics

/// Which files of kinds hold in a site with roots.
///
/// The site's all do. A root's hold where nobody before has one of that id; one that says something else than the one
/// which holds is told. An abstract kind of a root never holds: its fields would be those of all the site's kinds.
enum KindMerge {
    private struct Known {
        let location: SourceLocation
        let node: YAMLNode
    }

    static func files(
        _ site: [SourceFile], _ roots: [[SourceFile]], _ diagnostics: inout [Diagnostic]
    ) -> [SourceFile] {
        var holding: [String: Known] = [:]
        // What is wrong with a file is told by its loader.
        for file in site {
            if let (id, known) = read(file) { holding[id] = holding[id] ?? known }
        }
        var files = site
        for file in roots.joined() {
            guard let (id, kind) = read(file) else {
                // Its loader says what is wrong with it.
                files.append(file)
                continue
            }
            let isAbstract = kind.node[key: "abstract"]?.text.flatMap { FlagWords.value(of: $0) } ?? false
            if let known = holding[id] {
                if !known.node.says(whatIsSaidBy: kind.node) {
                    diagnostics.append(
                        Diagnostic(.kindOfRootDiffers, [id], at: kind.location, related: [known.location]))
                }
            } else if isAbstract {
                diagnostics.append(Diagnostic(.kindOfRootDiffers, [id], at: kind.location))
            } else {
                holding[id] = kind
                files.append(file)
            }
        }
        return files
    }

    private static func read(_ file: SourceFile) -> (id: String, kind: Known)? {
        guard let node = YAMLReader.read(file).0, let id = node[key: "id"]?.text else { return nil }
        return (id, Known(location: SourceLocation(file, node[key: "id"]?.range), node: node))
    }
}

extension YAMLNode {
    /// Whether two values are the same, wherever they stand: the order of keys does not count, nor how a text is quoted.
    package func says(whatIsSaidBy other: YAMLNode) -> Bool {
        var pending = [(self, other)]
        while let (one, two) = pending.popLast() {
            switch (one.value, two.value) {
            case (.scalar(let first, _), .scalar(let second, _)):
                if first != second { return false }
            case (.sequence(let first), .sequence(let second)):
                if first.count != second.count { return false }
                pending += zip(first, second)
            case (.mapping(let first), .mapping(let second)):
                if first.count != second.count { return false }
                for pair in first {
                    guard let value = two[key: pair.key] else { return false }
                    pending.append((pair.value, value))
                }
            default: return false
            }
        }
        return true
    }
}
