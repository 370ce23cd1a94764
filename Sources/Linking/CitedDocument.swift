import Catalog
import Formats

/// What is known of a document besides its number and date: its sort and who issued it.
///
/// Offices number their papers each for itself, so that two of one day may have one number. A citation that names
/// another sort of document or another office is not one of this.
struct CitedDocument: Sendable {
    /// The sort that its title begins with; none where that is no sort.
    private let sort: DocumentSort?
    /// Beginnings of the words of its title and of the entries in its fields.
    private let words: Set<String>
    /// Whether they name an office.
    private let namesOffice: Bool

    init(_ material: Material, _ catalog: AlbumCatalog) {
        sort = DocumentSort.beginning(material.title)
        var names = [material.title]
        for case .entries(let entries) in material.fields.map(\.value) {
            for reference in entries {
                let entry = catalog.schema.entry(reference)
                names += [entry.name] + [entry.full, entry.short].compactMap(\.self) + entry.aliases
                names += catalog.schema.history(reference).names.map(\.text)
            }
        }
        words = Set(names.flatMap(Self.beginnings))
        namesOffice = words.contains(where: Self.isOffice)
    }

    /// Appends all that ``mayBe(_:)`` looks at.
    func write(to writer: inout ByteWriter) {
        writer.text(sort?.rawValue)
        writer.texts(words.sorted())
    }

    /// Whether a citation may name it.
    ///
    /// - Parameter citation: what stands from the word for the sort on, or from the date or number where there is none.
    func mayBe(_ citation: String) -> Bool {
        guard let cited = DocumentSort.beginning(citation) else { return true }
        if let sort, sort != cited { return false }
        // A title in quotation marks and what stands in parentheses name no office.
        let phrase = Self.beginnings(String(citation.prefix { !"«\"(„".contains($0) })).dropFirst()
        guard namesOffice, phrase.contains(where: Self.isOffice) else { return true }
        let strange = phrase.filter { !words.contains($0) }
        return !strange.contains(where: Self.isOffice) && strange.count * 2 < phrase.count
    }

    /// The first five letters of each word of four letters or more, small, without figures: forms of a word share them.
    private static func beginnings(_ text: String) -> [String] {
        text.lowercased().replacing("ё", with: "е").split { !$0.isLetter }.filter { $0.count >= 4 }.map {
            String($0.prefix(5))
        }
    }

    private static let offices: Set<String> = Set(
        """
        министерство минобрнауки минпросвещения рособрнадзор управление отдел департамент комитет администрация \
        правительство президент директор школа лицей гимназия институт центр глава учреждение дума собрание палата
        """.split(separator: " ").map { String($0.prefix(5)) })

    private static func isOffice(_ beginning: String) -> Bool { offices.contains(beginning) }
}

/// The sort of a document, by the word for it.
enum DocumentSort: String, CaseIterable, Sendable {
    case order = "приказ"
    case directive = "распоряжени"
    case letter = "письм"
    case decree = "постановлени"
    case minutes = "протокол"
    case decision = "решени"
    case law = "закон"
    case contract = "договор"
    case agreement = "соглашени"

    /// The sort that a text begins with, in any form: «приказом», not «законодательство».
    static func beginning(_ text: String) -> DocumentSort? {
        let word = text.lowercased().prefix { $0.isLetter }
        return allCases.first { word.hasPrefix($0.rawValue) && word.count <= $0.rawValue.count + 3 }
    }
}
