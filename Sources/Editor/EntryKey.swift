import Catalog
import Diagnostics
import Formats
import Languages

/// What is asked of somebody who adds an entry to a vocabulary.
enum EntryKey: String, CaseIterable {
    case name, short, full, expansion, type, group, number, municipality, region, description

    /// A key as a dialog asks it.
    struct Asked {
        let key: EntryKey
        let isNeeded: Bool
        /// What other entries say there, where these are few sorts.
        let known: [String]
    }

    /// Keys that the entries of a vocabulary have: those that nearly all of them have are needed.
    static func asked(in vocabulary: Vocabulary, _ schema: Schema) -> [Asked] {
        allCases.compactMap { asked($0, in: vocabulary, schema) }
    }

    /// One of them; nothing where hardly an entry has it.
    static func asked(_ key: EntryKey, in vocabulary: Vocabulary, _ schema: Schema) -> Asked? {
        let values = vocabulary.entries.compactMap { key.value(of: $0) }
        // An organisation is of the region of its municipality, and where all are of one it is that.
        if key == .region, Set(values).count < 2 || vocabulary.entries.contains(where: { $0.municipality != nil }) {
            return nil
        }
        // Within a part of the list the next number is not the one behind the last of all: somebody has to say it.
        if key == .number {
            guard let next = next(in: vocabulary), vocabulary.entries.contains(where: { $0.group != nil }) else {
                return nil
            }
            return Asked(key: key, isNeeded: false, known: [String(next)])
        }
        // A few entries do not say what all others have.
        let isUsual =
            vocabulary.entries.count >= fewest && values.count * 20 >= vocabulary.entries.count * 19
        let isNeeded = key == .name || key != .municipality && isUsual
        guard isNeeded || values.count * 10 >= vocabulary.entries.count, key == .name || !values.isEmpty else {
            return nil
        }
        var known: [String] = []
        if key == .type || key == .group {
            for value in values where !known.contains(value) { known.append(value) }
        }
        if let list = key.list(schema) { known = list.entries.map(\.distinctName) }
        return Asked(key: key, isNeeded: isNeeded, known: known)
    }

    private static let fewest = 5

    /// The number behind the last one, where all entries have one; nothing of a list without numbers.
    static func next(in vocabulary: Vocabulary) -> Int? {
        let numbers = vocabulary.entries.compactMap(\.number)
        return numbers.count == vocabulary.entries.count ? numbers.max().map { $0 + 1 } : nil
    }

    /// The vocabulary that entries of others name where they belong to a municipality.
    static func municipalities(_ schema: Schema) -> Vocabulary? {
        schema.vocabulary(ofMunicipalities).map { schema.vocabularies[$0] }
    }

    static let ofMunicipalities: VocabularyID = "municipalities"

    /// The vocabulary of which a value is an entry; nothing where it is none.
    func list(_ schema: Schema) -> Vocabulary? {
        switch self {
        case .municipality: Self.municipalities(schema)
        case .region: schema.vocabulary(RegionAxis.vocabulary).map { schema.vocabularies[$0] }
        default: nil
        }
    }

    func value(of entry: VocabularyEntry) -> String? {
        switch self {
        case .name: entry.name
        case .short: entry.short
        case .full: entry.full
        case .expansion: entry.expansion
        case .type: entry.type
        case .group: entry.group
        case .number: entry.number.map(String.init)
        case .municipality: entry.municipality?.rawValue
        case .region: entry.region?.rawValue
        case .description: entry.description
        }
    }

    var label: Bilingual {
        switch self {
        case .name: Bilingual(ru: "Название, как в материалах", en: "Name, as materials have it")
        case .short: Bilingual(ru: "Короткое название", en: "Short name")
        case .full: Bilingual(ru: "Полное название", en: "Full name")
        case .expansion: Bilingual(ru: "Расшифровка", en: "What it stands for")
        case .type: ValuesWord.type.wording
        case .group: ValuesWord.group.wording
        case .number:
            Bilingual(
                ru: "Номер; если пусто — следующий за последним в списке",
                en: "Number; where left empty, the one behind the last of the list")
        case .municipality: Bilingual(ru: "Муниципалитет", en: "Municipality")
        case .region: Bilingual(ru: "Регион", en: "Region")
        case .description: Bilingual(ru: "Пояснение одной фразой", en: "What it means, in a sentence")
        }
    }
}

extension EntryKey.Asked {
    func write(_ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key.rawValue)
            json.member("label", key.label.text(language))
            json.member("isNeeded", isNeeded)
            json.key("known")
            json.strings(known)
        }
    }
}
