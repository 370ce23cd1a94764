// swift-tools-version: 6.1
import PackageDescription

// Targets stand bottom-up: each imports only what stands above it in this file.
// Tests/ArchitectureTests checks the arrows on every run.

let settings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "album",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "album", targets: ["album"])],
    dependencies: [
        // Command line: parsing, help, completions; the standard choice, kept by the language's authors.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // YAML with source positions over libyaml; front matter, vocabularies and kinds are read with it.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // The reference that the tests hold the template engine against; no program links it.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // Its sockets for async code, FlyingSocks; only the preview needs them. Its HTTP server puts no limit to a head.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // System libraries: a module map each. One Swift file in the whole tree imports each of them.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // XML as events. Office files are hostile input: a parser that half the world's programs run on is borrowed.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // What web servers send compressed files as: gzip and Brotli, by their own libraries.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        // Signatures that minisign checks: its own library, with the hash and the lock for keys that OpenSSL 3.0 lacks.
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

        // Russian and English: letters, names, plurals, numbers, dates, order. Imports nothing.
        .target(name: "Languages", swiftSettings: settings),
        // JSON, CSV, HTML text: how bytes of common formats are written and read. Imports nothing.
        .target(name: "Formats", swiftSettings: settings),
        // Source text, positions, diagnostics and their wording, printers.
        .target(name: "Diagnostics", dependencies: ["Formats", "Languages"], swiftSettings: settings),
        // Paths that cannot escape, reading, the output transaction, the manifest. The only writer of the output.
        .target(name: "Files", dependencies: ["CCrypto", "Formats"], swiftSettings: settings),
        // What a build keeps for the next one. The only user of SQLite: one file, transactions, no format of our own.
        .target(name: "Store", dependencies: ["CSQLite", "Files", "Formats"], swiftSettings: settings),
        // Markdown as a value tree with positions; HTML and plain text. The only user of libcmark.
        .target(
            name: "AlbumMarkdown", dependencies: ["CCmark", "Diagnostics", "Formats", "Languages"],
            swiftSettings: settings),
        // Vocabularies, kinds and materials: loaded, typed, validated. The only user of Yams.
        .target(
            name: "Catalog",
            dependencies: [
                "AlbumMarkdown", "Diagnostics", "Files", "Formats", "Languages",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        // References, citations, backlinks, related materials, coverage.
        .target(
            name: "Linking",
            dependencies: ["Catalog", "AlbumMarkdown", "Diagnostics", "Files", "Formats", "Languages"],
            swiftSettings: settings),
        // Analysis, index, shards, query. Knows no materials. The only user of libstemmer.
        .target(name: "Search", dependencies: ["CStemmer", "Formats", "Languages"], swiftSettings: settings),
        // Mustache templates and strings over a closed value type.
        .target(
            name: "Theming",
            dependencies: ["Diagnostics", "Files", "Formats", "Languages"],
            swiftSettings: settings),
        // Charts and scales of time as SVG. Knows no materials.
        .target(name: "Drawings", dependencies: ["Formats", "Languages"], swiftSettings: settings),
        // One material compiled: HTML in pieces, record tables, charts, anchors, mentions, text. Knows no pages.
        .target(
            name: "Bodies",
            dependencies: [
                "AlbumMarkdown", "Catalog", "Diagnostics", "Drawings", "Files", "Formats", "Languages", "Linking",
            ],
            swiftSettings: settings),
        // The linked facts of a site: rows, albums, addresses, who names whom. Knows no words and no HTML of pages.
        .target(
            name: "AlbumModel",
            dependencies: [
                "AlbumMarkdown", "Bodies", "Catalog", "Diagnostics", "Drawings", "Files", "Formats", "Languages",
                "Linking",
            ],
            swiftSettings: settings),
        // Archives read and written. The only user of libzip.
        .target(name: "Archives", dependencies: ["CZip"], swiftSettings: settings),
        // Files of office programs: their parts and words, within limits. The only user of expat.
        .target(
            name: "OfficeFiles", dependencies: ["Archives", "CExpat", "Diagnostics", "Languages"],
            swiftSettings: settings),
        // Optional programs of the machine, each with limits.
        .target(name: "Programs", swiftSettings: settings),
        // Books of materials: EPUB and PDF. Knows no materials.
        .target(name: "Books", dependencies: ["Archives", "Files", "Formats", "Programs"], swiftSettings: settings),
        // Views, their constructors and plans: what readers see. Mustache sees no more than the views declare.
        .target(
            name: "Pages",
            dependencies: [
                "AlbumMarkdown", "AlbumModel", "Bodies", "Books", "Catalog", "Diagnostics", "Drawings", "Files",
                "Formats",
                "Languages", "Linking", "Theming",
            ],
            swiftSettings: settings),
        // The same facts as files for programs: CSV, JSON, iCalendar, sitemap.
        .target(
            name: "Exports",
            dependencies: [
                "AlbumModel", "Bodies", "Books", "Catalog", "Formats", "Languages", "Linking", "Pages", "Theming",
            ],
            swiftSettings: settings),
        // The pipeline, from a folder of Markdown to a site. Build.swift is the map.
        .target(
            name: "SiteBuilder",
            dependencies: [
                "AlbumMarkdown", "AlbumModel", "Bodies", "Books", "Catalog", "Diagnostics", "Exports", "Files",
                "Formats",
                "Languages", "Linking", "OfficeFiles", "Pages", "Programs", "Search", "Store", "Theming",
            ],
            swiftSettings: settings),
        // Keys and signatures in minisign's format. The only user of libsodium.
        .target(name: "Signatures", dependencies: ["CSodium"], swiftSettings: settings),
        // Texts as gzip and Brotli. The only user of zlib and libbrotli.
        .target(name: "Compression", dependencies: ["CBrotli", "CZlib"], swiftSettings: settings),
        // The ZIP of a site, the check of a copy, its renewal; editions on a web server.
        .target(
            name: "Packaging",
            dependencies: ["Archives", "Compression", "Files", "Formats", "Programs", "Signatures"],
            swiftSettings: settings),
        // Files of materials changed in places: fields, rows, text; every other byte stays.
        .target(
            name: "Editing", dependencies: ["AlbumMarkdown", "Catalog", "Diagnostics", "Formats", "Languages"],
            swiftSettings: settings),
        // A new site from a few answers: names by rule, the tile map, its files as values.
        .target(
            name: "Starting", dependencies: ["Catalog", "Diagnostics", "Editing", "Files", "Formats", "Languages"],
            swiftSettings: settings),
        // Mistakes of which one answer alone is right, mended in the files; every other byte stays.
        .target(
            name: "Mending", dependencies: ["AlbumMarkdown", "Catalog", "Diagnostics", "Editing", "Languages"],
            swiftSettings: settings),
        // Files of office programs as materials, with a report of what was lost.
        .target(
            name: "Importing",
            dependencies: [
                "AlbumMarkdown", "Archives", "Bodies", "Catalog", "Diagnostics", "Editing", "Formats", "Languages",
                "Linking", "OfficeFiles", "Programs",
            ],
            swiftSettings: settings),
        // The local server; the only asynchronous code.
        .target(
            name: "Preview",
            dependencies: ["Files", "Formats", "Languages", .product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: settings),
        // The pages on which a site is edited: forms, grids, what is kept of work in progress. Part of the local server.
        .target(
            name: "Editor",
            dependencies: [
                "AlbumMarkdown", "AlbumModel", "Bodies", "Catalog", "Diagnostics", "Editing", "Files", "Formats",
                "Importing", "Languages", "Mending", "OfficeFiles", "Preview", "SiteBuilder", "Starting",
            ],
            resources: [.embedInCode("Assets")], swiftSettings: settings),
        // The front matter of a kind as JSON Schema, for editors of YAML.
        .target(
            name: "FrontMatterSchema", dependencies: ["Catalog", "Diagnostics", "Formats", "Languages"],
            swiftSettings: settings),
        // A material under another name: its file, all that names it, the address it had.
        .target(
            name: "Renaming",
            dependencies: [
                "AlbumMarkdown", "Catalog", "Diagnostics", "Editing", "Files", "Languages", "Linking", "SiteBuilder",
            ],
            swiftSettings: settings),
        // Why each diagnostic is told, and how it looks before and after: for `album explain`, and for the tests of remedies.
        .target(name: "Explaining", dependencies: ["Diagnostics"], swiftSettings: settings),
        // The command line: one file for each command.
        .executableTarget(
            name: "album",
            dependencies: [
                "AlbumModel", "Bodies", "Books", "Editing", "Editor", "Explaining", "FrontMatterSchema", "SiteBuilder",
                "Importing", "OfficeFiles",
                "Mending", "Packaging", "Pages", "Programs", "Preview", "Renaming", "Search", "Signatures", "Starting",
                "Catalog", "Diagnostics", "Files", "Formats",
                "Languages", "Linking", "Store", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Folders written in the test, golden comparison, marked positions.
        .target(
            name: "TestSupport", dependencies: ["Catalog", "Diagnostics"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "EditingTests",
            dependencies: ["Catalog", "Diagnostics", "Editing", "Files", "Formats", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EditorTests",
            dependencies: [
                "Bodies", "Catalog", "Diagnostics", "Editing", "Editor", "Files", "Formats", "Importing", "Languages",
                "Preview", "Programs",
                "SiteBuilder", "Starting", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FrontMatterSchemaTests",
            dependencies: ["Catalog", "Diagnostics", "FrontMatterSchema", "Languages", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "RenamingTests",
            dependencies: ["Catalog", "Diagnostics", "Files", "Languages", "Renaming", "SiteBuilder", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "StartingTests",
            dependencies: ["Catalog", "Diagnostics", "Files", "Formats", "Languages", "Starting", "TestSupport"],
            exclude: ["starter-changes.txt"], swiftSettings: settings),
        .testTarget(name: "LanguagesTests", dependencies: ["Languages"], swiftSettings: settings),
        .testTarget(name: "FormatsTests", dependencies: ["Formats"], swiftSettings: settings),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "Languages", "TestSupport"], swiftSettings: settings
        ),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "AlbumMarkdownTests", dependencies: ["AlbumMarkdown", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CatalogTests", dependencies: ["Catalog", "Formats", "Languages", "TestSupport"], exclude: ["Golden"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LinkingTests", dependencies: ["Linking", "Formats", "Languages", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Formats", "Languages", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ThemingTests",
            dependencies: [
                "Theming", "Languages", "TestSupport", .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "SiteBuilderTests",
            dependencies: [
                "AlbumModel", "Bodies", "Books", "Catalog", "Diagnostics", "Drawings", "Exports", "Files", "Formats",
                "Languages", "Linking", "Pages",
                "Search", "SiteBuilder", "Store", "Theming", "TestSupport",
            ],
            exclude: [
                "Common", "English", "Facts/facts.tsv", "Facts/places.tsv", "Facts/systems.tsv", "Golden", "OwnTheme",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "BooksTests", dependencies: ["Archives", "Books", "CCmark", "Files", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "SignaturesTests", dependencies: ["Signatures", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PackagingTests", dependencies: ["Compression", "Files", "Packaging", "Signatures", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "AlbumMarkdown", "Archives", "Bodies", "Catalog", "Diagnostics", "Formats", "Importing", "OfficeFiles",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "TestSupport"], swiftSettings: settings),
        // The program from outside, as a person calls it; `swift build` puts it beside the tests.
        .testTarget(name: "ExplainingTests", dependencies: ["Diagnostics", "Explaining"], swiftSettings: settings),
        .testTarget(
            name: "AlbumTests", dependencies: ["Archives", "Explaining", "Mending", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ArchitectureTests", dependencies: ["TestSupport"], exclude: ["Traps.tsv"], swiftSettings: settings),
    ]
)

// A program that libFuzzer starts has no `main` of its own: `make fuzz` asks for that one, CI for a short run with its own.
let isLedByCoverage = Context.environment["ALBUM_FUZZ"] != nil
package.targets.append(
    .executableTarget(
        name: "album-fuzz",
        dependencies: [
            "AlbumMarkdown", "Archives", "Bodies", "Catalog", "Diagnostics", "Editing", "Files", "Formats", "Importing",
            "OfficeFiles", "Preview", "Search",
        ],
        path: "Tests/Fuzz", exclude: ["run", "seeds.py", "short"],
        swiftSettings: settings + (isLedByCoverage ? [.define("LIBFUZZER"), .unsafeFlags(["-parse-as-library"])] : [])))
