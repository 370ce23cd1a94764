import Diagnostics
import Files
import Formats
import Languages

/// What `album.yml` says of the site.
///
/// It names no materials.
package struct Configuration: Sendable {
    /// The ZIP of the site.
    package struct Bundle: Sendable {
        /// Below the site's folder; where `album pack` puts it unless told otherwise.
        package let file: String
        /// Where it can be had; pages link to it only then.
        package let url: String?
        /// Size of the file in bytes, rounded up by some hundredths, so that pages stay as they are while it grows by little;
        /// nothing before it was packed.
        package private(set) var byteCount: Int?

        /// The same once it was packed.
        func packed(_ byteCount: Int) -> Bundle {
            let step = max(1024, 1 << max(0, Int.bitWidth - byteCount.leadingZeroBitCount - 6))
            return Bundle(file: file, url: url, byteCount: (byteCount + step - 1) / step * step)
        }
    }

    /// Where what readers send in goes to: `sharing: {address: album@school.example}`.
    package enum SharingAddress: Sendable, Equatable {
        case mail(String), web(String)

        /// Nothing for what is neither.
        init?(_ text: String) {
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"&?#%".utf8.contains($0) }
            if WebAddress.isOne(text) {
                self = .web(text)
            } else if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains("."), isPlain {
                self = .mail(text)
            } else {
                return nil
            }
        }
    }

    /// A material or file as the configuration names it.
    package struct Named: Sendable {
        package let name: String
        /// Where it is named.
        package let place: SourceLocation
    }

    package let title: String
    package let description: String
    package let language: Language
    /// The published address, with a final `/`; without one there are no sitemap, feeds and canonical addresses.
    package let url: String?
    /// The site's today: what is due counts from it, and no other clock reaches a page.
    package let edition: CalendarDate
    package let theme: String
    /// Where the theme is named, or the whole file.
    package let themeLocation: SourceLocation
    /// Folder of the output below the site's root.
    package let output: String
    package let bundle: Bundle?
    /// Ids of axes, kinds and pages, in the order of the menu.
    package let menu: [String]
    /// Where each of them stands.
    package let menuLocations: [SourceLocation]
    /// An office, no person.
    package let contact: String?
    /// An office's address; nothing: the page says it in neutral words.
    package let sharing: SharingAddress?
    /// The page that tells what the site is, and the one that tells editors how to add to it.
    package let about: Named?
    package let guide: Named?
    /// Queries that the home page offers, as a reader would type them.
    package let searchExamples: [String]
    /// Where it is said that texts of attached PDFs are searched; nothing: they are not.
    package let searchesPDF: SourceLocation?
    /// Vocabularies of the coverage matrix.
    package let coverageRows: VocabularyID
    package let coverageColumns: VocabularyID

    /// Files of `content/root/` that a browser runs as pages and that may be published all the same.
    package let rootFiles: [Named]
    /// Other albums that are part of the site, in the order of the file.
    package private(set) var roots: [ContentRoot]
    /// Whom to tell of a hole in the site's safety; nothing: no such file is written.
    package let security: SecurityContact?
    /// What pages tell of how materials were changed.
    package let history: HistoryDepth
    /// What a school says of itself; nothing: the site has no such page.
    package let organisation: OrganisationDetails?

    package static let path = "album.yml"

    /// Reads the file.
    ///
    /// A site without a title or an edition has no configuration.
    package static func load(_ file: SourceFile) -> (Configuration?, [Diagnostic]) {
        var reader = SchemaReader(file: file, code: .brokenConfiguration)
        guard let root = reader.root() else { return (nil, reader.diagnostics) }
        reader.checkKeys(of: root, at: .configuration)
        let title = reader.requiredText("title", of: root)
        let edition = edition(root, &reader)
        let bundle = root[key: "bundle"]
        let coverage = root[key: "coverage"]
        if let bundle { reader.checkKeys(of: bundle, at: .bundle) }
        if let coverage { reader.checkKeys(of: coverage, at: .coverageAxes) }
        let language = language(root, &reader)
        let url = url(root, &reader)
        let roots = roots(root, &reader)
        let output = output(root, roots, &reader)
        guard let title, let edition else { return (nil, reader.diagnostics) }
        let configuration = Configuration(
            title: title, description: reader.text("description", of: root) ?? "", language: language, url: url,
            edition: edition, theme: theme(root, &reader),
            themeLocation: SourceLocation(file, root[key: "theme"]?.range),
            output: output,
            bundle: bundle.flatMap { node in
                reader.requiredText("file", of: node).map { Bundle(file: $0, url: bundleURL(node, &reader)) }
            },
            menu: reader.texts("menu", of: root),
            menuLocations: (root[key: "menu"]?.items ?? []).filter { $0.text != nil }.map {
                SourceLocation(file, $0.range)
            },
            contact: reader.text("contact", of: root), sharing: sharing(root, &reader),
            about: named("about", root, file, &reader),
            guide: named("guide", root, file, &reader),
            searchExamples: reader.texts("search-examples", of: root),
            searchesPDF: reader.flag("search-pdf", of: root)
                ? SourceLocation(file, root[key: "search-pdf"]?.range) : nil,
            coverageRows: VocabularyID(coverage.flatMap { reader.text("rows", of: $0) } ?? "municipalities"),
            coverageColumns: VocabularyID(coverage.flatMap { reader.text("columns", of: $0) } ?? "directions"),
            rootFiles: (root[key: "root-files"]?.items ?? []).compactMap { item in
                item.text.map { Named(name: $0, place: SourceLocation(file, item.range)) }
            }, roots: roots, security: SecurityContact.read(root, &reader), history: HistoryDepth.read(root, &reader),
            organisation: OrganisationDetails.read(root, &reader))
        return (configuration, reader.diagnostics)
    }

    private static func named(
        _ key: String, _ root: YAMLNode, _ file: SourceFile, _ reader: inout SchemaReader
    ) -> Named? {
        reader.text(key, of: root).map { Named(name: $0, place: SourceLocation(file, root[key: key]?.range)) }
    }

    private static func edition(_ root: YAMLNode, _ reader: inout SchemaReader) -> CalendarDate? {
        guard let text = reader.requiredText("edition", of: root) else { return nil }
        let period = Period.parse(text)
        if period.precision == .day, let date = period.start { return date }
        reader.report(ConfigurationReason.edition, at: root[key: "edition"]?.range ?? root.range)
        return nil
    }

    private static func language(_ root: YAMLNode, _ reader: inout SchemaReader) -> Language {
        guard let text = reader.text("language", of: root) else { return .ru }
        if let language = Language(rawValue: text) { return language }
        reader.report(ConfigurationReason.language, text, at: root[key: "language"]?.range ?? root.range)
        return .ru
    }

    /// A folder below the site's root, but neither among its sources nor hidden, whatever the case of its letters, which some
    /// disks do not tell apart: a build replaces it as a whole.
    private static func output(_ root: YAMLNode, _ roots: [ContentRoot], _ reader: inout SchemaReader) -> String {
        let output = output(root, &reader)
        if let other = roots.first(where: { $0.overlaps(output) }) {
            reader.report(RootReason.output, other.folder.text, at: root[key: "output"]?.range ?? root.range)
        }
        return output
    }

    private static func output(_ root: YAMLNode, _ reader: inout SchemaReader) -> String {
        guard let text = reader.text("output", of: root) else { return "public" }
        let path = text.hasSuffix("/") ? String(text.dropLast()) : text
        if let components = (try? SitePath(path))?.components, let first = components.first,
            !["content", "themes", Self.path].contains(first.lowercased()), !first.hasPrefix(".")
        {
            return path
        }
        reader.report(ConfigurationReason.output, text, at: root[key: "output"]?.range ?? root.range)
        return "public"
    }

    private static func sharing(_ root: YAMLNode, _ reader: inout SchemaReader) -> SharingAddress? {
        guard let node = root[key: "sharing"] else { return nil }
        reader.checkKeys(of: node, at: .sharingAddress)
        guard let text = reader.requiredText("address", of: node) else { return nil }
        if let address = SharingAddress(text) { return address }
        reader.report(ConfigurationReason.sharing, text, at: node[key: "address"]?.range ?? node.range)
        return nil
    }

    private static func url(_ root: YAMLNode, _ reader: inout SchemaReader) -> String? {
        guard let text = reader.text("url", of: root) else { return nil }
        guard WebAddress.isOne(text), !text.contains(where: { "?#".contains($0) }) else {
            reader.report(ConfigurationReason.url, at: root[key: "url"]?.range ?? root.range)
            return nil
        }
        return text.hasSuffix("/") ? text : text + "/"
    }

    /// Pages link to it.
    private static func bundleURL(_ bundle: YAMLNode, _ reader: inout SchemaReader) -> String? {
        guard let text = reader.text("url", of: bundle) else { return nil }
        if WebAddress.isOne(text) { return text }
        reader.report(SafetyReason.bundleURL, at: bundle[key: "url"]?.range ?? bundle.range)
        return nil
    }

    private static func theme(_ root: YAMLNode, _ reader: inout SchemaReader) -> String {
        guard let text = reader.text("theme", of: root) else { return "album" }
        if !isThemeName(text) {
            reader.report(SafetyReason.theme, text, at: root[key: "theme"]?.range ?? root.range)
        }
        return text
    }

    /// Whether a text is the name of a theme and no path: a theme's assets are published.
    package static func isThemeName(_ text: String) -> Bool {
        guard let path = try? SitePath(text) else { return false }
        return path.components.count == 1 && !path.isHidden
    }

    /// The path of ``url`` on its host, with both slashes: `/` where there is none.
    package var basePath: String {
        guard let url, let scheme = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "/" }
        let host = url[scheme...].dropFirst("://".utf8.count)
        return host.firstIndex(of: "/").map { String(host[$0...]) } ?? "/"
    }

    /// The same with the offices that albums name in files of their own.
    package func with(contactsOf files: [(root: RootID, file: SourceFile)]) -> Configuration {
        var result = self
        for (id, file) in files {
            guard let position = roots.firstIndex(where: { $0.id == id }) else { continue }
            result.roots[position].contact = ContentRoot.contact(in: file)
        }
        return result
    }

    /// The same site on another day, with its ZIP as large as it was packed; nothing: as it is.
    package func with(edition: CalendarDate?, packedByteCount: Int?) -> Configuration {
        let edition = edition ?? self.edition
        let bundle = packedByteCount.flatMap { self.bundle?.packed($0) } ?? self.bundle
        return Configuration(
            title: title, description: description, language: language, url: url, edition: edition, theme: theme,
            themeLocation: themeLocation, output: output, bundle: bundle, menu: menu, menuLocations: menuLocations,
            contact: contact, sharing: sharing, about: about, guide: guide, searchExamples: searchExamples,
            searchesPDF: searchesPDF,
            coverageRows: coverageRows, coverageColumns: coverageColumns, rootFiles: rootFiles, roots: roots,
            security: security,
            history: history, organisation: organisation)
    }
}
