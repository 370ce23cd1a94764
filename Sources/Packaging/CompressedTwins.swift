import Compression
import Files

/// Texts that stand compressed beside themselves for web servers: `index.html.gz`, `index.html.br`.
enum CompressedTwins {
    /// What their names end with behind the name of the text, and how they are made.
    static let formats: [(ending: String, compress: @Sendable ([UInt8]) -> [UInt8])] = [
        (".gz", { Gzip.compressed($0) }), (".br", { Brotli.compressed($0) }),
    ]

    /// Whether a site has them, as far as its files tell.
    static func stand(in manifest: Manifest) -> Bool {
        let known = manifest.byPath
        return manifest.entries.contains { text(of: $0.path).map { known[$0] != nil } ?? false }
    }

    /// What of a site is for others than web servers too: all but them.
    ///
    /// A file that is called so and stands beside nothing is one of the site's own.
    static func withoutThem(_ manifest: Manifest) -> [Manifest.Entry] {
        let known = manifest.byPath
        return manifest.entries.filter { entry in text(of: entry.path).map { known[$0] == nil } ?? true }
    }

    /// The text whose name a path begins with; nothing where it ends otherwise.
    private static func text(of path: SitePath) -> SitePath? {
        formats.first { path.text.hasSuffix($0.ending) }.flatMap { format in
            try? SitePath(String(path.text.dropLast(format.ending.utf8.count)))
        }
    }
}
