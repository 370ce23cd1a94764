import Languages

/// Words of names, known in any case by what is left of them without their endings.
///
/// ```
/// Миасский      миасск             Миасского, Миасскому
/// Миасс         миасс              Миасса, Миассом; not Миассово
/// Шуя           шу                 Шуи, Шуе: short ones too
/// Череповец     череповец          Череповца: its vowel flees, as in Елец (Ельца), Торжок (Торжка), Орёл (Орла)
/// Усть-Катав    уст-катав          Усть-Катава: parts around hyphens change each for itself
/// ```
package enum InflectedWords {
    /// Runs of letters, with hyphens within.
    package static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && $0 != "-" }.filter { $0.contains(where: \.isLetter) }
    }

    /// A word without its ending, folded.
    package static func stem(_ word: some StringProtocol) -> String {
        NameFolding.fold(word).split(separator: "-").map { stem(ofPart: $0) }.joined(separator: "-")
    }

    private static func stem(ofPart folded: Substring) -> String {
        if folded.count > 4, adjectival.contains(where: folded.hasSuffix) { return String(folded.dropLast(2)) }
        if let last = folded.last, folded.count > 2, "аеиоуыюяйь".contains(last) { return String(folded.dropLast()) }
        return String(folded)
    }

    /// Whether a word is some form of the one that a stem was made of.
    package static func isForm(_ word: some StringProtocol, of stem: String) -> Bool {
        isForm(folded: NameFolding.fold(word), of: stem)
    }

    /// The same of a folded word.
    static func isForm(folded word: String, of stem: String) -> Bool {
        // No case changes the first letter; most words end here.
        guard word.utf8.starts(with: stem.utf8.prefix(2)) else { return false }
        let parts = word.split(separator: "-")
        let stems = stem.split(separator: "-")
        return parts.count == stems.count
            && zip(parts, stems).allSatisfy { part, stem in
                isForm(part, stem) || fleeting(stem).contains { isForm(part, $0[...]) }
            }
    }

    private static func isForm(_ part: Substring, _ stem: Substring) -> Bool {
        // «Миасскй» has lost a letter.
        part.hasPrefix(stem) && endings.contains(String(part.dropFirst(stem.count))) && !part.hasSuffix("кй")
    }

    /// What a stem is in other cases, where its last vowel flees there («череповец»: череповц); empty for most.
    static func fleeting(_ stem: some StringProtocol) -> [String] {
        guard stem.count > 3 else { return [] }
        let base = String(stem.dropLast(2))
        // «Владивосток» keeps its vowel: its other stem is no beginning of any word, and does no harm.
        if stem.hasSuffix("ец") { return [base + "ц", base + "ьц", base + "йц"] }
        if stem.hasSuffix("ок") || stem.hasSuffix("ек") { return [base + "к", base + "ьк"] }
        return stem.hasSuffix("ел") && stem.count < 6 ? [base + "л"] : []
    }

    /// The stem of a masculine adjective in any case of the singular («Любимского» → любимск); nothing for other words.
    package static func adjectiveStem(_ word: some StringProtocol) -> String? {
        let folded = NameFolding.fold(word)
        guard let ending = masculine.first(where: folded.hasSuffix), folded.count > ending.count + 2 else { return nil }
        // Parts before a hyphen may change too: «Переславля-Залесского».
        let parts = folded.dropLast(ending.count).split(separator: "-")
        return (parts.dropLast().map { stem(ofPart: $0) } + parts.suffix(1).map(String.init)).joined(separator: "-")
    }

    /// Whether a word has the ending of an adjective of any gender, as «Ярославской» before «области».
    static func isAdjectival(_ word: some StringProtocol) -> Bool {
        let folded = NameFolding.fold(word)
        return folded.count > 4 && (adjectival + oblique).contains(where: folded.hasSuffix)
    }

    private static let oblique = ["ого", "его", "ому", "ему", "ую", "юю", "их", "ых", "им", "ым", "ими", "ыми"]
    private static let adjectival = ["ий", "ый", "ой", "ая", "яя", "ое", "ее", "ие", "ые"]

    private static let masculine = ["ого", "его", "ому", "ему", "ий", "ый", "ой", "им", "ым", "ом", "ем"]

    /// «ого», «ом», «а»: nothing else makes another word of the same.
    private static let endings: Set<String> = [
        "", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й", "ом", "ем", "ой", "ей", "ою", "ею", "ов", "ев", "ам",
        "ям",
        "ами", "ями", "ах", "ях", "ий", "ый", "ого", "его", "ому", "ему", "им", "ым", "ая", "яя", "ую", "юю", "ое",
        "ее",
        "ие", "ые", "их", "ых", "ими", "ыми", "ью",
    ]
}
