import Catalog
import Diagnostics
import SiteBuilder

/// What a site says after a renaming that it did not say before.
enum NewDiagnostics {
    private struct Key: Hashable {
        let code: DiagnosticCode
        let path: String
    }

    /// Those of which one file has more than before, of one code; wordings may name what has another name now.
    static func among(_ after: [Diagnostic], since before: [Diagnostic], _ names: NewNames) -> [Diagnostic] {
        func key(_ diagnostic: Diagnostic) -> Key {
            let path = diagnostic.location.path
            let moved = names.moves[String(path.dropFirst("content/".count))].map { "content/" + $0 }
            return Key(code: diagnostic.code, path: moved ?? path)
        }
        let known = Dictionary(grouping: before, by: key)
        return Dictionary(grouping: after) { Key(code: $0.code, path: $0.location.path) }.flatMap { key, found in
            let old = known[key] ?? []
            guard found.count > old.count else { return [Diagnostic]() }
            let strange = found.filter { new in !old.contains { $0.arguments == new.arguments } }
            return strange.isEmpty ? Array(found.suffix(found.count - old.count)) : strange
        }.sortedForPrinting()
    }
}

/// Whether all that is named in a site is the same before and after a renaming.
enum ReferenceComparison {
    private struct Meaning: Hashable {
        let form: SiteReference.Form
        let target: SiteReference.Target
    }

    /// The first file, as it is called afterwards, in which something else is meant.
    static func firstDifference(
        _ before: [SiteReference], _ after: [SiteReference], _ names: NewNames
    ) -> String? {
        func moved(_ path: String) -> String { names.moves[path] ?? path }
        func movedTarget(_ target: SiteReference.Target) -> SiteReference.Target {
            switch target {
            case .material(let path): .material(moved(path))
            case .file(let path): .file(moved(path))
            case .page, .elsewhere: target
            }
        }
        func meanings(_ references: [SiteReference], isOld: Bool) -> [String: [Meaning]] {
            references.reduce(into: [:]) { found, reference in
                let source = reference.source.map { isOld ? moved($0) : $0 } ?? Configuration.path
                let target = isOld ? movedTarget(reference.target) : reference.target
                found[source, default: []].append(Meaning(form: reference.form, target: target))
            }
        }
        let (old, new) = (meanings(before, isOld: true), meanings(after, isOld: false))
        return Set(old.keys).union(new.keys).sorted().first { old[$0] != new[$0] }
    }
}
