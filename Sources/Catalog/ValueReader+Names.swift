import Diagnostics

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
}
