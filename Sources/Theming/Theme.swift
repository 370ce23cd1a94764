import Diagnostics
import Formats
import Languages

/// A theme, checked and ready to render: what a site's pages look like.
///
/// Comes in: the folders of the theme (the site's own first, the default one last; a file in an earlier folder
/// replaces the same file in a later one), the language, and the views that will be shown. Goes out: HTML, assets,
/// strings. It never reads the disk and never renders a template that does not fit its view.
package struct Theme: Sendable {
    /// Words and plural forms of the theme.
    package let strings: Strings
    /// Styles, scripts and pictures to copy, sorted by path.
    package let assets: [ThemeAsset]
    /// Of all its files but templates: its words, and what its styles and scripts are called.
    package private(set) var stamp: UInt64 = 0
    /// Of its templates, by their names.
    package let templateStamps: [String: UInt64]
    private let program: TemplateProgram
    private let constants: ThemeConstants

    /// Loads a theme; it is missing when there is an error among the diagnostics.
    ///
    /// `requiredStrings` are the keys that the program itself asks for: the raw values of its enums of words;
    /// `requiredForms` those of them that must have plural forms, while the others must have one text.
    package static func load(
        folders: [ThemeFolder], language: Language, views: [any TemplateView.Type], requiredStrings: [String] = [],
        requiredForms: [String] = []
    ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
        var loader = ThemeLoader(folders: folders, language: language)
        var theme = loader.load(
            views: views, requiredStrings: requiredStrings, requiredForms: Set(requiredForms))
        theme?.stamp = stamp(of: folders, language)
        return (loader.diagnostics.contains { $0.severity == .error } ? nil : theme, loader.diagnostics)
    }

    private static func stamp(of folders: [ThemeFolder], _ language: Language) -> UInt64 {
        var hash = StableHash()
        hash.add(language.rawValue)
        for folder in folders {
            for (path, bytes) in folder.files.sorted(by: { $0.key < $1.key })
            where !path.hasPrefix(ThemeLoader.templateFolder) {
                hash.add(path)
                bytes.withUnsafeBytes { hash.add($0) }
            }
        }
        return hash.stamp
    }

    init(
        strings: Strings, assets: [ThemeAsset], constants: ThemeConstants, program: TemplateProgram,
        templateStamps: [String: UInt64]
    ) {
        self.strings = strings
        self.templateStamps = templateStamps
        self.assets = assets
        self.constants = constants
        self.program = program
    }

    /// A page as HTML in UTF-8, with the names of the templates that made it.
    package func render<Page: TemplateView>(_ page: Page) -> (html: [UInt8], templates: [String]) {
        TemplateRenderer.render(ViewRecord(page), with: Page.template, of: program)
    }

    /// A view rendered once, to be placed in many pages of the same depth of address; with the names of its templates.
    package func fragment<Part: TemplateView>(_ part: Part) -> (html: Fragment<Part>, templates: [String]) {
        let (bytes, templates) = TemplateRenderer.render(ViewRecord(part), with: Part.template, of: program)
        return (Fragment(RawHTML(String(decoding: bytes, as: UTF8.self))), templates)
    }

    /// Where an asset stands in the site, by its path in the theme: `js/search.js`; nothing when there is none.
    package func assetPath(_ path: String) -> String? { constants.assets[ThemeLoader.assetKey(path)] }
}
