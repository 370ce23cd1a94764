import Diagnostics
import Languages

/// Names as they stand in lists.
extension ValueReader {
    /// The items without the commas and semicolons at their ends, which part names and belong to none: «РМА,» → «РМА».
    ///
    /// What is nothing but such marks is no name, unless there is nothing else. O(length of the marks).
    func withoutSeparators(_ items: [Item]) -> [Item] {
        let names = items.map(withoutSeparators).filter { !$0.text.isEmpty }
        return names.isEmpty ? items : names
    }

    /// The names of a list but those that point at another row, «-//-»: these are told; nothing where no other is left.
    mutating func names(_ items: [Item], _ field: FieldDefinition) -> FieldValue? {
        var names: [String] = []
        for item in items {
            if TermSpelling.isDitto(item.text) {
                report(.repeatedTerm.worded(for: .repeatedName), [item.text, field.label], item.range)
            } else {
                names.append(item.text)
            }
        }
        return names.isEmpty ? nil : .list(names)
    }

    private func withoutSeparators(_ item: Item) -> Item {
        var text = item.text[...]
        while text.last.map(Self.isSeparator) ?? false { text.removeLast() }
        while text.first.map(Self.isSeparator) ?? false { text.removeFirst() }
        guard text.utf8.count < item.text.utf8.count else { return item }
        return Item(text: String(text), range: place(of: String(text), in: item))
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character == "," || character == ";" || character.isWhitespace
    }

    /// Whom a cell means that takes «все», sorts and exceptions beside names; nothing where it is empty.
    ///
    /// ```
    /// reach = what { ";" what } [ [ "," ] ( "кроме" | "except" | … ) [ ":" ] what { ";" what } ]
    /// what  = "все" | "all" | a name | names and sorts as texts have them: «городские округа», «Миасс, Аша», «Троицкого района»
    /// ```
    /// What is none of these is told, and the rest holds; none at all, where it is told of somebody who is excepted.
    mutating func reach(_ items: [Item], _ vocabulary: VocabularyIndex) -> FieldValue? {
        guard !items.isEmpty else { return nil }
        var (reach, isExcepting) = (EntryReach(), false)
        for item in items {
            var (whole, but): (Item?, Item?) = isExcepting ? (nil, item) : (item, nil)
            if !isExcepting, let found = PlaceMentions.exception(in: item.text), !found.maybe {
                func piece(_ text: String) -> Item? {
                    text.isEmpty ? nil : Item(text: text, range: place(of: text, in: item))
                }
                (whole, but, isExcepting) = (piece(found.whole), piece(found.but), true)
            }
            if let whole, let said = said(whole, vocabulary) {
                reach.isEverybody = reach.isEverybody || said.isEverybody
                reach.sorted += said.sorted
                for entry in said.named {
                    if reach.named.contains(entry) { report(.doubledValue, [whole.text], whole.range) }
                    reach.named.append(entry)
                }
            }
            if let but {
                // Of whom one is not known to be left out is not known.
                guard let said = said(but, vocabulary, isExcepted: true) else { return .entries([]) }
                reach.but += said.named + said.sorted
            }
        }
        // «кроме: Аша» is all but Аша.
        if isExcepting, reach.named.isEmpty, reach.sorted.isEmpty,
            items.first.map({ PlaceMentions.beginsWithException($0.text) }) ?? false
        {
            reach.isEverybody = true
        }
        guard reach.isEverybody || !reach.sorted.isEmpty || !reach.but.isEmpty else {
            return .entries(reach.named)
        }
        return .reach(reach)
    }

    /// Whom one item means; what is not understood is told.
    private mutating func said(
        _ item: Item, _ vocabulary: VocabularyIndex, isExcepted: Bool = false
    ) -> EntryReach? {
        let names = schema.vocabularies[vocabulary]
        func references(_ entries: [EntryIndex]) -> [EntryReference] {
            entries.map { EntryReference(vocabulary: vocabulary, entry: $0) }
        }
        var reach = EntryReach()
        let word = NameFolding.fold(item.text.filter { $0.isLetter || $0 == " " })
        if [EntryReach.word.ru, EntryReach.word.en].contains(word) {
            reach.isEverybody = true
            return reach
        }
        if case .none = names.resolve(item.text) {
            switch isExcepted ? names.excepted(in: item.text) : names.mentions(in: item.text) {
            case .known(let found, unknown: []) where found.allSatisfy({ $0.count == 1 }):
                reach.named = references(found.flatMap(\.self))
                return reach
            case .every(let some, but: [], unknown: [], let unsorted) where some != []:
                if !unsorted.isEmpty {
                    let list = unsorted.map { "«\(names.entries[$0].distinctName)»" }.joined(separator: ", ")
                    report(.unsortedPlaces, [item.text, list], item.range)
                }
                (reach.isEverybody, reach.sorted) = (some == nil, references(some ?? []))
                return reach
            default: break
            }
        }
        let near = names.resolve(item.text) == .none ? names.near(item.text) : []
        guard let entry = entry(item, vocabulary, candidates: near.isEmpty ? nil : near) else { return nil }
        reach.named = [entry]
        return reach
    }
}
