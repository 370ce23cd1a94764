import Foundation
import Testing

/// `Deployment/components.tsv`, of which the bill of materials is made, names just what the program is made of.
@Suite struct ComponentTests {
    private struct Row {
        let name: String
        let sort: String
        let licence: String
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
    }

    private static func rows() throws -> [Row] {
        try text("Deployment/components.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 5 && cells.allSatisfy { !$0.isEmpty }, "\(line)")
            return Row(name: cells[0], sort: cells[1], licence: cells[2])
        }
    }

    private static func names(_ sort: String) throws -> [String] { try rows().filter { $0.sort == sort }.map(\.name) }

    @Test func packagesAreThoseThatAreResolved() throws {
        let pins = try Self.text("Package.resolved").matches(of: /"identity" : "([^"]+)"/).map { String($0.1) }
        #expect(!pins.isEmpty)
        #expect(try Set(Self.names("swift")) == Set(pins))
    }

    @Test func librariesAreThoseOfTheManifest() throws {
        let libraries = try Self.text("Package.swift").matches(of: /\.apt\(\["([^"]+)"\]\)/).map { String($0.1) }
        #expect(!libraries.isEmpty)
        #expect(try Set(Self.names("library")) == Set(libraries))
    }

    @Test func fontsAreThoseOfTheTheme() throws {
        let folder = SourceTree.root.appendingPathComponent("themes/album/assets/fonts").path
        let fonts = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".woff2") }
        #expect(try Set(Self.names("font")) == Set(fonts))
    }

    @Test func sortsAreKnownAndNamesOnce() throws {
        let rows = try Self.rows()
        #expect(Set(rows.map(\.name)).count == rows.count)
        #expect(Set(rows.map(\.sort)) == ["swift", "library", "runtime", "font", "program"])
    }

    /// A container is built of sources: neither of keys nor of what this machine has built.
    @Test func noContainerIsBuiltOfKeys() throws {
        let left = try Set(Self.text(".dockerignore").split(separator: "\n").map(String.init))
        #expect(left.isSuperset(of: ["*.key", "*.zip", ".build", ".venv", ".album-work", "public", "artifacts"]))
        // What it is copied from and what the program is made by lie in the context.
        let file = try Self.text("Deployment/Containerfile")
        #expect(file.contains("COPY . .") && file.contains("RUN make deb"))
    }

    /// What a workflow runs of others is the revision that was looked at: a tag can be moved.
    @Test(arguments: [".github/workflows", "starter/github/workflows"])
    func actionsArePinned(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appendingPathComponent(folder).path)
        for file in files {
            for match in try Self.text("\(folder)/\(file)").matches(of: /uses: *(\S+)/) {
                #expect(match.1.contains(/@[0-9a-f]{40}$/), "\(folder)/\(file): \(match.1)")
            }
        }
    }
}
