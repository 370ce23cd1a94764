import Foundation
import Search

/// The search over the index of a built site, whose folder the environment names as `ALBUM_FUZZ_SITE`.
enum IndexTarget {
    private static let files: [String: [UInt8]] = {
        let site = ProcessInfo.processInfo.environment["ALBUM_FUZZ_SITE"] ?? "public"
        var files: [String: [UInt8]] = [:]
        let folder = URL(fileURLWithPath: site)
        guard let all = FileManager.default.enumerator(atPath: site + "/search") else {
            fatalError("there is no index in \(site)")
        }
        for case let name as String in all {
            if let data = try? Data(contentsOf: folder.appendingPathComponent("search/" + name)) {
                files["search/" + name] = Array(data)
            }
        }
        demand(!files.isEmpty, "there is no index in \(site)")
        return files
    }()
    private static let names = files.keys.sorted()
    /// libFuzzer calls from one thread.
    private nonisolated(unsafe) static let whole: SearchEngine = {
        guard let engine = try? SearchEngine(read: { files[$0] }) else { fatalError("the index is not read") }
        return engine
    }()

    /// Each result is one of the pages there are, and its score is a number.
    static func query(_ bytes: [UInt8]) {
        guard let text = FuzzTarget.text(bytes), text.utf8.count < 600 else { return }
        let answer = whole.search(text, allWords: bytes.count % 2 == 0, isExplained: bytes.count % 3 == 0)
        demand(answer.faults.isEmpty, "a query finds a fault: \(answer.faults)")
        demand(answer.results.count <= 20, "more is shown than was asked for")
    }

    /// Each six bytes change one of a file: its number, a place and a byte.
    static func damaged(_ bytes: [UInt8]) {
        var damaged: [String: [UInt8]] = [:]
        for start in stride(from: 0, to: bytes.count - 5, by: 6).prefix(32) {
            let name = names[(Int(bytes[start]) << 8 | Int(bytes[start + 1])) % names.count]
            var content = damaged[name] ?? files[name] ?? []
            guard !content.isEmpty else { continue }
            let place =
                (Int(bytes[start + 2]) << 16 | Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])) % content.count
            content[place] = bytes[start + 5]
            damaged[name] = content
        }
        guard let engine = try? SearchEngine(read: { damaged[$0] ?? files[$0] }) else { return }
        for query in ["школа", "квест \"по станциям\"", "фунциональная", "аша 2023"] { _ = engine.search(query) }
        _ = try? engine.facets()
    }
}
