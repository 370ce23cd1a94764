import Files

@testable import Preview

/// What a client sends to the preview.
enum Requests {
    /// No path leads out, and no segment is hidden.
    static func path(_ bytes: [UInt8]) {
        guard let text = FuzzTarget.text(bytes) else { return }
        let decoded = PercentEncoding.decoded(text) ?? text
        guard let path = try? SitePath(decoded) else { return }
        let segments = path.text.split(separator: "/", omittingEmptySubsequences: false)
        let isRoot = path.text.isEmpty
        demand(isRoot || !segments.contains { $0 == ".." || $0 == "." || $0.isEmpty }, "\(text) leads out")
        demand(!path.text.hasPrefix("/") && !path.text.contains("\0"), "\(text) is no path of a site")
    }

    static func head(_ bytes: [UInt8]) {
        guard let head = RequestHead(bytes[...]) else { return }
        demand(!head.path.contains(" ") && !head.path.contains("?"), "a path holds what parts it: \(head.path)")
        demand(!head.method.isEmpty && head.bodyLength.map { $0 >= 0 } ?? true, "a head is read wrongly")
    }
}
