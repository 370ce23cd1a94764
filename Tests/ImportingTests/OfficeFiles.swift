import Catalog
import Diagnostics
import Foundation
import Testing

@testable import Importing

/// Files of office programs and the schema of this repository's own site.
enum OfficeFiles {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The bytes of a file in `Tests/Fixtures/office`; `make.py` there makes it.
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appendingPathComponent("Tests/Fixtures/office/" + name)))
    }

    static let schema: Schema = {
        func files(_ folder: String) -> [SourceFile] {
            let path = root.appendingPathComponent("content/" + folder).path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.sorted().compactMap { name in
                FileManager.default.contents(atPath: path + "/" + name).map {
                    SourceFile(path: "content/\(folder)/\(name)", bytes: [UInt8]($0))
                }
            }
        }
        let vocabularies = files("vocabularies").map { file in
            (VocabularyID(String(file.path.split(separator: "/").last?.dropLast(4) ?? "")), file)
        }
        return SchemaLoader.load(vocabularies: vocabularies, kinds: files("kinds")).0
    }()

    static func kind(_ id: String) throws -> Kind { try #require(schema.kinds.first { $0.id.rawValue == id }) }

    /// A file taken in.
    static func material(
        _ name: String, kind: String? = nil, _ options: ImportOptions = ImportOptions()
    ) throws -> ImportedMaterial {
        try importing(kind: kind, options).material(of: try bytes(name), named: name)
    }

    static func importing(kind: String?, _ options: ImportOptions = ImportOptions()) throws -> MaterialImport {
        MaterialImport(schema: schema, kind: try kind.map { try Self.kind($0) }, options: options)
    }

    /// What tests of pandoc say when they do not run.
    static let pandocIsMissing: Comment = "pandoc is missing: apt-get install pandoc, or name it in ALBUM_PANDOC"

    static let hasPandoc = Pandoc.find() != nil
}
