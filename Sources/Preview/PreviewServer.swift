import Files
import FlyingFox
import Foundation

/// Serves a built site on this machine alone, as a static host would.
///
/// ```swift
/// let server = PreviewServer(site: files, port: 8000)
/// try await server.run()          // until its task is cancelled
/// ```
/// Nothing is cached by browsers, so that a new build is seen at once.
package struct PreviewServer: Sendable {
    private let server: HTTPServer

    /// `port` 0 takes any free one; `reload` adds live reload to the pages.
    package init(site: any FileSystem, port: UInt16, reload: LiveReload? = nil) {
        let handler = SiteHandler(responder: SiteResponder(files: site), reload: reload)
        // 127.0.0.1 is an address at all times: parsing it cannot fail.
        guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else {
            preconditionFailure("127.0.0.1 is no address")
        }
        server = HTTPServer(address: address, logger: .disabled, handler: handler)
    }

    /// Answers requests until the task is cancelled; throws when the port is taken.
    package func run() async throws { try await server.run() }

    /// The port it listens on, once it does.
    package func port() async throws -> UInt16 {
        try await server.waitUntilListening()
        guard case .ip4(_, let port) = await server.listeningAddress else { return 0 }
        return port
    }

    /// Closes the port and all connections.
    package func stop() async { await server.stop() }
}

/// Turns requests into questions for the ``SiteResponder``.
private struct SiteHandler: HTTPHandler {
    let responder: SiteResponder
    let reload: LiveReload?

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.method == .GET || request.method == .HEAD else {
            let headers: HTTPHeaders = [HTTPHeader("Allow"): "GET, HEAD"]
            return HTTPResponse(statusCode: .methodNotAllowed, headers: headers)
        }
        // The target as sent: FlyingFox's own path has no slash at its end.
        let path = String(decoding: request.target.rawValue.utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        var answer = reload?.answer(path) ?? responder.answer(path)
        if let reload, answer.contentType.hasPrefix("text/html") { answer.bytes = reload.inject(into: answer.bytes) }
        var headers: HTTPHeaders = [
            .contentType: answer.contentType, .cacheControl: "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        if let location = answer.location { headers[.location] = location }
        let status: HTTPStatusCode =
            switch answer.status {
            case 200: .ok
            case 301: .movedPermanently
            default: .notFound
            }
        let body = request.method == .HEAD ? Data() : Data(answer.bytes)
        return HTTPResponse(statusCode: status, headers: headers, body: body)
    }
}
