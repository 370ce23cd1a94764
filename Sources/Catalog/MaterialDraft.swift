import Diagnostics
import Languages

/// Where a material comes from: what is known of its file without its text.
package struct MaterialOrigin: Sendable {
    package let listing: MaterialDirectory.Listing
    /// Whether the file could be read as text.
    package let isText: Bool
    /// Whether something stood in the way of reading it; such a material is never published.
    package let isBroken: Bool
    /// Bytes of the file where its id is written; nothing where it is not.
    package let id: Range<Int>?
    /// Bytes of the file where its title is written; nothing where it is not.
    package let title: Range<Int>?

    package init(
        listing: MaterialDirectory.Listing, isText: Bool, isBroken: Bool, id: Range<Int>?, title: Range<Int>?
    ) {
        self.listing = listing
        self.isText = isText
        self.isBroken = isBroken
        self.id = id
        self.title = title
    }

    /// The path of the file as editors see it.
    package var path: String { "content/" + listing.path }
    /// The whole file.
    package var location: SourceLocation { SourceLocation(path: path) }
    /// Where its id is written, or the file.
    package var idLocation: SourceLocation { SourceLocation(path: path, range: id) }
    /// Where its title is written, or the file.
    package var titleLocation: SourceLocation { SourceLocation(path: path, range: title) }
}

/// A material at the first look: its front matter as YAML, and who it says it is.
package struct MaterialDraft: Sendable {
    package let origin: MaterialOrigin
    /// Nothing when the file could not be read as text.
    package let file: SourceFile?
    /// The front matter; nothing when it is broken.
    package let root: YAMLNode?
    /// Bytes of the text after the front matter.
    package let body: Range<Int>

    package var listing: MaterialDirectory.Listing { origin.listing }
    package var isBroken: Bool { origin.isBroken }

    /// Reads the front matter of one file.
    ///
    /// A broken one gives a draft too, with a title made of its file's name, so that links to it are no second error.
    /// - Parameters:
    ///   - file: nothing when the file is no text.
    ///   - path: below `content/`.
    package static func read(
        _ file: SourceFile?, path: String, schema: Schema
    ) -> (MaterialDraft, [Diagnostic]) {
        let kind = schema.kind(ofPath: path) ?? schema.kinds.startIndex
        let root = schema.root?.id
        guard let file else { return (broken(path: path, root, kind: kind), []) }
        let conflicts = MergeMarkers.diagnostics(file)
        if !conflicts.isEmpty { return (broken(path: path, root, kind: kind, file: file), conflicts) }
        let (part, faults) = FrontMatter.find(in: file)
        guard let part else { return (broken(path: path, root, kind: kind, file: file), faults) }
        let (yaml, yamlFaults) = YAMLReader.read(file, part: part.yaml)
        var reader = DraftReader(file: file, path: path, schema: schema, diagnostics: faults + yamlFaults)
        let draft = reader.draft(yaml, body: part.body)
        return (draft, reader.diagnostics)
    }

    private static func broken(path: String, _ root: RootID?, kind: KindIndex, file: SourceFile? = nil) -> MaterialDraft
    {
        let id = Address.id(ofPath: path)
        let listing = MaterialDirectory.Listing(
            id: id, kind: kind, title: id.rawValue, path: path, address: Address.page(ofPath: path), isDraft: false,
            formerPaths: [], root: root)
        let origin = MaterialOrigin(listing: listing, isText: file != nil, isBroken: true, id: nil, title: nil)
        return MaterialDraft(origin: origin, file: file, root: nil, body: 0..<0)
    }
}

private struct DraftReader {
    let file: SourceFile
    let path: String
    let schema: Schema
    var diagnostics: [Diagnostic]

    mutating func draft(_ root: YAMLNode?, body: Range<Int>) -> MaterialDraft {
        let isBroken = diagnostics.contains { $0.severity == .error } || root?.pairs == nil
        if diagnostics.isEmpty, root == nil {
            report(.missingTitle, [], 0..<3)
        } else if let root, root.pairs == nil {
            report(.brokenYAML.because(YAMLReason.noPairs), [], root.range)
        }
        let kind = kind(root, isBroken: isBroken)
        let titleNode = root.flatMap { self.item(CoreField.title, $0, kind: kind) }
        // A title of a wrong type is reported with the other fields.
        if root?.pairs != nil, titleNode?.isEmpty ?? true { report(.missingTitle, [], 0..<3) }
        let title = titleNode?.text
        let written = root.flatMap { self.item(CoreField.id, $0, kind: kind) }
        if let text = written?.text, !Self.isIdentifier(text) {
            report(.wrongType.expecting(.identifier), ["id"], written?.range ?? 0..<3)
        }
        let id = written?.text.map { MaterialID(ownFolder + $0) } ?? Address.id(ofPath: path)
        let listing = MaterialDirectory.Listing(
            id: id, kind: kind ?? schema.kinds.startIndex, title: title ?? id.rawValue, path: path,
            address: Address.page(ofPath: path),
            isDraft: isDraft(root, kind, title ?? id.rawValue), formerPaths: formerPaths(root, kind),
            root: schema.root?.id)
        let origin = MaterialOrigin(
            listing: listing, isText: true, isBroken: isBroken || kind == nil, id: written?.range,
            title: titleNode?.range)
        return MaterialDraft(origin: origin, file: file, root: root, body: body)
    }

    /// One who began to write `draft` and did not say what is not ready to publish.
    private mutating func isDraft(_ root: YAMLNode?, _ kind: KindIndex?, _ title: String) -> Bool {
        guard let node = root.flatMap({ item(CoreField.draft, $0, kind: kind) }) else { return false }
        if let flag = node.text.flatMap({ FlagWords.value(of: $0) }) { return flag }
        // Other words are told with the other fields.
        if node.isEmpty || node.text.map({ NameFolding.fold($0) }) == FieldValue.absenceMark {
            report(.unclearDraft, [title], node.range)
        }
        return true
    }

    private func formerPaths(_ root: YAMLNode?, _ kind: KindIndex?) -> [String] {
        let items = root.flatMap { item(CoreField.aliases, $0, kind: kind) }?.items ?? []
        return items.compactMap(\.text).map { text in
            let stem = FormerName.stem(of: text, beside: path)
            return FormerName.isBare(text) ? stem : ownFolder + stem
        }
    }

    /// What ids and paths of a root's materials begin with.
    private var ownFolder: String { schema.root.map { "\($0.id)/" } ?? "" }

    /// ASCII letters, digits, `-`, `_` and `.`, in parts between `/`.
    private static func isIdentifier(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && part.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
                        || "-_.".utf8.contains($0)
                }
        }
    }

    /// `kind:` outranks the folder; nothing when neither names one, which is reported.
    private mutating func kind(_ root: YAMLNode?, isBroken: Bool) -> KindIndex? {
        let ofFolder = schema.kind(ofPath: path)
        if let node = root.flatMap({ item(CoreField.kind, $0, kind: ofFolder) }), let name = node.text {
            return kind(named: name, node) ?? ofFolder
        }
        if ofFolder == nil, !isBroken {
            let folder =
                path.dropFirst(ownFolder.count).split(separator: "/").dropLast().first.map(String.init) ?? "content"
            let folders = schema.kinds.map(\.folder)
            diagnostics.append(
                Diagnostic(
                    .missingKind, [folder], at: SourceLocation(file),
                    candidates: NameSuggester(folders).nearest(to: folder)))
        }
        return ofFolder
    }

    private mutating func kind(named name: String, _ node: YAMLNode) -> KindIndex? {
        let wanted = NameFolding.fold(name)
        let found = schema.kinds.firstIndex { $0.id.rawValue == name || NameFolding.fold($0.name.one) == wanted }
        if found == nil {
            let names = schema.kinds.flatMap { [$0.id.rawValue, $0.name.one] }
            diagnostics.append(
                Diagnostic(
                    .unknownKind, [name], at: SourceLocation(file, node.range),
                    candidates: NameSuggester(names).nearest(to: name)))
        }
        return found
    }

    /// The value of a core field, whatever name it is written by.
    private func item(_ id: FieldID, _ root: YAMLNode, kind: KindIndex?) -> YAMLNode? {
        if let value = root[key: id.rawValue] { return value }
        guard let kind = schema.kinds[safe: kind ?? schema.kinds.startIndex] else { return nil }
        return root.pairs?.first { pair in kind.field(named: pair.key).map { kind.fields[$0].id == id } == true }?.value
    }

    private mutating func report(_ code: DiagnosticCode, _ arguments: [String], _ range: Range<Int>) {
        let end = min(range.upperBound, file.bytes.count)
        diagnostics.append(Diagnostic(code, arguments, at: SourceLocation(file, min(range.lowerBound, end)..<end)))
    }
}

extension Schema {
    /// Position of the kind that a path's first folder belongs to; behind that of its root, where it has one.
    fileprivate func kind(ofPath path: String) -> KindIndex? {
        let parts = path.split(separator: "/").dropLast()
        let isOfRoot = root != nil || root(ofPath: path) != nil
        guard let folder = (isOfRoot ? parts.dropFirst() : parts).first else { return nil }
        return kinds.firstIndex { $0.folder == folder || $0.id.rawValue == folder }
    }
}

extension RandomAccessCollection {
    /// The element at a position, or nothing past the end.
    subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}
