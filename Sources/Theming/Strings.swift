import Formats
import Languages

/// The words of a theme in one language.
///
/// Asked with the cases of an enum (`enum Word: String, CaseIterable`), whose raw values are demanded when the theme
/// is loaded: after that a missing key is a fault of the program and traps.
package struct Strings: Sendable {
    /// What stands behind a key.
    enum Entry: Sendable, Hashable {
        case text(String)
        case forms(PluralForms)
    }

    package let language: Language
    let entries: [String: Entry]

    /// A text, with `{1}`, `{2}` … replaced.
    package func text<Key: RawRepresentable<String>>(_ key: Key, _ arguments: String...) -> String {
        guard case .text(var text)? = entries[key.rawValue] else {
            preconditionFailure("the theme's strings have no text \(key.rawValue)")
        }
        for (place, argument) in zip(Self.places, arguments) { text = place.replaced(in: text, by: argument) }
        return text
    }

    /// `{1}` to `{9}`.
    private static let places = (1...9).map { BytePattern("{\($0)}") }

    /// A noun with plural forms.
    package func forms<Key: RawRepresentable<String>>(_ key: Key) -> PluralForms {
        guard case .forms(let forms)? = entries[key.rawValue] else {
            preconditionFailure("the theme's strings have no plural forms \(key.rawValue)")
        }
        return forms
    }

    /// A number with its noun: «5 материалов».
    package func counted<Key: RawRepresentable<String>>(_ number: Int, _ key: Key) -> String {
        forms(key).counted(number, language)
    }

    /// Whether a key has a text without plural forms.
    package func hasText<Key: RawRepresentable<String>>(_ key: Key) -> Bool { plainText(key.rawValue) != nil }

    /// A text without plural forms, as templates may show it.
    func plainText(_ key: String) -> String? {
        if case .text(let text)? = entries[key] { text } else { nil }
    }

    /// Keys that templates may use, sorted.
    var plainKeys: [String] { entries.keys.filter { plainText($0) != nil }.sorted() }
}
