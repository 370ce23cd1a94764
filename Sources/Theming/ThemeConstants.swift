import Diagnostics

/// Names that are the same on every page: `strings.key` from the strings file, `assets.key` for the theme's files.
///
/// They are put into the templates when these are loaded and cost nothing when a page is rendered.
struct ThemeConstants: Sendable {
    let strings: Strings
    /// Key of an asset, `css_album_css`, to its path in the site, `assets/css/album.3f2a1c09.css`.
    let assets: [String: String]

    /// Whether the name belongs here and not to a view.
    func owns(_ name: String) -> Bool { name.hasPrefix("strings.") || isAsset(name) }

    func isAsset(_ name: String) -> Bool { name.hasPrefix("assets.") }

    /// The text behind a name; none when there is no such string, or it has plural forms.
    func text(_ name: String) -> String? {
        let key = String(name.dropFirst("strings.".utf8.count))
        return isAsset(name) ? assets[String(name.dropFirst("assets.".utf8.count))] : strings.plainText(key)
    }

    /// Names of the same sort that are near to a wrong one.
    func nearest(to name: String) -> [String] {
        let names =
            isAsset(name) ? assets.keys.sorted().map { "assets." + $0 } : strings.plainKeys.map { "strings." + $0 }
        return NameSuggester(names).nearest(to: name)
    }
}
