/// Decides which requests are answered, and makes the bytes of each answer; no sockets here.
///
/// The server is for the person at this machine. Another site that is open in the same browser could reach it: by a
/// name that it made lead here (then `Host` names it), in a frame, or by loading a file as a script or a picture. All
/// three are refused.
struct RequestGate: Sendable {
    private let preview: LivePreview
    private let hosts: Set<String>

    /// What came in.
    enum Request: Sendable, Hashable {
        case head(RequestHead)
        /// No HTTP.
        case malformed
        /// A head larger than ``RequestHead/largestByteCount``.
        case tooLarge
    }

    /// - Parameter port: the one that requests must name beside the host.
    init(preview: LivePreview, port: UInt16) {
        self.preview = preview
        let names = ["127.0.0.1", "localhost", "[::1]"]
        // Browsers leave the port of the scheme away.
        hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
    }

    /// The whole answer: status line, headers, body.
    func answer(_ request: Request) async -> [UInt8] {
        switch request {
        case .malformed: refusal(400)
        case .tooLarge: refusal(431)
        case .head(let head): await answer(head)
        }
    }

    private func answer(_ head: RequestHead) async -> [UInt8] {
        guard head.hosts.count == 1 else { return refusal(400) }
        guard hosts.contains(head.hosts[0]) else { return refusal(421) }
        guard head.method == "GET" || head.method == "HEAD" else { return refusal(405, headers: ["Allow: GET, HEAD"]) }
        let answer = await preview.answer(head.path)
        let headers =
            (answer.location.map { ["Location: \($0)"] } ?? [])
            + [answer.isForever ? "Cache-Control: max-age=31536000, immutable" : "Cache-Control: no-store"]
        return Self.bytes(
            answer.status, contentType: answer.contentType, headers: headers, body: answer.bytes,
            isHead: head.method == "HEAD")
    }

    private func refusal(_ status: Int, headers: [String] = []) -> [UInt8] {
        Self.bytes(
            status, contentType: "text/plain; charset=utf-8", headers: headers + ["Cache-Control: no-store"],
            body: Array("\(status) \(Self.reason(status))\n".utf8), isHead: false)
    }

    private static func bytes(
        _ status: Int, contentType: String, headers: [String], body: [UInt8], isHead: Bool
    ) -> [UInt8] {
        let lines =
            [
                "HTTP/1.1 \(status) \(reason(status))", "Content-Type: \(contentType)",
                "Content-Length: \(body.count)", "Connection: close",
                "X-Content-Type-Options: nosniff", "Content-Security-Policy: frame-ancestors 'self'",
                "Cross-Origin-Resource-Policy: same-origin", "Referrer-Policy: same-origin",
            ] + headers
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (isHead ? [] : body)
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 301: "Moved Permanently"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 421: "Misdirected Request"
        case 431: "Request Header Fields Too Large"
        default: "Service Unavailable"
        }
    }
}
