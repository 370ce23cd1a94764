import Catalog
import Languages

/// The material that a draft brings a text for, or of which it looks like a newer version.
///
/// It is a guess that is told and shown, and acted upon by nobody but an editor. So it is rather careful: another kind, or
/// another municipality or album, is another material whatever its title says.
package struct Predecessor: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// Its first line says so: «К материалу [[model-decisions/programma]].»
        case named
        /// It is of the same kind and is called the same.
        case sameTitle
    }

    package let index: MaterialIndex
    package let reason: Reason

    /// Nothing where there is none, or where several would do.
    /// - Parameters:
    ///   - path: where the draft is or will be, below `content/`.
    ///   - catalog: with the draft or without it.
    package init?(of draft: EditableMaterial, path: String, _ catalog: AlbumCatalog) {
        if let name = Self.named(in: draft.body),
            case .one(let index) = catalog.directory.resolve(name, from: catalog.schema.root(ofPath: path)),
            catalog.materials[index].path != path
        {
            (self.index, reason) = (index, .named)
            return
        }
        let title = Self.compared(draft.draft.listing.title)
        let root = catalog.schema.root(ofPath: path)
        let places = Self.municipalities(of: draft, root, catalog)
        let alike = catalog.materials.positioned.filter { _, other in
            guard other.path != path, catalog.kind(of: other).id == draft.kind.id, !title.isEmpty,
                Self.compared(other.title) == title, catalog.schema.root(ofPath: other.path) == root
            else { return false }
            let others = Set(other.entries(Self.municipality))
            return places.isEmpty || others.isEmpty || !places.isDisjoint(with: others)
        }
        let published = alike.filter { !$0.1.isDraft }
        // Of two drafts the one that has the name came first.
        let earlier = alike.filter { $0.1.isDraft && ($0.1.path.utf8.count, $0.1.path) < (path.utf8.count, path) }
        guard let found = published.isEmpty ? earlier.first : published.count == 1 ? published[0] : nil else {
            return nil
        }
        (index, reason) = (found.0, .sameTitle)
    }

    private static let municipality: FieldID = "municipalities"

    private static func municipalities(
        of draft: EditableMaterial, _ root: RootID?, _ catalog: AlbumCatalog
    ) -> Set<EntryReference> {
        guard let position = draft.kind.field(named: municipality.rawValue),
            case .references(.vocabulary(let id)) = draft.kind.fields[position].type,
            let vocabulary = catalog.schema.vocabulary(id)
        else { return [] }
        return Set(
            draft.items(of: municipality).compactMap { item in
                let names = [root.map { "\($0).\(item.text)" }, item.text].compactMap(\.self)
                for case .one(let entry) in names.map(catalog.schema.vocabularies[vocabulary].resolve) {
                    return EntryReference(vocabulary: vocabulary, entry: entry)
                }
                return nil
            })
    }

    // MARK: The line that names a material

    /// What the first line of a text refers to, as the sharing page writes it; nothing where it says anything else.
    package static func named(in body: String) -> String? { line(in: body)?.name }

    /// The text without the line that names a material; the same where there is none.
    package static func withoutLine(_ body: String) -> String {
        guard let line = line(in: body) else { return body }
        return String(body[line.range.upperBound...].drop { $0.isWhitespace })
    }

    /// The line that names a material, in a text.
    package static func line(in body: String) -> (name: String, range: Range<String.Index>)? {
        guard let start = body.firstIndex(where: { !$0.isWhitespace }) else { return nil }
        let end = body[start...].firstIndex(where: \.isNewline) ?? body.endIndex
        let line = body[start..<end]
        guard line.lowercased().hasPrefix("к материалу "), let open = line.firstRange(of: "[["),
            let close = line[open.upperBound...].firstRange(of: "]]"),
            // Whatever stands behind is a sentence of its author.
            line[close.upperBound...].allSatisfy({ $0 == "." || $0.isWhitespace })
        else { return nil }
        let name = line[open.upperBound..<close.lowerBound].prefix { $0 != "|" && $0 != "#" }
        return name.isEmpty ? nil : (String(name), start..<end)
    }

    // MARK: Titles

    private static let nouns: Set<String> = ["версия", "редакция", "вариант"]
    private static let marks: Set<String> = [
        "обновленная", "обновленный", "обновленное", "обновлено", "исправленная", "исправленный", "исправленное",
        "исправлено", "доработанная", "доработанный", "доработанное", "дополненная", "дополненный", "дополненное",
        "дополнено", "уточненная", "уточненный", "уточненное", "итоговая", "итоговый", "окончательная",
        "окончательный",
    ]
    /// Only before a noun: «Школа новая» is no version of «Школа».
    private static let marksOfNoun: Set<String> = ["новая", "новый", "вторая", "второй", "последняя", "последний"]

    /// The words of a title, without what says at its end that it is a newer version.
    ///
    /// «Квест (новая редакция)» and «Квест. Версия 2» are «Квест». Years stay: a plan of another year is another plan.
    static func compared(_ title: String) -> [String] {
        let all = NameFolding.fold(title).replacing("ё", with: "е").split { !$0.isLetter && !$0.isNumber }.map(
            String.init)
        var words = all
        while let last = words.last {
            let isNumber = last.count < 3 && last.allSatisfy(\.isNumber)
            if isNumber, words.count > 2, nouns.contains(words[words.count - 2]) {
                words.removeLast()
            } else if nouns.contains(last), words.count > 1 {
                words.removeLast()
                if let mark = words.last, marksOfNoun.contains(mark) { words.removeLast() }
            } else if marks.contains(last) {
                words.removeLast()
            } else {
                break
            }
        }
        return words.isEmpty ? all : words
    }
}
