import Formats

/// Stands in rendered HTML where a record table or a chart belongs.
///
/// No text holds a zero byte, since files with one are refused.
enum BodyMarker {
    static func table(_ position: Int) -> [UInt8] { bytes("table", position) }

    static func chart(_ position: Int) -> [UInt8] { bytes("chart", position) }

    private static func bytes(_ name: String, _ position: Int) -> [UInt8] {
        [0] + Array("\(name) \(position)".utf8) + [0]
    }

    /// HTML between the markers, and what they stand for.
    static func split(_ html: [UInt8]) -> [CompiledMaterial.Part] {
        var parts: [CompiledMaterial.Part] = []
        var isMarker = false
        var start = 0
        while start <= html.count {
            let end = html.firstIndex(of: 0, in: start..<html.count) ?? html.count
            let piece = html[start..<end]
            defer { (start, isMarker) = (end + 1, !isMarker) }
            if isMarker {
                let words = String(decoding: piece, as: UTF8.self).split(separator: " ")
                guard words.count == 2, let position = Int(words[1]) else { continue }
                parts.append(words[0] == "table" ? .table(position) : .chart(position))
            } else if piece.contains(where: { $0 > 0x20 }) {
                parts.append(.html(String(decoding: piece, as: UTF8.self)))
            }
        }
        return parts
    }
}
