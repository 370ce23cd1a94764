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

    /// Runs it as at a terminal, where `answers` are typed, a line each; behind the last the input ends.
    ///
    /// What is seen there comes as messages, with the answers among them.
    static func atTerminal(_ arguments: [String], in folder: String, answers: [String]) throws -> Run {
        // What `posix_openpt`, `unlockpt` and `ptsname` do (pts(4)): the module of the C library has them not.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number): (CInt, CInt) = (0, 0)
        try #require(
            master >= 0 && ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        defer { close(master) }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path, "swift build makes the program"))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        (process.standardInput, process.standardError) = (terminal, terminal)
        process.standardOutput = FileHandle.nullDevice
        // Control-D at the start of a line ends the input.
        var typed = Array((answers.map { $0 + "\n" }.joined() + "\u{4}\u{4}\u{4}").utf8)[...]
        try process.run()
        close(slave)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        var (seen, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while true {
            if !typed.isEmpty {
                let count = typed.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
                typed = typed.dropFirst(max(count, 0))
            }
            let count = read(master, &buffer, buffer.count)
            if count > 0 { seen += buffer[..<count] } else if !process.isRunning { break } else { usleep(2000) }
        }
        process.waitUntilExit()
        let text = String(decoding: seen, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        return Run(status: process.terminationStatus, output: "", messages: text)
    }
}
