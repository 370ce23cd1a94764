import Catalog
import Diagnostics
import Editing
import Files
import Foundation
import Languages
import Preview
import SiteBuilder
import TestSupport
import Testing

@testable import Editor

/// A desk over a copy of the repository's own site.
struct Desk {
    static let token = "слово"
    let folder: TemporaryFolder
    let desk: SiteDesk
    private let make: SiteDesk.Making

    init() throws {
        let folder = try TemporaryFolder()
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for name in ["album.yml", "content", "themes"] {
            try FileManager.default.copyItem(
                atPath: repository.appendingPathComponent(name).path, toPath: folder.path(name))
        }
        let root = try DiskFileSystem(root: folder.path(""))
        let shelf = UnitShelf()
        let make: SiteDesk.Making = { unsaved throws(FileError) in
            let root = try DiskFileSystem(root: root.root, unsaved: unsaved)
            var request = BuildRequest(
                root: root, parallel: Parallel(jobs: 2), isLenient: true, includesDrafts: true, needsSoundSite: true)
            request.wishes = .told
            return try SiteBuild.assemble(request.keeping(shelf))
        }
        let box = DeskBox()
        let desk = SiteDesk(root: root, token: Self.token, make: make) {
            if let site = try? make(UnsavedFiles()) { box.desk?.show(site) }
        }
        box.desk = desk
        desk.show(try make(UnsavedFiles()))
        self.folder = folder
        self.desk = desk
        self.make = make
    }

    func get(_ path: String, query: String = "") async -> SiteResponder.Answer {
        await desk.answer(EditingRequest(path: path, query: query, body: nil))
    }

    func post(_ path: String, query: String = "", _ pairs: [(String, String)]) async -> SiteResponder.Answer {
        let body = pairs.map { "\(PercentEncoding.encoded($0.0))=\(PercentEncoding.encoded($0.1))" }.joined(
            separator: "&")
        return await desk.answer(EditingRequest(path: path, query: query, body: Array(body.utf8)))
    }

    /// What a browser would send of the form of a material, with some values changed.
    func form(_ path: String, _ changes: [String: String] = [:], schema: Schema) throws -> [(String, String)] {
        let bytes = try folder.bytes("content/" + path)
        let typed = Typed(try EditableMaterial(bytes, path: path, schema))
        var pairs = typed.fields.map { ("field.\($0.key)", $0.value) }.sorted { $0.0 < $1.0 }
        pairs += [("_body", typed.body), ("_token", Self.token), ("_base", SHA256.digest(bytes).hexadecimal)]
        pairs = pairs.map { ($0.0, changes[$0.0] ?? $0.1) }
        // As forms send them (WHATWG HTML, 4.10.21.4).
        return pairs.map { ($0.0, $0.1.replacing("\n", with: "\r\n")) }
    }

    func remake() throws -> AssembledSite { try make(UnsavedFiles()) }

    func schema() throws -> Schema { try #require(try make(UnsavedFiles()).files).catalog.schema }
}

private final class DeskBox: @unchecked Sendable { var desk: SiteDesk? }

extension SiteResponder.Answer {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
