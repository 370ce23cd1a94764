import Diagnostics
import Formats
import Languages

/// Reads the folders of a theme into its parts, gathering what is wrong.
struct ThemeLoader {
    /// Where templates stand in a theme.
    static let templateFolder = "templates/"
    /// What every page is dressed in, and what a site adds to it without copying it: colours of its own, mostly.
    private static let mainStyle = "assets/css/album.css"
    private static let addedStyle = "assets/css/site.css"

    private(set) var diagnostics: [Diagnostic] = []
    private let folders: [ThemeFolder]
    private let language: Language

    init(folders: [ThemeFolder], language: Language) {
        self.folders = folders
        self.language = language
    }

    mutating func load(
        views: [any TemplateView.Type], requiredStrings: [String], requiredForms: Set<String>
    ) -> Theme? {
        reportOversized()
        let templates = loadTemplates()
        let assets = loadAssets()
        let strings = loadStrings(required: requiredStrings, forms: requiredForms)
        let constants = ThemeConstants(strings: strings, assets: assets.mapValues(\.path))
        diagnostics += TemplateCheck.check(
            templates, views: views, constants: constants, themePath: folders.last?.path ?? "themes")
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        let program = TemplateProgram(Array(templates.values), views: views, constants: constants)
        return Theme(
            strings: strings, assets: assets.values.sorted { $0.path < $1.path }, constants: constants,
            program: program, templateStamps: templates.mapValues { StableHash.stamp($0.file.bytes) })
    }

    private mutating func reportOversized() {
        for folder in folders {
            for (path, size) in folder.oversized.sorted(by: { $0.key < $1.key }) {
                let limit = "\(ThemeFolder.largestFile / 1_048_576)"
                diagnostics.append(
                    Diagnostic(
                        .hugeFile, ["\((size + 1_048_575) / 1_048_576)", limit],
                        at: SourceLocation(path: "\(folder.path)/\(path)")))
            }
        }
    }

    /// A file of one of the folders; a script may have a packed form beside it.
    private struct Found {
        let path: String
        /// How messages call it.
        let shown: String
        let bytes: [UInt8]
        let packed: [UInt8]?
    }

    /// The first folder that has the file wins.
    private func files(below prefix: String, suffix: String = "") -> [Found] {
        var found: [String: Found] = [:]
        for folder in folders {
            for (path, bytes) in folder.files
            where path.hasPrefix(prefix) && path.hasSuffix(suffix) && found[path] == nil {
                let packed = path.hasSuffix(".js") ? folder.files[PackedScript.path(of: path)] : nil
                found[path] = Found(path: path, shown: "\(folder.path)/\(path)", bytes: bytes, packed: packed)
            }
        }
        return found.values.sorted { $0.path < $1.path }
    }

    private mutating func loadTemplates() -> [String: Template] {
        let (prefix, suffix) = (Self.templateFolder, ".mustache")
        var templates: [String: Template] = [:]
        for file in files(below: prefix, suffix: suffix) {
            guard let source = source(file.shown, file.bytes) else { continue }
            let name = String(file.path.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count))
            let (template, problems) = TemplateParser.parse(source, name: name)
            templates[name] = template
            diagnostics += problems
        }
        return templates
    }

    /// Style sheets last: they name other files, by the names that these have in the site.
    private mutating func loadAssets() -> [String: ThemeAsset] {
        var assets: [String: ThemeAsset] = [:]
        var paths: [String: String] = [:]
        func add(_ path: String, _ bytes: [UInt8]) {
            let hashed = Self.hashed(path, bytes)
            assets[Self.assetKey(String(path.dropFirst("assets/".utf8.count)))] = ThemeAsset(path: hashed, bytes: bytes)
            paths[path] = hashed
        }
        let files = files(below: "assets/")
        for file in files where !file.path.hasSuffix(".css") {
            let isScript = file.path.hasSuffix(".js")
            add(file.path, isScript ? PackedScript.published(file.bytes, packed: file.packed) : file.bytes)
        }
        var addition: [UInt8] = []
        // What a site adds comes before what it is added to.
        let styles = files.filter { $0.path.hasSuffix(".css") }
        for file in styles.filter({ $0.path == Self.addedStyle }) + styles.filter({ $0.path != Self.addedStyle }) {
            let source = SourceFile(path: file.shown, bytes: file.bytes)
            let references = StyleReferences(source, path: file.path)
            for reference in references.references where reference.path.flatMap({ paths[$0] }) == nil {
                let text = source.text(reference.range)
                diagnostics.append(
                    Diagnostic(.styleUnknownFile, [text], at: SourceLocation(source, reference.range)))
            }
            let bytes = references.replaced { paths[$0] }
            if file.path == Self.addedStyle {
                addition = bytes
            } else {
                add(file.path, file.path == Self.mainStyle && !addition.isEmpty ? bytes + [0x0A] + addition : bytes)
            }
        }
        return assets
    }

    /// Later folders first, so that a site's own file changes single strings of the default theme.
    private mutating func loadStrings(required: [String], forms: Set<String>) -> Strings {
        let path = "strings/\(language.rawValue).yml"
        var entries: [String: Strings.Entry] = [:]
        var places: [String: SourceLocation] = [:]
        for folder in folders.reversed() {
            guard let bytes = folder.files[path], let source = source("\(folder.path)/\(path)", bytes) else { continue }
            let read = StringsFile.read(source, language: language)
            entries.merge(read.entries) { _, new in new }
            places.merge(read.places) { _, new in new }
            diagnostics += read.diagnostics
        }
        let shown = "\(folders.last?.path ?? "themes")/\(path)"
        for key in required.sorted() {
            let place = places[key] ?? SourceLocation(path: shown)
            switch (entries[key], forms.contains(key)) {
            case (.text, false), (.forms, true): break
            case (.text, true): diagnostics.append(Diagnostic(.themeStringNotForms, [key], at: place))
            case (.forms, false): diagnostics.append(Diagnostic(.themeStringNotText, [key], at: place))
            // Forms that are not whole were told at their place.
            case (nil, _) where places[key] != nil: break
            case (nil, _): diagnostics.append(Diagnostic(.themeMissingString, [key], at: place))
            }
        }
        return Strings(language: language, entries: entries)
    }

    /// The text of a file, line ends normalised; nothing when it is not UTF-8.
    private mutating func source(_ path: String, _ bytes: [UInt8]) -> SourceFile? {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            diagnostics.append(Diagnostic(.themeNotUTF8, at: SourceLocation(path: path)))
            return nil
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return SourceFile(path: path, bytes: bytes[start...].filter { $0 != UInt8(ascii: "\r") })
    }

    /// `css/album.css` as a name in templates: `css_album_css`.
    static func assetKey(_ path: String) -> String {
        String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    /// The path with a hash of the content: `assets/css/album.3f2a1c09.css`.
    ///
    /// A changed file has a new address, so that a browser may keep it for ever. FNV-1a, 64 bits folded to 32: not a
    /// seal, only a name.
    private static func hashed(_ path: String, _ bytes: [UInt8]) -> String {
        let name = AssetHash.digits(bytes)
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path).\(name)" }
        return "\(path[..<dot]).\(name)\(path[dot...])"
    }
}
