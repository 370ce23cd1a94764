import Catalog
import Diagnostics
import Foundation
import Testing

/// The content of this repository.
enum OwnContent {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Its kinds and vocabularies.
    static let schema: Schema = {
        let content = repository.appendingPathComponent("content")
        func files(_ folder: String) -> [(String, SourceFile)] {
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: content.appendingPathComponent(folder).path))
                ?? []
            return names.sorted().filter { $0.hasSuffix(".yml") }.compactMap { name in
                let url = content.appendingPathComponent("\(folder)/\(name)")
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                return (String(name.dropLast(4)), SourceFile(path: "content/\(folder)/\(name)", text: text))
            }
        }
        return SchemaLoader.load(
            vocabularies: files("vocabularies").map { (VocabularyID($0.0), $0.1) }, kinds: files("kinds").map(\.1)
        ).0
    }()

    /// All materials, by their paths below `content/`.
    static func materials() throws -> [(path: String, bytes: [UInt8])] {
        let content = repository.appendingPathComponent("content")
        let paths = try #require(FileManager.default.subpaths(atPath: content.path))
        return try paths.sorted().filter { $0.hasSuffix(".md") && $0.contains("/") }.map { path in
            (path, Array(try Data(contentsOf: content.appendingPathComponent(path))))
        }
    }
}
