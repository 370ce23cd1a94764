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

    /// «все», «все ГО», «все, кроме: Миасс; Аша»; nothing where other words stand behind «все».
    ///
    /// ```
    /// whole = ( "все" | "all" ) [ type ] [ [ "," ] ( "кроме" | "except" ) [ ":" ] name { ";" name } ]       type as entries of the list have it
    /// ```
    /// Names that the list has not are told, and nobody is excepted by them.
    mutating func wholeList(_ items: [Item], _ vocabulary: VocabularyIndex) -> WholeList? {
        guard let first = items.first,
            [WholeList.word.ru, WholeList.word.en].contains(NameFolding.fold(first.text.prefix { $0.isLetter }))
        else { return nil }
        let rest = String(first.text.drop { $0.isLetter })
        let words = InflectedWords.words(rest)
        let exception = words.first { WholeList.exceptions.contains(NameFolding.fold($0)) }
        let named = exception.map { rest[..<$0.startIndex] } ?? rest[...]
        let type = String(named.drop(while: Self.isSeparator)).trimmedOfSeparators
        let types = schema.vocabularies[vocabulary].entries.compactMap(\.type)
        let known = types.first { NameFolding.fold($0) == NameFolding.fold(type) }
        guard type.isEmpty || known != nil, exception != nil || items.count == 1 else { return nil }
        var excepted = Array(items.dropFirst())
        if let exception {
            let name = rest[exception.endIndex...].drop { $0 == ":" || $0.isWhitespace }
            if !name.isEmpty {
                excepted.insert(Item(text: String(name), range: place(of: String(name), in: first)), at: 0)
            }
        }
        return WholeList(type: known, but: distinct(excepted) { $0.entry($1, vocabulary) })
    }
}

extension String {
    /// Without the marks at its end that part names.
    fileprivate var trimmedOfSeparators: String {
        var rest = self[...]
        while let last = rest.last, last == "," || last == ";" || last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
