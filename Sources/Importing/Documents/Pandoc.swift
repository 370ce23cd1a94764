import Diagnostics
import Foundation

/// Runs pandoc, an optional program that reads the formats of office programs.
///
/// It is called by its path, never through a shell, in its own sandbox (`--sandbox`: it reads what comes in and nothing
/// else), with a limit to its time, its memory and its answer. Goes in: bytes. Comes out: a tree.
package struct Pandoc: Sendable {
    /// What pandoc is told to read.
    package enum Format: String, Sendable {
        case docx, odt, html

        /// As people call it.
        package var name: String { rawValue.uppercased() }
    }

    /// Names the program where it is not in `PATH`.
    package static let variable = "ALBUM_PANDOC"

    private static let largestAnswer = 64 << 20

    private let path: String
    private let longestSeconds: Int

    package init(path: String, longestSeconds: Int = 60) {
        self.path = path
        self.longestSeconds = longestSeconds
    }

    /// The program that the environment names, or has in its `PATH`.
    package static func find(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Pandoc? {
        if let named = environment[variable], !named.isEmpty { return isProgram(named) ? Pandoc(path: named) : nil }
        for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
            let path = String(folder) + "/pandoc"
            if isProgram(path) { return Pandoc(path: path) }
        }
        return nil
    }

    /// The same with another limit to its time.
    package func stopped(after seconds: Int) -> Pandoc { Pandoc(path: path, longestSeconds: seconds) }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// The tree of a file.
    func read(_ bytes: [UInt8], _ format: Format) throws(ImportFailure) -> DocumentTree {
        let arguments = [
            "+RTS", "-M1024M", "-RTS", "--sandbox", "--from=\(format.rawValue)", "--to=json", "--track-changes=all",
        ]
        let run = try run(arguments, bytes)
        guard run.status == 0 else { throw try failure(run, format) }
        guard let json = PandocJSON(run.answer), let tree = DocumentTree(json) else {
            throw ImportFailure(ImportReason.pandocAnswer)
        }
        return tree
    }

    /// The versions that can do what was asked.
    private func failure(_ run: Run, _ format: Format) throws(ImportFailure) -> ImportFailure {
        let message = run.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard
            message.lowercased().contains("unknown") || message.lowercased().contains("unrecognized")
                || message.lowercased().contains("rts")
        else { return ImportFailure(ImportReason.pandocFailed, [message]) }
        let version = String(decoding: try self.run(["--version"], []).answer, as: UTF8.self)
        let number = version.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init) ?? "?"
        return ImportFailure(ImportReason.oldPandoc, [number, format.name, "2.17"], isUsage: true)
    }

    // MARK: The process

    private struct Run {
        let status: Int32
        let answer: [UInt8]
        let message: String
    }

    /// Input and output are files in a folder that nobody else can read and that is gone afterwards: pipes would have
    /// to be read while the program writes.
    private func run(_ arguments: [String], _ input: [UInt8]) throws(ImportFailure) -> Run {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("album-import-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            // A folder that cannot be removed is the system's to sweep.
            defer { try? FileManager.default.removeItem(at: folder) }
            return try start(arguments, input, in: folder)
        } catch let failure as ImportFailure {
            throw failure
        } catch {
            throw ImportFailure(ImportReason.pandocFailed, ["\(error)"])
        }
    }

    private func start(_ arguments: [String], _ input: [UInt8], in folder: URL) throws -> Run {
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { try Data(file == files[0] ? input : []).write(to: file) }
        let output = try FileHandle(forWritingTo: files[1])
        let messages = try FileHandle(forWritingTo: files[2])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Nothing of ours is its business but where the user's locale is; it must not look for a configuration.
        process.environment = ["LANG": "C.UTF-8", "HOME": folder.path, "XDG_DATA_HOME": folder.path]
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        try wait(for: process, files[1])
        try output.close()
        let answer = try Data(contentsOf: files[1])
        let message = String(decoding: try Data(contentsOf: files[2]).prefix(4_096), as: UTF8.self)
        return Run(status: process.terminationStatus, answer: [UInt8](answer), message: message)
    }

    /// Waits to its end; one that takes too long or says too much is killed.
    private func wait(for process: Process, _ output: URL) throws(ImportFailure) {
        let end = ContinuousClock.now + .seconds(longestSeconds)
        while process.isRunning {
            usleep(5_000)
            var status = stat()
            let isLarge = stat(output.path, &status) == 0 && status.st_size > Self.largestAnswer
            guard isLarge || ContinuousClock.now > end else { continue }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw isLarge
                ? ImportFailure(ImportReason.pandocLarge, [String(Self.largestAnswer >> 20)])
                : ImportFailure(ImportReason.pandocSlow, [String(longestSeconds)])
        }
    }
}
