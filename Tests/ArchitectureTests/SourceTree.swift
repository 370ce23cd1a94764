import Foundation

/// The repository's own sources, as text.
enum SourceTree {
    struct Source: Sendable {
        /// Relative to the repository: `Sources/Files/SitePath.swift`.
        let path: String
        let text: String

        /// The module it belongs to.
        var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// Modules that it imports, each once.
        ///
        /// ```
        /// import = { attribute | access } "import" [ kind ] module [ "." … ]
        /// ```
        var imports: Set<String> {
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            var found: Set<String> = []
            for line in lines {
                var words = line.split(whereSeparator: { $0 == " " || $0 == ";" })[...]
                while let word = words.first, word.hasPrefix("@") || ["private", "internal", "package"].contains(word) {
                    words.removeFirst()
                }
                guard words.popFirst() == "import" else { continue }
                if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
                if let module = words.first?.split(separator: ".").first { found.insert(String(module)) }
            }
            return found
        }
    }

    static let root: URL = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file below `Sources`.
    static let sources: [Source] = {
        let folder = root.appendingPathComponent("Sources")
        guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        var found: [Source] = []
        for case let name as String in walker where name.hasSuffix(".swift") {
            found.append(Source(path: "Sources/" + name, text: text("Sources/" + name)))
        }
        return found.sorted { $0.path < $1.path }
    }()

    /// Suites of tests: their types, files and Python modules.
    static let suites: Set<String> = {
        guard let walker = FileManager.default.enumerator(atPath: root.appendingPathComponent("Tests").path) else {
            return []
        }
        var suites: Set<String> = []
        for case let path as String in walker where path.hasSuffix(".swift") || path.hasSuffix(".py") {
            suites.insert((path as NSString).lastPathComponent.replacing(".swift", with: ""))
            guard path.hasSuffix(".swift") else { continue }
            for match in text("Tests/" + path).matches(of: #/struct (\w+Tests)\b/#) { suites.insert(String(match.1)) }
        }
        return suites
    }()

    static func text(_ path: String) -> String {
        guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else {
            preconditionFailure("cannot read \(path)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

/// Targets and dependencies as `Package.swift` states them, in its order.
struct PackageManifest {
    struct Target {
        let name: String
        /// Modules that it may import: targets of ours and products of packages.
        let dependencies: [String]
    }

    let targets: [Target]

    /// Reads the manifest's text: one call for each target, which begins with its name.
    init(_ text: String) {
        let kinds = [".systemLibrary(", ".target(", ".executableTarget(", ".testTarget("]
        var targets: [Target] = []
        // Comments may show code.
        let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        var rest = code[...]
        while let start = kinds.compactMap({ rest.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            let call = Self.upToClosing(rest[start.upperBound...], "(", ")")
            rest = rest[call.endIndex...]
            // `.target(name: …)` also stands in lists of dependencies, never at their beginning.
            guard let name = Self.strings(in: call).first else { continue }
            var dependencies: [String] = []
            if let list = call.range(of: "dependencies: [") {
                let names = Self.upToClosing(call[list.upperBound...], "[", "]")
                dependencies = Self.strings(in: names.replacing(/package: "[^"]*"/, with: ""))
            }
            targets.append(Target(name: name, dependencies: dependencies))
        }
        self.targets = targets
    }

    private static func upToClosing(_ text: Substring, _ open: Character, _ close: Character) -> Substring {
        var depth = 1
        for index in text.indices {
            if text[index] == open { depth += 1 }
            if text[index] == close { depth -= 1 }
            if depth == 0 { return text[..<index] }
        }
        return text
    }

    private static func strings(in text: some StringProtocol) -> [String] {
        var strings: [String] = []
        for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        where index % 2 == 1 {
            strings.append(String(part))
        }
        return strings
    }
}
