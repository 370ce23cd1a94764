/// What became of a row of a plan, where its cells say so.
///
/// ```
/// remark = [ ("мероприятие" | "событие" | …) ] word …      «Отменено приказом № 5», «Мероприятие перенесено на май»
/// word   = отмен(ён|ена|ено|ены|яется|яются|а) | перенес(ён|ена|ено|ены) | перенос[ится|ятся]
/// ```
/// A name says it in the parentheses or behind the dash at its end, a term anywhere; «не отменено» says nothing.
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
        let words = Self.words(of: remark).prefix(2)
        guard let first = words.first else { return nil }
        let word = Self.subjects.contains(first) ? words.last ?? first : first
        guard let state = Self.words[word] ?? (takesNouns ? Self.nouns[word] : nil) else { return nil }
        self = state
    }

    /// What a term says of its row.
    ///
    /// O(length).
    package init?(term: String) {
        let words = Self.words(of: term)
        let place = words.indices.first { index in
            Self.said(by: words[index]) != nil && (index == 0 || words[index - 1] != "не")
        }
        guard let place, let state = Self.said(by: words[place]) else { return nil }
        self = state
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
