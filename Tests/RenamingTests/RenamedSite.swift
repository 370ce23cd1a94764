import Diagnostics
import Files
import Foundation
import SiteBuilder
import TestSupport

@testable import Renaming

/// A site in a temporary folder over the kinds, vocabularies and theme of the repository.
struct RenamedSite {
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let folder: TemporaryFolder

    /// The repository's own content.
    init() throws {
        folder = try TemporaryFolder()
        try copy(["album.yml", "content", "themes"])
    }

    /// - Parameter texts: materials by path; `content/practices/kvest.md`.
    init(_ texts: [String: String]) throws {
        folder = try TemporaryFolder()
        try copy(["content/kinds", "content/vocabularies", "themes"])
        try folder.write(
            "title: Альбом\nedition: 2024-12-01\nmenu: [directions, practice]\n\n# О нас.\nabout: \"kvest\" # страница\n",
            to: "album.yml")
        for (path, text) in texts { try folder.write(text, to: path) }
    }

    private func copy(_ names: [String]) throws {
        for name in names {
            let place = URL(fileURLWithPath: folder.path(name)).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Self.repository.appendingPathComponent(name).path, toPath: folder.path(name))
        }
    }

    var root: DiskFileSystem { get throws { try DiskFileSystem(root: folder.path) } }

    var request: BuildRequest {
        get throws { BuildRequest(root: try root, parallel: Parallel(jobs: 2), includesDrafts: true) }
    }

    func plan(_ old: String, to new: String) throws -> RenamingPlan {
        try Renaming(try request).plan(old, to: new)
    }

    func rename(_ old: String, to new: String) throws { try plan(old, to: new).write(to: try root) }

    /// What is said when a name is refused; nothing where it is not.
    func refusal(_ old: String, to new: String) throws -> (text: String, codes: [String])? {
        do {
            _ = try plan(old, to: new)
            return nil
        } catch RenamingError.refused(let refusal) {
            return (refusal.text(.ru), refusal.diagnostics.map(\.code.name))
        }
    }

    func texts() throws -> [String: [UInt8]] {
        try folder.files(below: "content").reduce(into: [:]) { $0[$1] = try folder.bytes("content/" + $1) }
    }

    /// Every published file.
    func output() throws -> [String: [UInt8]] {
        let output = MemoryOutput()
        _ = try SiteBuild.run(try request) { _ throws(FileError) in output }
        return Dictionary(output.files.map { ($0.key.text, $0.value) }) { $1 }
    }
}
