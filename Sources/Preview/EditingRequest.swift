/// A request for one of the pages on which a site is edited.
package struct EditingRequest: Sendable, Hashable {
    /// What all their paths begin with: no page of a site does.
    package static let prefix = "/_edit/"
    /// Larger bodies are refused: 64 MB, a picture of a phone with room to spare.
    package static let largestBody = 64 << 20

    /// As sent, percent-encoded.
    package let path: String
    /// As sent, without its `?`.
    package let query: String
    /// What was sent to be saved or looked at; nothing where a page is only asked for.
    package let body: [UInt8]?

    package init(path: String, query: String, body: [UInt8]?) {
        self.path = path
        self.query = query
        self.body = body
    }
}

/// Whoever answers requests for editing; from any thread.
///
/// What comes here with a body was sent by a page of this server: host and origin are the ``RequestGate``'s.
package protocol EditingDesk: Sendable {
    func answer(_ request: EditingRequest) async -> SiteResponder.Answer
}
