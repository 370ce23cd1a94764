import FlyingSocks
import Foundation
import Synchronization

/// Serves a preview on this machine alone, as a static host would.
///
/// ```swift
/// let server = try PreviewServer(preview: preview, port: 8000)
/// print(server.port)
/// try await server.run()          // until its task is cancelled
/// ```
/// One request a connection; browsers keep only what is named by its bytes, so that a new build is seen at once. The head of a request
/// is read in linear time and to 16 KB; a connection that says nothing is closed after ten seconds, and more than 512
/// at a time wait. What is answered to whom is the ``RequestGate``'s.
package struct PreviewServer: Sendable {
    /// Why no port could be had.
    package enum PortFault: Error, Hashable, Sendable {
        /// This port and all tried behind it are taken.
        case taken
        /// The system refused, with this `errno`.
        case refused(Int32)
    }

    /// How many ports are tried, the one that was asked for and those behind it.
    private static let attempts = 50
    /// Connections at a time: well below the descriptors that a process commonly may have.
    private static let largestConnectionCount = 512
    private static let patience = Duration.seconds(10)

    /// The port it listens on.
    package let port: UInt16
    private let listener: Socket
    private let gate: RequestGate

    /// Opens `port`, or the next one that is free; 0 takes any.
    ///
    /// Requests wait until ``run()``.
    /// - Parameter desk: what answers on pages for editing; nothing where there are none.
    package init(preview: LivePreview, desk: (any EditingDesk)? = nil, port: UInt16) throws(PortFault) {
        var next = port
        for _ in 0..<Self.attempts {
            if let (listener, bound) = try Self.listen(next) {
                self.listener = listener
                self.port = bound
                gate = RequestGate(preview: preview, desk: desk, port: bound)
                return
            }
            if next == UInt16.max { break }
            next += 1
        }
        throw .taken
    }

    /// A listening socket and its port; nothing when the port is taken.
    private static func listen(_ port: UInt16) throws(PortFault) -> (Socket, UInt16)? {
        do {
            let socket = try Socket(domain: AF_INET)
            do {
                try socket.setValue(true, for: .localAddressReuse)
                try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
                try socket.listen()
                guard case .ip4(_, let bound) = try socket.sockname() else { throw PortFault.refused(EAFNOSUPPORT) }
                return (socket, bound)
            } catch {
                try socket.close()
                throw error
            }
        } catch SocketError.failed(_, let number, _) {
            if number == EADDRINUSE { return nil }
            throw .refused(number)
        } catch let fault as PortFault {
            throw fault
        } catch {
            throw .refused(EINVAL)
        }
    }

    /// Answers requests until the task is cancelled; the port is closed then.
    package func run() async throws {
        try await run(on: .make(maxEvents: 64))
    }

    private func run(on pool: some AsyncSocketPool) async throws {
        try await pool.prepare()
        let socket = try AsyncSocket(socket: listener, pool: pool)
        defer { close(socket) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(on: socket) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func accept(on socket: AsyncSocket) async throws {
        let open = ConnectionCount()
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                // The system keeps newcomers until there is room.
                guard open.hasRoom(limit: Self.largestConnectionCount) else {
                    try await Task.sleep(for: .milliseconds(10))
                    continue
                }
                let connection: AsyncSocket
                do {
                    connection = try await socket.accept()
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    // Gone before it was taken, or no descriptor is left: the next one may do better.
                    try await Task.sleep(for: .milliseconds(20))
                    continue
                }
                open.enter()
                group.addTask {
                    await serve(connection)
                    close(connection)
                    open.leave()
                }
            }
        }
    }

    // MARK: One connection

    /// A fault of the connection ends it: there is nobody left to tell.
    private func serve(_ connection: AsyncSocket) async {
        do {
            let request = try await within(Self.patience) { try await read(from: connection) }
            guard let request else { return }
            let answer = Data(await gate.answer(request))
            try await within(Self.patience * 3) { try await connection.write(answer) }
            // Bytes that were not read would make the system drop the answer on its way.
            shutdown(connection.socket.file.rawValue, Int32(SHUT_WR))
            try await within(.seconds(1)) { try await drain(connection) }
        } catch {
            return
        }
    }

    /// Reads to the empty line; nothing when the client went away before.
    private func read(from connection: AsyncSocket) async throws -> RequestGate.Request? {
        var bytes: [UInt8] = []
        while true {
            let more: [UInt8]
            do {
                more = try await connection.read(atMost: 4096)
            } catch SocketError.disconnected {
                return bytes.isEmpty ? nil : .malformed
            }
            let seen = max(0, bytes.count - 3)
            bytes += more
            if let end = Self.endOfHead(bytes, from: seen), end <= RequestHead.largestByteCount {
                guard let head = RequestHead(bytes[..<end]) else { return .malformed }
                if gate.isForEditing(head), !isTrusted(connection) { return .foreign }
                guard let length = gate.bodyLength(head) else { return .head(head) }
                return try await .sent(head, body: body(Array(bytes[end...]), length, of: connection))
            }
            if bytes.count > RequestHead.largestByteCount { return .tooLarge }
        }
    }

    /// Whoever has gone already is nobody.
    private func isTrusted(_ connection: AsyncSocket) -> Bool {
        guard case .ip4(_, let peer)? = try? connection.socket.remotePeer() else { return false }
        return PeerOwner.isTrusted(peer, connectedTo: port)
    }

    /// What follows a head, of which the beginning has come with it.
    private func body(_ beginning: [UInt8], _ length: Int, of connection: AsyncSocket) async throws -> [UInt8] {
        var body = beginning
        body.reserveCapacity(length)
        while body.count < length {
            body += try await connection.read(atMost: min(1 << 16, length - body.count))
        }
        return Array(body.prefix(length))
    }

    /// Behind the first empty line that ends at or after `start`.
    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        for index in start..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
            var before = index - 1
            if before >= 0, bytes[before] == UInt8(ascii: "\r") { before -= 1 }
            if before >= 0, bytes[before] == UInt8(ascii: "\n") { return index + 1 }
        }
        return nil
    }

    /// Reads what a client still sends, to 1 MB.
    private func drain(_ connection: AsyncSocket) async throws {
        var left = 1 << 20
        while left > 0 {
            do {
                left -= try await connection.read(atMost: 4096).count
            } catch SocketError.disconnected {
                return
            }
        }
    }

    private func close(_ socket: AsyncSocket) {
        // The descriptor is given back in any case.
        try? socket.close()
    }
}

/// How many connections are open.
private final class ConnectionCount: Sendable {
    private let count = Mutex(0)

    /// Whether one more may come.
    func hasRoom(limit: Int) -> Bool { count.withLock { $0 < limit } }

    func enter() { count.withLock { $0 += 1 } }

    func leave() { count.withLock { $0 -= 1 } }
}
