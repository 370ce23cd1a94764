import Testing

@Suite struct ModuleArrowTests {
    /// Modules of the system and the toolchain, which any target may import.
    static let system: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
    ]

    let package = PackageManifest(SourceTree.text("Package.swift"))

    @Test func theManifestAndTheSourcesAreRead() {
        #expect(package.targets.contains { $0.name == "Formats" && $0.dependencies.isEmpty })
        #expect(package.targets.contains { $0.name == "Catalog" && $0.dependencies.contains("Yams") })
        #expect(SourceTree.sources.contains { $0.path == "Sources/Diagnostics/Diagnostic.swift" })
        #expect(
            SourceTree.Source(path: "", text: "@testable import A\nimport struct B.C\n// import D").imports == [
                "A", "B",
            ])
    }

    @Test func targetsStandBottomUp() {
        let names = Set(package.targets.map(\.name))
        var above: Set<String> = []
        for target in package.targets {
            for dependency in target.dependencies where names.contains(dependency) {
                #expect(above.contains(dependency), "\(target.name) imports \(dependency), which stands below it")
            }
            above.insert(target.name)
        }
    }

    @Test func noFileImportsUpwardOrSideways() {
        let allowed = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, Set($0.dependencies)) })
        for source in SourceTree.sources {
            let foreign = source.imports.subtracting(Self.system).subtracting(allowed[source.module] ?? [])
            #expect(
                foreign.isEmpty, "\(source.path) imports \(foreign.sorted()), which Package.swift does not allow it")
        }
    }

    @Test(arguments: [
        ("CCmark", "AlbumMarkdown"), ("CStemmer", "Search"), ("CZip", "Archives"), ("CExpat", "OfficeFiles"),
        ("CCrypto", "Files"),
        ("CSQLite", "Store"), ("Yams", "Catalog"), ("FlyingSocks", "Preview"),
    ])
    func oneFileImportsEachLibrary(library: String, module: String) {
        let importers = SourceTree.sources.filter { $0.imports.contains(library) }
        #expect(importers.count == 1, "\(library) is imported by \(importers.map(\.path))")
        #expect(importers.allSatisfy { $0.module == module })
    }

    @Test func argumentParserIsTheCommandLinesAlone() {
        let importers = SourceTree.sources.filter { $0.imports.contains("ArgumentParser") }
        #expect(importers.allSatisfy { $0.module == "album" }, "\(importers.map(\.path))")
    }

    /// The parser of arguments wraps at 80 columns: a longer line leaves its last word alone on the next.
    @Test func noLineOfAHelpTextIsWrapped() {
        for source in SourceTree.sources where source.module == "album" {
            var margin: Int?
            for line in source.lines {
                if line.hasSuffix("discussion: \"\"\"") {
                    margin = line.prefix { $0 == " " }.count + 4
                } else if line.contains("\"\"\"") {
                    margin = nil
                } else if let margin {
                    #expect(line.count - margin <= 80, "\(source.path): \(line)")
                }
            }
        }
    }

    @Test func onlyTheCommandLinePrints() {
        for source in SourceTree.sources where source.module != "album" {
            let printing = source.lines.contains { $0.drop { $0 == " " }.hasPrefix("print(") }
            #expect(!printing, "\(source.path) prints")
        }
    }

    @Test func whatTheCompilerIsToldToTrustSaysWhy() {
        for source in SourceTree.sources {
            let lines = source.lines
            for (index, line) in lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let before = lines[max(0, index - 12)...index]
                let comments = before.filter { $0.contains("//") }.map { $0.lowercased() }
                let isExplained = comments.contains { $0.contains("thread") || $0.contains("safe") }
                #expect(isExplained, "\(source.path):\(index + 1) does not say why it is safe")
            }
        }
    }
}
