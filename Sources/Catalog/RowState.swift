import Languages

/// What became of a row of a plan, where its cells say so.
///
/// ```
/// remark = [ ("мероприятие" | "событие" | …) ] word …      «Отменено приказом № 5», «Мероприятие перенесено на май»
/// word   = отмен(ён|ена|ено|ены|яется|яются|а) | перенес(ён|ена|ено|ены) | перенос[ится|ятся]
///        | не (состоялся|состоялась|состоялось|состоялись|состоится|состоятся)
/// ```
/// A name says it in the parentheses or behind the dash at its end, a term anywhere; «не отменено» and «перенос не
/// требуется» say nothing.
package enum RowState: Sendable, Hashable {
    case cancelled
    case moved

    private static let words: [String: RowState] = [
        "отменен": .cancelled, "отменена": .cancelled, "отменено": .cancelled, "отменены": .cancelled,
        "отменяется": .cancelled, "отменяются": .cancelled, "cancelled": .cancelled, "canceled": .cancelled,
        "перенесен": .moved, "перенесена": .moved, "перенесено": .moved, "перенесены": .moved,
        "переносится": .moved, "переносятся": .moved, "postponed": .moved, "rescheduled": .moved,
    ]

    /// «Отмена крепостного права» may be what a row is about.
    private static let nouns: [String: RowState] = ["отмена": .cancelled, "перенос": .moved]

    /// What may stand before the word: a remark speaks of its own row.
    private static let subjects: Set<String> = [
        "мероприятие", "мероприятия", "событие", "событии", "занятие", "семинар", "срок", "сроки", "дата", "проведение",
    ]

    /// What a folded word says; nothing for any other.
    package static func said(by word: String) -> RowState? { words[word] ?? nouns[word] }

    /// What a remark says of its row.
    ///
    /// O(length).
    ///
    /// - Parameter takesNouns: whether «отмена» and «перенос» say it too, as where nothing but that is written.
    package init?(remark: String, takesNouns: Bool = true) {
        let words = Self.words(of: remark)
        guard let first = words.first else { return nil }
        let place = Self.subjects.contains(first) && words.count > 1 ? 1 : 0
        guard let state = Self.state(words, at: place, takesNouns: takesNouns) else { return nil }
        self = state
    }

    /// What a term says of its row.
    ///
    /// O(length).
    package init?(term: String) {
        let words = Self.words(of: term)
        let states = words.indices.lazy.compactMap { index in
            index > 0 && words[index - 1] == "не" ? nil : Self.state(words, at: index, takesNouns: true)
        }
        guard let state = states.first else { return nil }
        self = state
    }

    /// What the word at a place says with those behind it; «перенос срока не требуется» says nothing.
    private static func state(_ words: [String], at place: Int, takesNouns: Bool) -> RowState? {
        let behind = words[(place + 1)...].prefix(2)
        if words[place] == "не" { return behind.first.map(isHeld) ?? false ? .cancelled : nil }
        if let state = Self.words[words[place]] { return Array(behind) == ["не", "будет"] ? nil : state }
        guard takesNouns, !behind.contains("не"), behind.first != "нет" else { return nil }
        return nouns[words[place]]
    }

    /// Whether a folded word says that something took place: «состоялось», «состоится».
    package static func isHeld(_ word: String) -> Bool {
        ["состоялся", "состоялась", "состоялось", "состоялись", "состоится", "состоятся"].contains(word)
    }

    /// What the end of a name says of its row: «Слёт (отменён)», «Слёт — перенесён на май».
    ///
    /// O(length).
    package init?(name: String) {
        let end =
            name.hasSuffix(")") ? name.lastIndex(of: "(") : name.lastIndex { "—–".contains($0) }
        guard let end, let state = RowState(remark: String(name[end...])) else { return nil }
        self = state
    }

    private static func words(of text: String) -> [String] {
        NameFolding.fold(text).split { !$0.isLetter }.map(String.init)
    }
}
