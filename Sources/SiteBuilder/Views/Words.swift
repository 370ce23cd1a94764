/// Words that the program itself asks the theme for; templates have theirs as `{{strings.key}}`.
///
/// ```swift
/// theme.strings.counted(5, Word.materials)      // «5 материалов»
/// theme.strings.text(Word.directions)           // «Направления»
/// ```
package enum Word: String, CaseIterable, Sendable {
    case directions, coverage, albums, contents, downloads, nothing
    // Nouns with plural forms.
    case materials
    case chaptersCount = "chapters_count"
    case directionsCount = "directions_count"
    case municipalitiesCount = "municipalities_count"
    case documentsCount = "documents_count"

    /// What a theme must have.
    package static var required: [String] { allCases.map(\.rawValue) }
}
