import Languages

/// What a name is beside the others of a list.
extension MunicipalityName {
    /// «Пермский» of «Пермский МО»: what it is called by where nobody else has that adjective.
    var head: String? {
        guard let type, name.hasSuffix(" " + type.rawValue) else { return nil }
        return String(name.dropLast(type.rawValue.count + 1))
    }

    /// The name without what says its sort: «Пермский» of «Пермский МО», «Барнаул» of «ГО город Барнаул».
    var place: String {
        if let head { return head }
        let led = type.flatMap { name.hasPrefix($0.rawValue + " ") ? name.dropFirst($0.rawValue.count + 1) : nil }
        let words = MunicipalityWords.split(String(led ?? name[...]))
        let isMarked = words.count > 1 && MunicipalityWords.settlements[NameFolding.fold(words[0])] != nil
        return (isMarked ? words.dropFirst() : words[...]).joined(separator: " ")
    }

    /// All that must mean this one alone.
    var spellings: [String] { allNames + (head.map { [$0] } ?? []) }

    /// All texts by which it would be found.
    package var allNames: [String] { [id, name] + [full, short].compactMap(\.self) + aliases }

    /// Another name, and what the rule makes of it in place of what it made of the former one; what the list or a person has said stays.
    ///
    /// Returns whether the text is a name.
    package mutating func rename(to text: String) -> Bool {
        guard let made = MunicipalityName.read(text) else { return false }
        let former = MunicipalityName.read(name)
        // «Череповец» for «ГО город Череповец» is the same place under less words: what was known of it stays.
        let isShortened = NameFolding.fold(name).contains(NameFolding.fold(made.name))
        if full == former?.full { full = made.full ?? (isShortened ? full : nil) }
        if short == former?.short { short = made.short ?? (isShortened ? short : nil) }
        let own = aliases.filter { alias in isShortened || former?.aliases.contains(alias) != true }
            .filter { !made.aliases.contains($0) && $0 != made.name }
        aliases = made.aliases + own
        type = made.type ?? type
        // One that others had too was numbered.
        if let former, id.hasPrefix(former.id) { id = made.id }
        name = made.name
        return true
    }

    /// Another id, in letters that addresses may have.
    package mutating func rename(id text: String) {
        let slug = Transliteration.slug(text)
        if !slug.isEmpty { id = slug }
    }

    /// Whether a text is one of its names only because its administration sits there.
    func isCentre(_ text: String) -> Bool {
        guard let centre = centre.map({ NameFolding.fold($0) }) else { return false }
        return text == centre
            || MunicipalityWords.settlements.values.contains { text == NameFolding.fold("\($0) \(centre)") }
    }

    /// Drops a short name or alias that, folded, is `text`.
    mutating func forget(_ text: String) {
        if let short, NameFolding.fold(short) == text {
            // The adjective returns where a town is gone.
            self.short = isCentre(text) ? shortBeforeCentre : nil
        }
        aliases.removeAll { NameFolding.fold($0) == text }
    }

    /// The town of the administration: what people call the municipality by.
    mutating func take(town: String) {
        let words = MunicipalityWords.split(town)
        let mark = words.count > 1 ? MunicipalityWords.settlements[NameFolding.fold(words[0])] : nil
        let plain = (mark == nil ? words[...] : words.dropFirst()).joined(separator: " ")
        guard !plain.isEmpty else { return }
        if !allNames.contains(where: { NameFolding.fold($0) == NameFolding.fold(plain) }) {
            centre = plain
            shortBeforeCentre = short
        }
        if plain != name { short = plain }
        if let mark, !aliases.contains(mark + " " + plain) { aliases.append(mark + " " + plain) }
    }
}
