import Foundation

/// Runs an optional program of the machine on bytes.
///
/// It is called by its path, never through a shell, in a folder of its own that is gone afterwards, with a limit to its
/// time and its answer. Goes in: bytes, as `in` in that folder and as standard input. Comes out: what it said, or a file.
package struct BoundedProgram: Sendable {
    /// What a program left.
    package struct Run: Sendable {
        package let status: Int32
        package let answer: [UInt8]
        /// The beginning of what it said of errors.
        package let message: String
    }

    /// Why there is none.
    package enum Fault: Error, Hashable, Sendable {
        /// It took longer than so many seconds and was stopped.
        case slow(Int)
        /// It answered with more than so many bytes and was stopped.
        case large(Int)
        /// The system did not let it run.
        case failed(String)
    }

    package let path: String
    private let longestSeconds: Int
    private let largestAnswer: Int

    package init(path: String, longestSeconds: Int, largestAnswer: Int) {
        self.path = path
        self.longestSeconds = longestSeconds
        self.largestAnswer = largestAnswer
    }

    /// That of this program.
    package static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The path of a program that a variable names, or that the environment has in its `PATH`.
    package static func path(of name: String, variable: String, _ environment: [String: String]) -> String? {
        if let named = environment[variable], !named.isEmpty { return isProgram(named) ? named : nil }
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        return folders.map { String($0) + "/" + name }.first(where: isProgram)
    }

    /// What a variable names that is no program: a file that is not there or cannot be run; nothing where it names none.
    package static func misnamed(_ variable: String, _ environment: [String: String] = environment) -> String? {
        environment[variable].flatMap { $0.isEmpty || isProgram($0) ? nil : $0 }
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// Input and output are files in a folder that nobody else can read: pipes would have to be read while the program
    /// writes.
    ///
    /// - Parameters:
    ///   - made: the file in its folder that the program writes; what it says where there is none.
    ///   - more: variables that it is given besides.
    package func run(
        _ arguments: [String], _ input: [UInt8], made: String? = nil, more: [String: String] = [:]
    ) throws(Fault) -> Run {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("album-run-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            // A folder that cannot be removed is the system's to sweep.
            defer { try? FileManager.default.removeItem(at: folder) }
            return try start(arguments, input, made, more, in: folder)
        } catch let fault as Fault {
            throw fault
        } catch {
            throw .failed("\(error)")
        }
    }

    private func start(
        _ arguments: [String], _ input: [UInt8], _ made: String?, _ more: [String: String], in folder: URL
    ) throws -> Run {
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        for file in files { try Data(file == files[0] ? input : []).write(to: file) }
        let output = try FileHandle(forWritingTo: files[1])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Nothing of ours is its business; it must not look for a configuration.
        let own = ["LANG": "C.UTF-8", "HOME": folder.path, "XDG_DATA_HOME": folder.path, "TMPDIR": folder.path]
        process.environment = own.merging(more) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: files[2])
        let answer = made.map { folder.appendingPathComponent($0) } ?? files[1]
        try process.run()
        try wait(for: process, answer)
        try output.close()
        let message = String(decoding: try Data(contentsOf: files[2]).prefix(4_096), as: UTF8.self)
        let isThere = FileManager.default.fileExists(atPath: answer.path)
        return Run(
            status: process.terminationStatus, answer: isThere ? [UInt8](try Data(contentsOf: answer)) : [],
            message: message)
    }

    /// Waits to its end; one that takes too long or says too much is killed.
    private func wait(for process: Process, _ answer: URL) throws(Fault) {
        let end = ContinuousClock.now + .seconds(longestSeconds)
        while process.isRunning {
            usleep(5_000)
            var status = stat()
            let isLarge = stat(answer.path, &status) == 0 && status.st_size > largestAnswer
            guard isLarge || ContinuousClock.now > end else { continue }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw isLarge ? .large(largestAnswer) : .slow(longestSeconds)
        }
    }
}
