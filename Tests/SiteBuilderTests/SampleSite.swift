import Diagnostics
import Files
import Foundation
import TestSupport

@testable import SiteBuilder

/// A site in a temporary folder: the vocabularies, kinds and the theme of `Common/`, with files of the test over them.
///
/// The theme has templates of a few lines, so that pages can be read. Words that it does not set come from the default
/// theme: a new one breaks no test here.
struct SampleSite {
    /// The folder of this file in the repository.
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    let folder: TemporaryFolder

    /// - Parameter files: texts by path; `content/practices/kvest.md`.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try lay(Self.tests.appendingPathComponent("Common"))
        try lay(Self.repository.appendingPathComponent("themes/album/strings"), into: "standard/album/strings/")
        for (path, text) in files { try folder.write(text, to: path) }
    }

    /// A site that stands in a folder beside this file, with the whole default theme.
    init(bare name: String) throws {
        folder = try TemporaryFolder()
        try lay(Self.tests.appendingPathComponent(name))
        try lay(Self.repository.appendingPathComponent("themes/album"), into: "standard/album/")
    }

    /// Copies a folder over the site.
    func lay(_ source: URL, into prefix: String = "") throws {
        let manager = FileManager.default
        for path in try manager.subpathsOfDirectory(atPath: source.path).sorted() {
            let from = source.appendingPathComponent(path).path
            if try manager.attributesOfItem(atPath: from)[.type] as? FileAttributeType == .typeDirectory { continue }
            let to = URL(fileURLWithPath: folder.path(prefix + path))
            try manager.createDirectory(at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
            if folder.contains(prefix + path) { try folder.remove(prefix + path) }
            try manager.copyItem(atPath: from, toPath: to.path)
        }
    }

    /// What a build of this site is asked, to be changed at will.
    func request(jobs: Int = 2) throws -> BuildRequest {
        BuildRequest(
            root: try DiskFileSystem(root: folder.path), parallel: Parallel(jobs: jobs),
            installedThemes: try DiskFileSystem(root: folder.path("standard")))
    }

    /// Builds into the folder `public` of the site.
    @discardableResult
    func build(_ change: (inout BuildRequest) -> Void = { _ in }) throws -> BuildReport {
        var request = try request()
        change(&request)
        return try SiteBuild.run(request)
    }

    /// Path → bytes of everything that is published.
    func output() throws -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for path in try folder.files(below: "public") { result[path] = try folder.bytes("public/" + path) }
        return result
    }

    /// A page of the built site, without the marks of where its lines may break, or another file as it is.
    func page(_ path: String) throws -> String {
        let text = try folder.text("public/" + path)
        return path.hasSuffix(".html") ? text.withoutBreaks : text
    }
}

extension SampleSite {
    /// A practice of one line, for tests that are about something else.
    static func practice(_ title: String, _ lines: String = "", body: String = "Текст.") -> String {
        "---\ntitle: \(title)\nsummary: Игра\n\(lines.isEmpty ? "" : lines + "\n")---\n## Цель\n\n\(body)\n"
    }
}

extension BuildReport {
    /// Names of the codes, in order.
    var codes: [String] { diagnostics.map(\.code.name) }

    /// What an editor reads.
    var text: String { DiagnosticPrinter(language: language).report(diagnostics) }
}
