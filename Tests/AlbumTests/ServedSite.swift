import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The program `album serve` at work on a site, asked over HTTP as a browser would.
///
/// ```swift
/// let served = try ServedSite(folder, "site")
/// #expect(try served.get("/").status == 200)
/// #expect(try served.stop() == 0)
/// ```
final class ServedSite {
    /// An answer as it came over the wire.
    struct Answer {
        let status: Int
        /// Names in lower case.
        let headers: [String: String]
        let body: String
    }

    /// The port that the program told of.
    let port: UInt16
    private let process = Process()
    private let folder: TemporaryFolder
    private let log: String

    /// Starts the program and waits until it tells its address; its temporary folder is `folder/tmp`.
    ///
    /// - Parameter program: another one than the one that was built, in `folder`.
    init(
        _ folder: TemporaryFolder, _ site: String, port: UInt16 = 0, log: String = "serve.log", program: String? = nil
    ) throws {
        self.folder = folder
        self.log = log
        try FileManager.default.createDirectory(atPath: folder.path("tmp"), withIntermediateDirectories: true)
        try folder.write("", to: log)
        let path = try #require(program.map(folder.path) ?? Program.path, "swift build makes the program")
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["serve", "--root", site, "--port", String(port)]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path("tmp")]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(log)))
        try process.run()
        var found: UInt16?
        let end = Date(timeIntervalSinceNow: 120)
        while found == nil, process.isRunning, Date() < end {
            usleep(20_000)
            found = try folder.text(log).firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)\//).flatMap { UInt16($0.1) }
        }
        if found == nil { process.terminate() }
        let told = try folder.text(log)
        self.port = try #require(found, "the program tells its address: \(told)")
    }

    deinit { if process.isRunning { process.terminate() } }

    /// What the program told in the terminal so far.
    func messages() throws -> String { try folder.text(log) }

    /// Whether the program tells a text, within twenty seconds: it shows a site before it tells of it.
    func waitForMessage(_ text: String) throws -> Bool {
        let end = Date(timeIntervalSinceNow: 20)
        while try !messages().contains(text) {
            if Date() > end { return false }
            usleep(20_000)
        }
        return true
    }

    /// How many sites it made so far.
    func builds() throws -> Int { try messages().matches(of: #/(?m)^сайт: /#).count }

    /// The memory that it holds, in KB (proc(5), `statm`).
    func residentKilobytes() throws -> Int {
        let path = "/proc/\(process.processIdentifier)/statm"
        let fields = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
        return try #require(Int(fields[1])) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
    }

    /// Ends the program with a signal; its status, or nothing when it goes on after twenty seconds.
    func stop(_ signal: Int32 = SIGINT) throws -> Int32? {
        kill(process.processIdentifier, signal)
        let end = Date(timeIntervalSinceNow: 20)
        while process.isRunning, Date() < end { usleep(20_000) }
        guard !process.isRunning else {
            kill(process.processIdentifier, SIGKILL)
            return nil
        }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// Asks for a path, as from this machine.
    func get(_ path: String, method: String = "GET", headers: [String] = []) throws -> Answer {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + headers + ["", ""]
        return try send(lines.joined(separator: "\r\n"))
    }

    /// Sends a request as it is.
    func send(_ request: String) throws -> Answer {
        let text = String(decoding: try RawConnection(port: port).exchange(Array(request.utf8)), as: UTF8.self)
        let parts = text.firstRange(of: "\r\n\r\n")
        let head = parts.map { text[..<$0.lowerBound] } ?? text[...]
        let lines = head.split(separator: "\r\n").map(String.init)
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[line[..<colon].lowercased()] = value
        }
        return Answer(
            status: try #require(status, "an answer: \(text.prefix(80))"), headers: headers,
            body: parts.map { String(text[$0.upperBound...]) } ?? "")
    }

    /// Waits up to a minute until `path` is shown as wanted; the last answer that was not, if it never was.
    func wait(for path: String, until isWanted: (Answer) -> Bool) throws -> Answer? {
        let end = Date(timeIntervalSinceNow: 60)
        while true {
            let answer = try get(path)
            if isWanted(answer) { return nil }
            if Date() > end { return answer }
            usleep(50_000)
        }
    }
}

/// A connection to this machine that says exactly what it is told.
struct RawConnection {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0, "port \(port): \(String(cString: strerror(errno)))")
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends bytes and reads to the end of what comes; closes.
    func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
        send(bytes)
        return rest()
    }

    /// Sends bytes.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = Glibc.send(descriptor, Array(bytes[sent...]), bytes.count - sent, Int32(MSG_NOSIGNAL))
            // The server may have answered and closed before it had all.
            if count <= 0 { return }
            sent += count
        }
    }

    /// Reads to the end of what comes; closes.
    func rest() -> [UInt8] {
        defer { Glibc.close(descriptor) }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return received }
            received += buffer[..<count]
        }
    }
}

/// All tests of `album serve` from outside, one after the other: each waits for the program, and holds a thread meanwhile.
@Suite(.serialized, .timeLimit(.minutes(60))) struct ServingTests {}

/// Files of the small site.
enum SiteOfTest {
    static let practice = "site/content/practices/pervaia-praktika.md"
    static let directions = "site/content/vocabularies/directions.yml"
}

extension TemporaryFolder {
    /// A folder with the small site in `site`.
    static func withNewSite() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try SmallSite.lay(in: folder)
        return folder
    }

    /// Changes words of a file that has them.
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try text(path)
        try #require(text.contains(old), "\(path) has \(old)")
        try write(text.replacing(old, with: new), to: path)
    }
}
