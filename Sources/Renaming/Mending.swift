import Catalog
import Diagnostics
import Editing
import Files
import Linking
import SiteBuilder

/// Writes anew what names a material that gets another name, or a file that goes with it; and what that material itself
/// names relative to its folder.
struct Mending {
    let survey: SiteSurvey
    let names: NewNames

    /// How many places are written anew.
    var count: Int { survey.references.count { replacement(of: $0) != nil } }

    /// The edits of each file, by its path; refused where a root has one of them.
    func edits(
        _ text: (String) throws(RenamingError) -> RawText
    ) throws(RenamingError) -> [String: [TextEdit]] {
        var edits: [String: Set<TextEdit>] = [:]
        for reference in survey.references {
            guard let new = replacement(of: reference) else { continue }
            let below = String(reference.file.dropFirst("content/".count))
            if let root = survey.catalog.schema.root(ofPath: below) { throw .refused(.namedByRoot(root, below)) }
            let file = try text(reference.file).file
            guard let found = WrittenReference(reference, in: file, survey)?.edits(to: new), !found.isEmpty else {
                throw .refused(.cannotMend(reference.file, reference.written))
            }
            edits[reference.file, default: []].formUnion(found)
        }
        return edits.mapValues(Array.init)
    }

    /// What is to stand in the place of a reference: a name, or a path without what follows `?` and `#`; nothing where it
    /// stays.
    private func replacement(of reference: SiteReference) -> String? {
        switch reference.form {
        case .name, .yamlName:
            guard reference.target == .material(names.material.path) else { return nil }
            return names.name(for: Self.beforeAnchor(reference.written), survey)
        case .address, .yamlFile: return path(of: reference)
        // Found by its name in whatever folder.
        case .yamlPicture:
            guard case .file(let path) = reference.target, let new = names.moves[path] else { return nil }
            return String(new.dropFirst(NewNames.folder(of: new).count))
        }
    }

    private static func beforeAnchor(_ text: String) -> String { String(text.prefix { $0 != "#" }) }

    private func path(of reference: SiteReference) -> String? {
        guard let source = reference.source else { return nil }
        let newSource = names.moves[source] ?? source
        let (old, new): (String, String)
        switch reference.target {
        case .material(let path), .file(let path): (old, new) = (path, names.moves[path] ?? path)
        case .page(let path): (old, new) = (path, path)
        case .elsewhere: return nil
        }
        let isSameWay = NewNames.folder(of: source) == NewNames.folder(of: newSource) && old == new
        let written = reference.written.prefix { $0 != "#" && $0 != "?" }
        guard !isSameWay, !written.isEmpty else { return nil }
        let goal = ending(of: String(written), old, new, reference.target)
        return written.hasPrefix("/") ? "/" + goal : RelativeAddress.make(from: newSource, to: goal)
    }

    /// The new path with the end that a link is written with: `.md`, `.html`, none.
    private func ending(
        of written: String, _ old: String, _ new: String, _ target: SiteReference.Target
    ) -> String {
        guard case .material = target else { return new }
        let decoded = PercentEncoding.decoded(written) ?? written
        let name = old.split(separator: "/").last ?? ""
        if decoded.hasSuffix(name) { return new }
        let stem = String(MaterialFileName.stem(new))
        if decoded.hasSuffix(".html") { return stem + ".html" }
        return MaterialFileName.stem(decoded) == decoded ? stem : MaterialFileName.proper(new)
    }
}
