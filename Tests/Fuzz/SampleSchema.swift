import Catalog
import Diagnostics
import Foundation

/// Kinds and vocabularies of the site that the environment names as `ALBUM_FUZZ_SOURCES`.
enum SampleSchema {
    static let whole: Schema = {
        let root = URL(fileURLWithPath: ProcessInfo.processInfo.environment["ALBUM_FUZZ_SOURCES"] ?? ".")
        func files(_ folder: String) -> [SourceFile] {
            let path = root.appendingPathComponent("content/" + folder).path
            return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".yml") }
                .sorted().compactMap { name in
                    FileManager.default.contents(atPath: path + "/" + name).map {
                        SourceFile(path: "content/\(folder)/\(name)", bytes: Array($0))
                    }
                }
        }
        let vocabularies = files("vocabularies").map { file in
            (VocabularyID(String(file.path.split(separator: "/").last?.dropLast(4) ?? "")), file)
        }
        let (schema, _) = SchemaLoader.load(vocabularies: vocabularies, kinds: files("kinds"))
        demand(!schema.kinds.isEmpty, "there are no kinds")
        return schema
    }()
}
