import Foundation
import Testing

/// The built program `album`, run as a person would.
enum Program {
    /// What a run left: its status and both outputs.
    struct Run {
        let status: Int32
        let output: String
        let messages: String
    }

    /// The program that `ALBUM` names, or else the one beside the test bundle: `swift build` puts both into one folder.
    static let path: String? = {
        if let named = ProcessInfo.processInfo.environment["ALBUM"], !named.isEmpty { return named }
        var folders = [URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()]
        folders += CommandLine.arguments.filter { $0.hasSuffix(".xctest") }.map {
            URL(fileURLWithPath: $0).deletingLastPathComponent()
        }
        return folders.map { $0.appendingPathComponent("album").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from its standard input.
    ///   - environment: variables beside those of the tests.
    static func run(
        _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path, "swift build makes the program"))
        process.arguments = arguments
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        }
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("album-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files and no pipes: nothing can fill up while the program runs.
        let names = ["input", "output", "messages"].map { scratch.appendingPathComponent($0) }
        try Data(input.utf8).write(to: names[0])
        for name in names.dropFirst() { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: names[1], encoding: .utf8),
            messages: try String(contentsOf: names[2], encoding: .utf8))
    }
}
