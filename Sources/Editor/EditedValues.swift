import Catalog
import Diagnostics
import Editing
import Files
import Formats
import Languages

/// Some values of one file that are edited on a page of their own.
protocol EditedValues {
    /// The file, below the site's root.
    var path: SitePath { get }
    /// Where the page stands.
    var address: String { get }
    /// In the order of the page.
    var fields: [ValueField] { get }
    func title(_ language: Language) -> String

    /// What is edited, in a line below the title; nothing where the title says it.
    func about(_ language: Language) -> String?

    /// The page of the site that shows it, from its root; nothing where none is its own.
    var shown: String? { get }

    /// What a file says, by the keys of the fields; nothing where it cannot be read.
    func values(of bytes: [UInt8]) -> [String: String]?

    /// The field of which a value cannot be, and why; nothing where all can be.
    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)?

    /// The file with other values; nothing where it cannot be written so.
    /// - Parameter options: what else the form was sent with.
    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> Changed?

    /// Pages between the list of all materials and this one, each with its address.
    func ways(_ language: Language) -> [(address: String, text: String)]
}

/// A file with other values.
struct Changed {
    let bytes: [UInt8]
    /// The page that shows the values then.
    let address: String
    var said = ValuesSaid.saved
    /// What stands there as before and may be wrong now, by the keys of the fields.
    var unchanged: [String] = []
    /// Names that nothing is found by any more, each with the one that stands for it.
    var respelled: [String: String] = [:]
}

/// What a page says of the save that led to it.
enum ValuesSaid: String {
    case saved = "1"
    case same
    /// An entry is new.
    case added = "new"
    case removed
    /// An entry is there again.
    case back

    var word: ValuesWord {
        switch self {
        case .saved: .saved
        case .same: .same
        case .added: .added
        case .removed: .removed
        case .back: .isBack
        }
    }
}

/// A field of such a page.
struct ValueField {
    let key: String
    let label: Bilingual
    var help: ValuesWord?
    var isNeeded = false
    /// What others say there.
    var known: [String] = []
    /// Whether it is a column and a row, «4, 9», and a list of two numbers in the file.
    var isTile = false
    /// Whether each line is a value.
    var isList = false
    /// Lines of its control.
    var lines = 1

    var name: String { "value." + key }

    /// A value as it is written: without blanks around it, on one line but in lists, where empty lines and doubles go.
    func tidy(_ typed: String) -> String {
        func tidy(_ line: Substring) -> String { line.split { $0.isWhitespace }.joined(separator: " ") }
        guard isList else { return tidy(typed[...]) }
        var seen: Set<String> = []
        return typed.split(separator: "\n").map(tidy).filter { !$0.isEmpty && seen.insert($0).inserted }
            .joined(separator: "\n")
    }

    /// The cell that «4, 9» means; nothing where it is none.
    static func tile(_ text: String) -> TilePosition? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0.filter { $0 != " " }) }
        guard parts.count == 2, case (let column?, let row?) = (parts[0], parts[1]),
            [column, row].allSatisfy((1...TilePosition.largest).contains)
        else { return nil }
        return TilePosition(column: column, row: row)
    }

    /// What makes a key say a value.
    func change(to value: String) -> KeyChange {
        if value.isEmpty { return .remove(key) }
        if isTile, let tile = Self.tile(value) {
            return .set(key, .list([String(tile.column), String(tile.row)]))
        }
        return .set(key, isList ? .list(value.split(separator: "\n").map(String.init)) : .text(value))
    }
}

/// What `album.yml` says of the site in words.
struct SiteValues: EditedValues {
    let path = SitePath(literal: "album.yml")
    let address: String = SiteValues.address
    static let address = "/_edit/site"
    private static let edition = "edition"

    let fields: [ValueField] = [
        ValueField(key: "title", label: ValuesWord.siteTitle.wording, help: .aboutSiteTitle, isNeeded: true),
        ValueField(
            key: "description", label: ValuesWord.siteDescription.wording, help: .aboutSiteDescription, lines: 3),
        ValueField(
            key: SiteValues.edition, label: ValuesWord.siteEdition.wording, help: .aboutSiteEdition, isNeeded: true),
        ValueField(key: "contact", label: ValuesWord.siteContact.wording, help: .aboutSiteContact, lines: 2),
    ]

    func title(_ language: Language) -> String { ValuesWord.theSite.text(language) }

    func about(_ language: Language) -> String? { nil }

    var shown: String? { "/" }

    func values(of bytes: [UInt8]) -> [String: String]? {
        guard let text = ConfigurationText(bytes) else { return nil }
        return fields.reduce(into: [:]) { values, field in
            let said = field.tidy(text.text(of: field.key) ?? "")
            values[field.key] = field.key == Self.edition ? Self.day(said)?.numeric ?? said : said
        }
    }

    private static func day(_ text: String) -> CalendarDate? {
        let period = Period.parse(text)
        return period.precision == .day && period.start == period.end ? period.start : nil
    }

    func fault(in values: [String: String], _ language: Language) -> (key: String, said: String)? {
        let said = values[Self.edition] ?? ""
        return Self.day(said) == nil ? (Self.edition, ValuesWord.noDay.text(language, said)) : nil
    }

    func ways(_ language: Language) -> [(address: String, text: String)] { [] }

    func changed(_ bytes: [UInt8], to values: [String: String], _ options: FormData) -> Changed? {
        guard let text = ConfigurationText(bytes), let now = self.values(of: bytes) else { return nil }
        let changes = fields.filter { values[$0.key] != now[$0.key] }.map { field in
            let value = values[field.key] ?? ""
            return field.change(to: field.key == Self.edition ? Self.day(value)?.description ?? value : value)
        }
        guard let changed = try? text.changing(changes, order: fields.map(\.key)) else { return nil }
        return Changed(bytes: changed, address: address)
    }
}
