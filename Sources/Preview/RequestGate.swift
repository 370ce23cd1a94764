/// Decides which requests are answered, and makes the bytes of each answer; no sockets here.
///
/// The server is for the person at this machine. Another site that is open in the same browser could reach it: by a
/// name that it made lead here (then `Host` names it), in a frame, or by loading a file as a script or a picture. All
/// three are refused, and so is what it sends by a form or a script: then `Origin` names it. Other people who work on this
/// machine get no page on which something may be changed.
struct RequestGate: Sendable {
    private let preview: LivePreview
    private let desk: (any EditingDesk)?
    private let hosts: Set<String>

    /// What came in.
    enum Request: Sendable, Hashable {
        case head(RequestHead)
        /// What was sent with a head that ``wantsBody(_:)``.
        case sent(RequestHead, body: [UInt8])
        /// No HTTP.
        case malformed
        /// What another user of this machine asks of the pages for editing.
        case foreign
        /// A head larger than ``RequestHead/largestByteCount``.
        case tooLarge
    }

    /// - Parameter port: the one that requests must name beside the host.
    /// - Parameter desk: what is asked for pages below ``EditingRequest/prefix``; nothing where nobody edits.
    init(preview: LivePreview, desk: (any EditingDesk)?, port: UInt16) {
        self.preview = preview
        self.desk = desk
        let names = ["127.0.0.1", "localhost", "[::1]"]
        // Browsers leave the port of the scheme away.
        hosts = Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
    }

    /// The whole answer: status line, headers, body.
    func answer(_ request: Request) async -> [UInt8] {
        switch request {
        case .malformed: refusal(400)
        case .foreign: refusal(403)
        case .tooLarge: refusal(431)
        case .head(let head): await answer(head, body: nil)
        case .sent(let head, let body): await answer(head, body: body)
        }
    }

    /// How many bytes are to be read behind a head; nothing where it is answered without.
    func bodyLength(_ head: RequestHead) -> Int? {
        guard head.method == "POST", mayWrite(head), let length = head.bodyLength,
            length <= EditingRequest.largestBody
        else { return nil }
        return length
    }

    /// Whether a request is for a page on which something may be changed.
    func isForEditing(_ head: RequestHead) -> Bool { desk != nil && head.path.hasPrefix(EditingRequest.prefix) }

    /// Whether a request comes from a page of this server and goes to where something may be changed.
    private func mayWrite(_ head: RequestHead) -> Bool {
        isForEditing(head) && head.hosts.count == 1
            && hosts.contains(head.hosts[0]) && head.origins == ["http://" + head.hosts[0]]
    }

    private func answer(_ head: RequestHead, body: [UInt8]?) async -> [UInt8] {
        guard head.hosts.count == 1 else { return refusal(400) }
        guard hosts.contains(head.hosts[0]) else { return refusal(421) }
        let isRead = head.method == "GET" || head.method == "HEAD"
        if head.method == "POST", isForEditing(head) {
            guard mayWrite(head) else { return refusal(403) }
            guard head.bodyLength ?? 0 <= EditingRequest.largestBody else { return refusal(413) }
            guard body != nil else { return refusal(411) }
        } else if !isRead {
            return refusal(405, headers: ["Allow: GET, HEAD"])
        }
        let answer: SiteResponder.Answer
        if let desk, isForEditing(head) {
            answer = await desk.answer(EditingRequest(path: head.path, query: head.query, body: body))
        } else {
            answer = await preview.answer(head.path)
        }
        let headers =
            (answer.location.map { ["Location: \($0)"] } ?? [])
            + [answer.isForever ? "Cache-Control: max-age=31536000, immutable" : "Cache-Control: no-store"]
            + ((answer.policy ?? Self.policy(ofType: answer.contentType)).map { ["Content-Security-Policy: \($0)"] }
                ?? [])
        return Self.bytes(
            answer.status, contentType: answer.contentType, headers: headers, body: answer.bytes,
            isHead: head.method == "HEAD")
    }

    /// What a drawing or another document of an author may do when it is opened by itself, beside the token of the form: be drawn.
    ///
    /// Builds publish none that would do more; this is the second wall.
    private static func policy(ofType type: String) -> String? {
        type.contains("xml") ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" : nil
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
        case 303: "See Other"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 409: "Conflict"
        case 411: "Length Required"
        case 413: "Content Too Large"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 431: "Request Header Fields Too Large"
        default: "Service Unavailable"
        }
    }
}
